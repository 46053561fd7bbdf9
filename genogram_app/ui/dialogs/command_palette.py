"""Find any command by typing what it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from genogram_app.studio.command import Command
from genogram_app.studio.other_words import other_words
from genogram_app.ui.actions import keys_of
from genogram_app.ui.controls.lines import SearchLine
from genogram_app.ui.controls.plain import bare, dressed, label
from genogram_app.ui.panels.people import Painted
from genogram_app.ui.panels.roll import Entry
from genogram_app.words import Words

#: Its size with a full list, in pixels.
_WIDTH, _HEIGHT = 480, 398
#: Where it hangs in the window, how far from its foot, and how small at most, in pixels.
_TOP, _AIR, _LEAST = 96, 8, 180


class CommandPalette(QWidget):
    """A line to type in and what can be done now that fits it, with its key."""

    def __init__(
        self, words: Words, commands: Sequence[Command], perform: Callable[[str], object], parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dressed(self, "popup")
        self.setAccessibleName(words.say("What do you want to do?"))
        self._words, self._perform, self._window = words, perform, parent
        self._commands = [command for command in commands if command.id != "palette"]
        column = bare(QVBoxLayout(self), 6, 10)
        self.search = SearchLine(words.say("What do you want to do?"), lambda _: self._fill(), self._run)
        self.list = QListWidget()
        self.list.setAccessibleName(words.say("Commands"))
        self.list.setItemDelegate(Painted(self.list))
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(lambda _: self._run())
        self.nothing = label(words.say("Nothing of that name."), "muted")
        self.nothing.setContentsMargins(8, 4, 0, 4)
        for widget in (self.search, self.nothing, self.list):
            column.addWidget(widget)
        self.search.installEventFilter(self)
        self.setFixedWidth(_WIDTH)
        self._fill()

    def _fill(self) -> None:
        self.list.clear()
        for command in self._found(self.search.text().casefold().split()):
            says = self._words.say(command.label)
            item = QListWidgetItem(says)
            item.setData(Qt.ItemDataRole.UserRole, Entry(says, keys_of(command), command.id))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._settle()

    def _found(self, wanted: Sequence[str]) -> list[Command]:
        """Give what has every word that was typed: first what is called so, then what begins so."""
        whole = " ".join(wanted)

        def has_all(command: Command) -> bool:
            names = (command.label, command.group, other_words(command))
            known_as = " ".join(self._words.say(name) for name in names if name).casefold()
            return all(word in known_as for word in wanted)

        def order(command: Command) -> tuple[bool, bool, bool]:
            says = self._words.say(command.label).casefold().rstrip("…")
            return says != whole, not says.startswith(whole), whole not in says

        return sorted(filter(has_all, self._commands), key=order)

    def _settle(self) -> None:
        """Be as tall as what is shown needs: the list, or a word that nothing was found."""
        found = self.list.count() > 0
        self.list.setVisible(found)
        self.nothing.setVisible(not found)
        room = max(_LEAST, self._window.height() - _TOP - _AIR)
        self.setFixedHeight(min(_HEIGHT, room) if found else self.sizeHint().height())

    def _run(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.close()
            self._perform(item.data(Qt.ItemDataRole.UserRole).key)

    def open(self) -> None:
        """Open over the upper middle of the window."""
        window = self._window
        self.move(window.mapToGlobal(QPoint((window.width() - _WIDTH) // 2, _TOP)))
        self.show()
        self.search.setFocus()

    def eventFilter(self, watched: object, event: object) -> bool:
        """Go along the list with the arrow keys while one types; Escape leaves at once."""
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.close()
                return True
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                count = max(1, self.list.count())
                self.list.setCurrentRow((self.list.currentRow() + step) % count)
                return True
        return False
