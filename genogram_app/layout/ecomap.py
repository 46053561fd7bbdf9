"""The ecomap: the household in the middle, services and others who matter round it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import atan2, cos, dist, hypot, pi, sin

from genogram_app.drawing.primitives import Box, Point
from genogram_app.family.graph import FamilyGraph
from genogram_app.family.kinship import homes_of
from genogram_app.layout.columns import nearest
from genogram_app.layout.extents import Extent, Options
from genogram_app.layout.ground import Ground
from genogram_app.model.ids import Id
from genogram_app.model.ties import Bond, LivesIn, Tie

#: Room between the household and the circle round it: for the lines and what they say.
ROOM_X, ROOM_Y = 64.0, 50.0
#: Air between neighbours on the circle.
AIR = 16.0
#: How much of the circle may be taken.
FULL = 0.96
#: How far a guest comes nearer to the middle at a time, as a share of the way.
NEARER = 0.03
#: Families without a child in question and without a home: so many are still drawn in the middle.
FEW = 12
#: So many guests may change places freely; of more, only neighbours.
FREELY = 24


def at_home(family: FamilyGraph) -> tuple[Id, ...]:
    """Give who stands in the middle: who lives with a child in question, else a home, else a few."""
    subjects = [person.id for person in family.people if person.subject]
    homes = {
        edge.household for who in subjects for edge, _ in homes_of(family, who) if edge.until is None
    } or {home.id for home in family.households[:1] if not subjects}
    living = [
        edge.person for home in sorted(homes) for edge in family.into(LivesIn, home) if edge.until is None
    ]
    found = tuple(sorted({*subjects, *living}))
    return found or tuple(person.id for person in family.people[:FEW])


def round_it(family: FamilyGraph, core: Sequence[Id]) -> tuple[Id, ...]:
    """Give who and what stands round the middle: every service, and people who matter to somebody there."""
    inside = set(core) | {home.id for home in family.households} | {agency.id for agency in family.agencies}
    people = {person.id for person in family.people}
    lines = [edge.ends for edge in (*family.edges(Bond), *family.edges(Tie))]
    others = {a for a, b in lines if a in people and b in inside} | {
        b for a, b in lines if b in people and a in inside
    }
    return tuple(sorted((others - set(core)) | {agency.id for agency in family.agencies}))


@dataclass(frozen=True)
class _Guest:
    """Something round the middle: its box, and the direction it would like, in turns from the top."""

    key: Id
    box: Box
    turn: float
    targets: tuple[Point, ...]


def circle(
    ground: Ground,
    keys: Sequence[Id],
    extents: Mapping[Id, Extent],
    targets: Mapping[Id, Sequence[Point]],
    ends: Mapping[Id, Sequence[Id]],
    options: Options,
) -> dict[Id, Point]:
    """Give places round the middle, in an order in which lines to it cross least."""
    core = ground.bounds() or Box(0.0, 0.0, 0.0, 0.0)
    guests = _directed(core, [(key, extents[key].box, tuple(targets.get(key, ()))) for key in keys], options)
    places = _spread(core, guests)
    return {guest.key: place for guest, place in zip(*_switched(guests, places, ends), strict=True)}


def _directed(
    core: Box, asked: Sequence[tuple[Id, Box, tuple[Point, ...]]], options: Options
) -> list[_Guest]:
    """Give everything its direction: towards whom it serves, its own sector, or the widest gap."""
    turns: dict[Id, float] = {}
    for key, _, points in asked:
        turn = _turn_of(core, points)
        if turn is None:
            turn = options.sectors.get(key)
        if turn is not None:
            turns[key] = turn % 1.0
    for key, _, _ in asked:
        if key not in turns:
            turns[key] = _widest(sorted(turns.values()))
    guests = [_Guest(key, box, turns[key], points) for key, box, points in asked]
    return sorted(guests, key=lambda guest: (guest.turn, guest.key))


def _turn_of(core: Box, points: Sequence[Point]) -> float | None:
    if not points:
        return None
    x = sum(p[0] for p in points) / len(points) - core.centre[0]
    y = sum(p[1] for p in points) / len(points) - core.centre[1]
    if abs(x) < core.width * 0.1 and abs(y) < core.height * 0.1:
        return None
    return (atan2(x / max(core.width, 1.0), -y / max(core.height, 1.0)) / (2 * pi)) % 1.0


def _widest(turns: Sequence[float]) -> float:
    """Give the middle of the widest gap between directions; the top where there is none yet."""
    if not turns:
        return 0.0
    gaps = [(b - a, a) for a, b in zip(turns, [*turns[1:], turns[0] + 1.0], strict=True)]
    gap, start = max(gaps, key=lambda found: (round(found[0], 9), -found[1]))
    return (start + gap / 2) % 1.0


def _spread(core: Box, guests: Sequence[_Guest]) -> list[Point]:
    """Put everything on an ellipse near its direction; room is made, and the ellipse wider, until it fits."""
    if not guests:
        return []
    rx = core.width / 2 + ROOM_X + max(guest.box.width for guest in guests) / 2
    ry = core.height / 2 + ROOM_Y + max(guest.box.height for guest in guests) / 2
    turns, slack = [guest.turn for guest in guests], 1.0
    while True:
        # A flat box takes up more of the circle at the top than at the side.
        sizes = [slack * _share(guest.box, turn, rx, ry) for guest, turn in zip(guests, turns, strict=True)]
        if sum(sizes) > FULL:
            rx, ry, slack = rx * 1.05, ry * 1.025, max(1.0, slack * 0.95)
            continue
        turns = _apart([guest.turn for guest in guests], sizes)
        pairs = zip(guests, turns, strict=True)
        places = [_on_ellipse(core.centre, rx, ry, guest.box, turn) for guest, turn in pairs]
        if not _overlap(guests, places):
            return _drawn_in(core, guests, places)
        slack *= 1.08


def _drawn_in(core: Box, guests: Sequence[_Guest], places: Sequence[Point]) -> list[Point]:
    """Bring everything nearer to the middle, each on its own ray, while it stays clear of the rest."""
    x, y = core.centre
    middle = Box(core.left - ROOM_X, core.top - ROOM_Y, core.right + ROOM_X, core.bottom + ROOM_Y)
    found = list(places)
    boxes = [guest.box.moved(*place).grown(AIR / 2) for guest, place in zip(guests, found, strict=True)]
    moving = set(range(len(guests)))
    while moving:
        for i in sorted(moving):
            dx, dy = (x - boxes[i].centre[0]) * NEARER, (y - boxes[i].centre[1]) * NEARER
            nearer = boxes[i].moved(dx, dy)
            if nearer.overlaps(middle) or any(nearer.overlaps(b) for j, b in enumerate(boxes) if j != i):
                moving.discard(i)
            else:
                boxes[i], found[i] = nearer, (found[i][0] + dx, found[i][1] + dy)
    return found


def _apart(wishes: Sequence[float], sizes: Sequence[float]) -> list[float]:
    """Give directions near those wished for, each its size from its neighbours all the way round."""
    steps = [(a + b) / 2 for a, b in pairwise(sizes)]
    turns = nearest(wishes, [1.0] * len(wishes), steps)
    room = 1.0 - (sizes[0] + sizes[-1]) / 2
    span = turns[-1] - turns[0]
    if span <= room:
        return turns
    # The last has come round to the first: close up evenly, every step still kept.
    least = [0.0, *accumulate(steps)]
    share = (room - least[-1]) / (span - least[-1])
    first = (turns[0] + turns[-1] - room) / 2
    return [first + low + (turn - turns[0] - low) * share for turn, low in zip(turns, least, strict=True)]


def _on_ellipse(centre: Point, rx: float, ry: float, box: Box, turn: float) -> Point:
    """Give the place whose box has its middle on an ellipse, some turns clockwise from the top."""
    x, y = centre[0] + rx * sin(turn * 2 * pi), centre[1] - ry * cos(turn * 2 * pi)
    return x - box.centre[0], y - box.centre[1]


def _share(box: Box, turn: float, rx: float, ry: float) -> float:
    """Give what part of the whole turn a box takes up on the ellipse."""
    dx, dy = rx * cos(turn * 2 * pi), ry * sin(turn * 2 * pi)
    span = hypot(dx, dy)
    along_x = (box.width + AIR) / max(abs(dx) / span, 1e-6)
    along_y = (box.height + AIR) / max(abs(dy) / span, 1e-6)
    return min(along_x, along_y) / (2 * pi * span)


def _switched(
    guests: list[_Guest], places: list[Point], ends: Mapping[Id, Sequence[Id]]
) -> tuple[list[_Guest], list[Point]]:
    """Let guests change places while lines grow shorter for it, those from guest to guest included."""
    best = _pull(guests, places, ends)
    for _ in range(len(guests)):
        before = best
        for i in range(len(guests)):
            for j in range(i + 1, len(guests) if len(guests) <= FREELY else min(i + 2, len(guests))):
                trial = [*guests]
                trial[i], trial[j] = guests[j], guests[i]
                swapped = _retaken(guests, places, i, j)
                cost = _pull(trial, swapped, ends)
                if cost < best - 1e-6 and not _overlap(trial, swapped):
                    guests, places, best = trial, swapped, cost
        if best > before - 1e-6:
            break
    return guests, places


def _retaken(guests: Sequence[_Guest], places: Sequence[Point], i: int, j: int) -> list[Point]:
    """Give the places with two guests' middles exchanged."""
    a, b = guests[i], guests[j]
    shift = (a.box.centre[0] - b.box.centre[0], a.box.centre[1] - b.box.centre[1])
    found = [*places]
    found[i] = (places[i][0] + shift[0], places[i][1] + shift[1])
    found[j] = (places[j][0] - shift[0], places[j][1] - shift[1])
    return found


def _pull(guests: Sequence[_Guest], places: Sequence[Point], ends: Mapping[Id, Sequence[Id]]) -> float:
    """Give how long all lines are, those between guests (found from both ends) included."""
    at = {guest.key: place for guest, place in zip(guests, places, strict=True)}
    mine = sum(dist(at[guest.key], target) for guest in guests for target in guest.targets)
    pairs = [(guest.key, other) for guest in guests for other in ends.get(guest.key, ()) if other in at]
    return mine + sum(dist(at[key], at[other]) / 2 for key, other in pairs)


def _overlap(guests: Sequence[_Guest], places: Sequence[Point]) -> bool:
    boxes = [guest.box.moved(*place).grown(AIR / 2) for guest, place in zip(guests, places, strict=True)]
    return any(a.overlaps(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
