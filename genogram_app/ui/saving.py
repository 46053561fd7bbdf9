"""Saving the open case: where to, and what is asked where its file was changed by somebody else."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from genogram_app.errors import ChangedError, UserError
from genogram_app.store.codec import SUFFIX
from genogram_app.ui import question
from genogram_app.ui.case_files import CaseFiles
from genogram_app.ui.opened import Opened, suggested_file
from genogram_app.words import Words

FILTER = "Genogram (*.genogram)"


class Changed(Enum):
    """What to do where the file isn't as it was opened or saved here."""

    COPY = auto()
    REPLACE = auto()
    STAY = auto()


class Saving:
    """Saves open cases for a window. `say` says what came of it where it will be read."""

    def __init__(self, window: QWidget, cases: CaseFiles, say: Callable[[str], object]) -> None:
        self._window, self._cases, self._say = window, cases, say
        self._words = cases.scene.words

    def save(self, opened: Opened) -> bool:
        """Save; say whether it is saved."""
        path = opened.session.path
        return self.save_in(opened, path) if path is not None else self.save_as(opened)

    def save_as(self, opened: Opened) -> bool:
        """Ask for a place and save there; say whether it is saved."""
        path = opened.session.path
        folder = path.parent if path is not None else self._cases.folder
        suggested = str(folder / suggested_file(opened.session))
        chosen, _ = QFileDialog.getSaveFileName(self._window, self._words.say("Save as"), suggested, FILTER)
        if not chosen:
            return False
        out = Path(chosen)
        return self.save_in(opened, out) if out.suffix else self._save_with_ending(opened, out)

    def _save_with_ending(self, opened: Opened, path: Path) -> bool:
        """Save under a name that got our ending. The system asked about the name without it."""
        out = path.with_suffix(SUFFIX)
        if out.exists():
            there = "“{name}” is there already. Nothing was saved; choose another name."
            self._say(self._words.say(there, name=out.name))
            return False
        return self.save_in(opened, out)

    def save_in(self, opened: Opened, path: Path) -> bool:
        """Save in a file; say whether it is saved. Where somebody else changed it, ask what to do."""
        try:
            return self._saved(opened, lambda: opened.save(path))
        except ChangedError as fault:
            answer = ask(self._words, str(fault), self._window)
        if answer is Changed.COPY:
            return self.save_as(opened)
        return answer is Changed.REPLACE and self._replace(opened)

    def _replace(self, opened: Opened) -> bool:
        try:
            return self._saved(opened, opened.replace)
        except ChangedError as fault:  # once more while the question stood
            self._say(str(fault))
            return False

    def _saved(self, opened: Opened, save: Callable[[], Path | None]) -> bool:
        """Save and say what came of it. Raises ChangedError."""
        try:
            before = save()
        except ChangedError:
            raise
        except UserError as fault:
            self._say(str(fault))
            return False
        self._cases.remember(opened)
        says = [self._words.say("Saved and read back.")]
        if before is not None:
            says.append(self._words.say("What stood there is kept in “{name}”.", name=before.name))
        if opened.half():
            says.append(self._words.say("What was typed and isn’t entered yet isn’t in the file."))
        self._say(" ".join(says))
        return True


def ask(words: Words, fault: str, parent: QWidget) -> Changed:
    """Ask what to do with a file that somebody else changed; closing the question changes nothing."""
    more = "“Replace” puts what is open here in its place; the other is kept beside it as “(before)”."
    answers = [
        (words.say("Save as a copy"), Changed.COPY),
        (words.say("Replace"), Changed.REPLACE),
        (words.say("Go on drawing"), Changed.STAY),
    ]
    return question.ask(parent, fault, words.say(more), answers)
