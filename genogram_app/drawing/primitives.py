"""The display list: what is drawn, with no meaning.

A `Drawing` is a tree of immutable values in points, y down. Every painter
(screen, PDF, SVG) draws these few kinds and nothing else:

    Path    lines and curves, stroked or filled
    Text    one line of letters, plain or as outlines
    Group   marks that are clipped to an outline or faded together

Marks are gathered in a `Node`, keyed by what they show, so that the canvas can
replace just the nodes whose value changed and a screen reader can say them.
Colours are already resolved ("#1F2933"); a theme does that before drawing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

Point = tuple[float, float]

#: One step of an outline: ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) or ("Z",).
Step = (
    tuple[Literal["M"], float, float]
    | tuple[Literal["L"], float, float]
    | tuple[Literal["C"], float, float, float, float, float, float]
    | tuple[Literal["Z"]]
)
Outline = tuple[Step, ...]

Cap = Literal["butt", "round", "square"]
Join = Literal["miter", "round", "bevel"]
Anchor = Literal["start", "middle", "end"]


class Box(NamedTuple):
    """An upright rectangle in points: left, top, right, bottom; y grows downwards.

    A tuple, since layout makes thousands: a frozen dataclass takes ten times as long to make.
    """

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Width in points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Height in points."""
        return self.bottom - self.top

    @property
    def centre(self) -> Point:
        """The middle point."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def grown(self, margin: float) -> Box:
        """Give the box with `margin` points added on each side."""
        left, top, right, bottom = self
        return Box(left - margin, top - margin, right + margin, bottom + margin)

    def moved(self, dx: float, dy: float) -> Box:
        """Give the box shifted by (dx, dy) points."""
        left, top, right, bottom = self
        return Box(left + dx, top + dy, right + dx, bottom + dy)

    def union(self, other: Box) -> Box:
        """Give the smallest box round both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def overlaps(self, other: Box) -> bool:
        """Say whether the two share any area."""
        left, top, right, bottom = self
        start, above, end, below = other
        return left < end and start < right and top < below and above < bottom

    def contains(self, point: Point) -> bool:
        """Say whether the point lies inside or on the edge."""
        left, top, right, bottom = self
        return left <= point[0] <= right and top <= point[1] <= bottom


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a path's line is drawn: colour, width and dashes in points."""

    paint: str
    width: float = 1.1
    dash: tuple[float, ...] = ()
    cap: Cap = "butt"
    join: Join = "round"


@dataclass(frozen=True, slots=True)
class Path:
    """An outline with a stroke, a fill (a colour) or both."""

    outline: Outline
    stroke: Stroke | None = None
    fill: str | None = None


@dataclass(frozen=True, slots=True)
class Halo:
    """A soft edge of paper colour round letters, so that lines never run into them.

    width: how far it reaches beyond the letters, in points.
    """

    paint: str
    width: float


@dataclass(frozen=True, slots=True)
class Text:
    """One line of letters with its baseline at (x, y).

    `outline` is empty for plain text, which every painter sets in `face` at
    `size` points with kerning and ligatures off. Where letters need shaping or
    another font it holds their shapes, already placed: painters fill it and
    keep `content` as invisible, searchable text. `width` is the measured
    advance in points, so no painter measures again.
    """

    content: str
    x: float
    y: float
    size: float
    width: float
    face: str = "regular"
    paint: str = "#000000"
    anchor: Anchor = "start"
    outline: Outline = ()
    halo: Halo | None = None

    @property
    def left(self) -> float:
        """Where the letters begin, in points, whatever the anchor."""
        return self.x - self.width * {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor]


@dataclass(frozen=True, slots=True)
class Group:
    """Marks drawn together: clipped to an outline if one is given."""

    marks: tuple[Mark, ...]
    clip: Outline = ()


Mark = Path | Text | Group


@dataclass(frozen=True, slots=True)
class Node:
    """Everything drawn for one thing.

    key: what it shows, unique in its drawing ("person:p_8f…"). role: its kind
    for a screen reader and a tagged PDF ("person", "union", "bond", "ring",
    "agency", "title", "key" …). says: the same in plain words. hit: where a
    finger means this thing. depth: painting order, low first; reading order is
    the order in the drawing.
    """

    key: str
    role: str
    says: str
    marks: tuple[Mark, ...]
    bounds: Box
    depth: int = 0
    hit: Outline = ()
    #: True where only a finger near the line counts, not the area it encloses.
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished picture: its bounds in points and its nodes in reading order."""

    bounds: Box
    nodes: tuple[Node, ...]
    paper: str = "#FFFFFF"
    title: str = ""
    language: str = "en-GB"

    def painted(self) -> list[Node]:
        """Give the nodes in painting order: by depth, then as they are read."""
        return sorted(self.nodes, key=lambda node: node.depth)

    def texts(self) -> Iterator[Text]:
        """Go through every line of letters in painting order."""
        for node in self.painted():
            yield from texts_in(node.marks)


def texts_in(marks: tuple[Mark, ...]) -> Iterator[Text]:
    """Go through the letters among some marks, groups included."""
    for mark in marks:
        if isinstance(mark, Text):
            yield mark
        elif isinstance(mark, Group):
            yield from texts_in(mark.marks)
