"""What a crash would lose, kept every few seconds, and offered at the next start.

Each open document has one file in the recovery folder and a lock on it for as
long as its program runs. A file without a living program is what a crash left.
"""

from __future__ import annotations

import contextlib
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from pathlib import Path
from typing import Self

from filelock import FileLock, Timeout

from genogram_app.errors import DamagedFileError, FileError
from genogram_app.family.case import Case
from genogram_app.model.ids import NewId
from genogram_app.store import codec, files, safe
from genogram_app.store.half_typed import NOTHING, HalfTyped, read_half_typed
from genogram_app.store.salvage import Salvaged, salvage

_SUFFIX = ".recovery"
Clock = Callable[[], datetime]


class Recovery:
    """The recovery file of one open document."""

    def __init__(self, folder: Path, clock: Clock, token: str | None = None) -> None:
        _make_private(folder)
        self._clock = clock
        self._path = folder / f"{token or secrets.token_hex(8)}{_SUFFIX}"
        self._lock = FileLock(_lock_path(self._path), timeout=0)
        self._lock.acquire()

    def keep(self, case: Case, source: Path | None, known: str = "", half: HalfTyped = NOTHING) -> None:
        """Keep the case as it stands; `source` is the file that it was opened from.

        known: the digest of that file as it was last read or saved (`files.save`). Its place is
        kept whole, since the next start may be from another folder.
        half: what is typed and not entered yet.
        Raises FileError, for instance where the disk is full; what was kept before stays.
        """
        note = {
            "kept": self._clock().isoformat(timespec="seconds"),
            "reference": case.details.reference if isinstance(case.details.reference, str) else "",
            "source": str(source.absolute()) if source else "",
            "known": known,
            "half": half.noted(),
        }
        safe.write(self._path, json.dumps(note).encode() + b"\n" + codec.encode(case), private=True)

    def clear(self) -> None:
        """Forget what was kept: it's saved now, or wasn't wanted. The document stays open."""
        for each in (self._path, *safe.half_written(self._path)):
            _unlink(each)

    def close(self) -> None:
        """Leave nothing behind after a clean close."""
        self.clear()
        _drop(self._lock, self._path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Since(Enum):
    """What became of a file since something of its case was kept beside it."""

    SAME = auto()
    CHANGED = auto()
    GONE = auto()
    UNTOLD = auto()


@dataclass(frozen=True)
class LeftOver:
    """What a crash left of one document. Its reference and time may be shown before anybody asks.

    known: the digest of its file as it was last read or saved; empty where that isn't known.
    half: what was typed and not entered.
    """

    path: Path
    kept: datetime
    reference: str
    source: Path | None
    known: str = ""
    half: HalfTyped = NOTHING

    def case(self, new_id: NewId) -> Salvaged:
        """Read it: whole, or what is left of it. Raises FileError where nothing is."""
        data = _content(self.path)
        name = "What was kept"
        try:
            return Salvaged(codec.decode(data, name), ())
        except DamagedFileError:
            return salvage(data, name, new_id)

    def since(self) -> Since:
        """Look what became of its file; untold where it never had one, or nothing tells."""
        if self.source is None or not self.known:
            return Since.UNTOLD
        try:
            same = files.digest(self.source.read_bytes()) == self.known
        except FileNotFoundError:
            return Since.GONE
        except OSError:
            return Since.UNTOLD
        return Since.SAME if same else Since.CHANGED

    def take(self, folder: Path, clock: Clock) -> Recovery:
        """Go on with it: the file is this program's now. Raises FileError if another program was quicker."""
        try:
            return Recovery(folder, clock, token=self.path.stem)
        except Timeout:
            raise FileError("Another window has opened this one already. Nothing was lost.") from None

    def forget(self) -> None:
        """Take it away for good."""
        lock = FileLock(_lock_path(self.path), timeout=0)
        with contextlib.suppress(Timeout):
            lock.acquire()
            _unlink(self.path)
            _drop(lock, self.path)


def left_over(folder: Path) -> tuple[LeftOver, ...]:
    """List what crashed programs left, the newest first; what running ones keep isn't touched."""
    _sweep(folder)
    found = [left for path in sorted(folder.glob(f"*{_SUFFIX}")) if (left := _examine(path))]
    return tuple(sorted(found, key=lambda left: (left.kept, left.path.name), reverse=True))


def _sweep(folder: Path) -> None:
    """Take away what crashed programs left half written, and locks of what was never kept."""
    halves = (folder / each.name[1:].partition(_SUFFIX)[0] for each in folder.glob(f".*{_SUFFIX}.*"))
    for stem in sorted({*halves, *(lock.with_suffix("") for lock in folder.glob("*.lock"))}):
        path = stem.with_suffix(_SUFFIX)
        lock = FileLock(_lock_path(path), timeout=0)
        with contextlib.suppress(Timeout, OSError), lock:
            for half in safe.half_written(path):
                _unlink(half)
            if not path.exists():
                _drop(lock, path)


def _examine(path: Path) -> LeftOver | None:
    lock = FileLock(_lock_path(path), timeout=0)
    try:
        with lock:
            note = json.loads(path.read_bytes().split(b"\n", 1)[0])
            source = Path(note["source"]) if note["source"] else None
            kept, known = datetime.fromisoformat(note["kept"]), str(note.get("known", ""))
            half = read_half_typed(note.get("half"))
            return LeftOver(path, kept, str(note["reference"]), source, known, half)
    except Timeout:
        return None
    except (OSError, ValueError, KeyError, TypeError):
        return _without_note(path)


def _without_note(path: Path) -> LeftOver | None:
    """Offer even a file whose first line can't be read, by the time at which it was written."""
    try:
        return LeftOver(path, datetime.fromtimestamp(path.stat().st_mtime), "", None)
    except OSError:
        return None


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes().partition(b"\n")[2]
    except OSError as error:
        raise FileError("What was kept of this case isn't there any more.") from error


def _make_private(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(f"Nothing can be kept for recovery: {folder} can't be made. Save often.") from error


def _lock_path(path: Path) -> Path:
    return path.with_suffix(".lock")


def _unlink(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def _drop(lock: FileLock, path: Path) -> None:
    """Give a lock back and take its file away, before or after as the system allows."""
    _unlink(_lock_path(path))
    lock.release()
    _unlink(_lock_path(path))
