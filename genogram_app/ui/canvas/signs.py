"""Signs at the window's edge: how many people are out of sight, and on which side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from genogram_app.drawing.primitives import Point
from genogram_app.words import Words

Side = Literal["left", "right", "top", "bottom"]
SIDES: tuple[Side, ...] = ("left", "right", "top", "bottom")
_WORDS: Mapping[Side, tuple[str, str]] = {
    "left": ("{n} person to the left", "{n} people to the left"),
    "right": ("{n} person to the right", "{n} people to the right"),
    "top": ("{n} person above", "{n} people above"),
    "bottom": ("{n} person below", "{n} people below"),
}
_ARROWS: Mapping[Side, str] = {"left": "← {}", "right": "{} →", "top": "↑ {}", "bottom": "↓ {}"}
_AIR = 12


def side_of(place: QPointF, port: QRectF) -> Side | None:
    """Give the side beyond which a place lies, the one it is furthest beyond; None where it is in sight."""
    return _beyond(place.toTuple(), (port.left(), port.top(), port.right(), port.bottom()))


def _beyond(place: Point, port: tuple[float, float, float, float]) -> Side | None:
    """Give the side for a place and the edges of a port, in plain numbers: it is asked for everybody."""
    (x, y), (left, top, right, bottom) = place, port
    beyond = (left - x, x - right, top - y, y - bottom)
    furthest = max(beyond)
    return SIDES[beyond.index(furthest)] if furthest > 0 else None


class Signs:
    """One sign for each side, shown while somebody is out of sight there."""

    def __init__(self, parent: QWidget, words: Words, lead: Callable[[Side], None]) -> None:
        self._words = words
        self._signs = {side: self._sign(parent, side, lead) for side in SIDES}
        self.beyond: dict[Side, int] = dict.fromkeys(SIDES, 0)

    def buttons(self) -> list[QPushButton]:
        """Give the four signs."""
        return list(self._signs.values())

    def update(self, port: QRect, places: Iterable[Point]) -> None:
        """Count who is out of sight; `places` are everybody's, in pixels of the viewport."""
        beyond = dict.fromkeys(SIDES, 0)
        sight = (port.x(), port.y(), port.x() + port.width(), port.y() + port.height())
        for place in places:
            side = _beyond(place, sight)
            if side:
                beyond[side] += 1
        self.beyond = beyond
        for side in SIDES:
            self._show(side, beyond[side], port)
        self._part()

    def _part(self) -> None:
        """Let the sign at the right stand below the one at the left where both have no room in a row."""
        left, right = self._signs["left"], self._signs["right"]
        if left.geometry().intersects(right.geometry()):
            right.move(right.x(), left.geometry().bottom() + _AIR // 2)

    def _show(self, side: Side, number: int, port: QRect) -> None:
        sign = self._signs[side]
        if number:
            said = self._words.count(*_WORDS[side], number)
            if sign.accessibleName() != said:
                sign.setAccessibleName(said)
                sign.setText(_ARROWS[side].format(said))
                sign.adjustSize()
            sign.move(*_corner(side, sign, port))
        sign.setVisible(bool(number))

    def _sign(self, parent: QWidget, side: Side, lead: Callable[[Side], None]) -> QPushButton:
        sign = QPushButton(parent)
        sign.setObjectName("sign")
        sign.setCursor(Qt.CursorShape.PointingHandCursor)
        sign.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sign.setToolTip(self._words.say("Show them"))
        sign.clicked.connect(lambda: lead(side))
        sign.hide()
        return sign


def _corner(side: Side, sign: QPushButton, port: QRect) -> tuple[int, int]:
    across, down = (port.width() - sign.width()) // 2, (port.height() - sign.height()) // 2
    return {
        "left": (_AIR, down),
        "right": (port.width() - sign.width() - _AIR, down),
        "top": (across, _AIR),
        "bottom": (across, port.height() - sign.height() - _AIR),
    }[side]
