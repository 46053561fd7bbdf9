"""One function for every view: who goes where, and every line between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from genogram_app.drawing.geometry import Polyline, bounds
from genogram_app.drawing.primitives import Box, Point
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.arcs import Arcs
from genogram_app.layout.bars import Bars
from genogram_app.layout.descents import Descents
from genogram_app.layout.ecomap import at_home, circle, round_it
from genogram_app.layout.extents import Extent, Options, Size
from genogram_app.layout.ground import Ground, along, around
from genogram_app.layout.households import Rings, rings_of
from genogram_app.layout.kin import Kin, kin_of
from genogram_app.layout.labels import Labels
from genogram_app.layout.people import stand
from genogram_app.layout.result import Layout, Sibship, UnionBar
from genogram_app.layout.services import Services, targets_of
from genogram_app.model.document import Placement, ViewKind
from genogram_app.model.ids import Id
from genogram_app.model.ties import Bond, ChildOf, Tie

NO_LABELS: Mapping[Id, Size] = MappingProxyType({})


def lay_out(
    family: FamilyGraph,
    view: ViewKind,
    extents: Mapping[Id, Extent],
    placements: Mapping[Id, Placement],
    options: Options,
    labels: Mapping[Id, Size] = NO_LABELS,
) -> Layout:
    """Give everything its place in a view. What has a placement stays exactly there.

    extents: of every person and service. labels: sizes by the id of the union,
    child link, relationship, tie or household that they name.
    """
    fixed: dict[Id, Point] = {
        key: (place.x, place.y) for key, place in placements.items() if key in family and key in extents
    }
    people, round_about = _cast(family, view, fixed)
    kin = kin_of(family, options, people)
    sheet = _Sheet(family, kin, extents, options, labels)
    sheet.people(fixed)
    sheet.homes()
    sheet.round_about(view, round_about, fixed)
    sheet.relationships()
    sheet.words()
    return sheet.result()


def _cast(family: FamilyGraph, view: ViewKind, fixed: Mapping[Id, Point]) -> tuple[set[Id], list[Id]]:
    """Give who stands in rows, and who and what stands round them."""
    everybody = {person.id for person in family.people}
    if view == "ecomap":
        core = at_home(family)
        others = {*round_it(family, core), *(fixed.keys() - set(core))}
        return set(core), sorted(others)
    services = {agency.id for agency in family.agencies}
    if view == "genogram":
        # A children's home that looks after somebody belongs to the family's story.
        services &= {edge.parent for edge in family.edges(ChildOf)} | fixed.keys()
    return everybody, sorted(services)


class _Sheet:
    """A layout while it is being made, one kind of thing after the other."""

    def __init__(
        self,
        family: FamilyGraph,
        kin: Kin,
        extents: Mapping[Id, Extent],
        options: Options,
        labels: Mapping[Id, Size],
    ) -> None:
        self.family, self.kin, self.extents, self.options, self.labels = family, kin, extents, options, labels
        self.places: dict[Id, Point] = {}
        self.bars: dict[Id, UnionBar] = {}
        self.descents: dict[Id, Polyline] = {}
        self.sibships: tuple[Sibship, ...] = ()
        self.rings = Rings({}, {}, ())
        self.bonds: dict[Id, Polyline] = {}
        self.ties: dict[Id, Polyline] = {}
        self.spots = Labels({}, Ground({}), ())

    def people(self, fixed: Mapping[Id, Point]) -> None:
        """Place everybody of the family."""
        self.places = stand(self.kin, self.extents, self.labels, self.options, fixed)
        self.ground = Ground.of(self.places, self.extents)

    def homes(self) -> None:
        """Draw couples, children and rings."""
        self.bars = Bars(self.kin, self.places, self.extents, self.ground).drawn()
        self._hang()
        self.rings = rings_of(self.family, self.ground, self.options.ring_margin)

    def _hang(self) -> None:
        lines = Descents(self.kin, self.places, self.extents, self.bars, self.options)
        self.descents, self.sibships = lines.drawn()

    def round_about(self, view: ViewKind, keys: Sequence[Id], fixed: Mapping[Id, Point]) -> None:
        """Place services, and in an ecomap whoever else matters, round the family."""
        for key in keys:
            if key in fixed:
                self._put(key, fixed[key])
        left = [key for key in keys if key not in fixed]
        targets = {key: targets_of(key, self._ends(), self.places, self.rings.rooms) for key in left}
        if view == "ecomap" and len(left) == len(keys):
            for key, place in circle(
                self._core(), left, self.extents, targets, self._ends(), self.options
            ).items():
                self._put(key, (round(place[0], 2), round(place[1], 2)))
        else:
            rooms = [room for rooms in self.rings.rooms.values() for room in rooms]
            services = Services(self.ground, self._ink(), rooms, self.options)
            for key in sorted(left, key=lambda key: (not targets[key], key)):
                x, y = services.place(key, self.extents[key], targets[key])
                self.places[key] = (round(x, 2), round(y, 2))
        if any(edge.parent in keys for edge in self.family.edges(ChildOf)):
            self._hang()

    def _put(self, key: Id, place: Point) -> None:
        self.places[key] = place
        self.ground.add(key, self.extents[key].box.moved(*place))

    def _core(self) -> Ground:
        rooms = {
            f"{home}/{i}": room for home, rooms in self.rings.rooms.items() for i, room in enumerate(rooms)
        }
        return Ground({**self.ground.boxes, **rooms})

    def _ends(self) -> dict[Id, list[Id]]:
        """Give whom each one is tied to."""
        found: dict[Id, list[Id]] = defaultdict(list)
        lines = [edge.ends for edge in (*self.family.edges(Tie), *self.family.edges(Bond))]
        for a, b in [*lines, *(edge.ends for edge in self.family.edges(ChildOf))]:
            found[a].append(b)
            found[b].append(a)
        return found

    def _lines(self) -> Iterable[Polyline]:
        """Go through the ink of the family itself."""
        yield from (bar.points for bar in self.bars.values() if bar.points)
        yield from self.descents.values()
        yield from (line for sibship in self.sibships for line in sibship.lines)

    def _ink(self) -> Ground:
        legs = [leg for line in self._lines() for leg in along(line, 0.5)]
        return Ground({str(i): leg for i, leg in enumerate(legs)})

    def relationships(self) -> None:
        """Draw relationships, then ties."""
        bonds = [(edge.id, edge.a, edge.b) for edge in self.family.edges(Bond)]
        ties = [(edge.id, edge.a, edge.b) for edge in self.family.edges(Tie)]
        if bonds or ties:
            arcs = Arcs(self.places, self.extents, self.rings.outlines, self._lines())
            drawn = arcs.drawn([*bonds, *ties])
            self.bonds = {key: drawn[key] for key, *_ in bonds if key in drawn}
            self.ties = {key: drawn[key] for key, *_ in ties if key in drawn}

    def words(self) -> None:
        """Place the labels: couples' first, then homes', then lines'."""
        if not self.labels:
            return
        parts = Ground.of_parts(self.places, self.extents)
        self.spots = Labels(self.labels, parts, [*self._lines(), *self.bonds.values(), *self.ties.values()])
        shared = {link: sibship for sibship in self.sibships for link in sibship.links}
        for key, bar in self.bars.items():
            self.spots.on_bar(key, bar)
        for key, ring in self.rings.outlines.items():
            self.spots.on_ring(key, ring)
        for key, line in self.descents.items():
            self.spots.on_line(key, shared[key].lines[-1] if key in shared else line)
        for key, line in (*self.bonds.items(), *self.ties.items()):
            self.spots.on_curve(key, line)

    def result(self) -> Layout:
        """Give the finished layout."""
        return Layout(
            places=MappingProxyType(dict(sorted(self.places.items()))),
            bars=MappingProxyType(self.bars),
            descents=MappingProxyType(self.descents),
            sibships=self.sibships,
            bonds=MappingProxyType(self.bonds),
            ties=MappingProxyType(self.ties),
            rings=MappingProxyType(dict(self.rings.outlines)),
            labels=MappingProxyType(self.spots.spots),
            bounds=self._bounds(),
            warnings=self.rings.compromises,
        )

    def _bounds(self) -> Box:
        boxes = list(self.ground.boxes.values())
        boxes += [spot.box for spot in self.spots.spots.values()]
        boxes += [bounds(ring) for ring in self.rings.outlines.values()]
        lines = [*self._lines(), *self.bonds.values(), *self.ties.values()]
        boxes += [leg for line in lines for leg in along(line)]
        return around(boxes) or Box(0.0, 0.0, 0.0, 0.0)
