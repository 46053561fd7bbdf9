"""A line to a child runs straight, or turns so that it is seen to: no step like a slip of the pen."""

from __future__ import annotations

from itertools import pairwise

from genogram_app.layout.sheet.result import Layout
from genogram_app.model.ids import Id
from tests.layout.drawn_step_by_step import as_it_stands, drawn_at_random
from tests.layout.growing import settled, sheet_as_it_stands, step_by_step
from tests.layout.related import sheet_of
from tests.picture.ended import much_ended

#: Steps smaller than this are taken for a fault of the pen, in points.
SLIP = 3.2
SEEDS = range(25)
#: Of these the families that grow one by one, which takes a second and a half each.
GROWN = SEEDS[::3]


def slips(layout: Layout) -> list[tuple[Id, float]]:
    """Give the links whose line takes a tiny step aside, with how far."""
    lines = [*layout.descents.items()]
    lines += [(shared.links[0], line) for shared in layout.sibships for line in shared.lines]
    return [
        (link, abs(bx - ax))
        for link, line in lines
        for (ax, ay), (bx, by) in pairwise(line)
        if ay == by and 0 < abs(bx - ax) < SLIP
    ]


def test_lines_to_children_take_no_tiny_steps_on_fresh_sheets() -> None:
    """Five did, by two thirds of a point to three."""
    assert [slips(sheet_of(much_ended(seed)).layout) for seed in SEEDS] == [[] for _ in SEEDS]


def test_nor_on_sheets_that_grew_or_were_drawn_by_commands() -> None:
    cases = ((much_ended(seed), seed) for seed in GROWN)
    sheets = [sheet_as_it_stands(settled(*step_by_step(case, seed))) for case, seed in cases]
    sessions = [drawn_at_random(seed) for seed in GROWN]
    sheets += [as_it_stands(session.case, session) for session in sessions]
    assert [slips(found.layout) for found in sheets if slips(found.layout)] == []
