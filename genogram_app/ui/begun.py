"""What is typed on the start page is kept for recovery until a sheet is begun with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from genogram_app.family.case import Case
from genogram_app.store.half_typed import HalfTyped
from genogram_app.ui.autosave import Autosave

if TYPE_CHECKING:
    from genogram_app.store.recovery import Recovery


class Begun:
    """Keeps a child's name and date of birth with a case of nobody, as they are typed.

    begin: begins to keep one. of_nobody: makes that case.
    """

    def __init__(self, begin: Callable[[], Recovery], of_nobody: Callable[[], Case]) -> None:
        self._begin, self._of_nobody = begin, of_nobody
        self._kept: Autosave | None = None

    def note(self, name: str, born: str) -> None:
        """Keep what is typed, soon; nothing once nothing is."""
        half = HalfTyped(name=name, born=born)
        if not half:
            self.leave()
            return
        if self._kept is None:
            self._kept = Autosave(self._begin)
        self._kept.note(self._of_nobody(), None, half=half)

    def flush(self) -> None:
        """Keep it now."""
        if self._kept is not None:
            self._kept.flush()

    def leave(self) -> None:
        """Leave nothing behind."""
        if self._kept is not None:
            self._kept.close()
            self._kept = None
