"""The case: a family and its sheet. Every edit goes from one case to the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from genogram_app.family.graph import EDGE_KINDS, NODE_KINDS, FamilyGraph
from genogram_app.model.agency import Agency
from genogram_app.model.base import Record
from genogram_app.model.document import (
    FAMILY_GROUNDS,
    SCHEMA,
    CaseDetails,
    Document,
    Ground,
    Page,
    Placement,
    Version,
    ViewKind,
)
from genogram_app.model.household import Household
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.ties import Bond, ChildOf, LivesIn, PartnerIn, Responsibility, Tie, Union

Placements = Mapping[Id, Placement]
_NOWHERE: Placements = MappingProxyType({})
#: The document's list for each kind of record.
LISTS: Mapping[str, type[Record]] = MappingProxyType(
    {
        "people": Person,
        "unions": Union,
        "households": Household,
        "agencies": Agency,
        "partners": PartnerIn,
        "children": ChildOf,
        "living": LivesIn,
        "bonds": Bond,
        "ties": Tie,
        "responsible": Responsibility,
    }
)


@dataclass(frozen=True)
class Case:
    """A family graph, what its sheet says, where things stand, and its versions. Immutable.

    placements: on the sheets of the whole family, and on those of the family's own (`seen.ground`).
    """

    details: CaseDetails
    family: FamilyGraph = field(default_factory=FamilyGraph)
    placements: Mapping[Ground, Placements] = field(default_factory=lambda: MappingProxyType({}))
    page: Page = field(default_factory=Page)
    versions: tuple[Version, ...] = ()
    kept: str = ""

    def changed(self, put: Iterable[Record] = (), drop: Iterable[Id] = ()) -> Case:
        """Give the case with records added, replaced or taken out, and no placement left over."""
        gone = tuple(drop)
        return replace(self, family=self.family.changed(put=put, drop=gone)).without_places(gone)

    def with_(self, **changes: Any) -> Case:
        """Give the case with its details, page, versions or placements changed."""
        return replace(self, **changes)

    def placed(self, ground: Ground) -> Placements:
        """Give where everybody stands on a sheet."""
        return self.placements.get(ground, _NOWHERE)

    def place(self, ground: Ground, places: Mapping[Id, Placement]) -> Case:
        """Give the case with some things placed on a sheet, the rest as they were."""
        return self.standing(ground, dict(self.placed(ground)) | dict(places))

    def unplace(self, ground: Ground, keys: Iterable[Id]) -> Case:
        """Give the case with some placements of a sheet forgotten."""
        gone = set(keys)
        return self.standing(ground, {key: at for key, at in self.placed(ground).items() if key not in gone})

    def standing(self, ground: Ground, places: Mapping[Id, Placement]) -> Case:
        """Give the case with just these placements on a sheet."""
        placements = dict(self.placements) | {ground: MappingProxyType(dict(places))}
        return replace(self, placements=MappingProxyType(placements))

    def without_places(self, keys: tuple[Id, ...]) -> Case:
        """Give the case with some placements forgotten, on every sheet."""
        case = self
        for ground, places in self.placements.items():
            if any(key in places for key in keys):
                case = case.unplace(ground, keys)
        return case


def from_document(document: Document) -> Case:
    """Make the case that a document describes. Raises NotFoundError for an edge that leads nowhere."""
    records = [record for name in LISTS for record in getattr(document, name)]
    common, own = document.placements, document.family_placements
    places: dict[Ground, Placements] = {kind: MappingProxyType(dict(there)) for kind, there in common.items()}
    places |= {FAMILY_GROUNDS[kind]: MappingProxyType(dict(there)) for kind, there in own.items()}
    return Case(
        details=document.details,
        family=FamilyGraph.of(records),
        placements=MappingProxyType(places),
        page=document.page,
        versions=document.versions,
        kept=document.kept,
    )


def to_document(case: Case) -> Document:
    """Give the document of a case: every list sorted by id, so the same case gives the same bytes."""
    found = {name: _all(case.family, kind) for name, kind in LISTS.items()}
    return Document(
        schema_number=SCHEMA,
        details=case.details,
        placements=_by_kind(case, {kind: kind for kind in FAMILY_GROUNDS}),
        family_placements=_by_kind(case, FAMILY_GROUNDS),
        page=case.page,
        versions=case.versions,
        kept=case.kept,
        **found,
    )


def _by_kind(case: Case, grounds: Mapping[ViewKind, Ground]) -> dict[ViewKind, dict[Id, Placement]]:
    """Give where things stand on some sheets, by which of the three each is; nothing of an empty one."""
    found = {kind: dict(sorted(case.placed(ground).items())) for kind, ground in sorted(grounds.items())}
    return {kind: places for kind, places in found.items() if places}


def _all(family: FamilyGraph, kind: type[Any]) -> tuple[Any, ...]:
    return family.nodes(kind) if kind in NODE_KINDS else family.edges(kind) if kind in EDGE_KINDS else ()
