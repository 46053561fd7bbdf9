"""Whom a step touches: the others stay where they stand, and it doesn't answer for what misled before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from genogram_app.family.graph import FamilyGraph
from genogram_app.family.kinship import couples
from genogram_app.layout.sheet.extents import Extent
from genogram_app.layout.standing.fault import Fault
from genogram_app.model.base import Record
from genogram_app.model.ids import Id
from genogram_app.model.ties import Bond, ChildOf, Edge, LivesIn, PartnerIn, Tie, Union
from genogram_app.picture.measured import Measured

#: What changes on a person, a service or a home shows in the room that it takes, or nowhere.
_KIN = Union, PartnerIn, ChildOf
_KINDS: tuple[type[Record], ...] = (*_KIN, LivesIn, Bond, Tie)


@dataclass(frozen=True)
class Touched:
    """Whom a step touches, with the couples and lines that it touches.

    kin: whose room, parents, partners or children changed. every: and whoever is related or housed anew.
    """

    kin: frozenset[Id]
    every: frozenset[Id]


def touched(before: FamilyGraph, was: Measured, after: FamilyGraph, now: Measured) -> Touched:
    """Give whom a step touches. before, after: the family; was, now: the room that everything takes."""
    wider = (key for key in _differing(was.extents, now.extents) if _grew(key, was.extents, now.extents))
    grown = {*wider, *_differing(was.labels, now.labels)}
    changed = list(_changed(before, after))
    kin = grown.union(*(_with_ends(record) for record in changed if isinstance(record, _KIN)))
    every = kin.union(*(_with_ends(record) for record in changed))
    partners = couples(after)
    return Touched(_with_partners(kin, partners), _with_partners(every, partners))


def _grew(key: Id, was: Mapping[Id, Extent], now: Mapping[Id, Extent]) -> bool:
    """Say whether something reaches further than before to any side, or is new."""
    if key not in was or key not in now:
        return key in now
    before, after = was[key].box, now[key].box
    within = before.left <= after.left and after.right <= before.right
    return not (within and before.top <= after.top and after.bottom <= before.bottom)


def _differing(was: Mapping[Id, Any], now: Mapping[Id, Any]) -> Iterator[Id]:
    """Go through what isn't the same in both."""
    for key in was.keys() | now.keys():
        one, other = was.get(key), now.get(key)
        if one is not other and one != other:
            yield key


def _changed(before: FamilyGraph, after: FamilyGraph) -> Iterator[Record]:
    """Go through the couples and links that aren't the same in both families, as they were and are."""
    for kind in _KINDS:
        one, other = _of(before, kind), _of(after, kind)
        if one is not other:
            was, now = ({record.id: record for record in records} for records in (one, other))
            for key in _differing(was, now):
                yield from (found[key] for found in (was, now) if key in found)


def _of(family: FamilyGraph, kind: type[Record]) -> tuple[Record, ...]:
    return family.edges(kind) if issubclass(kind, Edge) else family.nodes(kind)


def _with_ends(record: Record) -> tuple[Id, ...]:
    return (record.id, *record.ends) if isinstance(record, Edge) else (record.id,)


def _with_partners(keys: Iterable[Id], partners: Mapping[Id, Iterable[Id]]) -> frozenset[Id]:
    found = set(keys)
    return frozenset(found.union(*(partners[key] for key in found & partners.keys())))


def forgiven(
    faults: Iterable[Fault], family: FamilyGraph, touched: Touched, held: Iterable[Id]
) -> frozenset[Fault]:
    """Give those faults from before a step for which it doesn't answer.

    It answers for those of whom it touches, but never for what a hand made. held: who was placed by hand.
    """
    partners, by_hand = couples(family), frozenset(held)

    def excused(fault: Fault) -> bool:
        about = _with_partners(fault.of | fault.who, partners)
        return not by_hand.isdisjoint(about) or touched.every.isdisjoint(about)

    return frozenset(fault for fault in faults if excused(fault))


def touching(
    over: frozenset[tuple[Id, Id]], family: FamilyGraph, touched: Touched, moved: Iterable[Id]
) -> frozenset[tuple[Id, Id]]:
    """Give which relationships that run over others concern whom a step touches, or who moved for it."""
    ends = {edge.id: edge.ends for edge in (*family.edges(Bond), *family.edges(Tie))}
    near = touched.every.union(moved)
    return frozenset((line, who) for line, who in over if not near.isdisjoint((line, who, *ends[line])))
