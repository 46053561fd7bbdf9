"""A case as it is shown in some way, and a step that is ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from genogram_app.edit.history import History
from genogram_app.family.case import Case
from genogram_app.family.seen import View, drawable


@dataclass(frozen=True)
class Shown:
    """A case as it is shown in some way: with a place for everyone, and what of it may be seen."""

    view: View
    standing: Case
    seen: Case

    @cached_property
    def drawn(self) -> Case:
        """Give what stands on its sheet: without what no sheet gives away, such as the refuge of tomorrow."""
        return drawable(self.seen, self.view, whole=self.standing)


@dataclass(frozen=True)
class Ready:
    """Another state of the history, and how it is seen: all that takes long before it is shown."""

    history: History
    shown: Shown

    @property
    def case(self) -> Case:
        """Give the case as it will be."""
        return self.history.case

    @property
    def view(self) -> View:
        """Give how it will be looked at."""
        return self.shown.view

    @property
    def drawn(self) -> Case:
        """Give the case as it will stand on the sheet."""
        return self.shown.drawn
