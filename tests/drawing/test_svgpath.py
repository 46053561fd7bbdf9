from __future__ import annotations

import pytest

from genogram_app.drawing.geometry import bounds, flatten
from genogram_app.drawing.primitives import Box
from genogram_app.drawing.svgpath import outline_of
from genogram_app.errors import CardError


def ends(d: str) -> list[tuple[float, ...]]:
    return [step[-2:] for step in outline_of(d) if step[0] != "Z"]


def test_absolute_and_relative_say_the_same() -> None:
    one = outline_of("M10 10 H20 V30 L5 5 C1 2 3 4 5 6 S7 8 9 10 Q1 1 2 2 T4 4 Z")
    other = outline_of("m10,10 h10 v20 l-15-25 c-4-3-2-1 0 1 s2 2 4 4 q-8-9-7-8 t2 2 z")
    assert len(one) == len(other)
    for a, b in zip(one, other, strict=True):
        assert a[0] == b[0]
        assert a[1:] == pytest.approx(b[1:])


def test_numbers_may_be_written_close_together() -> None:
    assert ends("M1.5.5L-2e1+3-4 5") == [(1.5, 0.5), (-20.0, 3.0), (-4.0, 5.0)]


def test_pairs_after_a_move_are_lines() -> None:
    assert outline_of("M0 0 1 1 2 0") == (("M", 0, 0), ("L", 1, 1), ("L", 2, 0))


def test_going_on_after_a_close_begins_where_the_part_began() -> None:
    assert outline_of("m5 5 h4 v4 z l-3 0")[-2:] == (("M", 5, 5), ("L", 2, 5))


def test_a_quadratic_is_raised_exactly() -> None:
    (_, curve) = outline_of("M0 0Q30 60 60 0")
    assert curve == ("C", 20, 40, 40, 40, 60, 0)


def test_smooth_commands_mirror_only_their_own_kind() -> None:
    assert outline_of("M0 0S5 5 9 0")[1][1:3] == (0, 0)
    assert outline_of("M0 0C0 3 6 3 6 0S12-3 12 0")[2][1:3] == (6, -3)


@pytest.mark.parametrize(
    ("d", "box"),
    [
        ("M-10 0A10 10 0 0 1 10 0", Box(-10, -10, 10, 0)),
        ("M-10 0A10 10 0 0 0 10 0", Box(-10, 0, 10, 10)),
        ("M10 0A10 10 0 1 1 0-10", Box(-10, -10, 10, 10)),
        ("M0 0a20 5 90 01 0 40", Box(0, 0, 5, 40)),
        ("M0 0A1 1 0 0 1 20 0", Box(0, -10, 20, 0)),
    ],
)
def test_arcs_have_the_right_side_and_size(d: str, box: Box) -> None:
    got = bounds(outline_of(d))
    assert (got.left, got.top, got.right, got.bottom) == pytest.approx(
        (box.left, box.top, box.right, box.bottom), abs=0.01
    )


def test_an_arc_without_radius_is_a_line() -> None:
    assert outline_of("M0 0A0 5 0 0 1 9 9") == (("M", 0, 0), ("L", 9, 9))


def test_two_arcs_make_a_closed_circle() -> None:
    (line,) = flatten(outline_of("M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z"))
    assert all(abs((x * x + y * y) ** 0.5 - 5) < 0.06 for x, y in line)


@pytest.mark.parametrize(
    ("d", "reason"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("L5 5", "begin with M"),
        ("5 5", "isn't a path command"),
        ("M0 0 L5", "lacks a number"),
        ("M0 0 X5 5", "“X” at place 5"),
        ("M0 0 L5 five", "lacks a number at place 8"),
        ("M0 0A5 5 0 2 1 9 9", "lacks a number"),
        ("M0 0 L NaN 5", "isn't a path command|lacks a number"),
    ],
)
def test_what_isnt_a_path_is_refused_with_the_reason(d: str, reason: str) -> None:
    with pytest.raises(CardError, match=reason):
        outline_of(d)
