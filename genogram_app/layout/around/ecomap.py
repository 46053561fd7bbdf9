"""The ecomap: the household in the middle, services and others who matter round it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, combinations, pairwise
from math import atan2, cos, hypot, pi, sin

from genogram_app.drawing.primitives import Box, Point
from genogram_app.family.graph import FamilyGraph
from genogram_app.family.kinship import homes_of
from genogram_app.layout.around.seating import Guest, Table
from genogram_app.layout.around.services import Target, middle_of
from genogram_app.layout.sheet.extents import Extent, Options, Size
from genogram_app.layout.sheet.ground import Ground, around
from genogram_app.layout.sheet.isotonic import nearest
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
#: How much further out things may stand, of how near they could, to fill the sheet.
FURTHER = 1.5
#: How much better upright paper must be filled than paper on its side.
LYING = 1.2


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


def circle(
    core: Ground,
    keys: Sequence[Id],
    extents: Mapping[Id, Extent],
    targets: Mapping[Id, Sequence[Target]],
    ends: Mapping[Id, Sequence[Id]],
    options: Options,
) -> dict[Id, Point]:
    """Give places round the middle, in an order in which lines cross least, so that they fill the sheet."""
    middle = core.bounds() or Box(0.0, 0.0, 0.0, 0.0)
    guests = _directed(middle, keys, extents, targets, options)
    if not guests:
        return {}
    rx, ry = _reach(middle, guests)
    turns = [i / len(guests) for i in range(len(guests))]
    seats = [(_on_ellipse(middle.centre, rx, ry, turn), turn) for turn in turns]
    number = {guest.key: i for i, guest in enumerate(guests)}
    friends = [
        (i, number[b])
        for a, i in number.items()
        for b in sorted(set(ends.get(a, ())))
        if number.get(b, -1) > i
    ]
    order = [guests[i] for i in Table(guests, seats, friends, core).seated()]
    centres = _spread(middle, [replace(guest, wish=turn) for guest, turn in zip(order, turns, strict=True)])
    found = _filling(middle, order, centres, options.rooms)
    return {g.key: (x - g.box.centre[0], y - g.box.centre[1]) for g, (x, y) in zip(order, found, strict=True)}


def _directed(
    core: Box,
    keys: Sequence[Id],
    extents: Mapping[Id, Extent],
    targets: Mapping[Id, Sequence[Target]],
    options: Options,
) -> list[Guest]:
    """Give everything its direction: its sector, towards whom it serves, or the widest gap."""
    turns: dict[Id, float] = {}
    for key in keys:
        turn = options.sectors.get(key, _turn_of(core, [middle_of(to.points) for to in targets[key]]))
        if turn is not None:
            turns[key] = turn % 1.0
    for key in keys:
        if key not in turns:
            turns[key] = _widest(sorted(turns.values()))
    guests = [
        Guest(key, extents[key].box, turns[key], options.sectors.get(key), tuple(targets[key]))
        for key in keys
    ]
    return sorted(guests, key=lambda guest: (guest.wish, guest.key))


def _turn_of(core: Box, points: Sequence[Point]) -> float | None:
    if not points:
        return None
    x, y = middle_of(points)
    x, y = x - core.centre[0], y - core.centre[1]
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


def _reach(core: Box, guests: Sequence[Guest]) -> tuple[float, float]:
    """Give how far from the middle guests stand at least, to the side and up."""
    rx = core.width / 2 + ROOM_X + max(guest.box.width for guest in guests) / 2
    ry = core.height / 2 + ROOM_Y + max(guest.box.height for guest in guests) / 2
    return rx, ry


def _spread(core: Box, guests: Sequence[Guest]) -> list[Point]:
    """Put everything on an ellipse near its direction; room is made, and the ellipse wider, until it fits."""
    rx, ry = _reach(core, guests)
    turns, slack = [guest.wish for guest in guests], 1.0
    while True:
        # A flat box takes up more of the circle at the top than at the side.
        sizes = [slack * _share(guest.box, turn, rx, ry) for guest, turn in zip(guests, turns, strict=True)]
        if sum(sizes) > FULL:
            rx, ry, slack = rx * 1.05, ry * 1.025, max(1.0, slack * 0.95)
            continue
        turns = _apart([guest.wish for guest in guests], sizes)
        centres = [_on_ellipse(core.centre, rx, ry, turn) for turn in turns]
        if not _overlap(_boxes(guests, centres)):
            return _drawn_in(core, guests, centres)
        slack *= 1.08


def _drawn_in(core: Box, guests: Sequence[Guest], centres: Sequence[Point]) -> list[Point]:
    """Bring everything nearer to the middle, each on its own ray, while it stays clear of the rest."""
    x, y = core.centre
    middle = Box(core.left - ROOM_X, core.top - ROOM_Y, core.right + ROOM_X, core.bottom + ROOM_Y)
    boxes = _boxes(guests, centres)
    moving = set(range(len(guests)))
    while moving:
        for i in sorted(moving):
            nearer = boxes[i].moved((x - boxes[i].centre[0]) * NEARER, (y - boxes[i].centre[1]) * NEARER)
            if nearer.overlaps(middle) or any(nearer.overlaps(b) for j, b in enumerate(boxes) if j != i):
                moving.discard(i)
            else:
                boxes[i] = nearer
    return [box.centre for box in boxes]


def _filling(
    core: Box, guests: Sequence[Guest], centres: Sequence[Point], rooms: Sequence[Size]
) -> list[Point]:
    """Spread places out, wider or higher, so that the sheet that holds them best is filled."""
    boxes = _boxes(guests, centres)
    whole = around([core, *boxes])
    assert whole is not None
    if not rooms:
        return list(centres)
    across, up = _stretch(whole, _smallest(whole, rooms))
    x, y = core.centre
    return [(x + (u - x) * across, y + (v - y) * up) for u, v in centres]


def _smallest(whole: Box, rooms: Sequence[Size]) -> Size:
    """Give the smallest room that holds something, of two alike the one that it fills; else the largest.

    Paper lies on its side unless it is filled clearly better upright.
    """
    fitting = [room for room in rooms if _held(whole, room) >= 1]
    if not fitting:
        return max(rooms, key=lambda room: _held(whole, room))
    least = min(width * height for width, height in fitting)
    alike = [room for room in fitting if room[0] * room[1] < least * 1.5]
    return max(alike, key=lambda room: _share_filled(whole, room) * (LYING if room[0] > room[1] else 1.0))


def _stretch(whole: Box, room: Size) -> tuple[float, float]:
    """Give how much wider and how much higher something may become before a room holds it less well."""
    wide, high = room[0] / max(whole.width, 1.0), room[1] / max(whole.height, 1.0)
    return min(max(wide / high, 1.0), FURTHER), min(max(high / wide, 1.0), FURTHER)


def _share_filled(whole: Box, room: Size) -> float:
    """Give how much of a room something fills when it is spread out."""
    across, up = _stretch(whole, room)
    return whole.width * across * whole.height * up * _held(whole, room) ** 2 / (room[0] * room[1])


def _held(whole: Box, room: Size) -> float:
    """Give the scale at which a room holds something."""
    return min(room[0] / max(whole.width, 1.0), room[1] / max(whole.height, 1.0))


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


def _on_ellipse(centre: Point, rx: float, ry: float, turn: float) -> Point:
    """Give the point of an ellipse some turns clockwise from the top."""
    return centre[0] + rx * sin(turn * 2 * pi), centre[1] - ry * cos(turn * 2 * pi)


def _share(box: Box, turn: float, rx: float, ry: float) -> float:
    """Give what part of the whole turn a box takes up on the ellipse."""
    dx, dy = rx * cos(turn * 2 * pi), ry * sin(turn * 2 * pi)
    span = hypot(dx, dy)
    along_x = (box.width + AIR) / max(abs(dx) / span, 1e-6)
    along_y = (box.height + AIR) / max(abs(dy) / span, 1e-6)
    return min(along_x, along_y) / (2 * pi * span)


def _boxes(guests: Sequence[Guest], centres: Sequence[Point]) -> list[Box]:
    """Give guests' boxes with the air between neighbours."""
    pairs = zip(guests, centres, strict=True)
    boxes = ((guest.box.grown(AIR / 2), guest.box.centre, centre) for guest, centre in pairs)
    return [box.moved(x - at[0], y - at[1]) for box, at, (x, y) in boxes]


def _overlap(boxes: Sequence[Box]) -> bool:
    return any(a.overlaps(b) for a, b in combinations(boxes, 2))
