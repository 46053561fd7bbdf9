"""Boxes by their height: found quickly along a row, without sorting everything into cells first."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from genogram_app.drawing.primitives import Box
from genogram_app.model.ids import Id

#: Boxes whose middles lie in the same stretch of so many points stand in one row.
BAND = 60.0


class _Row(NamedTuple):
    """Boxes of about one height, from left to right, and how far they reach."""

    top: float
    bottom: float
    widest: float
    lefts: list[float]
    boxes: list[tuple[float, Id, Box]]


class Rows:
    """Boxes that stand in rows."""

    def __init__(self, boxes: Mapping[Id, Box]) -> None:
        bands: dict[int, list[tuple[float, Id, Box]]] = defaultdict(list)
        for key, box in boxes.items():
            bands[int((box.top + box.bottom) / 2 // BAND)].append((box.left, key, box))
        self._rows = [_row(sorted(band, key=lambda one: one[:2])) for _, band in sorted(bands.items())]

    def near(self, left: float, top: float, right: float, bottom: float) -> list[Id]:
        """Give everything that overlaps a box, in rows from above and from left to right."""
        found = []
        for row in self._rows:
            if row.top < bottom and row.bottom > top:
                first, last = bisect_left(row.lefts, left - row.widest), bisect_right(row.lefts, right)
                for start, key, box in row.boxes[first:last]:
                    if start < right and box.right > left and box.top < bottom and box.bottom > top:
                        found.append(key)
        return found


def _row(boxes: list[tuple[float, Id, Box]]) -> _Row:
    return _Row(
        top=min([box.top for _, _, box in boxes]),
        bottom=max([box.bottom for _, _, box in boxes]),
        widest=max([box.right - box.left for _, _, box in boxes]),
        lefts=[left for left, _, _ in boxes],
        boxes=boxes,
    )
