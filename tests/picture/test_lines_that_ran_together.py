"""Lines of one family that ran on or through each other, where its features meet."""

from __future__ import annotations

from itertools import combinations

from genogram_app.drawing.primitives import Point
from genogram_app.family.seen import Reader, View, seen
from genogram_app.layout.relationships.bridges import crossings
from genogram_app.layout.sheet.result import Layout
from genogram_app.model.base import Record
from genogram_app.model.ties import Twin
from genogram_app.picture.compose import compose
from tests.builders import TODAY, case_of, child, couple
from tests.picture.composed import (
    BIRTH,
    DIVORCED,
    MARRIED,
    NEVER,
    PARTED,
    born_to,
    man,
    three_partners,
    woman,
)
from tests.picture.sheets import scene

ADOPTED = scene().catalog.by_role("descent", "by_adoption").id


def drawn(*records: Record) -> Layout:
    case = case_of(*records)
    hand = scene().hand(case.page)
    view = View(as_at=TODAY, kind="genogram", reader=Reader.CASE_FILE)
    return compose(hand.pen, hand.catalog, seen(case, view), view).layout


def test_bars_over_others_heads_leave_one_person_side_by_side_and_never_cross() -> None:
    """The dotted line to who was never a partner ran down on the solid one of a divorce."""
    fourth = [woman("oona", "Oona Fry"), man("pip"), *couple("fourth", "marcus", "oona", kind=NEVER)]
    bars = drawn(*three_partners(), *fourth, *born_to("fourth", "pip")).bars
    over = [bar.points for bar in bars.values() if len(bar.points) > 3]
    assert len(over) == 2
    for one, other in combinations(over, 2):
        assert min(abs(a[0] - b[0]) for a in _ends(one) for b in _ends(other)) >= 4.0
        assert not _crossing(one, other)


def test_of_four_wives_no_two_bars_meet() -> None:
    wives = ["ann", "bo", "cat", "di", "eve"]
    pairs = [
        record
        for number, key in enumerate(wives)
        for record in couple(f"u{key}", "marcus", key, kind=DIVORCED, since=str(2001 + 4 * number))
    ]
    bars = drawn(man("marcus"), *(woman(key) for key in wives), *pairs).bars
    over = [bar.points for bar in bars.values() if len(bar.points) > 3]
    assert len(over) > 1
    assert not any(_crossing(one, other) for one, other in combinations(over, 2))


def test_the_line_of_adopters_comes_to_a_twin_on_the_side_away_from_its_leg() -> None:
    """It ran through the leg of the twin on the right, just over her symbol."""
    twins = [woman(key, born="2016-05-05", subject=True) for key in ("amy", "bea")]
    birth = [*couple("pair", "lee", "kay", kind=PARTED), woman("kay"), man("lee")]
    adopters = [*couple("new", "ed", "fay", kind=MARRIED, since="2009"), man("ed"), woman("fay")]
    links = [
        link
        for key in ("amy", "bea")
        for link in (
            child(key, "pair", kind=BIRTH, birth="b", twin=Twin.IDENTICAL),
            child(key, "new", kind=ADOPTED),
        )
    ]
    lines = drawn(*twins, *birth, *adopters, *links).descents
    for key in ("amy", "bea"):
        assert not _crossing(lines[f"{key}.of.pair"], lines[f"{key}.of.new"])


def _ends(points: tuple[Point, ...]) -> tuple[Point, Point]:
    return points[0], points[-1]


def _crossing(one: tuple[Point, ...], other: tuple[Point, ...]) -> bool:
    return any(True for _ in crossings(one, other))
