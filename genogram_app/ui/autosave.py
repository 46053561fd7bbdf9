"""Keep what a crash would lose: within a few seconds of every change, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from genogram_app.errors import UserError
from genogram_app.family.case import Case

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from genogram_app.store.recovery import Recovery

#: How long after a change it is kept, in milliseconds. With the writing it must stay under five seconds.
WAIT = 1000
#: How soon it is looked again whether the last writing is done, in milliseconds.
_AGAIN = 100


class Autosave(QObject):
    """Keeps the latest case that it was told of, from its first change on.

    begun: what is kept already, of a case that comes back after a crash. failed: a
    sentence why nothing could be kept.
    """

    failed = Signal(str)

    def __init__(self, begin: Callable[[], Recovery], begun: Recovery | None = None) -> None:
        super().__init__()
        self._begin = begin
        self._recovery = begun
        self._wanted: tuple[Case, Path | None] | None = None
        self._running: Future[None] | None = None
        self._writer: ThreadPoolExecutor | None = None
        self._told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._keep)

    def note(self, case: Case, path: Path | None) -> None:
        """Keep a case soon. A row of changes doesn't put it off."""
        self._wanted = (case, path)
        if not self._timer.isActive():
            self._timer.start(WAIT)

    def _keep(self) -> None:
        if self._running is not None and not self._running.done():
            self._timer.start(_AGAIN)
        elif self._wanted is not None and (recovery := self._ready()) is not None:
            case, path = self._wanted
            self._wanted = None
            assert self._writer is not None
            self._running = self._writer.submit(self._write, recovery, case, path)

    def _ready(self) -> Recovery | None:
        """Begin to keep, with the first change."""
        from concurrent.futures import ThreadPoolExecutor

        if self._writer is None:
            self._writer = ThreadPoolExecutor(1, "autosave")
        if self._recovery is None:
            try:
                self._recovery = self._begin()
            except UserError as fault:
                self._tell(fault)
        return self._recovery

    def _write(self, recovery: Recovery, case: Case, path: Path | None) -> None:
        try:
            recovery.keep(case, path)
        except UserError as fault:
            self._tell(fault)
        else:
            self._told = False

    def _tell(self, fault: UserError) -> None:
        """Say once why nothing could be kept, until something can."""
        if not self._told:
            self._told = True
            self.failed.emit(str(fault))

    def flush(self) -> None:
        """Keep now what waits, and wait until it is kept."""
        self._timer.stop()
        self._finish()
        self._keep()
        self._finish()

    def saved(self) -> None:
        """Forget what was kept: it is in its file now."""
        self._wanted = None
        self._timer.stop()
        self._finish()
        if self._recovery is not None:
            self._recovery.clear()

    def close(self) -> None:
        """Leave nothing behind."""
        self._wanted = None
        self._timer.stop()
        if self._writer is not None:
            self._writer.shutdown(wait=True)
        if self._recovery is not None:
            self._recovery.close()

    def _finish(self) -> None:
        if self._running is not None:
            self._running.result()
            self._running = None
