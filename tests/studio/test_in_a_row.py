"""Rows, columns and equal spacing of whole sheets: figures never come to lie over each other."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from genogram_app import places
from genogram_app.family.seen import Reader
from genogram_app.model.document import ViewKind
from genogram_app.store import files
from genogram_app.studio.commands import COMMANDS
from genogram_app.studio.context import Context
from genogram_app.studio.scene import Scene
from genogram_app.studio.session import Session
from genogram_app.studio.viewing import Viewing
from tests.builders import TODAY, counting

SCENE = Scene()
SAMPLE = places.resources() / "samples" / "practice.genogram"
BY_ID = {command.id: command for command in COMMANDS}


def _opened(file: Path, kind: ViewKind, reader: Reader) -> Session:
    session = Session(
        files.read(file),
        SCENE.catalog,
        today=lambda: TODAY,
        new_id=counting(),
        settle=SCENE.settled,
        measure=SCENE.boxes,
    )
    session.look(Viewing(kind=kind, reader=reader))
    return session


def _over_each_other(session: Session) -> set[tuple[str, str]]:
    boxes, at = session.boxes, session.standing.placed(session.ground)
    there = {key: boxes[key].grown(-0.5).moved(at[key].x, at[key].y) for key in sorted(boxes) if key in at}
    return {(one, other) for one, other in combinations(there, 2) if there[one].overlaps(there[other])}


@pytest.mark.parametrize("command", ["align_row", "align_column", "space_across", "space_down"])
@pytest.mark.parametrize("reader", list(Reader))
@pytest.mark.parametrize("kind", ["genogram", "combined"])
def test_nobody_comes_to_lie_over_another(command: str, reader: Reader, kind: ViewKind) -> None:
    for every in (1, 3):
        session = _opened(SAMPLE, kind, reader)
        before = _over_each_other(session)
        keys = tuple(sorted(session.standing.placed(session.ground)))[::every]
        context = Context(session, keys)
        assert len(context.placed) >= 3
        edit = BY_ID[command].edit
        assert edit is not None
        session.do(edit(context), keys)
        assert session.undoes is not None
        assert _over_each_other(session) <= before, (every, command)
