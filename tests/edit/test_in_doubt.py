"""A child whose father is in doubt is the couple's all the same where somebody is added to the family."""

from __future__ import annotations

from dataclasses import replace

import pytest

from genogram_app.edit import births, relatives
from genogram_app.edit.children import is_birth
from genogram_app.family.case import Case
from genogram_app.model.paternity import Paternity
from genogram_app.model.ties import ChildOf, Union
from tests.builders import KINDS, case_of, child, couple, person, stamp

ASKED = replace(KINDS, paternity=Paternity(frozenset({"perhaps"}), frozenset({"proven"}), KINDS.birth))


def family(kind: str) -> Case:
    people = [person("jay"), person("may"), person("lisa"), person("piotr"), *couple("pair", "lisa", "piotr")]
    return case_of(*people, child("jay", "pair", kind=kind), child("may", "pair", kind=kind))


@pytest.mark.parametrize("kind", ["perhaps", "proven"])
def test_no_more_parents_are_offered_and_a_sister_hangs_from_the_same_two(kind: str) -> None:
    """Two more parents were offered, and a sister had a couple of her own, of whom nobody was there."""
    case = family(kind)
    assert relatives.missing_parents(case, stamp(), ASKED, "jay") == 0
    after = relatives.add_sibling(case, stamp(), ASKED, "jay").case.family
    assert len(after.edges(ChildOf)) == 3
    assert {link.parent for link in after.edges(ChildOf)} == {"pair"}
    assert len(after.nodes(Union)) == 1


@pytest.mark.parametrize("kind", ["perhaps", "proven"])
def test_they_may_be_twins(kind: str) -> None:
    """It was refused: only children of the same parents by birth can be twins."""
    after = births.born_together(family(kind), stamp(), ASKED, ["jay", "may"]).case.family
    assert len({link.birth for link in after.edges(ChildOf)} - {""}) == 1


def test_whom_only_the_question_joins_to_a_child_isn_t_its_parent() -> None:
    case = case_of(person("jay"), person("piotr"), child("jay", "piotr", kind="perhaps"))
    (link,) = case.family.edges(ChildOf)
    assert not is_birth(case.family, ASKED, link)
    assert relatives.missing_parents(case, stamp(), ASKED, "jay") == 2
