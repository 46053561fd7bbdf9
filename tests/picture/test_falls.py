"""How a sheet falls on paper: the pages that are shown over it are those that are printed."""

from __future__ import annotations

import pytest

from genogram_app.drawing.geometry import bounds, contains
from genogram_app.drawing.primitives import Box
from genogram_app.picture.compose import Sheet
from genogram_app.picture.falls import falls
from genogram_app.picture.pages import pages
from genogram_app.picture.paper import MARGIN
from tests.picture.sheets import scene, sheet


def within(inner: Box, outer: Box) -> bool:
    return outer.union(inner) == outer


def figures(shown: Sheet) -> dict[str, Box]:
    return {node.key: node.bounds for node in shown.drawing.nodes if node.role == "person"}


def test_a_sheet_that_a_paper_holds_falls_on_one_page_within_its_margins() -> None:
    shown = sheet("three_partners", "genogram")
    (fall,) = falls(shown)
    assert fall.number == 0
    assert fall.page == shown.drawing.bounds
    assert fall.margins == fall.page.grown(-MARGIN)
    assert all(within(box, fall.margins) for box in figures(shown).values())


@pytest.mark.parametrize("view", ["genogram", "combined"])
def test_each_part_of_a_large_family_is_shown_with_whom_its_page_prints(view: str) -> None:
    shown = sheet("large_family", view)  # type: ignore[arg-type]
    _, *parts = pages(scene().pen, shown)
    found, people = falls(shown), figures(shown)
    assert [fall.number for fall in found] == list(range(1, len(parts) + 1))
    for fall, part in zip(found, parts, strict=True):
        printed = {node.key for node in part.nodes if node.role == "person"}
        assert printed
        for key, box in people.items():
            assert contains(fall.part, box.centre) == (key in printed)
        for key in printed:
            assert within(people[key], fall.margins)
        assert fall.page.width / fall.page.height == pytest.approx(part.bounds.width / part.bounds.height)
        assert within(bounds(fall.part), fall.page)
