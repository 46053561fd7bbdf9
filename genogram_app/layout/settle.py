"""Room for those who join a sheet: neighbours close up or step aside as little as can be.

Nobody changes places with a neighbour, nobody leaves their row, and whoever was
placed by hand doesn't move at all: the others stand on either side of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import accumulate, pairwise
from statistics import median
from typing import NamedTuple

from genogram_app.drawing.primitives import Box, Point
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.descent.stems import Stem, crossed, stems_of
from genogram_app.layout.kinship.kin import Kin, kin_of
from genogram_app.layout.kinship.outside import carers_alone
from genogram_app.layout.kinship.spans import ASIDE, BESIDE_DROP, BESIDE_LABEL, bars_with_more
from genogram_app.layout.lay_out import NO_LABELS
from genogram_app.layout.sheet.extents import Extent, Options, Size
from genogram_app.layout.sheet.ground import Ground
from genogram_app.layout.sheet.ink import Ink
from genogram_app.layout.sheet.rising import rises, rising
from genogram_app.layout.standing.beside import Newcomers, Wish
from genogram_app.model.document import Placement
from genogram_app.model.ids import Id

#: How near neighbours close up, in points, before anybody beyond them has to move.
CLOSE = 6.0
#: How readily a newcomer steps aside, where one who stands already counts 1.
NEW = 0.2
#: Places are kept to hundredths: so near a least distance, nobody moves for it.
ROUNDED = 0.05
_FAR = 1e7
NOBODY: frozenset[Id] = frozenset()
NO_AIR: Mapping[Id, float] = {}


def laid_round(
    fresh: Mapping[Id, Point], placements: Mapping[Id, Placement], people: Collection[Id]
) -> dict[Id, Point]:
    """Give the places of a whole new arrangement, shifted to where those placed by hand stand."""
    held = [key for key in sorted(placements) if key in people and key in fresh]
    if not held:
        return {}
    dx = median(placements[key].x - fresh[key][0] for key in held)
    dy = median(placements[key].y - fresh[key][1] for key in held)
    return {
        key: (round(fresh[key][0] + dx, 2), round(fresh[key][1] + dy, 2))
        for key in sorted(people)
        if key in fresh and key not in placements
    }


def room_made(
    family: FamilyGraph,
    extents: Mapping[Id, Extent],
    placements: Mapping[Id, Placement],
    options: Options,
    labels: Mapping[Id, Size] = NO_LABELS,
    airy: Mapping[Id, float] = NO_AIR,
    *,
    grown: Set[Id] | None = None,
) -> dict[Id, Point]:
    """Give the places of people who have none yet, and the new ones of those who make room for them.

    Those whose names grew over their neighbours are given room as well, and what is written
    on a couple's bar or runs beside it. Gives nobody where nobody stands yet.
    airy: how much room is wanted besides for lines that pass beside somebody, in points.
    grown: whose room or kin has changed; only they and newcomers are given room, for who stands
    over somebody else was put there. None: anybody's may have.
    """
    kin = kin_of(family, options)
    standing = {key: (at.x, at.y) for key, at in placements.items() if key in extents}
    if not any(key in standing for key in kin.ids):
        return {}
    wishes = Wishes(kin, standing, extents, options)
    wished = wishes.placed()
    walls = {key for key, at in placements.items() if at.by_hand}.union(standing.keys() - set(kin.ids))
    solid = [extents[key].box.moved(*standing[key]) for key in sorted(walls & standing.keys())]
    couples = Couples.of(kin, bars_with_more(family, labels, options.traces), options, airy)
    found: dict[Id, Point] = {}
    wanting = None if grown is None else {*grown, *wishes.wishes, *airy}
    for y, seats in sorted(_seated(kin, wishes, wished, _rows(kin, wished, walls)).items()):
        if wanting is not None and wanting.isdisjoint(seat.key for seat in seats):
            continue
        row = Row(seats, couples, wanting)
        xs = row.spread([box for box in solid if row.at(y).overlaps(box)])
        found |= {key: (x, y) for key, x in xs.items()}
    return {key: at for key, at in found.items() if standing.get(key) != at}


def _seated(
    kin: Kin, wishes: Wishes, places: Mapping[Id, Point], rows: Mapping[float, Sequence[Id]]
) -> dict[float, list[Seat]]:
    """Give the seats of each row; where somebody joins one below their parents, with the lines down to it."""
    joined = {key for keys in rows.values() if not wishes.wishes.keys().isdisjoint(keys) for key in keys}
    stems = stems_of(kin, places, wishes.extents, joined) if 0 in wishes.wishes.values() else {}
    return {y: [wishes.seat(key, places[key][0], stems.get(key)) for key in keys] for y, keys in rows.items()}


def _rows(kin: Kin, places: Mapping[Id, Point], walls: set[Id]) -> dict[float, list[Id]]:
    rows: dict[float, list[Id]] = {}
    for key in kin.ids:
        if key not in walls:
            rows.setdefault(places[key][1], []).append(key)
    return rows


@dataclass(frozen=True)
class Couples:
    """How long bars are at least, from symbol to symbol, how much room lines need between names; partners.

    over: the couples who have parted, or one of whom has died. airy: as `room_made` is given it.
    """

    bars: Mapping[frozenset[Id], float]
    drops: Mapping[frozenset[Id], float]
    partners: Mapping[Id, set[Id]]
    over: Set[frozenset[Id]]
    airy: Mapping[Id, float]

    @classmethod
    def of(
        cls, kin: Kin, labels: Mapping[Id, Size], options: Options, airy: Mapping[Id, float] = NO_AIR
    ) -> Couples:
        """Take note of the couples of a family."""
        bars: dict[frozenset[Id], float] = {}
        drops: dict[frozenset[Id], float] = {}
        partners: dict[Id, set[Id]] = {}
        over: set[frozenset[Id]] = set()
        for couple in kin.couples:
            pair = frozenset([kin.ids[who] for who in couple.partners])
            label = labels[couple.id][0] + 2 * BESIDE_LABEL if couple.id in labels else 0.0
            bars[pair] = max(options.bar, label, bars.get(pair, 0.0))
            more = ASIDE * (kin.trunks.get(couple.id, 1) - 1)
            drops[pair] = max(2 * BESIDE_DROP + more, drops.get(pair, 0.0))
            for who in pair:
                partners.setdefault(who, set()).update(pair)
            if not couple.lasting:
                over.add(pair)
        return cls(bars, drops, partners, over, airy)

    def bar(self, one: Id, other: Id) -> float | None:
        """Give the least length of the bar between two; None where they are no couple."""
        return self.bars.get(frozenset((one, other))) if other in self.partners.get(one, NOBODY) else None

    def may_part(self, who: Id, one: Id, other: Id) -> bool:
        """Say whether somebody may stand between two past partners: one of them's of today."""
        pair = frozenset((one, other))
        return pair in self.over and any(
            self.bar(who, mate) is not None and frozenset((who, mate)) not in self.over for mate in pair
        )

    def drop(self, one: Id, other: Id) -> float:
        """Give the room for all lines to children that come down between two neighbours' names."""
        return self.drops.get(frozenset((one, other)), 2 * BESIDE_DROP)

    def air(self, one: Id, other: Id) -> float:
        """Give the room that lines want which pass between two neighbours."""
        return max(self.airy.get(one, 0.0), self.airy.get(other, 0.0)) if self.airy else 0.0

    def meet(self, one: Id, other: Id) -> bool:
        """Say whether two are partners or have one in common: a line to children may come down between."""
        mine, theirs = self.partners.get(one), self.partners.get(other)
        return mine is not None and theirs is not None and not mine.isdisjoint(theirs)


