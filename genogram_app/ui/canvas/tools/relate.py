"""Drawing a relationship: from somebody to somebody, a service or a household."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

from genogram_app.drawing.primitives import Node
from genogram_app.model.ids import Id
from genogram_app.ui.canvas.hits import FIGURES, id_of
from genogram_app.ui.canvas.tools.tool import Tool, Touch
from genogram_app.ui.controls.plain import plainly

if TYPE_CHECKING:
    from genogram_app.ui.canvas.view import Canvas

_ENDS = FIGURES | {"ring"}
_CHOOSE = "Choose the other one: click, type a name, or use the arrow keys. Escape stops."


class Relate(Tool):
    """Draws a line after the hand; let go, or clicked, on somebody, the palette opens there.

    The arrow keys choose the other end as well, or the first letters of a name, and Enter opens the palette.
    """

    def __init__(self, canvas: Canvas, start: Id) -> None:
        super().__init__(canvas)
        self.start = start
        self.target: Id | None = None
        self._from = canvas.middle_of(start)
        self._first: QPointF | None = None
        self._name = ""
        canvas.viewport().setCursor(Qt.CursorShape.CrossCursor)
        canvas.setFocus()  # the keys that go on are those of the sheet
        self._tell()

    def move(self, touch: Touch) -> None:
        """Let the line follow, and show whom it would reach."""
        self._first = self._first or touch.place
        node = touch.node if touch.node and touch.node.role in _ENDS and touch.record != self.start else None
        self._aim(node)
        self.canvas.marks.line(self._from, touch.point)

    def press(self, touch: Touch) -> None:
        """Nothing yet: it counts when it is let go."""

    def release(self, touch: Touch) -> None:
        """Ask which line it is, if this is somebody; a drag into nothing ends it."""
        self.move(touch)
        if self.target is not None:
            self._ask(touch.place)
        elif self._first is not None and _far(touch.place, self._first):
            self.cancel()

    def aim(self, key: Id) -> None:
        """Aim at somebody by the keyboard."""
        self._name = ""
        node = self.canvas.node_of(key)
        self._aim(node if key != self.start else None)
        self.canvas.marks.line(self._from, self.canvas.middle_of(key))

    def write(self, letter: str) -> bool:
        """Aim at whom the letters typed so far begin to name; say whether this can be one of them.

        Where nobody is called so, nobody is aimed at: Enter must not take somebody else.
        """
        back = letter == "\b" and bool(self._name)
        if not back and (not letter.isprintable() or not (letter.isalpha() or (letter and self._name))):
            return False
        typed = self._name[:-1] if back else self._name + letter
        found = self._named(typed) if typed else []
        self._aim(None)
        if found:
            self.aim(found[0])
        else:
            self.canvas.marks.line(None)
        self._name = typed
        self._tell()
        return True

    def _named(self, typed: str) -> list[Id]:
        """Give whose name, or a word of it, begins as typed, then who is so to the child: "mum", "gran".

        "Lisa" before "Lisa’s father".
        """
        canvas, wanted = self.canvas, f" {plainly(typed)}"
        called = {key: canvas.name_of(key) for key in canvas.reading_order() if self._may_end_at(key)}
        kin = {key: said.partition("(")[0] for key, said in canvas.kin_words().items()}
        named = [key for key, name in called.items() if wanted in f" {plainly(name)}"]
        so = [key for key in called if key not in named and wanted in f" {plainly(kin.get(key, ''))}"]
        return sorted(named, key=lambda key: len(called[key])) + so

    def _may_end_at(self, key: Id) -> bool:
        node = self.canvas.node_of(key)
        return node is not None and node.role in _ENDS and key != self.start

    def _tell(self) -> None:
        """Say how to choose, and whom the letters chose."""
        say, target = self.canvas.words.say, self.target
        if self._name and target is not None:
            self.canvas.tell(say("{name}: Enter chooses, Escape stops.", name=self.canvas.name_of(target)))
        elif self._name:
            self.canvas.tell(
                say("Nobody here is called “{name}”. Backspace takes a letter back.", name=self._name)
            )
        else:
            self.canvas.tell(say(_CHOOSE))

    def confirm(self) -> None:
        """Open the palette for whom the keyboard aims at."""
        if self.target is not None:
            self._ask(self.canvas.camera.from_page(self.canvas.middle_of(self.target)))

    def cancel(self) -> None:
        """Draw nothing."""
        self._clear()
        self.canvas.put_down()

    def _aim(self, node: Node | None) -> None:
        self.target = id_of(node.key) if node else None
        self.canvas.marks.target(node)

    def _ask(self, place: QPointF) -> None:
        start, target = self.start, self.target
        self._clear()
        self.canvas.put_down()
        assert target is not None
        self.canvas.ask_line(start, target, place)

    def _clear(self) -> None:
        self.canvas.marks.line(None)
        self.canvas.marks.target(None)
        self.canvas.viewport().unsetCursor()
        self.canvas.tell("")


def _far(one: QPointF, other: QPointF) -> bool:
    return (one - other).manhattanLength() > 3 * QApplication.startDragDistance()
