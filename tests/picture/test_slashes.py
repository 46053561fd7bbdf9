"""The slash of care that is over: on its own line alone, and never under words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

import pytest

from genogram_app.drawing.geometry import Polyline, bounds
from genogram_app.drawing.primitives import Box, Path, Point
from genogram_app.drawing.routes import Route
from genogram_app.drawing.shapes import circle
from genogram_app.drawing.strands import Line, LineMark, lay
from genogram_app.family.case import Case
from genogram_app.layout.descent.marks import stand_alone
from genogram_app.layout.sheet.extents import Knot, Trace
from genogram_app.layout.sheet.ground import Ground
from genogram_app.layout.sheet.ink import Ink
from genogram_app.layout.sheet.result import Layout
from genogram_app.layout.sheet.scenery import Scenery
from genogram_app.model.agency import Agency
from genogram_app.model.dates import When
from genogram_app.model.ids import Id
from genogram_app.model.ties import ChildOf
from genogram_app.picture.compose import Sheet
from genogram_app.picture.slashes import link_line, with_marks_at, with_marks_slid
from genogram_app.studio.publish import prepare, view_of
from tests.builders import SHARED, TODAY, case_of, child, couple
from tests.layout.growing import settled, sheet_as_it_stands, step_by_step
from tests.layout.related import sheet_of
from tests.layout.test_sample_sheets import Sheet as Drawn
from tests.picture.composed import FOSTER, PARTED, born_to, man, woman
from tests.picture.ended import hidden_ends, much_ended
from tests.picture.sheets import scene

#: Who cared for Jay, by what, one after the other; the last still does.
CARERS = {
    "ed": "by_private_fostering",
    "dan": "by_fostering",
    "bea": "by_kin",
    "cat": "by_child_arrangements",
    "ann": "by_special_guardianship",
}
HOUSES = ("elm", "oak")


def seven_sets_of_carers() -> Case:
    """Jay, who lived with many: two children's homes, then five carers."""
    cared = [
        child("jay", who, kind=scene().catalog.by_role("descent", role).id).put(
            since=When(f"{2021 + number}-06"), until=None if who == "ann" else When(f"{2022 + number}-06")
        )
        for number, (who, role) in enumerate(CARERS.items())
    ]
    return case_of(
        man("jay", born="2015-03-03", subject=True),
        woman("lisa", "Lisa Carter", "1988"),
        man("darren", "Darren Doyle", "1985"),
        *couple("pair", "darren", "lisa", kind=PARTED, since="2018"),
        *born_to("pair", "jay"),
        *(woman(who, f"{who.title()} Moor", "1960") for who in CARERS),
        *cared,
        *(Agency(id=key, name=f"{key.title()} House", kind="", basis=SHARED) for key in HOUSES),
        *(child("jay", key, kind=FOSTER, since=When("2019"), until=When("2020")) for key in HOUSES),
    )


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    return prepare(
        scene(), seven_sets_of_carers(), view=view_of(scene(), "genogram", TODAY, "case-file")
    ).sheet


def ended(sheet: Sheet) -> list[ChildOf]:
    return [link for link in sheet.case.family.edges(ChildOf) if link.until is not None]


def slash(sheet: Sheet, link: Id) -> Box:
    """Give the box of the slash on a line: the last stroke as broad as its card says."""
    node = next(node for node in sheet.family.nodes if node.key == f"descent:{link}")
    broad = scene().catalog.link(sheet.case.family.get(ChildOf, link).kind).slash[0].width
    strokes = [mark for mark in node.marks if isinstance(mark, Path) and mark.stroke]
    mark = [mark for mark in strokes if mark.stroke and mark.stroke.width == broad][-1]
    xs, ys = zip(*((step[-2], step[-1]) for step in mark.outline if len(step) > 1), strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def legs(layout: Layout, link: Id) -> list[tuple[Point, Point]]:
    return list(pairwise(layout.descents[link]))


def test_the_slash_of_a_past_carer_cuts_no_other_line(sheet: Sheet) -> None:
    assert len(ended(sheet)) == len(CARERS) - 1 + len(HOUSES)
    cut = [
        (link.id, other)
        for link in ended(sheet)
        for other in sheet.layout.descents
        if other != link.id
        for (ax, ay), (bx, by) in legs(sheet.layout, other)
        if Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)).grown(0.7).overlaps(slash(sheet, link.id))
    ]
    assert cut == []


def under(slash: Box, words: Box) -> float:
    """Give what share of a slash's box is under the box of some words."""
    if not slash.overlaps(words):
        return 0.0
    across = min(slash.right, words.right) - max(slash.left, words.left)
    upright = min(slash.bottom, words.bottom) - max(slash.top, words.top)
    return across * upright / (slash.width * slash.height)


def test_most_of_every_slash_is_free_of_words(sheet: Sheet) -> None:
    found = {
        (link.id, key): share
        for link in ended(sheet)
        for key, spot in sheet.layout.labels.items()
        if (share := under(slash(sheet, link.id), spot.box)) > 0.5
    }
    assert found == {}


def test_lines_of_carers_run_as_far_apart_as_a_slash_is_high(sheet: Sheet) -> None:
    heights = sorted(
        ay
        for who in CARERS
        for (ax, ay), (bx, by) in legs(sheet.layout, f"jay.of.{who}")
        if abs(ay - by) < 0.01 < abs(ax - bx)
    )
    high = max(slash(sheet, link.id).height for link in ended(sheet))
    assert len(heights) == len(CARERS)
    assert min(b - a for a, b in pairwise(heights)) >= high


