"""The handles round somebody who is selected: one touch adds a parent, a partner, a child."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import pi

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from genogram_app.drawing.primitives import Box, Point
from genogram_app.studio.commands import BY_ID
from genogram_app.ui.canvas.look import Look, colour
from genogram_app.ui.canvas.spots import FINGER, SIZE, spots
from genogram_app.words import Words


@dataclass(frozen=True, slots=True)
class Kind:
    """One handle: its place, the command that it does, and the sign on it."""

    name: str
    command: str
    sign: str = "plus"


KINDS = (
    Kind("parents", "add_parents"),
    Kind("partner", "add_partner"),
    Kind("child", "add_child"),
    Kind("sibling", "add_sibling"),
    Kind("relationship", "relate", "line"),
    Kind("household", "make_household", "ring"),
    Kind("state", "couple_state", "line"),
)
#: Handles of a service: it has no family. Of a couple: their children, and what they are to each other.
OF_SERVICE, OF_COUPLE = frozenset({"relationship"}), frozenset({"child", "state"})
OF_PERSON = frozenset(kind.name for kind in KINDS) - {"state"}


class Handle(QAbstractButton):
    """A round button. One that draws lines can be pulled onto somebody."""

    pulled = Signal(QPoint)
    pulling = Signal(QPoint)
    let_go = Signal(QPoint)

    def __init__(self, parent: QWidget, kind: Kind, look: Look) -> None:
        super().__init__(parent)
        self.kind, self._look = kind, look
        self._pressed: QPointF | None = None
        self._away = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.resize(self.sizeHint())
        self.hide()

    def sizeHint(self) -> QSize:
        """Give the size for the mouse."""
        return QSize(round(SIZE), round(SIZE))

    @property
    def is_pulled(self) -> bool:
        """Say whether a line is being pulled from it."""
        return self._away

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a disc with its sign; nothing while it is being pulled."""
        if self._away:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        main = self.kind.sign == "plus"
        face, ink = (
            (self._look.accent, self._look.surface) if main else (self._look.surface, self._look.accent)
        )
        painter.setPen(QPen(colour(self._look.surface if main else self._look.accent), 1.5))
        tone = colour(face)
        painter.setBrush(tone.darker(115) if self.isDown() or (main and self.underMouse()) else tone)
        painter.drawEllipse(disc)
        painter.setPen(QPen(colour(ink), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        _SIGNS[self.kind.sign](painter, disc.center())
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a pull may have begun."""
        self._pressed, self._away = event.position(), False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell of a pull."""
        place = event.globalPosition().toPoint()
        if self.kind.name != "relationship" or self._pressed is None:
            super().mouseMoveEvent(event)
        elif self._away:
            self.pulling.emit(place)
        elif (event.position() - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._away = True
            self.setDown(False)
            self.update()
            self.pulled.emit(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a pull, or count as a click."""
        self._pressed = None
        if self._away:
            self._away = False
            self.setDown(False)
            self.let_go.emit(event.globalPosition().toPoint())
        else:
            super().mouseReleaseEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget the pull: the hand is elsewhere now."""
        super().hideEvent(event)
        self._pressed, self._away = None, False


class Handles:
    """All handles; those that apply are shown round whoever is selected."""

    def __init__(self, parent: QWidget, look: Look, words: Words, do: Callable[[str], object]) -> None:
        self._size = SIZE
        self.buttons = {kind.name: Handle(parent, kind, look) for kind in KINDS}
        for button in self.buttons.values():
            command = BY_ID[button.kind.command]
            label = words.say(command.label)
            button.setAccessibleName(label)
            button.setToolTip(f"{label}   {command.keys[0]}" if command.keys else label)
            button.clicked.connect(lambda _=False, name=command.id: do(name))

    @property
    def line(self) -> Handle:
        """Give the handle from which lines are drawn."""
        return self.buttons["relationship"]

    def show(self, wanted: Iterable[str], body: Box, symbol: Box, others: list[Box], port: Box) -> None:
        """Show some handles round somebody; all boxes in pixels of the viewport."""
        found = spots(
            [kind.name for kind in KINDS if kind.name in set(wanted)], body, symbol, others, port, self._size
        )
        self._place(found)

    def suit(self, *, finger: bool) -> None:
        """Be as large as whoever touches them needs."""
        self._size = FINGER if finger else SIZE
        for button in self.buttons.values():
            button.resize(round(self._size), round(self._size))

    def hide(self) -> None:
        """Put all handles away."""
        self._place({})

    def _place(self, found: Mapping[str, Point]) -> None:
        for name, button in self.buttons.items():
            if name in found:
                x, y = found[name]
                button.move(round(x - self._size / 2), round(y - self._size / 2))
            # A button that is hidden loses the hand that pulls it: it is only not painted then.
            button.setVisible(name in found or button.is_pulled)


def _plus(painter: QPainter, middle: QPointF) -> None:
    painter.drawLine(middle - QPointF(5, 0), middle + QPointF(5, 0))
    painter.drawLine(middle - QPointF(0, 5), middle + QPointF(0, 5))


def _line(painter: QPainter, middle: QPointF) -> None:
    ends = (middle + QPointF(-5, 4), middle + QPointF(5, -4))
    painter.drawLine(*ends)
    painter.setBrush(painter.pen().color())
    for end in ends:
        painter.drawEllipse(end, 1.6, 1.6)


def _ring(painter: QPainter, middle: QPointF) -> None:
    pen = QPen(painter.pen())
    pen.setWidthF(1.8)
    radius, dashes = 6.0, 6
    part = 2 * pi * radius / pen.widthF() / dashes
    pen.setDashPattern([part * 0.6, part * 0.4])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawEllipse(middle, radius, radius)


_SIGNS: Mapping[str, Callable[[QPainter, QPointF], None]] = {"plus": _plus, "line": _line, "ring": _ring}
