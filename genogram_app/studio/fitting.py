"""Fit to paper: of several arrangements the one on the least paper, then in the largest letters.

Tried are the sheet as it stands, the family laid out afresh, and wide generations
in several rows. One that tangles the lines is no gain and isn't taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from math import inf

from genogram_app.drawing.primitives import Point
from genogram_app.edit import arrange
from genogram_app.edit.arrange import Orientation
from genogram_app.edit.result import Edit
from genogram_app.family import kinship
from genogram_app.family.case import Case
from genogram_app.family.seen import Reader, View, ground, seen
from genogram_app.layout.settle import laid_round, room_made
from genogram_app.layout.sheet.tangles import tangles
from genogram_app.model.document import Placement
from genogram_app.model.ids import Id
from genogram_app.picture.compose import Sheet, compose, lay_out_measured
from genogram_app.picture.continued import inks
from genogram_app.picture.measured import Measured, measure
from genogram_app.picture.paper import Paper, papers
from genogram_app.picture.plan import plan_of
from genogram_app.picture.titleblock import subjects_of
from genogram_app.studio.mending import Look, faults_on
from genogram_app.studio.scene import Hand, Scene

#: The least gain in size for which people are moved or the page is turned, as a share.
GAIN = 0.08
#: So many more crossings are no tangle yet; nor is this share more, for less paper and for larger letters.
CROSSINGS, FOR_PAPER, FOR_LETTERS = 3, 0.5, 0.25
#: How wide a generation may be at most in the arrangements that are tried, as shares of the whole.
FOLDS = (0.9, 0.6, 0.4)
#: Rows narrower than this hold too few people to be tried, in points.
LEAST = 200.0
#: Arrangements whose sizes differ by no more are alike, in points.
SAME = 8.0


def fit(
    scene: Scene, case: Case, view: View, *, by_hand: bool = False, wanted: Callable[[], bool] = lambda: True
) -> Edit:
    """Arrange a sheet so that it needs the least paper, in the largest letters.

    What was placed by hand stays, unless `by_hand`. The paper and the way up that the
    case names are kept to; where it leaves the way up open, the better one is written down.
    wanted: asked before each arrangement that is tried; the best till then is taken where it no longer is.
    """
    where = ground(case, view)
    reader = replace(view, reader=Reader.CASE_FILE) if where == view.kind else view
    fitting = _Fitting(scene.hand(case.page), seen(case, reader), reader, by_hand=by_hand)
    best = fitting.best(wanted)
    return arrange.fit(case, where, best.places, best.turned, by_hand=by_hand)


@dataclass(frozen=True)
class _Tried:
    """An arrangement: where people stand, the sheet that comes of it, and how badly that misleads."""

    places: Mapping[Id, Point]
    sheet: Sheet
    misled: int = 0

    @cached_property
    def paper(self) -> tuple[Paper, float, float]:
        """Give the paper that it needs, how much of it in sheets of A4, and how large it is drawn there."""
        sheet = self.sheet
        if not sheet.fit.fits:
            plan = plan_of(sheet, inks(sheet.lines, sheet.layout))
            return plan.paper, area(plan.paper) * (1 + len(plan.tiling.tiles)), plan.scale
        page = sheet.case.page.put(paper=sheet.fit.paper.name)
        others = [sheet.fit_on(page.put(orientation=paper.way_up)) for paper in papers(page)]
        best = max(others, key=lambda fit: fit.scale)
        best = best if best.scale > sheet.fit.scale * (1 + GAIN) else sheet.fit
        return best.paper, area(best.paper) * (2 if sheet.key_apart else 1), best.scale

    @property
    def turned(self) -> Orientation | None:
        """Give the way up to be written down; None where the page lies so by itself."""
        held = self.sheet.fit.fits and self.paper[0] != self.sheet.fit.paper
        return self.paper[0].way_up if held else None

    @cached_property
    def tangles(self) -> int:
        """Give how tangled its lines are."""
        return tangles(self.sheet.layout)

    def beats(self, other: _Tried) -> bool:
        """Say whether it is worth moving people for: less paper, or clearly larger letters."""
        (_, sheets, scale), (_, theirs, size) = self.paper, other.paper
        if self.misled > other.misled:
            return False
        share = FOR_PAPER if sheets < theirs else FOR_LETTERS
        if self.tangles > other.tangles + max(CROSSINGS, share * other.tangles):
            return False
        return sheets < theirs or (sheets == theirs and scale > size * (1 + GAIN))


class _Fitting:
    """A sheet while arrangements of it are tried."""

    def __init__(self, hand: Hand, shown: Case, view: View, *, by_hand: bool) -> None:
        self._hand, self._shown, self._view = hand, shown, view
        there = shown.placed(view.kind)
        self._held = {key: at for key, at in there.items() if at.by_hand and not by_hand}
        self._bare = shown.unplace(view.kind, list(there))
        self._measured = measure(hand.pen, hand.catalog, shown, view)

    def best(self, wanted: Callable[[], bool]) -> _Tried:
        """Give the best arrangement, the first of those alike."""
        best: _Tried | None = None
        for tried in self._all():
            if best is None or tried.beats(best):
                best = tried
            if not wanted():
                break
        assert best is not None
        return best

    def _all(self) -> Iterator[_Tried]:
        """Go through the arrangements: as it stands, afresh in plain rows, then in more and more rows."""
        sizes = list[tuple[float, float]]()
        standing = self._shown.placed(self._view.kind)
        if standing:
            yield self._tried({key: (at.x, at.y) for key, at in standing.items()})
        for widest in self._widths():
            places = self._laid_out(widest)
            size = _size(places)
            # What is no smaller in either way than one before is no better on any paper.
            if not any(wide <= size[0] + SAME and tall <= size[1] + SAME for wide, tall in sizes):
                sizes.append(size)
                yield self._tried(places)

    def _widths(self) -> list[float]:
        """Give how wide a generation may be: as it comes, then narrower and narrower."""
        if self._view.kind == "ecomap":
            return [inf]
        across, _ = _size(self._laid_out(inf))
        named = {paper.inner_width for paper in papers(self._shown.page)}
        narrower = {share * across for share in FOLDS} | {width for width in named if width < across}
        return [inf, *sorted((width for width in narrower if width > LEAST), reverse=True)]

    def _laid_out(self, widest: float) -> dict[Id, Point]:
        """Give where everybody stands if no generation is wider; who was placed by hand, there."""
        measured = self._in_rows(widest)
        fresh = lay_out_measured(self._bare, self._view, measured, places_only=True).places
        if not self._held:
            return dict(fresh)
        people = {person.id for person in self._shown.family.people}
        spots = laid_round(fresh, self._held, people)
        case = self._bare.place(self._view.kind, {**_proposed(spots), **self._held})
        spots |= room_made(
            case.family,
            measured.extents,
            case.placed(self._view.kind),
            measured.options,
            measured.labels,
        )
        return spots | {key: (at.x, at.y) for key, at in self._held.items()}

    def _in_rows(self, widest: float) -> Measured:
        """Give what was measured, with the children and those nearest to them in one row each."""
        family = self._shown.family
        near = {
            key for child in subjects_of(self._shown) for key in kinship.close_family(family, child.id, 1)
        }
        options = replace(self._measured.options, widest=widest, together=frozenset(near))
        return replace(self._measured, options=options)

    def _tried(self, places: Mapping[Id, Point]) -> _Tried:
        loose = {key: at for key, at in places.items() if key not in self._held}
        case = self._bare.place(self._view.kind, {**_proposed(loose), **self._held})
        sheet = compose(self._hand.pen, self._hand.catalog, case, self._view)
        return _Tried(places, sheet, faults_on(case, Look(self._view, case, self._measured)))


def _size(places: Mapping[Id, Point]) -> tuple[float, float]:
    """Give how far apart the outermost stand, from side to side and from top to bottom."""
    xs, ys = [x for x, _ in places.values()] or [0.0], [y for _, y in places.values()] or [0.0]
    return max(xs) - min(xs), max(ys) - min(ys)


def _proposed(places: Mapping[Id, Point]) -> dict[Id, Placement]:
    return {key: Placement(x=round(x, 2), y=round(y, 2)) for key, (x, y) in sorted(places.items())}


def area(paper: Paper) -> float:
    """Give how large a paper is, in sheets of A4."""
    return 2.0 if paper.name == "A3" else 1.0
