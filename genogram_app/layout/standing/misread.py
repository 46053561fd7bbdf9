"""What on a sheet tells another family than there is: lines that read as one, or as somebody else's."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box, Point
from genogram_app.family import kinship
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.descent.stubs import around_stub
from genogram_app.layout.sheet.extents import Extent
from genogram_app.layout.sheet.ground import along
from genogram_app.layout.sheet.result import Layout
from genogram_app.layout.sheet.rows import Rows
from genogram_app.layout.standing.fault import Fault, Way
from genogram_app.model.ids import Id
from genogram_app.model.ties import ChildOf, Union

#: Two families' lines nearer than this, side by side for more than so far, read as one line (points).
NEAR, FAR = 5.95, 10.0
#: How far a line may graze somebody, and how much higher one of a row may stand than the next.
TOUCH, LEVEL = 0.5, 12.0
#: As much of the way down from a parent alone has to be seen, or their children hang in the air (points).
SEEN = 3.5
#: A line seems to go on in another that begins so little aside of its end, and so little under it (points).
ASIDE, BREAK = 5.0, 14.0
#: How far a sign may graze a line (points).
GRAZE = 2.0


class Leg(NamedTuple):
    """A straight piece of a line from parents to children: level or upright, and whose it is."""

    parent: Id
    children: frozenset[Id]
    level: bool
    at: float
    low: float
    high: float

    @property
    def box(self) -> Box:
        """Give its box, which has no height or no width."""
        return Box(*self.reach)

    @property
    def reach(self) -> tuple[float, float, float, float]:
        """Give the left, top, right and bottom of its box."""
        if self.level:
            return self.low, self.at, self.high, self.at
        return self.at, self.low, self.at, self.high


def misread(
    family: FamilyGraph, extents: Mapping[Id, Extent], layout: Layout, care_kinds: frozenset[str]
) -> int:
    """Count what tells another family: lines, couples who are torn apart, families who stand mixed."""
    return sum(1 for _ in misreadings(family, extents, layout, care_kinds))


def misreadings(
    family: FamilyGraph, extents: Mapping[Id, Extent], layout: Layout, care_kinds: frozenset[str]
) -> Iterator[Fault]:
    """Go through what tells another family, each with whoever might stand elsewhere so that it doesn't."""
    legs = sorted(_legs(family, layout), key=lambda leg: (leg.level, leg.at, leg.low, leg.parent))
    people = {person.id: layout.places[person.id] for person in family.people if person.id in layout.places}
    born: dict[Id, set[Id]] = defaultdict(set)
    for link in family.edges(ChildOf):
        if link.kind not in care_kinds:
            born[link.child].add(link.parent)
    unions = kinship.couples(family)
    couples = [couple for _, couple in sorted(unions.items())]
    rows = _rows(extents, layout.places)
    for one, other in _side_by_side(legs):
        yield _fault(Way.SIDE_BY_SIDE, (one.parent, other.parent), one.children | other.children)
    for union, leg in _on_bars(legs, layout):
        yield _fault(Way.ON_A_BAR, (union, leg.parent), leg.children)
    for leg, part in _over_somebody(legs, rows, layout.places, extents):
        over = part.partition("/")[0]
        yield _fault(Way.OVER_SOMEBODY, (leg.parent, over), {*leg.children, over})
    for union, key in _bars_over(family, rows, extents, layout):
        yield _fault(Way.BAR_OVER_SOMEBODY, (union, key), (*unions[union], key))
    for one, other in _run_on(legs):
        yield _fault(Way.RUN_ON, (one.parent, other.parent), one.children | other.children)
    for parent, children in _hung_short(family, layout):
        yield _fault(Way.HUNG_SHORT, (parent,), children)
    for leg, child in _signs_over(family, legs, layout):
        yield _fault(Way.SIGN_ON_A_LINE, (leg.parent, child), {*leg.children, child})
    for couple, key in _torn(couples, people):
        yield _fault(Way.TORN, (*couple, key), couple)
    for pair in _mixed(couples, people, born):
        yield _fault(Way.MIXED, pair, pair)


def _fault(way: Way, of: Iterable[Id], who: Iterable[Id]) -> Fault:
    return Fault(way, frozenset(of), frozenset(who))


def read_as_one(family: FamilyGraph, layout: Layout, near: float = NEAR) -> list[tuple[Leg, Leg]]:
    """Give the pieces of two parents' lines that run so near each other that they read as one."""
    legs = sorted(_legs(family, layout), key=lambda leg: (leg.level, leg.at, leg.low, leg.parent))
    return list(_side_by_side(legs, near))


def run_over(family: FamilyGraph, extents: Mapping[Id, Extent], layout: Layout) -> list[tuple[Leg, Id]]:
    """Give the pieces of lines that run over somebody's symbol or words, and over which."""
    rows = _rows(extents, layout.places)
    return list(_over_somebody(_legs(family, layout), rows, layout.places, extents))


