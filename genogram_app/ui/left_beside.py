"""The question when a file is opened beside which a crash left something that was never saved in it."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtWidgets import QWidget

from genogram_app.ui import question
from genogram_app.words import Words


class Choice(Enum):
    """What to open."""

    LEFT = auto()
    FILE = auto()
    STAY = auto()


def ask(words: Words, when: str, warning: str, parent: QWidget) -> Choice:
    """Ask what to open; closing the question opens nothing. Whoever is in the room may read along.

    when: the reference and time, as the start page gives them. warning: what became of the file.
    """
    stays = words.say("Open it as it was saved, and the rest is offered again when the program starts.")
    answers = [
        (words.say("Go on with it"), Choice.LEFT),
        (words.say("Open as it was saved"), Choice.FILE),
        (words.say("Open nothing"), Choice.STAY),
    ]
    more = "\n".join(filter(None, [when, warning, stays]))
    return question.ask(parent, words.say("Not saved when the program stopped"), more, answers)
