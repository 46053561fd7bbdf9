"""What every page and its parts stand on: one record at a desk, shown anew whenever it may be another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from genogram_app.edit.records import correct, record_of
from genogram_app.model.base import Record
from genogram_app.model.ids import Id
from genogram_app.ui.controls.plain import bare
from genogram_app.ui.desk import Desk, Make

R = TypeVar("R", bound=Record)


class OnRecord(QWidget):
    """A column of parts about one record; each shows what it holds whenever `refresh` is called."""

    def __init__(self, desk: Desk, key: Id) -> None:
        super().__init__()
        self.desk, self.key = desk, key
        #: Whether it is a page of the worker's view: what is typed here is for that view's eyes alone.
        self.by_worker = desk.by_worker
        self.say = desk.words.say
        self._showing: list[Callable[[], None]] = []
        self.column = bare(QVBoxLayout(self), 12)

    @property
    def record(self) -> Record:
        """Give the record as it may be seen."""
        return record_of(self.desk.seen, self.key)

    def of(self, kind: type[R]) -> R:
        """Give the record as one of a kind."""
        record = self.record
        assert isinstance(record, kind)
        return record

    def act(self, make: Make, *, go: bool = False) -> bool:
        """Do a step."""
        return self.desk.act(make, go=go)

    def write(self, field: str, value: Any, *, typing: bool = True, **more: Any) -> None:
        """Write a field; letters typed in a row are one step."""
        merge = f"{self.key} {field}" if typing else ""
        changes = {field: value} | more
        self.act(lambda case, stamp: correct(case, stamp, self.key, merge=merge, **changes))

    def refresh(self) -> None:
        """Show what the record holds now."""
        for show in self._showing:
            show()

    def shows(self, show: Callable[[], None]) -> None:
        """Call this whenever the record may be another."""
        self._showing.append(show)
