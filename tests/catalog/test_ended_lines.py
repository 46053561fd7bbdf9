"""The slash of a line that has ended cuts off no arrowhead, whichever way the line points."""

from __future__ import annotations

from itertools import combinations

import pytest

from genogram_app.catalog import load
from genogram_app.catalog.cards import LineCard
from genogram_app.drawing.strands import LineMark

CATALOG = load()
CARDS = [
    card
    for card in (*CATALOG.bonds.values(), *CATALOG.ties.values())
    if card.directed != "none" and card.slash
]
#: A line of some 50 mm, in points.
LENGTH = 142.0


def room(mark: LineMark) -> tuple[float, float]:
    place = mark.at * LENGTH + mark.shift
    return place - mark.clear[0], place + mark.clear[1]


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
@pytest.mark.parametrize(("forth", "back"), [(True, False), (False, True), (True, True)])
def test_a_slash_and_a_head_keep_apart(card: LineCard, forth: bool, back: bool) -> None:
    drawn = card.drawn(forth=forth, back=back, ended=True)
    ends = [mark for mark in drawn.marks if mark not in card.line.marks]
    for one, other in combinations(ends, 2):
        (left, right), (begin, end) = room(one), room(other)
        assert right <= begin or end <= left
