"""Lines and their words can't be misread: what a reader would trip over on finished sheets, counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from genogram_app.drawing.primitives import Box
from genogram_app.layout.sheet.result import Layout, Spot
from genogram_app.model.base import Record
from genogram_app.model.document import ViewKind
from tests.builders import case_of
from tests.layout.clarity import Clarity, meets
from tests.layout.related import grown, random_family, sheet_of, undated, with_relations
from tests.layout.test_sample_sheets import SHEETS, Sheet, sheet
from tests.picture.composed import several_carers, three_partners, two_homes


def clarity(found: Sheet, layout: Layout | None = None) -> Clarity:
    return Clarity(
        found.family, layout or found.layout, found.measured.extents, found.measured.options.traces
    )


#: Kinds of faults that lines have by themselves, whatever is written on them.
OF_LINES = frozenset({"over another", "over own words", "begins away", "together"})
#: How many lines of thirty random families were at fault when last counted, of how many (4 in a hundred);
#: and how many such faults a family of thirty with fifteen relationships between anybody had.
AT_FAULT, OF_RANDOM_LINES, OF_THIRTY = 7, 185, 0


@pytest.mark.parametrize(("sample", "kind"), SHEETS)
def test_nothing_on_the_samples_can_be_misread(sample: str, kind: ViewKind) -> None:
    assert clarity(sheet(sample, kind)).faults() == []


@pytest.mark.parametrize("family", [several_carers, three_partners, two_homes])
def test_nothing_in_told_families_can_be_misread(family: Callable[[], list[Record]]) -> None:
    assert clarity(sheet_of(case_of(*family()))).faults() == []


def test_couples_of_whom_no_dates_are_known_read_as_well() -> None:
    assert clarity(sheet_of(case_of(*map(undated, three_partners())))).faults() == []


def test_of_lines_between_anybody_few_are_at_fault() -> None:
    lines = at_fault = 0
    for seed in range(30):
        found = sheet_of(random_family(seed))
        lines += len(found.layout.bonds)
        at_fault += len({key for kind, key, _ in clarity(found).faults() if kind in OF_LINES})
    assert lines == OF_RANDOM_LINES
    assert at_fault <= AT_FAULT


def test_thirty_people_with_fifteen_relationships_are_mostly_clear() -> None:
    found = sheet_of(with_relations(grown(30), 15, seed=1))
    assert len(found.layout.bonds) == 15
    assert sum(kind in OF_LINES for kind, *_ in clarity(found).faults()) <= OF_THIRTY + 3


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


@pytest.mark.parametrize(("sample", "kind"), SHEETS)
def test_no_leader_runs_over_another_label_on_the_samples(sample: str, kind: ViewKind) -> None:
    labels = sheet(sample, kind).layout.labels
    led = {key: spot.leader for key, spot in labels.items() if spot.leader is not None}
    over = [
        (key, other) for key in led for other in labels if other != key if meets(led[key], labels[other].box)
    ]
    assert over == []
