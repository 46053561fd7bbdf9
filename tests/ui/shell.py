"""The whole window with folders of its own, and a robot that uses it as a person does."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QMenuBar, QWidget

from genogram_app.model.ids import Id
from genogram_app.store.folders import Folders
from genogram_app.studio.scene import Scene
from genogram_app.ui import theme
from genogram_app.ui.case_files import CaseFiles
from genogram_app.ui.desk import Desk
from genogram_app.ui.main_window import MainWindow
from genogram_app.ui.workspace import Workspace
from tests.robots import PATIENCE, CanvasRobot, Hand, QtHand, Typist, settle, wait_for

TODAY = date(2026, 11, 22)
SIZE = (1366, 768)


def window_in(folder: Path) -> MainWindow:
    """Make the window with its user's folders inside a folder."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.dress(application)
    folders = Folders(folder / "data", folder / "logs")
    cases = CaseFiles(Scene(), folders, today=lambda: TODAY, now=lambda: datetime(2026, 11, 22, 9, 30))
    window = MainWindow(cases, folders)
    if QApplication.platformName() == "offscreen":  # its screen is smaller than any laptop's
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.resize(*SIZE)
    return window


@contextmanager
def shell(folder: Path, hand: Hand | None = None) -> Iterator[ShellRobot]:
    """Show the start page to a robot; at the end the window goes without a question."""
    window = window_in(folder)
    window.show_start()
    window.show()
    window.activateWindow()
    settle(0.05)
    try:
        yield ShellRobot(window, hand or QtHand())
    finally:
        window.let_go()
        window.hide()
        window.deleteLater()
        settle()
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)  # else it goes on listening


class ShellRobot(Typist):
    """Clicks, types and chooses from menus, counting its gestures."""

    def __init__(self, window: MainWindow, hand: Hand) -> None:
        super().__init__(hand)
        self.window = window

    # -- gestures ------------------------------------------------------------------------

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click on a widget, in its middle or at a place of it."""
        place = widget.mapToGlobal(at if at is not None else widget.rect().center())
        self.presses += 1
        self.hand.move(place)
        self.hand.press(place)
        self.hand.release(place)
        settle()

    def push(self, label: str) -> None:
        """Click the button with a label."""
        found = CanvasRobot.buttons
        wait_for(lambda: found(label), f"there is no button “{label}”")
        self.click(found(label)[0])

    def choose(self, menu: str, item: str) -> None:
        """Choose something from the menus above."""
        bar = self.window.menuBar()
        self.click(bar, place_of(bar, menu))
        wait_for(lambda: QApplication.activePopupWidget() is not None, f"the menu {menu} didn't open")
        opened = QApplication.activePopupWidget()
        assert isinstance(opened, QMenu)
        self.click(opened, place_of(opened, item))

    def write(self, field: str, text: str) -> None:
        """Write in a field, over what stood there."""
        self.click(self.field(field))
        self.key("Ctrl+A")
        self.type(text)

    def answering(self, answer: Callable[[], None], act: Callable[[], None]) -> None:
        """Do something that opens a dialog, and answer it once it is there."""
        before, faults = QApplication.activeModalWidget(), list[BaseException]()
        watch, end = QTimer(interval=20), time.monotonic() + PATIENCE

        def look() -> None:
            opened = QApplication.activeModalWidget()
            if opened is not before and opened is not None and opened.isVisible():
                watch.stop()
                self._answer(answer, opened, faults)
            elif time.monotonic() > end:
                watch.stop()

        watch.timeout.connect(look)
        watch.start()
        act()
        wait_for(lambda: not watch.isActive(), "no dialog opened")
        self.window.activateWindow()  # as a window manager does
        settle()
        if faults:
            raise faults[0]

    @staticmethod
    def _answer(answer: Callable[[], None], opened: QWidget, faults: list[BaseException]) -> None:
        try:
            answer()
        except BaseException as fault:
            faults.append(fault)
        if opened.isVisible() and isinstance(opened, QDialog):
            faults.append(AssertionError("a dialog stayed open"))
            opened.reject()

    def file_named(self, path: Path) -> None:
        """Write a path in the file dialog that is open."""
        wait_for(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog), "no file dialog opened")
        settle(0.05)
        self.key("Ctrl+A")
        self.type(str(path))
        self.key("Enter")

    # -- looking -----------------------------------------------------------------------------

    @property
    def work(self) -> Workspace:
        """Give the open case's part of the window."""
        assert self.window.workspace is not None
        return self.window.workspace

    @property
    def desk(self) -> Desk:
        """Give the open case."""
        return self.work.desk

    @property
    def sheet(self) -> CanvasRobot:
        """Give a robot for the canvas alone."""
        return CanvasRobot(self.work.canvas, self.hand)

    def named(self, name: str) -> Id:
        """Find somebody by name."""
        found = [person.id for person in self.desk.session.case.family.people if person.name == name]
        assert len(found) == 1, f"{len(found)} people are called {name}"
        return found[0]

    def names(self) -> list[str]:
        """Name everybody who has a name."""
        return sorted(str(person.name) for person in self.desk.session.case.family.people if person.named)

    def field(self, name: str) -> QWidget:
        """Find a visible field by the name that a screen reader says."""

        def found() -> list[QWidget]:
            widgets = [w for w in QApplication.allWidgets() if w.isVisible() and w.accessibleName() == name]
            return [w for w in widgets if hasattr(w, "selectAll") or hasattr(w, "toPlainText")]

        wait_for(found, f"there is no field “{name}”")
        return found()[0]


def place_of(bar: QMenuBar | QMenu, item: str) -> QPoint:
    """Give where an entry stands in a bar or a menu."""
    found = [action for action in bar.actions() if action.text().replace("&", "") == item]
    assert found, f"there is no {item} among {[action.text() for action in bar.actions()]}"
    return bar.actionGeometry(found[0]).center()
