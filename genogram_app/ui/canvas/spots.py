"""Where the handles round somebody go: where one looks for them, off everybody's name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from genogram_app.drawing.primitives import Box, Point

#: A handle's width in pixels: big enough for a finger.
SIZE = 30.0
GAP = 6.0
_OUTSIDE = 10_000.0


def spots(
    wanted: Sequence[str], body: Box, symbol: Box, others: Sequence[Box], port: Box
) -> dict[str, Point]:
    """Give the middle of each handle, in pixels.

    body: the person with their name; symbol: the figure alone; others: names,
    symbols and services not to be covered; port: what is in sight.
    """
    taken: list[Box] = []
    found: dict[str, Point] = {}
    for name in wanted:
        best = min(
            _candidates(name, body, symbol),
            key=lambda at: _cost(at, [*others, body], taken, port),
        )
        found[name] = best
        taken.append(_round(best))
    return found


def _candidates(name: str, body: Box, symbol: Box) -> list[Point]:
    """Give places for a handle, the one where it is looked for first."""
    (x, y), far = symbol.centre, SIZE / 2 + GAP
    left, right = symbol.left - far, symbol.right + far
    above, below = symbol.top - far, body.bottom + far
    wide_left, wide_right = body.left - far, body.right + far
    near: Mapping[str, list[Point]] = {
        "parents": [(x, above), (x - SIZE, above), (x + SIZE, above)],
        "child": [(x, below), (x - SIZE, below), (x + SIZE, below)],
        "partner": [(right, y), (wide_right, y), (right, y + SIZE * 0.6), (right, y - SIZE * 0.6)],
        "sibling": [(left, y), (wide_left, y), (left, y + SIZE * 0.6), (left, y - SIZE * 0.6)],
        "relationship": [(right, above), (wide_right, below), (right, above - SIZE), (right + SIZE, above)],
        "household": [(left, above), (wide_left, below), (left, above - SIZE), (left - SIZE, above)],
    }
    return near[name]


def _cost(at: Point, solid: Sequence[Box], taken: Sequence[Box], port: Box) -> float:
    """Say how bad a place is: what it covers, then how far it is from sight."""
    box = _round(at)
    covered = sum(shared(box, other) for other in solid) + 4 * sum(shared(box, other) for other in taken)
    seen = (
        port.left <= box.left
        and port.top <= box.top
        and box.right <= port.right
        and box.bottom <= port.bottom
    )
    return covered + (0.0 if seen else _OUTSIDE)


def _round(at: Point) -> Box:
    half = SIZE / 2
    return Box(at[0] - half, at[1] - half, at[0] + half, at[1] + half)


def shared(one: Box, other: Box) -> float:
    """Give the area that two boxes share."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across * down if across > 0 and down > 0 else 0.0


def apart(found: Mapping[str, Point]) -> bool:
    """Say whether no two handles overlap."""
    return all(not _round(a).overlaps(_round(b)) for a, b in combinations(found.values(), 2))
