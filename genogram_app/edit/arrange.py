"""Where things stand on the sheet: placing, nudging, aligning, distributing, tidying."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Literal

from genogram_app.drawing.primitives import Box
from genogram_app.edit.records import called
from genogram_app.edit.result import Edit
from genogram_app.edit.spacing import Slot, clear_of, closed_up, evenly
from genogram_app.family.case import Case
from genogram_app.model.document import Ground, Placement
from genogram_app.model.ids import Id
from genogram_app.words import Sentence

Axis = Literal["x", "y"]
Orientation = Literal["landscape", "portrait"]
NO_ROOM: Mapping[Id, Box] = MappingProxyType({})


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


def align(
    case: Case, ground: Ground, keys: Iterable[Id], axis: Axis, boxes: Mapping[Id, Box] = NO_ROOM
) -> Edit:
    """Put things in one row ("y") or one column ("x"), where most of them are: at their middle one.

    boxes: how much room each thing on the sheet takes, seen from its place. Nothing comes to
    lie over another: whatever would stand where another does moves along the row.
    """
    moving = _placed(case, ground, keys)
    if len(moving) < 2:
        return Edit(Sentence("Align"), case, tuple(moving))
    across = sorted(getattr(at, axis) for at in moving.values())
    line = across[(len(across) - 1) // 2]
    on_it = {key: at.put(**{axis: line}) for key, at in moving.items()}
    along: Axis = "x" if axis == "y" else "y"
    ordered = sorted(moving, key=lambda key: (getattr(moving[key], along), getattr(moving[key], axis), key))
    row = closed_up(_slots(ordered, on_it, boxes, along))
    return _in_row(case, ground, on_it, dict(zip(ordered, row, strict=True)), along, boxes, "Align")


def distribute(
    case: Case, ground: Ground, keys: Iterable[Id], axis: Axis, boxes: Mapping[Id, Box] = NO_ROOM
) -> Edit:
    """Put equal distances between things; the two outermost stay where that is room enough.

    boxes: as in `align`.
    """
    moving = _placed(case, ground, keys)
    if len(moving) < 3:
        return Edit(Sentence("Space evenly"), case, tuple(moving))
    ordered = sorted(moving, key=lambda key: (getattr(moving[key], axis), key))
    row = evenly(_slots(ordered, moving, boxes, axis))
    return _in_row(case, ground, moving, dict(zip(ordered, row, strict=True)), axis, boxes, "Space evenly")


def _in_row(
    case: Case,
    ground: Ground,
    moving: Mapping[Id, Placement],
    row: Mapping[Id, Slot],
    axis: Axis,
    boxes: Mapping[Id, Box],
    verb: str,
) -> Edit:
    """Put things where a row has them along an axis, past whatever stands there and isn't moved."""
    there = case.placed(ground)
    others = [key for key in sorted(boxes) if key in there and key not in row]
    found = clear_of(list(row.values()), _slots(others, there, boxes, axis))
    placements = {
        key: moving[key].put(**{axis: slot.at}, by_hand=True, both=False)
        for key, slot in zip(row, found, strict=True)
    }
    return _arranged(case, ground, dict(sorted(placements.items())), verb)


def _slots(
    keys: Iterable[Id], places: Mapping[Id, Placement], boxes: Mapping[Id, Box], axis: Axis
) -> list[Slot]:
    return [_slot(places[key], boxes.get(key), axis) for key in keys]


def _slot(at: Placement, box: Box | None, axis: Axis) -> Slot:
    if box is None:
        return Slot(getattr(at, axis))
    if axis == "x":
        return Slot(at.x, -box.left, box.right, at.y + box.top, at.y + box.bottom)
    return Slot(at.y, -box.top, box.bottom, at.x + box.left, at.x + box.right)


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


def _arranged(
    case: Case, ground: Ground, placements: Mapping[Id, Placement], verb: str, merge: str = ""
) -> Edit:
    named = called(case, next(iter(placements))) if len(placements) == 1 else str(len(placements))
    label = Sentence.of(verb + " {name}", quiet=verb, name=named)
    there = case.placed(ground)
    if all(there.get(key) == at for key, at in placements.items()):
        return Edit(label, case, tuple(placements), merge)
    return Edit(label, case.place(ground, placements), tuple(placements), merge)
