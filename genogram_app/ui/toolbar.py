"""The bar above the sheet: which case, what can be drawn, which view, who is looking, and export."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from genogram_app.model.base import Blank
from genogram_app.studio.command import Command
from genogram_app.studio.commands import BY_ID
from genogram_app.ui.actions import keys_of
from genogram_app.ui.controls.plain import bare, button, dressed, label
from genogram_app.ui.controls.segmented import Choice, Segmented
from genogram_app.ui.desk import Desk
from genogram_app.ui.icons import icon

#: How the bar says less as room goes: whether the buttons that draw show pictures and words, whether the
#: views stand side by side, in a menu of their own or are left to the menu above and their keys, whether who
#: is looking shows words, and whether export says what it makes. The first that fits is taken.
_STYLES = Qt.ToolButtonStyle
_Views = Literal["row", "menu", ""]
_WAYS: tuple[tuple[Qt.ToolButtonStyle, _Views, bool, bool], ...] = (
    (_STYLES.ToolButtonTextBesideIcon, "row", True, True),
    (_STYLES.ToolButtonTextOnly, "row", True, True),
    (_STYLES.ToolButtonIconOnly, "row", True, True),
    (_STYLES.ToolButtonIconOnly, "menu", True, True),
    (_STYLES.ToolButtonIconOnly, "", True, True),
    (_STYLES.ToolButtonIconOnly, "menu", False, True),
    (_STYLES.ToolButtonIconOnly, "menu", False, False),
    (_STYLES.ToolButtonIconOnly, "", False, False),
)
#: Room that must be left: what is on is written in heavier letters than were measured.
_SPARE = 24
_DRAWING = (
    ("add_person", "Add person", "user-plus"),
    ("relate", "Relationship", "spline"),
    ("make_household", "Household", "house"),
    ("add_agency", "Service", "building-2"),
    ("tidy", "Tidy", "wand-sparkles"),
)
_KINDS = {"genogram": "Genogram", "ecomap": "Ecomap", "combined": "Combined"}


class CommandButton(QToolButton):
    """A button for a command; it follows the command's action, and its tooltip tells the key."""

    def __init__(
        self, action: QAction, command: Command, says: str, picture: str, perform: Callable[[str], object]
    ) -> None:
        super().__init__()
        self._action, self._key = action, keys_of(command)
        dressed(self, "tool")
        self.setIcon(icon(picture))
        self.setText(says)
        self.setProperty("command", command.id)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: perform(command.id))
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        text = self._action.toolTip().rstrip("…")
        self.setEnabled(self._action.isEnabled())
        self.setAccessibleName(self.text().strip() or text)
        self.setToolTip(f"{text} ({self._key})" if self._key else text)


