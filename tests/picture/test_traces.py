"""How much room the ink of a line takes, as it will be drawn."""

from __future__ import annotations

import pytest

from genogram_app.catalog.load import load
from genogram_app.drawing.geometry import bounds
from genogram_app.drawing.primitives import Box
from genogram_app.drawing.strands import lay
from genogram_app.model.agency import Agency
from genogram_app.model.dates import When
from genogram_app.model.ties import Tie
from genogram_app.picture.lines import tie_line
from genogram_app.picture.measured import traces
from tests.builders import TODAY, case_of
from tests.picture.composed import woman


def test_the_waves_along_a_tie_are_known_where_lines_find_their_ways() -> None:
    """They come so seldom that what lies between them is no broader than a plain tie."""
    catalog = load()
    strain = next(card for card in catalog.ties.values() if card.axis == "strain")
    plain = Tie(id="plain", a="service", b="ann")
    records = [woman("ann", "Ann", "1990"), Agency(id="service", kind="service")]
    strained = plain.put(id="strained", strain=strain.id)
    found = traces(catalog, case_of(*records, plain, strained).family, TODAY)
    waves = set(found["strained"].knots) - set(found["plain"].knots)
    assert any(wave.every > 0 for wave in waves)
    assert all(wave.size > 4 * found["plain"].reach for wave in waves)
    assert found["strained"].reach == found["plain"].reach


@pytest.mark.parametrize("length", [60.0, 90.0, 110.0, 150.0, 220.0, 300.0])
@pytest.mark.parametrize("strain", ["tie_stressful", "tie_very_stressful"])
def test_strain_on_a_tie_that_has_ended_keeps_out_of_the_gap_of_its_slash(strain: str, length: float) -> None:
    tie = Tie(id="t", a="a", b="b", strength="tie_strong", strain=strain, until=When("2020"))
    line = tie_line(load(), tie)
    ended = [mark for mark in line.marks if not mark.every]
    assert len(ended) == 1
    place = ended[0].at * length + ended[0].shift
    gap = Box(place - ended[0].clear[0], -20.0, place + ended[0].clear[1], 20.0)
    paints = dict.fromkeys(("ink", "paper", "tension", "positive"), "#000000")
    strokes = lay(line, ((0.0, 0.0), (length, 0.0)), paints)
    inside = [path for path in strokes if bounds(path.outline).overlaps(gap)]
    strains = [path for path in inside if bounds(path.outline).width < 20.0]
    assert len(strains) == 1, "the slash alone"
