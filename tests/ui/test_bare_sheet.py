"""A sheet on which nothing is to be seen says so, with one click to where the rest may be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.robots import wait_for
from tests.ui.shell import ShellRobot, shell
from tests.ui.stories import begin
from tests.ui.test_brought import GEDCOM

#: Qt's platform without a screen has no window system for popups to ask.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def brought(qapp: object, tmp_path: Path) -> Iterator[ShellRobot]:
    """A robot at another program's family, of which nothing is shared yet."""
    (tmp_path / "family.ged").write_text(GEDCOM, encoding="utf-8")
    with shell(tmp_path) as robot:
        robot.window.open(tmp_path / "family.ged")
        wait_for(lambda: robot.window.workspace is not None, "the file wasn't opened")
        yield robot


def test_a_sheet_of_which_nothing_is_shared_says_so_for_as_long_as_it_is_bare(brought: ShellRobot) -> None:
    """The sentence over the sheet's foot went after some seconds, and left an empty page."""
    word = brought.work.bare_sheet
    brought.work.messages.hide()
    assert word.isVisible()
    assert "worker’s view" in word.accessibleName()
    assert "Jay" not in word.accessibleName()
    word.workers.click()
    assert brought.desk.by_worker
    assert brought.work.canvas.hasFocus()
    assert not word.isVisible()
    brought.key("F6")
    assert word.isVisible()


def test_whoever_is_added_takes_its_place(brought: ShellRobot) -> None:
    word = brought.work.bare_sheet
    word.add.click()
    assert not word.isVisible()
    brought.type("Zofia")
    brought.key("Enter")
    assert brought.named("Zofia")


def test_before_the_family_it_says_the_same_where_nothing_is_kept_from_them(
    brought: ShellRobot, tmp_path: Path
) -> None:
    kept = brought.work.bare_sheet.accessibleName()
    with shell(tmp_path / "other") as robot:
        begin(robot)
        assert not robot.work.bare_sheet.isVisible()
        robot.key("Escape", "Ctrl+A", "Delete")
        word = robot.work.bare_sheet
        assert word.isVisible()
        assert word.accessibleName() == kept
        robot.key("F6")
        assert word.accessibleName() == "Nobody is on this sheet yet."
        assert not word.workers.isVisible()
        robot.key("Ctrl+Z")
        assert not word.isVisible()
