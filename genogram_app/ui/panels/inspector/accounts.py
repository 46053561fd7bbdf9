"""Other accounts of a field: what somebody else says, kept beside what stands there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from genogram_app.edit import statements
from genogram_app.edit.dates import read_date
from genogram_app.edit.result import Edit, Stamp
from genogram_app.edit.text import read_text
from genogram_app.errors import NotUnderstoodError
from genogram_app.family.case import Case
from genogram_app.model.base import Account, Blank
from genogram_app.model.dates import When
from genogram_app.picture import wording
from genogram_app.store.half_typed import Draft
from genogram_app.ui.controls.field import Aside, Field
from genogram_app.ui.controls.lines import SideLine
from genogram_app.ui.controls.plain import bare, button, dressed, label
from genogram_app.ui.panels.inspector.on_record import OnRecord


def accounts_of(page: OnRecord, made: Field, field: str) -> list[Aside]:
    """Give the other accounts of a field, each with what can be done; one that is half written, too."""
    found = enumerate(page.record.accounts)
    told = [_aside(page, number, account) for number, account in found if account.about == field]
    draft = page.desk.drafts.of(page.key, field, by_worker=True)
    return [*told, _half_written(page, made, draft)] if draft else told


def _half_written(page: OnRecord, made: Field, draft: Draft) -> Aside:
    """Say that somebody's account isn't added yet, with the way on."""
    said = ": ".join(part for part in (draft.by.strip(), draft.words.strip()) if part)

    def throw_away() -> None:
        page.desk.drafts.put(replace(draft, words="", by=""))
        page.refresh()

    acts = (
        (page.say("Go on writing…"), lambda: ask_account(page, made, draft.field)),
        (page.say("Throw it away"), throw_away),
    )
    return Aside(page.say("Not added yet: {said}", said=said), acts)


def _aside(page: OnRecord, number: int, account: Account) -> Aside:
    who = wording.source(page.desk.words, account.basis) or page.say("Another account")
    says = page.say("{who}: {value}", who=who, value=_said(page, account.value))

    def prefer() -> bool:
        return page.act(lambda case, stamp: statements.prefer_account(case, page.key, number))

    def remove() -> bool:
        return page.act(lambda case, stamp: statements.remove_account(case, page.key, number))

    return Aside(says, ((page.say("Put this in the field"), prefer), (page.say("Remove"), remove)))


def _said(page: OnRecord, value: Any) -> str:
    if isinstance(value, When):
        return wording.when(page.desk.words, value)
    if isinstance(value, Blank):
        return wording.text(page.desk.words, value)
    return page.say(str(getattr(value, "value", value)))


def ask_account(page: OnRecord, made: Field, field: str) -> None:
    """Open a small panel under a field for what somebody else says."""
    popup = AccountPopup(page, field)
    popup.setFixedWidth(made.width())
    popup.move(made.mapToGlobal(QPoint(0, made.height())))
    popup.show()
    popup.who.setFocus()


class AccountPopup(QWidget):
    """Asks who says otherwise, and what."""

    def __init__(self, page: OnRecord, field: str) -> None:
        super().__init__(page, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dressed(self, "popup")
        self._page, self._field = page, field
        self.setAccessibleName(page.say("Somebody says otherwise"))
        column = bare(QVBoxLayout(self), 8, 12)
        draft = page.desk.drafts.of(page.key, field, by_worker=True)
        self.who = SideLine(lambda _: self._keep(), lambda: None)
        self.who.show_text(draft.by)
        self.who.setPlaceholderText(page.say("Who says so, such as Dad"))
        self.what = SideLine(lambda _: self._keep(), lambda: None)
        self.what.show_text(draft.words)
        self.what.setPlaceholderText(page.say("What they say"))
        self._fault = label("", "wrong", wrap=True)
        self._fault.hide()
        self._add = button(page.say("Add"), self._finish, "primary")
        for widget in (self.who, self.what, self._fault, self._add):
            column.addWidget(widget)
        for line in (self.who, self.what):
            line.setAccessibleName(line.placeholderText())
            line.returnPressed.connect(self._finish)

    def _finish(self) -> None:
        try:
            value = self._read()
        except NotUnderstoodError as fault:
            self._fault.setText(str(fault))
            self._fault.show()
            self.adjustSize()
            return
        done = bool(self.what.text().strip())
        if done and self._page.act(_telling(self._page.key, self._field, value, self.who.text())):
            self.who.clear()
            self.what.clear()
        self.close()

    def _keep(self) -> None:
        """Keep what is written and not added: it is said under the field, with the way on."""
        written = Draft(self._page.key, self._field, self.what.text(), self.who.text(), by_worker=True)
        self._page.desk.drafts.put(written)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say under the field what isn't added."""
        self._keep()
        super().closeEvent(event)
        self._page.refresh()

    def _read(self) -> Any:
        dated = isinstance(getattr(self._page.record, self._field), When) or self._field in ("born", "died")
        text = self.what.text()
        return read_date(text, self._page.desk.today, ages=True) if dated else read_text(text)


def _telling(key: str, field: str, value: Any, who: str) -> Callable[[Case, Stamp], Edit]:
    def make(case: Case, stamp: Stamp) -> Edit:
        told = replace(stamp, told_by=who.strip() or stamp.told_by)
        return statements.add_account(case, told, key, field, value)

    return make
