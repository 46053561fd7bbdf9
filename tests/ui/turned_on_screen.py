"""Turn to the family's view by its key while something of the worker's is open, on an X display.

Run as a process of its own where `DISPLAY` is set: `python -m tests.ui.turned_on_screen`.
Ends with an error where anything of the worker's stays on the screen.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from genogram_app.ui.app import CoverKey
from tests.robots import ScreenHand, settle, wait_for
from tests.ui.shell import ShellRobot, place_of, shell
from tests.ui.stories import begin


def main() -> None:
    """Open each, press the key, and go back."""
    application = QApplication(["genogram"])
    with tempfile.TemporaryDirectory() as folder, shell(Path(folder), ScreenHand()) as robot:
        key = CoverKey(robot.window)
        application.focusWindowChanged.connect(key.watch)
        key.watch(robot.window.windowHandle())
        wait_for(robot.window.isActiveWindow, "the window never came to the front")
        begin(robot)
        for what, opened in _opened(robot).items():
            _turn(robot, what, opened)
    print("all as meant")


def _opened(robot: ShellRobot) -> dict[str, Callable[[], object]]:
    bar = robot.window.menuBar()
    return {
        "a menu of the bar": lambda: robot.click(bar, place_of(bar, "Family")),
        "the menu of somebody": lambda: robot.work._menu(QPoint(400, 300)),
        "the palette of commands": lambda: robot.key("Ctrl+K"),
        "the palette of lines": lambda: _ask_line(robot),
        "what is still to ask": lambda: robot.click(robot.work.status.asked),
        "who told it": lambda: robot.click(robot.work.guard.teller),
    }


def _ask_line(robot: ShellRobot) -> None:
    canvas = robot.work.canvas
    jay, other = sorted(person.id for person in canvas.seen.family.people)[:2]
    canvas.ask_line(jay, other, canvas.rect().center().toPointF())


def _open() -> bool:
    return QApplication.activePopupWidget() is not None


def _turn(robot: ShellRobot, what: str, opened: Callable[[], object]) -> None:
    robot.key("F6")
    wait_for(lambda: robot.desk.by_worker, f"the worker's view didn't come before {what}")
    settle(0.3)
    opened()
    wait_for(lambda: _open() or robot.work.canvas.floats.palette.isVisible(), f"{what} didn't open")
    robot.key("F6")
    wait_for(lambda: not robot.desk.by_worker, f"the view didn't turn under {what}")
    wait_for(lambda: not _open(), f"{what} stayed open before the family")
    assert not robot.work.canvas.floats.palette.isVisible(), f"{what} stayed open before the family"
    wait_for(robot.window.isActiveWindow, f"the keyboard didn't come back after {what}")


if __name__ == "__main__":
    main()
