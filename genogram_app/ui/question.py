"""A question with a few answers, asked over a window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtWidgets import QMessageBox, QWidget

Answer = TypeVar("Answer")


def ask(parent: QWidget, asked: str, more: str, answers: Sequence[tuple[str, Answer]]) -> Answer:
    """Ask, and give the answer: of three, what Enter takes, what takes away, and what leaves all as it is.

    Of two there are the last two alone, and Enter takes the last. Closing the question is the last answer.
    """
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(parent.window().windowTitle())
    box.setAccessibleName(asked)
    box.setText(asked)
    box.setInformativeText(more)
    roles = QMessageBox.ButtonRole
    order = (roles.AcceptRole, roles.DestructiveRole, roles.RejectRole)
    fitting = zip(answers, order[-len(answers) :], strict=True)
    buttons = [box.addButton(says, role) for (says, _), role in fitting]
    box.setDefaultButton(buttons[0 if len(answers) == len(order) else -1])
    box.setEscapeButton(buttons[-1])
    box.exec()
    given = next((i for i, button in enumerate(buttons) if button is box.clickedButton()), -1)
    return answers[given][1]
