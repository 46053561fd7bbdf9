"""From a case and a way of looking at it to a finished sheet, each step kept while it stays the same."""

from __future__ import annotations

from dataclasses import replace

from genogram_app.catalog.load import Catalog, load
from genogram_app.catalog.theme import Theme, load_theme
from genogram_app.family.case import Case
from genogram_app.family.seen import Reader, View, seen
from genogram_app.layout.crowding import faults
from genogram_app.model.document import Placement
from genogram_app.picture.compose import Sheet, compose, lay_out_measured
from genogram_app.picture.measured import Measured, measure
from genogram_app.picture.pen import Pen
from genogram_app.words import Words, words_in


class Scene:
    """Makes sheets in one theme and one language, from the cards of one catalogue."""

    def __init__(
        self, catalog: Catalog | None = None, theme: Theme | None = None, words: Words | None = None
    ) -> None:
        self.catalog = catalog or load()
        self.theme = theme or load_theme()
        self.words = words or words_in()
        self.pen = Pen(self.theme, self.words)
        self._grey = Pen(self.theme.in_grey(), self.words)
        self._last: tuple[Case, View, Sheet] | None = None

    def sheet(self, shown: Case, view: View) -> Sheet:
        """Compose the sheet of a case as it is seen (`family.seen`); the last one is kept."""
        if self._last is None or self._last[0] is not shown or self._last[1] != view:
            pen = self._grey if view.proof else self.pen
            self._last = (shown, view, compose(pen, self.catalog, shown, view))
        return self._last[2]

    def settled(self, case: Case, view: View, *, edited: bool = False) -> Case:
        """Give the case with a place, proposed, for everyone who has none yet in this view.

        A place is a decision, so it is stored, and the next edit moves nobody:
        unless the family was `edited` so that people stand over each other or in
        the wrong row. Then all but those placed by hand are laid out afresh. The
        places are those of the whole family, whoever is looking.
        """
        whole = replace(view, reader=Reader.CASE_FILE)
        if not edited and _all_placed(case, view):
            return case
        shown = seen(case, whole)
        measured = measure(self.pen, self.catalog, shown, whole)
        filled = _filled(case, whole, shown, measured)
        crowded = _faults(filled, view, shown, measured) if edited else 0
        if not crowded:
            return filled
        loose = [key for key, at in filled.placed(view.kind).items() if not at.by_hand]
        fresh = _filled(case.unplace(view.kind, loose), whole, shown.unplace(view.kind, loose), measured)
        return fresh if _faults(fresh, view, shown, measured) < crowded else filled


def _all_placed(case: Case, view: View) -> bool:
    """Say whether layout would have nothing to propose."""
    there = case.placed(view.kind)
    services = () if view.kind == "genogram" else case.family.agencies
    return view.kind != "ecomap" and all(record.id in there for record in (*case.family.people, *services))


def _filled(case: Case, view: View, shown: Case, measured: Measured) -> Case:
    """Give the case with a proposed place for everyone in this view who has none."""
    if _all_placed(case, view):
        return case
    there = case.placed(view.kind)
    layout = lay_out_measured(shown, view, measured, places_only=True)
    fresh = {
        key: Placement(x=round(x, 2), y=round(y, 2))
        for key, (x, y) in sorted(layout.places.items())
        if key not in there
    }
    return case.place(view.kind, fresh) if fresh else case


def _faults(case: Case, view: View, shown: Case, measured: Measured) -> int:
    places = {key: (at.x, at.y) for key, at in case.placed(view.kind).items()}
    return faults(shown.family, measured.extents, places, measured.options.care_kinds)
