"""Copy, move, align, tidy and look about in real windows, with the real pointer and keys of an X display.

Run as a process of its own where `DISPLAY` is set: `python -m tests.ui.craft_on_screen [PICTURES]`.
Ends with an error where what comes of the gestures isn't what they mean.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from genogram_app.model.household import Household
from genogram_app.model.ids import Id
from genogram_app.model.ties import LivesIn
from genogram_app.ui.canvas.asking import WhenAsked
from genogram_app.ui.clipboard import PEOPLE
from genogram_app.ui.dialogs.guide import GuideWindow
from tests.robots import ScreenHand, settle, wait_for
from tests.ui.shell import ShellRobot, shell
from tests.ui.stories import begin

Picture = Callable[[str], None]


def main(pictures: Path | None) -> None:
    """Draw a small family, then do to it what a hand does."""
    application = QApplication(["genogram"])

    def picture(name: str) -> None:
        settle(0.5)
        if pictures is not None:
            application.primaryScreen().grabWindow(0).save(str(pictures / f"{name}.png"))

    with tempfile.TemporaryDirectory() as folder, shell(Path(folder) / "one", ScreenHand()) as robot:
        come_forward(robot)
        drawn(robot)
        picture("drawn")
        for act in (duplicated, arranged, moved_house, tidied, seen_small, guide_opened):
            act(robot, picture)
        with shell(Path(folder) / "two", ScreenHand()) as other:
            copied_across(robot, other, picture)
        come_forward(robot)
    print("all as meant")


def come_forward(robot: ShellRobot) -> None:
    """Bring a window to the front, as its button in the taskbar does."""
    robot.window.raise_()
    robot.window.activateWindow()
    wait_for(robot.window.isActiveWindow, "the window never came to the front")
    settle(0.3)


def drawn(robot: ShellRobot) -> None:
    """Draw Jay with two brothers and a home for two of them."""
    begin(robot)
    robot.sheet.click("Jay")
    for name in ("Kim", "Lou"):
        robot.key("B")
        robot.type(name)
        robot.key("Enter")
    robot.sheet.click("Jay")
    robot.sheet.click("Kim", "Shift")
    robot.key("H")
    robot.type("Nest")
    robot.key("Enter", "Escape")
    settle(0.4)


def duplicated(robot: ShellRobot, picture: Picture) -> None:
    """Put a second Lou beside the first, and take it back."""
    before = robot.desk.session.case
    robot.sheet.click("Lou")
    robot.key("Ctrl+D")
    assert robot.names().count("Lou") == 2, robot.names()
    picture("duplicated")
    robot.key("Ctrl+Z")
    assert robot.desk.session.case is before
    robot.key("Ctrl+C", "Ctrl+V")
    assert robot.names().count("Lou") == 2, "copied and pasted within a sheet"
    robot.key("Ctrl+Z")
    assert robot.desk.session.case is before


def arranged(robot: ShellRobot, picture: Picture) -> None:
    """Drag somebody: they snap into their row; put three in one row again, and space them evenly."""
    before = robot.desk.session.case
    hand = robot.sheet
    hand.drag("Lou", by=(90, 5), drop=False)
    picture("snapping")
    hand.drop()
    settle(0.3)
    assert abs(height(robot)) < 0.1, "Lou didn't snap into the row"
    robot.sheet.drag("Lou", by=(30, 70))
    settle(0.3)
    assert abs(height(robot)) > 20
    robot.sheet.click("Jay")
    for name in ("Kim", "Lou"):
        robot.sheet.click(name, "Shift")
    robot.key("Ctrl+Alt+R")
    assert len({round(place(robot, name)[1]) for name in ("Jay", "Kim", "Lou")}) == 1, "not in one row"
    robot.key("Ctrl+Alt+A")
    across = sorted(place(robot, name)[0] for name in ("Jay", "Kim", "Lou"))
    assert abs((across[1] - across[0]) - (across[2] - across[1])) < 0.1, f"not evenly apart: {across}"
    picture("arranged")
    taken_back(robot, before)


def moved_house(robot: ShellRobot, picture: Picture) -> None:
    """Drag Kim out of the ring, and say when."""
    before = robot.desk.session.case
    robot.key("Escape")
    robot.sheet.drag("Kim", by=(0, 130))
    wait_for(lambda: asked(robot), "nobody asked whether Kim moved out")
    picture("moving-house")
    question = asked(robot)
    assert question is not None
    robot.click(question.when)
    robot.type("Mar 2026")
    robot.key("Enter")
    settle(0.2)
    (home,) = robot.desk.session.case.family.households
    (stay,) = robot.desk.session.case.family.out_of(LivesIn, robot.named("Kim"))
    assert isinstance(home, Household)
    assert stay.until is not None, "Kim never left"
    taken_back(robot, before)


def tidied(robot: ShellRobot, picture: Picture) -> None:
    """Put somebody far away, then have all in order again: one step, and one undo."""
    robot.key("Escape")
    robot.sheet.drag("Lou", by=(60, 90))
    settle(0.3)
    astray, at = robot.desk.session.case, place(robot, "Lou")
    robot.key("Escape", "Ctrl+Shift+T")
    settle(0.6)
    assert place(robot, "Lou") != at, "Lou stayed where a hand had put them"
    picture("tidied")
    robot.key("Ctrl+Z")
    assert robot.desk.session.case is astray
    robot.key("Ctrl+Z")
    settle(0.4)


def seen_small(robot: ShellRobot, picture: Picture) -> None:
    """Double the practice family, come nearer, and go elsewhere by the small picture."""
    robot.window.let_go()
    robot.window.practice()
    settle(0.3)
    people = len(robot.desk.session.case.family.people)
    robot.work.canvas.setFocus()
    robot.key("Ctrl+A", "Ctrl+C", "Ctrl+V")
    settle(0.5)
    assert len(robot.desk.session.case.family.people) > people
    robot.key("Escape", "0")
    settle(0.5)
    for _ in range(6):
        robot.key("Ctrl++")
    small = robot.work.canvas.floats.minimap
    wait_for(small.isVisible, "a big sheet has no small picture")
    before = small.seen().center().x()
    robot.click(small, QPoint(small.width() - 6, small.height() // 2))
    settle(0.3)
    picture("minimap")
    assert small.seen().center().x() > before + 5, "the small picture led nowhere"
    robot.key("0")
    settle(0.4)
    assert not small.isVisible()
    robot.key("Ctrl+Z")
    settle(0.4)


def guide_opened(robot: ShellRobot, picture: Picture) -> None:
    """Open the guide: its title is on the screen, where a hand takes hold of it."""
    robot.window.perform("guide")
    (guide,) = robot.window.findChildren(GuideWindow)
    wait_for(guide.isActiveWindow, "the guide never came to the front")
    picture("guide")
    assert guide.screen().availableGeometry().contains(guide.frameGeometry()), guide.frameGeometry()
    guide.close()
    wait_for(robot.window.isActiveWindow, "the window didn't come back")


def copied_across(robot: ShellRobot, other: ShellRobot, picture: Picture) -> None:
    """Copy two of the practice family into another window, and the sheet as a picture."""
    come_forward(robot)
    robot.sheet.click("Jay Carter")
    robot.sheet.click("Mia Doyle", "Shift")
    robot.key("Ctrl+C")
    data = QGuiApplication.clipboard().mimeData()
    assert data is not None
    assert data.hasFormat(PEOPLE)
    come_forward(other)
    begin(other, "Ann")
    other.key("Escape", "Ctrl+V")
    settle(0.5)
    picture("pasted")
    assert {"Ann", "Jay Carter", "Mia Doyle"} <= set(other.names()), other.names()
    other.key("Ctrl+Shift+C")
    data = QGuiApplication.clipboard().mimeData()
    assert data is not None
    assert data.hasImage()
    assert b"<svg" in bytes(data.data("image/svg+xml").data())[:200]


def taken_back(robot: ShellRobot, case: object) -> None:
    """Undo all that was done since a case."""
    robot.work.canvas.setFocus()
    for _ in range(12):
        if robot.desk.session.case is case:
            return
        robot.key("Ctrl+Z")
    raise AssertionError("what was done can't be taken back")


def place(robot: ShellRobot, name: str) -> Sequence[float]:
    """Give where somebody stands on the sheet, in points."""
    key: Id = robot.named(name)
    return robot.work.canvas.sheet.layout.places[key]


def height(robot: ShellRobot) -> float:
    """Give how far below Kim Lou stands, in points."""
    return place(robot, "Lou")[1] - place(robot, "Kim")[1]


def asked(robot: ShellRobot) -> WhenAsked | None:
    """Give the light question, if it is open."""
    found = robot.work.canvas.findChildren(WhenAsked)
    return next((each for each in found if each.isVisible()), None)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
