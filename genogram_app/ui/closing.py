"""The question before a case is closed that isn't saved."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtWidgets import QWidget

from genogram_app.ui import question
from genogram_app.words import Words


class Closing(Enum):
    """What to do with what isn't saved."""

    SAVE = auto()
    DROP = auto()
    STAY = auto()


def ask(words: Words, case: str, parent: QWidget) -> Closing:
    """Ask what to do with a case, which is named by its reference; closing the question stays."""
    answers = [
        (words.say("Save"), Closing.SAVE),
        (words.say("Close without saving"), Closing.DROP),
        (words.say("Go on drawing"), Closing.STAY),
    ]
    asked = words.say("Save {case} before closing?", case=case)
    return question.ask(parent, asked, words.say("What isn’t saved is gone once it is closed."), answers)
