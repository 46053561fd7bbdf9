"""What lies within reach of each place of a sheet, kept up with what is drawn there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import floor
from typing import Literal

from genogram_app.drawing.primitives import Box
from genogram_app.layout.sheet.grid import Entry, Grid
from genogram_app.layout.sheet.ink import MARK
from genogram_app.layout.sheet.raster import FINE, MARGIN, Painted, Raster
from genogram_app.model.ids import Id

#: What the names of labels begin with.
LABEL = "label:"
#: How much nearer to a figure a line may pass than to another line; how much further from a label it keeps,
#: which must stand nearer to its own.
NEARER, FURTHER = 1.7, 1.0
#: How much less far lines must keep off the mark on another, which is drawn finer than its box.
OFF_MARK = 3.0
#: How far the middle of a line stays from the words of its own end: a broad one as far as its ink goes.
BESIDE_WORDS, BROAD = 1.0, 3.0

#: How near to a symbol that it ends at a line may run along others.
AT_END = 5.0

#: Figures, plates and labels with what lies about them; words, symbols alone; lines; the edges of rings.
Kind = Literal["part", "words", "symbol", "line", "edge"]
#: What a place is within reach of.
Thing = tuple[Kind, Id]


@dataclass(frozen=True, slots=True)
class Layer:
    """Boxes of one kind, as far as they reach."""

    kind: Kind
    grid: Grid
    reach: float

    def grown(self, entries: Iterable[Entry]) -> Iterator[Painted[Thing]]:
        """Go through boxes with what lies about them."""
        for left, top, right, bottom, key in entries:
            reach = self.reach - self._less(key)
            yield left - reach, top - reach, right + reach, bottom + reach, (self.kind, key)
            if self.kind == "part" and "/" in key:
                air = max(BESIDE_WORDS, self.reach - BROAD)
                yield left - air, top - air, right + air, bottom + air, ("words", key)
            elif self.kind == "part":
                yield left - AT_END, top - AT_END, right + AT_END, bottom + AT_END, ("symbol", key)

    def _less(self, key: Id) -> float:
        """Give how much less than lines something reaches."""
        if key.startswith(LABEL):
            return -FURTHER
        if self.kind == "part":
            return NEARER
        return OFF_MARK if key.endswith(MARK) else 0.0


class Field:
    """Some layers in one raster, kept up with."""

    def __init__(self, layers: Sequence[Layer], within: Box) -> None:
        """Take note. within: about where everything is; what lies far outside isn't seen."""
        self.layers, self.within, self.area = layers, within, _from_whole_cells(within.grown(MARGIN))
        self._raster: Raster[Thing] | None = None
        self._changes = [0] * len(layers)
        self._painted: list[dict[Id, list[Entry]]] = [{} for _ in layers]
        self._before: Field | None = None

    def take_over(self, before: Field) -> None:
        """Go on from what was painted for the sheet before, which is given up: paint only what differs.

        It is looked at when somebody first asks for what lies where: on many sheets nobody does.
        """
        self._before = before if before._raster is not None else before._before

    def _begun(self) -> Raster[Thing]:
        """Give the raster of the sheet before where it can be painted further, or else an empty one."""
        before, self._before = self._before, None
        raster = before._raster if before is not None else None
        if before is None or raster is None or not self._goes_on_from(before, raster):
            return Raster(self.area)
        before._raster, self._painted = None, before._painted
        self._changes = [-1] * len(self.layers)
        return raster.resized(self.area)

    def _goes_on_from(self, before: Field, raster: Raster[Thing]) -> bool:
        alike = [(layer.kind, layer.reach) for layer in before.layers]
        same = alike == [(layer.kind, layer.reach) for layer in self.layers]
        return same and not raster.crowded and before._within(self.area)

    def _within(self, area: Box) -> bool:
        """Say whether another area begins where this one does, and everything painted lies in both."""
        right, bottom = min(area.right, self.area.right), min(area.bottom, self.area.bottom)
        entries = (entry for painted in self._painted for boxes in painted.values() for entry in boxes)
        return (area.left, area.top) == (self.area.left, self.area.top) and all(
            entry[2] < right - MARGIN / 2 and entry[3] < bottom - MARGIN / 2 for entry in entries
        )

    def now(self) -> Raster[Thing]:
        """Give the raster with everything that is drawn now."""
        raster = self._raster = self._raster or self._begun()
        for number, layer in enumerate(self.layers):
            if self._changes[number] != layer.grid.changes:
                self._keep_up(raster, layer, self._painted[number])
                self._changes[number] = layer.grid.changes
        return raster

    def _keep_up(self, raster: Raster[Thing], layer: Layer, painted: dict[Id, list[Entry]]) -> None:
        """Erase what is gone or has become more, and paint what is new."""
        there = layer.grid.by_key
        for key in [key for key, boxes in painted.items() if there.get(key) != boxes]:
            raster.erase(layer.grown(painted.pop(key)))
        for key in [key for key in there if key not in painted]:
            painted[key] = list(there[key])
            raster.paint(layer.grown(painted[key]))


def _from_whole_cells(area: Box) -> Box:
    """Let an area begin at whole cells, wherever the sheet does: cells then lie alike on every sheet."""
    return Box(FINE * floor(area.left / FINE), FINE * floor(area.top / FINE), area.right, area.bottom)
