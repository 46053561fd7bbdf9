"""The family as layout sees it: people by number, couples, and who hangs from whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from genogram_app.family.generations import generations
from genogram_app.family.graph import FamilyGraph
from genogram_app.family.kinship import birth_order
from genogram_app.layout.extents import Options
from genogram_app.model.dates import When
from genogram_app.model.ids import Id
from genogram_app.model.ties import ChildOf, PartnerIn, Union


@dataclass(frozen=True, slots=True)
class Couple:
    """A union: its partners by number, in the order in which they are named, and its place in time."""

    id: Id
    partners: tuple[int, ...]
    rank: int


@dataclass(frozen=True, slots=True)
class Brood:
    """Children who hang together: one parent or union, one meaning. Eldest first.

    care: whether it leaves the children in their birth family. couple: the
    number of the union, -1 under a single parent or a service. ink: the number
    of the link whose ink their shared bar wears.
    """

    parent: Id
    partners: tuple[int, ...]
    couple: int
    children: tuple[int, ...]
    links: tuple[Id, ...]
    ink: int
    care: bool


@dataclass(frozen=True)
class Kin:
    """The people of a view, sorted by id; everything else names them by number."""

    ids: tuple[Id, ...]
    rows: tuple[int, ...]
    leans_left: tuple[bool, ...]
    couples: tuple[Couple, ...]
    broods: tuple[Brood, ...]

    @cached_property
    def unions_each(self) -> tuple[int, ...]:
        """Give how many unions each person has."""
        count = [0] * len(self.ids)
        for couple in self.couples:
            for who in couple.partners:
                count[who] += 1
        return tuple(count)

    @cached_property
    def cares(self) -> tuple[Brood, ...]:
        """Give the broods that leave a child in its birth family, with a carer on the sheet."""
        return tuple(brood for brood in self.broods if brood.care and brood.partners)

    def outer(self, a: int, b: int) -> int:
        """Give on whose side children hang where others stand between: who has fewer unions."""
        return a if self.unions_each[a] < self.unions_each[b] else b

    @cached_property
    def births(self) -> tuple[Brood, ...]:
        """Give the broods that rule the order: birth and adoption, with a parent on the sheet."""
        return tuple(brood for brood in self.broods if not brood.care and brood.partners)


def kin_of(family: FamilyGraph, options: Options, only: Collection[Id] | None = None) -> Kin:
    """Number the people of a family, or some of them, and sort out who belongs to whom."""
    people = [person for person in family.people if only is None or person.id in only]
    number = {person.id: i for i, person in enumerate(people)}
    rows = generations(family, options.care_kinds)
    # Rows without anybody in this view are left out.
    dense = {row: i for i, row in enumerate(sorted({rows[person.id] for person in people}))}
    couples = _couples(family, number)
    return Kin(
        ids=tuple(person.id for person in people),
        rows=tuple(dense[rows[person.id]] for person in people),
        leans_left=tuple(person.gender in options.left_kinds for person in people),
        couples=couples,
        broods=tuple(_broods(family, number, couples, options)),
    )


def _couples(family: FamilyGraph, number: dict[Id, int]) -> tuple[Couple, ...]:
    partners: dict[Id, list[tuple[int, int]]] = defaultdict(list)
    for edge in family.edges(PartnerIn):
        if edge.person in number:
            partners[edge.union].append((edge.order, number[edge.person]))
    unions = [union for union in family.unions if union.id in partners]
    in_time = sorted(unions, key=lambda union: (_began(union), union.id))
    rank = {union.id: i for i, union in enumerate(in_time)}
    return tuple(
        Couple(union.id, tuple(dict.fromkeys(who for _, who in sorted(partners[union.id]))), rank[union.id])
        for union in unions
    )


def _began(union: Union) -> date:
    days = [spell.since.order[0] for spell in union.spells if isinstance(spell.since, When)]
    return min(days, default=date.max)


def _broods(
    family: FamilyGraph, number: dict[Id, int], couples: tuple[Couple, ...], options: Options
) -> list[Brood]:
    at = {couple.id: i for i, couple in enumerate(couples)}
    groups: dict[tuple[Id, str, bool], list[ChildOf]] = defaultdict(list)
    for edge in family.edges(ChildOf):
        if edge.child in number:
            groups[_group(edge, options)].append(edge)
    found = []
    for (parent, _, _), edges in sorted(groups.items()):
        edges.sort(key=lambda edge: birth_order(family, edge))
        couple = at.get(parent, -1)
        alone = (number[parent],) if parent in number else ()
        found.append(
            Brood(
                parent=parent,
                partners=couples[couple].partners if couple >= 0 else alone,
                couple=couple,
                children=tuple(number[edge.child] for edge in edges),
                links=tuple(edge.id for edge in edges),
                ink=_ink(edges, options),
                care=edges[0].kind in options.care_kinds,
            )
        )
    return found


def _group(edge: ChildOf, options: Options) -> tuple[Id, str, bool]:
    """Give what children must share to hang from one bar: care by its kind and whether it ended."""
    if edge.kind in options.care_kinds:
        return edge.parent, edge.kind, edge.until is not None
    return edge.parent, "", False


def _ink(edges: list[ChildOf], options: Options) -> int:
    return next((i for i, edge in enumerate(edges) if edge.kind in options.blood_kinds), 0)
