"""Walking the family with the arrow keys: up to a parent, down to a child, along the row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from genogram_app.drawing.primitives import Point
from genogram_app.family import kinship
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.ties import Edge

Way = Literal["up", "down", "left", "right"]
Places = Mapping[Id, Point]

#: How far apart, in points, two can stand in height and still be in one row.
ROW = 30.0


def step(family: FamilyGraph, places: Places, start: Id, way: Way, birth: str) -> Id | None:
    """Give whom an arrow key leads to from somebody; None where nobody is that way.

    Up leads to the parent who stands at the left, always the same one, and never
    to anybody else's. `birth` is the kind of link that goes before all others.
    From a line or a couple each arrow leads to whoever of theirs is that way.
    """
    if start not in places:
        return _off(family, places, start, way)
    if way in ("left", "right"):
        return _along(places, start, way)
    if way == "down":
        return _nearest(places, start, _children(family, start)) or _beyond(places, start, way)
    if family.find(Person, start) is None:
        return _beyond(places, start, way)
    strangers = {person.id for person in family.people}
    others = {key: at for key, at in places.items() if key == start or key not in strangers}
    return _leftmost(places, _parents(family, start, birth)) or _beyond(others, start, way)


def first(places: Places, subjects: Iterable[Id]) -> Id | None:
    """Give with whom to begin: the child it is about, else whoever stands at the top left."""
    child = next((key for key in subjects if key in places), None)
    return child or min(places, key=lambda key: (places[key][1], places[key][0], key), default=None)


def reading(places: Places, drawn: Iterable[Id]) -> tuple[Id, ...]:
    """Give the order in which Tab goes: row by row from the top left, then all else as it is drawn."""
    rows: list[list[Id]] = []
    for key in sorted(places, key=lambda key: (places[key][1], places[key][0], key)):
        if not rows or places[key][1] - places[rows[-1][0]][1] > ROW:
            rows.append([])
        rows[-1].append(key)
    figures = [key for row in rows for key in sorted(row, key=lambda key: (places[key][0], key))]
    return (*figures, *(key for key in drawn if key not in places))


def _off(family: FamilyGraph, places: Places, line: Id, way: Way) -> Id | None:
    """Give whom an arrow key leads to from a line or a couple, which have no place of their own."""
    edge = family.find(Edge, line)
    joined: tuple[Id, ...]
    if edge is not None:
        joined = edge.ends
    elif way == "down":
        joined = tuple(link.child for link in kinship.links_down(family, line))
    else:
        joined = tuple(each.id for each in kinship.partners(family, line))
    along = 0 if way in ("left", "right") else 1
    there = sorted((places[key][along], *places[key], key) for key in joined if key in places)
    last = way == "right" or (way == "down" and edge is not None)
    return there[-1 if last else 0][-1] if there else None


def _parents(family: FamilyGraph, person: Id, birth: str) -> list[Id]:
    """Give the parents by birth, or else whoever brings somebody up."""
    links = kinship.links_up(family, person)
    first = [link for link in links if link.kind == birth] or links
    return [parent.id for link in first for parent in kinship.parent_people(family, link)]


def _leftmost(places: Places, keys: Iterable[Id]) -> Id | None:
    there = [key for key in keys if key in places]
    return min(there, key=lambda key: (places[key][0], key), default=None)


def _children(family: FamilyGraph, person: Id) -> list[Id]:
    return [child.id for child in kinship.children_of(family, person)]


def _nearest(places: Places, start: Id, keys: Iterable[Id]) -> Id | None:
    x = places[start][0]
    there = [key for key in keys if key in places]
    return min(there, key=lambda key: (abs(places[key][0] - x), key), default=None)


def _along(places: Places, start: Id, way: Way) -> Id | None:
    x, y = places[start]
    sign = 1 if way == "right" else -1
    row = {key: at for key, at in places.items() if abs(at[1] - y) <= ROW and (at[0] - x) * sign > 0.5}
    return min(row, key=lambda key: (abs(row[key][0] - x), key), default=None) or _beyond(places, start, way)


def _beyond(places: Places, start: Id, way: Way) -> Id | None:
    """Give whoever stands nearest in a direction, within a cone that opens by half a right angle."""
    x, y = places[start]
    found: list[tuple[float, Id]] = []
    for key, (other_x, other_y) in places.items():
        dx, dy = other_x - x, other_y - y
        ahead, aside = {"up": (-dy, dx), "down": (dy, dx), "left": (-dx, dy), "right": (dx, dy)}[way]
        if ahead > 0.5 and abs(aside) <= ahead:
            found.append((ahead + 2 * abs(aside), key))
    return min(found)[1] if found else None
