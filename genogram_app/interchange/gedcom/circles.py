"""Circles: people who are recorded as their own ancestors."""

from __future__ import annotations

from genogram_app.family import kinship
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.ids import Id


def in_circles(family: FamilyGraph) -> tuple[Id, ...]:
    """Give everybody who stands between two of their own ancestors and descendants, sorted by id.

    People without parents, then without children, are taken away until nobody
    is left but those in circles and on ways between circles.
    """
    parents = {person.id: _parents(family, person.id) for person in family.people}
    children: dict[Id, set[Id]] = {key: set() for key in parents}
    for child, above in parents.items():
        for parent in above:
            children[parent].add(child)
    return tuple(sorted(_core(parents, children) & _core(children, parents)))


def _parents(family: FamilyGraph, child: Id) -> set[Id]:
    links = kinship.links_up(family, child)
    return {parent.id for link in links for parent in kinship.parent_people(family, link)}


def _core(above: dict[Id, set[Id]], below: dict[Id, set[Id]]) -> set[Id]:
    """Give who is left when everybody with nobody above them is taken away, again and again."""
    left = {key: len(others) for key, others in above.items()}
    free = [key for key, count in left.items() if count == 0]
    while free:
        key = free.pop()
        del left[key]
        for other in below[key]:
            left[other] -= 1
            if left[other] == 0:
                free.append(other)
    return set(left)
