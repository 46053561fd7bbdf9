"""Who somebody's father is stands on no family copy, neither asked nor answered."""

from __future__ import annotations

import pytest

from genogram_app.catalog.load import load
from genogram_app.family.seen import View, hides, seen
from genogram_app.model.base import Basis, Record, Share
from genogram_app.model.ties import ChildOf
from tests.builders import PRIVATE, SHARED, TODAY, case_of, child, couple, person

CARDS = load()
VIEW = View(as_at=TODAY, harmless=CARDS.harmless, paternity=CARDS.paternity)
BIRTH, FOSTER = (CARDS.by_role("descent", role).id for role in ("by_birth", "by_fostering"))
DOUBTS, TESTED = sorted(CARDS.paternity.doubts), sorted(CARDS.paternity.tested)
PEOPLE = [person("jay"), person("lisa"), person("piotr"), *couple("pair", "lisa", "piotr")]


def links(*told: ChildOf) -> list[tuple[str, str]]:
    records: list[Record] = [*PEOPLE, *told]
    return [(link.parent, link.kind) for link in seen(case_of(*records), VIEW).family.edges(ChildOf)]


def test_there_are_kinds_that_ask_and_that_answer() -> None:
    assert DOUBTS
    assert TESTED
    assert not CARDS.harmless & {*DOUBTS, *TESTED}


@pytest.mark.parametrize("kind", [*DOUBTS, *TESTED])
@pytest.mark.parametrize("told", [SHARED, PRIVATE])
def test_a_couple_s_child_is_theirs_by_birth_whoever_asked(kind: str, told: Basis) -> None:
    """The worker put the line right with the case file open: the child lost its mother on the copy."""
    link = child("jay", "pair", kind=BIRTH).tell(told, kind=kind, notes="DNA-secret", until=None)
    assert links(link) == [("pair", BIRTH)]
    found = seen(case_of(*PEOPLE, link), VIEW).family
    assert "secret" not in str(list(found.records()))


@pytest.mark.parametrize("kind", DOUBTS)
def test_whom_only_the_question_joins_to_a_child_has_no_line_to_it(kind: str) -> None:
    assert links(child("jay", "lisa", kind=BIRTH), child("jay", "piotr", kind=kind)) == [("lisa", BIRTH)]


@pytest.mark.parametrize("kind", TESTED)
def test_who_was_tested_is_a_parent_as_any_other(kind: str) -> None:
    assert links(child("jay", "piotr", kind=kind)) == [("piotr", BIRTH)]


def test_what_was_asked_and_then_settled_is_one_line() -> None:
    asked = [child("jay", "pair", kind=kind).put(id=f"c_{kind}") for kind in (*DOUBTS, *TESTED)]
    assert links(*asked) == [("pair", BIRTH)]
    assert links(*asked, child("jay", "pair", kind=BIRTH)) == [("pair", BIRTH)]


def test_a_line_that_is_the_case_file_s_stays_there_and_care_stays_care() -> None:
    hidden = child("jay", "pair", kind=DOUBTS[0], basis=Basis(share=Share.CASE_FILE))
    assert links(hidden) == []
    assert links(child("jay", "pair", kind=FOSTER)) == [("pair", FOSTER)]


def test_the_question_counts_as_kept_from_the_family() -> None:
    """So the family's sheet has places of its own, and no gap tells."""
    plain = case_of(*PEOPLE, child("jay", "pair", kind=BIRTH))
    assert not hides(plain, CARDS.harmless)
    assert hides(case_of(*PEOPLE, child("jay", "pair", kind=DOUBTS[0])), CARDS.harmless)
