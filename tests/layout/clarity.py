"""Where a sheet's lines and their words could be misread, as lists of what breaks a rule: empty is good.

Lines are as broad as their ink. "Own" lines of a label are those that it is
about: brothers and sisters share theirs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise
from math import dist, hypot

from genogram_app.drawing.geometry import Polyline, flatten
from genogram_app.drawing.primitives import Box, Point
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.sheet.extents import HAIRLINE, Extent, Trace
from genogram_app.layout.sheet.result import Layout
from genogram_app.model.ties import Bond, ChildOf, Tie

#: A figure may be touched by so much, a label stands at most so far from its line, others this much further.
TOUCH, NEAR, CLEARLY = 1.0, 7.5, 1.0
#: How near to a symbol a line begins.
AT_EDGE = 5.0
#: So far at most the end of a leader is from its line, which is looked at every two to four points.
LED_TO = 2.1
#: How far two lines may run within each other's ink, in points.
TOGETHER = 14.0

Fault = tuple[str, str, str]


@dataclass(frozen=True)
class Clarity:
    """A finished layout, looked at as a reader looks."""

    family: FamilyGraph
    layout: Layout
    extents: Mapping[str, Extent]
    traces: Mapping[str, Trace]

    def faults(self) -> list[Fault]:
        """Give everything that could be misread: what kind, and the two that it touches."""
        return [
            *(("over another", *pair) for pair in self.lines_over_others()),
            *(("over own words", *pair) for pair in self.lines_over_own_words()),
            *(("begins away", *pair) for pair in self.lines_that_begin_away()),
            *(("together", *pair) for pair in self.lines_together()),
            *(("label over line", *pair) for pair in self.labels_over_lines()),
            *(("label over ring", *pair) for pair in self.labels_over_rings()),
            *(("label nearer to another", *pair) for pair in self.labels_nearer_to_another()),
            *(("label far", *pair) for pair in self.labels_far_from_their_lines()),
        ]

    # -- what there is -------------------------------------------------------------

    @cached_property
    def ends(self) -> dict[str, tuple[str, ...]]:
        return {edge.id: edge.ends for edge in (*self.family.edges(Bond), *self.family.edges(Tie))}

    @cached_property
    def drawn(self) -> dict[str, Polyline]:
        """Relationships and ties."""
        return {**self.layout.bonds, **self.layout.ties}

    @cached_property
    def structure(self) -> dict[str, list[Polyline]]:
        """Couples' bars, lines to children, and what brothers and sisters share."""
        found = {key: [bar.points] for key, bar in self.layout.bars.items() if len(bar.points) > 1}
        found |= {key: [line] for key, line in self.layout.descents.items()}
        for sibship in self.layout.sibships:
            found[sibship.links[0]] = [*found.get(sibship.links[0], []), *sibship.lines]
        return found

    @cached_property
    def lines(self) -> dict[str, list[Polyline]]:
        return {**self.structure, **{key: [line] for key, line in self.drawn.items()}}

    @cached_property
    def parts(self) -> dict[str, Box]:
        return {
            f"{key}/{name}": part.moved(*place)
            for key, place in self.layout.places.items()
            for name, part in self.extents[key].parts.items()
        }

    def reach(self, key: str) -> float:
        return self.traces.get(key, HAIRLINE).reach

    def own(self, label: str) -> set[str]:
        shared = [set(one.links) for one in self.layout.sibships if label in one.links]
        below = {edge.id for edge in self.family.edges(ChildOf) if edge.parent == label}
        return {label}.union(below, *shared)

    # -- rules ---------------------------------------------------------------------

    def lines_over_others(self) -> Iterator[tuple[str, str]]:
        for key, line in self.drawn.items():
            for part, box in self.parts.items():
                other = part.partition("/")[0] not in self.ends[key]
                if other and meets(line, box.grown(self.reach(key) - TOUCH)):
                    yield key, part

    def lines_over_own_words(self) -> Iterator[tuple[str, str]]:
        for key, line in self.drawn.items():
            for end in self.ends[key]:
                words = self.parts.get(f"{end}/words")
                if words is not None and meets(line, words.grown(-TOUCH)):
                    yield key, end

    def lines_that_begin_away(self) -> Iterator[tuple[str, str]]:
        """Give lines that don't begin and end at a symbol's edge, or at a service's plate."""
        for key, line in self.drawn.items():
            for end, point in zip(self.ends[key], (line[0], line[-1]), strict=True):
                symbol = self.parts.get(f"{end}/symbol")
                if symbol is not None and not symbol.grown(AT_EDGE).contains(point):
                    yield key, end

    def lines_together(self) -> Iterator[tuple[str, str]]:
        """Give relationships that run along another line, or along a couple's bar, within its ink."""
        pieces = {
            key: [piece for line in lines for piece in _pieces(line)] for key, lines in self.lines.items()
        }
        for a, b in combinations(sorted(pieces), 2):
            if a in self.drawn or b in self.drawn:
                apart = self.reach(a) + self.reach(b)
                run = sum(3.0 for here in pieces[a] if any(_along(here, there, apart) for there in pieces[b]))
                if run > TOGETHER:
                    yield a, b

    def labels_over_lines(self) -> Iterator[tuple[str, str]]:
        for label, key, gap, on in self._gaps():
            # Children hang from their parents' bar: their line ends where it begins.
            hung = key != label and key in self.own(label) and gap > -self.reach(key)
            if gap < 0 and not hung and not (on and key in self.own(label)):
                yield label, key

    def labels_over_rings(self) -> Iterator[tuple[str, str]]:
        for label, spot in self.layout.labels.items():
            for ring, outline in self.layout.rings.items():
                if label != ring and any(meets(line, spot.box.grown(-0.5)) for line in flatten(outline)):
                    yield label, ring

    def labels_nearer_to_another(self) -> Iterator[tuple[str, str]]:
        for label, (near, others) in self._nearest().items():
            for key, gap in others.items():
                if self.layout.labels[label].leader is None and gap < near + CLEARLY:
                    yield label, key

    def labels_far_from_their_lines(self) -> Iterator[tuple[str, str]]:
        for label, (near, _) in self._nearest().items():
            leader = self.layout.labels[label].leader
            end = leader[-1] if leader else None
            reached = end is not None and any(
                between(line, Box(*end, *end)) < LED_TO
                for key in self.own(label)
                for line in self.lines.get(key, ())
            )
            if near > NEAR and not reached:
                yield label, label

    def _nearest(self) -> dict[str, tuple[float, dict[str, float]]]:
        """Give how far each label is from its own line, and from others that are near."""
        near: dict[str, float] = defaultdict(lambda: float("inf"))
        others: dict[str, dict[str, float]] = defaultdict(dict)
        for label, key, gap, _ in self._gaps():
            if key in self.own(label):
                # Words clear of the marks on their own line are as near to it as they can be.
                trace = self.traces.get(key, HAIRLINE)
                near[label] = min(near[label], max(gap - (trace.breadth - trace.reach), 0.0))
            else:
                others[label][key] = gap
        return {label: (near[label], others[label]) for label in near}

    def _gaps(self) -> Iterator[tuple[str, str, float, bool]]:
        """Go through labels and lines near them: how far apart, and whether the line runs through."""
        for label, spot in self.layout.labels.items():
            if label not in self.lines:
                continue
            for key, lines in self.lines.items():
                for line in lines:
                    gap = between(line, spot.box) - self.reach(key)
                    if gap < 30 or key in self.own(label):
                        middle = Box(*spot.centre, *spot.centre).grown(2.0)
                        yield label, key, gap + 0.3, meets(line, middle)


