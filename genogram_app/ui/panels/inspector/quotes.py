"""Somebody's own words, as they were said."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from genogram_app.edit import statements
from genogram_app.model.base import Quote, Share
from genogram_app.store.half_typed import Draft
from genogram_app.ui.controls.lines import SideLine, TextArea
from genogram_app.ui.controls.plain import bare, button, emptied, icon_button, label
from genogram_app.ui.controls.rows import Offer, Section, fill_menu
from genogram_app.ui.drafts import OWN_WORDS
from genogram_app.ui.panels.inspector.page import RecordPage


class QuotesPart(Section):
    """Words that hang on a record, and room to write more down."""

    def __init__(self, page: RecordPage) -> None:
        super().__init__(page.say("Own words"))
        self._page = page
        self._shown: tuple[Quote, ...] = ()
        self.body.setSpacing(6)
        self.offer(page.say("Write down somebody’s own words"), self._open)
        self._new = self._new_quote()
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addWidget(self._new)

    def show_quotes(self) -> None:
        """Show the quotes as they are now."""
        found = self._page.record.quotes
        if found == self._shown:
            return
        self._shown = found
        emptied(self.body)
        for number, quote in zip(self._numbers(), found, strict=False):
            self.body.addWidget(self._one(number, quote))

    def _numbers(self) -> list[int]:
        """Give the numbers that the quotes to be seen have in the whole case."""
        from genogram_app.edit.records import record_of

        whole = record_of(self._page.desk.session.case, self._page.key).quotes
        return [n for n, each in enumerate(whole) if self._page.desk.by_worker or each.basis.shared]

    def _one(self, number: int, quote: Quote) -> QWidget:
        made = QWidget()
        row = bare(QHBoxLayout(made), 4)
        column = bare(QVBoxLayout(), 0)
        column.addWidget(label(f"“{quote.words}”", "quote", wrap=True))
        when = self._page.desk.words.short_day(quote.when) if quote.when else ""
        if detail := ", ".join(part for part in (quote.by, when, quote.where) if part):
            column.addWidget(label(detail, "hint", wrap=True))
        row.addLayout(column, 1)
        more = icon_button(
            "ellipsis", self._page.say("More on these words"), lambda: None, size=14, look="tiny"
        )
        menu = QMenu(more)
        fill_menu(menu, self._offers(number, quote))
        more.setMenu(menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row.addWidget(more)
        return made

    def _offers(self, number: int, quote: Quote) -> list[Offer]:
        page, key, offers = self._page, self._page.key, list[Offer]()
        if page.desk.by_worker:
            other = Share.CASE_FILE if quote.basis.shared else Share.SHARED
            says = (
                page.say("Keep for the case file")
                if quote.basis.shared
                else page.say("Let the family see them")
            )
            offers.append(
                (says, lambda: page.act(lambda case, stamp: statements.share_quote(case, key, number, other)))
            )
        remove = page.say("Remove")
        offers.append(
            (remove, lambda: page.act(lambda case, stamp: statements.remove_quote(case, key, number)))
        )
        return offers

    def _new_quote(self) -> QWidget:
        made = QWidget()
        column = bare(QVBoxLayout(made), 6)
        self._words = TextArea(lambda _: self._keep(), lambda: None, 2)
        self._words.setObjectName(f"{OWN_WORDS} editor")
        self._words.setPlaceholderText(self._page.say("As they were said"))
        self._words.setAccessibleName(self._page.say("Own words"))
        self._by = SideLine(lambda _: self._keep(), lambda: None)
        self._by.setPlaceholderText(self._page.say("Who said them"))
        self._by.setAccessibleName(self._page.say("Who said these words"))
        row = bare(QHBoxLayout(), 8)
        row.addWidget(self._by, 1)
        row.addWidget(button(self._page.say("Add"), self._add))
        column.addWidget(self._words)
        column.addLayout(row)
        draft = self._page.desk.drafts.of(self._page.key, "", by_worker=self._page.by_worker)
        self._words.show_text(draft.words)
        self._by.show_text(draft.by)
        made.setVisible(bool(draft))
        return made

    def _keep(self) -> None:
        """Keep what is written and not added: it is there again whenever this page is."""
        desk, words, by = self._page.desk, self._words.toPlainText(), self._by.text()
        desk.drafts.put(Draft(self._page.key, "", words, by, self._page.by_worker))

    def _open(self) -> None:
        """Have room to write, in sight once it has its place."""
        self._new.show()
        self._words.setFocus()
        QTimer.singleShot(0, self, lambda: self._page.desk.to_write.emit(OWN_WORDS))

    def _add(self) -> None:
        words, by = self._words.toPlainText().strip(), self._by.text()
        done = not words or self._page.act(
            lambda case, stamp: statements.add_quote(case, stamp, self._page.key, words, by)
        )
        if done:
            self._words.clear()
            self._by.clear()
            self._keep()
            self._new.hide()
