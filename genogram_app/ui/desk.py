"""What every part of the window shares: the open case, what is selected, and one way to act on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from genogram_app.drawing.same import Same
from genogram_app.edit.result import Edit, Stamp
from genogram_app.errors import UserError
from genogram_app.family.case import Case
from genogram_app.model.ids import Id
from genogram_app.picture.pen import Pen
from genogram_app.studio.context import Context
from genogram_app.studio.scene import Scene
from genogram_app.studio.session import News, Session, Told
from genogram_app.ui.controls.lines import hand_on
from genogram_app.ui.drafts import Drafts
from genogram_app.words import Words

if TYPE_CHECKING:
    from genogram_app.practice.questions import Question

#: Makes a step of the whole case and of who is telling.
Make = Callable[[Case, Stamp], Edit]


class Desk(QObject):
    """One open case with its selection.

    changed: the case is another, or is looked at in another way. selected: what
    is selected changed. filed: it was saved. said: a sentence for whoever works,
    and whether undoing answers it. led: look at these, wherever they stand. relate:
    draw a relationship from what is selected. profile: ask who the worker is.
    wanted: do a command of the table. to_write: put the caret in a field of what is shown.
    """

    changed = Signal()
    selected = Signal()
    filed = Signal()
    said = Signal(str, bool)
    led = Signal(tuple)
    relate = Signal()
    profile = Signal()
    wanted = Signal(str)
    to_write = Signal(str)

    def __init__(self, session: Session, scene: Scene, drafts: Drafts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.scene = scene
        self.drafts = drafts
        self.selection: tuple[Id, ...] = ()
        self._asked: tuple[Case, tuple[Question, ...]] | None = None
        self._stop = session.listen(self._hear)
        session.before_leaving = hand_on

    # -- what there is -------------------------------------------------------------

    @property
    def words(self) -> Words:
        """Give the language in which the window speaks."""
        return self.scene.words

    @property
    def pen(self) -> Pen:
        """Give what draws previews as on paper."""
        return self.scene.pen

    @property
    def seen(self) -> Case:
        """Give the case as it may be seen in this view: the only one to show."""
        return self.session.seen

    @property
    def by_worker(self) -> bool:
        """Say whether this is the worker's own view."""
        return self.session.viewing.by_worker

    @property
    def today(self) -> date:
        """Give the day on which whatever is entered now is recorded."""
        return self.session.today

    @property
    def as_at(self) -> date:
        """Give the day as at which the family is looked at: the sheet's date."""
        return self.session.view.as_at

    @property
    def state(self) -> object:
        """Give what everything shown hangs on but for the selection: while it is equal, nothing is stale."""
        return Same(self.session.case), self.session.view, self.scene.profile

    @property
    def context(self) -> Context:
        """Give what commands are asked about."""
        return Context(self.session, self.selection)

    def questions(self) -> tuple[Question, ...]:
        """Give what is still to be asked. They are the worker's: the family's view has none."""
        if not self.by_worker:
            return ()
        from genogram_app.practice.drawn import drawing_asks
        from genogram_app.practice.question import Look

        look = Look(self.session.case, self.today, self.scene.catalog, self.words)
        layout = self.scene.sheet(self.session.drawn, self.session.view).layout
        return (*drawing_asks(look, layout), *self.asked())

    def asked(self) -> tuple[Question, ...]:
        """Give what is to be asked of the case itself."""
        return self.asked_of(self.session.case)

    def asked_of(self, case: Case) -> tuple[Question, ...]:
        """Give what is to be asked of a case; a thread may work it out before it is the open one."""
        from genogram_app.practice.questions import questions

        asked = self._asked
        if asked is None or asked[0] is not case:
            asked = self._asked = (case, questions(case, self.today, self.scene.catalog, self.words))
        return asked[1]

    # -- acting --------------------------------------------------------------------

    def act(self, make: Make, *, go: bool = False) -> bool:
        """Do a step; say the reason where it is refused. With `go`, select what it selects."""
        hand_on()
        try:
            edit = make(self.session.case, self.session.stamp)
            self.session.do(edit if go else replace(edit, select=self.selection), self.selection)
        except UserError as fault:
            self.said.emit(str(fault), False)
            return False
        return True

    def select(self, keys: Iterable[Id], *, lead: bool = False) -> None:
        """Select records; with `lead`, bring them into sight."""
        family = self.seen.family
        wanted = tuple(key for key in dict.fromkeys(keys) if key in family)
        if wanted != self.selection:
            hand_on()
        if wanted != self.selection:
            self.selection = wanted
            self.session.close_step()
            self.selected.emit()
        if lead and wanted:
            self.led.emit(wanted)

    def leave(self) -> None:
        """Stop listening to the case: it is closed."""
        self._stop()

    def _hear(self, told: Told) -> None:
        if told.news is News.FILE:
            self.filed.emit()
            return
        there = self.selection if told.select is None else told.select
        selection = tuple(key for key in there if key in self.seen.family)
        differs = selection != self.selection
        self.selection = selection
        self.changed.emit()
        if differs:
            self.selected.emit()
