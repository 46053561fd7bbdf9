"""A line of the family that is cut between two parts has its own mark at each of its two ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from math import dist
from typing import Literal

import pytest

from genogram_app.drawing.geometry import Polyline, flatten
from genogram_app.drawing.primitives import Drawing, Path, Point, Text
from genogram_app.family.seen import Reader, View, seen
from genogram_app.layout.sheet.result import Layout
from genogram_app.picture.continued import inks
from genogram_app.picture.pages import pages
from genogram_app.picture.plan import Plan, plan_of
from genogram_app.places import resources
from genogram_app.store import files
from genogram_app.studio.scene import Scene

SCENE = Scene()
#: A mark stands no further from the end of its line than this; bars of two families are 6 points apart.
CLOSE = 3.0
STEP = 0.5


def family_lines(layout: Layout) -> Iterator[Polyline]:
    yield from (bar.points for bar in layout.bars.values())
    yield from layout.descents.values()
    yield from (line for shared in layout.sibships for line in shared.lines)


def cuts(plan: Plan, line: Polyline) -> Iterator[tuple[Point, int, int]]:
    """Follow a line in tiny steps: where it passes from a part into another."""
    for a, b in pairwise(line):
        count = max(1, round(dist(a, b) / STEP))
        steps = [
            (a[0] + (b[0] - a[0]) * n / count, a[1] + (b[1] - a[1]) * n / count) for n in range(count + 1)
        ]
        for here, there in pairwise(steps):
            one, other = plan.tiling.at(*here), plan.tiling.at(*there)
            if one and other and one.number != other.number:
                yield here, one.number, other.number


def ends(part: Drawing) -> list[tuple[Point, str]]:
    """Give where the arrow of each mark on a page begins, and what its words are."""
    found = []
    for node in part.nodes:
        if node.key.startswith("goes-on:"):
            arrow = next(mark for mark in node.marks if isinstance(mark, Path))
            words = next(
                m.content for m in node.marks if isinstance(m, Text) and m.content.startswith("part ")
            )
            found.append((flatten(arrow.outline, 0.1)[0][0], words))
    return found


@pytest.mark.parametrize("kind", ["genogram", "combined"])
def test_each_end_of_a_cut_line_has_one_mark_that_names_the_other_part(
    kind: Literal["genogram", "combined"],
) -> None:
    view = View(as_at=date(2026, 11, 22), kind=kind, reader=Reader.CASE_FILE, harmless=SCENE.catalog.harmless)
    case = seen(files.read(resources() / "samples" / "large_family.genogram"), view)
    sheet = SCENE.sheet(case, view)
    plan = plan_of(sheet, inks(sheet.case.family, sheet.layout))
    _, *parts = pages(SCENE.pen, sheet)
    marks = {n: ends(part) for n, part in enumerate(parts, 1)}
    found = [cut for line in family_lines(sheet.layout) for cut in cuts(plan, line)]
    assert len(found) >= 4
    for (x, y), one, other in found:
        for here, there in ((one, other), (other, one)):
            place = plan.place(here).point(x, y)
            near = [words for at, words in marks[here] if dist(at, place) <= CLOSE * plan.scale]
            assert near == [f"part {there}"]


def test_words_of_lines_that_end_near_each_other_stand_in_the_order_of_their_arrows() -> None:
    view = View(
        as_at=date(2026, 11, 22), kind="genogram", reader=Reader.CASE_FILE, harmless=SCENE.catalog.harmless
    )
    case = seen(files.read(resources() / "samples" / "large_family.genogram"), view)
    _, *parts = pages(SCENE.pen, SCENE.sheet(case, view))
    for part in parts:
        edges: dict[bool, list[tuple[float, float]]] = {True: [], False: []}
        for node in part.nodes:
            if node.key.startswith("goes-on:"):
                arrow = next(mark for mark in node.marks if isinstance(mark, Path))
                (x, y), (tip, _) = flatten(arrow.outline, 0.1)[0][0], flatten(arrow.outline, 0.1)[0][-1]
                words = [mark.y for mark in node.marks if isinstance(mark, Text)]
                if tip != x:
                    edges[tip > x].append((y, max(words)))
        for found in edges.values():
            assert [words for _, words in sorted(found)] == sorted(words for _, words in found)