def _rows(extents: Mapping[Id, Extent], places: Mapping[Id, Point]) -> Rows:
    return Rows({key: extents[key].box.moved(*place) for key, place in places.items()})


def _on_bars(legs: Iterable[Leg], layout: Layout) -> Iterator[tuple[Id, Leg]]:
    """Go through level lines to children that run along a couple's bar over others' heads."""
    bars = [
        (union, Box(min(a[0], b[0]), a[1], max(a[0], b[0]), b[1]))
        for union, bar in sorted(layout.bars.items())
        for a, b in (pairwise(bar.points) if len(bar.points) > 2 else ())
        if a[1] == b[1]
    ]
    level = [leg for leg in legs if leg.level] if bars else []
    heights = [leg.at for leg in level]
    for union, box in bars:
        for leg in level[bisect_right(heights, box.top - NEAR) : bisect_left(heights, box.top + NEAR)]:
            if min(box.right, leg.high) - max(box.left, leg.low) > FAR:
                yield union, leg


def _bars_over(
    family: FamilyGraph, rows: Rows, extents: Mapping[Id, Extent], layout: Layout
) -> Iterator[tuple[Id, Id]]:
    """Go through couples' level and upright bars that run through anybody else's symbol or words."""
    couples = kinship.couples(family)
    for union, bar in sorted(layout.bars.items()):
        partners = couples.get(union, ())
        for leg in (leg for leg in along(bar.points) if min(leg.width, leg.height) < TOUCH):
            near = (key for key in rows.near(leg.left, leg.top, leg.right, leg.bottom) if key not in partners)
            yield from ((union, key) for key in near if _covers(leg, extents[key], layout.places[key]))


def _hung_short(family: FamilyGraph, layout: Layout) -> Iterator[tuple[Id, frozenset[Id]]]:
    """Go through the children of somebody alone whose way down is too short to be seen."""
    for links, line in _ways_down(layout):
        parent = family.get(ChildOf, links[0]).parent
        if len(line) > 1 and _is_alone(family, parent):
            (x, y), (to_x, to_y) = line[:2]
            if x != to_x or to_y - y < SEEN:
                yield parent, frozenset(family.get(ChildOf, link).child for link in links)


def _is_alone(family: FamilyGraph, parent: Id) -> bool:
    """Say whether the lines to children begin under one person."""
    return not family.find(Union, parent) or len(kinship.partners(family, parent)) == 1


def _ways_down(layout: Layout) -> Iterator[tuple[tuple[Id, ...], Polyline]]:
    """Go through the lines that begin at parents, each with the links that hang from it."""
    shared = {link for sibship in layout.sibships for link in sibship.links}
    yield from ((sibship.links, sibship.lines[0]) for sibship in layout.sibships)
    yield from (((key,), line) for key, line in sorted(layout.descents.items()) if key not in shared)


def _signs_over(family: FamilyGraph, legs: Sequence[Leg], layout: Layout) -> Iterator[tuple[Leg, Id]]:
    """Go through signs of a parent not named that stand on any line but that parent's own way down.

    Each with the line, and whose parent isn't named.
    """
    for key, line in sorted(layout.stubs.items()):
        if (link := family.find(ChildOf, key)) is not None:
            sign = around_stub(line).grown(-GRAZE)
            strange = (leg for leg in legs if leg.level or leg.parent != link.parent)
            yield from ((leg, link.child) for leg in strange if sign.overlaps(leg.box))


def _covers(line: Box, extent: Extent, place: Point) -> bool:
    parts = (extent.parts[name] for name in ("symbol", "words") if name in extent.parts)
    return any(part.moved(*place).grown(-TOUCH).overlaps(line) for part in parts)


def _legs(family: FamilyGraph, layout: Layout) -> Iterator[Leg]:
    """Go through every level and upright piece of the lines to children."""
    edges = {edge.id: edge for edge in family.edges(ChildOf)}
    lines: list[tuple[tuple[Id, ...], Polyline]] = [((key,), line) for key, line in layout.descents.items()]
    lines += [(shared.links, line) for shared in layout.sibships for line in shared.lines]
    for links, line in lines:
        if any(link not in edges for link in links):
            continue
        children = frozenset(edges[link].child for link in links)
        for a, b in pairwise(line):
            for level in (True, False):
                if a[level] == b[level] and a != b:
                    low, high = sorted((a[not level], b[not level]))
                    yield Leg(edges[links[0]].parent, children, level, a[level], low, high)


