"""A new case: the child, two parents and four grandparents, none of whom need be known yet."""

from __future__ import annotations

from typing import Any

from genogram_app.edit.people import new_person
from genogram_app.edit.relatives import add_parents
from genogram_app.edit.result import Edit, Kinds, Stamp
from genogram_app.family.case import Case
from genogram_app.model.base import Blank, TextField
from genogram_app.model.document import CaseDetails
from genogram_app.words import Sentence


def new_case(
    stamp: Stamp,
    kinds: Kinds,
    name: TextField = Blank.NOT_ASKED,
    **life: Any,
) -> Edit:
    """Start a case with its subject child and three generations. The child is selected.

    life: what is told of the child's life, as fields of a person (`edit.text.LifeTold`).
    """
    child = new_person(stamp, name, subject=True, **life)
    parents = add_parents(case_of_nobody(stamp).changed(put=[child]), stamp, kinds, child.id)
    case = parents.case
    for parent in parents.select:
        case = add_parents(case, stamp, kinds, parent).case
    return Edit(Sentence("New genogram"), case, (child.id,))


def case_of_nobody(stamp: Stamp) -> Case:
    """Give a case with nobody in it yet."""
    return Case(CaseDetails(id=stamp.new_id("c"), basis=stamp.basis(), dated=stamp.today))
