"""Undo and redo: a list of values, as long as it has to be."""

from __future__ import annotations

from dataclasses import dataclass, replace

from genogram_app.edit.result import Edit
from genogram_app.edit.same import tells_the_same
from genogram_app.family.case import Case
from genogram_app.words import Sentence


@dataclass(frozen=True)
class History:
    """Every step from the first case on. `present` is the last step done, `future` what was undone."""

    past: tuple[Edit, ...]
    present: Edit
    future: tuple[Edit, ...] = ()

    @classmethod
    def of(cls, case: Case) -> History:
        """Begin with a case."""
        return cls((), Edit(Sentence("Open"), case))

    @property
    def case(self) -> Case:
        """Give the case as it is now."""
        return self.present.case

    @property
    def undoes(self) -> Sentence | None:
        """Name the step that undo would take back; None where there is none."""
        return self.present.label if self.past else None

    @property
    def redoes(self) -> Sentence | None:
        """Name the step that redo would do again; None where there is none."""
        return self.future[0].label if self.future else None

    def do(self, edit: Edit) -> History:
        """Give the history with a step done. One that changes nothing is none.

        Neither are letters that were typed and taken back: then the step goes, and
        the very case from before it is there again.
        """
        if edit.case is self.case:
            return self
        if edit.merge and edit.merge == self.present.merge and self.past:
            if tells_the_same(self.past[-1].case, edit.case):
                return History(self.past[:-1], _closed(self.past[-1]))
            return replace(self, present=edit, future=())
        return History((*self.past, self.present), edit)

    def undo(self) -> History:
        """Give the history one step back; itself at its beginning."""
        if not self.past:
            return self
        return History(self.past[:-1], _closed(self.past[-1]), (_closed(self.present), *self.future))

    def redo(self) -> History:
        """Give the history one step on; itself at its end."""
        if not self.future:
            return self
        return History((*self.past, self.present), self.future[0], self.future[1:])

    def closed(self) -> History:
        """Give the history with its last step closed: what is typed next is a step of its own."""
        return replace(self, present=_closed(self.present))


def _closed(edit: Edit) -> Edit:
    return replace(edit, merge="") if edit.merge else edit
