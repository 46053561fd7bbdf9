"""What stands where: boxes on the sheet, found quickly by place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from genogram_app.drawing.primitives import Box, Point
from genogram_app.layout.extents import Extent
from genogram_app.model.ids import Id

CELL = 120.0


class Ground:
    """Boxes by who stands in them, in a grid."""

    def __init__(self, boxes: Mapping[Id, Box]) -> None:
        self.boxes: dict[Id, Box] = {}
        self._cells: dict[tuple[int, int], list[Id]] = defaultdict(list)
        for key, box in boxes.items():
            self.add(key, box)

    @classmethod
    def of(cls, places: Mapping[Id, Point], extents: Mapping[Id, Extent]) -> Ground:
        """Give the ground that figures cover, each with its words."""
        return cls({key: extents[key].box.moved(*places[key]) for key in sorted(places)})

    @classmethod
    def of_parts(cls, places: Mapping[Id, Point], extents: Mapping[Id, Extent]) -> Ground:
        """Give the ground that symbols and words cover, each by itself: "id" and "id/words"."""
        names = ("", "/words")
        return cls(
            {
                key + name: part.moved(*places[key])
                for key in sorted(places)
                for name, part in zip(names, extents[key].parts, strict=False)
            }
        )

    def add(self, key: Id, box: Box) -> None:
        """Put one more box down."""
        self.boxes[key] = box
        for cell in _cells(box):
            self._cells[cell].append(key)

    def near(self, box: Box) -> Iterator[Id]:
        """Go through everything that overlaps a box, once each."""
        seen: set[Id] = set()
        for cell in _cells(box):
            for key in self._cells.get(cell, ()):
                if key not in seen and self.boxes[key].overlaps(box):
                    seen.add(key)
                    yield key

    def free(self, box: Box, but: Iterable[Id] = ()) -> bool:
        """Say whether nothing overlaps a box, some left out of account."""
        leave = set(but)
        return all(key in leave for key in self.near(box))

    def bounds(self) -> Box | None:
        """Give the box round everything; None on empty ground."""
        return around(list(self.boxes.values()))


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box.left // CELL), int(box.right // CELL) + 1):
        for row in range(int(box.top // CELL), int(box.bottom // CELL) + 1):
            yield column, row


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
