"""A fault that no new arrangement mends isn't tried to be mended again at each step."""

from __future__ import annotations

import pytest

from genogram_app.edit import arrange, relatives
from genogram_app.studio import scene as scene_module
from genogram_app.studio.mending import mended
from tests.layout.drawn_step_by_step import named, told


def test_a_step_beside_a_fault_that_resists_tries_nothing_again(monkeypatch: pytest.MonkeyPatch) -> None:
    session = told("mum Marta 38; dad Robert 40; brother Ben 16")
    ground, there = session.ground, session.standing.placed(session.ground)
    one, other = named(session, "Marta"), named(session, "Robert")
    # Both are put down by hand, one on the other: nobody else can mend that.
    over = {one: (there[other].x + 3.0, there[other].y), other: (there[other].x, there[other].y)}
    session.do(arrange.place(session.standing, ground, over))
    tried: list[object] = []

    def counted(*given: object) -> object:
        tried.append(given)
        return mended(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(scene_module, "mended", counted)
    for _ in range(3):
        session.do(relatives.add_sibling(session.case, session.stamp, session.kinds, named(session, "Ben")))
    assert len(tried) == 1