def meets(line: Polyline, box: Box) -> bool:
    """Say whether a line comes into a box."""
    return any(box.contains(point) for point, _ in _pieces(line, 2.0)) or box.contains(line[-1])


def between(line: Polyline, box: Box) -> float:
    """Give how far a line stays from a box; 0 where it comes into it."""
    return min(
        hypot(max(box.left - x, 0, x - box.right), max(box.top - y, 0, y - box.bottom))
        for (x, y), _ in [*_pieces(line, 2.0), (line[-1], line[-1])]
    )


def _pieces(line: Polyline, step: float = 3.0) -> list[tuple[Point, Point]]:
    """Give points along a line, each with the direction there."""
    found = []
    for (ax, ay), (bx, by) in pairwise(line):
        span = dist((ax, ay), (bx, by))
        count = max(1, int(span // step))
        for i in range(count) if span else ():
            at = ax + (bx - ax) * i / count, ay + (by - ay) * i / count
            found.append((at, ((bx - ax) / span, (by - ay) / span)))
    return found


def _along(here: tuple[Point, Point], there: tuple[Point, Point], apart: float) -> bool:
    ((x, y), (ux, uy)), ((a, b), (va, vb)) = here, there
    return hypot(x - a, y - b) < apart + 1.5 and abs(ux * vb - uy * va) < 0.3
