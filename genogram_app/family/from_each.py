"""A child of a couple one of whom is in doubt has a line from each: its mother's is no less sure for that.

Written down is one link, to the couple; so it is drawn, and told from the couple's other children's.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from genogram_app.drawing.same import Same
from genogram_app.family import kinship
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.ids import Id
from genogram_app.model.ties import ChildOf, Union

#: What follows a link's id in that of the line from the parent who is sure: no record has such an id.
_SURE = "~sure"


class Doubt(NamedTuple):
    """A link to a couple that is in doubt for one of the two only, who of them is sure, and what doubt."""

    link: Id
    sure: Id
    kind: str


def sure_line(link: Id) -> Id:
    """Give the id of the line from the parent who is sure, where another is in doubt."""
    return f"{link}{_SURE}"


def link_of(line: Id) -> Id:
    """Give the link that a line is drawn for."""
    return line.removesuffix(_SURE)


def from_each(family: FamilyGraph, doubts: tuple[Doubt, ...], birth: str) -> FamilyGraph:
    """Give a family as it is drawn: the link from the one in doubt, and a birth from the one who is sure.

    The very same where nobody is in doubt, or it is so already. birth: the kind of a link that
    nobody doubts.
    """
    return _from_each(Same(family), doubts, birth) if doubts else family


#: Layout and picture ask for the same family, before and after a step.
@lru_cache(maxsize=8)
def _from_each(family: Same[FamilyGraph], doubts: tuple[Doubt, ...], birth: str) -> FamilyGraph:
    lines = [line for doubt in doubts for line in _lines(family.value, doubt, birth)]
    return family.value.changed(put=lines) if lines else family.value


def _lines(family: FamilyGraph, doubt: Doubt, birth: str) -> Iterator[ChildOf]:
    """Give the lines of a link: one from each who is in doubt there is, and one from who is sure."""
    link = family.get(ChildOf, doubt.link)
    if family.find(Union, link.parent) is None:
        return
    sure = {"parent": doubt.sure, "kind": birth}
    others = [one.id for one in kinship.partners(family, link.parent) if one.id != doubt.sure]
    if not others:
        yield link.model_copy(update=sure)
        return
    yield link.model_copy(update=sure | {"id": sure_line(link.id)})
    # Who was born together is shown by the lines that are sure.
    his = {"parent": others[0], "kind": doubt.kind, "birth": "", "twin": None}
    yield link.model_copy(update=his)
