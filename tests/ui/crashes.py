"""What a crash leaves, made without one: the program keeps it, and another start finds it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLabel

from tests.ui.shell import ShellRobot, shell
from tests.ui.stories import begin


def left_after(folder: Path, act: Callable[[ShellRobot], object], *, saved: bool = True) -> None:
    """Leave what a crash leaves of a family of one in which something was done or typed since it was saved.

    saved: whether it ever was, as case.genogram in the folder.
    """
    with shell(folder) as robot:
        begin(robot)
        if saved:
            robot.window.save_in(folder / "case.genogram")
        act(robot)
        robot.work.opened.kept.flush()
        kept = kept_in(folder)
    leave(folder, kept)


def kept_in(folder: Path) -> bytes:
    """Give what the program that runs has kept."""
    (kept,) = (folder / "data" / "recovery").glob("*.recovery")
    return kept.read_bytes()


def leave(folder: Path, kept: bytes) -> None:
    """Have the next start find it: a program that ends well takes it away."""
    (folder / "data" / "recovery" / "left.recovery").write_bytes(kept)


def labels(robot: ShellRobot) -> list[str]:
    """Give what every label says that can be read."""
    return [each.text() for each in robot.window.findChildren(QLabel) if each.isVisible()]
