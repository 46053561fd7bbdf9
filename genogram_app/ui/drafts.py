"""What is written on records' pages and not added yet: there again whenever the page is."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from genogram_app.model.ids import Id
from genogram_app.store.half_typed import Draft

#: The part of a page in which somebody's own words are written, as fields are named.
OWN_WORDS = "own_words"
#: What a draft's field begins with that is of no record but of the worker's own details.
WORKER = "worker "
#: What a draft's field ends with where what stands in it can't be written: a date that isn't understood.
_UNREAD = " not understood"


class Drafts(QObject):
    """Keeps each draft by its record, its field and the view in which it is written."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._kept: dict[tuple[Id, str, bool], Draft] = {}

    @property
    def all(self) -> tuple[Draft, ...]:
        """Give them all, the one written last at the end."""
        return tuple(self._kept.values())

    def of(self, record: Id, field: str, *, by_worker: bool) -> Draft:
        """Give what is written, which may be nothing."""
        empty = Draft(record, field, by_worker=by_worker)
        return self._kept.get((record, field, by_worker), empty)

    def unread_of(self, record: Id, field: str, *, by_worker: bool) -> str:
        """Give what is typed in a field and can't be written; nothing where all is."""
        return self.of(record, field + _UNREAD, by_worker=by_worker).words

    def put_unread(self, record: Id, field: str, typed: str, *, by_worker: bool) -> None:
        """Keep what is typed in a field and can't be written; nothing typed is nothing kept."""
        self.put(Draft(record, field + _UNREAD, typed, by_worker=by_worker))

    def unread(self, *, by_worker: bool) -> list[Draft]:
        """Give what is typed in fields of a view and can't be written."""
        return [each for each in self.all if each.field.endswith(_UNREAD) and each.by_worker == by_worker]

    def put(self, draft: Draft) -> None:
        """Keep a draft; one in which nothing is written is gone."""
        key = (draft.record, draft.field, draft.by_worker)
        if self._kept.get(key) == draft or (not draft and key not in self._kept):
            return
        self._kept.pop(key, None)
        if draft:
            self._kept[key] = draft
        self.changed.emit()

    def bring_back(self, drafts: Iterable[Draft]) -> None:
        """Have those again that a crash left."""
        for draft in drafts:
            self.put(draft)


def part_of(draft: Draft) -> str:
    """Name the part of a page where a draft is written, as fields are named."""
    return draft.field.removesuffix(_UNREAD) or OWN_WORDS
