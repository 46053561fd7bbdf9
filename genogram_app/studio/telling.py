"""A line of words told to the open case."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from genogram_app.catalog.load import Catalog
from genogram_app.edit.spoken.jobs import services_of
from genogram_app.edit.spoken.lexicon import Lexicon, lexicon
from genogram_app.edit.spoken.line import LineTold, tell
from genogram_app.edit.spoken.telling import Teller
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.studio.session import Session
from genogram_app.words import Words


def tell_line(session: Session, words: Words, text: str, about: Id | None) -> LineTold:
    """Read a line of words about somebody, as whoever looks at the case now sees it."""
    view = replace(session.view, as_at=session.today)
    teller = Teller(session.stamp, session.kinds, view, words)
    return tell(session.case, teller, lexicon_of(session.catalog, words), text, about)


@lru_cache(maxsize=4)
def lexicon_of(catalog: Catalog, words: Words) -> Lexicon:
    """Give the words that families use, with what the catalogue calls services and jobs."""
    return lexicon().knowing(services_of(catalog.agencies.values(), words))


def whom_about(session: Session, selection: tuple[Id, ...]) -> Id | None:
    """Give whom a line is about: the one person selected, or the only child whom the sheet is about."""
    family = session.seen.family
    chosen = [key for key in selection if family.find(Person, key) is not None]
    subjects = [person.id for person in family.people if person.subject]
    found = chosen or subjects
    return found[0] if len(found) == 1 else None


def new_in(before: FamilyGraph, after: FamilyGraph) -> list[Id]:
    """Give the ids of all that is new or told anew in a family."""
    return [
        record.id
        for record in after.records()
        if record.id not in before or before.record(record.id) != record
    ]
