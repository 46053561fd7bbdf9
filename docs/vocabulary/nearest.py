"""The pairs of lines and of people's symbols that are nearest each other, measured and drawn to be looked at.

`.venv/bin/python -m docs.vocabulary.nearest` tells them and writes `pictures/nearest.png`: at print size and
300 dpi, in black, blurred as a photocopier does. What is seen there is written in decision 0018.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, combinations
from typing import TypeVar

import numpy as np
from PIL import Image

from docs.vocabulary.points import HERE
from genogram_app import places
from genogram_app.catalog import load, load_theme
from genogram_app.drawing.primitives import Box, Mark, Point
from genogram_app.drawing.strands import Line, lay
from genogram_app.drawing.transform import Transform
from genogram_app.likeness.drawn import Drawn, lines, symbols
from genogram_app.likeness.ink import MM, printed
from genogram_app.likeness.lines import COURSES, nearest
from genogram_app.likeness.people import difference, inks, placed
from genogram_app.picture.pen import SMALL, Pen
from genogram_app.picture.symbol import Look
from genogram_app.text.line import shortened
from genogram_app.words import words_in

L = TypeVar("L", Line, Look)
Pair = tuple[float, Drawn[L], Drawn[L]]

#: How many pairs are told and drawn, and in how many columns.
LINES, SYMBOLS, BESIDE = 15, 10, 2
#: How wide a pair is and how high one of lines and one of symbols, in points.
WIDE, HIGH, HIGHER = 330.0, 54.0, 58.0
#: From the edge of its place to a pair, in points.
AIR = 6.0
#: Where samples of a line begin and how long each is, in points.
SAMPLES = ((AIR, 40 * MM), (134.0, 20 * MM), (206.0, 12 * MM))


def nearest_lines() -> list[Pair[Line]]:
    """Give the pairs of lines that differ least, in the profile where they do."""
    every = list({each.look: each for each in lines(load(places.symbols()))}.values())
    named = {str(number): each.look for number, each in enumerate(every)}
    found = nearest(named, load_theme().paints, COURSES)
    pairs = [(far, every[int(one)], every[int(other)]) for (one, other), far in found.items()]
    return sorted(pairs, key=lambda pair: pair[0])[:LINES]


def nearest_symbols() -> list[Pair[Look]]:
    """Give the pairs of symbols that differ least, in mm² of black."""
    every = list({each.look: each for each in symbols(load(places.symbols()))}.values())
    drawn = list(zip(every, inks([each.look for each in every]), strict=True))
    pairs = [(difference(a, b), one, other) for (one, a), (other, b) in combinations(drawn, 2)]
    return sorted(pairs, key=lambda pair: pair[0])[:SYMBOLS]


def _told(pair: Pair[L]) -> str:
    far, one, other = pair
    return f"{far:.3f}  {one.label} | {other.label}"


def _title(pair: Pair[L], pen: Pen, at: Point) -> Mark:
    """Set what a pair is over it, no wider than its place."""
    x, y = at
    return pen.text(shortened(_told(pair), SMALL.size, WIDE - 2 * AIR, SMALL.face), x + AIR, y + 9, SMALL)


def line_pairs(pairs: Sequence[Pair[Line]], pen: Pen) -> Iterator[Mark]:
    """Draw pairs of lines under each other, at three lengths."""
    black = {name: "#FFFFFF" if name == "paper" else "#000000" for name in pen.theme.paints}
    for number, (_, *both) in enumerate(pairs):
        left, top = number % BESIDE * WIDE, number // BESIDE * HIGH
        yield _title(pairs[number], pen, (left, top))
        for each, down in zip(both, (22.0, 40.0), strict=True):
            for start, length in SAMPLES:
                shift = Transform(1.0, left + start, top + down)
                yield from (shift.mark(path) for path in lay(each.look, ((0, 0), (length, 0)), black))


def symbol_pairs(pairs: Sequence[Pair[Look]], pen: Pen) -> Iterator[Mark]:
    """Draw pairs of symbols side by side."""
    for number, (_, one, other) in enumerate(pairs):
        left, top = number % BESIDE * WIDE, number // BESIDE * HIGHER
        yield _title(pairs[number], pen, (left, top))
        shift = Transform(1.0, left, top + 12)
        for place, each in enumerate((one, other)):
            yield from (shift.mark(mark) for mark in placed(each.look, place))


def write(of_lines: Sequence[Pair[Line]], of_symbols: Sequence[Pair[Look]]) -> None:
    """Draw the pairs as a photocopier gives them back."""
    pen = Pen(load_theme().in_grey(), words_in())
    below = -(-len(of_lines) // BESIDE) * HIGH
    lower = Transform(1.0, 0.0, below)
    page = Box(0, 0, BESIDE * WIDE, below + -(-len(of_symbols) // BESIDE) * HIGHER)
    marks = chain(line_pairs(of_lines, pen), (lower.mark(mark) for mark in symbol_pairs(of_symbols, pen)))
    ink = printed(list(marks), page)
    Image.fromarray(((1 - ink) * 255).astype(np.uint8)).quantize(16).save(
        HERE / "pictures" / "nearest.png", optimize=True
    )


if __name__ == "__main__":
    found = nearest_lines(), nearest_symbols()
    print(*map(_told, found[0]), *map(_told, found[1]), sep="\n")
    write(*found)
