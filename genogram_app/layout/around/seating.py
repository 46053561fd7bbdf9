"""Who sits where round a table: guests change seats while their lines cross less and grow shorter for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from math import dist

from genogram_app.drawing.primitives import Box, Point
from genogram_app.layout.around.services import Target
from genogram_app.layout.homes.corridors import meets
from genogram_app.layout.sheet.crossings import cross
from genogram_app.layout.sheet.ground import Ground
from genogram_app.model.ids import Id

#: What it costs, in points of length: that two lines cross, that one passes over somebody, to sit half a
#: turn from one's sector.
CROSSING, OVER, SECTOR = 120.0, 160.0, 180.0
#: So many guests are tried in every seat from several starts; so many may change places freely; of more,
#: only neighbours.
FEW, FREELY = 20, 30
STARTS, ROUNDS = 2, 6


@dataclass(frozen=True)
class Guest:
    """Something round the middle: its box, and to whom it is tied.

    wish: where it is first seated, in turns clockwise from the top. sector:
    where others expect it, if anywhere.
    """

    key: Id
    box: Box
    wish: float
    sector: float | None = None
    targets: tuple[Target, ...] = ()


@dataclass(frozen=True)
class Line:
    """A line from a guest to another, or to somebody in the middle."""

    guest: int
    other: int | None = None
    target: Target | None = None


def aside(guest: Guest, turn: float) -> float:
    """Give what it costs that a guest sits far from where it is expected."""
    if guest.sector is None:
        return 0.0
    away = abs(turn - guest.sector) % 1.0
    return SECTOR * 2 * min(away, 1.0 - away)


@dataclass
class Table:
    """Seats round the middle, whom they hold, and what that costs.

    seats: the middle of each guest's box there, with its direction in turns.
    """

    guests: Sequence[Guest]
    seats: Sequence[tuple[Point, float]]
    friends: Sequence[tuple[int, int]]
    middle: Ground

    def __post_init__(self) -> None:
        self.seat_of = list(range(len(self.guests)))
        self.lines = [Line(a, other=b) for a, b in self.friends]
        self.lines += [Line(i, target=to) for i, guest in enumerate(self.guests) for to in guest.targets]
        self._aside = [[aside(guest, turn) for _, turn in self.seats] for guest in self.guests]
        # Ways from seat to seat by number, and what is known of them: the same ones come again and again.
        self._number: dict[tuple[int, int, int], int] = {}
        self._ways: list[tuple[Point, Point, Line]] = []
        self._own: list[float] = []
        self._crossing: dict[tuple[int, int], float] = {}
        self._covers: dict[tuple[int, int, int], float] = {}

    def seated(self) -> list[int]:
        """Give the guests by their seats, as well as can be found."""
        best, found = float("inf"), self.seat_of
        for start in self._starts():
            self.seat_of, cost = start, self.cost(start)
            for _ in range(ROUNDS):
                before = cost
                for trial in self._trials():
                    if (other := self.cost(trial, cost)) < cost - 1e-6:
                        self.seat_of, cost = trial, other
                if cost > before - 1e-6:
                    break
            if cost < best - 1e-6:
                best, found = cost, self.seat_of
        return sorted(range(len(self.guests)), key=lambda guest: found[guest])

    def _starts(self) -> list[list[int]]:
        """Give first seatings: the turns of the whole table that cost least."""
        count = len(self.guests)
        if count > FREELY:
            return [list(range(count))]
        turns = [[(i + shift) % count for i in range(count)] for shift in range(count)]
        return sorted(turns, key=lambda turn: (round(self.cost(turn), 6), turn))[
            : STARTS if count <= FEW else 1
        ]

    def _trials(self) -> Iterator[list[int]]:
        """Go through other seatings: two exchanged, or one moved; each beginning from the best so far."""
        count = len(self.guests)
        if count > FREELY:
            yield from (
                self._exchanged(self._at(seat), self._at((seat + 1) % count)) for seat in range(count)
            )
            return
        yield from (self._exchanged(i, j) for i, j in combinations(range(count), 2))
        if count <= FEW:
            yield from (self._moved(i, seat) for i, seat in product(range(count), range(count)))

    def _at(self, seat: int) -> int:
        return self.seat_of.index(seat)

    def _exchanged(self, i: int, j: int) -> list[int]:
        """Give the seats with two guests exchanged."""
        seats = list(self.seat_of)
        seats[i], seats[j] = seats[j], seats[i]
        return seats

    def _moved(self, guest: int, to: int) -> list[int]:
        """Give the seats with one guest elsewhere, and those between one seat further on."""
        here = self.seat_of[guest]
        step = 1 if to < here else -1
        least, most = min(to, here), max(to, here)
        seats = [seat + step if least <= seat <= most else seat for seat in self.seat_of]
        seats[guest] = to
        return seats

    # -- costs -----------------------------------------------------------------

    def cost(self, seat_of: Sequence[int], most: float = float("inf")) -> float:
        """Give what a seating costs, in lines and in who sits aside; gives up where that is over `most`."""
        ways = [self._way_of(n, seat_of) for n in range(len(self.lines))]
        cost = sum(costs[seat] for costs, seat in zip(self._aside, seat_of, strict=True))
        cost += sum(self._own[way] for way in ways)
        for n, way in enumerate(ways):
            if cost >= most:
                return cost
            cost += sum(self._cross(way, other) for other in ways[n + 1 :])
        for way in ways:
            if cost >= most:
                return cost
            cost += sum(self._over(way, guest, seat) for guest, seat in enumerate(seat_of))
        return cost

    def _way_of(self, n: int, seat_of: Sequence[int]) -> int:
        """Give the number of a line's way from seat to seat, or to the middle."""
        line = self.lines[n]
        ends = n, seat_of[line.guest], -1 if line.other is None else seat_of[line.other]
        if ends not in self._number:
            self._number[ends] = len(self._ways)
            here = self.seats[ends[1]][0]
            there = line.target.nearest(here) if line.target else self.seats[ends[2]][0]
            self._ways.append((here, there, line))
            self._own.append(dist(here, there) + OVER * self._passed(here, there, line))
        return self._number[ends]

    def _passed(self, here: Point, there: Point, line: Line) -> int:
        """Give over how many people and homes in the middle a way passes."""
        own = line.target.key if line.target else ""
        boxes = ((key.partition("/")[0], box) for key, box in self.middle.boxes.items())
        return len({key for key, box in boxes if key != own and meets(box, here, there)})

    def _cross(self, way: int, other: int) -> float:
        if (way, other) not in self._crossing:
            self._crossing[way, other] = CROSSING * cross(*self._ways[way][:2], *self._ways[other][:2])
        return self._crossing[way, other]

    def _over(self, way: int, guest: int, seat: int) -> float:
        """Give what it costs if a way passes over a guest at neither of its ends."""
        if (way, guest, seat) not in self._covers:
            here, there, line = self._ways[way]
            (x, y), box = self.seats[seat][0], self.guests[guest].box
            stands = Box(x - box.width / 2, y - box.height / 2, x + box.width / 2, y + box.height / 2)
            covers = guest not in (line.guest, line.other) and meets(stands, here, there)
            self._covers[way, guest, seat] = OVER * covers
        return self._covers[way, guest, seat]
