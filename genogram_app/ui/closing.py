"""The question before a case is closed that isn't saved."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtWidgets import QMessageBox, QWidget

from genogram_app.words import Words


class Closing(Enum):
    """What to do with what isn't saved."""

    SAVE = auto()
    DROP = auto()
    STAY = auto()


def ask(words: Words, case: str, parent: QWidget) -> Closing:
    """Ask what to do with a case, which is named by its reference; closing the question stays."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setText(words.say("Save {case} before closing?", case=case))
    box.setInformativeText(words.say("What isn’t saved is gone once it is closed."))
    buttons = QMessageBox.StandardButton
    box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
    box.button(buttons.Discard).setText(words.say("Close without saving"))
    box.button(buttons.Cancel).setText(words.say("Go on drawing"))
    box.setDefaultButton(buttons.Save)
    answers = {buttons.Save: Closing.SAVE, buttons.Discard: Closing.DROP}
    return answers.get(buttons(box.exec()), Closing.STAY)
