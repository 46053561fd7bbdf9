"""The family's own sheets beside the worker's: when they part, and what moves on both.

Places are worked out for everybody. Once anything is kept from the family, those would leave
a hole as wide as whoever isn't shown; so the family stands on sheets of its own from then on,
worked out from what it sees (`Scene.settled_apart`). Here is what a step does to them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from genogram_app.family.case import Case
from genogram_app.family.seen import Reader, View, comes_through, ground, hides
from genogram_app.model.document import FAMILY_GROUNDS, Ground, Placement, ViewKind
from genogram_app.model.ids import Id

Places = Mapping[Id, Placement]


def parted(before: Case, case: Case, view: View) -> Case:
    """Give the case after a step with the family's own sheets as the step leaves them.

    Where the first thing is kept back, they begin as the sheets that the family saw till then.
    Where the worker keeps something back that it saw, all but what a hand placed is forgotten,
    so that it is laid out as if that had never been there. Not in the family's view: there,
    somebody removed of whom the case file knows more would move the others, and so tell of it.
    """
    harmless = view.harmless
    if case.family is before.family or not hides(case, harmless):
        return case
    forget = view.reader is Reader.CASE_FILE and _newly_hidden(before, case, harmless)
    for kind, own in FAMILY_GROUNDS.items():
        if not case.placed(own) and not hides(before, harmless):
            case = _begun(case, kind, harmless)
        there = _without_hidden(case, case.placed(own), harmless)
        left = {key: at for key, at in there.items() if at.by_hand or not forget}
        if left != case.placed(own):
            case = case.standing(own, left)
    return case


def kept_as_shown(case: Case, stored: Case, shown: Case) -> Case:
    """Give a case after a step with the places on which it was shown before, where none were stored.

    On a sheet that the step left alone, all stay where they were shown; on one that had no places,
    those whom the step gave none.
    """
    for where, places in shown.placements.items():
        there, before = case.placed(where), stored.placed(where)
        if places is before or (before and there is not before):
            continue
        free = {key for key in places if key in case.family and (there is before or key not in there)}
        case = case.place(where, {key: places[key] for key in sorted(free)}) if free else case
    return case


def _begun(case: Case, kind: ViewKind, harmless: frozenset[str]) -> Case:
    """Let the family's own sheet begin as the common one; what a hand placed there was placed on both."""
    there = case.placed(kind)
    seen = _without_hidden(case, there, harmless)
    if not seen:
        return case
    common = {key: at.put(both=True) for key, at in there.items() if at.by_hand}
    return case.place(kind, common).standing(FAMILY_GROUNDS[kind], seen)


def _without_hidden(case: Case, places: Places, harmless: frozenset[str]) -> dict[Id, Placement]:
    family = case.family
    return {
        key: at for key, at in places.items() if key in family and comes_through(family.record(key), harmless)
    }


def _newly_hidden(before: Case, case: Case, harmless: frozenset[str]) -> bool:
    """Say whether a step keeps anything from the family that it saw before."""
    kept = (record for record in case.family.records() if record.id in before.family)
    changed = ((was, record) for record in kept if (was := before.family.record(record.id)) is not record)
    return any(comes_through(was, harmless) and not comes_through(now, harmless) for was, now in changed)


def carried(before: Case, case: Case, view: View) -> Case:
    """Give the case in which whoever a hand moved on one reader's sheet went as far on the other's.

    What the family's view moves goes along on the worker's sheet, but for whom the worker placed
    there. What the worker moves goes along only where nothing is kept from the family: a place
    chosen round somebody who isn't shown would tell of them. `case` has places for all on both.
    """
    family = replace(view, reader=Reader.FAMILY)
    here, own = ground(case, view), ground(case, family)
    if own == view.kind or (here != own and hides(case, view.harmless)):
        return case
    other: Ground = view.kind if here == own else own
    went = _went(before.placed(here), case.placed(here))
    there = case.placed(other)
    free = {key for key in went if key in there and _goes_along(case, there[key], view)}
    moved = {key: _moved(there[key], went[key], both=other == view.kind) for key in sorted(free)}
    case = case.place(other, moved) if moved else case
    if other == view.kind or not moved:
        return case
    return case.place(here, {key: case.placed(here)[key].put(both=True) for key in moved})


def _goes_along(case: Case, at: Placement, view: View) -> bool:
    """Say whether a place may be moved by what is done on the other reader's sheet."""
    return not at.by_hand or at.both or not hides(case, view.harmless)


def _went(before: Places, after: Places) -> dict[Id, tuple[float, float]]:
    """Give how far a hand moved whom."""
    return {
        key: (at.x - before[key].x, at.y - before[key].y)
        for key, at in after.items()
        if at.by_hand and key in before and at != before[key]
    }


def _moved(at: Placement, by: tuple[float, float], *, both: bool) -> Placement:
    return Placement(x=round(at.x + by[0], 2), y=round(at.y + by[1], 2), by_hand=True, both=both)
