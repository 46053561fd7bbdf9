"""Long work off the interface's thread: the window answers meanwhile, and can say stop."""

from __future__ import annotations

import gc
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
LOOK = 15
#: What is done within so many seconds needs no sentence.
_AT_ONCE = 0.06


class StoppedError(UserError):
    """Long work was stopped before it was done."""


class Work(Thread, Generic[T]):
    """Does one piece of work, and holds what came of it. Stopped, it comes to its end unseen."""

    def __init__(self, work: Callable[[Wanted], T]) -> None:
        super().__init__(name="away", daemon=True)
        self._work = work
        self.stopped = Event()
        self.found: list[T] = []
        self.fault: BaseException | None = None

    @property
    def over(self) -> bool:
        """Say whether nobody need wait for it any more."""
        return self.stopped.is_set() or not self.is_alive()

    def run(self) -> None:
        """Do the work, in the thread.

        Python looks for rubbish meanwhile only to hold up the window: up to a second each time in
        a family of thousands. What the work leaves isn't looked through later either; `tidied` ends that.
        """
        gc.disable()
        try:
            self.found.append(self._work(lambda: not self.stopped.is_set()))
        except BaseException as fault:
            self.fault = fault
        finally:
            gc.freeze()
            gc.enable()


def away(over: QWidget, words: Words, says: str, work: Callable[[Wanted], T], *, can_stop: bool = True) -> T:
    """Do long work in a thread of its own, behind a sentence with a way to stop; gives what came of it.

    The work must touch nothing of Qt but what a thread may paint on. What is done at once
    says nothing. Raises what it raises, and StoppedError where it was stopped.
    """
    thread = Work(work)
    return outcome(thread, words, lambda: _wait(over, words, says, thread, can_stop=can_stop))


def outcome(thread: Work[T], words: Words, wait: Callable[[], object]) -> T:
    """Start work and give what comes of it. wait: answers whoever looks on until it is done or stopped.

    Raises what the work raises, and StoppedError.
    """
    thread.start()
    thread.join(_AT_ONCE)
    if thread.is_alive():
        wait()
    if thread.stopped.is_set():
        raise StoppedError(words.say("Stopped. Nothing was changed and nothing was written."))
    if thread.fault is not None:
        raise thread.fault
    return thread.found[0]


def _wait(over: QWidget, words: Words, says: str, thread: Work[T], *, can_stop: bool) -> None:
    """Answer whoever looks on until a thread is done or stopped."""
    loop, look = QEventLoop(), QTimer(interval=LOOK)
    dialog = _dialog(over, words, says, can_stop=can_stop)
    if can_stop:
        dialog.canceled.connect(thread.stopped.set)
    look.timeout.connect(lambda: loop.quit() if thread.over else None)
    look.start()
    dialog.show()
    loop.exec()
    look.stop()
    dialog.hide()
    dialog.deleteLater()
    over.activateWindow()


def tidied() -> None:
    """Look for rubbish everywhere again: what long work made is no longer needed."""
    gc.unfreeze()


def behind(over: QWidget, words: Words) -> Callable[[str, Callable[[], T]], T]:
    """Give what does long work behind a sentence over a window."""
    return lambda says, work: away(over, words, says, lambda _: work())


def _dialog(over: QWidget, words: Words, says: str, *, can_stop: bool) -> QProgressDialog:
    """Make the sentence with a moving bar under it."""
    dialog = QProgressDialog(says, words.say("Stop"), 0, 0, over)
    if not can_stop:
        dialog.setCancelButton(None)
    dialog.setWindowTitle(words.say("One moment"))
    dialog.setAccessibleName(says)
    dialog.setModal(True)
    dialog.setMinimumWidth(340)
    return dialog
