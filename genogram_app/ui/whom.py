"""Who somebody is in the window, also where no name is known, and which case it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from genogram_app.catalog.load import Catalog
from genogram_app.drawing.same import Same
from genogram_app.family import kinship
from genogram_app.family.case import Case
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.picture.titleblock import title
from genogram_app.practice.calling import born_to, calls, kin_word, person_called, told_apart
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


def who_is_new(look: Look, person: Person) -> str:
    """Say who somebody is who was added just now: of a child both parents, else as everybody is called."""
    grown = kinship.unions_of(look.family, person.id) or kinship.links_down(look.family, person.id)
    said = "" if person.role or grown or person.unborn or person.nameless else born_to(look, person)
    return said or who_is(look, person)


def unnamed(look: Look) -> Mapping[Id, str]:
    """Say who everybody without a name is, so that no two are called alike: "Jay’s brother, 1 of 2"."""
    return _unnamed(Same(look.case), look.today, look.catalog, look.words)


#: Each row of the panels asks for it; it is worked out once for what is seen now.
@lru_cache(maxsize=2)
def _unnamed(seen: Same[Case], day: date, catalog: Catalog, words: Words) -> Mapping[Id, str]:
    look = Look(seen.value, day, catalog, words)
    people = sorted(look.family.people, key=lambda person: person.id)
    found = {each.id: who_is(look, each) for each in people if not each.named and not each.known_as}
    return MappingProxyType(told_apart(look, found))


def kin_words(look: Look) -> Mapping[Id, str]:
    """Say who everybody is to the child, by the words that are searched."""
    return _kin_words(Same(look.case), look.today, look.catalog, look.words)


@lru_cache(maxsize=2)
def _kin_words(seen: Same[Case], day: date, catalog: Catalog, words: Words) -> Mapping[Id, str]:
    look = Look(seen.value, day, catalog, words)
    return MappingProxyType({each.id: f"{each.role} {kin_word(look, each)}" for each in look.family.people})


def called_in_a_sentence(look: Look, key: Id) -> str:
    """Call somebody or something in a sentence, also where no name is known: "Jay’s father"."""
    person = look.family.find(Person, key)
    if person is None or person.named or person.known_as:
        return calls(look, key)
    return person.role or calls(look, key)


def which_case(desk: Desk) -> str:
    """Call the open case by its reference. Where it has none, only the worker's view says whose it is."""
    reference = desk.seen.details.reference
    if isinstance(reference, str) and reference:
        return reference
    if desk.session.path is None:
        return desk.words.say("New genogram")
    return title(desk.pen, desk.seen) if desk.by_worker else desk.words.say("Reference ?")
