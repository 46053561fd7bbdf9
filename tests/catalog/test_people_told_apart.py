"""No two symbols of people look alike in black and white at 8 mm.

Each is drawn bare in one black, a woman's body 8 mm wide and all others to the
same scale, at 300 dpi, and blurred as a photocopier does (`likeness.BLUR`). One is
laid on the other at the best shift of up to 0.6 mm. What tells them apart is ink of
one that has no ink of the other within 0.35 mm; what counts is how much of it, in
square millimetres of black, lies in the 3 mm wide window that holds most, because
a reader sees a difference in one place and not an average. The same symbol drawn a
twentieth larger, which nobody tells apart, gives less than 0.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import combinations, product

import numpy as np
import pytest
from PIL import Image, ImageFilter, ImageOps

from genogram_app.catalog import load, load_theme
from genogram_app.catalog.cards import PersonCard
from genogram_app.catalog.template import dressed, template
from genogram_app.drawing.geometry import bounds
from genogram_app.drawing.primitives import Box, Drawing, Mark, Node
from genogram_app.drawing.transform import Transform
from genogram_app.export.document import DocumentMeta, Placed, Sheet
from genogram_app.export.png import write_png
from genogram_app.picture.pen import Pen
from genogram_app.picture.symbol import Look, drawn
from genogram_app.words import words_in
from tests.catalog.given import DAY
from tests.catalog.likeness import BLUR, DPI, MM, Ink

#: Below this two symbols are confusable, in mm² of black.
LEAST = 0.5
#: How near ink is the same ink, and how wide the window is, in pixels.
NEAR, WINDOW = round(0.35 / 25.4 * DPI) * 2 + 1, round(3 / 25.4 * DPI)
CELL, SHIFT = 14 * MM, 7
#: A body 8 mm wide is a woman's or a man's; the others are as much smaller or larger as on a sheet.
WIDE = 8 * MM


@cache
def looks(profile: str = "") -> dict[str, Look]:
    """Give every symbol and every mark on a symbol that is drawn otherwise, bare."""
    catalog = dressed(load(), template(profile))
    woman = next(iter(catalog.people.values()))
    found = {card.label: Look(card) for card in catalog.people.values()}
    for mark in catalog.marks.values():
        if mark.on == "symbol" and not mark.text and not mark.shape:
            found[f"{woman.label}, {mark.label}"] = Look(woman, (mark,), "×3" if mark.stack else "")
    for fill in catalog.conditions.values():
        found[f"{woman.label}, {fill.label}"] = Look(woman, fills=(fill,))
    for inner, outer in _nested(list(catalog.people.values())):
        found[f"{inner.label} in {outer.label}"] = Look(inner, birth=outer)
    return found


def _nested(cards: list[PersonCard]) -> Iterator[tuple[PersonCard, PersonCard]]:
    """Give the pairs of gender and gender at birth."""
    grown = [card for card in cards if not (card.life or card.animal or card.default)]
    yield from ((inner, outer) for inner, outer in product(grown, grown[:2]) if inner != outer)


@cache
def inks(profile: str = "") -> dict[str, Ink]:
    """Draw them all side by side; give their ink, 0 to 1, by name."""
    pen = Pen(load_theme().in_grey(), words_in())
    every = looks(profile)
    page = Box(0, 0, CELL * len(every), CELL)
    marks = [mark for place, look in enumerate(every.values()) for mark in _at(pen, look, place)]
    pixels = _pixels(page, marks)
    edges = np.linspace(0, pixels.shape[1], len(every) + 1).astype(int)
    side = int(CELL / 72 * DPI)
    return {name: pixels[:side, start : start + side] for name, start in zip(every, edges, strict=False)}


def _at(pen: Pen, look: Look, place: int) -> Iterator[Mark]:
    woman = next(iter(load().people.values()))
    scale = WIDE / bounds(woman.outline).width
    shift = Transform(scale, CELL * (place + 0.5), CELL / 2)
    yield from (shift.mark(mark) for mark in drawn(pen, look))


def difference(one: Ink, other: Ink) -> float:
    """Give how much tells two symbols apart at the best shift, in mm² of black."""
    shifts = list(product((-SHIFT, 0, SHIFT), repeat=2))
    near_one, near_other = _spread(one), _spread(other)
    found = [
        max(
            _alone(one, np.roll(near_other, shift, (0, 1))),
            _alone(np.roll(other, shift, (0, 1)), near_one),
        )
        for shift in shifts
    ]
    return min(found)


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


@pytest.mark.parametrize("profile", ["", "simple_uk"])
def test_no_two_symbols_look_alike(profile: str) -> None:
    found = inks(profile)
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
    pen = Pen(load_theme().in_grey(), words_in())
    woman = next(iter(load().people.values()))
    page = Box(0, 0, 2 * CELL, CELL)
    scale = WIDE / bounds(woman.outline).width
    marks = [
        Transform(scale * factor, CELL * (place + 0.5), CELL / 2).mark(mark)
        for place, factor in enumerate((1.0, larger))
        for mark in drawn(pen, Look(woman))
    ]
    pixels, side = _pixels(page, marks), int(CELL / 72 * DPI)
    return pixels[:side, :side], pixels[:side, side : 2 * side]


def _pixels(page: Box, marks: list[Mark]) -> Ink:
    drawing = Drawing(page, (Node("people", "figure", "people", tuple(marks), page),))
    sheet = Sheet(page.width, page.height, (Placed(drawing),))
    png = write_png([sheet], DocumentMeta("people", DAY), DPI)
    grey = ImageOps.invert(Image.open(BytesIO(png)).convert("L"))
    return np.asarray(grey.filter(ImageFilter.GaussianBlur(BLUR / 25.4 * DPI)), np.float32) / np.float32(255)
