"""What whoever makes a copy is told: nobody to ring, and what stands as a question mark in its head."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from genogram_app.catalog.load import load
from genogram_app.family.case import Case
from genogram_app.model.agency import Agency
from genogram_app.model.base import Blank, Record
from genogram_app.model.dates import When
from genogram_app.model.document import GoTo
from genogram_app.practice.head import blanks, cautions
from genogram_app.practice.question import Look
from genogram_app.words import words_in
from tests.builders import SHARED, TODAY, case_of, person

CARDS = load()
JAY = person("jay", subject=True, born=When("2015"))
WORKER = Agency(
    id="w", kind="any", contact="Angharad Pryce", job_title="Social worker", team="North", basis=SHARED
)


def look(case: Case) -> Look:
    return Look(case, TODAY, CARDS, words_in())


def headed(*records: Record, **details: object) -> Case:
    """Give a case whose head is filled in, but for what is given otherwise."""
    case = case_of(*records)
    told = {"reference": "CF-1", "worker": "w", "review_due": date(2027, 1, 5)} | details
    return replace(case, details=case.details.put(**told))


def test_a_head_that_is_filled_in_leaves_nothing_to_say() -> None:
    assert blanks(look(headed(JAY, WORKER))) == ""


def test_every_question_mark_of_the_head_is_named() -> None:
    child = person("khadija", "خدیجہ", subject=True)
    assert blanks(look(headed(child, reference=Blank.UNKNOWN, worker=None, review_due=None))) == (
        "On the copy stands “?” for the case reference, the worker, the next review "
        "and خدیجہ’s date of birth."
    )


def test_a_worker_without_a_job_title_is_named() -> None:
    case = headed(JAY, WORKER.put(job_title=""))
    assert blanks(look(case)) == "On the copy stands “?” for the worker’s name, job title or team."


def test_only_the_children_whom_the_sheet_is_about_need_a_date() -> None:
    assert blanks(look(headed(JAY, WORKER, person("tad", "Siôn")))) == ""


def test_whom_to_ring_comes_first() -> None:
    assert cautions(look(headed(JAY, WORKER))) == ("Nobody is named to ring out of hours.",)
    ring = GoTo(id="g", who="lisa", telephone="01223 555 010", basis=SHARED)
    assert cautions(look(headed(JAY, WORKER, person("lisa", "Lisa"), go_to=ring))) == ()
    child = ring.put(who="jay")
    assert cautions(look(headed(JAY, WORKER, go_to=child))) == (
        "Jay is the one to ring out of hours, and is a child.",
    )
