"""Recipes of lines that one reader would take for another are found without drawing them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import pytest

from genogram_app.catalog import load, load_theme
from genogram_app.catalog.alike import alike
from genogram_app.catalog.cards import LineCard
from genogram_app.drawing.strands import Line, Strand
from tests.catalog.likeness import nearest
from tests.catalog.test_told_apart import LEAST

LINES = [card for card in load().lines if card.line.strands]
#: The plain line, which marriage and birth share.
SHARED = {card.id for card in LINES if card.blood} | {load().by_role("unions", "marriage").id}


def _drawn_out(strand: Strand, by: float) -> Strand:
    return replace(strand, wavelength=strand.wavelength * by, dash=tuple(each * by for each in strand.dash))


def _rhythm(line: Line) -> Line:
    return replace(line, strands=tuple(_drawn_out(strand, 1.3) for strand in line.strands))


def _weight(line: Line) -> Line:
    return replace(line, strands=tuple(replace(each, width=each.width * 1.3) for each in line.strands))


def _place(line: Line) -> Line:
    return replace(line, marks=tuple(replace(mark, shift=mark.shift + 4) for mark in line.marks))


def _paint(line: Line) -> Line:
    return replace(line, strands=tuple(replace(each, paint="accent") for each in line.strands))


def _side(line: Line) -> Line:
    return replace(line, strands=tuple(replace(each, offset=-each.offset) for each in line.strands))


CHANGES: dict[str, Callable[[Line], Line]] = {
    "rhythm": _rhythm,
    "weight": _weight,
    "place": _place,
    "paint": _paint,
    "side": _side,
}


def test_no_two_of_ours_are_alike() -> None:
    found = {
        (one.id, other.id)
        for one, other in combinations(LINES, 2)
        if alike(one.line, other.line) and not {one.id, other.id} <= SHARED
    }
    assert found == set()


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("card", LINES, ids=lambda card: card.id)
def test_a_card_that_is_copied_and_changed_a_little_is_alike(
    card: LineCard, change: Callable[[Line], Line]
) -> None:
    assert alike(card.line, change(card.line))
    assert alike(change(card.line), card.line)


@pytest.mark.parametrize("change", ["rhythm", "weight"])
def test_the_measure_of_ink_finds_no_difference_either(change: str) -> None:
    lines = {card.id: card.line for card in LINES[::30]}
    changed = {name: CHANGES[change](line) for name, line in lines.items()}
    far = {
        name: nearest({"one": line, "other": changed[name]}, load_theme().paints)["one", "other"]
        for name, line in lines.items()
    }
    assert {name: round(value, 3) for name, value in far.items() if value >= LEAST} == {}


def test_dots_are_no_dashes_and_a_thick_line_is_no_thin_one() -> None:
    dots = Line((Strand(dash=(0.01, 5.0), cap="round", width=3.0),))
    dashes = Line((Strand(dash=(5.0, 3.0), width=1.4),))
    assert not alike(dots, dashes)
    assert not alike(Line((Strand(width=1.4),)), Line((Strand(width=3.5),)))
