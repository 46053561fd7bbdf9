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


@pytest.mark.parametrize("millimetres", [20, 30, 40])
@pytest.mark.parametrize(
    "strength", [card for card in CATALOG.ties.values() if card.axis == "strength"], ids=lambda card: card.id
)
def test_strain_stands_beside_what_a_tie_has_in_its_middle(strength: LineCard, millimetres: int) -> None:
    length = millimetres * 72 / 25.4
    own = [mark for mark in strength.line.marks if mark.clear[0] and len(mark.along(length)) == 1]
    for strain in (card for card in CATALOG.ties.values() if card.axis == "strain"):
        waves = CATALOG.tie_line(strength.id, strain.id).marks[len(strength.line.marks) :]
        assert waves
        alone = [wave for wave in waves if len(wave.along(length)) == 1]
        for wave in alone:
            for mark in own:
                assert abs(wave.at - mark.at) * length > sum(mark.clear) / 2 + sum(wave.clear) / 2
