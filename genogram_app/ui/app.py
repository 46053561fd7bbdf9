"""Open the program's window and run until it is closed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QMessageLogContext, QObject, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication

from genogram_app import __version__
from genogram_app.errors import UserError
from genogram_app.likeness import own
from genogram_app.store import folders as store_folders
from genogram_app.store.folders import Folders
from genogram_app.studio.scene import Scene
from genogram_app.ui import theme
from genogram_app.ui.case_files import CaseFiles
from genogram_app.ui.checking import said_while_checking
from genogram_app.ui.cover import close_popups
from genogram_app.ui.main_window import MainWindow
from genogram_app.ui.profile import read_profile
from genogram_app.words import words_in

#: How long after the window is shown it is at rest, in milliseconds. Then the fonts of other scripts are
#: added: the sheet draws them by itself, and lists and fields come after it.
REST_AFTER = 100


def run(
    path: Path | None = None,
    *,
    practice: bool = False,
    at_rest: Callable[[], object] = lambda: None,
    no_screen: Callable[[], int] = lambda: 2,
) -> int:
    """Open the window on a file, on the practice family, or on the start page; give the exit code.

    `at_rest` is called once, when the window has been shown and nobody is kept waiting; `no_screen`
    instead of all else where no screen answers, and then the process ends with what it gives.
    """
    application = application_of(no_screen)
    folders = store_folders.of_user()
    with said_while_checking():
        window = open_window(folders)
    key = CoverKey(window)
    application.focusWindowChanged.connect(key.watch)
    watch_faults(window, folders)
    if practice:
        window.practice()
    elif path is not None:
        window.open(path)
    if window.workspace is None:
        window.show_start()
    window.show()
    tell_refused(window, own.cards().refused)
    QTimer.singleShot(REST_AFTER, theme.dress_other_scripts)
    QTimer.singleShot(REST_AFTER, at_rest)
    return application.exec()


def application_of(no_screen: Callable[[], int] = lambda: 2) -> QApplication:
    """Give the Qt application, dressed."""
    there = QApplication.instance()
    application = there if isinstance(there, QApplication) else _new_application(no_screen)
    application.setApplicationName("genogram")
    application.setApplicationDisplayName("Genogram")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("genogram")
    theme.dress(application)
    return application


def _new_application(no_screen: Callable[[], int]) -> QApplication:
    """Make the Qt application; where no screen answers, end with `no_screen` before Qt aborts the process.

    What else Qt says of screens and locales meanwhile is nothing that a user could act on.
    """

    def hear(kind: QtMsgType, _: QMessageLogContext, message: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            code = no_screen()
            sys.stdout.flush()
            os._exit(code)

    before = qInstallMessageHandler(hear)
    try:
        return QApplication(sys.argv[:1])
    finally:
        qInstallMessageHandler(before)


def open_window(folders: Folders) -> MainWindow:
    """Make the window; it shows nothing yet."""
    scene = Scene(profile=read_profile(folders.data).drawn)
    return MainWindow(CaseFiles(scene, folders), folders)


def tell_refused(window: MainWindow, refused: Sequence[str]) -> None:
    """Say which symbol of one's own can't be used, and how many more; the others are there."""
    if refused:
        more = words_in().say(
            "{n} more of your symbols can’t be used: Help > All symbols says why.", n=len(refused) - 1
        )
        window.say(f"{refused[0]} {more}" if len(refused) > 1 else refused[0])


class CoverKey(QObject):
    """F9 covers everything wherever the keyboard is, in a dialog too; F6 turns the view under a popup.

    It watches the windows that have the keyboard, and not the application: every event of every widget
    would pass through Python.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._answered = window, False

    def watch(self, focused: QWindow | None) -> None:
        """Watch a window that has the keyboard now."""
        if focused is not None:
            focused.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover with F9, and lift with it, whichever window it comes to.

        A window hears of the same key twice, first that it might be a shortcut; covered after
        that, only once.
        """
        pressed = event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
        if not pressed or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_F6 and QApplication.activePopupWidget() is not None:
            return self._turn_view(event)
        if event.key() != Qt.Key.Key_F9:
            return False
        answered, self._answered = self._answered, event.type() == QEvent.Type.ShortcutOverride
        event.accept()
        if not event.isAutoRepeat() and not (answered and not self._answered):
            self._window.turn_cover()
        return True

    def _turn_view(self, event: QKeyEvent) -> bool:
        """Go to the other view though a menu or palette is open: opened for other eyes, it closes.

        Once it is gone the key may be a shortcut, as it is elsewhere.
        """
        close_popups()
        if event.type() == QEvent.Type.KeyPress:
            self._window.perform("worker_view")
        return event.type() == QEvent.Type.KeyPress


def watch_faults(window: MainWindow, folders: Folders) -> None:
    """Say a sentence for whatever goes wrong in the program itself, and note it without any names."""

    def tell(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        from genogram_app.store import fault_log

        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        if isinstance(fault, UserError):
            window.say(str(fault))
            return
        log = fault_log.note_fault(fault, folders.logs, datetime.now())
        where = f" It is noted, without anything about a family, in {log}." if log else ""
        window.say(
            f"Something went wrong in the program itself. What you drew is still here; save it.{where}"
        )

    sys.excepthook = tell
