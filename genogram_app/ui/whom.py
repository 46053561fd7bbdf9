"""Who somebody is in the window, also where no name is known, and which case it is."""

from __future__ import annotations

from genogram_app.model.person import Person
from genogram_app.picture.titleblock import title
from genogram_app.practice.calling import person_called
from genogram_app.practice.question import Look
from genogram_app.studio.session import Session
from genogram_app.ui.desk import Desk
from genogram_app.words import Words


def looking(session: Session, words: Words) -> Look:
    """Look at the case as it may be seen in this view."""
    return Look(session.seen, session.view.as_at, session.catalog, words)


def who_is(look: Look, person: Person) -> str:
    """Say who somebody without a name is: "Jay’s father"."""
    said = person.role or person_called(look, person)
    return said[:1].upper() + said[1:]


def which_case(desk: Desk) -> str:
    """Call the open case by its reference. Where it has none, only the worker's view says whose it is."""
    reference = desk.seen.details.reference
    if isinstance(reference, str) and reference:
        return reference
    if desk.session.path is None:
        return desk.words.say("New genogram")
    return title(desk.pen, desk.seen) if desk.by_worker else desk.words.say("Reference ?")
