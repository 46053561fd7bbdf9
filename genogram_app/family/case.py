"""The case: a family and its sheet. Every edit goes from one case to the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from genogram_app.family.graph import EDGE_KINDS, NODE_KINDS, FamilyGraph
from genogram_app.model.agency import Agency
from genogram_app.model.base import Record
from genogram_app.model.document import SCHEMA, CaseDetails, Document, Page, Placement, Version, ViewKind
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
    """A family graph, what its sheet says, where things stand, and its versions. Immutable."""

    details: CaseDetails
    family: FamilyGraph = field(default_factory=FamilyGraph)
    placements: Mapping[ViewKind, Placements] = field(default_factory=lambda: MappingProxyType({}))
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

    def placed(self, view: ViewKind) -> Placements:
        """Give where everybody stands in a view."""
        return self.placements.get(view, _NOWHERE)

    def place(self, view: ViewKind, places: Mapping[Id, Placement]) -> Case:
        """Give the case with some things placed in a view, the rest as they were."""
        merged = MappingProxyType(dict(self.placed(view)) | dict(places))
        return replace(self, placements=MappingProxyType(dict(self.placements) | {view: merged}))

    def unplace(self, view: ViewKind, keys: Iterable[Id]) -> Case:
        """Give the case with some placements of a view forgotten."""
        gone = set(keys)
        left = MappingProxyType({key: place for key, place in self.placed(view).items() if key not in gone})
        return replace(self, placements=MappingProxyType(dict(self.placements) | {view: left}))

    def without_places(self, keys: tuple[Id, ...]) -> Case:
        """Give the case with some placements forgotten, in every view."""
        case = self
        for view, places in self.placements.items():
            if any(key in places for key in keys):
                case = case.unplace(view, keys)
        return case


def from_document(document: Document) -> Case:
    """Make the case that a document describes. Raises NotFoundError for an edge that leads nowhere."""
    records = [record for name in LISTS for record in getattr(document, name)]
    places = {view: MappingProxyType(dict(by_id)) for view, by_id in document.placements.items()}
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
    places = {view: dict(sorted(by_id.items())) for view, by_id in sorted(case.placements.items()) if by_id}
    return Document(
        schema_number=SCHEMA,
        details=case.details,
        placements=places,
        page=case.page,
        versions=case.versions,
        kept=case.kept,
        **found,
    )


def _all(family: FamilyGraph, kind: type[Any]) -> tuple[Any, ...]:
    return family.nodes(kind) if kind in NODE_KINDS else family.edges(kind) if kind in EDGE_KINDS else ()
