"""What lies at each place of a sheet is painted once, and kept up with."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from genogram_app.drawing.primitives import Box
from genogram_app.layout.sheet.field import (
    AT_END,
    BESIDE_WORDS,
    BROAD,
    FURTHER,
    NEARER,
    OFF_MARK,
    Field,
    Layer,
    Thing,
)
from genogram_app.layout.sheet.grid import Grid
from genogram_app.layout.sheet.ground import Ground
from genogram_app.layout.sheet.ink import MARK
from genogram_app.layout.sheet.raster import FINE, Painted, Raster

AREA = Box(0.0, 0.0, 90.0, 60.0)
numbers = st.floats(-20.0, 110.0)
boxes = st.lists(
    st.tuples(numbers, numbers, st.floats(3.0, 50.0), st.floats(3.0, 50.0), st.sampled_from("abc")),
    max_size=12,
)


def at(raster: Raster[str], x: float, y: float) -> set[str]:
    column, row = int((x - raster.area.left) / FINE), int((y - raster.area.top) / FINE)
    return set(raster.things[raster.cells[row * raster.columns + column]])


@settings(max_examples=60, deadline=None)
@given(boxes)
def test_a_place_knows_all_that_lies_on_it_and_nothing_else(given: list[tuple[float, ...]]) -> None:
    raster: Raster[str] = Raster(AREA)
    entries = [(x, y, x + w, y + h, str(key)) for x, y, w, h, key in given]
    raster.paint(entries)
    for column in range(29):
        for row in range(19):
            x, y = (column + 0.5) * FINE, (row + 0.5) * FINE
            inside = {key for a, b, c, d, key in entries if a < x < c and b < y < d}
            touched = {key for a, b, c, d, key in entries if a <= x <= c and b <= y <= d}
            assert inside <= at(raster, x, y) <= touched


@settings(max_examples=40, deadline=None)
@given(boxes)
def test_what_is_erased_leaves_the_rest(given: list[tuple[float, ...]]) -> None:
    entries = [(x, y, x + w, y + h, str(key)) for x, y, w, h, key in given]
    both: Raster[str] = Raster(AREA)
    both.paint(entries)
    both.erase(entry for entry in entries if entry[4] == "a")
    rest: Raster[str] = Raster(AREA)
    rest.paint(entry for entry in entries if entry[4] != "a")
    places = [((i + 0.5) * FINE, (j + 0.5) * FINE) for i in range(29) for j in range(19)]
    assert [at(both, *place) for place in places] == [at(rest, *place) for place in places]


def test_a_field_keeps_up_with_what_comes_and_goes() -> None:
    ink = Grid()
    field = Field([Layer("line", ink, 4.0)], AREA)
    ink.enter(10.0, 10.0, 60.0, 10.0, "one")
    ink.enter(30.0, 0.0, 30.0, 50.0, "two")

    def things(x: float, y: float) -> set[str]:
        raster = field.now()
        column, row = int((x - field.area.left) / FINE), int((y - field.area.top) / FINE)
        return {key for _, key in raster.things[raster.cells[row * raster.columns + column]]}

    assert things(30.0, 10.0) == {"one", "two"}
    ink.take_out("one")
    assert things(30.0, 10.0) == {"two"}
    assert things(50.0, 10.0) == set()
    ink.enter(10.0, 40.0, 60.0, 40.0, "one")
    ink.enter(50.0, 0.0, 50.0, 50.0, "two")
    assert things(50.0, 10.0) == {"two"}
    assert things(30.0, 40.0) == {"one", "two"}
    assert things(20.0, 10.0) == set()


def test_labels_reach_further_than_figures_and_words_have_a_place_of_their_own() -> None:
    solid = Ground({"ann": Box(0.0, 0.0, 9.0, 9.0), "ann/words": Box(0.0, 9.0, 9.0, 18.0)})
    solid.add("label:b", Box(40.0, 0.0, 49.0, 9.0))
    grown = list(
        Layer("part", solid, 5.0).grown(entry for key in sorted(solid.by_key) for entry in solid.by_key[key])
    )
    assert {thing: round(0.0 - left, 1) for left, _, _, _, thing in grown if thing[1] != "label:b"} == {
        ("part", "ann"): 5.0 - NEARER,
        ("part", "ann/words"): 5.0 - NEARER,
        ("words", "ann/words"): 5.0 - BROAD,
        ("symbol", "ann"): AT_END,
    }
    assert next(left for left, *_, thing in grown if thing == ("part", "label:b")) == 35.0 - FURTHER


def test_broad_lines_keep_further_off_their_own_words() -> None:
    solid = Ground({"ann/words": Box(0.0, 0.0, 9.0, 9.0)})
    words = {
        reach: next(
            -left
            for left, *_, thing in Layer("part", solid, reach).grown(solid.by_key["ann/words"])
            if thing[0] == "words"
        )
        for reach in (3.0, 5.0, 9.0)
    }
    assert words == {3.0: BESIDE_WORDS, 5.0: 5.0 - BROAD, 9.0: 9.0 - BROAD}


def test_lines_come_nearer_to_a_mark_than_to_a_line() -> None:
    ink = Grid()
    ink.enter(0.0, 0.0, 9.0, 9.0, "one" + MARK)
    ((left, *_),) = Layer("line", ink, 8.0).grown(ink.by_key["one" + MARK])
    assert left == OFF_MARK - 8.0


@settings(max_examples=40, deadline=None)
@given(boxes, boxes, st.floats(60.0, 400.0), st.floats(40.0, 400.0))
def test_a_field_goes_on_for_a_sheet_that_has_changed_and_grown(
    before: list[tuple[float, ...]], after: list[tuple[float, ...]], width: float, height: float
) -> None:
    """It must say the same of every place as one that is painted afresh."""

    def field(given: list[tuple[float, ...]], within: Box) -> Field:
        grid = Grid()
        for x, y, w, h, key in given:
            grid.enter(x, y, x + w, y + h, str(key))
        return Field([Layer("line", grid, 4.0)], within)

    def things(raster: Raster[Thing]) -> list[set[Thing]]:
        return [set(raster.things[number]) for number in raster.cells]

    last, within = field(before, AREA), Box(0.0, 0.0, width, height)
    last.now()
    onward = field(after, within)
    onward.take_over(last)
    assert things(onward.now()) == things(field(after, within).now())


def test_a_sheet_on_which_nobody_looks_hands_on_what_was_painted_before_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    grid, within = Grid(), Box(0.0, 0.0, 300.0, 300.0)
    for number in range(5):
        grid.enter(40.0 * number, 10.0, 40.0 * number + 9.0, 20.0, str(number))
    first, unasked, last = (Field([Layer("line", grid, 4.0)], within) for _ in range(3))
    raster = first.now()
    unasked.take_over(first)
    grid.enter(10.0, 100.0, 20.0, 110.0, "new")
    last.take_over(unasked)
    painted: list[Thing] = []
    whole = Raster.paint

    def noted(raster: Raster[Thing], boxes: Iterable[Painted[Thing]]) -> None:
        boxes = list(boxes)
        painted.extend(box[4] for box in boxes)
        whole(raster, boxes)

    monkeypatch.setattr(Raster, "paint", noted)
    assert (last.now(), painted) == (raster, [("line", "new")])
    # What was given up is painted afresh, should anybody come back to it.
    assert len(set(unasked.now().cells)) > 1
    assert unasked.now() is not raster


def test_seventy_services_with_their_lines_are_not_too_many_to_be_told_apart() -> None:
    raster: Raster[str] = Raster(AREA)
    for number in range(70_000):
        raster.paint([(0.0, 0.0, FINE, FINE, str(number))])
        raster.erase([(0.0, 0.0, FINE, FINE, str(number))])
    raster.paint([(0.0, 0.0, 9.0, 9.0, "last")])
    assert at(raster, 1.0, 1.0) == {"last"}
