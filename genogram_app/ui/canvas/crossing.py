"""Who was dragged into a ring or out of one: perhaps they moved house, perhaps the sheet was only tidied."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from genogram_app.drawing.geometry import contains
from genogram_app.drawing.primitives import Point
from genogram_app.edit import households
from genogram_app.edit.result import Edit, Stamp
from genogram_app.family import kinship
from genogram_app.family.case import Case
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.sheet.result import Layout
from genogram_app.model.base import Blank
from genogram_app.model.household import Household
from genogram_app.model.ids import Id
from genogram_app.model.person import DateField
from genogram_app.words import Words

#: Says what somebody is called in a sentence.
Named = Callable[[Id], str]


@dataclass(frozen=True, slots=True)
class Crossing:
    """Some people, and the homes that they may have left and come to; at least one of the two."""

    people: tuple[Id, ...]
    left: Id | None = None
    joined: Id | None = None


def crossing(family: FamilyGraph, layout: Layout, spots: Mapping[Id, Point]) -> Crossing | None:
    """Say who was dragged across a ring's edge, given where they were let go; None where nobody was.

    A whole home that is dragged elsewhere leaves nobody behind, so nobody has left it.
    """
    people = tuple(key for key in sorted(spots) if key in {person.id for person in family.people})
    homes = [home for home in family.households if home.id in layout.rings and home.until is None]
    left = next((home.id for home in homes if _leave(family, layout, home, people, spots)), None)
    joined = next((home.id for home in homes if _join(family, layout, home, people, spots)), None)
    return Crossing(people, left, joined) if left or joined else None


def _living(family: FamilyGraph, home: Household) -> set[Id]:
    return {stay.person for stay in kinship.members(family, home.id) if stay.until is None}


def _leave(
    family: FamilyGraph, layout: Layout, home: Household, people: Iterable[Id], spots: Mapping[Id, Point]
) -> bool:
    living, moved = _living(family, home), set(people)
    ring = layout.rings[home.id]
    return bool(moved) and moved < living and not any(contains(ring, spots[key]) for key in moved)


def _join(
    family: FamilyGraph, layout: Layout, home: Household, people: Iterable[Id], spots: Mapping[Id, Point]
) -> bool:
    living, ring = _living(family, home), layout.rings[home.id]
    moved = set(people)
    return (
        bool(moved)
        and not moved & living
        and all(contains(ring, spots[key]) and not contains(ring, layout.places[key]) for key in moved)
    )


def question(words: Words, seen: Case, across: Crossing, named: Named) -> str:
    """Ask whether they moved house."""
    who = words.listed([named(key) for key in across.people])
    if across.left and across.joined:
        template = "Did {who} move from {left} to {joined}?"
    else:
        template = "Did {who} move into {joined}?" if across.joined else "Did {who} move out of {left}?"
    homes = {"left": across.left, "joined": across.joined}
    said = {side: _home(words, seen, key, named) for side, key in homes.items() if key}
    return words.say(template, who=who, **said)


def _home(words: Words, seen: Case, key: Id, named: Named) -> str:
    """Say which home it is: by its name, else by who lives there."""
    home = seen.family.get(Household, key)
    if isinstance(home.name, str):
        return home.name
    living = sorted(_living(seen.family, home))
    return words.say("the home of {people}", people=words.listed([named(person) for person in living]))


def moved(case: Case, stamp: Stamp, across: Crossing, when: DateField | None) -> Edit:
    """Make the step that says that they moved."""
    if across.joined:
        return households.move_in(case, stamp, across.joined, across.people, when, leaving=across.left)
    assert across.left is not None
    until = Blank.NOT_ASKED if when is None else when
    return households.move_out(case, stamp, across.left, across.people, until)
