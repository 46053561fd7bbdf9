"""The keyboard on the canvas: walking, and every key of the table of commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from genogram_app.model.person import Person
from genogram_app.studio.commands import BY_ID, COMMANDS
from genogram_app.studio.conditions import to_relate
from genogram_app.ui.canvas.hits import FIGURES
from genogram_app.ui.canvas.tools.relate import Relate
from genogram_app.ui.canvas.walk import Way
from genogram_app.ui.controls.lines import HELD

if TYPE_CHECKING:
    from genogram_app.ui.canvas.view import Canvas

_WAYS: Mapping[Qt.Key, Way] = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
}
_TWO = 2


class Keys:
    """Knows which key does what here; the window's own commands it leaves alone."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._own: Mapping[str, Callable[[], object]] = {
            "fit": self._fit,
            "spotlight": lambda: canvas.spotlight.turn(canvas.context.people[0]),
            "zoom_in": canvas.zoom_in,
            "zoom_out": canvas.zoom_out,
            "zoom_actual": lambda: canvas.camera.zoom(1 / canvas.camera.scale),
            "rename": self._rename,
            "tell": canvas.start_telling,
            "relate": self._relate,
            "couple_state": lambda: self._relate(as_couple=True),
            "select_all": self._select_all,
            "select_none": lambda: canvas.tool.cancel(),
        }
        self._by_key = {
            QKeySequence(key).toString(): command.id for command in COMMANDS for key in command.keys
        }

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means; say whether it means anything here."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key, plain = event.key(), not held
        tool = self._canvas.tool
        if isinstance(tool, Relate) and not event.modifiers() & HELD and tool.write(event.text()):
            return True
        if key == Qt.Key.Key_Space and plain:
            self._canvas.hold_space(True)
            return True
        if key == Qt.Key.Key_Escape:
            if not self._canvas.floats.leave_question():
                self._canvas.tool.cancel()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            return self.enter()
        if key in _WAYS and held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            self._canvas.walker.go(_WAYS[Qt.Key(key)], further=not plain)
            return True
        return self.perform(self._command(event))

    def _command(self, event: QKeyEvent) -> str:
        """Give the command of a key; of a sign that needs Shift on this keyboard, with or without it."""
        found = self._by_key.get(QKeySequence(event.keyCombination()).toString(), "")
        if found or event.key() in _WAYS or event.text().isalpha():
            return found
        bare = QKeyCombination(event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier, Qt.Key(event.key()))
        return self._by_key.get(QKeySequence(bare).toString(), "")

    def perform(self, command: str) -> bool:
        """Do a command; say whether it was done."""
        if command in self._own:
            if not BY_ID[command].enabled(self._canvas.context) and command != "select_none":
                return False
            return self._own[command]() is not False
        if command not in BY_ID or BY_ID[command].by_window:
            return False
        done: list[bool] = []
        self._canvas.attempt(lambda: done.append(BY_ID[command].run(self._canvas.context)))
        return any(done)

    def _fit(self) -> None:
        """Show everything, everybody in the light."""
        self._canvas.spotlight.end()
        self._canvas.fit()

    def enter(self) -> bool:
        """Confirm what is being drawn, or write: the name of whom is selected, or else a line of words.

        Of a couple it is asked what they are to each other.
        What is selected and has no name to write has a page: there the keyboard goes.
        """
        if isinstance(self._canvas.tool, Relate):
            self._canvas.tool.confirm()
            return True
        if not self._canvas.selection:
            return self.perform("tell")
        if self.perform("couple_state"):
            return True
        if not self.perform("rename"):
            self._canvas.page_wanted.emit()
        return True

    def _rename(self) -> bool:
        """Write somebody's name on the sheet; whatever else has a name, the window names."""
        selected = self._canvas.context.all(Person)
        if selected:
            self._canvas.start_naming(selected[0].id)
        return bool(selected)

    def _relate(self, *, as_couple: bool = False) -> None:
        """Draw a line from one, or between the two that are selected or are a couple.

        as_couple: what they are to each other is asked first.
        """
        ends = to_relate(self._canvas.context)
        if len(ends) == _TWO:
            place = self._canvas.camera.from_page(self._canvas.middle_of(ends[1]))
            self._canvas.ask_line(ends[0], ends[1], place, as_couple=as_couple)
        elif ends:
            self._canvas.start_relating(ends[0])

    def _select_all(self) -> None:
        nodes = self._canvas.board.nodes
        self._canvas.select(node.key.partition(":")[2] for node in nodes if node.role in FIGURES)
