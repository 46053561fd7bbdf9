"""What a cut keeps away from: the children a sheet is about, those nearest to them, and every home."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from genogram_app.drawing.geometry import bounds, contains
from genogram_app.drawing.primitives import Box
from genogram_app.family import kinship
from genogram_app.family.case import Case
from genogram_app.layout.sheet.ground import around
from genogram_app.layout.sheet.result import Layout
from genogram_app.model.ids import Id
from genogram_app.picture.tiling import Ink
from genogram_app.picture.titleblock import subjects_of

#: How bad it is, in each row of people, to cut among the children themselves, among their parents,
#: brothers and sisters, and among their grandparents, aunts and cousins; 1 is a line that is cut.
NEARNESS = (80, 24, 2)
#: And through a home: one of those children's, and any other.
CHILDS_HOME, HOME = 80, 16
#: So far beside somebody a cut is still close, in points.
CLOSE = 48.0


def held_together(case: Case, layout: Layout) -> list[Ink]:
    """Give what is better not cut, each as a line from corner to corner of the ground that it takes."""
    found = list[Ink]()
    for ground, weight in _grounds(case, layout):
        box = _within(ground, layout.bounds)
        found.append(Ink(((box.left, box.top), (box.right, box.bottom)), weight))
    return found


def _within(box: Box, whole: Box) -> Box:
    """Give as much of a ground as has anything on it: else parts would seem larger than they are."""
    return Box(
        max(box.left, whole.left),
        max(box.top, whole.top),
        min(box.right, whole.right),
        min(box.bottom, whole.bottom),
    )


def _grounds(case: Case, layout: Layout) -> Iterator[tuple[Box, int]]:
    children = [child.id for child in subjects_of(case)]
    for reach, weight in enumerate(NEARNESS):
        near = {key for child in children for key in kinship.close_family(case.family, child, reach)}
        # Partners of the children themselves are as far off as their parents.
        if box := _round(near if reach else children, layout):
            yield box, weight
    there = [layout.places[child] for child in children if child in layout.places]
    for _, ring in sorted(layout.rings.items()):
        yield bounds(ring), CHILDS_HOME if any(contains(ring, place) for place in there) else HOME


def _round(people: Collection[Id], layout: Layout) -> Box | None:
    """Give the ground round some people; None where none of them is drawn."""
    box = around(
        [Box(x, y, x, y) for x, y in (layout.places[key] for key in sorted(people) if key in layout.places)]
    )
    return box.grown(CLOSE) if box else None
