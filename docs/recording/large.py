"""Big sheets on a big screen."""

from __future__ import annotations

from docs.recording import families
from docs.recording.scene import Take, scene
from tests.ui.shell import ShellRobot


@scene("large", "large-near", "wide")
def large(robot: ShellRobot, take: Take) -> None:
    """Sixty people, from afar and from near, and the practice family."""
    families.sample(robot, "large_family", by_worker=True)
    take("large")
    robot.sheet.click("Leo Hughes")
    for _ in range(5):
        robot.key("Ctrl++")
    take("large-near")
    robot.window.let_go()
    robot.window.show_start()
    families.practice(robot, by_worker=True)
    robot.key("3")
    take("wide")
