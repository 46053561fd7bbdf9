"""How alike two symbols of people look in black and white at 8 mm.

Each is drawn bare in one black, a woman's body 8 mm wide and all others to the
same scale, at 300 dpi, and blurred as a photocopier does. One is laid on the
other at the best shift of up to 0.6 mm. What tells them apart is ink of
one that has no ink of the other within 0.35 mm; what counts is how much of it, in
square millimetres of black, lies in the 3 mm wide window that holds most, because
a reader sees a difference in one place and not an average. The same symbol drawn a
twentieth larger, which nobody tells apart, gives less than 0.2.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain, product

import numpy as np
from PIL import Image, ImageFilter

from genogram_app import places
from genogram_app.catalog.load import load
from genogram_app.catalog.theme import load_theme
from genogram_app.drawing.geometry import bounds
from genogram_app.drawing.primitives import Box, Mark
from genogram_app.drawing.transform import Transform
from genogram_app.likeness.ink import DPI, MM, Ink, printed
from genogram_app.picture.pen import Pen
from genogram_app.picture.symbol import Look, drawn
from genogram_app.words import words_in

#: How near ink is the same ink, and how wide the window is, in pixels.
NEAR, WINDOW = round(0.35 / 25.4 * DPI) * 2 + 1, round(3 / 25.4 * DPI)
CELL, SHIFT = 14 * MM, 7
#: A body 8 mm wide is a woman's or a man's; the others are as much smaller or larger as on a sheet.
WIDE = 8 * MM


def apart(pairs: Sequence[tuple[Look, Look]]) -> list[float]:
    """Give how far the two of each pair differ, in mm² of black."""
    looks = list(dict.fromkeys(chain.from_iterable(pairs)))
    found = dict(zip(looks, inks(looks), strict=True))
    return [difference(found[one], found[other]) for one, other in pairs]


def inks(looks: Sequence[Look]) -> list[Ink]:
    """Draw symbols side by side; give the ink of each, 0 to 1."""
    pixels = printed(
        [mark for place, look in enumerate(looks) for mark in placed(look, place)],
        Box(0, 0, CELL * len(looks), CELL),
    )
    edges = np.linspace(0, pixels.shape[1], len(looks) + 1).astype(int)
    side = int(CELL / 72 * DPI)
    return [pixels[:side, start : start + side] for start in edges[:-1]]


def placed(look: Look, place: int, larger: float = 1.0) -> Iterable[Mark]:
    """Draw a symbol in its cell of a row."""
    shift = Transform(_scale() * larger, CELL * (place + 0.5), CELL / 2)
    return (shift.mark(mark) for mark in drawn(Pen(load_theme().in_grey(), words_in()), look))


@cache
def _scale() -> float:
    """Give how much smaller than on a sheet a symbol is drawn: a woman's is as wide as `WIDE`."""
    return WIDE / bounds(next(iter(load(places.symbols()).people.values())).outline).width


def difference(one: Ink, other: Ink) -> float:
    """Give how much tells two symbols apart at the best shift, in mm² of black."""
    near_one, near_other = _spread(one), _spread(other)
    return min(
        max(
            _alone(one, np.roll(near_other, shift, (0, 1))),
            _alone(np.roll(other, shift, (0, 1)), near_one),
        )
        for shift in product((-SHIFT, 0, SHIFT), repeat=2)
    )


def _spread(ink: Ink) -> Ink:
    """Let ink spread to all that is near."""
    picture = Image.fromarray((ink * 255).astype(np.uint8)).filter(ImageFilter.MaxFilter(NEAR))
    return np.asarray(picture, np.float32) / np.float32(255)


def _alone(one: Ink, near: Ink) -> float:
    """Give the most ink of one in any window that has none of the other near."""
    sums = np.pad(np.clip(one - near, 0, 1), ((1, 0), (1, 0))).cumsum(0).cumsum(1)
    across = sums[:, WINDOW:] - sums[:, :-WINDOW]
    windows = across[WINDOW:] - across[:-WINDOW]
    return float(windows.max()) * (25.4 / DPI) ** 2
