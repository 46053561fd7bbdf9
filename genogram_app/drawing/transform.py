"""Drawings moved and scaled as a whole: letters, strokes, dashes and all."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from genogram_app.drawing.primitives import (
    Box,
    Drawing,
    Group,
    Halo,
    Mark,
    Node,
    Outline,
    Path,
    Point,
    Stroke,
    Text,
)
from genogram_app.drawing.same import Same
from genogram_app.drawing.shapes import mapped


class Transform(NamedTuple):
    """Scale about the origin, then shift by (dx, dy) points."""

    scale: float = 1.0
    dx: float = 0.0
    dy: float = 0.0

    def point(self, x: float, y: float) -> Point:
        """Place a point."""
        return x * self.scale + self.dx, y * self.scale + self.dy

    def back(self, x: float, y: float) -> Point:
        """Give the point that is placed at (x, y)."""
        return (x - self.dx) / self.scale, (y - self.dy) / self.scale

    def outline(self, outline: Outline) -> Outline:
        """Place an outline."""
        return mapped(outline, self.point)

    def box(self, box: Box) -> Box:
        """Place a box."""
        return Box(*self.point(box.left, box.top), *self.point(box.right, box.bottom))

    def mark(self, mark: Mark) -> Mark:
        """Place a mark."""
        if isinstance(mark, Path):
            return replace(mark, outline=self.outline(mark.outline), stroke=self._stroke(mark.stroke))
        if isinstance(mark, Text):
            return self._text(mark)
        return Group(tuple(self.mark(inner) for inner in mark.marks), self.outline(mark.clip))

    def node(self, node: Node) -> Node:
        """Place a node; the very one that was placed there before, if it is still known."""
        return _placed(self, Same(node))

    def drawing(self, drawing: Drawing) -> Drawing:
        """Place a whole drawing."""
        nodes = tuple(self.node(node) for node in drawing.nodes)
        return replace(drawing, bounds=self.box(drawing.bounds), nodes=nodes)

    def _stroke(self, stroke: Stroke | None) -> Stroke | None:
        if stroke is None:
            return None
        dash = tuple(length * self.scale for length in stroke.dash)
        return replace(stroke, width=stroke.width * self.scale, dash=dash)

    def _text(self, text: Text) -> Text:
        x, y = self.point(text.x, text.y)
        halo = Halo(text.halo.paint, text.halo.width * self.scale) if text.halo else None
        return replace(
            text,
            x=x,
            y=y,
            size=text.size * self.scale,
            width=text.width * self.scale,
            outline=self.outline(text.outline),
            halo=halo,
        )


@lru_cache(maxsize=16384)
def _placed(transform: Transform, node: Same[Node]) -> Node:
    drawn = node.value
    return replace(
        drawn,
        marks=tuple(transform.mark(mark) for mark in drawn.marks),
        bounds=transform.box(drawn.bounds),
        hit=transform.outline(drawn.hit),
    )
