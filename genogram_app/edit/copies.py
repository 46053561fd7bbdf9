"""Copying people, with what joins them, inside a case and from one to another.

A copy is somebody new: it has ids of its own, is nobody's subject child, and
is joined to nobody but those who were copied with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from genogram_app.edit.records import called
from genogram_app.edit.result import Edit, Stamp
from genogram_app.errors import RefusedError
from genogram_app.family import kinship
from genogram_app.family.case import Case
from genogram_app.family.graph import EDGE_KINDS, FamilyGraph
from genogram_app.family.seen import Reader, View, seen
from genogram_app.model.agency import Agency
from genogram_app.model.base import Basis, Record, Share
from genogram_app.model.document import CaseDetails
from genogram_app.model.household import Household
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.ties import Edge, LivesIn, Union
from genogram_app.words import Sentence

R = TypeVar("R", bound=Record)
#: Said alike where nothing was copied and where what was copied isn't for these eyes.
NOTHING_TO_PASTE = "There is nothing to paste here."
#: What an id begins with; that of a line is "e".
_LETTERS: Mapping[type[Record], str] = {Person: "p", Union: "u", Household: "h", Agency: "a"}


def taken(case: Case, keys: Iterable[Id]) -> Case:
    """Give a part of a case that stands by itself: some people, homes and services, with what joins them.

    A couple's line brings the two, and those who live in a home bring the home. Nothing else of the
    case comes along: no details, no places, no versions.
    """
    family = case.family
    chosen = {key for key in keys if any(family.find(kind, key) for kind in _LETTERS)}
    chosen |= {person.id for key in sorted(chosen) for person in kinship.partners(family, key)}
    chosen |= {edge.household for key in sorted(chosen) for edge in family.out_of(LivesIn, key)}
    chosen |= {union.id for union in family.unions if _joins(family, union.id, chosen)}
    edges = [edge for kind in EDGE_KINDS for edge in family.edges(kind) if chosen.issuperset(edge.ends)]
    nodes = [family.record(key) for key in sorted(chosen)]
    return Case(CaseDetails(id="copied"), FamilyGraph.of([*nodes, *edges]))


def duplicate(case: Case, stamp: Stamp, keys: Iterable[Id]) -> Edit:
    """Put a second of everything chosen on the sheet; who may see it stays as it was."""
    wanted = tuple(keys)
    part = _for_eyes_of(stamp, taken(case, wanted))
    named = called(case, wanted[0]) if len(wanted) == 1 else str(len(wanted))
    return _put(case, stamp, part, Sentence.of("Duplicate {name}", quiet="Duplicate", name=named))


def paste(case: Case, stamp: Stamp, copied: Case) -> Edit:
    """Put what was copied, here or in another case, on the sheet.

    What one family was shown isn't another's to see: in the worker's view it is for the case file
    alone until it is shared. The family's view takes what a family may see; raises RefusedError
    where that is nothing, and doesn't say that anything is kept from them.
    """
    part = _for_eyes_of(stamp, copied)
    if not len(part.family) or (copied.family.people and not part.family.people):
        raise RefusedError(NOTHING_TO_PASTE)
    if stamp.sees_all:
        records = [_kept_back(record) for record in part.family.records()]
        part = replace(part, family=FamilyGraph.of(records))
    return _put(case, stamp, part, Sentence("Paste"))


def _joins(family: FamilyGraph, union: Id, chosen: set[Id]) -> bool:
    """Say whether a couple's line joins two of those chosen: partners, or one of them and a child."""
    partners = {person.id for person in kinship.partners(family, union)}
    children = {link.child for link in kinship.links_down(family, union)}
    return union in chosen or (bool(partners & chosen) and len((partners | children) & chosen) > 1)


def _for_eyes_of(stamp: Stamp, part: Case) -> Case:
    """Leave out what whoever enters may not see; in the family's view all is told anew, here and now."""
    if stamp.sees_all:
        return part
    family, harmless, asked = Reader.FAMILY, stamp.harmless, stamp.paternity
    shown = seen(part, View(as_at=stamp.today, reader=family, harmless=harmless, paternity=asked))
    records = [_resting_on(record, stamp.basis()) for record in shown.family.records()]
    return replace(shown, family=FamilyGraph.of(records))


def _put(case: Case, stamp: Stamp, part: Case, label: Sentence) -> Edit:
    """Put a part into a case under new ids."""
    old = list(part.family.records())
    ids = {record.id: stamp.new_id(_LETTERS.get(type(record), "e")) for record in old}
    fresh = [_renewed(record, ids, stamp) for record in old]
    select = tuple(record.id for record in fresh if isinstance(record, Person | Agency))
    return Edit(label, case.changed(put=fresh) if fresh else case, select)


def _renewed(record: Record, ids: Mapping[Id, Id], stamp: Stamp) -> Record:
    changes: dict[str, Any] = {"id": ids[record.id]}
    if isinstance(record, Edge):
        changes |= dict(zip(record.ENDS, (ids[end] for end in record.ends), strict=True))
    if isinstance(record, Person):
        themes = tuple(theme.put(id=stamp.new_id("t")) for theme in record.themes)
        changes |= {"themes": themes, "subject": False}
    return record.put(**changes)


def _kept_back(record: R) -> R:
    """Give a record for the case file alone, to the last word in it."""
    return _based(record, lambda basis: basis.put(share=Share.CASE_FILE))


def _resting_on(record: R, basis: Basis) -> R:
    """Give a record of which everything rests on the same."""
    return _based(record, lambda _: basis)


def _based(record: R, change: Callable[[Basis], Basis]) -> R:
    """Change what a record, its fields, and the items of its lists rest on."""
    fields: dict[str, Any] = {}
    for name in ("said", "accounts", "quotes", *record.statements()):
        value = getattr(record, name)
        if isinstance(value, tuple):
            fields[name] = tuple(_item_based(item, change) for item in value)
    return record.put(**fields, basis=change(record.basis))


def _item_based(item: Any, change: Callable[[Basis], Basis]) -> Any:
    changes = {
        name: change(basis)
        for name in ("basis", "until_basis")
        if isinstance(basis := getattr(item, name, None), Basis)
    }
    return item.put(**changes) if changes else item
