"""To whom a child was born: a doubt about a father is none about the mother."""

from __future__ import annotations

import pytest

from genogram_app.catalog.load import load
from genogram_app.practice.parentage import birth_parents, is_birth
from tests.builders import case_of, child, couple, person

CARDS = load()
MAN, WOMAN = (CARDS.by_role("people", role).id for role in ("man", "woman"))
PEOPLE = [
    person("jay"),
    person("mum", gender=WOMAN),
    person("bea", gender=WOMAN),
    person("dad", gender=MAN),
    person("kim", gender=""),
]


@pytest.mark.parametrize(
    ("pair", "sure"),
    [
        (("mum", "dad"), ["mum"]),
        (("kim", "dad"), ["kim"]),
        (("mum", "kim"), ["mum"]),
        (("mum", "bea"), []),
        (("mum",), ["mum"]),
        (("dad",), []),
    ],
)
def test_of_a_couple_in_doubt_the_mother_is_sure(pair: tuple[str, ...], sure: list[str]) -> None:
    link = child("jay", "pair", kind=CARDS.by_role("descent", "disputed").id)
    family = case_of(*PEOPLE, *couple("pair", *pair), link).family
    assert [each.id for each in birth_parents(CARDS, family, link)] == sure
    assert is_birth(CARDS, family, link)


def test_no_arrow_says_that_a_step_parent_cares_for_a_child_now() -> None:
    roles = ("by_marriage_of_a_parent", "by_fostering")
    step, foster = (CARDS.link(CARDS.by_role("descent", role).id) for role in roles)
    assert (bool(step.arrow), step.brings_up) == (False, False)
    assert (bool(foster.arrow), foster.brings_up) == (True, True)
