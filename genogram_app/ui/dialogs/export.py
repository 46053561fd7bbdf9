"""A dated copy as PDF, SVG or PNG: before the family theirs alone, before the worker either."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from genogram_app.edit.dates import read_date
from genogram_app.errors import BlankCopyError, NotUnderstoodError, UserError
from genogram_app.family.case import Case
from genogram_app.family.excerpt import Near
from genogram_app.family.seen import Reader, number_seen, seen
from genogram_app.model.dates import When
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.picture import wording
from genogram_app.practice.head import blanks
from genogram_app.practice.out_of_hours import missing
from genogram_app.studio import publish
from genogram_app.studio.publish import Copy
from genogram_app.studio.written import MayReplace, beside
from genogram_app.ui.away import Wanted, away
from genogram_app.ui.controls.field import Field
from genogram_app.ui.controls.lines import SideLine
from genogram_app.ui.controls.plain import bare, button, dressed, label
from genogram_app.ui.controls.room import as_tall_as_it_says, within_screen
from genogram_app.ui.controls.segmented import Choice, Segmented
from genogram_app.ui.desk import Desk
from genogram_app.ui.fitting import FEW
from genogram_app.ui.whom import looking

_WIDTH = 460
#: What is said to the worker of each copy.
_ABOUT: dict[Copy, str] = {
    "family": "Only what is shared. Nothing else is in it, not even hidden.",
    "case-file": "Everything, also what is for the case file alone. Keep it from the family’s hands.",
}
#: What is said in the family's view, which has one copy.
_ABOUT_HERE = "A copy of what is seen here. Other copies are made in the worker’s view."
#: What is added before the worker where a family copy would be blank.
_SHARE = (
    "Nobody is shared with the family yet: select what they may see and press “Let the family see this”, or "
    "make a case file copy."
)
#: A copy of so many people is written off the window's thread.
BIG = 100
#: What a sentence over the buttons takes that says what went wrong, in pixels.
FAULT = 80


class ExportDialog(QDialog):
    """Asks the worker for whom the copy is; then its date, its view and its form, and writes it."""

    def __init__(
        self,
        desk: Desk,
        folder: str,
        tell: Callable[[str], object],
        name_go_to: Callable[[], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk, self._folder, self._tell = desk, folder, tell
        self._name_go_to = name_go_to
        self._say = desk.words.say
        self._dated: date | None = desk.as_at
        self.setWindowTitle(self._say("Export a dated copy"))
        self.setFixedWidth(_WIDTH)
        column = bare(QVBoxLayout(self), 14, 24)
        column.addWidget(label(self._say("Export a dated copy"), "title"))
        column.addWidget(self._build_asked())
        self._build_choices(column)
        column.addSpacing(4)
        foot = self._build_end()
        column.addLayout(foot)
        self._show_copy()
        within_screen(self, foot, spare=FAULT)

    def _build_choices(self, column: QVBoxLayout) -> None:
        say = self._say
        self.copy = self._build_copy(column)
        self._about = label("", "hint", wrap=True)
        column.addWidget(self._about)
        self.blank = label("", "hint", wrap=True)
        column.addWidget(self.blank)
        kinds = ("genogram", "Genogram"), ("ecomap", "Ecomap"), ("combined", "Both in one")
        self.kind = self._choice(column, say("View"), kinds)
        self.kind.show_value(self._desk.session.viewing.kind)
        self.part = self._build_part(column)
        self._line = SideLine(self._typed, self._left)
        self._line.setText(self._desk.words.day(self._desk.as_at))
        self._date_field = Field(say("Date on the sheet"), self._line)
        column.addWidget(self._date_field)
        self.paper = self._choice(column, say("Paper"), ((None, "What fits"), ("A4", "A4"), ("A3", "A3")))
        self.paper.show_value(None)
        self.fit = QCheckBox(say("Fit to paper: people moved closer, for fewer or fuller sheets"))
        self.fit.setAccessibleDescription(say("On this copy alone; on the screen everybody stays."))
        self.fit.setToolTip(self.fit.accessibleDescription())
        column.addWidget(self.fit)
        forms = (".pdf", "PDF"), (".png", "PNG picture"), (".svg", "SVG drawing")
        self.form = self._choice(column, say("Form"), forms)
        self.form.show_value(".pdf")

    def _build_copy(self, column: QVBoxLayout) -> Segmented | None:
        """Offer whose copy it may be: in the family's view it is theirs, and nothing is said of another."""
        if not self._desk.by_worker:
            return None
        copies = (("family", "Family copy"), ("case-file", "Case file copy"))
        row = self._choice(column, self._say("For whom"), copies)
        row.show_value("case-file")
        return row

    @property
    def _copy(self) -> Copy:
        """Give whose copy it is."""
        return "case-file" if self.copy is not None and self.copy.value == "case-file" else "family"

    def _build_part(self, column: QVBoxLayout) -> Segmented | None:
        """Offer those near to who is selected, where that is one person."""
        person = self._desk.seen.family.find(Person, self._middle)
        if person is None:
            return None
        say = self._say
        whose = wording.name(self._desk.words, person)
        name = say("Everybody, or so far round {name}", name=whose)
        choices = ((0, "Everybody"), (1, "1 up and down"), (2, "2"), (3, "3"))
        row = self._choice(column, name, choices)
        row.show_value(0)
        return row

    @property
    def _middle(self) -> Id | None:
        """Give who is selected, where that is one."""
        return self._desk.selection[0] if len(self._desk.selection) == 1 else None

    def _near(self) -> Near | None:
        """Give whose part of the family is wanted."""
        reach = self.part.value if self.part is not None else 0
        return Near(self._middle, reach) if self._middle and reach else None

    def _choice(self, column: QVBoxLayout, name: str, choices: tuple[tuple[Any, str], ...]) -> Segmented:
        row = Segmented(
            [Choice(value, self._say(says)) for value, says in choices], name, lambda _: self._show_copy()
        )
        column.addWidget(Field(name, row))
        return row

    def _build_asked(self) -> QWidget:
        """Say what guidance wants answered before a copy leaves: whom to ring."""
        self.asked = dressed(QWidget(), "offer")
        row = bare(QHBoxLayout(self.asked), 8, 12)
        self.missing = label("", "wrong", wrap=True)
        row.addWidget(self.missing, 1)
        row.addWidget(button(self._say("Name somebody…"), self._leave_to_name))
        return self.asked

    def _leave_to_name(self) -> None:
        self.reject()
        self._name_go_to()

    def _show_asked(self) -> None:
        look = replace(looking(self._desk.session, self._desk.words), case=self._shown())
        shown = (self.asked, self.missing, missing(look)), (self.blank, self.blank, blanks(look))
        for whole, words, says in shown:
            words.setText(says)
            whole.setVisible(bool(says))

    def _shown(self) -> Case:
        """Give the case as its reader will see it; before the family, never more than the family sees."""
        session = self._desk.session
        if self._copy == "case-file":
            return session.seen
        return seen(session.case, replace(session.view, reader=Reader.FAMILY))

    def _build_end(self) -> QVBoxLayout:
        foot, row = bare(QVBoxLayout(), 8), bare(QHBoxLayout(), 8)
        self.fault = label("", "wrong", wrap=True)
        self.fault.hide()
        foot.addWidget(self.fault)
        foot.addLayout(row)
        row.addStretch(1)
        row.addWidget(button(self._say("Cancel"), self.reject))
        self.save = button(self._say("Save as…"), self._finish, "primary")
        self.save.setDefault(True)
        row.addWidget(self.save)
        return foot

    def _show_copy(self) -> None:
        about = _ABOUT[self._copy] if self.copy is not None else _ABOUT_HERE
        self._about.setText(self._say(about))
        self._show_asked()
        as_tall_as_it_says(self)

    # -- the date ------------------------------------------------------------------------

    def _typed(self, text: str) -> None:
        try:
            self._dated = self._read(text)
            self._date_field.hint("")
        except NotUnderstoodError:
            self._dated = None

    def _left(self) -> None:
        if self._dated is None:
            self._date_field.hint(
                self._say("Write the day in full, as 22 November 2026. No copy is undated."), wrong=True
            )
            as_tall_as_it_says(self)
        else:
            self._line.show_text(self._desk.words.day(self._dated))

    def _read(self, text: str) -> date | None:
        value = read_date(text, self._desk.today, ages=False)
        return value.earliest if isinstance(value, When) and value.exact else None

    # -- writing it -------------------------------------------------------------------------

    def _finish(self) -> None:
        if self._dated is None:
            self._left()
            return
        suggested = publish.suggested_name(self._desk.session.case, self._dated, self.form.value, self._copy)
        chosen, _ = QFileDialog.getSaveFileName(
            self, self._say("Save the copy"), str(Path(self._folder) / suggested)
        )
        self._say_fault("")
        if chosen and self.write(Path(chosen)):
            self.accept()

    def write(self, out: Path) -> bool:
        """Write the copy; say whether it was written, and what was. That `out` gives way was asked before."""
        assert self._dated is not None
        path = out if out.suffix else out.with_suffix(self.form.value)
        try:
            written = self._published(path, may_replace=lambda other: other == out)
        except UserError as fault:
            more = self._say(_SHARE) if isinstance(fault, BlankCopyError) and self._desk.by_worker else ""
            self._say_fault(f"{fault} {more}".strip())
            return False
        self._tell(self._saved(path, written))
        return True

    def _saved(self, path: Path, written: list[Path]) -> str:
        """Say what was written, and what beside it could be taken for a page of it."""
        listed = self._desk.words.listed
        said = self._say("Saved: {files}", files=listed([each.name for each in written]))
        others = [each.name for each in beside(path, written)]
        if not others:
            return said
        warned = self._say("Beside it stands what is no page of this copy: {files}.", files=listed(others))
        return f"{said}. {warned}"

    def _say_fault(self, says: str) -> None:
        """Say over the buttons what went wrong; an empty sentence says that nothing did."""
        self.fault.setText(says)
        self.fault.setVisible(bool(says))
        as_tall_as_it_says(self)

    def _published(self, path: Path, may_replace: MayReplace) -> list[Path]:
        """Write the copy; a big family's off the window's thread. Raises UserError."""
        desk, dated = self._desk, self._dated
        assert dated is not None
        case, kind, copy, paper = desk.session.case, self.kind.value, self._copy, self.paper.value
        fitted, near = self.fit.isChecked(), self._near()

        def work(wanted: Wanted) -> list[Path]:
            return publish.publish(
                case,
                path,
                view=kind,
                dated=dated,
                copy=copy,
                paper=paper,
                fitted=fitted,
                near=near,
                scene=desk.scene,
                wanted=wanted,
                may_replace=may_replace,
            )

        view = replace(desk.session.view, reader=Reader(copy))
        if number_seen(case, view) < (FEW if fitted else BIG):
            return work(lambda: True)
        return away(self, desk.words, self._say("Writing the copy…"), work)
