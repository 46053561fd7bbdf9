"""Several rows of one generation: who stands in which, and what never changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import inf

import pytest

from genogram_app.drawing.primitives import Point
from genogram_app.layout.lay_out import lay_out
from genogram_app.layout.sheet.extents import Extent, Options
from genogram_app.layout.sheet.result import Layout
from genogram_app.layout.standing.crowding import faults
from genogram_app.model.ids import Id
from tests.builders import KINDS, case_of, child, couple, person

OPTIONS = Options(blood_kinds=frozenset({KINDS.birth}))
WIDE, TALL = 80.0, 90.0


def many_children(count: int = 12, grandchildren: tuple[int, ...] = (3, 8)) -> Layout:
    return laid_out(count, grandchildren, widest=700.0)


def laid_out(
    count: int, grandchildren: tuple[int, ...], *, widest: float, together: tuple[Id, ...] = ()
) -> Layout:
    """Lay out a couple with many children, of whom some have a partner and a child."""
    names = [f"c{n:02}" for n in range(count)]
    records = [person("mum"), person("dad"), *couple("pair", "mum", "dad", kind="wed")]
    records += [person(key, born=f"20{n:02}-01-01") for n, key in enumerate(names)]
    records += [child(key, "pair") for key in names]
    for n in grandchildren:
        records += [person(f"p{n:02}"), person(f"g{n:02}")]
        records += couple(f"u{n:02}", names[n], f"p{n:02}", kind="wed")
        records.append(child(f"g{n:02}", f"u{n:02}"))
    family = case_of(*records).family
    extents = {who.id: Extent.of_box(WIDE, TALL) for who in family.people}
    options = replace(OPTIONS, widest=widest, together=frozenset(together))
    found = lay_out(family, "genogram", extents, {}, options)
    assert faults(family, extents, found.places, frozenset()) == 0
    return found


def rows(places: Mapping[Id, Point], letters: str) -> list[list[Id]]:
    """Give the people with these first letters by row, from the top, each from left to right."""
    heights = sorted({y for key, (_, y) in places.items() if key[0] in letters})
    return [
        sorted(
            (key for key, (_, y) in places.items() if key[0] in letters and y == height),
            key=lambda key: places[key],
        )
        for height in heights
    ]


def test_without_a_limit_a_generation_stands_in_one_row() -> None:
    assert len(rows(laid_out(12, (3, 8), widest=inf).places, "cp")) == 1


def test_a_wide_generation_stands_in_rows_no_wider_than_wanted() -> None:
    found = rows(many_children().places, "cp")
    assert len(found) == 2
    assert max(len(row) for row in found) * WIDE <= 700.0


def test_who_has_children_stands_in_the_lowest_row_with_the_partner() -> None:
    *_, lowest = rows(many_children().places, "cp")
    assert {"c03", "p03", "c08", "p08"} <= set(lowest)


def test_who_is_to_stay_together_stays_in_one_row() -> None:
    wanted = ("c00", "c05", "c11")
    *_, lowest = rows(laid_out(12, (3, 8), widest=700.0, together=wanted).places, "cp")
    assert set(wanted) <= set(lowest)


def test_brothers_and_sisters_stay_in_the_order_of_birth_in_every_row() -> None:
    for row in rows(many_children().places, "c"):
        assert row == sorted(row)


def test_everybody_of_a_generation_stands_below_the_one_before_and_above_the_next() -> None:
    places = many_children().places
    (above,), own, (below,) = (
        {y for key, (_, y) in places.items() if key[0] in who} for who in ("md", "cp", "g")
    )
    assert above < min(own)
    assert max(own) < below


def test_every_child_has_a_line_from_its_parents() -> None:
    found = many_children()
    assert len(found.descents) == 14


@pytest.mark.parametrize("count", [1, 2, 5])
def test_a_narrow_generation_stays_in_one_row(count: int) -> None:
    assert laid_out(count, (), widest=700.0).places == laid_out(count, (), widest=inf).places


def test_no_generation_stands_in_more_than_three_rows() -> None:
    assert len(rows(laid_out(40, (3, 8), widest=100.0).places, "cp")) == 3
