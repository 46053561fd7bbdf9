"""Edit a family at random in the real window, for ever, telling each step in a journal: to be killed.

`python -m benchmarks._editing FOLDER SEED` keeps its user's files in FOLDER/data. It opens the file
FOLDER/case.genogram if that is there, and saves it now and then; else it begins a new genogram. Each line of
FOLDER/journal is the clock (time.monotonic) and a digest of the case as it was then, and of what was half
typed; or, where letters go into a field of a page that hands them on later, `TYPED`. Each line of
FOLDER/beats is the clock too, as often as `BEAT` says while the program can go on at all.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
import traceback
from pathlib import Path
from random import Random
from threading import Thread

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from genogram_app.edit.text import read_life, read_name
from genogram_app.family.case import Case
from genogram_app.store import codec
from genogram_app.store.folders import Folders
from genogram_app.store.half_typed import HalfTyped
from genogram_app.studio.commands import COMMANDS
from genogram_app.ui.app import application_of, open_window
from genogram_app.ui.main_window import MainWindow

CASE, JOURNAL, BEATS = "case.genogram", "journal", "beats"
#: How often the program tells that it can go on, in seconds.
BEAT = 0.1
#: Stands in the journal where something was typed that is in the case a moment later.
TYPED = "typed"
#: What is done at random: every step of the table of commands, and the ways back.
_STEPS = tuple(c.id for c in COMMANDS if c.edit is not None) + ("undo", "redo") * 3
#: How often a name is typed, and how often the case is saved, of all that is done.
_TYPING, _SAVING = 0.3, 0.04
#: Up to here something is left half typed, with the caret in it, until the next thing is done.
_HALF = 0.5
#: How long whoever draws waits, in milliseconds: mostly not, at times while somebody talks.
_PAUSES = (5, 5, 40, 40, 150, 150, 400, 2500)


def main(folder: Path, seed: int) -> None:
    """Edit until killed."""
    sys.excepthook = _end
    application = application_of()
    window = open_window(folders_in(folder))
    file = folder / CASE
    if file.exists():
        window.open(file)
    else:
        window._new(read_name("Jay"), read_life("11", window._cases.today()))
    window.show()
    Thread(target=_beat, args=(folder / BEATS,), daemon=True).start()
    journal = Journal(folder / JOURNAL)
    work = window._work()

    def note(*_: object) -> None:
        journal.note(work.desk.session.case, work.put_by.half_typed())

    work.desk.session.listen(note)
    work.canvas.typed.connect(note)
    note()
    editor = Editor(window, Random(seed), journal)
    editor.go_on()
    application.exec()


def _beat(path: Path) -> None:
    """Write down the time again and again, in a thread as the one that keeps the case is."""
    with path.open("w", buffering=1) as beats:
        while True:
            beats.write(f"{time.monotonic()}\n")
            time.sleep(BEAT)


def folders_in(folder: Path) -> Folders:
    """Give a user's folders inside a folder."""
    return Folders(folder / "data", folder / "logs")


def digest(case: Case, half: HalfTyped) -> str:
    """Tell one state of a case, and of what is half typed, from every other."""
    typed = "\n".join((half.words, half.who, half.name, half.born))
    return hashlib.sha256(codec.encode(case) + typed.encode()).hexdigest()


class Journal:
    """Notes when a case became what, past all buffers of the program."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self._last = ""

    def note(self, case: Case, half: HalfTyped) -> None:
        """Note the case with what is half typed, if it is another one."""
        if (state := digest(case, half)) != self._last:
            self._last = state
            self._write(state)

    def typed(self) -> None:
        """Note that the case lacks what stands in a field."""
        self._write(TYPED)

    def _write(self, state: str) -> None:
        os.write(self._file, f"{time.monotonic()} {state}\n".encode())


class Editor:
    """Selects, adds, names, moves, removes, undoes and saves at random."""

    def __init__(self, window: MainWindow, chance: Random, journal: Journal) -> None:
        self._window, self._chance, self._journal = window, chance, journal
        self._fields = 0

    def go_on(self) -> None:
        """Do one thing, and the next after a pause."""
        self._do()
        QTimer.singleShot(self._chance.choice(_PAUSES), self.go_on)

    def _do(self) -> None:
        desk, lot = self._window._work().desk, self._chance.random()
        people = [person.id for person in desk.seen.family.people]
        if people:
            desk.select(self._chance.sample(people, min(len(people), self._chance.choice((1, 1, 1, 2)))))
        if lot < _SAVING and desk.session.path is not None:
            self._window.perform("save")
        elif lot < _TYPING:
            self._name()
        elif lot < _HALF:
            self._type_half()
        else:
            there = [name for name in _STEPS if self._window.actions_.by_id[name].isEnabled()]
            self._window.perform(self._chance.choice(there))

    def _name(self) -> None:
        self._window.perform("rename")
        focused = self._type(self._chance.choice(("Lisa", "Darren", "Sheila", "Ann-Marie")))
        if focused is not None:
            QTest.keyClick(focused, Qt.Key.Key_Return)

    def _type_half(self) -> None:
        """Type a name, a line of words or in a field, and leave the caret there."""
        self._chance.choice((self._begin_name, self._begin_words, self._begin_field))()

    def _begin_name(self) -> None:
        self._window.perform("rename")
        self._type("Ann-Mar")

    def _begin_words(self) -> None:
        self._window._work().canvas.start_telling("")
        self._type(self._chance.choice(("mum Lisa 38, gr", "brother Kyle 3")))

    def _begin_field(self) -> None:
        """Type in a field of somebody's page, never the same twice."""
        work = self._window._work()
        work.desk.select(work.desk.selection[:1])
        if work._ask_in_panel("known_as") is not None and QApplication.focusWidget() is not None:
            self._journal.typed()  # where no letters go anywhere nothing is lost
            self._fields += 1
            self._type(f"Annie {self._fields}")

    def _type(self, letters: str) -> QWidget | None:
        """Type where the caret is; gives what it is in."""
        focused = QApplication.focusWidget()
        if focused is not None:
            QTest.keyClicks(focused, letters)
        return focused


def _end(*fault: object) -> None:
    """End with what went wrong, so that nobody takes it for the kill."""
    traceback.print_exception(*fault)  # type: ignore[call-overload]
    os._exit(4)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
