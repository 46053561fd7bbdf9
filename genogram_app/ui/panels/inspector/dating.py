"""A date in the inspector: typed as people say it, and said back in words at its side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from genogram_app.errors import NotUnderstoodError
from genogram_app.model.base import Blank
from genogram_app.model.dates import When, age_on
from genogram_app.picture import wording
from genogram_app.ui.controls.field import Field
from genogram_app.ui.controls.lines import SideLine
from genogram_app.ui.panels.inspector.on_record import OnRecord
from genogram_app.ui.panels.inspector.unread import Unread

#: Gives fields of the record for what was typed. Raises NotUnderstoodError.
Told = Callable[[str], Mapping[str, Any]]


class Dating:
    """The editor of one date of a page's record. `made` is the field that it stands in."""

    made: Field

    def __init__(self, page: OnRecord, field: str, told: Told, *, ages: bool) -> None:
        self._page, self._field, self._told, self._ages = page, field, told, ages
        self._unread = Unread(page, field, told)
        self.line = SideLine(self._typed, self._left)

    def _typed(self, text: str) -> None:
        try:
            changes = dict(self._told(text))
        except NotUnderstoodError:
            self._unread.keep(text)
            self.line.say("…")
            return
        self._unread.forget()
        self.made.hint("")
        value = changes.pop(self._field, getattr(self._page.record, self._field))
        self._page.write(self._field, value, **changes)

    def _left(self) -> None:
        self._page.desk.session.close_step()
        try:
            self._told(self.line.text())
        except NotUnderstoodError as fault:
            self._unread.keep(self.line.text())
            self.made.hint(str(fault), wrong=True)
            return
        self._unread.forget()
        self.made.hint("")
        self.show()

    def show(self) -> None:
        """Show what the record holds, with the age that follows from it."""
        desk, value = self._page.desk, getattr(self._page.record, self._field)
        blank = value if isinstance(value, Blank) else None
        said = "" if blank or value is None else wording.when(desk.words, value)
        self._unread.bring_back(self.line, self.made)
        if not self.made.has_hint:
            self.line.show_text(said)
        self.line.setPlaceholderText(wording.when(desk.words, value) if blank else "")
        self.made.show_blank(blank if desk.by_worker else None, answered=blank is None)
        echo = said if self.line.hasFocus() and said != self.line.text() else ""
        age = self._age(value) if self._ages else ""
        self.line.say(" · ".join(part for part in (echo, age) if part))

    def _age(self, value: Any) -> str:
        found = age_on(value, self._page.desk.as_at) if isinstance(value, When) else None
        if found is None or not found[0]:
            return ""  # a baby's age stands in the head, in weeks or months
        years, vague = found
        said = self._page.desk.words.count("{n} year", "{n} years", years)
        return self._page.say("about {age}", age=said) if vague else said
