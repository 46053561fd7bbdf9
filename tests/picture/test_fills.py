"""What fills a symbol, whatever stands inside and is marked on it: every outline, state and age, in print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from io import BytesIO
from itertools import combinations, product

import numpy as np
import pytest
from PIL import Image, ImageFilter

from genogram_app.catalog import load, load_theme
from genogram_app.catalog.cards import FillCard, PersonCard
from genogram_app.drawing.primitives import Box, Drawing, Node, texts_in
from genogram_app.drawing.transform import Transform
from genogram_app.export.document import DocumentMeta, Placed, Sheet
from genogram_app.export.png import write_png
from genogram_app.likeness.ink import Ink
from genogram_app.picture.pen import Pen
from genogram_app.picture.symbol import Look, drawn
from genogram_app.words import words_in
from tests.catalog.given import DAY

DPI = 300
#: A symbol with what is marked on it and room round it, in points: a whole number of pixels.
SIDE = 264
CELL = SIDE / DPI * 72
MM2 = (25.4 / DPI) ** 2
CATALOG = load()
PEN = Pen(load_theme().in_grey(), words_in())
CARDS = [card for card in CATALOG.people.values() if not card.life and not card.animal]
MARKS = {"": (), "died": ("dead",), "subject": ("subject",), "both": ("subject", "dead")}
CASES = [
    pytest.param(card, marks, age, id=f"{card.label}-{name}-{age}")
    for card, (name, marks), age in product(CARDS, MARKS.items(), ("~36", "~104", "?"))
]


def _states() -> Iterator[tuple[str, tuple[FillCard, ...]]]:
    """Give what two axes of four states each fill, in the order in which it is drawn."""
    axes: dict[str, list[FillCard | None]] = {}
    for card in CATALOG.conditions.values():
        axes.setdefault(card.axis, [None]).append(card)
    for found in product(*axes.values()):
        fills = sorted(filter(None, found), key=lambda card: (card.filling == "solid", card.order))
        yield " and ".join(card.label for card in fills), tuple(fills)


@cache
def _inks(card: PersonCard, facts: tuple[str, ...], age: str) -> Mapping[str, Ink]:
    """Draw a symbol with each of the sixteen states at print size; give their ink by name."""
    marks = tuple(CATALOG.mark_for(fact) for fact in facts)
    looks = {name: Look(card, marks, age, fills=fills) for name, fills in _states()}
    page = Box(0, 0, CELL * len(looks), CELL)
    nodes = tuple(
        Transform(1.0, CELL * (place + 0.5), CELL / 2).node(
            Node(name, "figure", name, drawn(PEN, look), page)
        )
        for place, (name, look) in enumerate(looks.items())
    )
    sheet = Sheet(page.width, page.height, (Placed(Drawing(page, nodes)),))
    png = write_png([sheet], DocumentMeta("fills", DAY), DPI)
    pixels = 1 - np.asarray(Image.open(BytesIO(png)).convert("L"), np.float32) / np.float32(255)
    return {name: pixels[:SIDE, place * SIDE :][:, :SIDE] for place, name in enumerate(looks)}


def _spread(ink: Ink) -> Ink:
    """Let ink spread by a pixel, by which the same symbol may lie off elsewhere on a page."""
    picture = Image.fromarray((ink * 255).astype(np.uint8)).filter(ImageFilter.MaxFilter(3))
    return np.asarray(picture, np.float32) / np.float32(255)


@pytest.mark.parametrize(("card", "marks", "age"), CASES)
def test_no_fill_takes_away_from_edges_letters_or_strokes(
    card: PersonCard, marks: tuple[str, ...], age: str
) -> None:
    bare, *filled = _inks(card, marks, age).values()
    for ink in filled:
        assert float((bare - _spread(ink)).max()) < 0.25


@pytest.mark.parametrize(("card", "marks", "age"), CASES)
def test_letters_stand_clear_of_every_fill(card: PersonCard, marks: tuple[str, ...], age: str) -> None:
    bare, *filled = _inks(card, marks, age).values()
    look = Look(card, tuple(CATALOG.mark_for(fact) for fact in marks), age)
    text = next(text for text in texts_in(drawn(PEN, look)) if text.content == age)
    round_it = (text.left - 1, text.y - text.size * 0.7 - 1, text.left + text.width + 1, text.y + 1)
    left, top, right, bottom = (round((value + CELL / 2) / 72 * DPI) for value in round_it)
    # A plate is cut where the symbol ends, so its outermost corners are the edge's own.
    for ink in filled:
        assert float((ink - _spread(bare))[top + 2 : bottom - 2, left + 2 : right - 2].max()) < 0.25


@pytest.mark.parametrize(("card", "marks", "age"), CASES)
def test_any_two_states_are_told_apart_round_an_age(
    card: PersonCard, marks: tuple[str, ...], age: str
) -> None:
    inks = _inks(card, marks, age)
    apart = {pair: float(np.abs(inks[pair[0]] - inks[pair[1]]).sum()) * MM2 for pair in combinations(inks, 2)}
    assert {pair: black for pair, black in apart.items() if black < 1.0} == {}
