"""Several lines between somebody and somebody further down, side by side beside the words of the upper one.

The first lies nearest to the words. Each sets out over the one before it, and comes in under it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import dist

from genogram_app.drawing.primitives import Box, Point
from genogram_app.layout.relationships.fans import AIR, BESIDE, RAISED, crown, foot
from genogram_app.layout.relationships.ways import TURNED, led
from genogram_app.layout.sheet.curves import Curve
from genogram_app.layout.sheet.extents import Trace

#: How far over its middle lines set out from a symbol at most, and to both sides of where they are aimed at
#: they come in, as shares of half its height.
HIGHEST, IN = 0.95, 0.8


def beside_words(
    start: Point, words: Box, end: Point, traces: Sequence[Trace], half: float
) -> Iterator[tuple[float, list[Curve]]]:
    """Go through ways down, each with what it costs by itself: to the left, to the right, by turns.

    words: those of the upper one, where they stand. half: half the height of the lower of the two symbols.
    """
    for first in (-1, 1):
        yield _priced(_on_side(start, words, end, traces, half, first))
        if len(traces) > 1:
            found: list[tuple[float, Curve]] = [(0.0, ())] * len(traces)
            found[::2] = _on_side(start, words, end, traces[::2], half, first)
            found[1::2] = _on_side(start, words, end, traces[1::2], half, -first)
            yield _priced(found)


def _priced(ways: Sequence[tuple[float, Curve]]) -> tuple[float, list[Curve]]:
    return sum(RAISED * away for away, _ in ways), [curve for _, curve in ways]


def _on_side(
    start: Point, words: Box, end: Point, traces: Sequence[Trace], half: float, side: int
) -> list[tuple[float, Curve]]:
    """Give for each line how far it lies beside the words, and its way."""
    crowns, feet = [crown(trace) for trace in traces], [foot(trace) for trace in traces]
    aways = accumulate((one + AIR + other for one, other in pairwise(crowns)), initial=crowns[0] + AIR)
    top, bottom = words.top + TURNED, max(words.top + TURNED + 1, words.bottom)
    edge = words.left if side < 0 else words.right
    gone = list(accumulate((one + BESIDE + other for one, other in pairwise(feet)), initial=0.0))
    out = min(1.0, HIGHEST * half / (gone[-1] or 1.0))
    into = min(1.0, 2 * IN * half / (gone[-1] or 1.0))
    found = []
    for away, here in zip(aways, gone, strict=True):
        x = edge + side * away
        (nx, ny) = _inwards((x, bottom), end, side)
        aside = into * (gone[-1] / 2 - here)
        first = start[0], start[1] - out * here
        last = end[0] + nx * aside, end[1] + ny * aside
        found.append((away, led(first, [(x, top), (x, bottom)], last, True)))
    return found


def _inwards(here: Point, end: Point, side: int) -> Point:
    """Give the direction across the way from somewhere to the end, to where the words are."""
    span = dist(here, end) or 1.0
    ux, uy = (end[0] - here[0]) / span, (end[1] - here[1]) / span
    return (uy, -ux) if side < 0 else (-uy, ux)
