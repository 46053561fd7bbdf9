"""The hand that writes: text styles in a theme's colours."""

from __future__ import annotations

from dataclasses import dataclass, field

from genogram_app.catalog.template import Template
from genogram_app.catalog.theme import Theme
from genogram_app.drawing.geometry import bounds
from genogram_app.drawing.primitives import Anchor, Box, Halo, Mark, Path, Stroke, Text
from genogram_app.drawing.shapes import polyline, rounded_rect
from genogram_app.text.line import advance, line, line_height
from genogram_app.words import Words


@dataclass(frozen=True, slots=True)
class Style:
    """How a kind of text looks: size in points, face and the theme's paint."""

    size: float
    face: str = "regular"
    paint: str = "ink"


#: No text on paper is smaller than 8 points, and no name smaller than 9.
SMALL = Style(8.0, paint="muted")
SMALL_INK = Style(8.0)
SMALL_STRONG = Style(8.0, "semibold")
FIELD = Style(8.6, "semibold")
NAME = Style(9.2, "semibold")
AGE = Style(10.5, "semibold")
KICKER = Style(8.0, "bold", "accent")
TITLE = Style(18.0, "bold")
SUBTITLE = Style(13.0, "bold")
NUMBER = Style(15.0, "bold")
QUOTE = Style(8.6, "italic")

#: How far a halo keeps lines out of letters, in points.
HALO_WIDTH = 1.6


@dataclass(frozen=True)
class Pen:
    """Writes in a theme and a language, as a profile wants it."""

    theme: Theme
    words: Words
    template: Template = field(default_factory=Template)

    def paint(self, name: str) -> str:
        """Give a paint of the theme as "#RRGGBB"."""
        return self.theme.paint(name)

    def text(
        self,
        content: str,
        x: float,
        y: float,
        style: Style,
        anchor: Anchor = "start",
        *,
        halo: bool = False,
        paint: str = "",
    ) -> Text:
        """Write one line with its baseline at (x, y); `halo` keeps lines out of its letters."""
        edge = Halo(self.paint("paper"), HALO_WIDTH) if halo else None
        colour = self.paint(paint or style.paint)
        return line(content, x, y, style.size, face=style.face, paint=colour, anchor=anchor, halo=edge)

    def rule(self, x1: float, x2: float, y: float) -> Path:
        """Draw a quiet line across the page."""
        return Path(polyline([(x1, y), (x2, y)]), Stroke(self.paint("hairline"), 0.8))

    def panel(self, box: Box, radius: float, fill: str, edge: str, width: float = 1.1) -> Path:
        """Draw a rounded box."""
        return Path(rounded_rect(box, radius), Stroke(self.paint(edge), width), self.paint(fill))


def width_of(content: str, style: Style) -> float:
    """Give how wide a line of text is in a style, in points."""
    return advance(content, style.size, style.face)


def height_of(style: Style) -> float:
    """Give the distance from one baseline to the next in a style, in points."""
    return line_height(style.size)


def extent_of(marks: tuple[Mark, ...] | list[Mark]) -> Box:
    """Give the box round some marks, letters with their full height."""
    boxes = [box for mark in marks if (box := _box(mark)) is not None]
    if not boxes:
        return Box(0, 0, 0, 0)
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.union(box)
    return whole


def _box(mark: Mark) -> Box | None:
    if isinstance(mark, Path):
        margin = mark.stroke.width / 2 if mark.stroke else 0.0
        return bounds(mark.outline).grown(margin) if mark.outline else None
    if isinstance(mark, Text):
        return Box(mark.left, mark.y - mark.size, mark.left + mark.width, mark.y + mark.size * 0.3)
    return extent_of(mark.marks)
