"""The small picture of a big sheet: when it shows, what it frames, where it leads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from genogram_app.ui.canvas.minimap import BIG
from genogram_app.ui.canvas.view import Canvas
from tests.builders import case_of, child, person
from tests.robots import settle
from tests.ui.stage import canvas_with, small_family

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    many = [f"p{number}" for number in range(BIG + 5)]
    family = case_of(*(person(key) for key in many), *(child(key, "p0") for key in many[1:]))
    shown = canvas_with(family)
    qtbot.addWidget(shown)
    return shown


def test_all_in_sight_needs_none(canvas: Canvas) -> None:
    assert not canvas.floats.minimap.isVisible()


def test_nearer_it_frames_what_is_in_sight_and_a_click_looks_there(canvas: Canvas) -> None:
    for _ in range(6):
        canvas.zoom_in()
    settle(0.1)
    small = canvas.floats.minimap
    assert small.isVisible()
    assert canvas.viewport().rect().contains(small.geometry())
    assert 0 < small.seen().width() < small.width()
    before = small.seen().center().x()
    QTest.mouseClick(small, Qt.MouseButton.LeftButton, pos=QPoint(small.width() - 5, small.height() // 2))
    settle()
    assert small.seen().center().x() > before
    assert abs(small.seen().center().x() - (small.width() - 5)) < 3


def test_fitting_puts_it_away(canvas: Canvas) -> None:
    for _ in range(6):
        canvas.zoom_in()
    canvas.camera.fit()
    assert not canvas.floats.minimap.isVisible()


def test_a_small_sheet_has_none(qtbot: QtBot) -> None:
    shown = canvas_with(small_family())
    qtbot.addWidget(shown)
    for _ in range(8):
        shown.zoom_in()
    assert not shown.floats.minimap.isVisible()
