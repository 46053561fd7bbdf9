"""The page of several selected at once: what can be done with all of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from genogram_app.studio.commands import BY_ID
from genogram_app.ui.controls.plain import bare, button, label
from genogram_app.ui.controls.rows import Row, Section
from genogram_app.ui.desk import Desk
from genogram_app.ui.panels.inspector.called import called

_OFFERED = (
    "make_couple make_household relate set_subject share unshare confirm "
    "align_row align_column space_across space_down remove"
).split()

#: So many of those selected are named; the list beside the sheet shows them all.
MOST = 60


class SeveralPage(QWidget):
    """Names those who are selected and offers what applies to them together."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        column = bare(QVBoxLayout(self), 8)
        count = desk.words.count("{n} selected", "{n} selected", len(desk.selection))
        column.addWidget(label(count, "title"))
        self._who = Section(desk.words.say("Selected"), lambda key: desk.select([key]))
        self._who.show_rows(self._rows())
        for name in _OFFERED:
            command = BY_ID[name]
            if command.enabled(desk.context):
                column.addWidget(button(desk.words.say(command.label), partial(desk.wanted.emit, name)))
        column.addSpacing(8)
        column.addWidget(self._who)
        column.addStretch(1)

    def refresh(self) -> None:
        """Show what they are called now."""
        self._who.show_rows(self._rows())

    def _rows(self) -> list[Row]:
        desk, more = self._desk, len(self._desk.selection) - MOST
        rows = [Row(called(desk, key), "", key) for key in desk.selection[:MOST]]
        if more > 0:
            rows.append(Row(desk.words.count("and {n} more", "and {n} more", more), quiet=True))
        return rows
