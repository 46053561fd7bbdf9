"""How the sheet is drawn: a profile, and each of its choices turned over by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from genogram_app.catalog.template import templates
from genogram_app.edit import details
from genogram_app.ui.controls.field import Field
from genogram_app.ui.controls.plain import bare, button, label
from genogram_app.ui.controls.room import within_screen
from genogram_app.ui.controls.segmented import Choice, Segmented
from genogram_app.ui.desk import Desk
from genogram_app.ui.profile import read_profile, write_profile

_WIDTH = 520
_PLAIN = "as the profile"
_INSIDE = (
    ("", _PLAIN),
    ("age", "age"),
    ("born", "date of birth"),
    ("year", "year"),
    ("nothing", "nothing"),
)
_YES_OR_NO = ((None, _PLAIN), (True, "yes"), (False, "no"))


class DrawnDialog(QDialog):
    """Each choice is one step at once, so that the sheet behind shows it and undo takes it back."""

    def __init__(self, desk: Desk, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._folder, self._say = desk, folder, desk.words.say
        self._showing: list[Callable[[], None]] = []
        self.setWindowTitle(self._say("How it is drawn"))
        self.setFixedWidth(_WIDTH)
        column = bare(QVBoxLayout(self), 14, 24)
        column.addWidget(label(self._say("How it is drawn"), "title"))
        named = [(name, each.label) for name, each in templates().items()]
        self._choice(column, "Profile", "profile", [("", "my default"), *named])
        self.about = label("", "hint", wrap=True)
        column.addWidget(self.about)
        self._choice(column, "Inside a symbol", "inside", _INSIDE)
        losses = (("", _PLAIN), ("dot", "small dot or cross"), ("cross", "diagonal cross"))
        self._choice(column, "A pregnancy that ended", "losses", losses)
        self._choice(column, "Colours", "colours", _YES_OR_NO)
        self._choice(column, "Illness and substances filled in", "fills", _YES_OR_NO)
        partners = ((False, "the man"), (True, "the woman"))
        self._choice(column, "In a couple, on the left", "women_left", partners)
        children = ((False, "the eldest"), (True, "the youngest"))
        self._choice(column, "Among brothers and sisters, on the left", "youngest_left", children)
        foot = self._end()
        column.addLayout(foot)
        self._show()
        within_screen(self, foot)

    def _choice(self, column: QVBoxLayout, name: str, field: str, choices: Iterable[tuple[Any, str]]) -> None:
        said = [Choice(value, self._say(words)) for value, words in choices]
        row = Segmented(said, self._say(name), lambda value: self._choose(field, value))
        row.setObjectName(field)
        column.addWidget(Field(self._say(name), row))
        self._showing.append(lambda: row.show_value(getattr(self._desk.session.case.page, field)))

    def _choose(self, field: str, value: Any) -> None:
        self._desk.act(lambda case, stamp: details.set_page(case, **{field: value}))
        self._show()

    def _show(self) -> None:
        for show in self._showing:
            show()
        note = self._template().note
        self.about.setText(self._say(note) if note else "")

    def _template(self) -> Any:
        page, known = self._desk.session.case.page, templates()
        name = page.profile or self._desk.scene.profile
        return known.get(name) or next(iter(known.values()))

    def _end(self) -> QHBoxLayout:
        row = bare(QHBoxLayout(), 8)
        row.addWidget(button(self._say("Make this profile my default"), self._keep))
        row.addStretch(1)
        done = button(self._say("Done"), self.accept, "primary")
        done.setDefault(True)
        row.addWidget(done)
        return row

    def _keep(self) -> None:
        """Draw every case so that has chosen no profile of its own."""
        name = self._template().name
        write_profile(replace(read_profile(self._folder), drawn=name), self._folder)
        self._desk.scene.profile = name
        self._desk.changed.emit()
        self._show()
