"""The lines that show how the sheet falls on paper: there when asked for, remembered, never in the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QGraphicsSimpleTextItem

from genogram_app.places import resources
from genogram_app.ui.on_paper import AFTER
from tests.robots import settle, wait_for
from tests.ui.shell import ShellRobot, shell

pytestmark = [
    pytest.mark.usefixtures("qtbot"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


def opened(robot: ShellRobot, name: str) -> ShellRobot:
    robot.window.open(resources() / "samples" / f"{name}.genogram")
    return robot


@pytest.fixture
def robot(tmp_path: Path) -> Iterator[ShellRobot]:
    with shell(tmp_path) as found:
        found.window.open(resources() / "samples" / "three_partners.genogram")
        found.window.perform("worker_view")
        yield found


def words(robot: ShellRobot) -> list[str]:
    items = robot.work.on_paper.items
    return [item.text() for item in items if isinstance(item, QGraphicsSimpleTextItem)]


def is_checked(robot: ShellRobot) -> bool:
    return robot.window.actions_.by_id["on_paper"].isChecked()


def test_by_itself_nothing_lies_over_the_sheet(robot: ShellRobot) -> None:
    assert robot.work.on_paper.items == []
    assert not is_checked(robot)


def test_the_paper_and_its_margins_are_shown_and_put_away(robot: ShellRobot) -> None:
    robot.window.perform("on_paper")
    assert words(robot) == ["A4, tall"]
    assert is_checked(robot)
    robot.window.perform("on_paper")
    assert robot.work.on_paper.items == []
    assert not is_checked(robot)


def test_the_cuts_of_a_large_family_are_numbered(tmp_path: Path) -> None:
    with shell(tmp_path) as robot:
        robot.window.open(resources() / "samples" / "large_family.genogram")
        robot.window.perform("worker_view")
        robot.window.perform("on_paper")
        assert words(robot) == [f"Part {number} · A3, wide" for number in (1, 2, 3)]


def test_after_a_step_they_are_those_of_the_new_sheet(robot: ShellRobot) -> None:
    robot.window.perform("on_paper")
    robot.window.perform("turn_page")
    if robot.work.desk.session.case.page.orientation == "landscape":
        robot.window.perform("turn_page")
    assert words(robot) == []
    settle(AFTER / 1000)
    wait_for(lambda: words(robot) == ["A4, tall"], "the lines of the turned page never came")


def test_whether_they_are_shown_is_kept_for_the_next_time(tmp_path: Path) -> None:
    for shown in (["A4, wide"], []):
        with shell(tmp_path) as robot:
            opened(robot, "three_partners").window.perform("on_paper")
        with shell(tmp_path) as robot:
            opened(robot, "three_partners")
            assert bool(words(robot)) is bool(shown)
            assert is_checked(robot) is bool(shown)


def test_what_is_copied_as_a_picture_has_none_of_it(robot: ShellRobot) -> None:
    before = robot.work.canvas.sheet.drawing
    robot.window.perform("on_paper")
    assert robot.work.canvas.sheet.drawing is before


def test_in_a_low_window_the_words_over_the_page_are_all_in_sight(robot: ShellRobot) -> None:
    canvas = robot.work.canvas
    robot.window.perform("fit")
    robot.window.resize(683, 384)
    robot.window.perform("on_paper")
    settle(0.4)
    (label,) = (each for each in robot.work.on_paper.items if isinstance(each, QGraphicsSimpleTextItem))
    in_port = label.deviceTransform(canvas.viewportTransform()).mapRect(label.boundingRect())
    assert canvas.viewport().rect().toRectF().contains(in_port)
