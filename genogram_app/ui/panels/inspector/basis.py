"""What a line rests on: who says so, and where it stands."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from genogram_app.edit.records import with_record
from genogram_app.edit.result import Edit, Stamp
from genogram_app.family.case import Case
from genogram_app.model.base import Standing, Teller
from genogram_app.ui.controls.field import Field
from genogram_app.ui.controls.lines import SideLine
from genogram_app.ui.controls.plain import bare
from genogram_app.ui.panels.inspector.page import RecordPage
from genogram_app.ui.panels.inspector.pickers import Picker
from genogram_app.words import Sentence


class BasisPart(QWidget):
    """Who says so and where it stands, each to be left open; nothing is preset."""

    def __init__(self, page: RecordPage) -> None:
        super().__init__()
        self._page = page
        say, column = page.say, bare(QVBoxLayout(self), 12)
        tellers = {
            Teller.CHILD: say("a child"),
            Teller.ADULT: say("an adult"),
            Teller.AGENCY: say("a service"),
            Teller.WORKER: say("worker’s view"),
        }
        self._teller = Picker(
            [(None, say("not said"), None), *((each, says, None) for each, says in tellers.items())],
            lambda value: self._put(teller=value),
        )
        self._name = SideLine(lambda text: self._put(told_by=text, typing=True), page.desk.session.close_step)
        self._name.setPlaceholderText(say("their name, or which service"))
        self._name.setAccessibleName(say("Who says so, by name"))
        self._standing = Picker(
            [(None, say("not said"), None), *((each, say(each.value), None) for each in Standing)],
            lambda value: self._put(standing=value),
        )
        who = Field(say("Who says so"), self._teller)
        column.addWidget(who)
        column.addWidget(self._name)
        column.addWidget(Field(say("Where it stands"), self._standing))

    def show_basis(self) -> None:
        """Show what the line rests on now."""
        basis = self._page.record.basis
        self._teller.show_value(basis.teller)
        self._name.show_text(basis.told_by)
        self._standing.show_value(basis.standing)

    def _put(self, *, typing: bool = False, **changes: Any) -> None:
        merge = f"{self._page.key} basis" if typing else ""

        def make(case: Case, stamp: Stamp) -> Edit:
            record = case.family.record(self._page.key)
            told = record.put(basis=record.basis.put(recorded=stamp.today, **changes))
            after = case if told == record else with_record(case, told)
            return Edit(Sentence("Say who says so", quiet="Correct a detail"), after, (), merge)

        self._page.act(make)
