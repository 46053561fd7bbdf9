"""What is typed in a field and can't be written: kept as a draft, and there again with why."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from genogram_app.errors import NotUnderstoodError
from genogram_app.ui.controls.field import Field
from genogram_app.ui.panels.inspector.on_record import OnRecord


class Unread:
    """Keeps what one field of a page can't read. read: raises NotUnderstoodError with the reason."""

    def __init__(self, page: OnRecord, field: str, read: Callable[[str], object]) -> None:
        self._page, self._field, self._read = page, field, read

    def keep(self, typed: str) -> None:
        """Keep what isn't understood: it is there again, with why, whenever this page is."""
        drafts = self._page.desk.drafts
        drafts.put_unread(self._page.key, self._field, typed, by_worker=self._page.by_worker)

    def forget(self) -> None:
        """Keep nothing: all that stands in the field is written."""
        self.keep("")

    def bring_back(self, line: QLineEdit, made: Field) -> None:
        """Show what was typed and isn't understood, with why."""
        drafts = self._page.desk.drafts
        typed = drafts.unread_of(self._page.key, self._field, by_worker=self._page.by_worker)
        if not typed or made.has_hint or line.hasFocus():
            return
        line.setText(typed)
        try:
            self._read(typed)
        except NotUnderstoodError as fault:
            made.hint(str(fault), wrong=True)
