"""The small pictures of symbols and lines on buttons."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from genogram_app.studio.kinds import kinds_of
from genogram_app.studio.scene import Scene
from genogram_app.ui import theme
from genogram_app.ui.canvas.by_night import turned
from genogram_app.ui.canvas.previews import LINE, line_icon, symbol_icon
from genogram_app.ui.shades import DARK, LIGHT, Shade


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


@pytest.mark.parametrize("shade", [LIGHT, DARK], ids=["light", "dark"])
def test_every_line_stands_out_from_the_window(qapp: object, shade: Shade) -> None:
    """By WCAG 2.2 a picture that means something has a contrast of at least 3."""
    scene = Scene()
    paints = {paint for paint in scene.pen.theme.paints.values() if QColor(paint).lightnessF() < 0.55}
    assert len(paints) > 3
    ground = _light(QColor(shade.panel))
    for paint in sorted(paints):
        seen = _light(QColor(turned(paint) if shade is DARK else paint))
        high, low = max(seen, ground), min(seen, ground)
        assert (high + 0.05) / (low + 0.05) >= 3.0, paint


def test_colours_keep_their_hue_by_night(qapp: object) -> None:
    for paint in ("#B45309", "#2E7D4F", "#0B6E7F"):
        hues = QColor(paint).hslHue(), QColor(turned(paint)).hslHue()
        assert abs(hues[0] - hues[1]) <= 3
    assert QColor(turned("#FFFFFF")).lightness() < 40 < 220 < QColor(turned("#1F2933")).lightness() + 30


def test_a_preview_goes_dark_with_the_window(qapp: QApplication) -> None:
    scene = Scene()
    icon = line_icon(scene.pen, next(iter(scene.catalog.bonds.values())))
    theme.dress(qapp)
    day = icon.pixmap(LINE).toImage()
    try:
        theme.wear(qapp, DARK)
        night = icon.pixmap(LINE).toImage()
    finally:
        theme.wear(qapp, LIGHT)
    assert day != night
    assert _lightest(night) > _lightest(day)


def _lightest(image: QImage) -> int:
    """Give how light the strongest ink of a picture is, of 255."""
    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(
        (image.pixelColor(x, y).lightness() for x, y in places if image.pixelColor(x, y).alpha() > 200)
    )


def _light(colour: QColor) -> float:
    """Give the relative luminance, by WCAG."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
