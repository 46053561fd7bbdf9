"""What a family copy draws in place of a question who somebody's parent by birth is.

Neither the question nor its answer is the family's to read off a sheet: a couple's child is then
drawn as theirs by birth. A man whom only the question joins to a child has no line to it; and
where nothing else joins him and his own to the family, he isn't there: a stranger on the sheet would ask it.
"""

from __future__ import annotations

from collections.abc import Collection

from genogram_app.family import kinship
from genogram_app.family.graph import EDGE_KINDS, FamilyGraph
from genogram_app.model.base import Record
from genogram_app.model.ids import Id
from genogram_app.model.paternity import Paternity
from genogram_app.model.person import Person
from genogram_app.model.ties import ChildOf, Union


def unasked(record: Record, family: FamilyGraph, paternity: Paternity) -> Record | None:
    """Give a record as if nobody had asked; None where nothing is left; the very same where nobody has."""
    if not isinstance(record, ChildOf) or not paternity.asked_by(record.kind):
        return record
    alone = family.find(Union, record.parent) is None
    if (alone and record.kind in paternity.doubts) or _told_otherwise(record, family, paternity):
        return None
    said = tuple(each for each in record.said if each.about != "kind")
    return record.put(kind=paternity.birth, said=said, since=None, until=None, notes="", quotes=())


def without_strangers(
    shown: FamilyGraph, family: FamilyGraph, paternity: Paternity, kept: Collection[Id | None]
) -> FamilyGraph:
    """Leave out those of a family copy whom only a question joined to it, with all who are joined to them.

    family: as the copy was made of it. kept: who stays whatever joins them; so do children it is about,
    and all who are joined to one of these.
    """
    stays = {person.id for person in shown.people if person.subject} | {key for key in kept if key}
    gone = set[Id]()
    for link in family.edges(ChildOf):
        lone = link.kind in paternity.doubts and shown.find(Person, link.parent) is not None
        if lone and link.parent not in gone:
            part = _joined_to(shown, link.parent)
            gone |= part if link.child not in part and part.isdisjoint(stays) else set()
    return shown.changed(drop=sorted(gone)) if gone else shown


def _joined_to(family: FamilyGraph, start: Id) -> set[Id]:
    """Give everybody and everything that lines join to somebody, over however many."""
    found, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        near = {edge.leads(here) for kind in EDGE_KINDS for edge in family.at(kind, here)} - found
        found |= near
        waiting += sorted(near)
    return found


def _told_otherwise(link: ChildOf, family: FamilyGraph, paternity: Paternity) -> bool:
    """Say whether another line that the family may see joins the same two: one is enough."""
    return any(
        not paternity.asked_by(other.kind) or other.id < link.id
        for other in kinship.links_up(family, link.child)
        if other.parent == link.parent and other.id != link.id and other.basis.shared
    )
