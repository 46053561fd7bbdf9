"""Dated states, of a couple or of a child in law: what changed on a day, and what was recorded wrongly."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from genogram_app.catalog.cards import Card, LineCard
from genogram_app.edit import spells as edits
from genogram_app.edit.dates import read_date
from genogram_app.edit.sources import say_source_of_state
from genogram_app.errors import NotUnderstoodError
from genogram_app.model.base import Blank
from genogram_app.model.person import DateField, Person, Spell
from genogram_app.model.ties import Union
from genogram_app.picture import wording
from genogram_app.ui.controls.lines import SideLine, with_focus_in
from genogram_app.ui.controls.plain import bare, button, emptied, icon_button, label
from genogram_app.ui.controls.rows import Offer, Section, fill_menu
from genogram_app.ui.desk import Make
from genogram_app.ui.panels.inspector.basis import BasisPart
from genogram_app.ui.panels.inspector.page import RecordPage

_DATE_WIDTH = 112


class SpellsPart(Section):
    """The states of a couple or a legal status, the present one first, with their dates."""

    def __init__(
        self, page: RecordPage, heading: str, cards: Callable[[], Sequence[Card]], starts: str
    ) -> None:
        super().__init__(heading)
        self._page, self._cards, self._starts = page, cards, starts
        self._shown: Any = None
        self.body.setSpacing(6)
        self._buttons = bare(QHBoxLayout(), 8)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.setSpacing(8)
        layout.addLayout(self._buttons)
        self.change = self._offering(page.say("It changed…"), self._changes)
        self.change.setToolTip(
            page.say("Something new began. What was before stays on the record, as ended.")
        )
        self.correct = self._offering(page.say("It was wrong…"), self._corrections)
        self.correct.setToolTip(page.say("It never was so: put it right."))
        self.earlier = self.offer_menu(page.say("Add an earlier one; the present one stays"), self._earlier)
        self._buttons.addStretch(1)

    def _offering(self, says: str, offers: Callable[[], Sequence[Offer]]) -> QPushButton:
        made = button(says, lambda: None)
        menu = QMenu(made)
        menu.aboutToShow.connect(lambda: fill_menu(menu, offers()))
        made.setMenu(menu)
        self._buttons.addWidget(made)
        return made

    # -- what there is ------------------------------------------------------------------

    @property
    def _spells(self) -> list[tuple[int, Spell]]:
        """Give the states that may be seen with their numbers in the whole case, the latest first."""
        owner = self._owner()
        numbers = self._page.desk.session.stamp.states_of(self._whole())
        return list(zip(numbers, edits.spells_of(owner), strict=False))[::-1]

    def _owner(self) -> Union | Person:
        record = self._page.record
        assert isinstance(record, Union | Person)
        return record

    def _whole(self) -> Union | Person:
        record = self._page.desk.session.case.family.record(self._page.key)
        assert isinstance(record, Union | Person)
        return record

    def show_spells(self) -> None:
        """Show the states as they are now; while somebody types here only what they type changes."""
        found = self._spells
        layout_of = [(number, spell.kind, spell.until is None) for number, spell in found]
        self.correct.setVisible(bool(found))
        self.earlier.setVisible(bool(found))
        self.change.setText(self._page.say("It changed…") if found else self._starts)
        self.change.setAccessibleName(self.change.text())
        if layout_of == self._shown and with_focus_in(self):
            return
        self._shown = layout_of
        emptied(self.body)
        for number, spell in found:
            self.body.addWidget(self._one(number, spell))

    def _one(self, number: int, spell: Spell) -> QWidget:
        made = QWidget()
        column = bare(QVBoxLayout(made), 3)
        top = bare(QHBoxLayout(), 4)
        name = self._name(spell.kind)
        top.addWidget(label(name, "strong" if spell.until is None else "muted", wrap=True), 1)
        remove = self._page.say("Remove “{name}”: it never was so", name=name)
        top.addWidget(icon_button("x", remove, lambda: self._remove(number), size=14, look="tiny"))
        column.addLayout(top)
        dates = bare(QHBoxLayout(), 6)
        dates.addWidget(label(self._page.say("since"), "hint"))
        dates.addWidget(self._date(number, "since", spell.since, name))
        if spell.until is not None:
            dates.addWidget(label(self._page.say("to"), "hint"))
            dates.addWidget(self._date(number, "until", spell.until, name))
        dates.addStretch(1)
        column.addLayout(dates)
        if self._says_harm(spell):
            column.addWidget(self._source(number))
        return made

    def _says_harm(self, spell: Spell) -> bool:
        card = self._card(spell.kind)
        return isinstance(card, LineCard) and card.harm

    def _source(self, number: int) -> BasisPart:
        """Ask who says that there is harm, and where it stands."""
        page = self._page

        def say_so(**changes: Any) -> Make:
            return lambda case, stamp: say_source_of_state(case, stamp, page.key, number, **changes)

        part = BasisPart(page, lambda: edits.spells_of(self._whole())[number].basis, say_so)
        part.show_basis()
        return part

    def _date(self, number: int, field: str, value: DateField, name: str) -> SideLine:
        line = SideLine(lambda text: self._typed(number, field, text), self._page.desk.session.close_step)
        line.setMaximumWidth(_DATE_WIDTH)
        line.setAccessibleName(f"{name}, {self._page.say('since' if field == 'since' else 'to')}")
        said = wording.when(self._page.desk.words, value)
        line.setText("" if isinstance(value, Blank) else said)
        line.setPlaceholderText(said if isinstance(value, Blank) else "")
        return line

    # -- what is done -------------------------------------------------------------------

    def _typed(self, number: int, field: str, text: str) -> None:
        try:
            value = read_date(text, self._page.desk.today, ages=False)
        except NotUnderstoodError:
            return
        self._correct(number, {field: value})

    def _correct(self, number: int, fields: Mapping[str, Any]) -> None:
        self._page.act(lambda case, stamp: edits.correct_state(case, stamp, self._page.key, number, **fields))

    def _remove(self, number: int) -> None:
        self._page.act(lambda case, stamp: edits.remove_state(case, stamp, self._page.key, number))

    def _changes(self) -> list[Offer]:
        present = self._spells[0][1].kind if self._spells else ""
        cards = [card for card in self._cards() if card.id != present]
        return [(self._name(card.id), partial(self._change, card.id)) for card in cards]

    def _change(self, kind: str) -> None:
        self._page.act(lambda case, stamp: edits.change_state(case, stamp, self._page.key, kind))

    def _earlier(self) -> list[Offer]:
        return [(self._name(card.id), partial(self._record, card.id)) for card in self._cards()]

    def _record(self, kind: str) -> None:
        """Write an earlier state down; its dates are asked in its own row."""
        ask = Blank.NOT_ASKED
        self._page.act(lambda case, stamp: edits.record_state(case, stamp, self._page.key, kind, ask, ask))

    def _corrections(self) -> list[Offer]:
        number = self._spells[0][0]
        return [
            (self._name(card.id), partial(self._correct, number, {"kind": card.id})) for card in self._cards()
        ]

    def _name(self, kind: str) -> str:
        return self._page.say(self._card(kind).label)

    def _card(self, kind: str) -> Card:
        catalog = self._page.desk.scene.catalog
        return catalog.union(kind) if isinstance(self._owner(), Union) else catalog.legal_status(kind)
