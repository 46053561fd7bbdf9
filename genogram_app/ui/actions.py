"""Qt's actions, made of the table of commands: menus, keys and enabled state follow from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from genogram_app.studio.command import Command
from genogram_app.studio.commands import BY_ID, COMMANDS, GROUPS, in_group
from genogram_app.studio.context import Context
from genogram_app.words import Sentence, Words

#: Done while no case is open.
WITHOUT_CASE = frozenset(
    "new open import quit cover full_screen as_system light dark keys guide symbols about palette".split()
)
#: Commands whose key says, where there is nothing to do, that there is nothing.
_STEPS = ("undo", "redo")
#: Keys that mean something else in each part of the window; the canvas knows them by itself.
LEFT_TO_PARTS = frozenset({"Escape"})
#: Where a line stands in a menu, before these.
_PARTED = frozenset(
    "save export leave rename copy copy_picture select_all find add_person make_couple relate make_household "
    "set_subject confirm align_row move_left worker_view proof spotlight as_system".split()
)


class Actions(QObject):
    """One action for each command. `perform` does a command by its id."""

    def __init__(self, window: QWidget, words: Words, perform: Callable[[str], object]) -> None:
        super().__init__(window)
        self._words = words
        self.by_id: Mapping[str, QAction] = {
            command.id: self._action(command, window, perform) for command in COMMANDS
        }
        self._idle = {name: self._idle_action(name, window, perform) for name in _STEPS}

    def _action(self, command: Command, window: QWidget, perform: Callable[[str], object]) -> QAction:
        action = QAction(self._words.say(command.label).replace("&", "&&"), window)
        action.setObjectName(command.id)
        action.setCheckable(command.checked is not None or command.switch)
        action.setShortcuts([QKeySequence(key) for key in command.keys if key not in LEFT_TO_PARTS])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setAutoRepeat(command.id.startswith(("move_", "zoom_", "undo", "redo")))
        action.triggered.connect(lambda: perform(command.id))
        window.addAction(action)
        return action

    def _idle_action(self, name: str, window: QWidget, perform: Callable[[str], object]) -> QAction:
        """Make what hears a command's key while the command is grey, for a grey one hears nothing."""
        action = QAction(window)
        action.setShortcuts(self.by_id[name].shortcuts())
        action.setAutoRepeat(False)
        action.triggered.connect(lambda: perform(name))
        window.addAction(action)
        return action

    def menus(self, bar: QMenuBar) -> None:
        """Fill a menu bar, one menu for each group."""
        titles = with_letters([self._words.say(group) for group in GROUPS])
        for group, title in zip(GROUPS, titles, strict=True):
            menu = bar.addMenu(title)
            self.fill(menu, [command.id for command in in_group(group) if not command.id.endswith("_far")])

    def fill(self, menu: QMenu, ids: list[str]) -> None:
        """Fill a menu with commands, parted where another kind begins."""
        for name in ids:
            if name in _PARTED and menu.actions():
                menu.addSeparator()
            menu.addAction(self.by_id[name])

    def refresh(self, context: Context | None, *, quiet: bool) -> None:
        """Show what can be done now, and what undo and redo would do; quietly, without names.

        Why there is nothing to undo is said alike whether nothing was done or it was done for other eyes.
        """
        for command in COMMANDS:
            action = self.by_id[command.id]
            action.setEnabled(command.id in WITHOUT_CASE if context is None else command.enabled(context))
            if command.checked is not None:
                action.setChecked(context is not None and command.checked(context))
        for name, idle in self._idle.items():
            idle.setEnabled(context is not None and not self.by_id[name].isEnabled())
        self._name("undo", context.session.undoes if context else None, quiet)
        self._name("redo", context.session.redoes if context else None, quiet)

    def offer_undo(self, step: str) -> None:
        """Offer to take back something that the window did itself, while no case is open."""
        text = self._words.say("{undo}: {step}", undo=self._words.say(BY_ID["undo"].label), step=step)
        self.by_id["undo"].setText(text)
        self.by_id["undo"].setToolTip(text)
        self.by_id["undo"].setEnabled(True)

    def check(self, name: str, *, on: bool) -> None:
        """Show whether a switch of the window is on."""
        self.by_id[name].setChecked(on)

    def _name(self, name: str, sentence: Sentence | None, quiet: bool) -> None:
        plain = self._words.say(BY_ID[name].label)
        said = self._words.sentence(sentence, quiet=quiet) if sentence else ""
        text = self._words.say("{undo}: {step}", undo=plain, step=said) if said else plain
        self.by_id[name].setText(text.replace("&", "&&"))
        none = "{undo}: nothing in this view" if quiet else "{undo}: nothing"
        self.by_id[name].setToolTip(text if said else self._words.say(none, undo=plain))


def with_letters(titles: Sequence[str]) -> list[str]:
    """Mark in each title the first letter that no other has, which opens it with Alt."""
    taken, marked = set[str](), list[str]()
    for title in titles:
        at = next((n for n, c in enumerate(title) if c.isalpha() and c.casefold() not in taken), None)
        if at is not None:
            taken.add(title[at].casefold())
        marked.append(title if at is None else f"{title[:at]}&{title[at:]}")
    return marked


def keys_of(command: Command) -> str:
    """Say a command's first key as the system writes it."""
    return (
        QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if command.keys else ""
    )
