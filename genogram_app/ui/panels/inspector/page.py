"""What the page of every record has: its head, its fields, and who may see it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from genogram_app.edit import statements
from genogram_app.edit.dates import read_date
from genogram_app.edit.text import read_text
from genogram_app.errors import NotUnderstoodError
from genogram_app.model.base import Blank, Share
from genogram_app.model.ids import Id
from genogram_app.picture import wording
from genogram_app.ui.controls.field import Aside, Field
from genogram_app.ui.controls.lines import SideLine, TextArea
from genogram_app.ui.controls.plain import bare, button, from_the_left, hair, label
from genogram_app.ui.controls.rows import Row, Section, fill_menu
from genogram_app.ui.controls.segmented import Choice, Segmented
from genogram_app.ui.desk import Desk, Make
from genogram_app.ui.panels.inspector.accounts import accounts_of, ask_account
from genogram_app.ui.panels.inspector.called import called
from genogram_app.ui.panels.inspector.dating import Dating, Told
from genogram_app.ui.panels.inspector.on_record import OnRecord
from genogram_app.ui.panels.inspector.share import build_share
from genogram_app.ui.panels.inspector.unread import Unread

Read = Callable[[str], Any]


class RecordPage(OnRecord):
    """The page of one record: a head, what its kind has, and a foot."""

    def __init__(self, desk: Desk, key: Id) -> None:
        super().__init__(desk, key)
        self._build_head()
        self.build()
        self._build_foot()
        self.column.addStretch(1)
        self.refresh()

    # -- what each kind says --------------------------------------------------------

    def build(self) -> None:
        """Build the parts of this kind of page."""

    def title(self) -> str:
        """Say what the record is called."""
        return ""

    def subtitle(self) -> str:
        """Say what the record is, under its title."""
        return ""

    def back_to(self) -> Id | None:
        """Name the record that a line belongs to, to go back to."""
        return None

    # -- the head and the foot ----------------------------------------------------------

    def _build_head(self) -> None:
        head = bare(QVBoxLayout(), 2)
        back = self.back_to()
        if back is not None:
            named = self._name_of(back)
            crumb = button(f"‹ {named}", lambda: self.desk.select([back]), "crumb")
            crumb.setAccessibleName(self.say("Back to {name}", name=named))
            head.addWidget(crumb, 0, Qt.AlignmentFlag.AlignLeft)
        title, under = label("", "title", wrap=True), label("", "muted", wrap=True)
        head.addWidget(title)
        head.addWidget(under)
        self.column.addLayout(head)
        if self.desk.by_worker:
            self._build_share()

        def show() -> None:
            title.setText(from_the_left(self.title()))
            under.setText(self.subtitle())
            under.setVisible(bool(self.subtitle()))

        self.shows(show)

    def _name_of(self, key: Id) -> str:
        return called(self.desk, key)

    def _build_share(self) -> None:
        """Show who may see the record, and a way to change that."""
        build_share(self)

    def _build_foot(self) -> None:
        """Say when the record was last confirmed, and offer to confirm it."""
        if not self.desk.by_worker:
            return
        self.column.addWidget(hair())
        row = bare(QHBoxLayout(), 8)
        when = label("", "hint", wrap=True)
        row.addWidget(when, 1)
        row.addWidget(
            button(
                self.say("Still true today"),
                lambda: self.act(lambda case, stamp: statements.confirm(case, stamp, [self.key])),
            )
        )
        self.column.addLayout(row)

        def show() -> None:
            day = self.record.basis.confirmed
            said = self.desk.words.short_day(day) if day else ""
            when.setText(
                self.say("Last confirmed {date}", date=said) if day else self.say("Not confirmed yet")
            )

        self.shows(show)

    # -- fields ---------------------------------------------------------------------------

    def blanks(self, *wanted: Blank) -> Mapping[Blank, str]:
        """Give the words for some blanks; before the family, none that tells on anybody."""
        said = {
            Blank.UNKNOWN: self.say("not known"),
            Blank.NOT_ASKED: self.say("ask"),
            Blank.DECLINED: self.say("won’t say"),
            Blank.NONE: self.say("none"),
        }
        return {each: said[each] for each in wanted if self.desk.by_worker or each is not Blank.DECLINED}

    def text_field(
        self, name: str, field: str, *, read: Read = read_text, blanks: Iterable[Blank] = (), hint: str = ""
    ) -> Field:
        """Make a field for one line of text."""
        unread = Unread(self, field, read)

        def typed(text: str) -> None:
            try:
                value = read(text)
            except NotUnderstoodError as fault:
                unread.keep(text)
                made.hint(str(fault), wrong=True)
                return
            unread.forget()
            made.hint("")
            self.write(field, value)

        line = SideLine(typed, self.desk.session.close_step)
        made = self._field(name, line, field, blanks)

        def show() -> None:
            value = getattr(self.record, field)
            blank = value if isinstance(value, Blank) else None
            unread.bring_back(line, made)
            if not made.has_hint:
                line.show_text("" if blank else value)
            line.setPlaceholderText(wording.text(self.desk.words, value) if blank else hint)
            made.show_blank(blank if self.desk.by_worker else None, answered=blank is None)

        self.shows(show)
        return made

    def prose_field(self, name: str, field: str, lines: int = 3) -> Field:
        """Make a field for a few lines of text."""
        area = TextArea(lambda text: self.write(field, text), self.desk.session.close_step, lines)
        made = self._field(name, area, field)
        self.shows(lambda: area.show_text(getattr(self.record, field)))
        return made

    def date_field(
        self,
        name: str,
        field: str,
        *,
        ages: bool = False,
        blanks: Iterable[Blank] = (Blank.UNKNOWN, Blank.NOT_ASKED),
        read: Told | None = None,
    ) -> Field:
        """Make a field for a date, typed as people say it, and said back in words at its side.

        `read` gives fields of the record for what was typed, where it may say more than a date.
        """
        told = read or (lambda text: {field: read_date(text, self.desk.today, ages=ages)})
        dating = Dating(self, field, told, ages=ages)
        dating.made = self._field(name, dating.line, field, blanks)
        self.shows(dating.show)
        return dating.made

    def choice_field(
        self,
        name: str,
        field: str,
        choices: Iterable[Choice],
        *,
        act: Callable[[Any], object] | None = None,
        shown: Callable[[], Any] | None = None,
    ) -> Field:
        """Make a field of a few choices side by side; `shown` is which is on, else what the field holds."""
        picked = act or (lambda value: self.write(field, value, typing=False))
        row = Segmented(choices, name, picked)
        made = self._field(name, row, field)
        self.shows(lambda: row.show_value(shown() if shown else getattr(self.record, field)))
        return made

    def check(self, says: str, on: Callable[[], bool], make: Callable[[bool], Make]) -> QCheckBox:
        """Make a box to tick."""
        box = QCheckBox(says)
        box.setAccessibleName(says)
        box.clicked.connect(lambda checked: self.act(make(checked)))
        self.shows(lambda: box.setChecked(on()))
        self.column.addWidget(box)
        return box

    def side_by_side(self, *widgets: QWidget) -> None:
        """Put widgets in a row."""
        row = bare(QHBoxLayout(), 8)
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        self.column.addLayout(row)

    def section(self, heading: str, rows: Callable[[], list[Row]], empty: str = "") -> Section:
        """Make a heading with rows that lead to records."""
        made = Section(heading, lambda key: self.desk.select([key]))
        self.column.addWidget(made)
        self.shows(lambda: made.show_rows(rows(), empty))
        return made

    def _field(self, name: str, editor: QWidget, field: str, blanks: Iterable[Blank] = ()) -> Field:
        made = Field(name, editor, self.blanks(*blanks), lambda blank: self.write(field, blank, typing=False))
        made.setObjectName(field)
        editor.setObjectName(f"{field} editor")
        self.column.addWidget(made)
        if self.desk.by_worker and field in type(self.record).statements():
            self._build_statement(made, field)
        return made

    def _build_statement(self, made: Field, field: str) -> None:
        """Give a field what its statement has: who may see it, whether it holds, other accounts."""
        made.share.clicked.connect(lambda: self._turn_share(field))
        menu = QMenu(made.more)
        menu.aboutToShow.connect(lambda: fill_menu(menu, self._statement_offers(made, field)))
        made.more.setMenu(menu)
        made.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.more.setAccessibleName(self.say("{field}: more", field=made.name))
        self.shows(lambda: self._show_statement(made, field))

    def _turn_share(self, field: str) -> None:
        shared = self.record.basis_of(field).shared
        who = Share.CASE_FILE if shared else Share.SHARED
        self.act(lambda case, stamp: statements.share_field(case, self.key, field, who))

    def _statement_offers(self, made: Field, field: str) -> list[tuple[str, Callable[[], object]]]:
        return [
            (
                self.say("Still true today"),
                lambda: self.act(lambda case, stamp: statements.confirm(case, stamp, [self.key], field)),
            ),
            (self.say("Somebody says otherwise…"), lambda: ask_account(self, made, field)),
        ]

    def _show_statement(self, made: Field, field: str) -> None:
        basis = self.record.basis_of(field)
        shared = basis.shared if self.record.basis.shared else None
        made.show_share(
            shared, self.say("The family sees this") if basis.shared else self.say("Case file only")
        )
        source = wording.source(self.desk.words, basis)
        told = [Aside(source)] if source and any(said.about == field for said in self.record.said) else []
        made.show_asides([*told, *accounts_of(self, made, field)])
