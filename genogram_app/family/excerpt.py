"""Part of a family that is too large for one sheet: those near to somebody, and nobody torn from a home."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

import networkx as nx

from genogram_app.family.case import Case
from genogram_app.family.graph import FamilyGraph
from genogram_app.family.kinship import close_family, links_down, members, partners, staying
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.ties import Bond, ChildOf, PartnerIn, Tie


@dataclass(frozen=True)
class Near:
    """Whose family is shown, and how many generations up and down."""

    person: Id
    reach: int


def excerpt(case: Case, near: Near) -> Case:
    """Give the case with only those near to a person, laid out afresh; the very same without the person.

    Near are: close family; whoever has a relationship with the person, good or bad, or is
    rung out of hours; the children whom the sheet is about. With them stay all who live with
    one of them now, the other parent of a child, and who is between: a ring, a couple or a
    child with somebody left out would tell another story. Homes and services stay where those
    stay whom they are of.
    """
    family = case.family
    if near.person not in family:
        return case
    kept = _all_with(family, _near(case, near))
    kept = _all_with(family, kept | _between(family, near.person, kept))
    gone = {one.id for one in family.people if one.id not in kept}
    gone |= {union.id for union in family.unions if not _is_whole(family, union.id, kept)}
    gone |= {home.id for home in family.households if not _is_home(family, home.id, kept)}
    own = {case.details.worker, case.details.go_to.who if case.details.go_to else None}
    served = {key for key in (*kept, *(home.id for home in family.households)) if key not in gone}
    gone |= {one.id for one in family.agencies if one.id not in own and not _serves(family, one.id, served)}
    return case.changed(drop=sorted(gone)).with_(placements=MappingProxyType({}))


def _near(case: Case, near: Near) -> set[Id]:
    """Give whom a sheet round somebody is of."""
    family, go_to = case.family, case.details.go_to
    tied = {end for bond in family.at(Bond, near.person) for end in bond.ends}
    called = {one.id for one in family.people if one.subject or (go_to and go_to.who == one.id)}
    people = {one.id for one in family.people}
    return {*close_family(family, near.person, near.reach), *called, *(tied & people)}


def _all_with(family: FamilyGraph, people: Iterable[Id]) -> set[Id]:
    """Give people with all who live with them now, and with the other parents of children who are there."""
    found, before = set(people), set[Id]()
    while found != before:
        before = set(found)
        for home in family.households:
            living = {stay.person for stay in members(family, home.id) if stay.until is None}
            found |= living if living & found else set()
        for union in family.unions:
            pair = {one.id for one in partners(family, union.id)}
            found |= pair if pair & found and found & _children(family, union.id) else set()
    return found


def _is_whole(family: FamilyGraph, union: Id, kept: set[Id]) -> bool:
    """Say whether nobody of a couple is left out, and there is anything that it joins."""
    pair = {one.id for one in partners(family, union)}
    return pair <= kept and (len(pair) > 1 or not kept.isdisjoint(_children(family, union)))


def _children(family: FamilyGraph, union: Id) -> set[Id]:
    return {link.child for link in links_down(family, union)}


def _is_home(family: FamilyGraph, home: Id, kept: set[Id]) -> bool:
    """Say whether nobody is left out who lives in a home, or, where nobody does any more, who did."""
    living = {stay.person for stay in staying(family, home) or members(family, home)}
    return bool(living) and living <= kept


def _between(family: FamilyGraph, person: Id, people: Iterable[Id]) -> set[Id]:
    """Give who is on the shortest ways from a person to others, by birth, care and partnership."""
    graph: nx.Graph[Id] = nx.Graph(
        edge.ends
        for kind in (PartnerIn, ChildOf)
        for edge in sorted(family.edges(kind), key=lambda one: one.id)
    )
    if person not in graph:
        return set()
    ways = nx.single_source_shortest_path(graph, person)
    return {key for one in people for key in ways.get(one, ()) if family.find(Person, key)}


def _serves(family: FamilyGraph, agency: Id, served: set[Id]) -> bool:
    """Say whether a service has to do with anybody, or a home, that stays."""
    lines = [edge for kind in (Tie, Bond, ChildOf) for edge in family.at(kind, agency)]
    return any(not served.isdisjoint(line.ends) for line in lines)
