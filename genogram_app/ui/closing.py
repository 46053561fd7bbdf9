"""The questions before a case is closed that isn't saved, or in which something typed isn't entered."""

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


#: Said alike in every view, of what was typed in any: it tells nobody in which.
_TYPED = "Something that was typed isn’t entered yet: it is where it was typed, and gone once this is closed."


def ask(words: Words, case: str, parent: QWidget, *, saved: bool, typed: bool) -> Closing:
    """Ask what to do with a case, which is named by its reference; closing the question stays.

    typed: whether something was typed that isn't entered yet. Where all is, and saved, nothing is asked.
    """
    gone = [words.say(_TYPED)] if typed else []
    stay, drop = (words.say("Go on drawing"), Closing.STAY), words.say("Close without saving")
    if not saved:
        answers = [(words.say("Save"), Closing.SAVE), (drop, Closing.DROP), stay]
        more = "\n".join([words.say("What isn’t saved is gone once it is closed."), *gone])
        return question.ask(parent, words.say("Save {case} before closing?", case=case), more, answers)
    if not typed:
        return Closing.DROP
    answers = [(words.say("Close all the same"), Closing.DROP), stay]
    return question.ask(parent, words.say("Close {case}?", case=case), words.say(_TYPED), answers)
