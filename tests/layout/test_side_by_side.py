"""Lines from different parents to their children can't be taken for one, however the sheet came about."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from genogram_app.edit import ties
from genogram_app.family.case import Case
from genogram_app.family.kinship import partners
from genogram_app.model.ties import Direction
from tests.builders import case_of
from tests.layout.growing import HARM, growing, settled, sheet_as_it_stands, step_by_step
from tests.layout.related import grown, random_family, sheet_of, with_carers
from tests.layout.side_by_side import over_somebody, taken_for_one
from tests.layout.test_labels_and_harm import told
from tests.layout.test_sample_sheets import Sheet, sheet


def misread(found: Sheet) -> list[object]:
    """Give lines to children that read as one, and those that run over somebody."""
    extents = found.measured.extents
    return [*taken_for_one(found.family, found.layout), *over_somebody(found.family, found.layout, extents)]


@pytest.mark.parametrize("seed", range(60))
def test_on_fresh_sheets_no_line_to_children_can_be_misread(seed: int) -> None:
    assert misread(sheet_of(random_family(seed))) == []


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 2**16))
@example(19)
@example(29)
def test_on_sheets_that_grew_no_line_to_children_can_be_misread(seed: int) -> None:
    assert misread(sheet_as_it_stands(settled(*growing(seed)))) == []


@pytest.mark.parametrize("seed", range(30))
def test_nor_where_children_have_carers_in_any_row(seed: int) -> None:
    case = with_carers(seed)
    assert misread(sheet_of(case)) == []
    assert misread(sheet_as_it_stands(settled(*step_by_step(case, seed)))) == []


@pytest.mark.parametrize("size", [20, 30])
def test_nor_on_larger_sheets(size: int) -> None:
    case: Case = case_of(*grown(size))
    assert misread(sheet_of(case)) == []
    assert misread(sheet_as_it_stands(settled(*step_by_step(case, size)))) == []


@pytest.mark.parametrize("quality", HARM)
def test_two_families_bars_keep_apart_where_harm_wants_room_under_them(quality: str) -> None:
    session = told()
    union = next(union for union in session.case.family.unions if union.spells)
    a, b = (person.id for person in partners(session.case.family, union.id))
    session.do(ties.add_bond(session.case, session.stamp, b, a, quality, direction=Direction.FORTH))
    assert misread(sheet_as_it_stands(session.case)) == []


def test_what_runs_side_by_side_or_over_somebody_is_found() -> None:
    found = sheet("practice", "genogram")
    layout, bar = found.layout, next(one for one in found.layout.sibships)
    other = next(key for key in layout.descents if key not in bar.links)
    (a, b), who = bar.lines[-1], next(iter(layout.places))
    near = replace(layout, descents={other: ((a[0], a[1] + 4.0), (b[0], b[1] + 4.0))})
    assert taken_for_one(found.family, near) != []
    x, y = layout.places[who]
    through = replace(layout, descents={other: ((x - 40.0, y), (x + 40.0, y))})
    assert over_somebody(found.family, through, found.measured.extents) != []
