"""A layout while it is being made, one kind of thing after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from genogram_app.drawing.geometry import Polyline, bounds, flatten
from genogram_app.drawing.primitives import Box, Point
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.around.ecomap import circle
from genogram_app.layout.around.services import Services, Target, targets_of
from genogram_app.layout.descent.bars import Bars
from genogram_app.layout.descent.descents import Descents
from genogram_app.layout.descent.marks import stand_alone
from genogram_app.layout.descent.stubs import Stubs, around_sign, around_stub
from genogram_app.layout.homes.corridors import Bar
from genogram_app.layout.homes.enclosures import NOTHING, Drawn, Enclosure, Homes, enclosed
from genogram_app.layout.homes.households import Rings, rings_of
from genogram_app.layout.kinship.kin import Kin, kin_of
from genogram_app.layout.kinship.spans import bars_with_more
from genogram_app.layout.names.labels import Labels
from genogram_app.layout.relationships.arcs import Arcs
from genogram_app.layout.relationships.kept import Kept
from genogram_app.layout.relationships.room import heads, with_room
from genogram_app.layout.relationships.setting import Setting
from genogram_app.layout.relationships.sliding import slid
from genogram_app.layout.sheet.extents import HAIRLINE, Extent, Options, Size
from genogram_app.layout.sheet.ground import Ground, along, around
from genogram_app.layout.sheet.ink import Ink, knots
from genogram_app.layout.sheet.result import Layout, Sibship, UnionBar, ink_of
from genogram_app.layout.sheet.scenery import Scenery
from genogram_app.layout.standing.people import stand
from genogram_app.model.document import ViewKind
from genogram_app.model.ids import Id
from genogram_app.model.ties import Bond, ChildOf, Tie

#: What it costs a ring to pass between a couple, and between two who have parted, in points of detour.
BETWEEN, PARTED = 150.0, 30.0
#: How far to each side a mark on a bar reaches, of its height.
MARK = 0.6


class Given(NamedTuple):
    """What a sheet is made of; fixed: who stands where."""

    view: ViewKind
    fixed: Mapping[Id, Point]
    family: FamilyGraph
    extents: Mapping[Id, Extent]
    labels: Mapping[Id, Size]
    options: Options


class Making:
    """Everything of a sheet; each step draws on what those before it have put there."""

    def __init__(self, given: Given, kin: Kin, kept: Kept) -> None:
        self.family, self.extents, self.labels, self.options = given[2:]
        self.kin = kin
        self.kept = kept
        self.heads = heads(self.family, kin, self.labels, self.options)
        self.places: dict[Id, Point] = {}
        self.bars: dict[Id, UnionBar] = {}
        self.descents: dict[Id, Polyline] = {}
        self.sibships: tuple[Sibship, ...] = ()
        self.stubs: dict[Id, Polyline] = {}
        self.rings = Rings({}, {}, {}, ())
        self.arcs: Arcs | None = None
        self.bonds: dict[Id, Polyline] = {}
        self.ties: dict[Id, Polyline] = {}
        self.marks: dict[Id, tuple[Point, ...]] = {}
        self.scenery = Scenery(Ground({}), Ink(), Ink())
        self.spots = Labels({}, self.scenery, self.options)

    def people(self, fixed: Mapping[Id, Point], others: Sequence[Id]) -> None:
        """Place everybody of the family, and whatever else has its place."""
        words = {**self.labels, **bars_with_more(self.family, self.labels, self.options.traces)}
        roomy = with_room(self.family, self.kin, self.extents, self.options)
        self.places = stand(self.kin, roomy, words, self.heads, self.options, fixed, self._standing(fixed))
        self.places |= {key: fixed[key] for key in others if key in fixed}
        self.ground = Ground.of(self.places, self.extents)

    def _standing(self, fixed: Mapping[Id, Point]) -> Ink:
        """Give the lines between those who stand already, where newcomers are to stand beside them."""
        places = {key: fixed[key] for key in self.kin.ids if key in fixed}
        if not 0 < len(places) < len(self.kin.ids):
            return Ink()
        kin = kin_of(self.family, self.options, places)
        bars = Bars(kin, places, self.extents, Ground.of(places, self.extents), self.labels).drawn()
        stems, shared = Descents(kin, places, self.extents, bars, {}, {}, self.options).drawn()
        return Ink(ink_of(bars, stems, shared))

    def homes(self, elsewhere: Sequence[Id]) -> None:
        """Draw couples, children and rings, and what is written on them."""
        self.couples()
        people = Ground.of({key: self.places[key] for key in self.kin.ids}, self.extents)
        self.children()
        drawn = self._drawn() if self.family.households else NOTHING
        margin = self.options.ring_margin
        self.rings = rings_of(
            self.family, people, self.ground, margin, drawn, elsewhere, enclose=self._enclosed
        )
        self._hang()

    def couples(self) -> None:
        """Draw the bars of couples."""
        traces = self.options.traces
        bars = Bars(self.kin, self.places, self.extents, self.ground, self.labels, traces)
        made_of = self.kin, dict(self.places), self.extents, self.labels, traces
        self.bars = self.kept.again("bars", made_of, bars.drawn)

    def children(self) -> None:
        """Draw the lines to children."""
        parents = {*self.kin.ids, *(brood.parent for brood in self.kin.broods)}
        standing = {key: place for key, place in self.places.items() if key in parents}
        made_of = self.kin, standing, self.extents, self.bars, self.labels, self.heads, self.options
        self.descents, self.sibships = self.kept.again(
            "descents", made_of, lambda: Descents(*made_of).drawn()
        )

    def _enclosed(
        self, homes: Homes, people: Ground, everything: Ground, margin: float, drawn: Drawn
    ) -> dict[Id, Enclosure]:
        """Give the ground of each home, as it was on the sheet before where nothing of it has changed."""
        made_of = dict(homes), dict(people.boxes), dict(everything.boxes), margin, drawn
        make = partial(enclosed, homes, people, everything, margin, drawn)
        return self.kept.again("homes", made_of, make)

    def _drawn(self) -> Drawn:
        """Give what the rings of homes mind: they are drawn after the family's own lines."""
        if not self.kept.at_leisure:
            return Drawn(self._passes())
        lines = [line for lines in self._lines().values() for line in lines]
        stubs = Stubs(self.family, self.descents, self.sibships, self.options).drawn()
        return Drawn(self._passes(), lines, [around_sign(stubs[key]) for key in sorted(stubs)])

    def _passes(self) -> list[Bar]:
        """Give the bars of couples, which a ring had better not pass between, with the marks on them."""
        found = []
        for couple in self.kin.couples:
            line, trace = self.bars[couple.id].points, self.options.traces.get(couple.id, HAIRLINE)
            marks = tuple(Box(x, y, x, y).grown(MARK * size) for x, y, size in knots(line, trace))
            who = frozenset(self.kin.ids[number] for number in couple.partners)
            found.append(Bar(who, line, BETWEEN if couple.lasting else PARTED, marks))
        return found

    def _hang(self) -> None:
        """Draw the lines to children, and place what is written on the family's own lines and rings."""
        self.children()
        self.stubs = Stubs(self.family, self.descents, self.sibships, self.options).drawn()
        edges = {key: flatten(ring) for key, ring in self.rings.outlines.items()}
        traces = self.options.traces
        ink = Ink(self._lines(), {key: trace.again for key, trace in traces.items()})
        self.scenery = self.kept.scenery(self._solid(), ink, Ink(edges))
        self._mark()
        self._words(leaders=False)

    def _mark(self, *drawn: Mapping[Id, Polyline]) -> None:
        """Place the marks on the family's own lines, each where it lies on nothing else.

        drawn: what was drawn since they were placed, all but which they are clear of.
        """
        lines = {**self.descents, **{key: bar.points for key, bar in self.bars.items()}}
        links = [sibship.links for sibship in self.sibships]
        before, since = (self.marks, {key for each in drawn for key in each}) if drawn else ({}, set())
        known = None if drawn else self.kept.marks
        self.marks = stand_alone(lines, links, self.options.traces, self.scenery, before, since, known)

    def _solid(self) -> Ground:
        """Give what nothing may cover: symbols, words, badges, and stubs with their signs."""
        made_of = dict(self.places), self.extents, self.stubs
        return self.kept.again("solid", made_of, lambda: _solid(*made_of)).copy()

    def _words(self, *, leaders: bool) -> None:
        """Place the labels of couples and children."""
        self.spots = Labels(self.labels, self.scenery, self.options, leaders=leaders)
        shared = {link: sibship for sibship in self.sibships for link in sibship.links}
        children: dict[Id, list[Id]] = defaultdict(list)
        for edge in self.family.edges(ChildOf):
            children[edge.parent].append(edge.id)
        for key, bar in self.bars.items():
            if bar.points:
                self.spots.on_bar(key, bar, children[key])
        for key, line in self.descents.items():
            if key not in self.labels:
                continue
            ink = shared[key].lines[::-1] if key in shared else ()
            self.spots.on_lines(key, line, ink, shared[key].links if key in shared else (key,))

    def _names(self) -> None:
        """Place the names of homes; the longest has the least choice."""
        width = {key: self.labels[key][0] for key in self.rings.outlines if key in self.labels}
        for key in sorted(width, key=lambda key: (-width[key], key)):
            self.spots.on_ring(key, self.rings.outlines[key])

    def _lines(self) -> dict[Id, list[Polyline]]:
        """Give the ink of the family itself."""
        return ink_of(self.bars, self.descents, self.sibships)

    def round_about(self, view: ViewKind, keys: Sequence[Id], fixed: Mapping[Id, Point]) -> None:
        """Place services, and in an ecomap whoever else matters, round the family."""
        left = [key for key in keys if key not in fixed]
        ends = self._ends()
        marked, doors = self._marked(), self.rings.doors
        targets = {key: targets_of(key, ends, self.places, doors, marked.get(key, ())) for key in left}
        self._names()
        beside = bool(left) and view != "ecomap"
        if beside:
            self._relate()
            # The names of homes find room between ties more easily than a service beside a name.
            self.spots.take_up(self.rings.outlines)
        if view == "ecomap" and len(left) == len(keys):
            found = circle(self._core(), left, self.extents, targets, ends, self.options)
        else:
            found = self._services(targets).placed(left) if left else {}
        for key, (x, y) in found.items():
            self._put(key, (round(x, 2), round(y, 2)))
        if beside:
            self._names()
        if any(edge.parent in keys for edge in self.family.edges(ChildOf)):
            self._hang()
            self._names()
            self.arcs = None

    def _services(self, targets: Mapping[Id, Sequence[Target]]) -> Services:
        """Give what places services round the family and its lines."""
        rooms = [room for rooms in self.rings.rooms.values() for room in rooms]
        ahead = Ink({**self._lines(), **{key: [line] for key, line in self.bonds.items()}})
        # Ties are noted in it while services find their places: the names of homes leave room for them.
        self.spots.scenery = Scenery(self.scenery.solid, ahead, self.scenery.rings)
        return Services(self.spots.scenery, rooms, self.extents, targets, self.options)

    def _relate(self) -> Arcs:
        """Draw the relationships: services stand clear of them, and they run alike without services."""
        doors, traces = self.rings.doors, self.options.traces
        self.arcs = self.kept.arcs(Setting(self.places, self.extents, doors, self.scenery, traces))
        self.bonds = {}
        self._draw_bonds(self.arcs)
        return self.arcs

    def _draw_bonds(self, arcs: Arcs) -> None:
        """Draw the relationships that aren't drawn yet and have both ends on the sheet."""
        left = [edge for edge in self.family.edges(Bond) if edge.id not in self.bonds]
        self.bonds |= arcs.drawn([(edge.id, edge.a, edge.b) for edge in left])

    def _put(self, key: Id, place: Point) -> None:
        self.places[key] = place
        self.scenery.solid.put(key, self.extents[key], place)
        self.ground.add(key, self.extents[key].box.moved(*place))

    def _core(self) -> Ground:
        rooms = {
            f"{home}/{i}": room for home, rooms in self.rings.rooms.items() for i, room in enumerate(rooms)
        }
        return Ground({**self.scenery.solid.boxes, **rooms})

    def _ends(self) -> dict[Id, list[Id]]:
        """Give whom each one is tied to."""
        found: dict[Id, list[Id]] = defaultdict(list)
        lines = [edge.ends for edge in (*self.family.edges(Tie), *self.family.edges(Bond))]
        for a, b in [*lines, *(edge.ends for edge in self.family.edges(ChildOf))]:
            found[a].append(b)
            found[b].append(a)
        return found

    def _marked(self) -> dict[Id, set[Id]]:
        """Give whom each one is tied to by lines with marks on them."""
        found: dict[Id, set[Id]] = defaultdict(set)
        lines = [(edge.id, *edge.ends) for edge in (*self.family.edges(Tie), *self.family.edges(Bond))]
        for key, a, b in lines:
            if key in self.options.traces and self.options.traces[key].knots:
                found[a].add(b)
                found[b].add(a)
        return found

    def bonds_alone(self) -> Arcs:
        """Draw the relationships and the ties."""
        arcs = self.arcs or self._relate()
        # Those with a service wait until it has its place.
        self._draw_bonds(arcs)
        if not self.ties:
            self.ties = arcs.drawn([(edge.id, edge.a, edge.b) for edge in self.family.edges(Tie)])
        return arcs

    def relationships(self) -> None:
        """Draw relationships and ties, and what is written on them."""
        arcs = self.bonds_alone()
        arcs.leave()
        # Labels give way to lines that had to come through.
        self.scenery.solid = self._solid()
        self._mark(self.bonds, self.ties)
        self.marks = {**self.marks, **slid(self.bonds, self.options.traces, self.scenery)}
        self._words(leaders=True)
        self._names()
        for key, line in (*self.bonds.items(), *self.ties.items()):
            self.spots.on_curve(key, line)
        self.spots.lead()

    def result(self) -> Layout:
        """Give the finished layout."""
        return Layout(
            places=MappingProxyType(dict(sorted(self.places.items()))),
            bars=MappingProxyType(self.bars),
            descents=MappingProxyType(self.descents),
            sibships=self.sibships,
            stubs=MappingProxyType(self.stubs),
            bonds=MappingProxyType(self.bonds),
            ties=MappingProxyType(self.ties),
            rings=MappingProxyType(dict(self.rings.outlines)),
            marks=MappingProxyType(self.marks),
            labels=MappingProxyType(self.spots.spots),
            bounds=self._bounds(),
            warnings=self.rings.compromises,
        )

    def _bounds(self) -> Box:
        boxes = list(self.ground.boxes.values())
        boxes += [around_stub(line) for line in self.stubs.values()]
        boxes += [spot.box for spot in self.spots.spots.values()]
        boxes += [bounds(ring) for ring in self.rings.outlines.values()]
        own = [line for lines in self._lines().values() for line in lines]
        lines = [*own, *self.bonds.values(), *self.ties.values()]
        boxes += [leg for line in lines for leg in along(line)]
        return around(boxes) or Box(0.0, 0.0, 0.0, 0.0)


def _solid(places: Mapping[Id, Point], extents: Mapping[Id, Extent], stubs: Mapping[Id, Polyline]) -> Ground:
    ground = Ground.of_parts(places, extents)
    for key, line in stubs.items():
        ground.add(f"{key}/stub", around_stub(line))
    return ground
