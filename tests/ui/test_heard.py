"""What a screen reader hears of the sheet, the order in which Tab goes, and focus that is seen."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from genogram_app.ui.canvas import walk
from tests.robots import settle
from tests.ui.shell import ShellRobot

#: Qt's platform without a screen has no window system for popups to ask.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def _heard(robot: ShellRobot) -> str:
    """Give what the system's accessibility says of the sheet."""
    spoken = QAccessible.queryAccessibleInterface(robot.work.canvas)
    assert spoken is not None
    assert spoken.text(QAccessible.Text.Name) == "The sheet"
    return spoken.text(QAccessible.Text.Description)


def test_everybody_is_heard_on_the_way_of_tab(robot: ShellRobot) -> None:
    robot.window.practice()
    robot.work.canvas.setFocus()
    assert _heard(robot) == f"{len(robot.desk.seen.family.people)} people"
    places = robot.work.canvas.sheet.layout.places
    heard, went = [], []
    for _ in places:
        robot.key("Tab")
        (key,) = robot.desk.selection
        heard.append(_heard(robot))
        went.append(places[key])
    assert set(walk.reading(places, ())) == set(places)
    assert all(said.endswith(", selected") for said in heard)
    gran = next(said for said in heard if said.startswith("Sheila Carter"))
    for what in ("gran (mum’s mum)", "aged 68", "the one to ring out of hours"):
        assert what in gran
    assert {str(person.name) for person in robot.desk.seen.family.people if person.named} <= {
        said.split(",")[0] for said in heard
    }
    rows = [y for _, y in went]
    assert all(later >= sooner - walk.ROW for sooner, later in pairwise(rows))
    assert not [said for said in heard if "violen" in said or "afraid" in said or "GP says" in said]
    robot.key("Shift+Tab")
    assert robot.desk.selection == (walk.reading(places, ())[-2],)


def test_figures_are_read_row_by_row_and_lines_after_them() -> None:
    places = {"low": (0.0, 200.0), "right": (90.0, 4.0), "left": (10.0, 0.0), "middle": (50.0, 20.0)}
    assert walk.reading(places, ["line", "left", "ring"]) == (
        "left",
        "middle",
        "right",
        "low",
        "line",
        "ring",
    )


def _stops(window: QWidget) -> list[QWidget]:
    """Give every control that Tab comes to."""
    return [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and not isinstance(each.parent(), QLineEdit)
    ]


@pytest.mark.parametrize("look", ["light", "dark"])
def test_focus_is_seen_on_every_control(robot: ShellRobot, look: str) -> None:
    blinks = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)
    robot.window.practice()
    robot.window.perform(look)
    robot.key("F6")
    robot.desk.select([robot.desk.seen.family.people[0].id])
    settle()
    unseen = []
    try:
        for each in _stops(robot.window):
            if each is robot.work.canvas:
                continue
            robot.work.canvas.setFocus()
            before = each.grab().toImage()
            each.setFocus(Qt.FocusReason.TabFocusReason)
            if each.hasFocus() and each.grab().toImage() == before:
                unseen.append(f"{type(each).__name__} {each.accessibleName()!r}")
    finally:
        QApplication.setCursorFlashTime(blinks)
        robot.window.perform("light")
    assert unseen == []
