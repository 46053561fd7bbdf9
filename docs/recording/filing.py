"""The start page, a copy for the file, and what helps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from docs.recording import camera, families
from docs.recording.scene import Take, scene
from genogram_app.store import codec
from genogram_app.store.recent import Recent
from genogram_app.store.recovery import Recovery
from genogram_app.studio.publish import prepare, view_of
from genogram_app.ui import clipboard
from genogram_app.ui.dialogs.guide import GuideWindow
from tests.ui.shell import TODAY, ShellRobot


@scene("start", "recovered")
def start(robot: ShellRobot, take: Take) -> None:
    """Where one begins, and what a power cut left."""
    for number, day in (("2026-0804", date(2026, 11, 30)), ("2026-0718", date(2026, 11, 9))):
        reviewed(robot, number, day)
    for name in families.SAMPLES:
        robot.window.open(families.copied(robot, name))
    robot.window.go_to_start()
    take("start")
    crashed(robot)
    robot.window.show_start()
    take("recovered")


def reviewed(robot: ShellRobot, number: str, day: date) -> None:
    """Put a case on the list of recent ones that is to be looked at again on a day."""
    file = families.copied(robot, "practice").with_name(f"{number}.genogram")
    file.touch()
    robot.window._cases.recent.add(Recent(str(file), number, datetime(2026, 11, 20, 15, 5), day))


def crashed(robot: ShellRobot) -> None:
    """Leave behind what a program leaves that was cut off."""
    folder = robot.window._folders.recovery
    kept = Recovery(folder, lambda: datetime(2026, 11, 22, 9, 12))
    kept.keep(codec.decode(families.copied(robot, "practice").read_bytes(), "practice"), None)
    kept._lock.release()


@scene("export")
def export(robot: ShellRobot, take: Take) -> None:
    """A dated copy is asked for."""
    families.practice(robot)
    beside(robot, take, "export", lambda: robot.key("Ctrl+Shift+E"))


@scene("pages")
def print_preview(robot: ShellRobot, take: Take) -> None:
    """How the pages fall on paper."""
    families.practice(robot, by_worker=True)
    beside(robot, take, "pages", lambda: robot.key("F8"))


@scene("keys", "symbols", "about", "how-drawn", "closing")
def dialogs(robot: ShellRobot, take: Take) -> None:
    """What stands over the sheet for a moment."""
    families.practice(robot)
    for name in ("keys", "symbols", "about", "how-drawn"):
        beside(robot, take, name, partial(robot.window.perform, name.replace("-", "_")))
    robot.sheet.click("Jay Carter")
    robot.key("C")
    robot.key("Escape")
    beside(robot, take, "closing", lambda: robot.window.go_to_start())


@scene("guide")
def guide(robot: ShellRobot, take: Take) -> None:
    """The guide beside the sheet."""
    families.practice(robot)
    robot.key("Shift+F1")
    opened = robot.window.findChild(GuideWindow)
    assert opened is not None
    opened.move(robot.window.geometry().center() - opened.rect().center())
    opened.contents.setCurrentRow(1)
    take("guide")
    opened.close()


def beside(robot: ShellRobot, take: Take, name: str, act: Callable[[], object]) -> None:
    """Take a picture of a dialog over the window, and close it."""

    def done() -> None:
        act()

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        room = robot.window.geometry()
        dialog.move(room.center() - dialog.rect().center())
        take(name)
        dialog.reject()

    robot.answering(look, done)


@scene("sheet")
def sheet(robot: ShellRobot, take: Take) -> None:
    """The paper itself."""
    families.practice(robot, by_worker=True)
    view = view_of(robot.desk.scene, "combined", TODAY, "case-file")
    publication = prepare(robot.desk.scene, robot.desk.session.case, view=view)
    picture = clipboard.picture_of(publication.sheet.drawing)
    camera.write(picture.scaledToWidth(1600, Qt.TransformationMode.SmoothTransformation), "sheet")
