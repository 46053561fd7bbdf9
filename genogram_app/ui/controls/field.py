"""A labelled field: its blanks one click below it, who may see it, and other accounts below it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from genogram_app.model.base import Blank
from genogram_app.ui.controls.plain import bare, dressed, emptied, icon_button, label, redress
from genogram_app.ui.icons import icon

_ROW = 20


@dataclass(frozen=True)
class Aside:
    """Something said below a field, with what can be done about it."""

    says: str
    acts: tuple[tuple[str, Callable[[], object]], ...] = ()


class Field(QWidget):
    """A label, an editor, and round it what every statement has."""

    def __init__(
        self,
        name: str,
        editor: QWidget,
        blanks: Mapping[Blank, str] | None = None,
        choose: Callable[[Blank], object] | None = None,
    ) -> None:
        super().__init__()
        self.name, self.editor = name, editor
        self._hovered, self._opened = False, False
        self._blanks: dict[Blank, QToolButton] = {}
        self._choose = choose
        self._column = bare(QVBoxLayout(self), 1)
        self._column.addLayout(self._head(name))
        self._column.addWidget(editor)
        if blanks:
            self._column.addLayout(self._chips(blanks))
        self._hint = label("", "hint", wrap=True)
        self._hint.hide()
        self._column.addWidget(self._hint)
        self._asides = bare(QVBoxLayout(), 2)
        self._column.addLayout(self._asides)
        self._said: tuple[Aside, ...] = ()
        editor.setAccessibleName(name)
        editor.installEventFilter(self)
        self._reveal()

    def _head(self, name: str) -> QHBoxLayout:
        row = bare(QHBoxLayout(), 2)
        title = label(name, "label")
        title.setBuddy(self.editor)
        title.setFixedHeight(_ROW)
        row.addWidget(title)
        row.addStretch(1)
        self.share = self._tiny(row, "lock")
        self.more = self._tiny(row, "ellipsis")
        return row

    def _chips(self, blanks: Mapping[Blank, str]) -> QHBoxLayout:
        """Make the blanks: hidden they take no room."""
        row = bare(QHBoxLayout(), 2)
        for blank, says in blanks.items():
            self._blanks[blank] = chip = self._chip(blank, says)
            row.addWidget(chip)
        row.addStretch(1)
        return row

    def _chip(self, blank: Blank, says: str) -> QToolButton:
        chip = dressed(QToolButton(), "blank")
        chip.setText(says)
        chip.setCheckable(True)
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus if not self._blanks else Qt.FocusPolicy.NoFocus)
        chip.installEventFilter(self)
        chip.setAccessibleName(f"{self.name}: {says}")
        chip.clicked.connect(lambda: self._choose and self._choose(blank))
        return chip

    def _tiny(self, row: QHBoxLayout, picture: str) -> QToolButton:
        made = icon_button(picture, "", lambda: None, size=14, look="tiny")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.disconnect()
        made.hide()
        row.addWidget(made)
        return made

    # -- what it shows --------------------------------------------------------------

    def show_blank(self, blank: Blank | None, *, answered: bool) -> None:
        """Show which blank stands in the field, if one does that may be told; or that it is answered."""
        for each, chip in self._blanks.items():
            chip.setChecked(each is blank)
        self._opened = self._opened or not answered
        self._reveal()

    def hint(self, text: str, *, wrong: bool = False) -> None:
        """Say something below the field."""
        self._hint.setText(text)
        redress(self._hint, "wrong" if wrong else "hint")
        self._hint.setVisible(bool(text))

    @property
    def has_hint(self) -> bool:
        """Say whether something is said below the field."""
        return bool(self._hint.text())

    def show_share(self, shared: bool | None, says: str) -> None:
        """Show who may see the field; nothing where that isn't to be shown."""
        self.share.setVisible(shared is not None)
        if shared is not None:
            self.share.setIcon(icon("users", "accent") if shared else icon("lock", "ask_ink"))
            self.share.setToolTip(says)
            self.share.setAccessibleName(f"{self.name}: {says}")

    def show_asides(self, said: Sequence[Aside]) -> None:
        """Say things below the field, each with what can be done about it."""
        if tuple(said) == self._said:
            return
        self._said = tuple(said)
        emptied(self._asides)
        for aside in said:
            self._asides.addLayout(self._aside(aside))

    def _aside(self, aside: Aside) -> QHBoxLayout:
        row = bare(QHBoxLayout(), 4)
        row.addWidget(label(aside.says, "hint", wrap=True), 1)
        if aside.acts:
            more = icon_button("ellipsis", aside.says, lambda: None, size=14, look="tiny")
            menu = QMenu(more)
            for says, act in aside.acts:
                menu.addAction(says).triggered.connect(lambda _=False, act=act: act())
            more.setMenu(menu)
            more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            row.addWidget(more, 0, Qt.AlignmentFlag.AlignTop)
        return row

    # -- what can be done: shown where nothing is answered, else once somebody has worked here; it stays
    # then, for a button below that moves away while it is pressed isn't pressed --------------------

    def _reveal(self) -> None:
        chips = list(self._blanks.values())
        working = self.editor.hasFocus() or any(chip.hasFocus() for chip in chips)
        self._opened = self._opened or working
        for chip in chips:
            chip.setVisible(self._opened)
        if self.more.menu() is not None:
            self.more.setVisible(self._hovered or working)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show what can be done here."""
        self._hovered = True
        self._reveal()

    def leaveEvent(self, event: QEvent) -> None:
        """Hide it again."""
        self._hovered = False
        self._reveal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show what can be done while the keyboard is here; go from blank to blank with the arrow keys."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
            return watched is not self.editor and self._go_along(step)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._reveal()
        return False

    def _go_along(self, step: int) -> bool:
        chips = list(self._blanks.values())
        here = next((number for number, chip in enumerate(chips) if chip.hasFocus()), None)
        if here is None or not step:
            return False
        chips[(here + step) % len(chips)].setFocus(Qt.FocusReason.TabFocusReason)
        return True
