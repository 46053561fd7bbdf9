"""The small pictures of symbols and lines on buttons."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QSize

from genogram_app.studio.kinds import kinds_of
from genogram_app.studio.scene import Scene
from genogram_app.ui.canvas.previews import symbol_icon


@pytest.mark.parametrize("pixels", [16, 18, 22, 26, 52])
def test_a_ring_is_closed_at_every_size(qapp: object, pixels: int) -> None:
    scene = Scene()
    card = scene.catalog.gender(kinds_of(scene.catalog).mother)
    image = symbol_icon(scene.pen, card).pixmap(QSize(pixels, pixels)).toImage()
    middle = (pixels - 1) / 2

    def dark(turn: float) -> int:
        """Give how much ink there is on the way from the middle to the edge."""
        steps = [middle * part / 60 for part in range(61)]
        places = [(middle + far * math.cos(turn), middle + far * math.sin(turn)) for far in steps]
        found = [image.pixelColor(round(x), round(y)) for x, y in places]
        return max(each.alpha() * (255 - each.lightness()) // 255 for each in found)

    inks = [dark(2 * math.pi * part / 48) for part in range(48)]
    assert min(inks) > 15
    assert max(inks) > 90
