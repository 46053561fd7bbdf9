"""Who belongs to whom: partners, parents, children, brothers and sisters, rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from genogram_app.family.graph import FamilyGraph
from genogram_app.model.dates import When
from genogram_app.model.household import Household
from genogram_app.model.ids import Id
from genogram_app.model.person import DateField, Person
from genogram_app.model.ties import Bond, ChildOf, LivesIn, PartnerIn, Responsibility, Tie, Twin, Union

#: What begins and ends.
Dated = ChildOf | LivesIn | Bond | Tie | Household | Responsibility


def partners(family: FamilyGraph, union: Id) -> tuple[Person, ...]:
    """Give the partners in a union, in the order in which they are named."""
    edges = sorted(family.into(PartnerIn, union), key=lambda edge: (edge.order, edge.id))
    return tuple(family.get(Person, edge.person) for edge in edges)


def couples(family: FamilyGraph) -> dict[Id, list[Id]]:
    """Give the partners of every union that has any, in the order in which they are named."""
    found: dict[Id, list[tuple[int, Id, Id]]] = {}
    for edge in family.edges(PartnerIn):
        found.setdefault(edge.union, []).append((edge.order, edge.id, edge.person))
    return {union: [person for _, _, person in sorted(named)] for union, named in found.items()}


def unions_of(family: FamilyGraph, person: Id) -> tuple[Union, ...]:
    """Give the unions of a person, the earliest first, those without a date last."""
    found = [family.get(Union, edge.union) for edge in family.out_of(PartnerIn, person)]
    return tuple(sorted(found, key=lambda union: (*_began(union), union.id)))


def _began(union: Union) -> tuple[date, date]:
    dated = [spell.since.order for spell in union.spells if isinstance(spell.since, When)]
    return min(dated, default=(date.max, date.max))


def partners_of(family: FamilyGraph, person: Id) -> tuple[Person, ...]:
    """Give everybody who shares a union with a person, once each, in order of time."""
    found = {
        other.id: other
        for union in unions_of(family, person)
        for other in partners(family, union.id)
        if other.id != person
    }
    return tuple(found.values())


def links_down(family: FamilyGraph, parent: Id) -> tuple[ChildOf, ...]:
    """Give the child links of a union, a person or a service, eldest child first."""
    return in_birth_order(family, family.into(ChildOf, parent))


def in_birth_order(family: FamilyGraph, links: Sequence[ChildOf]) -> tuple[ChildOf, ...]:
    """Give the links of one parent's or couple's children, the eldest child first.

    Dates of birth win. A child without one keeps the place that the kept order
    gives it among its brothers and sisters; where none was kept it stands last.
    """
    if len(links) < 2:
        return tuple(links)
    born = {link.id: _day(family.get(Person, link.child).born) for link in links}
    if date.max not in born.values():
        return tuple(sorted(links, key=lambda link: (born[link.id], link.order, link.birth, link.child)))
    kept = sorted(links, key=lambda link: (link.order, born[link.id], link.birth, link.child))
    dated = (link for link in kept if born[link.id] < date.max)
    eldest = iter(sorted(dated, key=lambda link: born[link.id]))
    return tuple(next(eldest) if born[link.id] < date.max else link for link in kept)


def born_together(family: FamilyGraph) -> tuple[tuple[ChildOf, ...], ...]:
    """Give the links of those who were born together, eldest first, whoever are identical side by side."""
    found: dict[tuple[Id, str], list[ChildOf]] = {}
    for link in family.edges(ChildOf):
        if link.birth and link.twin:
            found.setdefault((link.parent, link.birth), []).append(link)
    return tuple(_alike_beside(in_birth_order(family, links)) for links in found.values() if len(links) > 1)


def _alike_beside(links: Sequence[ChildOf]) -> tuple[ChildOf, ...]:
    """Bring identical twins together where the elder is: a bar joins neighbours alone."""
    alike = [i for i, link in enumerate(links) if link.twin is Twin.IDENTICAL]
    place = {links[i].id: alike[0] for i in alike}
    return tuple(
        link for _, link in sorted(enumerate(links), key=lambda each: place.get(each[1].id, each[0]))
    )


def _day(when: DateField) -> date:
    return when.order[0] if isinstance(when, When) else date.max


def links_up(family: FamilyGraph, child: Id) -> tuple[ChildOf, ...]:
    """Give the links to everybody whose child somebody is or was, sorted by id."""
    return family.out_of(ChildOf, child)


def parent_people(family: FamilyGraph, link: ChildOf) -> tuple[Person, ...]:
    """Give the people at the upper end of a child link; none where it is a service."""
    if family.find(Union, link.parent):
        return partners(family, link.parent)
    person = family.find(Person, link.parent)
    return (person,) if person else ()


def children_of(family: FamilyGraph, person: Id) -> tuple[Person, ...]:
    """Give everybody who is linked as a child to a person, alone or in a union."""
    parents = [person, *(edge.union for edge in family.out_of(PartnerIn, person))]
    found = {link.child: None for parent in parents for link in links_down(family, parent)}
    return tuple(family.get(Person, child) for child in found)


def siblings_of(family: FamilyGraph, person: Id) -> tuple[Person, ...]:
    """Give everybody who shares a parent or a pair of parents with somebody."""
    found: dict[Id, None] = {}
    for link in links_up(family, person):
        for parent in parent_people(family, link):
            found |= {child.id: None for child in children_of(family, parent.id)}
        found |= {other.child: None for other in links_down(family, link.parent)}
    found.pop(person, None)
    return tuple(family.get(Person, key) for key in sorted(found))


def close_family(family: FamilyGraph, person: Id, reach: int) -> frozenset[Id]:
    """Give who is near: forebears up to some generations, all their descendants as far down, and partners.

    With 1 those are parents, brothers and sisters, children; with 2 also grandparents,
    aunts, cousins, nieces and grandchildren.
    """
    found = {person}
    above = {person}
    for _ in range(reach):
        links = [link for key in sorted(above) for link in links_up(family, key)]
        above = {parent.id for link in links for parent in parent_people(family, link)}
        found |= above
    below = set(found)
    for _ in range(reach):
        below = {child.id for key in sorted(below) for child in children_of(family, key)}
        found |= below
    return frozenset(found | {other.id for key in sorted(found) for other in partners_of(family, key)})


def current(record: Dated, day: date) -> bool:
    """Say whether something dated holds on a day; an unknown end means it ended."""
    begun = not isinstance(record.since, When) or record.since.by(day)
    return begun and not over(record, day)


def over(record: Dated, day: date) -> bool:
    """Say whether something dated had ended by a day; an unknown end means it had."""
    return record.until is not None and (not isinstance(record.until, When) or record.until.by(day))


def members(family: FamilyGraph, household: Id) -> tuple[LivesIn, ...]:
    """Give the places in a household, sorted by id."""
    return family.into(LivesIn, household)


def staying(family: FamilyGraph, household: Id) -> tuple[LivesIn, ...]:
    """Give the places of those who live in a home; of one that has ended, of those who did to its end.

    A stay that ended with the home, as precisely as both are known, lasted to its end.
    """
    end = family.get(Household, household).until
    return tuple(
        stay for stay in members(family, household) if stay.until is None or _lasted(family, stay, end)
    )


def _lasted(family: FamilyGraph, stay: LivesIn, end: DateField | None) -> bool:
    """Say whether nothing tells that a stay that is over ended before its home did."""
    if not (isinstance(end, When) and isinstance(stay.until, When)):
        # Of whoever has died the end is known to be the home's, though nobody knows when that was.
        return end is not None and stay.until == end and family.get(Person, stay.person).dead
    return (stay.until.latest or date.max) >= (end.earliest or date.min)


def homes_of(family: FamilyGraph, person: Id) -> tuple[tuple[LivesIn, Household], ...]:
    """Give the homes of a person with their place in each, sorted by the place's id."""
    return tuple((edge, family.get(Household, edge.household)) for edge in family.out_of(LivesIn, person))
