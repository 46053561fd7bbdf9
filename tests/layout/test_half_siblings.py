"""Children stand together under their own parents; half-brothers and half-sisters stand beside them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import pytest

from genogram_app.layout.descent.bars import Bars
from genogram_app.layout.kinship.kin import kin_of
from genogram_app.layout.sheet.ground import Ground
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.ties import ChildOf
from genogram_app.studio.session import Session
from tests.layout.drawn_step_by_step import as_it_stands, drawn_at_random, told

PARENTS = ("mum Lisa 36", "dad Tom 40")
HERS, HIS = "half-brother Max 14 mum's son", "half-sister Ola 3 dad's daughter"


def at_once(pieces: Sequence[str]) -> Session:
    """Tell of a family in one line, so that all of it joins the sheet in one step."""
    return told(", ".join(pieces))


def strangers(session: Session) -> list[tuple[str, Id]]:
    """Give who stands between children of other parents, and of whom."""
    family, places = session.case.family, session.standing.placed("genogram")
    born: dict[Id, list[Id]] = {}
    for link in family.edges(ChildOf):
        born.setdefault(link.parent, []).append(link.child)
    return [
        (str(family.get(Person, key).name), parent)
        for parent, children in sorted(born.items())
        for key, at in sorted(places.items())
        if key not in children
        and any(places[child].y == at.y for child in children)
        and min(places[child].x for child in children) < at.x < max(places[child].x for child in children)
    ]


@pytest.mark.parametrize("pieces", [*permutations([*PARENTS, "sister Mia 5", HERS])])
def test_a_half_brother_told_of_in_one_go_stands_beside_the_children(pieces: Sequence[str]) -> None:
    assert strangers(at_once(["Jay 9", *pieces])) == []


@pytest.mark.parametrize("sibling", ["sister Mia 5", "brother Al 12"])
@pytest.mark.parametrize(
    "halves", [[HERS, HIS], [HERS, "half-sister Ola 3 mum's daughter"], ["half-brother Max 3 dad's son"]]
)
@pytest.mark.parametrize("between", [", ", "; "])
def test_children_of_each_parent_stand_together(between: str, halves: list[str], sibling: str) -> None:
    for pieces in ([*PARENTS, sibling, *halves], [*halves[::-1], sibling, *PARENTS]):
        assert strangers(told(between.join(["Jay 9", *pieces]))) == []


@pytest.mark.parametrize("seed", range(12))
def test_where_children_hang_hangs_on_no_other_bar(seed: int) -> None:
    session = drawn_at_random(seed, steps=16)
    found = as_it_stands(session.case, session)
    extents, places = found.measured.extents, found.layout.places
    kin = kin_of(found.family, found.measured.options)
    bars = Bars(kin, places, extents, Ground.of(places, extents))
    for key, bar in found.layout.bars.items():
        assert bars.middles({key}) == {key: bar.middle[0]}
