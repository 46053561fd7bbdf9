"""Where the handles round somebody go: where one looks for them, off everybody's name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from genogram_app.drawing.primitives import Box, Point

#: A handle's width in pixels, for the mouse or a pen; and for a finger: 9.5 mm at 96 dots an inch.
SIZE, FINGER = 30.0, 36.0
GAP = 6.0
_OUTSIDE = 10_000.0


def fanned(box: Box) -> Box:
    """Give a box that is large enough on the screen for handles round it to stand beside each other."""
    (x, y), least = box.centre, SIZE / 2
    return Box(
        min(box.left, x - least),
        min(box.top, y - least),
        max(box.right, x + least),
        max(box.bottom, y + least),
    )


def spots(
    wanted: Sequence[str], body: Box, symbol: Box, others: Sequence[Box], port: Box, size: float = SIZE
) -> dict[str, Point]:
    """Give the middle of each handle, in pixels.

    body: the person with their name; symbol: the figure alone; others: names,
    symbols, services and words on lines, not to be covered; port: what is in sight;
    size: how wide a handle is.
    """
    body, symbol, taken = fanned(body), fanned(symbol), list[Box]()
    found: dict[str, Point] = {}
    for name in wanted:
        best = min(
            _candidates(name, body, symbol, size),
            key=lambda at: _cost(_round(at, size), [*others, body], taken, port),
        )
        found[name] = best
        taken.append(_round(best, size))
    return found


def _candidates(name: str, body: Box, symbol: Box, size: float) -> list[Point]:
    """Give places for a handle, the one where it is looked for first."""
    (x, y), far = symbol.centre, size / 2 + GAP
    left, right = symbol.left - far, symbol.right + far
    above, below = symbol.top - far, body.bottom + far
    wide_left, wide_right = body.left - far, body.right + far
    near: Mapping[str, list[Point]] = {
        "parents": [(x, above), (x - size, above), (x + size, above)],
        "child": [
            (x, below),
            (x - size, below),
            (x + size, below),
            (wide_left, below),
            (wide_right, below),
            (x, below + size),
        ],
        "partner": [(right, y), (wide_right, y), (right, y + size * 0.6), (right, y - size * 0.6)],
        "sibling": [(left, y), (wide_left, y), (left, y + size * 0.6), (left, y - size * 0.6)],
        "relationship": [(right, above), (wide_right, below), (right, above - size), (right + size, above)],
        "state": [(x, above), (x - size, above), (x + size, above)],
        "household": [(left, above), (wide_left, below), (left, above - size), (left - size, above)],
    }
    return near[name]


def _cost(box: Box, solid: Sequence[Box], taken: Sequence[Box], port: Box) -> float:
    """Say how bad a place is: what it covers, then how far it is from sight."""
    covered = sum(shared(box, other) for other in solid) + 4 * sum(shared(box, other) for other in taken)
    seen = (
        port.left <= box.left
        and port.top <= box.top
        and box.right <= port.right
        and box.bottom <= port.bottom
    )
    return covered + (0.0 if seen else _OUTSIDE)


def _round(at: Point, size: float) -> Box:
    half = size / 2
    return Box(at[0] - half, at[1] - half, at[0] + half, at[1] + half)


def shared(one: Box, other: Box) -> float:
    """Give the area that two boxes share."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across * down if across > 0 and down > 0 else 0.0


def apart(found: Mapping[str, Point], size: float = SIZE) -> bool:
    """Say whether no two handles overlap."""
    boxes = [_round(at, size) for at in found.values()]
    return all(not a.overlaps(b) for a, b in combinations(boxes, 2))
