"""An open case with what belongs to it: its scene, its lock, and what is kept for recovery."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from genogram_app.errors import FileError
from genogram_app.family.case import Case
from genogram_app.store import codec, files, safe
from genogram_app.store.before import kept_before
from genogram_app.store.half_typed import HalfTyped
from genogram_app.studio.scene import Scene
from genogram_app.studio.session import Session
from genogram_app.ui.autosave import Autosave

if TYPE_CHECKING:
    from genogram_app.store.lock import DocumentLock


@dataclass
class Opened:
    """One open case. `kept` keeps it for recovery; `lock` is held while its file is open.

    known: the digest of its file as it was last read or saved here.
    half: gives what is typed and not entered yet.
    """

    session: Session
    scene: Scene
    kept: Autosave
    lock: DocumentLock | None = None
    known: str = ""
    half: Callable[[], HalfTyped] = field(default=HalfTyped)
    _kept_half: bool = False

    def keep(self) -> None:
        """Keep it for recovery soon; nothing once all is in its file again, as by undoing."""
        half = self.half()
        self._kept_half = bool(half)
        if half or self.session.dirty:
            self.kept.note(self.session.case, self.session.path, self.known, half)
        else:
            self.kept.saved()

    def keep_half(self) -> None:
        """Keep what is half typed, too; forget it once nothing is, where the case itself is in its file."""
        if self.half() or (self._kept_half and self.session.dirty):
            self.keep()
        elif self._kept_half:
            self._kept_half = False
            self.kept.saved()

    def save(self, path: Path) -> None:
        """Save it in a file, which is its own from now on. Raises FileError; the open case stays as it is.

        Raises ChangedError where its own file was changed by somebody else. Whether another may be
        replaced was asked before.
        """
        case = self.session.case
        own = self.session.path is not None and path.resolve() == self.session.path.resolve()
        lock = locked(path) if self.lock is None or not own else None
        try:
            self.known = files.save(case, path, self.known if own else None)
        except FileError:
            if lock is not None:
                lock.release()
            raise
        if lock is not None:
            self.unlock()
            self.lock = lock
        self.session.saved(path, case)
        self.kept.saved()
        self.keep_half()  # what came back of a line may wait for its view still

    def replace(self) -> Path | None:
        """Save it though somebody else changed its file; what that held is kept in the file that is given.

        Raises FileError, ChangedError where it is changed once more meanwhile.
        """
        path = self.session.path
        assert path is not None
        if not path.exists():
            self.save(path)
            return None
        known = self.known
        with kept_before(path) as before:
            self.known = files.digest(files.read_bytes(before))
            try:
                self.save(path)
            except FileError:
                self.known = known  # it is still another's, and is asked about again
                raise
        return before

    def unlock(self) -> None:
        """Give the file up."""
        if self.lock is not None:
            self.lock.release()
            self.lock = None

    def close(self) -> None:
        """Close it and leave nothing behind."""
        self.kept.close()
        self.unlock()


def session_of(
    case: Case, scene: Scene, path: Path | None, today: Callable[[], date] = date.today
) -> Session:
    """Open a case in a session that gives everybody a place with the first step."""
    return Session(case, scene.catalog, today=today, path=path, settle=scene.settled, measure=scene.boxes)


def locked(path: Path) -> DocumentLock:
    """Take the right to write a file, and tidy its folder of what a crash left half written.

    Raises InUseError naming who has it.
    """
    from genogram_app.store.lock import DocumentLock, Holder

    since = datetime.now()
    when = f"{since:%H:%M} on {since.day} {since:%B}"
    lock = DocumentLock(path, Holder.here(when))
    lock.acquire()
    safe.sweep(path.resolve().parent)
    return lock


def suggested_file(session: Session) -> str:
    """Suggest a file's name: the case reference as this view shows it and the date, never anybody's name."""
    from genogram_app.studio.publish import suggested_name

    return suggested_name(session.seen, session.view.as_at, codec.SUFFIX)
