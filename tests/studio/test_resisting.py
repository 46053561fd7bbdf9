"""A fault that a hand made is the hand's: no later step tries to mend it."""

from __future__ import annotations

import pytest

from genogram_app.edit import arrange, people
from genogram_app.studio import scene as scene_module
from genogram_app.studio.mending import mended
from tests.layout.drawn_step_by_step import named, told


def test_a_step_beside_a_fault_that_a_hand_made_mends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    session = told("mum Marta 38; dad Robert 40; brother Ben 16")
    ground, there = session.ground, session.standing.placed(session.ground)
    one, other = named(session, "Marta"), named(session, "Robert")
    # Both are put down by hand, one on the other.
    over = {one: (there[other].x + 3.0, there[other].y), other: (there[other].x, there[other].y)}
    session.do(arrange.place(session.standing, ground, over))
    tried: list[object] = []

    def counted(*given: object) -> object:
        tried.append(given)
        return mended(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(scene_module, "mended", counted)
    for _ in range(3):
        session.do(people.died(session.case, session.stamp, named(session, "Ben")))
        session.undo()
    assert tried == []
