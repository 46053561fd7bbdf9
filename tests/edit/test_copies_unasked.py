"""A copy made with the family at the table tells no more than they see."""

from __future__ import annotations

from genogram_app.catalog.load import load
from genogram_app.edit import copies
from genogram_app.model.ties import ChildOf
from tests.builders import case_of, child, couple, person, stamp

CARDS = load()
BIRTH = CARDS.by_role("descent", "by_birth").id


def test_a_family_s_copy_of_a_couple_and_child_doesn_t_ask_who_the_father_is() -> None:
    """The line of the copy was one that isn’t known: it told that something is kept back."""
    entering = stamp(harmless=CARDS.harmless, paternity=CARDS.paternity)
    people = [person("jay"), person("lisa"), person("piotr"), *couple("pair", "lisa", "piotr")]
    for kind in sorted(CARDS.paternity.doubts):
        case = case_of(*people, child("jay", "pair", kind=kind))
        after = copies.duplicate(case, entering, ["jay", "lisa", "piotr"]).case
        (fresh,) = (link for link in after.family.edges(ChildOf) if link.child != "jay")
        assert fresh.kind == BIRTH
