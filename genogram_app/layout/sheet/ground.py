"""What stands where: boxes on the sheet, by who stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import dist

from genogram_app.drawing.primitives import Box, Point
from genogram_app.layout.sheet.extents import Extent
from genogram_app.layout.sheet.grid import Grid
from genogram_app.model.ids import Id


class Ground(Grid):
    """One box for each key."""

    def __init__(self, boxes: Mapping[Id, Box]) -> None:
        super().__init__()
        self.boxes: dict[Id, Box] = {}
        for key, box in boxes.items():
            self.add(key, box)

    @classmethod
    def of(cls, places: Mapping[Id, Point], extents: Mapping[Id, Extent]) -> Ground:
        """Give the ground that figures cover, each with its words."""
        return cls({key: extents[key].box.moved(*places[key]) for key in sorted(places)})

    @classmethod
    def of_parts(cls, places: Mapping[Id, Point], extents: Mapping[Id, Extent]) -> Ground:
        """Give the ground that symbols, words and badges cover, each by itself: "id", "id/words"."""
        ground = cls({})
        for key in sorted(places):
            ground.put(key, extents[key], places[key])
        return ground

    def copy(self) -> Ground:
        """Give the same ground, for whoever puts more down on it."""
        other = Ground({})
        other.boxes, other.changes = dict(self.boxes), self.changes
        other.by_key.update({key: list(entries) for key, entries in self.by_key.items()})
        other._cells.update({cell: list(entries) for cell, entries in self.cells.items()})
        return other

    def put(self, key: Id, extent: Extent, place: Point) -> None:
        """Put one more figure down, in parts."""
        for name, part in extent.parts.items():
            self.add(key if name == "symbol" else f"{key}/{name}", part.moved(*place))

    def add(self, key: Id, box: Box) -> None:
        """Put one more box down."""
        self.boxes[key] = box
        self.enter(box.left, box.top, box.right, box.bottom, key)

    def take_up(self, key: Id) -> None:
        """Take a box away again."""
        del self.boxes[key]
        self.take_out(key)

    def free(self, box: Box, but: Iterable[Id] = ()) -> bool:
        """Say whether nothing overlaps a box, some left out of account."""
        return not set(self.near(box)).difference(but)

    def bounds(self) -> Box | None:
        """Give the box round everything; None on empty ground."""
        return around(list(self.boxes.values()))


def around(boxes: Sequence[Box]) -> Box | None:
    """Give the smallest box round some boxes; None round nothing."""
    if not boxes:
        return None
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def along(points: Sequence[Point], margin: float = 0.0) -> Iterator[Box]:
    """Go through the boxes round each leg of a polyline."""
    for (ax, ay), (bx, by) in pairwise(points):
        yield Box(min(ax, bx) - margin, min(ay, by) - margin, max(ax, bx) + margin, max(ay, by) + margin)


def dense(line: Sequence[Point], every: float) -> list[Point]:
    """Give points along a line, at most some points apart."""
    found: list[Point] = []
    for (ax, ay), (bx, by) in pairwise(line):
        count = max(1, int(dist((ax, ay), (bx, by)) // every))
        found += [(ax + (bx - ax) * i / count, ay + (by - ay) * i / count) for i in range(count)]
    return found
