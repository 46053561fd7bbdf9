"""Who somebody is, also where no name is known: in the list, on their page, over the box for the name."""

from __future__ import annotations

from genogram_app.model.person import Person
from genogram_app.practice.calling import person_called
from genogram_app.practice.question import Look
from genogram_app.studio.session import Session
from genogram_app.words import Words


def looking(session: Session, words: Words) -> Look:
    """Look at the case as it may be seen in this view."""
    return Look(session.seen, session.view.as_at, session.catalog, words)


def who_is(look: Look, person: Person) -> str:
    """Say who somebody without a name is: "Jay’s father"."""
    said = person.role or person_called(look, person)
    return said[:1].upper() + said[1:]
