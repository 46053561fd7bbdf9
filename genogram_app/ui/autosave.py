"""Keep what a crash would lose: within a few seconds of every change, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event, Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from genogram_app.errors import UserError
from genogram_app.family.case import Case
from genogram_app.store.half_typed import NOTHING, HalfTyped

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from genogram_app.store.recovery import Recovery

#: How long after a change it is kept, in seconds. With the writing it must stay under five.
WAIT = 1.0


class Autosave(QObject):
    """Keeps the latest case that it was told of, from its first change on.

    The waiting is the writer's own, in its thread: a window that is busy drawing puts nothing off.
    begun: what is kept already, of a case that comes back after a crash. failed: a
    sentence why nothing could be kept.
    """

    failed = Signal(str)

    def __init__(self, begin: Callable[[], Recovery], begun: Recovery | None = None) -> None:
        super().__init__()
        self._begin = begin
        self._recovery = begun
        self._writer: ThreadPoolExecutor | None = None
        self._running: Future[None] | None = None
        self._changing = Lock()
        self._wanted: tuple[Case, Path | None, str, HalfTyped] | None = None
        self._at_work = False
        self._hurry = Event()
        self._told = False

    def note(self, case: Case, path: Path | None, known: str = "", half: HalfTyped = NOTHING) -> None:
        """Keep a case soon, with its file, that one's digest, and what is half typed.

        A row of changes doesn't put it off.
        """
        if (recovery := self._ready()) is None:
            return
        assert self._writer is not None
        with self._changing:
            self._wanted = (case, path, known, half)
            if not self._at_work:
                self._at_work = True
                self._running = self._writer.submit(self._keep, recovery)

    def _keep(self, recovery: Recovery) -> None:
        """Wait, and keep what is wanted then, for as long as anything is. In the writer's thread."""
        while True:
            self._hurry.wait(WAIT)
            with self._changing:
                wanted, self._wanted = self._wanted, None
                if wanted is None:
                    self._at_work = False
                    return
            self._write(recovery, *wanted)

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

    def _write(self, recovery: Recovery, case: Case, path: Path | None, known: str, half: HalfTyped) -> None:
        try:
            recovery.keep(case, path, known, half)
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
        self._hurry.set()
        if self._running is not None:
            self._running.result()
        self._hurry.clear()

    def saved(self) -> None:
        """Forget what was kept: it is in its file now."""
        self._forget()
        if self._recovery is not None:
            self._recovery.clear()

    def close(self) -> None:
        """Leave nothing behind."""
        self._forget()
        if self._writer is not None:
            self._writer.shutdown(wait=True)
        if self._recovery is not None:
            self._recovery.close()

    def _forget(self) -> None:
        with self._changing:
            self._wanted = None
        self.flush()
