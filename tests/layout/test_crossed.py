"""Which lines a way crosses: those that it only comes by, or begins with, are not among them."""

from __future__ import annotations

from genogram_app.layout.sheet.crossings import crossed
from genogram_app.layout.sheet.ink import Ink

LINES = {
    "falling": ((0.0, 0.0), (100.0, 100.0)),
    "level": ((0.0, 100.0), (200.0, 100.0)),
    "below": ((0.0, 62.0), (100.0, 62.0)),
}


def ink() -> Ink:
    return Ink({key: [line] for key, line in LINES.items()})


def test_only_lines_that_are_truly_crossed_are_given() -> None:
    assert crossed([(100.0, 0.0), (40.0, 60.0), (20.0, 60.0)], LINES, ink()) == ["falling"]
    assert crossed([(150.0, 0.0), (150.0, 99.0)], LINES, ink()) == []


def test_a_line_crossed_twice_is_given_once_and_one_not_asked_for_never() -> None:
    way = [(50.0, 90.0), (60.0, 110.0), (70.0, 90.0)]
    assert crossed(way, LINES, ink()) == ["level"]
    assert crossed(way, {"falling": LINES["falling"]}, ink()) == []


def test_lines_that_begin_at_one_place_do_not_cross_there() -> None:
    assert crossed([(0.0, 0.0), (100.0, 0.0)], LINES, ink()) == []
