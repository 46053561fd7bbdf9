"""What a new line or label has to mind: figures, plates and labels, lines, the edges of rings."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from genogram_app.drawing.primitives import Point
from genogram_app.layout.grid import CELL, REACH, Entry
from genogram_app.layout.ground import Ground
from genogram_app.layout.ink import MARK, Ink
from genogram_app.model.ids import Id

#: What it costs to pass over somebody, and over a label.
OVER, ON_LABEL = 110.0, 40.0
#: What it costs to lie on the words of one's own end, and each sample of that; where a line that isn't drawn
#: yet would have to go round them.
OWN_WORDS, OWN_MORE, ROUND_WORDS = 90.0, 5.0, 3.0
#: What it costs to cross a line, or a ring, and to run along a line (each sample).
LINE, RING, ALONG = 6.0, 1.5, 5.0
#: What it costs to hide a mark on a line, such as the slash that says it has ended.
ON_MARK = 25.0
#: How much nearer to a figure a line may pass than to another line.
NEARER = 1.7
#: What the names of labels begin with.
LABEL = "label:"
#: How many samples in a row on one line are more than a crossing.
RUN = 3
#: How finely what lies at a point is told apart, in points.
FINE = 2.0

Keys = tuple[Id, ...]
#: What lies at a point: whether one's own symbol, own words, others, lines, edges of rings.
Met = tuple[bool, Keys, Keys, Keys, Keys]
CLEAR: Met = (False, (), (), (), ())


@dataclass
class Scenery:
    """The sheet as far as it is drawn."""

    solid: Ground
    ink: Ink
    rings: Ink

    def cost(self, way: Iterable[Point], own: Collection[Id], most: float = float("inf")) -> float:
        """Give what it costs to lead a line about along some points, that will find its way later."""
        return Probe(self, own, REACH + NEARER, words=ROUND_WORDS).cost(way, most)

    def in_the_way(self, way: Iterable[Point], own: Collection[Id]) -> list[Id]:
        """Give what a line along some points would pass over, in parts."""
        keys = dict.fromkeys(key for x, y in way for key in self.solid.at(x, y))
        return [key for key in keys if key.partition("/")[0] not in own]


class Probe:
    """Tries many ways of one line on a sheet that stays as it is, and remembers what lies where."""

    def __init__(
        self,
        scenery: Scenery,
        own: Collection[Id],
        reach: float = REACH,
        onward: float = 0.0,
        words: float = OWN_WORDS,
    ) -> None:
        """Take note of the line.

        own: what is at its ends. reach: how far its ink goes to each side, with
        air. onward: what each further sample on somebody costs. words: what it
        costs to lie on the words of an end.
        """
        self.scenery, self.own, self.reach, self.onward, self.words = scenery, own, reach, onward, words
        self.met: dict[tuple[int, int], Met] = {}

    def cost(self, way: Iterable[Point], most: float = float("inf")) -> float:
        """Give what it costs to lead the line along some points; gives up where that is over `most`."""
        met, over = self.met, set[Id]()
        lines: dict[Id, int] = {}
        edges: dict[Id, int] = {}
        cost = 0.0
        for x, y in way:
            cell = int(x // FINE), int(y // FINE)
            here = met.get(cell)
            if here is None:
                here = met[cell] = self._at((cell[0] + 0.5) * FINE, (cell[1] + 0.5) * FINE)
            if here is CLEAR:
                lines = edges = {}
                continue
            mine, words, others, inks, rings = here
            for key in words:
                cost += min(OWN_MORE, self.words) if key in over else self.words
                over.add(key)
            for key in others:
                if key in over:
                    cost += self.onward
                else:
                    over.add(key)
                    cost += ON_LABEL if key.startswith(LABEL) else OVER
            lines, more = _runs(() if mine else inks, lines, LINE, ALONG)
            edges, again = _runs(rings, edges, RING, RING)
            cost += more + again
            if cost > most:
                return cost
        return cost

    def _at(self, x: float, y: float) -> Met:
        """Give what lies at a point, as far as the line's ink reaches."""
        cell = int(x // CELL), int(y // CELL)
        solid, ink, rings = self.scenery.solid.cells, self.scenery.ink.cells, self.scenery.rings.cells
        mine, words, others = self._bodies(solid[cell], x, y) if cell in solid else (False, (), ())
        inks = _lying(ink[cell], x, y, self.reach) if cell in ink else ()
        edges = _lying(rings[cell], x, y, REACH) if cell in rings else ()
        found = mine, words, others, inks, edges
        return CLEAR if found == CLEAR else found

    def _bodies(self, near: list[Entry], x: float, y: float) -> tuple[bool, Keys, Keys]:
        """Say whether a point is on an own symbol; give the own words, and the others, that it lies on."""
        mine, words, others = False, list[Id](), list[Id]()
        for left, top, right, bottom, key in near:
            away = self.reach if key.startswith(LABEL) else self.reach - NEARER
            if left - away < x < right + away and top - away < y < bottom + away:
                whose, _, part = key.partition("/")
                if whose not in self.own or part.startswith("badge"):
                    others.append(key)
                elif not part:
                    mine |= left - REACH < x < right + REACH and top - REACH < y < bottom + REACH
                elif left < x < right and top + 1 < y < bottom:
                    words.append(key)
        return mine, tuple(words), tuple(others)


def _lying(near: list[Entry], x: float, y: float, reach: float) -> Keys:
    """Give the lines that lie within reach of a point, once each."""
    return tuple(
        dict.fromkeys(
            key
            for left, top, right, bottom, key in near
            if left - reach < x < right + reach and top - reach < y < bottom + reach
        )
    )


def _runs(keys: Keys, before: dict[Id, int], first: float, onward: float) -> tuple[dict[Id, int], float]:
    """Give for how many samples in a row each line is met now, and what that costs."""
    runs, cost = {}, 0.0
    for key in keys:
        run = runs[key] = before.get(key, 0) + 1
        dear = ON_MARK if key.endswith(MARK) else first
        cost += dear if run == 1 else onward if run > RUN else 0.0
    return runs, cost
