"""The open case. Everything that changes it comes through one door: `Session.do`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Protocol

from genogram_app.catalog.load import Catalog
from genogram_app.drawing.primitives import Box
from genogram_app.edit.history import History
from genogram_app.edit.result import Edit, Kinds, Stamp
from genogram_app.family.case import Case
from genogram_app.family.drawn_alike import families_alike
from genogram_app.family.seen import Reader, View, drawable, ground, hides, number_seen, seen
from genogram_app.model.base import Teller
from genogram_app.model.document import FAMILY_GROUNDS, Ground
from genogram_app.model.ids import Id, NewId, random_id
from genogram_app.studio.apart import carried, kept_as_shown, parted
from genogram_app.studio.kinds import kinds_of
from genogram_app.studio.shown import Ready, Shown
from genogram_app.studio.viewing import Viewing
from genogram_app.words import Sentence

#: In so many ways one case is kept as it is seen: each of the three sheets for both readers.
VIEWS = 6


class News(Enum):
    """What listeners are told of."""

    CASE = "the case changed"
    VIEW = "it is looked at in another way"
    FILE = "it was saved, or is another file now"


@dataclass(frozen=True)
class Told:
    """What a listener hears: the news, and what to select, None where that stays."""

    news: News
    select: tuple[Id, ...] | None = None


Listener = Callable[[Told], None]


#: Gives how much room each thing on the sheet takes, seen from its place.
Measure = Callable[[Case, View], Mapping[Id, Box]]


class Settle(Protocol):
    """Gives everybody a place; after an edit of the family it also mends what stands over each other.

    In the family's view, on the family's own sheet, where it has one. `room` is made, each in
    their row, for those who would stand over somebody. `stood`: the case before the step.
    """

    def __call__(
        self,
        case: Case,
        view: View,
        *,
        edited: bool = False,
        room: bool = False,
        stood: Case | None = None,
    ) -> Case:
        """Give the settled case."""


class Session:
    """One open case: its history, its file, how it is looked at, and who is telling.

    `path` is the file that the case was read from; without one it was never
    saved. `settle` completes each step before it is kept; `measure` tells what room things take.
    """

    def __init__(
        self,
        case: Case,
        catalog: Catalog,
        *,
        today: Callable[[], date],
        path: Path | None = None,
        new_id: NewId = random_id,
        settle: Settle | None = None,
        measure: Measure | None = None,
    ) -> None:
        self.catalog = catalog
        self.path = path
        self.viewing = Viewing()
        self.teller: Teller | None = None
        self.told_by = ""
        self._today = today
        self._new_id = new_id
        self._settle = settle
        self._measure = measure
        self._history = History.of(case)
        self._saved = case if path is not None else None
        #: Has written what is half typed, before the case is looked at in another way or a step taken back.
        self.before_leaving: Callable[[], object] = lambda: None
        #: Told of another way of looking before it is gone over to; may raise UserError, and all stays.
        self.before_look: Callable[[Viewing], object] = lambda _: None
        #: Has a step worked out before it is gone over to; may raise UserError, and all stays.
        self.working: Callable[[Callable[[], Ready]], Ready] = lambda work: work()
        self._listeners: list[Listener] = []
        self._shown: tuple[Case, dict[View, Shown]] = (case, {})
        self._cuts: tuple[Case, frozenset[Id]] | None = None

    # -- what there is ---------------------------------------------------------

    @property
    def case(self) -> Case:
        """Give the case as it is now, with what the family may not see."""
        return self._history.case

    @property
    def today(self) -> date:
        """Give the day on which whatever is entered now is recorded."""
        return self._today()

    @property
    def view(self) -> View:
        """Give how the case is looked at: as at the day when it was last revised, unless another is set."""
        return self.view_in(self.viewing)

    @property
    def seen(self) -> Case:
        """Give the case as it may be seen in this view: the only one to show, list, copy or print."""
        return self.seen_in(self.viewing)

    def view_in(self, viewing: Viewing) -> View:
        """Give how the case would be looked at in some way."""
        return self._view_of(self.case, viewing)

    def _view_of(self, case: Case, viewing: Viewing) -> View:
        return viewing.on(case.details.dated or self._today(), self.catalog)

    def seen_in(self, viewing: Viewing) -> Case:
        """Give the case as it may be seen when looked at in some way; kept while it is the same case."""
        return self._shown_in(self.view_in(viewing)).seen

    def number_in(self, viewing: Viewing) -> int:
        """Count the people whom a way of looking shows, on whichever day, without working out the sheet."""
        return number_seen(self.case, self.view_in(viewing))

    def _shown_in(self, view: View) -> Shown:
        """Give the case as some view shows it. Any thread may ask: what is kept is of this very case."""
        case, kept = self.case, self._shown
        if kept[0] is not case:
            kept = self._shown = (case, {})
        found = kept[1]
        if view not in found:
            if len(found) >= VIEWS:
                found.clear()
            found[view] = self._show(case, view)
        return found[view]

    def _show(self, case: Case, view: View) -> Shown:
        standing = self._settle(case, view) if self._settle else case
        return Shown(view, standing, seen(standing, view))

    @property
    def drawn(self) -> Case:
        """Give the case as it may stand on the sheet in this view."""
        return self.drawn_in(self.viewing)

    def drawn_in(self, viewing: Viewing) -> Case:
        """Give the case as it may stand on the sheet when looked at in some way."""
        return self._shown_in(self.view_in(viewing)).drawn

    @property
    def standing(self) -> Case:
        """Give the case with the places on which it is shown: what moves anybody is made of it."""
        return self._shown_in(self.view).standing

    @property
    def ground(self) -> Ground:
        """Give the sheet on which what is looked at has its places."""
        return ground(self.standing, self.view)

    @property
    def boxes(self) -> Mapping[Id, Box]:
        """Give how much room whatever stands on the sheet takes, seen from its place, in points."""
        return self._measure(self.drawn, self.view) if self._measure is not None else {}

    @property
    def kinds(self) -> Kinds:
        """Give the cards that edits use where nobody has picked one."""
        return kinds_of(self.catalog)

    @property
    def stamp(self) -> Stamp:
        """Give who is telling, on which day, and who may see what is entered in this view."""
        by_worker = self.viewing.by_worker
        return Stamp(
            today=self._today(),
            share=self.viewing.share,
            teller=self.teller if by_worker else None,
            told_by=self.told_by if by_worker else "",
            new_id=self._new_id,
            harmless=self.catalog.harmless,
            paternity=self.catalog.paternity,
            cut=frozenset() if by_worker else self._cut(),
        )

    def _cut(self) -> frozenset[Id]:
        """Name those whose names this view shows only in part; kept while the case is the same."""
        shown = self.seen
        if self._cuts is None or self._cuts[0] is not shown:
            self._cuts = (shown, frozenset(_shown_in_part(self.case, shown)))
        return self._cuts[1]

    @property
    def dirty(self) -> bool:
        """Say whether there is anything that isn't in the file."""
        return self.case is not self._saved

    @property
    def undoes(self) -> Sentence | None:
        """Name the step that undo would take back; None where there is none to take back in this view."""
        return self._history.undoes if self._may_touch(self._history.present) else None

    @property
    def redoes(self) -> Sentence | None:
        """Name the step that redo would do again; None where there is none to do in this view."""
        future = self._history.future
        return self._history.redoes if future and self._may_touch(future[0]) else None

    def _may_touch(self, edit: Edit) -> bool:
        """Say whether a step may go or come back here: what the worker wrote never does unseen."""
        return self.viewing.by_worker or not edit.private

    # -- the door ----------------------------------------------------------------

    def do(self, edit: Edit, selected: tuple[Id, ...] = ()) -> None:
        """Do a step that was made of the case as it is now. One that changes nothing only selects.

        `selected` is what was selected before: undoing the step comes back to it where
        nothing is left of what the step selects.
        """
        if not self._is_none(edit):
            self._go_over(lambda: self._history.do(self._done(edit, selected)))
        self._tell(News.CASE, edit.select)

    def _done(self, edit: Edit, selected: tuple[Id, ...]) -> Edit:
        settled = self._settled(self._dated(edit))
        return replace(settled, private=self.viewing.by_worker, before=selected)

    def _go_over(self, find: Callable[[], History]) -> None:
        """Go over to another state of the history, once it is known how it is shown."""
        ready = self.working(lambda: self._ready(find()))
        self._history, self._shown = ready.history, (ready.case, {ready.view: ready.shown})

    def _ready(self, history: History) -> Ready:
        view = self._view_of(history.case, self.viewing)
        return Ready(history, self._show(history.case, view))

    def _is_none(self, edit: Edit) -> bool:
        """Say whether an edit changes nothing of the case, nor of the places on which it is shown."""
        return edit.case is self.case or edit.case is self.standing

    def foreseen(self, edit: Edit) -> tuple[Case, View]:
        """Give what would stand on the sheet after a step, and on which day, without doing it."""
        if self._is_none(edit):
            return self.drawn, self.view
        case = self._settled(self._dated(edit), both=False).case
        view = self._view_of(case, self.viewing)
        return drawable(seen(case, view), view, whole=case), view

    def _settled(self, edit: Edit, *, both: bool = True) -> Edit:
        """Give everybody a place after a step. On a sheet that had none, those shown before it stay.

        both: on the other reader's sheet too, as far as the step goes along there.
        """
        if self._settle is None:
            return edit
        view, before = self.view, self._as_shown(edit.case)
        edited = not families_alike(edit.case.family, before.family)
        case = parted(before, kept_as_shown(edit.case, self.case, before), view)
        case = self._settle(case, view, edited=edited, stood=before)
        return replace(edit, case=self._on_both(before, case, edited=edited) if both else case)

    def _on_both(self, before: Case, case: Case, *, edited: bool) -> Case:
        """Give the case after a step, as far as it goes along on the other reader's sheet."""
        whole = replace(self.view, reader=Reader.CASE_FILE)
        if self._settle is None or ground(case, self.view) == whole.kind:
            return carried(before, case, self.view)
        settled = self._settle(case, whole, edited=edited, stood=before if edited else None)
        moved = carried(before, settled, self.view)
        return self._settle(moved, whole, room=True) if moved is not settled else settled

    def _as_shown(self, after: Case) -> Case:
        """Give the case with the places on which it was shown before a step.

        Where nothing is hidden after it, the family's on every sheet: worked out later, whoever is
        gone would leave a gap.
        """
        case, harmless = self.standing, self.catalog.harmless
        for shown in tuple(self._shown[1].values()):
            case = kept_as_shown(case, self.case, shown.standing)
        if self._settle is None or hides(after, harmless) or not hides(case, harmless):
            return case
        for kind in FAMILY_GROUNDS:
            case = self._settle(case, replace(self.view, kind=kind, reader=Reader.FAMILY))
        return case

    def _dated(self, edit: Edit) -> Edit:
        """Date the sheet today where a step told anything new; moving a symbol tells nothing."""
        case, before = edit.case, self.case
        if case.family is before.family and case.details is before.details:
            return edit
        chosen = case.details.dated != before.details.dated
        if chosen or case.details.dated == self._today():
            return edit
        details = case.details.put(dated=self._today())
        return replace(edit, case=case.with_(details=details))

    def close_step(self) -> None:
        """Close the last step: what is typed next is a step of its own. For when a field is left."""
        self._history = self._history.closed()

    def undo(self) -> None:
        """Take the last step back, if that may be done in this view."""
        self.before_leaving()
        if self.undoes is None:
            return
        undone = self._history.present
        self._go_over(self._history.undo)
        left = any(key in self.seen.family for key in undone.select)
        self._tell(News.CASE, undone.select if left else undone.before)

    def redo(self) -> None:
        """Do the step again that was taken back last, if that may be done in this view."""
        self.before_leaving()
        if self.redoes is None:
            return
        self._go_over(self._history.redo)
        self._tell(News.CASE, self._history.present.select)

    @property
    def history(self) -> History:
        """Give every step up to now, as a value."""
        return self._history

    def go_back_to(self, history: History) -> None:
        """Be again where one was, as if nothing had been done since: there is nothing to do again."""
        if history is not self._history:
            self._history = history
            self._tell(News.CASE, ())

    # -- looking, saving, listening -------------------------------------------------

    def look(self, viewing: Viewing) -> None:
        """Look at the case in another way. Going back to the family's view forgets who was telling."""
        self.before_leaving()
        self.before_look(viewing)
        if not viewing.by_worker:
            self.teller, self.told_by = None, ""
        self.viewing = viewing
        self.close_step()
        self._tell(News.VIEW)

    def telling(self, teller: Teller | None, told_by: str = "") -> None:
        """Say who is telling from now on; it is kept with each statement in the worker's view."""
        self.teller, self.told_by = teller, told_by

    def saved(self, path: Path, case: Case | None = None) -> None:
        """Say that a case, the present one if none is given, is surely in the file now."""
        self.path = path
        self._saved = self.case if case is None else case
        self.close_step()
        self._tell(News.FILE)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell a listener of everything from now on; gives the call that stops it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _tell(self, news: News, select: tuple[Id, ...] | None = None) -> None:
        there = None if select is None else tuple(key for key in select if key in self.seen.family)
        for listener in tuple(self._listeners):
            listener(Told(news, there))


def _shown_in_part(case: Case, shown: Case) -> Iterator[Id]:
    """Go through those whose shared names are otherwise in what is shown of a case."""
    family = shown.family
    for record in (*family.people, *family.households, *family.agencies):
        whole = case.family.record(record.id)
        name = getattr(whole, "name", None)
        if isinstance(name, str) and whole.basis_of("name").shared and name != getattr(record, "name", None):
            yield record.id
