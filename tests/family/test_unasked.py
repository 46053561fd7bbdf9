"""Who somebody's father is stands on no family copy, neither asked nor answered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from genogram_app.catalog.load import load
from genogram_app.family.seen import Reader, View, hides, seen
from genogram_app.model.base import Basis, Record, Share
from genogram_app.model.document import GoTo
from genogram_app.model.ties import ChildOf
from tests.builders import PRIVATE, SHARED, TODAY, case_of, child, couple, home, person

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


@pytest.mark.parametrize("kind", DOUBTS)
def test_whom_only_the_question_joins_to_the_family_isn_t_on_its_copy_nor_are_his_own(kind: str) -> None:
    """He stood there as a stranger, with his mother: who are they?"""
    own = [person("ola"), child("piotr", "ola", kind=BIRTH), *home("flat", "ola", "piotr")]
    told = [person("jay"), person("lisa"), person("piotr"), *own]
    asked = [child("jay", "lisa", kind=BIRTH), child("jay", "piotr", kind=kind)]
    case = case_of(*told, *asked)
    shown = seen(case, VIEW)
    assert {each.id for each in shown.family.people} == {"jay", "lisa"}
    assert not shown.family.households
    assert len(seen(case, replace(VIEW, reader=Reader.CASE_FILE)).family.people) == 4


@pytest.mark.parametrize("kind", DOUBTS)
def test_whom_anything_else_joins_to_the_family_stays_and_so_does_who_is_to_be_rung(kind: str) -> None:
    told = [person("jay"), person("lisa"), person("piotr")]
    asked = [child("jay", "lisa", kind=BIRTH), child("jay", "piotr", kind=kind)]
    together = case_of(*told, *asked, *home("flat", "lisa", "piotr"))
    assert "piotr" in seen(together, VIEW).family
    alone = case_of(*told, *asked)
    rung = alone.with_(details=alone.details.put(go_to=GoTo(id="g", who="piotr", basis=SHARED)))
    assert "piotr" in seen(rung, VIEW).family
    assert "piotr" in seen(case_of(*told[:2], told[2].put(subject=True), *asked), VIEW).family


def test_a_stranger_whom_no_question_ever_joined_stays() -> None:
    asked = [child("jay", "lisa", kind=BIRTH)]
    assert "piotr" in seen(case_of(person("jay"), person("lisa"), person("piotr"), *asked), VIEW).family


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
