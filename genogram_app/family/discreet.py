"""What no sheet gives away unless somebody switched it on: a foster carer's surname, a refuge, an address.

A sheet lies on tables and in bags. Who finds a child by one is whom the placement
keeps away. So they are taken out before anything is laid out, whoever the
reader; the family's view on the screen is without them as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from genogram_app.drawing.same import Same
from genogram_app.family.case import Case
from genogram_app.family.fostering import (
    Cut,
    cuts,
    first_names,
    full_names,
    gone,
    surnames_in_texts,
    surnames_switched_on,
)
from genogram_app.family.graph import FamilyGraph
from genogram_app.family.home_names import shortened
from genogram_app.model.agency import Agency
from genogram_app.model.base import Blank, Record, Value
from genogram_app.model.household import Household
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.placements import Placements
from genogram_app.model.ties import ChildOf
from genogram_app.words import words_in

_REFUGE = re.compile(r"\brefuges?\b", re.IGNORECASE)
#: Fields that name records and cards: no words of anybody's.
_NO_WORDS = frozenset(
    "id kept about kind quality card gender gender_at_birth strength strain birth a b person union child "
    "parent household holder who worker".split()
)
Mask = Callable[[str], str]


@dataclass(frozen=True)
class _Off:
    """What stays off a sheet: the family as it may be drawn, and what puts other words into any text."""

    family: FamilyGraph
    mask: Mask | None


def discreet(
    case: Case,
    fostering: Placements,
    language: str,
    *,
    addresses: bool = False,
    whole: Case | None = None,
) -> Case:
    """Give the case without what no sheet gives away; the very same where there is nothing.

    fostering: the kinds of a child's link, of a home and of a service that are placements: the
    surnames of carers, and the names of such places, stay off.
    addresses: whether those that were switched on may stay.
    whole: what tells who fosters, which home is a refuge and what its address is, where this case
    holds only what its reader may see of it on one day.
    """
    told_by = case.family if whole is None else whole.family
    off = _off(Same(case.family), Same(told_by), fostering, language, addresses)
    masked = case if off.family is case.family else case.with_(family=off.family)
    details = case.details if off.mask is None else _without(case.details, off.mask)
    return masked if details is case.details else masked.with_(details=details)


#: Asked several times for one sheet, with other places or none. The same family stays off in the same words.
@lru_cache(maxsize=8)
def _off(
    of: Same[FamilyGraph],
    told_by: Same[FamilyGraph],
    fostering: Placements,
    language: str,
    addresses: bool,
) -> _Off:
    """Give a family without what no sheet gives away; the very same where there is nothing.

    An empty text in the place of a name: it stays.
    """
    family, whole, safe = of.value, told_by.value, words_in(language).say("a safe place")
    carers = cuts(whole, fostering)
    cut = frozenset(each.person.id for each in carers)
    records: list[Record] = [drawn for each in carers if (drawn := _as_cut(family, each))]
    records += [fresh for place in _places(family) if (fresh := _safe(place, safe, addresses)) is not place]
    masked = family.changed(put=records) if records else family
    instead = _instead(family, whole, carers, fostering, safe, addresses)
    if not instead:
        return _Off(masked, None)
    mask = _mask(instead)
    fresh_ones = ((record, _masked(record, mask, cut)) for record in masked.records())
    changed = [fresh for record, fresh in fresh_ones if fresh is not record]
    return _Off(masked.changed(put=changed) if changed else masked, mask)


def _instead(
    family: FamilyGraph,
    whole: FamilyGraph,
    carers: Sequence[Cut],
    fostering: Placements,
    safe: str,
    addresses: bool,
) -> list[tuple[str, str]]:
    """Give the patterns of what stays off with what stands in their place, the longest first."""
    cut = {each.person.id for each in carers}
    instead = _homes_surnames(family, whole, fostering)
    instead |= gone(family, carers) if carers else {}
    instead |= {_whole(name): "" for name in full_names(family, cut)} if instead else {}
    for place in (*_places(family), *_places(whole)):
        instead |= _words_of(place, _safe(place, safe, addresses), safe)
    return sorted(instead.items(), key=lambda pair: (-len(pair[0]), pair))


def _places(family: FamilyGraph) -> list[Household | Agency]:
    return [*family.households, *family.agencies]


def _as_cut(family: FamilyGraph, cut: Cut) -> Person | None:
    """Give somebody as they may be drawn, as far as the sheet shows them; None where nothing goes."""
    there = family.find(Person, cut.person.id)
    if there is None:
        return None
    named = isinstance(there.name, str)
    drawn = there.put(
        name=cut.person.name if named else there.name,
        known_as=cut.person.known_as if there.known_as else "",
    )
    return drawn if drawn != there else None


def _homes_surnames(family: FamilyGraph, whole: FamilyGraph, fostering: Placements) -> dict[str, str]:
    """Give the patterns of foster homes' names and of surnames in them, whoever is known to live there."""
    homes = _placed_at(whole, fostering)
    if not homes:
        return {}
    seen = [place for place in _places(family) if place.id in {home.id for home in homes}]
    names = {str(home.name) for home in (*homes, *seen) if isinstance(home.name, str)}
    first = {name for person in family.people for name in first_names(person)}
    switched_on = surnames_switched_on(whole)
    found: dict[str, str] = {}
    for name in sorted(names):
        short, surnames = shortened(name, first, switched_on)
        found |= {_whole(name): short} if short != name else {}
        for word in sorted(surnames):
            spelt = {word, word[:1].upper() + word[1:], word.upper()}
            found |= surnames_in_texts(spelt, first, cased=True)
    return found


def _placed_at(family: FamilyGraph, fostering: Placements) -> list[Household | Agency]:
    """Give the homes and services in which a child is or was placed, unless their name is switched on."""
    served = {link.parent for link in family.edges(ChildOf) if link.kind in fostering.links}
    homes = [home for home in family.households if home.kind in fostering.homes]
    services = [each for each in family.agencies if each.kind in fostering.services or each.id in served]
    places: list[Household | Agency] = [*homes, *services]
    return [place for place in places if not place.shown]


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
    """Give the patterns of what went, each with what stands in its place."""
    found = {_whole(place.name): safe} if fresh.name != place.name else {}
    if isinstance(place, Household) and isinstance(fresh, Household) and fresh.address != place.address:
        found[_whole(place.address)] = "…"
    return found


def _whole(text: object) -> str:
    return rf"(?<!\w){re.escape(str(text))}(?!\w)"


# -- everywhere else ---------------------------------------------------------------------


def _mask(instead: Sequence[tuple[str, str]]) -> Mask:
    """Make what puts other words in the place of some, wherever they stand whole."""
    groups = (f"(?P<g{number}>{pattern})" for number, (pattern, _) in enumerate(instead))
    others = {f"g{number}": other for number, (_, other) in enumerate(instead)}
    pattern = re.compile("|".join(groups), re.IGNORECASE)
    return lambda text: pattern.sub(lambda found: others[str(found.lastgroup)] or found[0], text)


def _masked(record: Record, mask: Mask, cut: Container[Id]) -> Record:
    """Give a record with words masked in it; nobody else's own name is, whoever shares it."""
    fresh: Record = _without(record, mask)
    if fresh is record or not isinstance(record, Person) or record.id in cut:
        return fresh
    return fresh.put(name=record.name, known_as=record.known_as)


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
