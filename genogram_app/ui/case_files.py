"""Opening, saving, closing and recovering: what the window does with files, every fault a sentence."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from genogram_app import places
from genogram_app.edit.result import Stamp
from genogram_app.errors import DamagedFileError, FileError, ForeignFileError, InUseError
from genogram_app.family.case import Case
from genogram_app.model.base import Share, TextField
from genogram_app.model.ids import random_id
from genogram_app.store import codec, files
from genogram_app.store.folders import Folders, documents
from genogram_app.store.half_typed import NOTHING, HalfTyped
from genogram_app.studio.ahead import ahead
from genogram_app.studio.kinds import kinds_of
from genogram_app.studio.scene import Scene
from genogram_app.studio.session import Session
from genogram_app.ui.autosave import Autosave
from genogram_app.ui.opened import Opened, locked, session_of

if TYPE_CHECKING:
    from genogram_app.edit.text import LifeTold
    from genogram_app.store.recent import RecentCases
    from genogram_app.store.recovery import LeftOver, Recovery
    from genogram_app.ui.begun import Begun

PRACTICE = "practice.genogram"


@dataclass(frozen=True)
class Arrival:
    """A case that was opened, whom to select first, what is to be said of it, and what was half typed.

    stays: what is said tells of a loss, and stands until somebody closes it.
    """

    opened: Opened
    select: tuple[str, ...] = ()
    says: str = ""
    half: HalfTyped = NOTHING
    stays: bool = False


_UNSEEN = (
    "Nothing of it is shared with the family yet: it is seen in the worker’s view (F6). What to check, and "
    "what was not brought over, is in the notes of the sheet there."
)

_ALL_THERE = "All of it is in the file."


@dataclass(frozen=True)
class _Read:
    """What was read from a file: a session, what is to be said, and whether the file is the case's own.

    lost: something of the file couldn't be read.
    """

    session: Session
    says: str = ""
    own: bool = False
    lost: bool = False


#: Does work behind a sentence, and gives what came of it.
Away = Callable[[str, Callable[[], Any]], Any]
#: A file of so many bytes takes a while.
BIG = 150_000


class CaseFiles:
    """Makes open cases of files and of what a crash left. `today` and `now` tell the time."""

    def __init__(
        self,
        scene: Scene,
        folders: Folders,
        today: Callable[[], date] = date.today,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        self.scene, self._folders, self.today, self._now = scene, folders, today, now
        #: Does long work behind a sentence; the window puts one here that keeps answering meanwhile.
        self.away: Away = lambda _, work: work()

    @property
    def recent(self) -> RecentCases:
        """Give the list of recent cases."""
        from genogram_app.store.recent import RecentCases

        return RecentCases(self._folders.recent)

    @property
    def folder(self) -> Path:
        """Give where to look for cases first: beside the last one, else where documents are kept.

        Never where the program itself happens to have been started.
        """
        recent = self.recent.all()
        return Path(recent[0].path).parent if recent else documents()

    # -- ways to come by a case ------------------------------------------------------------

    def new(self, name: TextField, life: LifeTold) -> Arrival:
        """Start a case: a child, two parents, four grandparents."""
        from genogram_app.edit.start import new_case

        stamp = Stamp(today=self.today(), share=Share.SHARED)
        edit = new_case(stamp, kinds_of(self.scene.catalog), name, **life.fields())
        opened = self._opened(self._session(edit.case))
        opened.keep()
        return Arrival(opened, edit.select)

    def begun(self) -> Begun:
        """Give what keeps what is typed before a sheet is begun."""
        from genogram_app.ui.begun import Begun

        return Begun(self._recovery, self._of_nobody)

    def _of_nobody(self) -> Case:
        from genogram_app.edit.start import case_of_nobody

        return case_of_nobody(Stamp(today=self.today(), share=Share.SHARED))

    def practice(self) -> Arrival:
        """Open the practice family as a copy that can't overwrite it."""
        case = files.read(places.resources() / "samples" / PRACTICE)
        says = self.scene.words.say("A made-up family to try things on. Nothing here can spoil it.")
        return Arrival(self._opened(self._session(case)), says=says)

    def open(self, path: Path) -> Arrival:
        """Open a file. Raises FileError; a damaged or foreign one is opened as a copy where that can be."""
        path = path.absolute()  # what is kept of it is found again wherever the program starts next
        data = files.read_bytes(path)
        read: _Read
        if len(data) > BIG:
            read = self.away(self.scene.words.say("Opening the family…"), lambda: self._read(data, path))
        else:
            read = self._read(data, path)
        if not read.own:
            return Arrival(self._opened(read.session), says=read.says, stays=read.lost)
        try:
            lock = locked(path)
        except InUseError as fault:
            return Arrival(self._opened(read.session), says=self._as_copy(str(fault)))
        read.session.saved(path)
        opened = self._opened(read.session)
        opened.lock, opened.known = lock, files.digest(data)
        self.remember(opened)
        return Arrival(opened)

    def _as_copy(self, fault: str) -> str:
        return self.scene.words.say("{fault} This is a copy.", fault=fault)

    def _read(self, data: bytes, path: Path) -> _Read:
        """Read a file of any kind and work out its sheet. It touches nothing of the window."""
        try:
            read = _Read(self._session(codec.decode(data, path.name)), own=True)
        except DamagedFileError as fault:
            read = self._salvaged(data, path, str(fault))
        except ForeignFileError:
            read = self._brought(data, path)
        ahead(read.session, self.scene, read.session.viewing)
        return read

    def _salvaged(self, data: bytes, path: Path, fault: str) -> _Read:
        from genogram_app.store.salvage import salvage

        saved, words = salvage(data, path.name, random_id), self.scene.words
        says = words.say("{fault} What can be read is open as a copy.", fault=fault)
        made = words.say(
            "Made of a damaged file, {name}, on {date}.", name=path.name, date=words.short_day(self.today())
        )
        case = self._noted(saved.case, [made, *saved.lost])
        return _Read(self._session(case), " ".join([says, *saved.lost[:3]]), lost=True)

    def _noted(self, case: Case, lines: Sequence[str]) -> Case:
        """Write lines to check under the notes of the sheet, for the case file alone."""
        from genogram_app.edit.details import correct_details

        notes = "\n".join(filter(None, [case.details.notes, *lines]))
        return correct_details(case, Stamp(today=self.today(), share=Share.CASE_FILE), notes=notes).case

    def _brought(self, data: bytes, path: Path) -> _Read:
        """Bring in another program's family. Raises ForeignFileError where it can't be read."""
        from genogram_app.interchange.gedcom import Tokens, read_gedcom

        tokens, words = Tokens.of(self.scene.catalog.from_gedcom), self.scene.words
        brought = read_gedcom(
            data, path.name, tokens=tokens, new_id=random_id, today=self.today(), words=words
        )
        report = brought.report.say(words)
        case = brought.case
        if len(report) > 1:
            case = self._noted(case, report)
        return _Read(self._session(case), " ".join([report[0], words.say(_UNSEEN)]))

    def recover(self, left: LeftOver) -> Arrival:
        """Go on with what a crash left. It isn't saved until somebody saves it."""
        salvaged, say = left.case(random_id), self.scene.words.say
        missing = self._not_saved(left, salvaged.case)
        says = [
            say("Everything up to {time} is here.", time=f"{left.kept:%H:%M}"),
            missing or say(_ALL_THERE),
            self.warned(left),
            say("Save it to keep it.") if missing else "",
        ]
        kept = Autosave(self._recovery, left.take(self._folders.recovery, self._now))
        opened = Opened(self._session(salvaged.case), self.scene, kept)
        if left.source is not None and left.source.exists():
            try:
                opened.lock, opened.session.path = locked(left.source), left.source
                opened.known = left.known
            except InUseError as fault:
                says.append(self._as_copy(str(fault)))
        opened.half = lambda: left.half  # until the window has it
        opened.keep()
        said = " ".join(filter(None, [*says, *salvaged.lost[:3]]))
        return Arrival(opened, says=said, half=left.half, stays=bool(salvaged.lost))

    def warned(self, left: LeftOver) -> str:
        """Say, before anybody goes on with it, that its file is another now; nothing where it isn't."""
        from genogram_app.store.recovery import Since

        said = {
            Since.CHANGED: "Its file was changed since. Saving asks you before it replaces anything there.",
            Since.GONE: "Its file isn’t where it was. Save this one somewhere to keep it.",
        }
        template = said.get(left.since())
        return self.scene.words.say(template) if template else ""

    def not_saved(self, left: LeftOver) -> str:
        """Say what a crash left that isn't in its file, in numbers; or why nothing can be said."""
        try:
            return self._not_saved(left, left.case(random_id).case) or self.scene.words.say(_ALL_THERE)
        except FileError as fault:
            return str(fault)

    def _not_saved(self, left: LeftOver, kept: Case) -> str:
        """Compare with the file as it is now, as the family sees both. Empty if all is there."""
        if left.half.begins:
            return self.scene.words.say("A new genogram: what was typed about the child.")
        from genogram_app.studio.publish import view_of
        from genogram_app.ui.not_saved import not_saved

        family = view_of(self.scene, "genogram", self.today(), "family")
        try:
            saved = files.read(left.source) if left.source is not None and left.source.exists() else None
        except FileError:
            return self.scene.words.say("Its file can’t be read; what is here was kept beside it.")
        return not_saved(self.scene.words, saved, kept, left.half, family)

    def _session(self, case: Case) -> Session:
        return session_of(case, self.scene, None, self.today)

    def _opened(self, session: Session) -> Opened:
        return Opened(session, self.scene, Autosave(self._recovery))

    def _recovery(self) -> Recovery:
        """Begin to keep an open case. Raises FileError where nothing can be kept."""
        from filelock import Timeout

        from genogram_app.store.recovery import Recovery

        try:
            return Recovery(self._folders.recovery, self._now)
        except (OSError, Timeout) as error:
            folder = self._folders.recovery
            raise FileError(f"Nothing can be kept for recovery in {folder}. Save often.") from error

    # -- what is remembered ------------------------------------------------------------------

    def left_over(self) -> tuple[LeftOver, ...]:
        """List what a crash left."""
        from genogram_app.store.recovery import left_over

        return left_over(self._folders.recovery)

    def left_beside(self, path: Path) -> tuple[LeftOver, ...]:
        """List what a crash left of the case in a file, the newest first."""
        wanted = os.path.realpath(path)
        return tuple(
            each for each in self.left_over() if each.source and os.path.realpath(each.source) == wanted
        )

    def called(self, left: LeftOver) -> str:
        """Name what a crash left by its reference and time: whoever is in the room may read along."""
        words, day = self.scene.words, left.kept.date()
        said = words.say("today") if day == self.today() else words.short_day(day)
        return f"{left.reference or words.say('No reference')} · {said}, {left.kept:%H:%M}"

    def remember(self, opened: Opened) -> None:
        """Put a case on the list of recent ones, by its reference and time."""
        from genogram_app.store.recent import Recent

        session = opened.session
        if session.path is None:
            return
        details = session.case.details
        reference = details.reference if isinstance(details.reference, str) else ""
        self.recent.add(Recent(str(session.path.resolve()), reference, self._now(), details.review_due))
