"""Rows of a sheet that has grown move apart where lines between them have no room, and only there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.rows_apart import rows_apart
from genogram_app.layout.sheet.ground import along
from genogram_app.model.document import Placement
from genogram_app.model.ids import Id
from genogram_app.model.ties import PartnerIn
from genogram_app.studio.session import Session
from tests.layout.drawn_step_by_step import afresh, as_it_stands, named, told
from tests.layout.families import OPTIONS, children, extents_of, person, union
from tests.layout.side_by_side import NEAR, legs_of
from tests.layout.test_sample_sheets import Sheet

LEANNE = "mum Leanne 35; dad Sean 30"
FORMER = (
    "mum's ex Craig 40; mum and Craig's son Kyle 17",
    "mum's ex Darren 38; mum and Darren's daughter Demi 14",
    "mum's ex Paul; mum and Paul's son Lewis 11",
    "mum's ex Imran; mum and Imran's daughter Aleesha 8",
)


def bars_over_somebody(found: Sheet) -> Iterator[tuple[Id, Id]]:
    """Go through couples' bars that run through the words or symbol of anybody else."""
    partners = {(edge.union, edge.person) for edge in found.family.edges(PartnerIn)}
    for union_id, bar in found.layout.bars.items():
        for key, place in found.layout.places.items():
            parts = found.measured.extents[key].parts
            boxes = [parts[name].moved(*place).grown(-1.0) for name in ("symbol", "words") if name in parts]
            if (union_id, key) not in partners and any(
                leg.overlaps(box) for leg in along(bar.points) for box in boxes
            ):
                yield union_id, key


def lines_on_bars(found: Sheet) -> list[tuple[Id, Id]]:
    """Give level lines to children that run along a couple's bar over others' heads."""
    level = [leg for leg in legs_of(found.family, found.layout) if leg.level]
    return [
        (union_id, leg.parent)
        for union_id, bar in found.layout.bars.items()
        for (left, y), (right, end) in pairwise(bar.points)
        for leg in level
        if y == end and abs(leg.at - y) < NEAR - 0.05
        if min(max(left, right), leg.stretch[1]) - max(min(left, right), leg.stretch[0]) > 2.0
    ]


def read_well(session: Session) -> bool:
    found = as_it_stands(session.case, session)
    return not list(bars_over_somebody(found)) and not lines_on_bars(found)


@pytest.mark.parametrize("count", range(1, 5))
@pytest.mark.parametrize(
    "pieces", ["{former}", "nan Carol 58 mum's mum; {former}", "{former}; nan Carol 58 mum's mum"]
)
def test_each_former_partner_told_has_room_for_their_bar_at_once(count: int, pieces: str) -> None:
    session = told(f"{LEANNE}; " + pieces.format(former="; ".join(FORMER[:count])))
    assert read_well(session)


def test_laid_out_afresh_lines_to_children_turn_over_the_bars_of_former_partners() -> None:
    session = told("; ".join((LEANNE, *FORMER, "nan Carol 58 mum's mum")))
    found = as_it_stands(afresh(session), session)
    assert lines_on_bars(found) == []
    assert list(bars_over_somebody(found)) == []


def test_only_the_rows_on_one_side_of_the_gap_move_and_keep_their_order() -> None:
    session = told("; ".join((LEANNE, *FORMER[:3])))
    mum, before = named(session, "Leanne"), dict(session.standing.placed("genogram"))
    session = told("; ".join((LEANNE, *FORMER)))
    after = session.standing.placed("genogram")
    assert after[mum].y == before[mum].y
    assert {round(after[key].y - before[key].y, 2) for key in before if before[key].y > before[mum].y} == {
        0.0
    }


def short_of_room(hand: str = "") -> list[dict[Id, tuple[float, float]]]:
    """Give who would move where a child and both its parents stand too near each other in height."""
    family = FamilyGraph().changed(
        put=[*map(person, ("ann", "bob", "cat")), *union("u1", "ann", "bob"), *children("u1", "cat")]
    )
    spots = {"ann": (0.0, 0.0), "bob": (100.0, 0.0), "cat": (50.0, 70.0)}
    there = {key: Placement(x=x, y=y, by_hand=key in hand.split()) for key, (x, y) in spots.items()}
    return list(rows_apart(family, extents_of(family), there, OPTIONS))


def test_the_row_with_the_fewest_people_moves() -> None:
    (moved,) = short_of_room()
    assert moved.keys() == {"cat"}
    assert moved["cat"][0] == 50.0
    assert moved["cat"][1] > 70.0


def test_whoever_was_placed_by_hand_stays_and_the_others_move() -> None:
    (moved,) = short_of_room("cat")
    assert moved.keys() == {"ann", "bob"}
    assert len({y for _, y in moved.values()}) == 1


def test_where_hands_placed_both_rows_nobody_moves() -> None:
    assert short_of_room("ann cat") == []