class Toolbar(QWidget):
    """Shows where the case stands and offers what is used most."""

    def __init__(self, desk: Desk, actions: Mapping[str, QAction], perform: Callable[[str], object]) -> None:
        super().__init__()
        dressed(self, "bar")
        self._desk, self._actions, self._perform = desk, actions, perform
        self._say = desk.words.say
        self._drawing: list[CommandButton] = []
        self._ready = False
        self.setFixedHeight(56)
        self.setMinimumWidth(320)
        row = bare(QHBoxLayout(self), 6)
        row.setContentsMargins(16, 0, 16, 0)
        row.addLayout(self._which_case())
        row.addSpacing(10)
        self._add_steps(row)
        row.addStretch(1)
        self._add_views(row)
        row.addStretch(1)
        self._add_end(row)
        for signal in (desk.changed, desk.filed):
            signal.connect(self.refresh)
        self._ready = True
        self.refresh()

    def _which_case(self) -> QVBoxLayout:
        column = bare(QVBoxLayout(), 0)
        self.reference, self.state = label("", "heading"), label("", "hint")
        self.reference.setMinimumWidth(96)
        self.reference.setMaximumWidth(170)
        column.addStretch(1)
        column.addWidget(self.reference)
        column.addWidget(self.state)
        column.addStretch(1)
        return column

    def _add_steps(self, row: QHBoxLayout) -> None:
        for name, picture in (("undo", "undo-2"), ("redo", "redo-2")):
            made = self._tool(name, "", picture)
            made.setIconSize(QSize(18, 18))
            row.addWidget(made)
        row.addSpacing(6)
        for name, says, picture in _DRAWING:
            made = self._tool(name, self._say(says), picture)
            self._drawing.append(made)
            row.addWidget(made)

    def _tool(self, name: str, says: str, picture: str) -> CommandButton:
        return CommandButton(self._actions[name], BY_ID[name], says, picture, self._perform)

    def _add_views(self, row: QHBoxLayout) -> None:
        choices = [Choice(kind, self._say(says)) for kind, says in _KINDS.items()]
        self.kinds = Segmented(choices, self._say("View"), self._perform)
        row.addWidget(self.kinds)
        self.kind = dressed(QToolButton(), "tool")
        self.kind.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.kind.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.kind)
        menu.addActions([self._actions[kind] for kind in _KINDS])
        self.kind.setMenu(menu)
        row.addWidget(self.kind)

    def _add_end(self, row: QHBoxLayout) -> None:
        say = self._say
        choices = [
            Choice(False, say("Family view"), icon("users", "accent")),
            Choice(True, say("Worker’s view"), icon("lock", "ask_ink")),
        ]
        self.reader = Segmented(choices, say("Who is looking"), self._look_as)
        tips = {
            False: say("What the family may see (F6)"),
            True: say("Everything, also what is for the case file alone (F6)"),
        }
        for by_worker, tip in tips.items():
            if part := self.reader.button_for(by_worker):
                part.setToolTip(tip)
                part.setIconSize(QSize(16, 16))
        row.addWidget(self.reader)
        self.export = button(self._say("Export PDF"), lambda: self._perform("export"), "primary")
        self.export.setToolTip(self._say("A dated copy for the file or the family (Ctrl+Shift+E)"))
        row.addWidget(self.export)

    def refresh(self) -> None:
        """Show where the case stands now."""
        session, say = self._desk.session, self._say
        reference = self._desk.seen.details.reference
        self.reference.setText(
            say("No reference yet") if isinstance(reference, Blank) or not reference else reference
        )
        self.state.setText(self._standing())
        self.kinds.show_value(session.viewing.kind)
        shown = say(_KINDS[session.viewing.kind])
        self.kind.setText(f"{shown} ▾")
        self.kind.setAccessibleName(f"{say('View')}: {shown}")
        self.reader.show_value(self._desk.by_worker)
        self._settle()

    def _standing(self) -> str:
        session = self._desk.session
        if session.path is None:
            return self._say("not saved yet")
        return self._say("changes not saved") if session.dirty else self._say("saved")

    def _look_as(self, by_worker: bool) -> None:
        """Change who is looking; the part that is on already does nothing."""
        if by_worker != self._desk.by_worker:
            self._perform("worker_view")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say with words and pictures what there is room for."""
        super().resizeEvent(event)
        self._settle()

    def changeEvent(self, event: QEvent) -> None:
        """Say less where letters grow."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._ready:
            self._settle()

    def _settle(self) -> None:
        """Take the first way that fits, so that no word is ever cut."""
        for way in _WAYS:
            self._say_as(*way)
            if self._wanted() + _SPARE <= self.width():
                return

    def _say_as(self, style: Qt.ToolButtonStyle, views: _Views, reader: bool, export: bool) -> None:
        for made in self._drawing:
            beside = style == _STYLES.ToolButtonTextBesideIcon
            made.setText((" " if beside else "") + made.text().strip())
            made.setToolButtonStyle(style)
        self.kinds.setVisible(views == "row")
        self.kind.setVisible(views == "menu")
        self.reader.show_words(reader)
        self.export.setText(self._say("Export PDF") if export else self._say("Export"))

    def _wanted(self) -> int:
        """Give how wide all that is shown would be, in pixels."""
        for part in (self.kinds, self.reader):  # what they measured before is kept until they are told
            if inner := part.layout():
                inner.invalidate()
            part.updateGeometry()
        return self.sizeHint().width()
