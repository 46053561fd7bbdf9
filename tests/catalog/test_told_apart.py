"""No two kinds of line look alike in black and white at print size."""

from __future__ import annotations

import pytest

from genogram_app.catalog import Catalog, load, load_theme
from genogram_app.catalog.cards import UNIT, LineCard
from genogram_app.drawing.strands import Line, Strand
from tests.catalog.likeness import differences, inked

#: Below this two lines are confusable. The nearest pair that a reader still tells apart at a glance
#: is one slash and two (0.16); what a reader confuses lies under 0.1.
LEAST = 0.15


def _lines(catalog: Catalog) -> dict[str, tuple[Line, str]]:
    """Give every line as it is drawn, with its tag; care both as it is now and as it has ended."""
    found: dict[str, tuple[Line, str]] = {}
    for card in [*catalog.unions.values(), *catalog.bonds.values(), *catalog.descent.values()]:
        for variant, line in _variants(card):
            found[f"{card.id} {variant}".strip()] = (line, card.tag)
    for card in catalog.ties.values():
        strain = card.axis == "strain"
        found[card.id] = (catalog.tie_line("", card.id) if strain else card.line, "")
    return found


def _variants(card: LineCard) -> list[tuple[str, Line]]:
    if card.care and card.directed != "none":
        return [("now", card.drawn(forth=True)), ("ended", card.drawn(ended=True))]
    return [("", card.drawn(forth=card.directed == "required"))]


def _plain(line: Line) -> bool:
    (strand, *others) = line.strands
    return not others and not line.marks and strand.shape == "straight" and not strand.dash


def _married_or_born(catalog: Catalog) -> set[str]:
    return {catalog.by_role("unions", "marriage").id, catalog.by_role("descent", "by_birth").id}


def test_no_two_lines_look_alike() -> None:
    catalog = load()
    found = differences(inked(_lines(catalog), load_theme().paints))
    alike = {pair: far for pair, far in found.items() if far < LEAST}
    assert [set(pair) for pair in alike] == [_married_or_born(catalog)]


def test_a_thin_plain_solid_line_means_marriage_or_birth_and_nothing_else() -> None:
    catalog = load()
    plain = {name for name, (line, tag) in _lines(catalog).items() if _plain(line) and not tag}
    thick = {name for name in plain if catalog.tie_strength(name).axis == "strength"}
    assert plain - thick == _married_or_born(catalog)
    widest = max(catalog.union(name).line.reach for name in plain - thick)
    assert all(catalog.tie_strength(name).line.reach > 2.5 * widest for name in thick)


def _zigzag(amplitude: float, wavelength: float) -> Line:
    strand = Strand(
        shape="zigzag", amplitude=amplitude * UNIT, wavelength=wavelength * UNIT, width=1.8 * UNIT
    )
    return Line((strand,))


def _dashed(*dash: float) -> Line:
    return Line((Strand(dash=tuple(each * UNIT for each in dash), width=1.8 * UNIT),))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(_zigzag(6, 12), _zigzag(6, 10), id="hostile and abuse, as first proposed"),
        pytest.param(_dashed(5, 7), _dashed(5, 6), id="distant and a weak tie, as first proposed"),
        pytest.param(_dashed(6, 4), _dashed(6, 4), id="the same"),
    ],
)
def test_the_measure_finds_what_a_reader_confuses(one: Line, other: Line) -> None:
    ink = inked({"one": (one, ""), "other": (other, "")}, load_theme().paints)
    assert differences(ink)["one", "other"] < LEAST
