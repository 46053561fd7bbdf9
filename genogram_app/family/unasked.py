"""What a family copy draws in place of a question who somebody's parent by birth is.

Neither the question nor its answer is the family's to read off a sheet: a couple's child is then
drawn as theirs by birth, and a man whom only the question joins to a child has no line to it.
"""

from __future__ import annotations

from genogram_app.family import kinship
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.base import Record
from genogram_app.model.paternity import Paternity
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


def _told_otherwise(link: ChildOf, family: FamilyGraph, paternity: Paternity) -> bool:
    """Say whether another line that the family may see joins the same two: one is enough."""
    return any(
        not paternity.asked_by(other.kind) or other.id < link.id
        for other in kinship.links_up(family, link.child)
        if other.parent == link.parent and other.id != link.id and other.basis.shared
    )
