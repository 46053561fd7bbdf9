"""Tidy and Fit where a hand moved somebody: neither tells another family than the sheet did before."""

from __future__ import annotations

import pytest

from genogram_app.edit import arrange
from genogram_app.studio.fitting import fit
from genogram_app.studio.mending import Look, misleads
from genogram_app.studio.session import Session
from tests.layout.drawn_step_by_step import named, told
from tests.picture.sheets import scene

STEP = (
    "mum Marta 38; dad Robert 40; mum's husband Alan 45; Alan's ex Sue; "
    "Alan and Sue's sons Ben 16 and Joe 14; "
    "Sue's husband Phil; Phil's ex Dawn; Phil and Dawn's daughter Amy 13; Sue and Phil's son Max 4; "
    "mum and Alan's daughter Iris 2; dad's wife Olga 35; Olga's son Igor 11; dad and Olga's son Leon 1"
)


def misled(session: Session) -> int:
    """Count what misleads on the sheet as it stands."""
    case, view = session.standing, session.view
    return misleads(case, Look(view, *scene()._shown(case, view)))[0]


@pytest.mark.parametrize("pair", [("Alan", "Igor"), ("Sue", "Phil")])
def test_tidy_and_fit_round_who_was_nudged_mislead_no_more_than_the_sheet_did(pair: tuple[str, str]) -> None:
    session = told(STEP)
    there = session.standing.placed(session.ground)
    spots = {
        key: (there[key].x + by, there[key].y)
        for key, by in zip(ids_of(session, pair), (7.0, -5.0), strict=True)
    }
    session.do(arrange.place(session.standing, session.ground, spots))
    assert misled(session) == 0
    session.do(arrange.tidy(session.standing, session.ground))
    assert misled(session) == 0
    session.do(fit(scene(), session.standing, session.view))
    assert misled(session) == 0
    placed = session.standing.placed(session.ground)
    assert {key: (placed[key].x, placed[key].y) for key in spots} == spots


def ids_of(session: Session, names: tuple[str, str]) -> list[str]:
    return [named(session, name) for name in names]
