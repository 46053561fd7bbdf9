"""One writer at a time: a lock beside the document that says who has it open.

The system gives the lock up by itself if the program is killed, so none is
ever left behind that nobody holds. Who holds it stands in a file of its own,
because Windows lets nobody read a locked one.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from filelock import FileLock, Timeout

from genogram_app.errors import InUseError


@dataclass(frozen=True)
class Holder:
    """Who has a document open: a person's name as the computer knows it, which computer, since when."""

    user: str
    machine: str
    since: str

    @classmethod
    def here(cls, since: str = "") -> Self:
        """Give whoever is logged in at this computer."""
        import platform

        return cls(_user(), platform.node(), since)

    def said(self) -> str:
        """Say it: "J. Okafor on LAPTOP-7, since 09:40 on 2 March"."""
        where = f" on {self.machine}" if self.machine else ""
        since = f", since {self.since}" if self.since else ""
        return f"{self.user or 'Somebody'}{where}{since}"


class DocumentLock:
    """The right to write a document, held from opening to closing it."""

    def __init__(self, document: Path, holder: Holder) -> None:
        target = document.resolve()
        self._lock_path = target.with_name(f".~{target.name}.lock")
        self._who_path = target.with_name(f".~{target.name}.who")
        self._name = document.name
        self._holder = holder
        self._lock = FileLock(self._lock_path, timeout=0)

    def acquire(self) -> None:
        """Take the lock. Raises InUseError naming who has it.

        Where the folder may only be read nobody can write there, so none is needed.
        """
        try:
            self._lock.acquire()
        except Timeout:
            raise InUseError(
                f"{self._name} is open already: {self.other()}. "
                "Nothing was changed. Wait until it is closed there, or work on a copy."
            ) from None
        except (OSError, NotImplementedError):
            return
        with contextlib.suppress(OSError):
            self._who_path.write_text(json.dumps(self._holder.__dict__, ensure_ascii=False), encoding="utf-8")

    def other(self) -> str:
        """Say who has it, as far as can be told."""
        try:
            found = json.loads(self._who_path.read_text(encoding="utf-8"))
            return Holder(*(str(found[key])[:60] for key in ("user", "machine", "since"))).said()
        except (OSError, ValueError, KeyError, TypeError):
            return "somebody else has it"

    @property
    def held(self) -> bool:
        """Say whether the lock is ours."""
        return self._lock.is_locked

    def release(self) -> None:
        """Give the lock back and leave nothing behind."""
        if not self.held:
            return
        with contextlib.suppress(OSError):
            self._who_path.unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            self._lock_path.unlink(missing_ok=True)
        self._lock.release()
        with contextlib.suppress(OSError):
            self._lock_path.unlink(missing_ok=True)

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
