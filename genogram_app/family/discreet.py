"""What no sheet gives away unless somebody switched it on: a foster carer's surname, a refuge, an address.

A sheet lies on tables and in bags. Who finds a child by one is whom the placement
keeps away. So they are taken out before anything is laid out, whoever the
reader; the family's view on the screen is without them as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from genogram_app.family import kinship
from genogram_app.family.case import Case
from genogram_app.model.agency import Agency
from genogram_app.model.base import Blank, Record, Value
from genogram_app.model.household import Household
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.ties import ChildOf
from genogram_app.words import words_in

_REFUGE = re.compile(r"\brefuges?\b", re.IGNORECASE)
_TITLES = frozenset("mr mrs miss ms mx dr auntie aunty uncle".split())
#: Fields that name records and cards: no words of anybody's.
_NO_WORDS = frozenset(
    "id kept about kind quality card gender gender_at_birth strength strain birth a b person union child "
    "parent household holder who worker".split()
)
#: A word of so few letters is no surname by which a family is found.
_LEAST = 2

Mask = Callable[[str], str]


@dataclass(frozen=True)
class _Found:
    """What stays off a sheet: records as they may be drawn, and words with what stands in their place."""

    records: tuple[Record, ...]
    instead: tuple[tuple[str, str], ...]


def discreet(case: Case, fostering: frozenset[str], language: str, *, addresses: bool = False) -> Case:
    """Give the case without what no sheet gives away; the very same where there is nothing.

    fostering: the kinds of a child's link whose carers' surnames stay off.
    addresses: whether those that were switched on may stay.
    """
    found = _found(case, fostering, words_in(language).say("a safe place"), addresses)
    if not found.records:
        return case
    masked = case.changed(put=found.records)
    if not found.instead:
        return masked
    mask = _mask(found.instead)
    changed = [fresh for record in masked.family.records() if (fresh := _without(record, mask)) is not record]
    return masked.with_(details=_without(masked.details, mask)).changed(put=changed)


def _found(case: Case, fostering: frozenset[str], safe: str, addresses: bool) -> _Found:
    records: list[Record] = []
    instead: dict[str, str] = {}
    for person in _foster_carers(case, fostering):
        drawn, dropped = _first_name(person)
        records.append(drawn)
        instead |= {word: f"{word[0]}." for word in dropped if not _is_anybody_else_s(case, person, word)}
    places: list[Household | Agency] = [*case.family.households, *case.family.agencies]
    for place in places:
        if (fresh := _safe(place, safe, addresses)) is not place:
            records.append(fresh)
            instead |= _words_of(place, fresh, safe)
    return _Found(tuple(records), tuple(sorted(instead.items(), key=lambda pair: (-len(pair[0]), pair))))


# -- foster carers --------------------------------------------------------------------


def _foster_carers(case: Case, fostering: frozenset[str]) -> Iterator[Person]:
    """Go through the foster carers whose surnames nobody has switched on."""
    carers: dict[Id, Person] = {}
    for link in case.family.edges(ChildOf):
        if link.kind in fostering:
            carers |= {person.id: person for person in kinship.parent_people(case.family, link)}
    for person in carers.values():
        if not person.surname_shown and isinstance(person.name, str) and len(person.name.split()) > 1:
            yield person


def _first_name(person: Person) -> tuple[Person, list[str]]:
    """Give somebody with the first name alone, or a title and an initial; and the words that went."""
    words = str(person.name).split()
    titles = [word for word in words[:-1] if word.casefold().strip(".") in _TITLES]
    given = next((word for word in words if word not in titles), "")
    dropped = [word for word in words if word not in (*titles, given) or (titles and word == given)]
    if titles:
        last = words[-1]
        return person.put(name=f"{titles[0]} {last[0]}.", known_as=_cut(person.known_as, dropped)), dropped
    return person.put(name=given, known_as=_cut(person.known_as, dropped)), dropped


def _cut(text: str, dropped: list[str]) -> str:
    gone = {word.casefold() for word in dropped}
    return " ".join(word for word in text.split() if word.casefold() not in gone)


def _is_anybody_else_s(case: Case, carer: Person, word: str) -> bool:
    """Say whether somebody else on the sheet has the name too, as relatives who foster do."""
    if len(word) < _LEAST:
        return True
    names = (f"{each.name} {each.known_as}" for each in case.family.people if each.id != carer.id)
    carers = _names_of_partners(case, carer)
    return any(word.casefold() in name.casefold().split() and name not in carers for name in names)


def _names_of_partners(case: Case, carer: Person) -> set[str]:
    return {f"{each.name} {each.known_as}" for each in kinship.partners_of(case.family, carer.id)}


# -- refuges and addresses -------------------------------------------------------------


def _safe(place: Household | Agency, safe: str, addresses: bool) -> Household | Agency:
    """Give a home or a service without a refuge's name and without an address nobody switched on."""
    changes: dict[str, Any] = {}
    hidden = _REFUGE.search(str(place.name)) if place.shown is None else not place.shown
    if hidden and isinstance(place.name, str):
        changes["name"] = safe
    if isinstance(place, Household) and not (place.address_shown and addresses):
        changes |= {"address": Blank.UNKNOWN} if isinstance(place.address, str) else {}
    return place.put(**changes) if changes else place


def _words_of(place: Household | Agency, fresh: Household | Agency, safe: str) -> dict[str, str]:
    found = {str(place.name): safe} if fresh.name != place.name else {}
    if isinstance(place, Household) and isinstance(fresh, Household) and fresh.address != place.address:
        found[str(place.address)] = "…"
    return found


# -- everywhere else ---------------------------------------------------------------------


def _mask(instead: tuple[tuple[str, str], ...]) -> Mask:
    """Make what puts other words in the place of some, wherever they stand whole."""
    by_word = {word.casefold(): other for word, other in instead}
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word, _ in instead), re.IGNORECASE)
    return lambda text: pattern.sub(lambda found: by_word[found[0].casefold()], text)


def _without(value: Any, mask: Mask) -> Any:
    """Give a value with words masked in all of it; the value itself where none was there."""
    if isinstance(value, str):
        return mask(value)
    if isinstance(value, tuple):
        fresh = tuple(_without(item, mask) for item in value)
        return fresh if fresh != value else value
    if not isinstance(value, Value):
        return value
    names = (name for name in type(value).model_fields if name not in _NO_WORDS)
    found = {name: _without(getattr(value, name), mask) for name in names}
    changes = {name: item for name, item in found.items() if item != getattr(value, name)}
    return value.put(**changes) if changes else value
