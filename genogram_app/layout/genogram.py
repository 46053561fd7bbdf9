"""The genogram: generations in rows, couples together, children under their own union."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from genogram_app.layout.chains import chains
from genogram_app.layout.columns import nearest
from genogram_app.layout.extents import Extent, Options, Size
from genogram_app.layout.kin import Brood, Kin
from genogram_app.layout.order import ordered
from genogram_app.layout.spans import Span, drop_between, span_of
from genogram_app.model.ids import Id

#: How often the rows are solved: first from below and above in turn, then together.
SWEEPS = 10
#: How strongly brothers and sisters draw together, beside being centred under their parents.
CLOSE = 0.3
#: How strongly carers are drawn to the children, beside parents.
CARE = 0.15


@dataclass
class Columns:
    """The x of every chain while the rows are being solved."""

    kin: Kin
    rows: list[list[Span]]
    extents: Mapping[Id, Extent]
    options: Options

    def __post_init__(self) -> None:
        self.x = [0.0] * len(self.kin.ids)
        self.span_of = {who: span for row in self.rows for span in row for who in span.people}
        self.offset = {
            who: at for row in self.rows for span in row for who, at in zip(span.people, span.at, strict=True)
        }
        self.above: dict[int, list[Brood]] = {}
        self.below: dict[int, list[tuple[Brood, float]]] = {}
        for brood in (*self.kin.births, *self.kin.cares):
            span = self.span_of[brood.partners[0]]
            if brood.children:
                self.below.setdefault(span.people[0], []).append((brood, self._hang(brood)))
            for child in () if brood.care else brood.children:
                self.above.setdefault(child, []).append(brood)
        self.steps = [self._steps(row) for row in self.rows]
        for row, steps in zip(self.rows, self.steps, strict=True):
            self._put(row, nearest([0.0] * len(row), [1.0] * len(row), steps))

    def _hang(self, brood: Brood) -> float:
        """Give how far from a chain's first member a brood hangs."""
        here = [who for who in brood.partners if self.span_of[who] is self.span_of[brood.partners[0]]]
        trunks = self.kin.trunks[brood.parent]
        return hang(self.kin, self.span_of[here[0]], here, self.extents, trunks)

    def _steps(self, row: list[Span]) -> list[float]:
        return [
            a.right + b.left + (self.options.gap if self._kindred(a, b) else self.options.family_gap)
            for a, b in pairwise(row)
        ]

    def _kindred(self, a: Span, b: Span) -> bool:
        """Say whether two neighbouring chains hold brothers or sisters."""
        mine = {id(brood) for who in a.people for brood in self.above.get(who, ())}
        return any(id(brood) in mine for who in b.people for brood in self.above.get(who, ()))

    def _put(self, row: list[Span], places: list[float]) -> None:
        for span, place in zip(row, places, strict=True):
            for who, at in zip(span.people, span.at, strict=True):
                self.x[who] = place + at

    def top(self, brood: Brood) -> float:
        """Give where a brood hangs from."""
        first = self.span_of[brood.partners[0]].people[0]
        return self.x[first] + next(at for other, at in self.below[first] if other is brood)

    def solve(self, row: int, up: float, down: float) -> None:
        """Move a row's chains towards their parents (weight up) and children (weight down)."""
        wishes, weights = [], []
        for span in self.rows[row]:
            wish, weight = self._wish(span, up, down)
            wishes.append(wish)
            weights.append(weight)
        self._put(self.rows[row], nearest(wishes, weights, self.steps[row]))

    def _towards(self, brood: Brood, child: int) -> float:
        """Give where a child's chain should start: siblings together under the middle, and close."""
        ends = [self.x[other] for other in brood.children]
        top = self.top(brood)
        together = self.x[child] + top - (min(ends) + max(ends)) / 2
        return CLOSE * top + (1 - CLOSE) * together - self.offset[child]

    def _wish(self, span: Span, up: float, down: float) -> tuple[float, float]:
        total = weight = 0.0
        if up:
            for who in span.people:
                for brood in self.above.get(who, ()):
                    total += up * self._towards(brood, who)
                    weight += up
        if down:
            for brood, at in self.below.get(span.people[0], ()):
                ends = [self.x[child] for child in brood.children]
                pull = down * CARE if brood.care else down
                total += pull * ((min(ends) + max(ends)) / 2 - at)
                weight += pull
        if not weight:
            return self.x[span.people[0]], 1e-3
        return total / weight, weight


def hang(kin: Kin, span: Span, partners: list[int], extents: Mapping[Id, Extent], trunks: int) -> float:
    """Give how far from a chain's first member the children of some of its members hang."""
    places = sorted(span.people.index(who) for who in partners)
    if len(places) == 1:
        return span.at[places[0]]
    first, last = places[0], places[-1]
    if last - first > 1 and kin.outer(span.people[first], span.people[last]) == span.people[first]:
        last = first + 1
    elif last - first > 1:
        first = last - 1
    a, b = extents[kin.ids[span.people[first]]], extents[kin.ids[span.people[last]]]
    return drop_between(span.at[first], a, span.at[last], b, trunks)


def across(
    kin: Kin, extents: Mapping[Id, Extent], labels: Mapping[Id, Size], options: Options
) -> list[float]:
    """Give everybody's x."""
    between = {frozenset(c.partners): c.id for c in kin.couples if len(c.partners) == 2}
    rows = [
        [span_of(kin, people, between, extents, labels, options) for people in row]
        for row in ordered(kin, options, chains(kin))
    ]
    columns = Columns(kin, rows, extents, options)
    last = len(rows) - 1
    for sweep in range(SWEEPS):
        both = 0.0 if sweep < 2 else 0.5 if sweep < SWEEPS - 2 else 1.0
        for row in range(last - 1, -1, -1):
            columns.solve(row, both, 1.0)
        for row in range(1, last + 1):
            columns.solve(row, 1.0, both)
    return columns.x


def down(
    kin: Kin,
    extents: Mapping[Id, Extent],
    stacks: Mapping[int, float],
    lifts: Mapping[int, float],
    options: Options,
) -> list[float]:
    """Give each row's y.

    stacks: how much more room the bars and labels over a row take than a single
    bar. lifts: how far over a row's middle other lines and labels reach.
    """
    depth = max(kin.rows, default=-1) + 1
    tops, bottoms = [0.0] * depth, [0.0] * depth
    for who, row in enumerate(kin.rows):
        box = extents[kin.ids[who]].box
        tops[row], bottoms[row] = max(tops[row], -box.top), max(bottoms[row], box.bottom)
    ys, y = [], 0.0
    for row in range(depth):
        top = max(tops[row], lifts.get(row, 0.0))
        if row:
            y += bottoms[row - 1] + options.row_gap + stacks.get(row, 0.0)
        ys.append(y + top)
        y += top
    return ys
