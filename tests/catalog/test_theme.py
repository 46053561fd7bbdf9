"""Themes: readable, or refused."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations, product
from pathlib import Path

import pytest
from coloraide import Color

from genogram_app import places
from genogram_app.catalog import load
from genogram_app.catalog.theme import INKS, LINES, SURFACES, Theme, contrast, grey, load_theme, luminance
from genogram_app.errors import CardError
from genogram_app.picture.households import mixed

EVERYDAY = (places.resources() / "themes" / "everyday.toml").read_text(encoding="utf-8")


def _theme(tmp_path: Path, found: str, instead: str) -> Path:
    assert found in EVERYDAY
    (tmp_path / "spoilt.toml").write_text(EVERYDAY.replace(found, instead, 1), encoding="utf-8")
    return tmp_path


EVERY = sorted(file.stem for file in (places.resources() / "themes").glob("*.toml"))


@pytest.mark.parametrize(
    "theme", [shown for name in EVERY for shown in (load_theme(name), load_theme(name).in_grey())]
)
def test_letters_and_lines_are_made_out_on_paper(theme: Theme) -> None:
    grounds = [theme.paint(name) for name in sorted(SURFACES)] + [tint.fill for tint in theme.tints]
    letters = [theme.paint(ink) for ink in sorted(INKS)] + [tint.edge for tint in theme.tints]
    lines = [theme.paint(line) for line in sorted(LINES)]
    assert min(contrast(*pair) for pair in product(letters, grounds)) >= 4.5
    assert min(contrast(*pair) for pair in product(lines, grounds)) >= 3.0


def test_lines_are_made_out_on_the_ground_that_two_homes_share() -> None:
    """Letters there stand on a rim of paper of their own."""
    theme = load_theme()
    shared = [mixed(one.fill, other.fill) for one, other in combinations(theme.tints, 2)]
    lines = [theme.paint(name) for name in INKS | LINES] + [tint.edge for tint in theme.tints]
    assert min(contrast(*pair) for pair in product(lines, shared)) >= 3.0


def test_every_line_and_mark_has_a_paint_that_is_made_out() -> None:
    assert set(_line_paints()) <= INKS


#: How far two paints of lines must differ (CIEDE2000); about 2 is seen side by side, 10 at a glance.
DISTINCT = 10.0


def _line_paints() -> list[str]:
    """Give the paints of all that lines are drawn with: strokes, marks, arrows, slashes."""
    strokes = {strand.paint for card in load().lines for strand in card.line.strands}
    marks = [mark for card in load().lines for mark in (*card.line.marks, *card.arrow, *card.slash)]
    found = strokes | {paint for mark in marks for paint in (mark.paint, mark.fill) if paint}
    return sorted(found - SURFACES)


def _confused(colours: Mapping[str, str], sight: str) -> dict[tuple[str, str], float]:
    """Give the colours that are nearer each other than `DISTINCT`, however colours are seen."""
    seen = {name: Color(colour).filter(sight) if sight else Color(colour) for name, colour in colours.items()}
    far = {
        (one, other): seen[one].delta_e(seen[other], method="2000") for one, other in combinations(seen, 2)
    }
    return {pair: each for pair, each in far.items() if each < DISTINCT}


@pytest.mark.parametrize("sight", ["", "protan", "deutan", "tritan"])
def test_paints_of_lines_keep_apart_however_colours_are_seen(sight: str) -> None:
    paints = _line_paints()
    assert len(paints) > 7
    assert _confused({name: load_theme().paint(name) for name in paints}, sight) == {}


def test_the_measure_finds_colours_that_are_confused() -> None:
    """These were the first: each is told from the others by whoever sees all colours."""
    first = {"positive": "#1B7F3B", "tension": "#C62828", "abuse": "#1F4E9E", "control": "#8A1C7C"}
    assert _confused(first, "") == {}
    assert _confused(first, "protan").keys() == {("abuse", "control")}
    assert _confused(first, "deutan").keys() == {("positive", "tension")}


#: How far the grounds of two homes must differ, large as they are, and their edges in a grey print.
GROUNDS, GREYS = 3.0, 5.0


def _nearest(colours: list[Color]) -> float:
    return min(one.delta_e(other, method="2000") for one, other in combinations(colours, 2))


@pytest.mark.parametrize("sight", ["", "protan", "deutan", "tritan"])
def test_homes_keep_apart_however_colours_are_seen(sight: str) -> None:
    def seen(colour: str) -> Color:
        return Color(colour).filter(sight) if sight else Color(colour)

    tints = load_theme().tints
    assert _nearest([seen(tint.edge) for tint in tints]) >= DISTINCT
    assert _nearest([seen(tint.fill) for tint in tints]) >= GROUNDS


def test_the_edges_of_homes_keep_apart_in_grey() -> None:
    assert _nearest([Color(tint.edge) for tint in load_theme().in_grey().tints]) >= GREYS


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    ("found", "instead", "reason"),
    [
        ('muted = "#5B6773"', 'muted = "#9AA5B1"', "muted #9AA5B1 has a contrast of 2"),
        ('go_to_edge = "#A86D18"', 'go_to_edge = "#E0B060"', "it needs 3.0"),
        ('ink = "#1F2933"', 'ink = "black"', "“black” isn't a colour such as #1F2933"),
        ('control = "#7E1498"\n', "", "the field “control” is missing"),
        ("small = 8", "small = 7", "letters of 7.0 points are too small"),
        ('label = "Everyday"', 'label = "Everyday"\nfont = "Comic"', "there is no field called “font”"),
    ],
)
def test_a_theme_that_cannot_be_read_on_paper_is_refused(
    tmp_path: Path, found: str, instead: str, reason: str
) -> None:
    with pytest.raises(CardError) as refused:
        load_theme("spoilt", _theme(tmp_path, found, instead))
    assert "spoilt.toml, line " in str(refused.value)
    assert reason in str(refused.value)


def test_a_black_and_white_proof_has_only_greys_as_light_as_the_colours() -> None:
    theme = load_theme()
    proof = theme.in_grey()
    for name, colour in proof.paints.items():
        assert colour[1:3] == colour[3:5] == colour[5:7]
        assert luminance(colour) == pytest.approx(luminance(theme.paint(name)), abs=0.01)
    assert grey("#FFFFFF") == "#FFFFFF"


def test_household_tints_come_in_turn() -> None:
    theme = load_theme()
    assert theme.tint(len(theme.tints)) == theme.tints[0]
    assert len(set(theme.tints)) == len(theme.tints)