class Wishes(Newcomers):
    """Where newcomers would like to stand, whoever stands there already."""

    def __init__(
        self, kin: Kin, standing: Mapping[Id, Point], extents: Mapping[Id, Extent], options: Options
    ) -> None:
        super().__init__(kin, {}, extents, Ground({}), Ink(), options)
        self.places = {key: standing[key] for key in kin.ids if key in standing}
        #: For each newcomer, on which side of somebody they would like to stand.
        self.wishes: dict[Id, int] = {}
        #: From whom each child has its birth, and as the how many-eth it is born of them.
        self.born_as = {
            kin.ids[child]: Birth(brood.parent, seat)
            for brood in reversed(kin.births)
            for child, seat in zip(brood.children, brood.seats, strict=True)
        }
        #: Who is on the sheet only as a carer.
        self.carers = {kin.ids[who] for who in carers_alone(kin)}

    def _stand(self, who: int, wish: Wish) -> None:
        self.places[self.kin.ids[who]], self.wishes[self.kin.ids[who]] = wish

    def seat(self, key: Id, x: float, stem: Stem | None) -> Seat:
        """Give somebody's seat in their row."""
        side, birth = self.wishes.get(key), self.born_as.get(key)
        return Seat(key, x, self.extents[key], side, stem, key in self.carers, birth)