def test_the_line_of_todays_carer_comes_to_the_child_apart_from_those_that_are_past(sheet: Sheet) -> None:
    ends = {key: line[-1][0] for key, line in sheet.layout.descents.items()}
    now = ends.pop("jay.of.ann")
    past = sorted(ends[link.id] for link in ended(sheet))
    assert min(abs(now - x) for x in past) > 2 * min(b - a for a, b in pairwise(past))


#: A slash in the middle of a line, as drawn.
SLASH = Knot(0.5, 0.0, 10.7, along=7.0)
OWN: Polyline = ((0.0, 0.0), (100.0, 0.0))


def slashed(others: dict[Id, Polyline], words: Mapping[Id, Box] | None = None) -> Point:
    """Give where the slash of a line of a hundred points stands among others."""
    lines = {"a": OWN, **others}
    ink = Ink({key: [line] for key, line in lines.items()})
    scenery = Scenery(Ground(words or {}), ink, Ink())
    return stand_alone(lines, (), {"a": Trace(0.8, (SLASH,))}, scenery)["a"][0]


def test_a_slash_stays_in_the_middle_where_nothing_is_near_or_nothing_is_free() -> None:
    assert slashed({}) == (50.0, 0.0)
    assert slashed({"b": ((0.0, 3.0), (100.0, 3.0))}) == (50.0, 0.0)
    x, _ = slashed({"b": ((50.0, -20.0), (50.0, 20.0))})
    assert abs(x - 50.0) == pytest.approx(14.0)


def test_a_slash_rather_stands_between_two_lines_with_hardly_any_air_than_on_one() -> None:
    posts: dict[Id, Polyline] = {f"b{x}": ((x, -20.0), (x, 20.0)) for x in (16.0, 33.0, 50.0, 67.0, 84.0)}
    x, _ = slashed(posts)
    assert abs(x - 50.0) == pytest.approx(8.0)


def test_a_slash_gives_way_to_a_line_drawn_since_and_else_stays() -> None:
    lines: dict[Id, Polyline] = {"a": OWN, "far": ((0.0, 90.0), (100.0, 90.0))}
    traces = dict.fromkeys(lines, Trace(0.8, (SLASH,)))
    scenery = Scenery(Ground({}), Ink({key: [line] for key, line in lines.items()}), Ink())
    before = stand_alone(lines, (), traces, scenery)
    scenery.ink.add("b", ((50.0, -20.0), (50.0, 20.0)))
    after = stand_alone(lines, (), traces, scenery, before, {"b"})
    assert abs(after["a"][0][0] - 50.0) == pytest.approx(14.0)
    assert after["far"] is before["far"]
    assert stand_alone(lines, (), traces, scenery, after, {"b"}) == after


def test_what_tells_a_kind_of_care_stands_on_its_own_line_and_off_its_slash(sheet: Sheet) -> None:
    for link in sheet.case.family.edges(ChildOf):
        card, points = scene().catalog.link(link.kind), sheet.layout.descents[link.id]
        ended = link.until is not None
        line = with_marks_at(link_line(card, ended=ended), points, sheet.layout.marks.get(link.id, ()))
        length = Route(points).length
        told = line.marks
        places = sorted({mark.at * length + mark.shift for mark in told})
        assert all(after - before > 9 for before, after in pairwise(places)), link.id
        if told and card.line.marks and card.care:
            x, y = Route(points).at(told[0].at * length)[0]
            near = Box(x, y, x, y).grown(6)
            others = [other for other in sheet.layout.descents if other != link.id]
            assert not [
                o
                for o in others
                for (a, b), (c, d) in legs(sheet.layout, o)
                if Box(min(a, c), min(b, d), max(a, c), max(b, d)).overlaps(near)
            ]


def test_a_slash_stands_where_least_of_it_is_hidden_where_words_are_near_everywhere() -> None:
    words = {"a": Box(0, -12, 60, 12), "b": Box(60, 7, 100, 16)}
    x, _ = slashed({}, words)
    assert x > 60.0 + SLASH.along


def hidden(sheets: Iterable[Drawn]) -> set[tuple[int, Id]]:
    """Give the lines whose marks of an end lie on something else, with the sheet of each."""
    return {(number, line) for number, found in enumerate(sheets) for _, line, _ in hidden_ends(found)}


def test_what_says_that_something_is_over_is_hidden_by_hardly_anything() -> None:
    """Of 138 lines that are over 36 were; those that are left are couples whose bar is crossed all along."""
    assert len(hidden(sheet_of(much_ended(seed)) for seed in range(40))) <= 5


def test_nor_on_sheets_that_grew() -> None:
    """Of 79 lines that are over 17 were."""
    cases = ((much_ended(seed), seed) for seed in range(25))
    grown = (sheet_as_it_stands(settled(*step_by_step(case, seed))) for case, seed in cases)
    assert len(hidden(grown)) <= 5


def test_marks_of_a_relationship_are_drawn_where_they_slid_and_its_arrow_at_its_end() -> None:
    again, arrow = LineMark(circle((0.0, 0.0), 5.0), every=100.0), LineMark(circle((0.0, 0.0), 3.0), at=1.0)
    line, points = Line(marks=(again, arrow)), ((0.0, 0.0), (200.0, 0.0))
    slid = with_marks_slid(line, points, ((30.0, 0.0), (150.0, 0.0)))
    drawn = lay(slid, points, {"ink": "#000000"})
    assert [bounds(path.outline).centre[0] for path in drawn] == pytest.approx([30.0, 150.0, 200.0])
    assert with_marks_slid(line, points, ()) == line
