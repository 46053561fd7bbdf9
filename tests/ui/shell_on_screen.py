"""Draw story S1, by keyboard alone or by mouse, and a family in a line of words, on an X display.

Run as a process of its own where `DISPLAY` is set:
`python -m tests.ui.shell_on_screen keys|mouse [PICTURES]`.
Ends with an error where what comes of it isn't the family that was told.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.robots import ScreenHand, settle, wait_for
from tests.ui.shell import shell
from tests.ui.stories import Dialogs, check_story_one, draw_story_one, draw_story_one_by_mouse


def main(by: str, pictures: Path | None) -> None:
    """Play the story, then undo it."""
    application = QApplication(["genogram"])
    with tempfile.TemporaryDirectory() as folder, shell(Path(folder), ScreenHand()) as robot:
        wait_for(robot.window.isActiveWindow, "the window never came to the front")

        def picture(name: str) -> None:
            settle(0.4)
            if pictures is not None:
                application.primaryScreen().grabWindow(0).save(str(pictures / f"{name}.png"))

        picture("start")
        dialogs = Dialogs()
        (draw_story_one_by_mouse if by == "mouse" else draw_story_one)(robot)
        drawn = robot.presses
        check_story_one(robot)
        assert dialogs.shown == [], dialogs.shown
        picture("story-one")
        robot.key("F6")
        picture("worker")
        robot.key("F9")
        picture("covered")
        robot.key("F9")
        wait_for(robot.window.isActiveWindow, "the window didn't come back")
        while robot.desk.session.undoes is not None:
            robot.key("Ctrl+Z")
        picture("undone")
        robot.key("Ctrl+Enter")
        robot.type("mum Lisa 38, dad ?, mum's mum Sheila 68, Jay lives with Sheila, uncle Pete, ")
        wait_for(lambda: robot.work.canvas.floats.line.said, "nothing was said back")
        wait_for(lambda: robot.work.canvas.floats.line.rested, "the sheet doesn't show what was typed")
        picture("line-of-words")
        robot.key("Enter")
        wait_for(lambda: robot.names() == ["Jay", "Lisa", "Sheila"], f"not drawn: {robot.names()}")
        robot.key("Escape")
        wait_for(robot.work.canvas.hasFocus, "the keyboard didn't come back to the sheet")
        print(f"{drawn} gestures beyond the names")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]) if len(sys.argv) > 2 else None)
