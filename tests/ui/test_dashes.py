"""Dashes stand where they stand, whichever part of the sheet is painted anew."""

from __future__ import annotations

from itertools import product
from math import cos, sin, tau

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from genogram_app.drawing.primitives import Box, Drawing, Node, Outline, Path, Stroke
from genogram_app.ui.paint import paint

pytestmark = pytest.mark.usefixtures("qapp")
SIDE = 420


def _ring() -> Outline:
    """Give a ring with waists, as round a household."""
    points = [(200 + r * cos(turn), 200 + r * sin(turn)) for turn, r in _turns()]
    thirds = zip(points[1::3], points[2::3], points[3::3], strict=True)
    curves: Outline = tuple(("C", a[0], a[1], b[0], b[1], c[0], c[1]) for a, b, c in thirds)
    return (("M", points[0][0], points[0][1]), *curves, ("Z",))


def _turns() -> list[tuple[float, float]]:
    return [(tau * step / 36, 180.0 if step % 6 < 3 else 120.0) for step in range(37)]


def _painted(scale: float, part: QRect | None = None) -> QImage:
    stroke = Stroke("#000000", 1.2, (6.0, 4.0))
    node = Node("home", "ring", "a home", (Path(_ring(), stroke),), Box(0, 0, 400, 400))
    image = QImage(round(SIDE * scale), round(SIDE * scale), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    if part is not None:
        painter.setClipRect(part)
    painter.scale(scale, scale)
    paint(painter, Drawing(Box(0, 0, 400, 400), (node,)))
    painter.end()
    return image


@pytest.mark.parametrize("scale", [0.7, 1.0, 2.3])
def test_a_dashed_ring_is_the_same_in_every_part(scale: float) -> None:
    """The painter lost count of dashes outside its clip: beside a part painted anew others ran into them."""
    whole, side = _painted(scale), round(60 * scale)
    for across, down in product(range(0, whole.width() - side, side), repeat=2):
        part = QRect(across, down, side, side)
        assert _painted(scale, part).copy(part) == whole.copy(part), part
