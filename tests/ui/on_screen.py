"""Draw on the canvas in a real window, with the real pointer and keys of an X display.

Run as a process of its own where `DISPLAY` is set: `python -m tests.ui.on_screen [PICTURES]`.
Ends with an error where what comes of the gestures isn't what they mean.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from genogram_app.family import kinship
from genogram_app.model.ties import Bond
from genogram_app.ui.canvas.boxes import Boxes, box_of
from genogram_app.ui.canvas.free_place import covered
from genogram_app.ui.theme import dress
from tests.robots import CanvasRobot, ScreenHand, settle, wait_for
from tests.ui.stage import canvas_with, small_family


def both_in_sight(robot: CanvasRobot) -> None:
    """Check that the palette covers neither of the two that it is about."""
    settle(0.3)
    canvas, over = robot.canvas, box_of(robot.canvas.floats.palette.geometry())
    both = Boxes(canvas).on_screen(robot.find("Lisa"), robot.find("Darren"))
    assert not covered(over, both), f"the palette {over} lies over {both}"
    assert all(covered(Boxes(canvas).port_on_screen, [each]) for each in both), "one of them is out of sight"


def main(pictures: Path | None) -> None:
    """Select, add, drag, relate and undo."""
    application = QApplication(["canvas"])
    dress(application)
    canvas = canvas_with(small_family(), by_worker=True)
    robot = CanvasRobot(canvas, ScreenHand())
    wait_for(canvas.isActiveWindow, "the window never came to the front")

    def picture(name: str) -> None:
        settle(0.3)
        if pictures is not None:
            application.primaryScreen().grabWindow(0).save(str(pictures / f"{name}.png"))

    first = canvas.session.case
    robot.click("Lisa")
    picture("selected")
    robot.key("K")
    robot.type("Tom")
    picture("naming")
    robot.key("Tab")
    robot.type("34")
    picture("naming-age")
    robot.key("Enter")
    partners = kinship.partners_of(canvas.session.case.family, "lisa")
    assert [who.name for who in partners if who.name == "Tom"], "Tom isn't Lisa's partner"

    robot.drag("Gran", by=(70, 3), drop=False)
    picture("dragging")
    robot.hand.release(robot.where("Gran"))
    robot.drag("Gran", by=(50, 2))
    assert canvas.session.case.placed("combined")["gran"].by_hand, "Gran was not moved"

    robot.click("Lisa")
    robot.pull_line(to="Darren")
    both_in_sight(robot)
    picture("palette")
    robot.push("All lines…")
    both_in_sight(robot)
    picture("palette-all")
    robot.type("controls")
    picture("palette-found")
    robot.push("controls")
    picture("palette-harm")
    robot.push("Darren controls Lisa")
    robot.push("an adult")
    picture("palette-harm-picked")
    robot.push("Draw it")
    assert canvas.session.case.family.edges(Bond), "no line was drawn"
    picture("line")

    for _ in range(5):
        robot.key("Ctrl++")
    picture("signs")
    robot.key("Home")
    while canvas.session.undoes is not None:
        robot.key("Ctrl+Z")
    assert canvas.session.case is first, "undoing all doesn't give the first case back"
    print(f"{robot.presses} gestures")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
