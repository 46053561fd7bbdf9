"""Lines from parents and carers to children.

From the middle of the parents a line goes down to a bar over the children, and
a stem from the bar to each child; who is cared for elsewhere has a second stem
beside the first. Lines that pass a row on their way take a gap in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise, permutations

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Point
from genogram_app.layout.descent.bars import under
from genogram_app.layout.descent.entries import BESIDE, entries_of
from genogram_app.layout.descent.joining import bars_met
from genogram_app.layout.descent.parting import Run, in_the_way, part
from genogram_app.layout.descent.plans import Hanging, Plan, tidy, tops_of
from genogram_app.layout.descent.tracks import CLOSE, Wire, stretches_of, tracks_of
from genogram_app.layout.kinship.kin import Brood, Kin
from genogram_app.layout.kinship.spans import ASIDE
from genogram_app.layout.sheet.bands import Bands
from genogram_app.layout.sheet.edges import top_at
from genogram_app.layout.sheet.extents import Extent, Options, Size
from genogram_app.layout.sheet.result import Sibship, UnionBar
from genogram_app.model.ids import Id

#: How high over its symbol a child's bar runs at least, and under the names above.
OVER_CHILD = 14.0
UNDER_NAMES = 5.0
#: The least of both, where a gap has no more.
LEAST_OVER, LEAST_UNDER = 4.0, 2.0
#: A detour smaller than this is drawn straight.
STRAIGHT = 0.5
#: So far aside a line begins rather than take a step that would look like a slip of the pen.
SLIP = 3.2
#: How high the legs of those born together are at least.
LEGS = 14.0
#: From so many tracks on a gap's tracks lie closer together.
DEEP, CLOSER = 6, 0.75
#: Air over and under a label that lies on a bar, and how much of it every gap has to spare.
LABEL_AIR, SPARE = 5.0, 10.0


class Descents:
    """The lines of a sheet from parents to children while they are drawn."""

    def __init__(
        self,
        kin: Kin,
        places: Mapping[Id, Point],
        extents: Mapping[Id, Extent],
        bars: Mapping[Id, UnionBar],
        labels: Mapping[Id, Size],
        heads: Mapping[Id, float],
        options: Options,
    ) -> None:
        self.kin, self.places, self.extents, self.bars = kin, places, extents, bars
        self.labels, self.options = labels, options
        couples = {pair for c in kin.couples for pair in permutations([kin.ids[i] for i in c.partners], 2)}
        self.bands = Bands(places, extents, frozenset(couples), heads)
        self.wires: list[Wire] = []
        self.asides = self._asides()
        starts = {id(brood): self._start(brood) for brood in kin.broods}
        self.entries = entries_of(kin, starts, places, extents)
        self._keep_starts()
        self._keep_bars()
        rows = [self.bands.row_of[key] for key in kin.ids]
        hosts = bars_met(kin, rows, self._start_row, labels)
        free = [brood for brood in kin.broods if id(brood) not in hosts]
        self.plans = [self._planned(hanging) for brood in free for hanging in self._hangings(brood)]
        of = {id(plan.hanging.brood): plan for plan in self.plans}
        self.joining = [(self._joining(brood, of[host]), of[host]) for brood, host in hosts.values()]
        self.track = self._tracks()

    # -- where lines start and end -------------------------------------------

    def _keep_starts(self) -> None:
        """Keep lines that pass a row off those that begin there between two partners."""
        for brood in self.kin.broods:
            row, start = self._start_row(brood), self._start(brood)
            if brood.parent in self.bars and row >= 0 and start is not None:
                self.bands.take(row, start[0])

    def _keep_bars(self) -> None:
        """Keep level lines over those couples' bars that pass over somebody's head."""
        for couple in self.kin.couples:
            row = self.bands.row_of[self.kin.ids[couple.partners[0]]]
            for (left, y), (right, end) in pairwise(self.bars[couple.id].points):
                if y == end:
                    self.bands.lift(row, left, right, y)

    def _start(self, brood: Brood) -> Point | None:
        """Give where a brood hangs from; None where no parent is on the sheet."""
        if brood.parent in self.bars:
            x, y = self.bars[brood.parent].middle
        elif brood.parent in self.places:
            x, y = under(self.places[brood.parent], self.extents[brood.parent])
        else:
            return None
        return x + self.asides[id(brood)], y

    def _upwards(self, brood: Brood) -> Point | None:
        """Give where a line starts that goes up: one person's over the head."""
        if brood.parent not in self.places:
            return self._start(brood)
        (x, y), beside = self.places[brood.parent], BESIDE + self.asides[id(brood)]
        return x + beside, y + top_at(self.extents[brood.parent].outline, beside)

    def _asides(self) -> dict[int, float]:
        """Give how far beside the middle each brood's line starts: side by side, as the children stand."""
        same: dict[Id, list[Brood]] = defaultdict(list)
        for brood in self.kin.broods:
            same[brood.parent].append(brood)
        return {
            id(brood): ASIDE * (number - (len(broods) - 1) / 2)
            for broods in same.values()
            for number, brood in enumerate(sorted(broods, key=self._middle))
        }

    def _middle(self, brood: Brood) -> tuple[float, bool, str]:
        """Give a key that sorts broods from left to right."""
        xs = [self.places[self.kin.ids[child]][0] for child in brood.children]
        return sum(xs) / len(xs), brood.care, brood.links[0]

    def _start_row(self, brood: Brood) -> int:
        keys = [self.kin.ids[who] for who in brood.partners] or [brood.parent]
        rows = {self.bands.row_of[key] for key in keys if key in self.bands.row_of}
        start = self._start(brood)
        if len(rows) > 1 and start is not None:
            # Partners in different rows: their line starts half-way between.
            return sum(top < start[1] for top in self.bands.tops) - 1
        return max(rows, default=-1)

    def _hangings(self, brood: Brood) -> list[Hanging]:
        """Split a brood by the rows in which its children stand."""
        start = self._start(brood)
        rows: dict[int, list[tuple[Id, Point]]] = defaultdict(list)
        for child, link in zip(brood.children, brood.links, strict=True):
            key = self.kin.ids[child]
            x, y = self.places[key]
            beside = self.entries[child, link]
            end = (x + beside, y + top_at(self.extents[key].outline, beside))
            rows[self.bands.row_of[key]].append((link, end))
        above = self._start_row(brood)
        # Where no parent is on the sheet, a bar still joins brothers and sisters; one alone has no line.
        least = 2 if start is None else 1
        found = [(row, tuple(ends)) for row, ends in sorted(rows.items()) if len(ends) >= least]
        return [
            Hanging(
                brood, start if row > above else self._upwards(brood), above, row, ends, tops_of(brood, ends)
            )
            for row, ends in found
        ]

    # -- wires -----------------------------------------------------------------

    def _planned(self, hanging: Hanging) -> Plan:
        """Lead a line from its start through the rows between to the gap over the children."""
        xs = list(hanging.tops)
        if hanging.start is None:
            return Plan(hanging, (self._wire(hanging.row, (), xs, self._label(hanging)),), ())
        x = xs[0] if len(xs) == 1 and self._may_begin(hanging, xs[0]) else hanging.start[0]
        wires, through = self._through(hanging, x, (min(xs) + max(xs)) / 2)
        x = through[-1]
        straight = len(xs) == 1 and abs(xs[0] - x) <= STRAIGHT
        if not straight:
            up = hanging.start_row >= hanging.row
            bottoms = [x, *xs] if up else xs
            wires.append(self._wire(hanging.row, () if up else (x,), bottoms, self._label(hanging)))
        return Plan(hanging, tuple(wires), tuple(through))

    def _joining(self, brood: Brood, host: Plan) -> Plan:
        """Lead a line of doubt down to the bar of the children of whoever is sure."""
        row, tops = host.hanging.row, host.hanging.tops
        hanging = Hanging(brood, self._start(brood), self._start_row(brood), row, (), ())
        assert hanging.start is not None  # parents of a brood of care are on the sheet
        wires, through = self._through(hanging, hanging.start[0], (min(tops) + max(tops)) / 2)
        bar = host.wires[-1]
        self.wires[bar] = self.wires[bar].met(through[-1])
        return Plan(hanging, (*wires, bar), tuple(through))

    def _through(self, hanging: Hanging, x: float, goal: float) -> tuple[list[int], list[float]]:
        """Lead a line through the rows that it passes: give its wires there, and how x goes on from each."""
        through = [x]
        wires: list[int] = []
        for row, zone in self._passed(hanging):
            onward = self.bands.way_through(row, x, goal)
            if not wires and self._may_begin(hanging, onward):
                x = through[0] = onward
            elif abs(onward - x) > STRAIGHT:
                wires.append(self._wire(zone, (x,), (onward,)))
                through.append(onward)
                x = onward
        return wires, through

    def _may_begin(self, hanging: Hanging, x: float) -> bool:
        """Say whether a line down may begin a little aside: on a level bar, or under somebody's words."""
        if hanging.start is None or hanging.start_row >= hanging.row or abs(x - hanging.start[0]) > SLIP:
            return False
        parent, y = hanging.brood.parent, hanging.start[1]
        if parent in self.bars and (points := self.bars[parent].points):
            return any(
                a[1] == b[1] == y and min(a[0], b[0]) < x < max(a[0], b[0]) for a, b in pairwise(points)
            )
        who = parent if parent in self.places else self.kin.ids[hanging.brood.partners[0]]
        box = self.extents[who].box
        return box.left < x - self.places[who][0] < box.right

    def _passed(self, hanging: Hanging) -> list[tuple[int, int]]:
        """Give the rows that a line passes, each with the gap in which it turns towards its way through."""
        if hanging.start_row < hanging.row:
            return [(row, row) for row in range(hanging.start_row + 1, hanging.row)]
        return [(row, row + 1) for row in range(hanging.start_row - 1, hanging.row - 1, -1)]

    def _label(self, hanging: Hanging) -> float:
        """Give the height of the highest label that a bar bears, or of the legs of those born together."""
        legs = LEGS if len(set(hanging.tops)) < len(hanging.tops) else 0.0
        return max((self.labels[link][1] for link, _ in hanging.ends if link in self.labels), default=legs)

    def _wire(self, zone: int, tops: Sequence[float], bottoms: Sequence[float], label: float = 0.0) -> int:
        self.wires.append(Wire.joining(zone, tops, bottoms, label))
        return len(self.wires) - 1

    def _tracks(self) -> list[int]:
        zones: dict[int, list[int]] = defaultdict(list)
        for i, wire in enumerate(self.wires):
            zones[wire.zone].append(i)
        tracks = [0] * len(self.wires)
        self.levels: dict[int, list[float]] = {}
        self.stretch: dict[int, tuple[float, float]] = {}
        for zone, members in sorted(zones.items()):
            found = tracks_of([self.wires[i] for i in members])
            self.stretch |= zip(members, stretches_of([self.wires[i] for i in members]), strict=True)
            high = [0.0] * (max(found) + 1)
            for i, track in zip(members, found, strict=True):
                tracks[i] = track
                high[track] = max(high[track], self.wires[i].label)
            self.levels[zone] = self._levels(high)
        return tracks

    def _levels(self, labels: Sequence[float]) -> list[float]:
        """Give how far over the lowest each track lies, and the end of the whole; labels lie over bars."""
        pitch = self.options.track * (CLOSER if len(labels) > DEEP else 1.0)
        pitches = [max(pitch, label + LABEL_AIR if label else 0.0) for label in labels]
        pitches[-1] = max(0.0, labels[-1] + LABEL_AIR - SPARE) if labels[-1] else 0.0
        return [0.0, *accumulate(pitches)]

    @property
    def stacks(self) -> dict[int, float]:
        """Give how much more room each gap needs than one for a single bar."""
        return {zone: levels[-1] for zone, levels in self.levels.items()}

    def _heights(self) -> list[float]:
        """Give the y of every wire; where a gap is too low for them, each by what stands on its own way."""
        self.tight: set[int] = set()
        found = [self._height(wire) for wire in range(len(self.wires))]
        if self.tight:
            runs = {wire: run for plan in self.plans for wire, run in self._runs(plan, found)}
            part([run for _, run in sorted(runs.items())], in_the_way(self.places, self.extents, self.bars))
            found = [runs[wire].y if wire in runs else y for wire, y in enumerate(found)]
        return found

    def _runs(self, plan: Plan, heights: Sequence[float]) -> Iterator[tuple[int, Run]]:
        """Give the wires of a plan that goes down, each between what it joins."""
        hanging = plan.hanging
        if hanging.start is not None and hanging.start_row >= hanging.row:
            return
        over = hanging.start[1] if hanging.start else self.bands.bottoms[max(0, hanging.row - 1)]
        end = min(y for _, (_, y) in hanging.ends)
        levels = [over, *(heights[wire] for wire in plan.wires), end]
        children = frozenset(hanging.brood.children)
        for at, wire in enumerate(plan.wires):
            above, y, below = levels[at : at + 3]
            yield wire, Run(hanging.brood.parent, children, self.wires[wire], y, above, below)

    def _height(self, wire: int) -> float:
        """Give the y of a wire: over its row by its track; closer where there is little room.

        Where the gap is short, the room for what runs over the symbols gives way first,
        then the air, so that bars stay apart as long as they can.
        """
        zone = self.wires[wire].zone
        stack = self.levels[zone][-1]
        spare = self._room(wire) - OVER_CHILD - UNDER_NAMES - stack
        head = min(self.bands.head(zone, *self.stretch[wire]), max(0.0, spare))
        spare -= head
        over = max(LEAST_OVER, OVER_CHILD + min(0.0, spare) * OVER_CHILD / (OVER_CHILD + UNDER_NAMES))
        if stack == 0 and spare > 0:
            over = min(OVER_CHILD + spare * 0.4, 2 * OVER_CHILD)
        short = min(0.0, spare + OVER_CHILD + UNDER_NAMES - LEAST_OVER - LEAST_UNDER)
        squeeze = max(1.0, stack + short) / stack if stack else 1.0
        if squeeze < 1.0:
            self.tight.add(zone)
        return self.bands.tops[zone] - head - over - squeeze * self.levels[zone][self.track[wire]]

    def _room(self, wire: int) -> float:
        """Give the height of the gap in which a wire runs with those beside it.

        Where they are too many for it they rise beside a service that stands
        over it, as far as nobody stands and no other line runs there.
        """
        zone, (left, right) = self.wires[wire].zone, self.stretch[wire]
        room = self.bands.room(zone)
        wanted = self.levels[zone][-1] + OVER_CHILD + UNDER_NAMES + self.bands.head(zone, left, right)
        over = zone - 1
        while room < wanted and over > 0 and self._is_open(over, left, right):
            over -= 1
            room = self.bands.tops[zone] - self.bands.bottoms[over]
        return room

    def _is_open(self, row: int, left: float, right: float) -> bool:
        """Say whether nobody of a row stands in a stretch, nor does a wire run over it."""
        wires = (wire for wire in self.wires if wire.zone == row)
        busy = any(wire.left - CLOSE < right and left < wire.right + CLOSE for wire in wires)
        return not busy and self.bands.is_free(row, left, right)

    # -- ink -------------------------------------------------------------------

    def drawn(self) -> tuple[dict[Id, Polyline], tuple[Sibship, ...]]:
        """Give each link's own line, and what links share."""
        stems: dict[Id, Polyline] = {}
        shared: list[Sibship] = []
        self.heights = self._heights()
        for plan in self.plans:
            trunk = self._trunk(plan)
            ends = plan.hanging.ends
            if len(ends) == 1:
                link, end = ends[0]
                corner = ((end[0], trunk[-1][1]),) if abs(trunk[-1][0] - end[0]) > STRAIGHT else ()
                stems[link] = tidy((*trunk, *corner, end))
            else:
                y = trunk[-1][1] if trunk else self.heights[plan.wires[-1]]
                tops = plan.hanging.tops
                stems |= {link: ((x, y), end) for (link, end), x in zip(ends, tops, strict=True)}
                sibship = self._sibship(plan, trunk, y)
                shared += [sibship] if sibship.lines else []
        stems |= {self._told(plan): self._met(plan, host) for plan, host in self.joining}
        return dict(sorted(stems.items())), tuple(shared)

    def _told(self, plan: Plan) -> Id:
        """Give the link on whose line words stand, if on any; of all that are drawn with one."""
        links = plan.hanging.brood.links
        return next((link for link in links if link in self.labels), links[0])

    def _met(self, plan: Plan, host: Plan) -> Polyline:
        """Give the way of a line of doubt to the bar that it meets, from above or at its nearer end."""
        trunk, xs = self._trunk(plan), [*host.hanging.tops, *host.xs[-1:]]
        x, y = trunk[-1]
        return tidy((*trunk, (min(max(x, min(xs)), max(xs)), y)))

    def _trunk(self, plan: Plan) -> Polyline:
        """Give the way from the parents to the level of the children's bar."""
        if plan.hanging.start is None:
            return ()
        points = [(plan.xs[0], plan.hanging.start[1])]
        for i, x in enumerate(plan.xs[1:]):
            y = self.heights[plan.wires[i]]
            points += [(points[-1][0], y), (x, y)]
        if len(plan.wires) == len(plan.xs):
            points.append((points[-1][0], self.heights[plan.wires[-1]]))
        return tuple(points)

    def _sibship(self, plan: Plan, trunk: Polyline, y: float) -> Sibship:
        xs = [*plan.hanging.tops, *(point[0] for point in trunk[-1:])]
        bar = ((min(xs), y), (max(xs), y))
        brood = plan.hanging.brood
        first = brood.links[brood.ink]
        links = sorted((link for link, _ in plan.hanging.ends), key=lambda link: link != first)
        lines = [line for line in (tidy(trunk), bar) if len(line) > 1 and line[0] != line[-1]]
        return Sibship(brood.parent, tuple(links), tuple(lines))
