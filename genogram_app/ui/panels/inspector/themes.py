"""Themes: what matters to somebody or to the family, in words, with their part in it and when."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from genogram_app.edit import themes as edits
from genogram_app.edit.records import record_of
from genogram_app.family.seen import may_be_told
from genogram_app.model.base import Share
from genogram_app.model.document import CaseDetails
from genogram_app.model.person import Part, Person, Phase, Theme
from genogram_app.ui.controls.lines import SideLine, with_focus_in
from genogram_app.ui.controls.plain import bare, emptied, icon_button, label
from genogram_app.ui.controls.rows import PARTING, Offer, Section, fill_menu
from genogram_app.ui.panels.inspector.page import RecordPage


class ThemesPart(Section):
    """The themes of somebody or of the family; a menu at each says more of it."""

    def __init__(self, page: RecordPage) -> None:
        super().__init__(page.say("What matters"))
        self._page = page
        self._shown: tuple[Theme, ...] | None = None
        self.body.setSpacing(12)
        self.offer_menu(page.say("Add what matters"), self._additions)

    def show_themes(self) -> None:
        """Show the themes as they are now."""
        found = self._themes()
        if found == self._shown or with_focus_in(self):
            return
        self._shown = found
        emptied(self.body)
        for theme in found:
            self.body.addWidget(self._one(theme))

    def _themes(self) -> tuple[Theme, ...]:
        record = record_of(self._page.desk.seen, self._page.key)
        return record.themes if isinstance(record, Person | CaseDetails) else ()

    def _one(self, theme: Theme) -> QWidget:
        made = QWidget()
        row = bare(QHBoxLayout(made), 4)
        column = bare(QVBoxLayout(), 4)
        name = self._page.say(self._page.desk.scene.catalog.theme(theme.card).label) if theme.card else ""
        if name:
            column.addWidget(label(name, wrap=True))
        if not name or theme.words:
            column.addWidget(self._words_line(theme))
        if detail := self._detail(theme):
            column.addWidget(label(detail, "hint", wrap=True))
        row.addLayout(column, 1)
        row.addWidget(self._more(theme, name or theme.words))
        return made

    def _words_line(self, theme: Theme) -> SideLine:
        line = SideLine(lambda text: self._correct(theme, words=text), self._page.desk.session.close_step)
        line.setText(theme.words)
        line.setPlaceholderText(self._page.say("In words"))
        line.setAccessibleName(self._page.say("What matters, in words"))
        return line

    def _detail(self, theme: Theme) -> str:
        parts = [theme.part.value if theme.part else "", theme.phase.value if theme.phase else ""]
        said = [self._page.say(part) for part in parts if part]
        if self._page.desk.by_worker:
            shared = theme.basis.shared and self._may_be_told(theme)
            said.append(self._page.say("family sees it") if shared else self._page.say("case file only"))
        return " · ".join(said)

    def _may_be_told(self, theme: Theme) -> bool:
        return may_be_told(theme, self._page.desk.scene.catalog.harmless)

    def _more(self, theme: Theme, name: str) -> QToolButton:
        made = icon_button(
            "ellipsis", self._page.say("More on “{name}”", name=name), lambda: None, size=14, look="tiny"
        )
        menu = QMenu(made)
        fill_menu(menu, self._offers(theme))
        made.setMenu(menu)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return made

    def _offers(self, theme: Theme) -> list[Offer]:
        say, by_worker = self._page.say, self._page.desk.by_worker
        parts = [each for each in Part if by_worker or each is not Part.CAUSED]
        phases = [each for each in Phase if by_worker or each is not Phase.SUSPECTED]
        offers: list[Offer] = [
            *((say(each.value), partial(self._correct, theme, part=each)) for each in parts),
            PARTING,
            *((say(each.value), partial(self._correct, theme, phase=each)) for each in phases),
            PARTING,
        ]
        if by_worker and self._may_be_told(theme):
            says = say("Keep for the case file") if theme.basis.shared else say("Let the family see it")
            offers.append((says, partial(self._turn_share, theme)))
        if by_worker:
            offers.append((say("Still true today"), partial(self._confirm, theme)))
        return [*offers, (say("Remove"), partial(self._remove, theme))]

    def _correct(self, theme: Theme, **fields: Any) -> None:
        key = self._page.key
        self._page.act(lambda case, stamp: edits.correct_theme(case, stamp, key, theme.id, **fields))

    def _turn_share(self, theme: Theme) -> None:
        other = Share.CASE_FILE if theme.basis.shared else Share.SHARED
        self._page.act(lambda case, stamp: edits.share_theme(case, self._page.key, theme.id, other))

    def _confirm(self, theme: Theme) -> None:
        self._page.act(lambda case, stamp: edits.confirm_theme(case, stamp, self._page.key, theme.id))

    def _remove(self, theme: Theme) -> None:
        self._page.act(lambda case, stamp: edits.remove_theme(case, self._page.key, theme.id))

    def _additions(self) -> list[Offer]:
        desk = self._page.desk
        cards = [card for card in desk.scene.catalog.themes.values() if desk.by_worker or not card.harm]
        offers: list[Offer] = [(self._page.say(card.label), partial(self._add, card.id)) for card in cards]
        return [*offers, PARTING, (self._page.say("In other words…"), partial(self._add, ""))]

    def _add(self, card: str) -> None:
        self._page.act(lambda case, stamp: edits.add_theme(case, stamp, self._page.key, card=card))
