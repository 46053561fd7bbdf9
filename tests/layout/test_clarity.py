"""Lines and their words can't be misread: what a reader would trip over on finished sheets, counted."""

from __future__ import annotations

from dataclasses import replace

from genogram_app.drawing.primitives import Box
from genogram_app.layout.result import Layout, Spot
from tests.layout.clarity import Clarity
from tests.layout.test_sample_sheets import SHEETS, Sheet, sheet


def clarity(found: Sheet, layout: Layout | None = None) -> Clarity:
    return Clarity(
        found.family, layout or found.layout, found.measured.extents, found.measured.options.traces
    )


#: How much could be misread on the nine sheets of the samples when it was last counted, with room for
#: another arrangement of people.
LAST_COUNTED, ROOM = 32, 15


def test_little_on_the_samples_can_be_misread() -> None:
    found = [fault for sample, kind in SHEETS for fault in clarity(sheet(sample, kind)).faults()]
    assert len(found) <= LAST_COUNTED + ROOM, found


def test_every_kind_of_fault_is_found() -> None:
    found = sheet("practice", "genogram")
    layout = found.layout
    key, line = next((key, line) for key, line in layout.bonds.items() if key in layout.labels)
    a, b = clarity(found).ends[key]
    (x, y), words = layout.places[b], found.measured.extents[b].words
    assert words is not None
    middle = (x, y + words.centre[1])
    other = next(who for who in layout.places if who not in (a, b))
    (u, v), bar = layout.places[other], next(bar for bar in layout.bars.values() if len(bar.points) > 1)
    far = Spot((-500.0, -500.0), Box(-510.0, -505.0, -490.0, -495.0))
    spot = layout.labels[key]
    on_bar = replace(
        spot, leader=None, centre=bar.points[0], box=Box(*bar.points[0], *bar.points[1]).grown(4.0)
    )
    away = tuple((x, y - 1000.0) for x, y in line)
    broken = {
        "over own words": replace(layout, bonds={key: (line[0], middle)}),
        "begins away": replace(layout, bonds={key: (line[0], (x, y + 80.0))}),
        "over another": replace(layout, bonds={key: (line[0], (u, v), line[-1])}),
        "together": replace(layout, bonds={key: bar.points}),
        "label over line": replace(layout, labels={key: on_bar}),
        "label far": replace(layout, labels={key: far}),
        "label nearer to another": replace(layout, labels={key: on_bar}, bonds={key: away}),
    }
    for kind, one in broken.items():
        assert kind in {fault[0] for fault in clarity(found, one).faults()}, kind
