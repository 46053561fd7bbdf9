"""Where things stand on the sheet: placing, nudging, aligning, distributing, tidying."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from genogram_app.edit.records import called
from genogram_app.edit.result import Edit
from genogram_app.family.case import Case
from genogram_app.model.document import Ground, Placement
from genogram_app.model.ids import Id
from genogram_app.words import Sentence

Axis = Literal["x", "y"]
Orientation = Literal["landscape", "portrait"]


def place(case: Case, ground: Ground, spots: Mapping[Id, tuple[float, float]], *, merge: str = "") -> Edit:
    """Put things where a hand put them, in points; from now on they stay there."""
    placements = {key: Placement(x=x, y=y, by_hand=True) for key, (x, y) in sorted(spots.items())}
    return _arranged(case, ground, placements, "Move", merge)


def propose(case: Case, ground: Ground, spots: Mapping[Id, tuple[float, float]]) -> Case:
    """Keep where layout put things that stood nowhere yet. This is part of a step, not one of its own."""
    free = {key: spot for key, spot in sorted(spots.items()) if key not in case.placed(ground)}
    return case.place(ground, {key: Placement(x=x, y=y) for key, (x, y) in free.items()}) if free else case


def nudge(case: Case, ground: Ground, keys: Iterable[Id], dx: float, dy: float) -> Edit:
    """Move things a little by the arrow keys; a row of nudges is one step."""
    moving = _placed(case, ground, keys)
    placements = {key: Placement(x=at.x + dx, y=at.y + dy, by_hand=True) for key, at in moving.items()}
    return _arranged(case, ground, placements, "Move", "nudge " + " ".join(moving))


def align(case: Case, ground: Ground, keys: Iterable[Id], axis: Axis) -> Edit:
    """Put things in one row ("y") or one column ("x"), where most of them are: at their middle one."""
    moving = _placed(case, ground, keys)
    if len(moving) < 2:
        return Edit(Sentence("Align"), case, tuple(moving))
    along = sorted(getattr(at, axis) for at in moving.values())
    line = along[(len(along) - 1) // 2]
    return _arranged(case, ground, _each(moving, lambda key: {axis: line}), "Align")


def distribute(case: Case, ground: Ground, keys: Iterable[Id], axis: Axis) -> Edit:
    """Put equal distances between things; the two outermost stay."""
    moving = _placed(case, ground, keys)
    if len(moving) < 3:
        return Edit(Sentence("Space evenly"), case, tuple(moving))
    ordered = sorted(moving, key=lambda key: (getattr(moving[key], axis), key))
    first, last = getattr(moving[ordered[0]], axis), getattr(moving[ordered[-1]], axis)
    step = (last - first) / (len(ordered) - 1)
    spots = {key: first + step * place for place, key in enumerate(ordered)} | {ordered[-1]: last}
    return _arranged(case, ground, _each(moving, lambda key: {axis: spots[key]}), "Space evenly")


def tidy(case: Case, ground: Ground, keys: Iterable[Id] = (), *, by_hand: bool = False) -> Edit:
    """Forget where layout put things, so that it puts them anew; what was placed by hand stays.

    All of them, or only `keys`; `by_hand` forgets what was placed by hand as well.
    """
    wanted = set(keys)
    forgotten = [
        key
        for key, at in case.placed(ground).items()
        if (by_hand or not at.by_hand) and (not wanted or key in wanted)
    ]
    label = Sentence("Tidy all, what was placed by hand too" if by_hand else "Tidy")
    if wanted:
        label = Sentence("Tidy what is selected")
    return Edit(label, case.unplace(ground, forgotten) if forgotten else case, tuple(sorted(wanted)))


def fit(
    case: Case,
    ground: Ground,
    spots: Mapping[Id, tuple[float, float]],
    orientation: Orientation | None = None,
    *,
    by_hand: bool = False,
) -> Edit:
    """Put everybody where a sheet needs the least paper, and turn the page if that is better.

    What was placed by hand stays, unless `by_hand`. What has no spot is placed anew.
    """
    kept = {key for key, at in case.placed(ground).items() if at.by_hand and not by_hand}
    there = {key: at for key, at in case.placed(ground).items() if key not in kept}
    wanted = {key: Placement(x=x, y=y) for key, (x, y) in sorted(spots.items()) if key not in kept}
    label = Sentence("Fit to paper, what was placed by hand too" if by_hand else "Fit to paper")
    found = case if wanted == there else case.unplace(ground, sorted(there)).place(ground, wanted)
    page = case.page if orientation is None else case.page.put(orientation=orientation)
    return Edit(label, found if page == found.page else found.with_(page=page))


def _placed(case: Case, ground: Ground, keys: Iterable[Id]) -> dict[Id, Placement]:
    """Give where those of the things stand that stand anywhere."""
    there = case.placed(ground)
    return {key: there[key] for key in sorted(set(keys)) if key in there}


def _each(moving: Mapping[Id, Placement], change: Callable[[Id], dict[str, float]]) -> dict[Id, Placement]:
    return {key: at.put(**change(key), by_hand=True, both=False) for key, at in moving.items()}


def _arranged(
    case: Case, ground: Ground, placements: Mapping[Id, Placement], verb: str, merge: str = ""
) -> Edit:
    named = called(case, next(iter(placements))) if len(placements) == 1 else str(len(placements))
    label = Sentence.of(verb + " {name}", quiet=verb, name=named)
    there = case.placed(ground)
    if all(there.get(key) == at for key, at in placements.items()):
        return Edit(label, case, tuple(placements), merge)
    return Edit(label, case.place(ground, placements), tuple(placements), merge)
