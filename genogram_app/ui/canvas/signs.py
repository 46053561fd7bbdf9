"""Signs at the window's edge: how many people are out of sight, and on which side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from genogram_app.drawing.primitives import Box, Point
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
#: Where along its edge a sign may stand, as shares of the room there: the first that hides nobody.
_ALONG = (0.5, 0.3, 0.7, 0.1, 0.9, 0.0, 1.0)
#: So far round a person's middle their symbol reaches, about, in pixels; so much dearer are those in mind.
_ABOUT, _IN_MIND = 20.0, 100


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
        self._along: dict[Side, float] = dict.fromkeys(SIDES, _ALONG[0])

    def buttons(self) -> list[QPushButton]:
        """Give the four signs."""
        return list(self._signs.values())

    def update(self, port: QRect, places: Iterable[Point], in_mind: Sequence[Box] = ()) -> None:
        """Count who is out of sight; `places` are everybody's, in pixels of the viewport.

        in_mind: what a sign keeps clear of before all others.
        """
        beyond = dict.fromkeys(SIDES, 0)
        sight = (port.x(), port.y(), port.x() + port.width(), port.y() + port.height())
        seen = []
        for place in places:
            side = _beyond(place, sight)
            if side:
                beyond[side] += 1
            else:
                seen.append(place)
        self.beyond = beyond
        for side in SIDES:
            self._show(side, beyond[side], port, seen, in_mind)
        self._part()

    def _part(self) -> None:
        """Let the sign at the right stand below the one at the left where both have no room in a row."""
        left, right = self._signs["left"], self._signs["right"]
        if left.geometry().intersects(right.geometry()):
            right.move(right.x(), left.geometry().bottom() + _AIR // 2)

    def _show(
        self, side: Side, number: int, port: QRect, seen: Sequence[Point], in_mind: Sequence[Box]
    ) -> None:
        sign = self._signs[side]
        if number:
            said = self._words.count(*_WORDS[side], number)
            if sign.accessibleName() != said:
                sign.setAccessibleName(said)
                sign.setText(_ARROWS[side].format(said))
                sign.adjustSize()
            self._along[side] = self._free(side, port, seen, in_mind)
            sign.move(*_corner(side, sign, port, self._along[side]))
        sign.setVisible(bool(number))

    def _free(self, side: Side, port: QRect, seen: Sequence[Point], in_mind: Sequence[Box]) -> float:
        """Give where along its edge a sign hides nobody: where it stands already, if it can."""
        sign = self._signs[side]

        def hides(along: float) -> int:
            x, y = _corner(side, sign, port, along)
            box = Box(x, y, x + sign.width(), y + sign.height())
            left, top, right, bottom = box.grown(_ABOUT)
            people = sum([left < a < right and top < b < bottom for a, b in seen])
            return people + _IN_MIND * sum([box.overlaps(kept) for kept in in_mind])

        return min(dict.fromkeys((self._along[side], *_ALONG)), key=hides)

    def _sign(self, parent: QWidget, side: Side, lead: Callable[[Side], None]) -> QPushButton:
        sign = QPushButton(parent)
        sign.setObjectName("sign")
        sign.setCursor(Qt.CursorShape.PointingHandCursor)
        sign.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sign.setToolTip(self._words.say("Show them"))
        sign.clicked.connect(lambda: lead(side))
        sign.hide()
        return sign


def _corner(side: Side, sign: QPushButton, port: QRect, along: float) -> tuple[int, int]:
    """Give where a sign's corner lies. along: 0 at the left or the top of its edge, 1 at the other end."""
    width, height = port.width() - sign.width(), port.height() - sign.height()
    across, down = (round(_AIR + along * (room - 2 * _AIR)) for room in (width, height))
    return {
        "left": (_AIR, down),
        "right": (width - _AIR, down),
        "top": (across, _AIR),
        "bottom": (across, height - _AIR),
    }[side]
