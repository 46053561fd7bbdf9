"""Somebody of the same name elsewhere on the sheet: the same one or another is asked, never guessed."""

from __future__ import annotations

from genogram_app.edit import children, unions
from genogram_app.edit.spoken.grammar import Mention, Told, UnclearError
from genogram_app.edit.spoken.spots import Spot, way_to
from genogram_app.edit.spoken.telling import Telling
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.words import Sentence

_SAME, _ANOTHER = "the same", "another"


def namesake(telling: Telling, spot: Spot, mention: Mention, told: Told) -> tuple[Telling, Id] | None:
    """Give who has that name already and is meant, joined to the place; None for somebody new.

    Raises UnclearError where nobody has said which: a father and a son may have one name.
    """
    if spot.last.of not in ("sibling", "child", "partner") or mention.again == "another":
        return None
    found = _of_name(telling, spot, told)
    if not found:
        return None
    above = _above(telling, spot, found)
    if mention.again == "same" and above is not None:
        return _joined(telling, spot, above, found[0].id)
    who = way_to(telling.spots, telling.lexicon, found[0]) or str(found[0].name)
    why = Sentence.of("{name} is on the sheet already ({who}). Is it the same?", name=str(told.name), who=who)
    raise UnclearError(why, (_SAME, _ANOTHER) if above is not None else (_ANOTHER,))


def _of_name(telling: Telling, spot: Spot, told: Told) -> list[Person]:
    """Give those of the very name who may be it, whoever they are on the sheet."""
    name = told.name.casefold() if isinstance(told.name, str) else ""
    genders = ("", telling.sight.gender(spot.last))
    named = telling.sight.named(name) if name else []
    fit = [who for who in named if name == str(who.name).casefold() and who.id != spot.base]
    return [who for who in fit if not genders[1] or who.gender in genders]


def _above(telling: Telling, spot: Spot, found: list[Person]) -> Id | None:
    """Give to whom the one of that name could be joined; None where the sheet says otherwise already."""
    if len(found) != 1 or len(spot.steps) != 1:
        return None
    if spot.last.of == "partner":
        return spot.base
    births = [telling.sight.births(key) for key in (found[0].id, spot.base)]
    if births[0] and not spot.last.card:
        return None
    if spot.last.of == "child":
        return spot.base
    return births[1][0].parent if len(births[1]) == 1 else None


def _joined(telling: Telling, spot: Spot, above: Id, key: Id) -> tuple[Telling, Id]:
    stamp, kinds, case = telling.teller.stamp, telling.teller.kinds, telling.case
    if spot.last.of == "partner":
        return telling.after(unions.join(case, stamp, above, key, kinds.couple)), key
    return telling.after(children.link_children(case, stamp, kinds, [key], [above], kind=spot.last.card)), key
