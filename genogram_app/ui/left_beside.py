"""The question when a file is opened beside which a crash left something that was never saved in it."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtWidgets import QMessageBox, QWidget

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
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setText(words.say("Not saved when the program stopped"))
    stays = words.say("Open it as it was saved, and the rest is offered again when the program starts.")
    box.setInformativeText("\n".join(filter(None, [when, warning, stays])))
    roles = QMessageBox.ButtonRole
    left = box.addButton(words.say("Go on with it"), roles.AcceptRole)
    file = box.addButton(words.say("Open as it was saved"), roles.DestructiveRole)
    stay = box.addButton(words.say("Open nothing"), roles.RejectRole)
    box.setDefaultButton(left)
    box.setEscapeButton(stay)
    box.exec()
    if box.clickedButton() is left:
        return Choice.LEFT
    return Choice.FILE if box.clickedButton() is file else Choice.STAY
