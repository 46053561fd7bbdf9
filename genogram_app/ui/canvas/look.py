"""The colours of what lies over the page: as light as paper in a dark window too, and never printed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QColor, QPen


@dataclass(frozen=True, slots=True)
class Look:
    """Colours as "#RRGGBB": the accent for what is selected, handles, the small picture of the page."""

    shadow: str = "#1F2933"
    accent: str = "#0B6E7F"
    surface: str = "#FFFFFF"
    edge: str = "#C9D1D9"
    ink: str = "#1F2933"
    muted: str = "#5B6773"


@cache
def colour(name: str, alpha: float = 1.0) -> QColor:
    """Give a colour, seen through where alpha is less than 1."""
    found = QColor(name)
    found.setAlphaF(alpha)
    return found


def hair(name: str, width: float = 1.5) -> QPen:
    """Give a pen as wide on the screen however near one looks."""
    pen = QPen(colour(name), width)
    pen.setCosmetic(True)
    return pen
