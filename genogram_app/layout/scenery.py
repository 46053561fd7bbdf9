"""What a new line or label has to mind: figures, plates and labels, lines, the edges of rings."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from genogram_app.drawing.primitives import Point
from genogram_app.layout.grid import CELL, REACH, Entry
from genogram_app.layout.ground import Ground
from genogram_app.layout.ink import Ink
from genogram_app.model.ids import Id

#: What it costs to pass over somebody, over a label, own words (each sample).
OVER, ON_LABEL, OWN_WORDS = 110.0, 80.0, 3.0
#: What it costs to cross a line, or a ring, and to run along a line (each sample).
LINE, RING, ALONG = 6.0, 1.5, 4.0
#: What the names of labels begin with.
LABEL = "label:"
#: How many samples in a row on one line are more than a crossing.
RUN = 2

Runs = dict[Id, int]
NOTHING: Runs = {}
UNMET = NOTHING, 0.0


@dataclass
class Scenery:
    """The sheet as far as it is drawn."""

    solid: Ground
    ink: Ink
    rings: Ink

    def cost(self, way: Iterable[Point], own: Collection[Id], most: float = float("inf")) -> float:
        """Give what it costs to lead a line along some points; gives up where that is over `most`.

        own: what is at the ends of the line, which it may leave over its words.
        """
        solid, ink, rings = self.solid.cells, self.ink.cells, self.rings.cells
        over: set[Id] = set()
        lines = edges = NOTHING
        cost = 0.0
        for x, y in way:
            cell = int(x // CELL), int(y // CELL)
            mine = False
            if cell in solid:
                mine, more = _passed(solid[cell], x, y, own, over)
                cost += more
            lines, more = UNMET if mine or cell not in ink else _met(ink[cell], x, y, lines, LINE, ALONG)
            cost += more
            edges, more = _met(rings[cell], x, y, edges, RING, RING) if cell in rings else UNMET
            cost += more
            if cost > most:
                return cost
        return cost

    def in_the_way(self, way: Iterable[Point], own: Collection[Id]) -> list[Id]:
        """Give what a line along some points would pass over, in parts."""
        keys = dict.fromkeys(key for x, y in way for key in self.solid.at(x, y))
        return [key for key in keys if key.partition("/")[0] not in own]


def _passed(near: list[Entry], x: float, y: float, own: Collection[Id], over: set[Id]) -> tuple[bool, float]:
    """Say whether a sample is on an end of its line, and what it costs to be on others."""
    mine, cost = False, 0.0
    for left, top, right, bottom, key in near:
        if left - REACH < x < right + REACH and top - REACH < y < bottom + REACH:
            whose, _, part = key.partition("/")
            if whose in own and not part.startswith("badge"):
                mine = True
                cost += OWN_WORDS if part else 0.0
            elif key not in over:
                over.add(key)
                cost += ON_LABEL if key.startswith(LABEL) else OVER
    return mine, cost


def _met(
    near: list[Entry], x: float, y: float, before: Runs, first: float, onward: float
) -> tuple[Runs, float]:
    """Give which lines a sample meets, for how many samples each, and what that costs."""
    runs, cost = NOTHING, 0.0
    for left, top, right, bottom, key in near:
        if left - REACH < x < right + REACH and top - REACH < y < bottom + REACH and key not in runs:
            run = before.get(key, 0) + 1
            runs = {**runs, key: run}
            cost += first if run == 1 else onward if run > RUN else 0.0
    return runs, cost
