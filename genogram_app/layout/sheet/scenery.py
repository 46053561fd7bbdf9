"""What a new line or label has to mind: figures, plates and labels, lines, the edges of rings."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Mapping

from genogram_app.drawing.primitives import Box, Point
from genogram_app.layout.sheet.field import NEARER, Field, Layer
from genogram_app.layout.sheet.grid import REACH
from genogram_app.layout.sheet.ground import Ground
from genogram_app.layout.sheet.ink import Ink
from genogram_app.layout.sheet.probe import ROUND_WORDS, Probe
from genogram_app.model.ids import Id

#: How much less far than from lines a line's ink keeps from the edge of a ring.
AIR = 3.0


@dataclasses.dataclass
class Scenery:
    """The sheet as far as it is drawn. before: what was painted for the sheet before it."""

    solid: Ground
    ink: Ink
    rings: Ink
    before: Mapping[float, Field] = dataclasses.field(default_factory=dict)
    fields: dict[float, Field] = dataclasses.field(default_factory=dict)

    def field(self, reach: float) -> Field:
        """Give what lies within reach of each place."""
        if reach not in self.fields:
            layers = [
                Layer("part", self.solid, reach),
                Layer("line", self.ink, reach),
                Layer("edge", self.rings, max(REACH, reach - AIR)),
            ]
            self.fields[reach] = Field(layers, self.solid.bounds() or Box(0.0, 0.0, 0.0, 0.0))
            if reach in self.before:
                self.fields[reach].take_over(self.before[reach])
        return self.fields[reach]

    def cost(self, way: Iterable[Point], own: Collection[Id], most: float = float("inf")) -> float:
        """Give what it costs to lead a line about along some points, that will find its way later."""
        standing = self.field(REACH + NEARER)
        return Probe(standing, own, words=ROUND_WORDS).cost(way, most)

    def in_the_way(self, way: Iterable[Point], own: Collection[Id]) -> list[Id]:
        """Give what a line along some points would pass over, in parts."""
        keys = dict.fromkeys(key for x, y in way for key in self.solid.at(x, y))
        return [key for key in keys if key.partition("/")[0] not in own]