def _side_by_side(legs: list[Leg], near: float = NEAR) -> Iterator[tuple[Leg, Leg]]:
    """Go through the pairs of different parents that run so near each other that they read as one.

    legs: in order of where they lie, and begin.
    """
    beyond = _beyond_their_height(legs)
    for number, one in enumerate(legs):
        at = number + 1
        while at < len(legs):
            other = legs[at]
            if other.level != one.level or other.at - one.at >= near:
                break
            if one.high - other.low <= FAR:
                at = beyond[at]
                continue
            along = min(one.high, other.high) - max(one.low, other.low)
            # Who is cared for elsewhere has their lines side by side on purpose.
            if along > FAR and one.parent != other.parent and one.children.isdisjoint(other.children):
                yield one, other
            at += 1


def _run_on(legs: Sequence[Leg]) -> Iterator[tuple[Leg, Leg]]:
    """Go through pairs of different parents where one line seems to go on in the other, right under its end.

    legs: in order of where they lie.
    """
    upright = [leg for leg in legs if not leg.level]
    for number, one in enumerate(upright, 1):
        for other in islice(upright, number, None):
            if other.at - one.at > ASIDE:
                break
            upper, lower = (one, other) if one.low < other.low else (other, one)
            strange = upper.parent != lower.parent and upper.children.isdisjoint(lower.children)
            if strange and 0 < lower.low - upper.high <= BREAK:
                yield upper, lower


def _beyond_their_height(legs: Sequence[Leg]) -> list[int]:
    """Give for each piece the first after it that lies elsewhere: those between begin no sooner than it."""
    found = [len(legs)] * len(legs)
    for number in range(len(legs) - 2, -1, -1):
        one, after = legs[number], legs[number + 1]
        same = (one.level, one.at) == (after.level, after.at)
        found[number] = found[number + 1] if same else number + 1
    return found


def _over_somebody(
    legs: Iterable[Leg], rows: Rows, places: Mapping[Id, Point], extents: Mapping[Id, Extent]
) -> Iterator[tuple[Leg, Id]]:
    """Go through lines that run through a symbol, a name or a service that isn't their own."""
    for leg in legs:
        for key in rows.near(*leg.reach):
            yield from ((leg, part) for part in _under(leg, key, places[key], extents[key]))


def _under(leg: Leg, key: Id, place: Point, extent: Extent) -> Iterator[Id]:
    """Go through what a line runs over of a figure: its words, and its symbol where that isn't its own."""
    own = key == leg.parent or (key in leg.children and not leg.level)
    for name, part in extent.parts.items():
        counts = name == "words" or (name == "symbol" and not own)
        if counts and part.moved(*place).grown(-TOUCH).overlaps(leg.box):
            yield f"{key}/{name}"


def _torn(couples: Sequence[Sequence[Id]], people: Mapping[Id, Point]) -> Iterator[tuple[Sequence[Id], Id]]:
    """Go through couples and whoever stands between the two without being a partner of either."""
    beside: dict[Id, set[Id]] = defaultdict(set)
    for couple in couples:
        for who in couple:
            beside[who].update(couple)
    row = sorted((*at, key) for key, at in people.items())
    xs = [x for x, _, _ in row]
    for couple in couples:
        here = [people[who] for who in couple if who in people]
        if len(here) > 1:
            (left, y), (right, _) = min(here), max(here)
            for _, height, key in row[bisect_right(xs, left) : bisect_left(xs, right)]:
                if abs(height - y) < LEVEL and beside[key].isdisjoint(couple):
                    yield couple, key


def _mixed(
    couples: Sequence[Sequence[Id]], people: Mapping[Id, Point], born: Mapping[Id, set[Id]]
) -> Iterator[tuple[Id, Id]]:
    """Go through whoever stands beyond a brother's or sister's partner where that one's own family stands.

    Whoever has a partner of that family belongs there.
    """
    children: dict[Id, list[Id]] = defaultdict(list)
    for child in sorted(born.keys() & people.keys()):
        for parent in born[child]:
            children[parent].append(child)
    joined: dict[Id, set[Id]] = defaultdict(set)
    for couple in couples:
        for who in couple:
            joined[who].update(*(born.get(mate, ()) for mate in couple if mate != who))

    def beyond(one: Id, other: Id, whose: Id) -> Iterator[Id]:
        """Go through the brothers and sisters of a partner who stand beyond the other of two."""
        theirs = {key for parent in born.get(whose, ()) for key in children[parent]} - {whose}
        return (key for key in sorted(theirs) if _beyond(people[one], people[other], people[key]))

    for couple in ([who for who in couple if who in people] for couple in couples):
        for one, other in (couple, couple[::-1]) if len(couple) == 2 else ():
            if any(beyond(one, other, other)):
                strange = (who for who in beyond(one, other, one) if joined[who].isdisjoint(born[other]))
                yield from ((one, brother) for brother in strange)


def _beyond(one: Point, other: Point, third: Point) -> bool:
    """Say whether the third of a row stands on the far side of the second."""
    level = max(abs(one[1] - other[1]), abs(one[1] - third[1])) < LEVEL
    return level and (one[0] < other[0] < third[0] or third[0] < other[0] < one[0])
