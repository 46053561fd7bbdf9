"""A place for whoever has none yet: beside where they belong, overlapping nobody, moving nobody."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from heapq import heapify, heappop, heappush
from statistics import median

from genogram_app.drawing.primitives import Box, Point
from genogram_app.layout.kinship.kin import Brood, Kin
from genogram_app.layout.sheet.extents import Extent, Options
from genogram_app.layout.sheet.ground import Ground
from genogram_app.layout.sheet.ink import Ink
from genogram_app.model.ids import Id

#: Where nothing else is near, newcomers may stand so close to others, and so close to a line.
TIGHT, FROM_LINE = 5.0, 4.0
#: What it costs to stand that close, and on the other side of whom one belongs beside, in points of way.
CLOSE, WRONG_SIDE = 40.0, 120.0

#: Where somebody would like to stand, and whether rather further right (1) or left (-1) than nearer.
Wish = tuple[Point, int]


class Newcomers:
    """People of a sheet on which some already stand."""

    def __init__(
        self,
        kin: Kin,
        standing: Mapping[Id, Point],
        extents: Mapping[Id, Extent],
        others: Ground,
        lines: Ink,
        options: Options,
    ) -> None:
        """Take note of who stands. others: what else must not be covered; lines: nor run through."""
        self.kin, self.extents, self.lines, self.options = kin, extents, lines, options
        self.places = dict(standing)
        self.ground = Ground({**others.boxes, **Ground.of(self.places, extents).boxes})
        self.over = {frozenset(couple.partners) for couple in kin.couples if not couple.lasting}
        self.partners: dict[int, list[int]] = {}
        for couple in sorted(kin.couples, key=lambda couple: couple.rank):
            for who in couple.partners:
                self.partners.setdefault(who, []).extend(other for other in couple.partners if other != who)

    def placed(self) -> dict[Id, Point]:
        """Give everybody's place, those who already had one where they were."""
        waiting = dict.fromkeys(who for who, key in enumerate(self.kin.ids) if key not in self.places)
        self._take_note(frozenset(waiting))
        turns = [turn for who in waiting for turn in self._turn(who)]
        heapify(turns)
        while waiting:
            # Those nearest to somebody who stands come first; then whoever is left, at the end of their row.
            who = heappop(turns)[1] if turns else next(iter(waiting))
            if who not in waiting:
                continue
            del waiting[who]
            found = self._wish(who)
            self._stand(who, found[1] if found else (self._end_of_row(who), 1))
            self._note_height(who)
            for other in self._kindred(who):
                for turn in self._turn(other) if other in waiting else ():
                    heappush(turns, turn)
        return self.places

    def _turn(self, who: int) -> Iterator[tuple[int, int]]:
        """Give when somebody is placed, the least first: by how strong their wish is, if they have any."""
        if (found := self._wish(who)) is not None:
            yield found[0], who

    def _kindred(self, who: int) -> set[int]:
        """Give those of a newcomer's families, whose wishes may be others once they stand."""
        up, down = self.broods_up.get(who, ()), self.broods_down.get(who, ())
        children = (child for brood in (*up, *down) for child in brood.children)
        return {
            *self.partners.get(who, ()),
            *children,
            *(parent for brood in up for parent in brood.partners),
        }

    def _take_note(self, new: frozenset[int]) -> None:
        """Note the families of those without a place, and how high all others stand."""
        self.born = {child for brood in self.kin.broods if not brood.care for child in brood.children}
        self.broods_up: dict[int, list[Brood]] = {}
        self.broods_down: dict[int, list[Brood]] = {}
        for brood in sorted(self.kin.broods, key=lambda brood: brood.care):
            for child in new.intersection(brood.children):
                self.broods_up.setdefault(child, []).append(brood)
            for parent in new.intersection(brood.partners):
                self.broods_down.setdefault(parent, []).append(brood)
        self.heights: dict[int, list[float]] = {}
        for who in range(len(self.kin.ids)):
            self._note_height(who)

    def _note_height(self, who: int) -> None:
        """Note at what height somebody's generation stands, if they stand."""
        if (place := self._at(who)) is not None:
            insort(self.heights.setdefault(self.kin.rows[who], []), place[1])

    def _at(self, who: int) -> Point | None:
        return self.places.get(self.kin.ids[who])

    def _wish(self, who: int) -> tuple[int, Wish] | None:
        """Give how strong somebody's wish is, 0 the strongest, and where they would like to stand."""
        for rank, wishes in enumerate((self._by_partner, self._by_brother, self._by_parent, self._by_child)):
            for wish in wishes(who):
                return rank, wish
        return None

    def _by_partner(self, who: int) -> Iterator[Wish]:
        for other in self.partners.get(who, ()):
            if (place := self._at(other)) is not None:
                side = self._free_side(who, other, place[0])
                yield (place[0] + self._apart(who, other) * side, place[1]), side

    def _free_side(self, who: int, other: int, x: float) -> int:
        """Give on which side of their partner at some x somebody stands: where no other does.

        Where both sides are taken, who is their partner now stands where all are past ones.
        """
        mates = [(i, p[0]) for i in self.partners.get(other, ()) if (p := self._at(i)) is not None]
        left, right = [i for i, at in mates if at < x], [i for i, at in mates if at >= x]
        if not mates:
            leans = self.kin.leans_left
            return -1 if leans[who] and not leans[other] else 1
        if left and right and frozenset((who, other)) not in self.over:
            return 1 if self._are_past(other, right) else -1
        return -1 if right else 1

    def _are_past(self, who: int, mates: Sequence[int]) -> bool:
        return all(frozenset((who, mate)) in self.over for mate in mates)

    def _by_brother(self, who: int) -> Iterator[Wish]:
        for brood in self.broods_up.get(who, ()):
            if not brood.care and any(self._at(i) is not None for i in brood.children):
                near, side = self._beside_brother(brood, who)
                step = self.extents[self.kin.ids[who]].box.width + self.options.gap
                yield (self._before_younger(brood, who, near, near[0] + step * side), near[1]), side

    def _beside_brother(self, brood: Brood, who: int) -> tuple[Point, int]:
        """Give beside whom of their brothers and sisters somebody stands, and on which side, by birth.

        At an end where a partner stands who has a family there, nobody joins.
        """
        seat = {child: number for number, child in enumerate(brood.children)}
        there = sorted((place, i) for i in brood.children if (place := self._at(i)) is not None)
        left, right = self._joined(there[0][1], -1), self._joined(there[-1][1], 1)
        free = there[left : len(there) - right]
        elder = [place for place, i in free if seat[i] < seat[who]]
        if free:
            return (elder[-1], 1) if elder else (free[0][0], -1)
        if left == right:
            return (there[0][0], 1) if seat[there[0][1]] < seat[who] else (there[-1][0], -1)
        return (there[-1][0], -1) if right else (there[0][0], 1)

    def _before_younger(self, brood: Brood, who: int, near: Point, x: float) -> float:
        """Give an x beside an elder brother or sister, halfway to a younger one if it lay beyond that one."""
        later = brood.children[brood.children.index(who) + 1 :]
        there = [place[0] for i in later if (place := self._at(i)) is not None and place[0] > near[0]]
        return (near[0] + min(there)) / 2 if there and min(there) <= x else x

    def _joined(self, who: int, side: int) -> bool:
        """Say whether on one side of somebody stands a partner who has parents on the sheet."""
        here = self._at(who)
        mates = ((i, self._at(i)) for i in self.partners.get(who, ()) if i in self.born)
        return any(here and place and (place[0] - here[0]) * side > 0 for _, place in mates)

    def _by_parent(self, who: int) -> Iterator[Wish]:
        for brood in self.broods_up.get(who, ()):
            above = [p for i in brood.partners if (p := self._at(i)) is not None]
            if above:
                yield (sum(x for x, _ in above) / len(above), self._row_y(who)), 0

    def _by_child(self, who: int) -> Iterator[Wish]:
        for brood in self.broods_down.get(who, ()):
            below = [p for i in brood.children if (p := self._at(i)) is not None]
            if below:
                middle = sum(x for x, _ in below) / len(below)
                other = next((i for i in brood.partners if i != who), None)
                aside = 0.0 if other is None else self._apart(who, other) / 2
                left = other is not None and not self.kin.leans_left[who] and self.kin.leans_left[other]
                yield (middle + (aside if left else -aside), self._row_y(who)), 0

    def _apart(self, a: int, b: int) -> float:
        one, two = self.extents[self.kin.ids[a]], self.extents[self.kin.ids[b]]
        return max(
            (one.box.width + two.box.width) / 2 + self.options.gap,
            one.half[0] + two.half[0] + self.options.bar,
        )

    def _row_y(self, who: int) -> float:
        """Give the height of somebody's generation: as it stands, or a row above or below the nearest."""
        if not self.heights:
            return 0.0
        mine = self.kin.rows[who]
        nearest = min(self.heights, key=lambda row: (abs(row - mine), row))
        return median(self.heights[nearest]) + (mine - nearest) * self._pitch

    @cached_property
    def _pitch(self) -> float:
        boxes = [self.extents[key].box for key in self.kin.ids]
        return max(b.bottom for b in boxes) + max(-b.top for b in boxes) + self.options.row_gap

    def _end_of_row(self, who: int) -> Point:
        bounds = self.ground.bounds()
        box = self.extents[self.kin.ids[who]].box
        right = bounds.right + self.options.family_gap if bounds else 0.0
        return right - box.left, self._row_y(who)

    def _stand(self, who: int, wish: Wish) -> None:
        key = self.kin.ids[who]
        place = self._free(self.extents[key].box, wish)
        self.places[key] = place
        self.ground.add(key, self.extents[key].box.moved(*place))

    def _free(self, box: Box, wish: Wish) -> Point:
        """Give the place in a row nearest to a wish, rather on the right side, where a box covers nothing."""
        (x, y), side = wish
        best, found = float("inf"), x
        for gap, dear in ((self.options.gap, 0.0), (TIGHT, CLOSE)):
            for spot in free_in_row(self.ground, self.lines, box, (x, y), gap):
                wrong = side * (spot - x) < -1.0
                cost = abs(spot - x) + dear + (WRONG_SIDE if wrong else 0.0)
                if cost < best:
                    best, found = cost, spot
        return found, y


def free_in_row(ground: Ground, lines: Ink, box: Box, wish: Point, gap: float) -> list[float]:
    """Give the x nearest to a wish in each gap of a row in which a box covers nothing."""
    x, y = wish
    far = 1e7
    row = Box(-far, y + box.top, far, y + box.bottom)
    top, bottom = row.top - gap, row.bottom + gap
    beside = (o for o in ground.boxes.values() if o.top < bottom and o.bottom > top)
    taken = [(o.left - gap, o.right + gap) for o in beside]
    taken += [(o[0] - FROM_LINE, o[2] + FROM_LINE) for o in lines.across(row.grown(FROM_LINE))]
    spots, free = [], -far
    for left, right in [*sorted((a - box.right, b - box.left) for a, b in taken), (far, far)]:
        if left >= free:
            spots.append(max(free, min(x, left)))
        free = max(free, right)
    return spots
