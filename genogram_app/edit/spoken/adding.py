"""Adding who is told of for the first time, at the place in the family that was said."""

from __future__ import annotations

from genogram_app.edit import carers, relatives, unions
from genogram_app.edit.spoken.grammar import Mention, Told
from genogram_app.edit.spoken.lexicon import Step
from genogram_app.edit.spoken.spots import Spot
from genogram_app.edit.spoken.telling import Telling
from genogram_app.edit.unions import union_between
from genogram_app.errors import RefusedError
from genogram_app.model.ids import Id


def added(telling: Telling, spot: Spot, mention: Mention) -> tuple[Telling, Id]:
    """Add somebody at a place, with those on the way there who aren't on the sheet yet."""
    telling, base = _reached(telling, spot)
    stamp, kinds = telling.teller.stamp, telling.teller.kinds
    if spot.last.of == "parent":
        return _parent_added(telling, base, spot.last)
    if spot.last.of == "child":
        return _child_added(telling, base, spot.last, mention)
    if spot.last.of == "sibling":
        edit = relatives.add_sibling(telling.case, stamp, kinds, base, kind=spot.last.card)
    elif spot.last.of == "partner":
        edit = relatives.add_partner(telling.case, stamp, kinds, base)
    else:  # a carer, or both of two who are told of together
        couple = len(mention.each) == 2
        edit = carers.add_carers(telling.case, stamp, base, spot.last.card, couple=couple)
    return telling.after(edit), edit.select[0]


def _reached(telling: Telling, spot: Spot) -> tuple[Telling, Id]:
    """Add those on the way to a place who aren't there yet, without a name."""
    base = spot.base
    for step in spot.steps[:-1]:
        telling, base = _parent_added(telling, base, step)
        telling = telling.filled(base, Told(), gender=telling.sight.gender(step))
    return telling, base


def _parent_added(telling: Telling, base: Id, step: Step) -> tuple[Telling, Id]:
    edit = relatives.add_parents(telling.case, telling.teller.stamp, telling.teller.kinds, base)
    telling, wanted = telling.after(edit), telling.sight.gender(step)
    fit = [key for key in edit.select if telling.sight.person(key).gender in ("", wanted)]
    if not fit:
        raise RefusedError("There are two parents already. Nothing was changed.")
    return telling, fit[0]


def _child_added(telling: Telling, base: Id, step: Step, mention: Mention) -> tuple[Telling, Id]:
    """Add a child of one, or of two where the other is said; who that is is never guessed."""
    above = base
    if mention.other is not None:
        telling, above = _couple(telling, base, telling.spots.owner(mention.other))
    stamp, kinds = telling.teller.stamp, telling.teller.kinds
    edit = relatives.add_child(telling.case, stamp, kinds, above, alone=above == base, kind=step.card)
    return telling.after(edit), edit.select[0]


def _couple(telling: Telling, one: Id, other: Id) -> tuple[Telling, Id]:
    found = union_between(telling.sight.family, one, other)
    if found is not None:
        return telling, found.id
    edit = unions.join(telling.case, telling.teller.stamp, one, other, telling.teller.kinds.couple)
    return telling.after(edit), edit.select[0]
