"""All laid out afresh after a step that made the sheet mislead: the last resort, and it has its price."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import pairwise
from statistics import median

from genogram_app.drawing.primitives import Point
from genogram_app.family.case import Case
from genogram_app.model.document import Placement
from genogram_app.model.ids import Id
from genogram_app.picture.compose import lay_out_measured
from genogram_app.studio.mending import Look, all_faults, faults_on, proposed, roomy, with_rows_apart

Places = Mapping[Id, Placement]
#: How far beside a neighbour somebody joins, before room is made, in points.
BESIDE = 1.0


def afresh(case: Case, grown: Case, look: Look, crowded: int) -> Case:
    """Give the sheet laid out afresh, or a few alone seated as there, where that is worth it.

    First newcomers, then those too of whom another story is told.

    Where a hand has placed anybody, two neighbours who change places weigh as much as a fault.
    case: as the step left it; grown: with places for all, of which so many faults are left.
    """
    fresh = _laid_out(grown, look)
    new = grown.placed(look.view.kind).keys() - case.placed(look.view.kind).keys()
    told = new | (_concerned(grown, look) & _loose(grown.placed(look.view.kind)))
    seated = [_seated_as(fresh, case, look, who) for who in dict.fromkeys((frozenset(new), frozenset(told)))]
    wider = [trial for some in seated if some for trial in (some, *with_rows_apart(some, look))]
    tried = [*wider, _all_as(fresh, case, grown, look)]
    by_hand = any(at.by_hand for at in case.placed(look.view.kind).values())

    def price(faults: int, trial: Case) -> tuple[int, int]:
        swaps = _swaps(case, trial, look)
        return faults + (swaps if by_hand else 0), swaps

    priced = [(price(faults_on(trial, look), trial), trial) for trial in tried]
    return min([(price(crowded, grown), grown), *priced], key=lambda one: one[0])[1]


def _laid_out(grown: Case, look: Look) -> Mapping[Id, Point]:
    """Give where everybody stands who is laid out afresh round those who were placed by hand."""
    kind = look.view.kind
    bare = grown.unplace(kind, sorted(_loose(grown.placed(kind))))
    shown = replace(look.shown, placements=bare.placements)
    return lay_out_measured(shown, look.view, look.measured, places_only=True).places


def _loose(places: Places) -> set[Id]:
    return {key for key, at in places.items() if not at.by_hand}


def _all_as(fresh: Mapping[Id, Point], case: Case, grown: Case, look: Look) -> Case:
    """Give all as they stand afresh, shifted to where most of them stood; not where a hand holds anybody."""
    kind, there = look.view.kind, case.placed(look.view.kind)
    loose = sorted(_loose(grown.placed(kind)) & fresh.keys())
    stood = [key for key in loose if key in there]
    dx = dy = 0.0
    if stood and len(loose) == len(grown.placed(kind)):
        dx = median(there[key].x - fresh[key][0] for key in stood)
        dy = median(there[key].y - fresh[key][1] for key in stood)
    places = {key: (fresh[key][0] + dx, fresh[key][1] + dy) for key in loose}
    return proposed(grown.unplace(kind, loose), look.view, places)


def _concerned(grown: Case, look: Look) -> set[Id]:
    """Give of whom the sheet tells another story."""
    return {key for fault in all_faults(grown, look) if fault not in look.forgiven for key in fault.who}


def _seated_as(fresh: Mapping[Id, Point], case: Case, look: Look, new: Collection[Id]) -> Case | None:
    """Give the case with a few between the neighbours whom they have afresh, and room made for them.

    None where there is nobody, or somebody has no neighbours who stand beside each other.
    """
    case = case.unplace(look.view.kind, sorted(new))
    there = case.placed(look.view.kind)
    spots: dict[Id, Point] = {}
    for key in sorted(new & fresh.keys(), key=lambda one: (fresh[one][0], one)):
        if (spot := _between(key, fresh, there, spots)) is None:
            return None
        spots[key] = spot
    if not spots:
        return None
    wider = replace(look, grown=None if look.grown is None else look.grown | spots.keys())
    return roomy(proposed(case, look.view, spots), wider)


def _between(key: Id, fresh: Mapping[Id, Point], there: Places, joined: Mapping[Id, Point]) -> Point | None:
    """Give where somebody joins the row of whoever stands beside them afresh."""
    x, y = fresh[key]
    row = sorted((fresh[one][0], one) for one in {*there, *joined} & fresh.keys() if fresh[one][1] == y)
    stand = {one: (there[one].x, there[one].y) if one in there else joined[one] for _, one in row}
    left = [stand[one] for at, one in row if at <= x][-1:]
    right = [stand[one] for at, one in row if at > x][:1]
    if left and right:
        (low, level), (high, other) = left[0], right[0]
        return ((low + min(high, low + BESIDE)) / 2, level) if level == other and low < high else None
    if left:
        return left[0][0] + BESIDE, left[0][1]
    return (right[0][0] - BESIDE, right[0][1]) if right else None


def _swaps(before: Case, after: Case, look: Look) -> int:
    """Count the neighbours of a row who have changed places."""
    there, now = before.placed(look.view.kind), after.placed(look.view.kind)
    row = sorted((at.y, at.x, key) for key, at in there.items() if key in now)
    return sum(
        y == other and now[one].y == now[next_].y and now[one].x > now[next_].x
        for (y, _, one), (other, _, next_) in pairwise(row)
    )
