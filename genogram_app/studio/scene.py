"""From a case and a way of looking at it to a finished sheet, each step kept while it stays the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from threading import Lock

from genogram_app.catalog.load import Catalog
from genogram_app.catalog.template import Template, chosen, dressed
from genogram_app.catalog.theme import Theme, load_theme
from genogram_app.drawing.primitives import Box
from genogram_app.family.case import Case
from genogram_app.family.drawn_alike import alike
from genogram_app.family.seen import Reader, View, comes_through, drawable, ground, seen
from genogram_app.layout.lay_out import relationship_lines
from genogram_app.layout.relationships.kept import Kept
from genogram_app.layout.settle import laid_round
from genogram_app.layout.standing.fault import Fault
from genogram_app.layout.standing.passed import passed_over
from genogram_app.likeness import own
from genogram_app.model.document import Ground, Page
from genogram_app.model.ids import Id
from genogram_app.model.ties import Bond, Tie
from genogram_app.picture.compose import Sheet, compose, lay_out_measured
from genogram_app.picture.measured import Measured, measure
from genogram_app.picture.pen import Pen
from genogram_app.studio.afresh import afresh
from genogram_app.studio.mending import (
    Look,
    all_faults,
    mended,
    misleads,
    moved,
    proposed,
    roomy,
    with_ways,
)
from genogram_app.studio.touched import Touched, forgiven, touched, touching
from genogram_app.words import Words, words_in

#: So many sheets are kept: going to another view and back is done at once.
SHEETS = 2


@dataclass(frozen=True)
class Hand:
    """A pen, and the cards as it draws them."""

    pen: Pen
    catalog: Catalog


@dataclass(frozen=True)
class _Made:
    """A sheet, and what it was made of."""

    shown: Case
    view: View
    profile: str
    sheet: Sheet

    def shows(self, shown: Case, view: View, profile: str) -> bool:
        """Say whether it is the sheet of a case as it is seen."""
        return self.shown is shown and (self.view, self.profile) == (view, profile)

    def of(self, shown: Case, view: View, profile: str) -> _Made | None:
        """Give it as the sheet of another case, if that is drawn alike: all but notes are the same."""
        if (self.view, self.profile) != (view, profile) or not alike(self.shown, shown):
            return None
        return replace(self, shown=shown, sheet=replace(self.sheet, case=shown))


class Scene:
    """Makes sheets in one theme and one language, from the cards of one catalogue."""

    def __init__(
        self,
        catalog: Catalog | None = None,
        theme: Theme | None = None,
        words: Words | None = None,
        profile: str = "",
    ) -> None:
        self.catalog = catalog or own.cards()
        self.theme = theme or load_theme()
        self.words = words or words_in()
        self.pen = Pen(self.theme, self.words)
        self.profile = profile
        self._hands: dict[tuple[Template, bool], Hand] = {}
        self._made: tuple[_Made, ...] = ()
        self._changing = Lock()
        self._kept = Kept()
        #: Which relationships ran over whom when no room that neighbours could give was of any use.
        self._no_way: dict[tuple[Ground, Id], frozenset[tuple[Id, Id]]] = {}

    def hand(self, page: Page, *, proof: bool = False) -> Hand:
        """Give the pen and the cards with which a case is drawn: its profile's, or the worker's own."""
        used = chosen(page, self.profile)
        key = used, proof or not used.colours
        if key not in self._hands:
            theme = self.theme if used.theme == self.theme.name else load_theme(used.theme)
            pen = Pen(theme.in_grey() if key[1] else theme, self.words, used)
            self._hands[key] = Hand(pen, dressed(self.catalog, used))
        return self._hands[key]

    def sheet(self, shown: Case, view: View) -> Sheet:
        """Compose the sheet of a case as it may be drawn (`family.seen.drawable`); the last few are kept.

        It may be called from any thread, and none waits for another.
        """
        found = next((made for made in self._made if made.shows(shown, view, self.profile)), None)
        made = found or self._made_alike(shown, view) or self._compose(shown, view)
        with self._changing:
            others = (other for other in self._made if other.sheet.drawing is not made.sheet.drawing)
            self._made = (made, *others)[:SHEETS]
        return made.sheet

    def _made_alike(self, shown: Case, view: View) -> _Made | None:
        return next((made for each in self._made if (made := each.of(shown, view, self.profile))), None)

    def _compose(self, shown: Case, view: View) -> _Made:
        """Compose a sheet; what is kept from sheet to sheet is with one of them at a time."""
        profile, hand = self.profile, self.hand(shown.page, proof=view.proof)
        with self._changing:
            kept, self._kept = self._kept, Kept()
        # Masked once more, though callers have: whoever forgets it gives nothing away but tomorrow's refuge.
        sheet = compose(hand.pen, hand.catalog, drawable(shown, view), view, kept)
        with self._changing:
            self._kept = kept
        return _Made(shown, view, profile, sheet)

    def boxes(self, shown: Case, view: View) -> Mapping[Id, Box]:
        """Give how much room the figures of a case take, words and all, each seen from its place."""
        hand = self.hand(shown.page)
        measured = measure(hand.pen, hand.catalog, shown, view)
        return {key: extent.box for key, extent in sorted(measured.extents.items())}

    def settled(
        self,
        case: Case,
        view: View,
        *,
        edited: bool = False,
        room: bool = False,
        stood: Case | None = None,
    ) -> Case:
        """Give the case with a place, proposed, for everyone who has none yet in this view.

        A place is a decision, so it is stored, and the next edit moves nobody but
        who makes room in a row. Where the family was `edited` so that the sheet would
        mislead (somebody in the wrong row, two families' lines that read as one), and
        would do so less laid out afresh, all but those placed by hand are.
        The places are those of the whole family; where anything is kept from the
        family and they are looking, those on their own sheet (`settled_apart`).
        `room` is made, each in their row, for whoever would stand over somebody else.
        stood: the case before the step. An edit answers for no more than what it touched since; where
        the sheet was tidied, who was placed by hand is left among others as they stood where a new
        arrangement round them would mislead.
        """
        if ground(case, view) != view.kind:
            return self.settled_apart(case, view, edited=edited, stood=stood if edited else None)
        whole = replace(view, reader=Reader.CASE_FILE)
        settled = self._settled(case, whole, view.kind, edited=edited, stood=stood)
        return (
            _with_room(settled, Look(whole, *self._shown(settled, whole)), edited=True) if room else settled
        )

    def settled_apart(
        self, case: Case, view: View, *, edited: bool = False, stood: Case | None = None
    ) -> Case:
        """Give the case with a place for everyone whom the family sees, on a sheet of their own.

        It is worked out from what they see and nothing else. The very same case where the
        reader's sheet is that of the whole family.
        """
        own = ground(case, view)
        if own == view.kind or (not edited and _all_placed(case, view)):
            return case
        alone = seen(case, view)
        before = None if stood is None or ground(stood, view) != own else seen(stood, view)
        whole = replace(view, reader=Reader.CASE_FILE)
        settled = self._settled(alone, whole, own, edited=edited, stood=before)
        return case if settled is alone else case.place(own, settled.placed(view.kind))

    def _settled(
        self, case: Case, view: View, sheet: Ground, *, edited: bool, stood: Case | None = None
    ) -> Case:
        """Give the case with a place for everyone in it, who stand on some sheet."""
        if not edited and _all_placed(case, view):
            return case
        look, concerned = Look(view, *self._shown(case, view)), None
        if edited and stood is not None:
            concerned = self._touched(stood, look)
            if not concerned.every and _all_placed(case, view):
                return case
            look = replace(look, grown=concerned.kin)
        stood_up = _with_room(case, look, edited=edited, stood=stood)
        filled = _filled(stood_up, look)
        # The sheet is drawn next, with the very lines that are looked at here.
        if edited or stood is not None:
            filled = self._with_ways(case, filled, look, sheet, concerned)
        if not edited:
            return filled
        return self._mended(case, filled, look, stood, concerned)

    def _mended(
        self, case: Case, filled: Case, look: Look, stood: Case | None, concerned: Touched | None
    ) -> Case:
        """Give the case with what a step made misleading mended, by moving as few as can be."""
        found = all_faults(filled, look, self._kept)
        if found and concerned is not None and stood is not None:
            look = replace(look, forgiven=self._forgiven(stood, look, concerned))
        crowded = sum(fault not in look.forgiven for fault in found)
        if not crowded:
            return filled
        new = filled.placed(look.view.kind).keys() - case.placed(look.view.kind).keys()
        filled, crowded = mended(filled, look, crowded, new)
        return afresh(case, filled, look, crowded) if crowded else filled

    def _touched(self, stood: Case, look: Look) -> Touched:
        """Give whom a step touched. stood: the case before it."""
        before, was = self._shown(stood, look.view)
        return touched(before.family, was, look.shown.family, look.measured)

    def _forgiven(self, stood: Case, look: Look, concerned: Touched) -> frozenset[Fault]:
        """Give the faults from before a step for which it doesn't answer."""
        before = all_faults(stood, Look(look.view, *self._shown(stood, look.view)))
        held = {key for key, at in stood.placed(look.view.kind).items() if at.by_hand}
        return forgiven(before, look.measured.options.drawn(look.shown.family), concerned, held)

    def _with_ways(
        self, case: Case, filled: Case, look: Look, sheet: Ground, concerned: Touched | None
    ) -> Case:
        """Give the case with room for relationships that would run over others, if neighbours have any.

        A step that `concerned` some makes room only where they, or who moved for them, are in question.
        """
        family = look.shown.family
        whose = sheet, case.details.id
        if not family.edges(Tie if look.view.kind == "ecomap" else Bond):
            return filled
        least = self._passed_over(filled, look)
        answered = (
            least if concerned is None else touching(least, family, concerned, moved(case, filled, look))
        )
        if not answered or answered == self._no_way.get(whose):
            return filled
        excused = least - answered
        best, self._no_way[whose] = with_ways(
            filled, look, answered, lambda trial: self._passed_over(trial, look) - excused
        )
        return best

    def _passed_over(self, case: Case, look: Look) -> frozenset[tuple[Id, Id]]:
        """Give which relationships run over whom, as they are drawn next."""
        with self._changing:
            kept, self._kept = self._kept, Kept()
        family, measured, there = look.shown.family, look.measured, case.placed(look.view.kind)
        places = {key: (at.x, at.y) for key, at in there.items()}
        layout = relationship_lines(
            family, look.view.kind, measured.extents, places, measured.options, measured.labels, kept
        )
        with self._changing:
            self._kept = kept
        return passed_over(family, measured.extents, layout)

    def _shown(self, case: Case, view: View) -> tuple[Case, Measured]:
        """Give what is seen of a case, and the room that it takes."""
        shown = drawable(seen(case, view), view, whole=case)
        hand = self.hand(case.page)
        return shown, measure(hand.pen, hand.catalog, shown, view)


def _all_placed(case: Case, view: View) -> bool:
    """Say whether layout would have nothing to propose on the sheet of a reader."""
    if view.kind == "ecomap":
        return False
    where = ground(case, view)
    there, apart = case.placed(where), where != view.kind
    standing = (*case.family.people, *(case.family.agencies if view.kind == "combined" else ()))
    return all(record.id in there for record in standing if not apart or comes_through(record, view.harmless))


def _with_room(case: Case, look: Look, *, edited: bool, stood: Case | None = None) -> Case:
    """Give the case with a place for people who join others in their rows, and room made for them."""
    kind = look.view.kind
    there, people = case.placed(kind), {person.id for person in look.shown.family.people}
    waiting = people - there.keys()
    if kind == "ecomap" or waiting == people or not (waiting or edited):
        return case
    if waiting and all(at.by_hand for key, at in there.items() if key in people):
        return _round_those_by_hand(case, look, stood)
    return roomy(case, look)


def _round_those_by_hand(case: Case, look: Look, stood: Case | None) -> Case:
    """Give the case laid out round those who were placed by hand; as it stood where that reads better.

    A hand may have put somebody where a new arrangement has others: it may run the other way round.
    """
    kind, shown = look.view.kind, look.shown
    there, people = case.placed(kind), {person.id for person in shown.family.people}
    bare = shown.unplace(kind, there)
    fresh = lay_out_measured(bare, look.view, look.measured, places_only=True).places
    tried = [laid_round(fresh, there, people)]
    if stood is not None and stood.placed(kind).keys() >= people:
        before = stood.placed(kind)
        tried.append({key: (before[key].x, before[key].y) for key in people - there.keys()})
    tried_out = [roomy(proposed(case, look.view, places), look) for places in tried]
    return min(tried_out, key=lambda one: misleads(one, look))


def _filled(case: Case, look: Look) -> Case:
    """Give the case with a proposed place for everyone in this view who has none."""
    if _all_placed(case, look.view):
        return case
    there, shown = case.placed(look.view.kind), replace(look.shown, placements=case.placements)
    layout = lay_out_measured(shown, look.view, look.measured, places_only=True)
    return proposed(case, look.view, {key: at for key, at in layout.places.items() if key not in there})
