"""Where marks stood on the sheet before: they stand there again where nothing has changed beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box, Point
from genogram_app.layout.sheet.extents import Trace
from genogram_app.layout.sheet.grid import Entry, Grid
from genogram_app.layout.sheet.scenery import Scenery
from genogram_app.model.ids import Id


class Marked(NamedTuple):
    """A line with marks on it: its way, the room that its ink takes, and who else draws with the same ink."""

    key: Id
    line: Polyline
    trace: Trace
    own: frozenset[Id]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the signs of a line stand, the room that they take, and the box round all that was tried."""

    marked: Marked
    points: tuple[Point, ...]
    boxes: tuple[Box, ...]
    tried: Box


class KnownMarks:
    """What is known of the marks of the last sheet, by value: the drawing is the same without it."""

    def __init__(self) -> None:
        self._standing: Mapping[Id, Standing] = {}
        self._there: frozenset[Entry] = frozenset()
        self._changed = Grid()
        self._fresh: dict[Id, Standing] = {}

    def begin(self, marked: Iterable[Marked], scenery: Scenery) -> None:
        """Compare a sheet, on which no marks stand yet, with the one before."""
        before, self._standing, self._fresh = self._there, self._fresh, {}
        self._there = frozenset(_entries(scenery))
        self._changed = Grid()
        if self._standing:
            for entry in self._there ^ before:
                self._changed.enter(*entry)
        still = {one.key: one for one in marked}
        for key, last in self._standing.items():
            if still.get(key) != last.marked:
                self._note(last)

    def of(self, marked: Marked) -> Standing | None:
        """Give where the marks of a line stood, if they are to stand there again.

        Lines are asked for in the order in which their marks are placed.
        """
        last = self._standing.get(marked.key)
        if last is None or last.marked != marked or self._changed.near(last.tried):
            return None
        self._fresh[marked.key] = last
        return last

    def found(self, standing: Standing) -> Standing:
        """Note where the marks of a line stand now, and give it: those after it may see it."""
        key = standing.marked.key
        self._fresh[key] = standing
        last = self._standing.get(key)
        if last is None or last.boxes != standing.boxes:
            for one in (last, standing):
                self._note(one)
        return standing

    def _note(self, standing: Standing | None) -> None:
        for box in standing.boxes if standing is not None else ():
            self._changed.enter(box.left, box.top, box.right, box.bottom, "")


def _entries(scenery: Scenery) -> Iterable[Entry]:
    for grid in (scenery.ink, scenery.solid, scenery.rings):
        for entries in grid.by_key.values():
            yield from entries
