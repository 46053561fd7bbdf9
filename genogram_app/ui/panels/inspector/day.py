"""A certain day in the inspector, such as the next review: never vague, and emptied where there is none."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from genogram_app.edit.dates import read_date
from genogram_app.errors import NotUnderstoodError
from genogram_app.model.base import Blank
from genogram_app.ui.controls.field import Field
from genogram_app.ui.controls.lines import SideLine
from genogram_app.ui.panels.inspector.on_record import OnRecord
from genogram_app.ui.panels.inspector.unread import Unread

#: While somebody types, "1 Nov 20" isn't yet a day.
_FULL_YEAR = re.compile(r"\d{4}")


class DayLine:
    """The editor of one day of a page's record; what isn't understood is kept as a draft."""

    def __init__(self, page: OnRecord, name: str, field: str) -> None:
        self._page, self._name = page, field
        self._unread = Unread(page, field, self._read)
        self.line = SideLine(self._typed, self._left)
        self.line.setObjectName(f"{field} editor")
        self.made = Field(name, self.line)

    def _read(self, text: str) -> date | None:
        if not text.strip():
            return None
        value = read_date(text, self._page.desk.today, ages=False)
        if isinstance(value, Blank):
            return None
        if not value.exact:
            raise NotUnderstoodError(self._page.say("Write the day in full, as 22 February 2027."))
        return value.earliest

    def _typed(self, text: str) -> None:
        with suppress(NotUnderstoodError):
            value = self._read(text)
            if _FULL_YEAR.search(text):
                self._unread.forget()
                self._page.write(self._name, value)
            return
        self._unread.keep(text)

    def _left(self) -> None:
        try:
            self._page.write(self._name, self._read(self.line.text()))
        except NotUnderstoodError as fault:
            self._unread.keep(self.line.text())
            self.made.hint(str(fault), wrong=True)
            return
        self._page.desk.session.close_step()
        self._unread.forget()
        self.made.hint("")
        self.show()

    def show(self) -> None:
        """Show the day, or what was typed and isn't one."""
        value = getattr(self._page.record, self._name)
        self._unread.bring_back(self.line, self.made)
        if not self.made.has_hint:
            self.line.show_text(self._page.desk.words.day(value) if value else "")
        self.line.setPlaceholderText("?")
