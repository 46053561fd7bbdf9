"""Room for relationships that are told on a sheet that has grown: none runs over somebody else."""

from __future__ import annotations

import pytest

from genogram_app.edit import arrange, ties
from genogram_app.layout.standing.passed import passed_over
from genogram_app.model.ids import Id
from genogram_app.studio.session import Session
from tests.layout.drawn_step_by_step import as_it_stands, named, told

POLISH = (
    "mum Agnieszka Wiśniewska-Kowalczyk 34; dad Przemysław Kowalczyk 36; sister Zofia 4; "
    "mum's partner Krzysztof Szczepański 30; mum and Krzysztof's daughter Oliwia 1; "
    "mum's mum Małgorzata Wiśniewska 60; mum's sister Katarzyna Wiśniewska 29; dad's brother Wojciech 30"
)
URDU = (
    "mum Shazia Begum Hussain 34; dad Muhammad Khalid Mahmood 36; brother Ibrahim 12; "
    "nani Rukhsana Bibi Akhtar 60 mum's mum; dadi Zubaida Khatoon 66 dad's mum; "
    "mum's sister Nasreen Akhtar Hussain 30; dad's brother Abdul Rehman Mahmood 31; dad's brother Imran 28"
)
LINES = [
    (POLISH, "Agnieszka Wiśniewska-Kowalczyk", "Oliwia", "violence"),
    (POLISH, "Wojciech", "Zofia", "no_contact"),
    (URDU, "Zubaida Khatoon", "Ibrahim", "violence"),
]


def over(session: Session) -> frozenset[tuple[Id, Id]]:
    """Give which relationships run over whom on the sheet as it stands."""
    sheet = as_it_stands(session.standing, session)
    return passed_over(sheet.family, sheet.measured.extents, sheet.layout)


def related(session: Session, one: str, other: str, quality: str) -> None:
    session.do(
        ties.add_bond(session.case, session.stamp, named(session, one), named(session, other), quality)
    )


@pytest.mark.parametrize(("family", "one", "other", "quality"), LINES)
def test_a_line_told_later_runs_over_nobody_else(family: str, one: str, other: str, quality: str) -> None:
    session = told(family)
    before = session.standing.placed("genogram")
    related(session, one, other, quality)
    after = session.standing.placed("genogram")
    assert over(session) == frozenset()
    assert {key: at.y for key, at in after.items()} == {key: at.y for key, at in before.items()}
    assert max(abs(after[key].x - before[key].x) for key in before) < 60
    session.do(arrange.tidy(session.standing, session.ground))
    assert over(session) == frozenset()


SHORT = POLISH.partition("; mum's partner")[0]


@pytest.mark.parametrize("family", [SHORT, POLISH])
@pytest.mark.parametrize("quality", ["violence", "no_contact"])
def test_a_line_between_brother_and_sister_has_room_under_their_mothers_long_name(
    family: str, quality: str
) -> None:
    session = told(family)
    before = session.standing.placed("genogram")
    related(session, "Jay", "Zofia", quality)
    after = session.standing.placed("genogram")
    assert over(session) == frozenset()
    assert {key: at.x for key, at in after.items()} == {key: at.x for key, at in before.items()}
    assert len({round(after[key].y - before[key].y, 2) for key in before}) <= 2


def test_who_was_placed_by_hand_makes_no_room_for_a_line() -> None:
    session = told(URDU)
    there = session.standing.placed("genogram")
    session.do(
        arrange.place(session.standing, session.ground, {key: (at.x, at.y) for key, at in there.items()})
    )
    placed = session.standing.placed("genogram")
    related(session, *LINES[2][1:])
    assert session.standing.placed("genogram") == placed
    assert over(session)
