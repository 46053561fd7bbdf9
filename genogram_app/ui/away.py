"""Long work off the interface's thread: the window answers meanwhile, and can say stop."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from typing import Generic, TypeVar

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QProgressDialog, QWidget

from genogram_app.errors import UserError
from genogram_app.words import Words

T = TypeVar("T")
#: Says whether the work is still wanted; asked before anything is written.
Wanted = Callable[[], bool]
#: How often it is looked whether the work is done, in milliseconds.
_LOOK = 15


class StoppedError(UserError):
    """Long work was stopped before it was done."""


class _Work(Thread, Generic[T]):
    """Does one piece of work, and holds what came of it. Stopped, it comes to its end unseen."""

    def __init__(self, work: Callable[[Wanted], T]) -> None:
        super().__init__(name="away", daemon=True)
        self._work = work
        self.stopped = Event()
        self.found: list[T] = []
        self.fault: BaseException | None = None

    def run(self) -> None:
        """Do the work, in the thread."""
        try:
            self.found.append(self._work(lambda: not self.stopped.is_set()))
        except BaseException as fault:
            self.fault = fault


def away(over: QWidget, words: Words, says: str, work: Callable[[Wanted], T]) -> T:
    """Do long work in a thread of its own, behind a sentence with a way to stop; gives what came of it.

    The work must touch nothing of Qt. Raises what it raises, and StoppedError where it was stopped.
    """
    thread, loop = _Work(work), QEventLoop()
    dialog = _dialog(over, words, says)
    dialog.canceled.connect(loop.quit)
    look = QTimer(interval=_LOOK)
    look.timeout.connect(lambda: None if thread.is_alive() else loop.quit())
    thread.start()
    look.start()
    dialog.show()
    loop.exec()
    look.stop()
    if dialog.wasCanceled():
        thread.stopped.set()
    dialog.hide()
    dialog.deleteLater()
    if thread.stopped.is_set():
        raise StoppedError(words.say("Stopped. Nothing was changed and nothing was written."))
    if thread.fault is not None:
        raise thread.fault
    return thread.found[0]


def behind(over: QWidget, words: Words) -> Callable[[str, Callable[[], T]], T]:
    """Give what does long work behind a sentence over a window."""
    return lambda says, work: away(over, words, says, lambda _: work())


def _dialog(over: QWidget, words: Words, says: str) -> QProgressDialog:
    """Make the sentence with a moving bar under it."""
    dialog = QProgressDialog(says, words.say("Stop"), 0, 0, over)
    dialog.setWindowTitle(words.say("One moment"))
    dialog.setAccessibleName(says)
    dialog.setModal(True)
    dialog.setMinimumWidth(340)
    return dialog
