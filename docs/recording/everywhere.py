"""What is looked at in other colours and at another scale too."""

from __future__ import annotations

from docs.recording import families
from docs.recording.filing import beside
from docs.recording.scene import Take, scene
from tests.ui.shell import ShellRobot


@scene("start")
def start(robot: ShellRobot, take: Take) -> None:
    """Where one begins."""
    take("start")


@scene("family", "worker", "to-ask", "export", "keys", "symbols", "commands")
def family(robot: ShellRobot, take: Take) -> None:
    """The practice family, for the family and for the worker."""
    families.practice(robot)
    take("family")
    beside(robot, take, "export", lambda: robot.window.perform("export"))
    beside(robot, take, "keys", lambda: robot.window.perform("keys"))
    beside(robot, take, "symbols", lambda: robot.window.perform("symbols"))
    robot.key("Ctrl+K")
    take("commands")
    robot.key("Escape", "F6")
    robot.sheet.click("Jay Carter")
    take("worker")
    robot.sheet.click_empty()
    robot.work.status.asked.click()
    take("to-ask")


@scene("palette", "naming")
def drawing(robot: ShellRobot, take: Take) -> None:
    """Somebody is named, and a line is drawn."""
    families.drawn(robot)
    robot.sheet.click("Lisa")
    robot.key("B")
    robot.type("Kim")
    take("naming")
    robot.key("Escape", "F4", "Home")
    robot.sheet.click("Lisa")
    while not robot.sheet.buttons("Draw a relationship…"):
        robot.key("Ctrl++")
    robot.sheet.pull_line(to="Darren")
    take("palette")
