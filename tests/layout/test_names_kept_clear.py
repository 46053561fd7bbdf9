"""The ink of a relationship stays off the names at its own ends, however broad it is."""

from __future__ import annotations

from collections.abc import Iterator

from genogram_app.layout.sheet.extents import HAIRLINE
from genogram_app.model.ties import Bond
from tests.layout.clarity import between
from tests.layout.related import random_family, sheet_of
from tests.layout.test_sample_sheets import Sheet

#: How much of a broad line’s ink may lie in the corner of a name’s box, where no letters are, in points.
CORNER = 0.5
#: Of the lines between anybody in thirty random families, so many lay on a name when last counted; it was
#: 34 when the ink of a broad line might come three points into a name.
ON_NAMES, OF_LINES = 1, 185


def on_own_names(found: Sheet) -> Iterator[tuple[str, str]]:
    """Give relationships with the one at an end on whose words their ink lies."""
    traces, extents = found.measured.options.traces, found.measured.extents
    ends = {bond.id: bond.ends for bond in found.family.edges(Bond)}
    for key, line in found.layout.bonds.items():
        for who in ends[key]:
            words = extents[who].words
            if words is not None:
                gap = between(line, words.moved(*found.layout.places[who]))
                if gap < traces.get(key, HAIRLINE).reach - CORNER:
                    yield key, who


def test_few_lines_of_random_families_lie_on_the_names_at_their_ends() -> None:
    sheets = [sheet_of(random_family(seed)) for seed in range(30)]
    assert sum(len(found.layout.bonds) for found in sheets) == OF_LINES
    assert sum(1 for found in sheets for _ in on_own_names(found)) <= ON_NAMES
