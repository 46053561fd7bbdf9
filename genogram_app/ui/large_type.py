"""Large type in the family's view: the letters of the style sheet over again, a size up."""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from genogram_app import places
from genogram_app.ui.theme import SIZE, letters

#: How large everyday letters are where a family reads along, in pixels.
LARGE = 15
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_LETTERS = re.compile(r"font-size: (\d+)px")
#: Remarks, and names of colours.
_ASIDE = re.compile(r"/\*.*?\*/|@\{\w+\}", re.DOTALL)


def enlarge(widget: QWidget, *, on: bool) -> None:
    """Show all letters of a part of the window large, or as everywhere."""
    wanted = _sheet() if on else ""
    if widget.styleSheet() != wanted:
        widget.setStyleSheet(wanted)


def grown(size: int, everyday: QFont) -> int:
    """Give what stands beside letters as large as they are: `everyday` is the font of where it stands."""
    return _grown(size) if everyday.pixelSize() >= LARGE else size


def like(everyday: QFont, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Give letters of a size, grown where everyday letters are."""
    return letters(grown(size, everyday), weight)


def _grown(size: int) -> int:
    return round(size * LARGE / SIZE)


@cache
def _sheet() -> str:
    """Give every rule of the window's style sheet that says how large letters are, a size up."""
    source = (places.resources() / "window.qss").read_text(encoding="utf-8")
    rules = [f"QWidget {{ font-size: {LARGE}px; }}"]
    for who, what in _RULE.findall(_ASIDE.sub("", source)):
        if found := _LETTERS.search(what):
            rules.append(f"{who.strip()} {{ font-size: {_grown(int(found[1]))}px; }}")
    return "\n".join(rules)