class Birth(NamedTuple):
    """A birth: of which parents, and its place among theirs from left to right."""

    parent: Id
    seat: int


class Seat(NamedTuple):
    """Somebody's place in a row: where they stand or would like to.

    side: None but for newcomers. stem: the line from their parents. carer: nothing else but that.
    """

    key: Id
    x: float
    extent: Extent
    side: int | None
    stem: Stem | None = None
    carer: bool = False
    birth: Birth | None = None

    @property
    def new(self) -> bool:
        """Say whether they join the row."""
        return self.side is not None

    @property
    def beside(self) -> float:
        """Give the edge at which they join whom they belong to; they go before whoever stands beyond."""
        return self.x - (self.side or 0) * self.extent.box.width / 2


class Row:
    """People of one row, from left to right."""

    def __init__(self, seats: Sequence[Seat], couples: Couples, wanting: Set[Id] | None = None) -> None:
        """Let newcomers join. wanting: who may want room; None: all."""
        self._couples = couples
        self._wanting = wanting
        self.seats = sorted((seat for seat in seats if not seat.new), key=lambda seat: (seat.x, seat.key))
        for seat in self._in_turn([seat for seat in seats if seat.new]):
            index = self._index(seat)
            self.seats.insert(index, self._at_gap(seat, index))

    def _in_turn(self, new: Sequence[Seat]) -> list[Seat]:
        """Give newcomers in the order in which they join.

        First who belongs beside somebody, so that no half-brother has come between; then who
        stands below their parents alone; then who belongs beside those.
        """
        below = [seat for seat in new if seat.side == 0]

        def turn(seat: Seat) -> tuple[int, float, Id]:
            waits = any(self._belong(seat, other) for other in below)
            return (1 if seat.side == 0 else 2 * waits), seat.beside, seat.key

        return sorted(new, key=turn)

    def _belong(self, one: Seat, other: Seat) -> bool:
        """Say whether two are partners, or brothers and sisters."""
        born = one.stem is not None and other.stem is not None and one.stem.parent == other.stem.parent
        return born or self._couples.bar(one.key, other.key) is not None

    def _index(self, seat: Seat) -> int:
        """Give where in the row somebody joins it: beside new kin, never between two partners.

        Who stands where their parents' line comes down joins where it crosses the fewest others.
        """
        side = seat.side or 0
        near = sum(other.x < seat.beside for other in self.seats)
        lines = [0] * (len(self.seats) + 1)
        if side == 0 and seat.stem is not None:
            lines = crossed(seat.stem, [other.stem for other in self.seats])
        free = [at for at in range(len(lines)) if not self._parts(seat, at)]
        low, high = self._by_birth(seat)
        free = [at for at in free if low <= at <= high] or free
        for beside in (self._beside_mate(seat), self._beside_brothers(seat)):
            if beside in free:
                return beside
        inside = self._inside() if seat.carer else lines
        return min(free, key=lambda at: (lines[at] + inside[at], (at - near) * side < 0, abs(at - near), -at))

    def _by_birth(self, seat: Seat) -> tuple[int, int]:
        """Give the first and the last gap in which somebody joins their brothers and sisters in birth order.

        Between an elder and a younger one; beside one end of those who stand they may join elsewhere,
        for a partner's family may stand there.
        """
        brothers = [
            (at, other.birth.seat, other.new)
            for at, other in enumerate(self.seats)
            if seat.birth and other.birth and other.birth.parent == seat.birth.parent
        ]
        mine = seat.birth.seat if seat.birth else 0
        between = len({number < mine for _, number, _ in brothers}) == 2
        elder = [at + 1 for at, number, new in brothers if number < mine and (new or between)]
        younger = [at for at, number, new in brothers if number > mine and (new or between)]
        return max(elder, default=0), min(younger, default=len(self.seats))

    def _inside(self) -> list[int]:
        """Count for each gap of the row, its ends too, the families whose children stand on both sides."""
        born = [seat.stem.parent if seat.stem else "" for seat in self.seats]
        return [len({*born[:at]} & {*born[at:]} - {""}) for at in range(len(born) + 1)]

    def _beside_mate(self, seat: Seat) -> int:
        """Give the gap beside a partner who has joined the row just now; -1 where there is none."""
        for at, other in enumerate(self.seats):
            if other.new and self._couples.bar(other.key, seat.key) is not None:
                return at + ((seat.side or seat.x - other.x) > 0)
        return -1

    def _beside_brothers(self, seat: Seat) -> int:
        """Give the gap beside brothers and sisters who have all joined just now; -1 where there are none."""
        stem, side = seat.stem, seat.side or 0
        theirs = [
            at
            for at, other in enumerate(self.seats)
            if stem is not None and other.stem is not None and other.stem.parent == stem.parent
        ]
        if not side or not theirs or not all(self.seats[at].new for at in theirs):
            return -1
        return theirs[-1] + 1 if side > 0 else theirs[0]

    def _parts(self, seat: Seat, index: int) -> bool:
        """Say whether somebody would part two partners in a gap of the row."""
        if not 0 < index < len(self.seats):
            return False
        one, other = self.seats[index - 1].key, self.seats[index].key
        return self._couples.bar(one, other) is not None and not self._couples.may_part(seat.key, one, other)

    def _at_gap(self, seat: Seat, index: int) -> Seat:
        """Let somebody wish for no place beyond the gap that they join."""
        if seat.side:
            return seat
        least = self.seats[index - 1].x if index else -_FAR
        most = self.seats[index].x if index < len(self.seats) else _FAR
        return seat._replace(x=max(least, min(seat.x, most)))

    def at(self, y: float) -> Box:
        """Give the band that a row at some height takes."""
        top = min(seat.extent.box.top for seat in self.seats)
        return Box(-_FAR, y + top, _FAR, y + max(seat.extent.box.bottom for seat in self.seats))

    def spread(self, walls: Iterable[Box]) -> dict[Id, float]:
        """Give where everybody stands so that nobody covers anybody, as near to where they were as can be.

        walls: what doesn't move; everybody stays on their side of it, as far as there is room.
        """
        found: dict[Id, float] = {}
        left, waiting = -_FAR, self.seats
        for wall in [*sorted(walls, key=lambda box: box.left), Box(_FAR, 0.0, _FAR, 0.0)]:
            middle = wall.centre[0]
            here = [seat for seat in waiting if seat.x < middle]
            waiting = waiting[len(here) :]
            found |= self._between(here, left, wall.left)
            left = max(left, wall.right)
        return found

    def _between(self, seats: Sequence[Seat], left: float, right: float) -> dict[Id, float]:
        """Give where people stand between two walls."""
        if not seats:
            return {}
        steps = [0.0, *accumulate(self._step(*pair) for pair in pairwise(seats))]
        wished = [seat.x - step for seat, step in zip(seats, steps, strict=True)]
        low = left + CLOSE - seats[0].extent.box.left
        high = right - CLOSE - seats[-1].extent.box.right - steps[-1]
        low = min(low, wished[0]) if self._stays(seats[0]) else low
        high = max(high, wished[-1]) if self._stays(seats[-1]) else high
        if low <= wished[0] and wished[-1] <= high and rises(wished):
            return {seat.key: round(seat.x, 2) for seat in seats}
        level = rising(wished, [NEW if seat.new else 1.0 for seat in seats])
        spots = [max(low, min(value, high)) + step for value, step in zip(level, steps, strict=True)]
        return {seat.key: round(x, 2) for seat, x in zip(seats, spots, strict=True)}

    def _step(self, one: Seat, other: Seat) -> float:
        """Give how far apart two neighbours stand at least. Those who stand already may close up."""
        touching, apart = one.extent.box.right - other.extent.box.left, other.x - one.x
        passed = self._couples.meet(one.key, other.key)
        air = self._couples.air(one.key, other.key)
        wanted = touching + air + (self._couples.drop(one.key, other.key) if passed else CLOSE)
        if passed and (bar := self._couples.bar(one.key, other.key)) is not None:
            wanted = max(wanted, one.extent.half[0] + other.extent.half[0] + bar)
        least = wanted - ROUNDED if passed or air else touching
        if apart > wanted or one.side is not None or other.side is not None:
            return wanted
        if apart < least and not (self._stays(one) and self._stays(other)):
            return wanted
        return apart

    def _stays(self, seat: Seat) -> bool:
        """Say whether somebody wants no more room than they have, though they stand over others."""
        return self._wanting is not None and seat.key not in self._wanting
