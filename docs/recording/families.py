"""The families of the pictures: made up, all of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from genogram_app import places
from genogram_app.model.base import Record
from tests.robots import settle, wait_for
from tests.ui.shell import ShellRobot
from tests.ui.stories import draw_story_one

SAMPLES = "practice", "three_partners", "large_family"


def practice(robot: ShellRobot, *, by_worker: bool = False) -> None:
    """Open the practice family."""
    robot.window.practice()
    _ready(robot, by_worker=by_worker)


def sample(robot: ShellRobot, name: str, *, by_worker: bool = False) -> None:
    """Open a copy of a sample family."""
    robot.window.open(copied(robot, name))
    _ready(robot, by_worker=by_worker)


def copied(robot: ShellRobot, name: str) -> Path:
    """Give a copy of a sample family in the robot's own folder."""
    source = places.resources() / "samples" / f"{name}.genogram"
    copy = robot.window._folders.data.parent / source.name
    copy.write_bytes(source.read_bytes())
    return copy


def drawn(robot: ShellRobot) -> None:
    """Draw a family of ten, as a worker does."""
    draw_story_one(robot)
    robot.key("Escape")


def chosen(robot: ShellRobot, wanted: Callable[[Record], bool]) -> None:
    """Select the first record that is wanted."""
    found = [record.id for record in robot.desk.seen.family.records() if wanted(record)]
    assert found, "nothing of that kind is on the sheet"
    robot.desk.select(found[:1], lead=True)
    settle(0.1)


def called(name: str) -> Callable[[Record], bool]:
    """Want who or what has a name."""
    return lambda record: getattr(record, "name", None) == name


def of(kind: type[Record]) -> Callable[[Record], bool]:
    """Want a record of a kind."""
    return lambda record: type(record) is kind


def _ready(robot: ShellRobot, *, by_worker: bool) -> None:
    wait_for(lambda: robot.window.workspace is not None, "the family didn't open")
    robot.work.fill_panels()
    settle(0.1)  # what is said on arriving is said by now
    robot.work.messages.hide()
    robot.work.canvas.setFocus()
    if by_worker:
        robot.key("F6")
    robot.key("Home")
    settle(0.3)
