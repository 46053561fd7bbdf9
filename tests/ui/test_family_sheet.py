"""The family's view on the canvas: no picture, bar, guide or drag tells that somebody is left out."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from genogram_app.catalog.load import load
from genogram_app.family.case import Case
from genogram_app.studio.kinds import kinds_of
from genogram_app.ui.canvas.view import Canvas
from tests.builders import PRIVATE, SHARED, case_of, child, couple, person
from tests.robots import CanvasRobot, settle
from tests.ui.stage import canvas_with

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
#: More are shown than a sheet may have without a small picture in the corner.
_KIDS = [f"kid{n:02}" for n in range(44)]


def brothers_and_sisters(*hidden: str) -> Case:
    """Make a couple with many children, some kept from the family, and somebody else who is."""
    kids = [person(key, basis=PRIVATE if key in hidden else SHARED) for key in _KIDS]
    links = [child(key, "pair", kind=kinds_of(load()).birth) for key in _KIDS]
    pair = couple("pair", "mum", "dad")
    return case_of(person("mum"), person("dad"), person("else", basis=PRIVATE), *pair, *kids, *links)


def hidden_and_never_there() -> tuple[Case, Case]:
    """Give a family of which the family's view hides three, and one in which they never were."""
    hidden = ("kid05", "kid06", "kid11")
    return brothers_and_sisters(*hidden), brothers_and_sisters().changed(drop=hidden)


def shown(case: Case, qtbot: QtBot) -> Canvas:
    canvas = canvas_with(case)
    qtbot.addWidget(canvas)
    return canvas


def looks(canvas: Canvas) -> tuple[object, ...]:
    """Give all that tells where somebody stands: the sheet, how far it scrolls, the picture in the corner."""
    across, down = canvas.horizontalScrollBar(), canvas.verticalScrollBar()
    bars = [(bar.minimum(), bar.maximum(), bar.value()) for bar in (across, down)]
    small = canvas.floats.minimap
    picture = small.grab().toImage() if small.isVisible() else None
    return canvas.sheet.drawing, canvas.sceneRect(), canvas.camera.scale, bars, picture


def test_looked_at_near_and_far_they_are_alike(qtbot: QtBot) -> None:
    found = []
    for case in hidden_and_never_there():
        canvas = shown(case, qtbot)
        far = looks(canvas)
        for _ in range(6):
            canvas.zoom_in()
        settle(0.1)
        assert canvas.floats.minimap.isVisible()
        found.append((far, looks(canvas)))
        canvas.close()
    assert found[0] == found[1]


def test_a_drag_snaps_alike_and_leaves_the_same_sheet(qtbot: QtBot) -> None:
    found = []
    for case in hidden_and_never_there():
        canvas = shown(case, qtbot)
        before, robot = looks(canvas), CanvasRobot(canvas)
        robot.drag("Kid04", by=(40, 25), drop=False)
        guides = canvas.marks._guides.path()
        robot.drop()
        canvas.camera.fit()
        settle()
        found.append((guides, looks(canvas)))
        assert found[-1][1] != before
        canvas.close()
    assert found[0] == found[1]
