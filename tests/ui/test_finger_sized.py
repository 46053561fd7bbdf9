"""Everything that is pressed in the panels, the bars and what floats is high and wide enough for a finger."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QListView, QWidget

from genogram_app.model.base import Record
from genogram_app.model.ties import ChildOf, LivesIn, Tie
from tests.robots import settle
from tests.ui.shell import ShellRobot
from tests.ui.stories import begin

pytestmark = [
    pytest.mark.usefixtures("qtbot"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]

#: In pixels at 100 %.
_FINGER = 32
_PRESSED = (QAbstractButton, QComboBox, QLineEdit)


def _small(under: QWidget) -> list[str]:
    """Give what is pressed there and smaller than a finger. Handles grow when a finger comes."""
    found = [
        each
        for each in under.findChildren(QWidget)
        if isinstance(each, _PRESSED) and each.isVisible() and type(each).__name__ != "Handle"
    ]
    assert found
    return [
        f"{each.accessibleName()} {each.width()} × {each.height()}"
        for each in found
        if each.height() < _FINGER or each.width() < _FINGER
    ]


def _keys(robot: ShellRobot) -> dict[str, str]:
    """Give one of each kind that has a page, by what it is."""
    family = robot.desk.session.case.family
    edges: list[Record] = [family.edges(kind)[0] for kind in (Tie, ChildOf, LivesIn)]
    nodes: list[Record] = [family.people[0], family.agencies[0], family.households[0], family.unions[0]]
    return {type(each).__name__: each.id for each in (*nodes, *edges)}


def test_all_that_is_pressed_is_large_enough_for_a_finger(robot: ShellRobot) -> None:
    begin(robot)
    assert not _small(robot.work)
    robot.key("W")
    robot.type("mum Lisa 38, lives with mum, GP Dr Amin, gran Sheila")
    robot.key("Enter")
    settle(0.05)
    assert not _small(robot.work)
    robot.key("Escape")
    robot.key("F6")
    settle(0.2)
    small: dict[str, list[str]] = {}
    for what, key in {**_keys(robot), "the page": ""}.items():
        robot.desk.select((key,) if key else ())
        settle(0.05)
        small[what] = _small(robot.work)
    assert not {what: found for what, found in small.items() if found}


def test_rows_of_people_are_high_enough_for_a_finger(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("F6")
    settle(0.2)
    (rows,) = robot.work.people.findChildren(QListView)
    heights = [rows.visualRect(rows.model().index(row, 0)).height() for row in range(rows.model().rowCount())]
    assert len(heights) > 3
    assert min(heights) >= _FINGER
