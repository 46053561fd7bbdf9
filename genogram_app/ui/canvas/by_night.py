"""Marks of paper as they look in a dark window: light and dark change places, hues stay."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from PySide6.QtGui import QColor

from genogram_app.drawing.primitives import Mark, Path, Text

#: How light white paper and black ink become, of 1.
_PAPER, _INK = 0.14, 0.94


def by_night(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Give marks for a dark ground. Nothing that is told by colour loses it."""
    return tuple(_turned(mark) for mark in marks)


def _turned(mark: Mark) -> Mark:
    if isinstance(mark, Path):
        stroke = replace(mark.stroke, paint=turned(mark.stroke.paint)) if mark.stroke else None
        return replace(mark, stroke=stroke, fill=turned(mark.fill) if mark.fill else None)
    if isinstance(mark, Text):
        halo = replace(mark.halo, paint=turned(mark.halo.paint)) if mark.halo else None
        return replace(mark, paint=turned(mark.paint), halo=halo)
    return replace(mark, marks=by_night(mark.marks))


@cache
def turned(paint: str) -> str:
    """Give a colour, "#RRGGBB", as light as it was dark."""
    colour = QColor(paint)
    light = _INK - (_INK - _PAPER) * colour.lightnessF()
    return QColor.fromHslF(max(colour.hslHueF(), 0.0), colour.hslSaturationF(), light).name()
