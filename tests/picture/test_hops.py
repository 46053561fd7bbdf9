"""Where two families' lines cross on a sheet, one is drawn in an arch over the other."""

from __future__ import annotations

from genogram_app.drawing.primitives import Path
from tests.picture.sheets import sheet


def test_a_birth_line_arches_over_the_dashed_line_of_carers_and_over_no_line_of_its_own() -> None:
    arched = {
        node.key
        for node in sheet("practice", "genogram").family.nodes
        if node.role == "descent"
        if any(step[0] == "C" for mark in node.marks if isinstance(mark, Path) for step in mark.outline)
    }
    assert "descent:c_jays_half_jays_dad_birth" in arched
    assert not arched & {"descent:c_jay_ann_bob_foster", "descent:c_lisa_ron_sheila_birth"}
