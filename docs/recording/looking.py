"""Looking at a family: its views, what is selected, what is still to ask."""

from __future__ import annotations

from collections.abc import Callable

from docs.recording import families
from docs.recording.families import called, chosen, of
from docs.recording.scene import Take, scene
from genogram_app.model.agency import Agency
from genogram_app.model.base import Record
from genogram_app.model.household import Household
from genogram_app.model.ties import Bond, ChildOf, LivesIn, Tie, Union
from tests.ui.shell import ShellRobot


@scene("family", "family-ecomap", "family-palette")
def family_view(robot: ShellRobot, take: Take) -> None:
    """What the family sees."""
    families.practice(robot)
    robot.sheet.click("Jay Carter")
    take("family")
    robot.sheet.pull_line(to="Sheila Carter")
    take("family-palette")
    robot.key("Escape")
    robot.key("2")
    take("family-ecomap")


@scene("worker", "worker-both", "ecomap", "proof", "find", "commands", "close-family", "to-ask")
def worker_view(robot: ShellRobot, take: Take) -> None:
    """All of it, in each view."""
    families.practice(robot, by_worker=True)
    robot.key("1")
    take("worker")
    robot.key("3")
    take("worker-both")
    robot.key("2")
    take("ecomap")
    robot.key("1", "F7")
    take("proof")
    robot.key("F7", "Ctrl+F")
    robot.type("do")
    take("find")
    robot.key("Escape")
    robot.work.canvas.setFocus()
    robot.sheet.click("Jay Carter")
    robot.key("F5")
    take("close-family")
    robot.key("0", "Ctrl+K")
    robot.type("add")
    take("commands")
    robot.key("Escape", "Escape")
    robot.work.status.asked.click()
    take("to-ask")


@scene("covered")
def covered(robot: ShellRobot, take: Take) -> None:
    """Nothing is to be seen."""
    families.practice(robot, by_worker=True)
    robot.key("F9")
    take("covered")
    robot.key("F9")


PAGES: dict[str, Callable[[Record], bool]] = {
    "person": called("Jay Carter"),
    "dead": called("Ron Carter"),
    "couple": of(Union),
    "child": of(ChildOf),
    "line": of(Bond),
    "household": of(Household),
    "stay": of(LivesIn),
    "service": of(Agency),
    "tie": of(Tie),
}


@scene("page-sheet", "page-several", *(f"page-{name}" for name in PAGES))
def pages(robot: ShellRobot, take: Take) -> None:
    """The page of each kind of record, as far as it is seen."""
    families.practice(robot, by_worker=True)
    robot.key("3")
    take("page-sheet", of=robot.work.inspector)
    for name, wanted in PAGES.items():
        chosen(robot, wanted)
        take(f"page-{name}", of=robot.work.inspector)
    robot.key("Ctrl+A")
    take("page-several", of=robot.work.inspector)


@scene("harm")
def harm(robot: ShellRobot, take: Take) -> None:
    """A line of harm: what it says, and who says so."""
    families.practice(robot, by_worker=True)
    kinds = robot.desk.scene.catalog.harm
    chosen(robot, lambda record: getattr(record, "quality", "") in kinds)
    take("harm")
