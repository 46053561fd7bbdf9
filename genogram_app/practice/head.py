"""What the head of a copy leaves blank: the case's own details, and the children's dates of birth."""

from __future__ import annotations

from collections.abc import Iterator

from genogram_app.model.agency import Agency
from genogram_app.model.base import Blank
from genogram_app.practice.calling import calls
from genogram_app.practice.out_of_hours import missing
from genogram_app.practice.question import Look


def blanks(look: Look) -> str:
    """Say what a copy shows only a question mark for; nothing where all is filled in."""
    found = tuple(_blank(look))
    return look.say("On the copy stands “?” for {found}.", found=look.words.listed(found)) if found else ""


def cautions(look: Look) -> tuple[str, ...]:
    """Say what whoever makes a copy should know before it is filed: nobody to ring, and what is blank."""
    return tuple(said for said in (missing(look), blanks(look)) if said)


def _blank(look: Look) -> Iterator[str]:
    details = look.case.details
    if isinstance(details.reference, Blank) or not details.reference:
        yield look.say("the case reference")
    yield from _blank_of_worker(look, look.family.find(Agency, details.worker))
    if details.review_due is None:
        yield look.say("the next review")
    for child in look.people:
        if child.subject and isinstance(child.born, Blank):
            yield look.say("{name}’s date of birth", name=calls(look, child.id))


def _blank_of_worker(look: Look, worker: Agency | None) -> Iterator[str]:
    if worker is None:
        yield look.say("the worker")
    elif isinstance(worker.contact, Blank) or not worker.job_title or not worker.team:
        yield look.say("the worker’s name, job title or team")
