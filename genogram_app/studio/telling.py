"""A line of words told to the open case."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from genogram_app.catalog.load import Catalog
from genogram_app.edit.spoken.jobs import services_of
from genogram_app.edit.spoken.left import NOTHING_LEFT, Open
from genogram_app.edit.spoken.lexicon import Lexicon, lexicon
from genogram_app.edit.spoken.line import LineTold, tell
from genogram_app.edit.spoken.telling import Teller
from genogram_app.family import kinship
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.studio.session import Session
from genogram_app.words import Words


class Whom(NamedTuple):
    """Whom a line is told of: `about`, and somebody else who is selected, of whom a word may be as well."""

    about: Id | None
    beside: Id | None = None


def tell_line(session: Session, words: Words, text: str, whom: Whom, left: Open = NOTHING_LEFT) -> LineTold:
    """Read a line of words about somebody, as whoever looks at the case now sees it.

    left: what is known of them, where they were left of another line. Nobody counts who has gone since.
    """
    family = session.seen.family
    left = replace(left, people=tuple(key for key in left.people if family.find(Person, key) is not None))
    view = replace(session.view, as_at=session.today)
    teller = Teller(session.stamp, session.kinds, view, words)
    return tell(session.case, teller, lexicon_of(session.catalog, words), text, *whom, left)


@lru_cache(maxsize=4)
def lexicon_of(catalog: Catalog, words: Words) -> Lexicon:
    """Give the words that families use, with what the catalogue calls services and jobs."""
    return lexicon().knowing(services_of(catalog.agencies.values(), words))


def whom_about(session: Session, selection: tuple[Id, ...]) -> Whom:
    """Give whom a line is about: the child of the sheet, from whose side families are told.

    Of several such children one stands for all where they have the same parents, if somebody
    else is selected. Where the sheet is about nobody, it is whoever is selected.
    """
    family = session.seen.family
    chosen = [key for key in selection if family.find(Person, key) is not None]
    children = [person.id for person in family.people if person.subject]
    if len(chosen) == 1 and chosen[0] in children:
        return Whom(chosen[0])
    if len(chosen) > 1:
        return Whom(None)
    if not chosen:
        return Whom(children[0] if len(children) == 1 else None)
    births = {_births(family, key, session.kinds.birth) for key in children}
    return Whom(children[0], chosen[0]) if len(births) == 1 else Whom(chosen[0])


def _births(family: FamilyGraph, child: Id, birth: str) -> frozenset[Id]:
    """Give to whom a child was born."""
    return frozenset(link.parent for link in kinship.links_up(family, child) if link.kind == birth)
