"""How far apart: x for every chain, rows solved one by one against their neighbours.

In a row each chain has a wish (under its parents, over its children) and a
least distance to the one before; the nearest arrangement is an isotonic
regression. A wish counts less the further away it is, so that many lines run
straight and few run far, instead of all running aslant (least absolute
distances, by weights set anew in each sweep).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise

from genogram_app.layout.kinship.kin import Brood, Kin
from genogram_app.layout.kinship.order import Order
from genogram_app.layout.kinship.spans import Span, drop_between
from genogram_app.layout.sheet.extents import Extent, Options
from genogram_app.layout.sheet.isotonic import nearest
from genogram_app.model.ids import Id

#: How often the rows are solved: first from below and above in turn, then together.
SWEEPS = 10
#: In the first sweeps all wishes count the same: least squares, which move far families together sooner.
SOFT = 4
#: After which of these chains may move past others, and past how many.
SHIFTS, FAR = (2, 4, 6), 30
#: How strongly brothers and sisters draw together, beside being centred under their parents.
CLOSE = 0.08
#: How strongly carers are drawn to the children, beside the parents of one.
CARE = 0.15
#: A wish this far away counts half as much as one nearby, in points.
HALFWAY = 100.0
#: How wide a sheet may become, beside its widest row.
ROOM = 1.5


class Columns:
    """The x of every chain while the rows are being solved."""

    def __init__(
        self,
        kin: Kin,
        rows: list[list[Span]],
        extents: Mapping[Id, Extent],
        options: Options,
        order: Order | None,
    ) -> None:
        self.kin, self.rows, self.extents, self.options, self.order = kin, rows, extents, options, order
        self.x = [0.0] * len(kin.ids)
        self.soft = True
        self.span_of = {who: span for row in rows for span in row for who in span.people}
        self.offset = {
            who: at for row in rows for span in row for who, at in zip(span.people, span.at, strict=True)
        }
        self.broods = [brood for brood in (*kin.births, *kin.draws) if brood.children]
        self.hangs = [self._hang(brood) for brood in self.broods]
        # The middle between each family's outermost children, and the families with children in each row.
        self.middles = [0.0] * len(self.broods)
        self.hung: list[list[int]] = [[] for _ in rows]
        self.above: dict[int, list[int]] = {}
        self.below: dict[int, list[int]] = {}
        for f, brood in enumerate(self.broods):
            self.below.setdefault(self.hangs[f][0], []).append(f)
            for row in {kin.rows[child] for child in brood.children}:
                self.hung[row].append(f)
            for child in () if brood.care else brood.children:
                self.above.setdefault(child, []).append(f)
        # Who has many children is drawn to them more than to their own parents: else many lines run aslant.
        self.weights = [self._weight(f, brood) for f, brood in enumerate(self.broods)]
        self.born = {
            span.people[0]: [(f, who) for who in span.people for f in self.above.get(who, ())]
            for row in rows
            for span in row
        }
        self.steps = [self._steps(row) for row in rows]
        self.width = self._widest()
        for number, steps in enumerate(self.steps):
            self._put(number, [0.0, *accumulate(steps)][: len(rows[number])])

    def _widest(self) -> float:
        """Give how wide the sheet may become: a couple alone may be its widest row, with a child below."""
        widest = max((span.left + span.right for row in self.rows for span in row), default=0.0)
        return max(widest, max(map(sum, self.steps), default=0.0) * ROOM)

    def solved(self) -> list[float]:
        """Give everybody's x."""
        last = len(self.rows) - 1
        for sweep in range(SWEEPS):
            self.soft = sweep < SOFT
            both = 0.0 if sweep < 2 else 0.5 if sweep < SWEEPS - 2 else 1.0
            for row in range(last - 1, -1, -1):
                self._solve(row, both, 1.0)
            for row in range(1, last + 1):
                self._solve(row, 1.0, both)
            if sweep in SHIFTS and self.order:
                for row in range(last + 1):
                    self._shift(row, self.order)
        for row in range(last - 1, -1, -1):
            self._solve(row, 1.0, 1.0)
        return self.x

    # -- what stands where --------------------------------------------------------

    def _hang(self, brood: Brood) -> tuple[int, float]:
        """Give the first member of a chain, and how far from there a brood hangs."""
        span = self.span_of[brood.partners[0]]
        here = [who for who in brood.partners if self.span_of[who] is span]
        return span.people[0], hang(self.kin, span, here, self.extents, self.kin.trunks.get(brood.parent, 1))

    def _weight(self, f: int, brood: Brood) -> float:
        """Give how strongly parents are drawn to a brood; carers not to one that hangs from their chain."""
        if not brood.care:
            return max(1, len(brood.children) - 1)
        chain = self.hangs[f][0]
        above = {self.hangs[g][0] for child in brood.children for g in self.above.get(child, ())}
        return 0.0 if above == {chain} else CARE

    def _steps(self, row: list[Span]) -> list[float]:
        return [
            a.right + b.left + (self.options.gap if self._kindred(a, b) else self.options.family_gap)
            for a, b in pairwise(row)
        ]

    def _kindred(self, a: Span, b: Span) -> bool:
        """Say whether two neighbouring chains hold brothers or sisters."""
        mine = {f for who in a.people for f in self.above.get(who, ())}
        return any(f in mine for who in b.people for f in self.above.get(who, ()))

    def _put(self, row: int, places: Sequence[float]) -> None:
        x = self.x
        for span, place in zip(self.rows[row], places, strict=True):
            if len(span.people) == 1:
                x[span.people[0]] = place
                continue
            for who, at in zip(span.people, span.at, strict=True):
                x[who] = place + at
        for f in self.hung[row]:
            ends = [x[child] for child in self.broods[f].children]
            self.middles[f] = (min(ends) + max(ends)) / 2

    # -- solving a row ---------------------------------------------------------------

    def _solve(self, row: int, up: float, down: float) -> None:
        """Move a row's chains towards their parents (weight up) and children (weight down)."""
        if self.rows[row]:
            wishes = [self._wish(span, up, down) for span in self.rows[row]]
            places = nearest([x for x, _ in wishes], [weight for _, weight in wishes], self.steps[row])
            self._put(row, self._within(row, places))

    def _within(self, row: int, places: list[float]) -> list[float]:
        """Keep a row within the sheet's width: clipped, the nearest places stay the nearest."""
        reach = [0.0, *accumulate(self.steps[row])]
        slack = self.width - reach[-1]
        return [min(max(place, at), at + slack) for place, at in zip(places, reach, strict=True)]

    def _wish(self, span: Span, up: float, down: float) -> tuple[float, float]:
        """Give where a chain would like to start, and how much that counts."""
        here = self.x[span.people[0]]
        total = weight = 0.0
        if self.soft:
            for to, pull in self._pulls(span, up, down):
                total += pull * to
                weight += pull
        else:
            for to, pull in self._pulls(span, up, down):
                near = pull * HALFWAY / (HALFWAY + abs(to - here))
                total += near * to
                weight += near
        return (total / weight, weight) if weight else (here, 1e-3)

    def _pulls(self, span: Span, up: float, down: float) -> list[tuple[float, float]]:
        """Give the places that a chain is drawn to, each with its weight."""
        first, x, hangs, middles, found = span.people[0], self.x, self.hangs, self.middles, []
        if up:
            for f, child in self.born[first]:
                parents, at = hangs[f]
                top = x[parents] + at
                # Brothers and sisters together under the middle, and close.
                together = x[child] + top - middles[f]
                found.append((CLOSE * top + (1 - CLOSE) * together - self.offset[child], up))
        if down and first in self.below:
            weights = self.weights
            found += [(middles[f] - hangs[f][1], down * weights[f]) for f in self.below[first]]
        return found

    # -- moving past others ------------------------------------------------------------

    def _shift(self, row: int, seats: Order) -> None:
        """Let chains move past others to where they would rather stand, where no more lines cross for it."""
        spans = {span.people[0]: span for span in self.rows[row]}
        order = list(spans)
        place = {who: at for at, who in enumerate(order)}
        here = {who: self.x[who] + (span.right - span.left) / 2 for who, span in spans.items()}
        way = {who: self._wish(span, 1.0, 1.0)[0] - self.x[who] for who, span in spans.items()}
        for who in sorted(order, key=lambda who: -abs(way[who])):
            at, wish, right = place[who], here[who] + way[who], way[who] > 0
            beside = order[at + 1 : at + FAR] if right else order[max(0, at - FAR) : at][::-1]
            count = seats.shifted(who, [other for other in beside if (here[other] < wish) == right], right)
            if count:
                to = at + count if right else at - count
                order.insert(to, order.pop(at))
                first, last = min(at, to), max(at, to)
                place |= {each: i for i, each in enumerate(order[first : last + 1], first)}
        self.rows[row] = [spans[who] for who in order]
        self.steps[row] = self._steps(self.rows[row])


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
    apart = kin.apart(span.people[first], span.people[last])
    return drop_between(span.at[first], a, span.at[last], b, trunks, apart)
