"""Drawing a family: from the start page to a sheet with homes, lines and services."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from docs.recording import families
from docs.recording.scene import Take, scene
from genogram_app.ui.canvas.words_line import PATIENCE
from tests.robots import settle, wait_for
from tests.ui.shell import ShellRobot
from tests.ui.stories import begin


@scene("empty")
def first_minute(robot: ShellRobot, take: Take) -> None:
    """A new genogram, ready to type over."""
    begin(robot)
    robot.key("Escape")
    take("empty")


@scene("small", "handles", "naming", "words-line")
def small(robot: ShellRobot, take: Take) -> None:
    """A family of ten; somebody selected; somebody new; a line of words."""
    families.drawn(robot)
    take("small")
    robot.sheet.click("Lisa")
    take("handles")
    robot.key("B")
    robot.type("Kim")
    robot.key("Tab")
    robot.type("about 1990")
    take("naming")
    robot.key("Enter")
    robot.sheet.click("Jay")
    robot.key("W")
    robot.type("uncle Pete 41, mum's sister Jo, lives with gran")
    settle(PATIENCE / 1000)
    wait_for(lambda: robot.work.canvas.floats.line.rested, "the sheet doesn't show what was typed")
    take("words-line")


@scene("palette", "palette-all", "palette-harm")
def palette(robot: ShellRobot, take: Take) -> None:
    """A relationship drawn, and one of harm."""
    families.drawn(robot)
    robot.key("F6")
    robot.sheet.click("Lisa")
    robot.sheet.pull_line(to="Darren")
    take("palette")
    robot.sheet.push("All lines…")
    take("palette-all")
    robot.key("Escape")
    robot.sheet.pull_line(to="Darren")
    robot.type("control")
    robot.sheet.push("controls")
    robot.sheet.push("Darren controls Lisa")
    robot.sheet.push("an adult")
    take("palette-harm")


@scene("household", "moved")
def household(robot: ShellRobot, take: Take) -> None:
    """A home is ringed and named; somebody moves out."""
    families.drawn(robot)
    robot.sheet.click("Lisa")
    for name in ("Jay", "Mia"):
        robot.sheet.click(name, "Shift")
    robot.key("H")
    robot.type("Mum's home")
    take("household")
    robot.key("Enter")
    robot.sheet.click_empty()
    robot.sheet.drag("Jay", by=(-190, 60))
    take("moved")


@scene("services", "service")
def services(robot: ShellRobot, take: Take) -> None:
    """Services to choose from, and one on the sheet."""
    families.practice(robot, by_worker=True)
    robot.key("3")
    robot.sheet.click("Jay Carter")
    robot.key("A")
    take("services")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()
    robot.work.canvas.setFocus()
    families.chosen(robot, families.called("Moor Lane Primary"))
    take("service")


@scene("removed")
def removed(robot: ShellRobot, take: Take) -> None:
    """Somebody was removed, and the way back."""
    families.drawn(robot)
    robot.sheet.click("Tom")
    robot.key("Delete")
    take("removed")
