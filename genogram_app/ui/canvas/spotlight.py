"""Close family in the light, everybody else faint: to find one's way on a big sheet. Never on paper."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from genogram_app.drawing.primitives import Node
from genogram_app.family.graph import EDGE_KINDS, FamilyGraph
from genogram_app.family.kinship import close_family, members, partners
from genogram_app.model.household import Household
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.ties import Union
from genogram_app.ui.canvas.camera import LARGEST_FIT
from genogram_app.ui.canvas.hits import RECORDS
from genogram_app.ui.canvas.items import rect_of
from genogram_app.ui.canvas.sheet_view import UNREAD

if TYPE_CHECKING:
    from genogram_app.ui.canvas.view import Canvas

#: So many generations up and down are shown, one step after the other; then everybody again.
REACHES = (1, 2, 3)
#: Air round those in the light, in pixels.
_AIR = 40


class Spotlight:
    """Knows whose close family is lit on a canvas, and how far."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._whose: Id | None = None
        self._step = 0
        self._says = ""

    @property
    def on(self) -> bool:
        """Say whether anybody is left faint."""
        return self._whose is not None and self._whose in self._canvas.seen.family

    @property
    def lit(self) -> frozenset[Id]:
        """Give the people in the light."""
        family = self._canvas.seen.family
        if self._whose is None or not self.on:
            return frozenset(person.id for person in family.people)
        return close_family(family, self._whose, REACHES[self._step])

    def apply(self) -> None:
        """Leave those faint who aren't in the light."""
        board, family = self._canvas.board, self._canvas.seen.family
        board.leave_faint(faint(board.nodes, family, self.lit) if self.on else ())

    def turn(self, whose: Id) -> None:
        """Light somebody's close family and look at it; a generation more each time, then everybody."""
        if whose != self._whose:
            self._whose, self._step = whose, 0
        elif self._step + 1 < len(REACHES):
            self._step += 1
        else:
            self._whose = None
        if self._whose is None:
            self.end()
            self._canvas.fit()
            return
        self.apply()
        if self.on:
            self._look()

    def end(self) -> None:
        """Light everybody; what was said of close family is so no longer."""
        self._whose = None
        self.apply()
        if self._says:
            self._canvas.message_over.emit(self._says)
            self._says = ""

    def _look(self) -> None:
        """Look at those in the light; where they stand too far apart to be read, at whose family it is."""
        canvas = self._canvas
        nodes = [node for key in sorted(self.lit) if (node := canvas.node_of(key)) is not None]
        area = reduce(QRectF.united, (rect_of(node.bounds) for node in nodes), QRectF())
        growth = canvas.sheet.transform.scale
        if canvas.camera.nearness(area, margin=_AIR, largest=LARGEST_FIT) * growth >= UNREAD:
            canvas.camera.near(area, margin=_AIR)
            says = "Close family of {name}, {n} up and down. F5 again shows more, 0 everybody."
        else:
            canvas.show_selected(legible=True)
            says = (
                "Close family of {name}, {n} up and down, stand far apart on this sheet. Export PDF puts "
                "them by themselves. F5 again shows more, 0 everybody."
            )
        self._says = canvas.words.say(says, name=canvas.name_of(self._whose or ""), n=REACHES[self._step])
        canvas.tell(self._says)


def faint(nodes: Iterable[Node], family: FamilyGraph, lit: frozenset[Id]) -> frozenset[str]:
    """Give the keys of the nodes that show nobody in the light, or a line that leads out of it."""
    return frozenset(node.key for node in nodes if not _is_lit(node.key, family, lit))


def _is_lit(key: str, family: FamilyGraph, lit: frozenset[Id]) -> bool:
    role, _, record = key.removeprefix("label:").partition(":")
    if role == "sibship":
        record = record.partition("/")[2]
    elif role not in RECORDS:
        return True
    return _shown(family, record, lit)


def _shown(family: FamilyGraph, record: Id, lit: frozenset[Id]) -> bool:
    if family.find(Person, record):
        return record in lit
    if family.find(Union, record):
        return any(person.id in lit for person in partners(family, record))
    if family.find(Household, record):
        return any(stay.person in lit for stay in members(family, record))
    edge = next((found for kind in EDGE_KINDS if (found := family.find(kind, record))), None)
    return edge is None or all(_shown(family, end, lit) for end in edge.ends)
