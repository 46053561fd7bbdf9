"""No two symbols of people look alike in black and white at 8 mm (`likeness.people`)."""

from __future__ import annotations

from functools import cache
from itertools import combinations

import pytest

from genogram_app.catalog import load
from genogram_app.catalog.template import dressed, template
from genogram_app.drawing.primitives import Box
from genogram_app.likeness.drawn import bare
from genogram_app.likeness.ink import DPI, Ink, printed
from genogram_app.likeness.least import SYMBOLS as LEAST
from genogram_app.likeness.people import CELL, difference, inks, placed
from genogram_app.picture.symbol import Look


@cache
def _inks(profile: str = "") -> dict[str, Ink]:
    every = list(bare(dressed(load(), template(profile))))
    return dict(zip((each.label for each in every), inks([each.look for each in every]), strict=True))


@pytest.mark.parametrize("profile", ["", "simple_uk"])
def test_no_two_symbols_look_alike(profile: str) -> None:
    found = _inks(profile)
    apart = {(one, other): difference(found[one], found[other]) for one, other in combinations(found, 2)}
    nearest = sorted(apart.items(), key=lambda pair: pair[1])[:8]
    print(*(f"{far:.2f} {pair}" for pair, far in nearest), sep="\n")
    assert {pair: far for pair, far in apart.items() if far < LEAST} == {}


@pytest.mark.parametrize("larger", [1.0, 1.05])
def test_the_measure_finds_what_a_reader_confuses(larger: float) -> None:
    one, other = _two_sizes(larger)
    assert difference(one, other) < 0.2


def _two_sizes(larger: float) -> tuple[Ink, Ink]:
    """Draw a woman twice, the second time a little larger."""
    woman = Look(next(iter(load().people.values())))
    marks = [mark for place, factor in enumerate((1.0, larger)) for mark in placed(woman, place, factor)]
    pixels, side = printed(marks, Box(0, 0, 2 * CELL, CELL)), int(CELL / 72 * DPI)
    return pixels[:side, :side], pixels[:side, side : 2 * side]
