"""The bar above the sheet: which case, what can be drawn, which view, who is looking, and export."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from genogram_app.model.base import Blank
from genogram_app.studio.command import Command
from genogram_app.studio.commands import BY_ID
from genogram_app.ui.actions import keys_of
from genogram_app.ui.controls.plain import bare, button, dressed, label
from genogram_app.ui.controls.segmented import Choice, Segmented
from genogram_app.ui.desk import Desk
from genogram_app.ui.icons import icon

#: From these widths on, in pixels, the buttons that draw show pictures and words, or words; below, pictures.
_WIDE, _MIDDLING = 1500, 1280
#: Below this width the views are left to their menu and keys, and who is looking to pictures.
_NARROW = 1000
_DRAWING = (
    ("add_person", "Add person", "user-plus"),
    ("relate", "Relationship", "spline"),
    ("make_household", "Household", "house"),
    ("add_agency", "Service", "building-2"),
    ("tidy", "Tidy", "wand-sparkles"),
)


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
        kinds = ("genogram", "Genogram"), ("ecomap", "Ecomap"), ("combined", "Combined")
        choices = [Choice(kind, self._say(says)) for kind, says in kinds]
        self.kinds = Segmented(choices, self._say("View"), self._perform)
        row.addWidget(self.kinds)

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
        self.reader.show_value(self._desk.by_worker)

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
        styles, width = Qt.ToolButtonStyle, self.width()
        style = styles.ToolButtonTextBesideIcon if width >= _WIDE else styles.ToolButtonIconOnly
        if _MIDDLING <= width < _WIDE:
            style = styles.ToolButtonTextOnly
        for made in self._drawing:
            made.setText((" " if width >= _WIDE else "") + made.text().strip())
            made.setToolButtonStyle(style)
        self.kinds.setVisible(width >= _NARROW)
        self.reader.show_words(width >= _NARROW)
