"""What can't be told of one who must be grown up: that they are due, or so late a birth."""

from __future__ import annotations

from datetime import date

from genogram_app.edit.ages import lasts
from genogram_app.edit.grown import is_grown, too_young
from genogram_app.edit.spoken.grammar import Told, UnclearError
from genogram_app.edit.spoken.spots import Spot
from genogram_app.edit.text import LifeTold
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.dates import When
from genogram_app.model.ids import Id
from genogram_app.model.person import Life
from genogram_app.words import Sentence

_DUE = Sentence("“Due” is said of the child. Write it of the baby: mum’s baby due March.")
_HOW_LONG = Sentence(
    "Is “{words}” an age, or how long something has lasted? Write 40 years old, or since 2021."
)
_YOUNG = Sentence(
    "That is too young for who it is. Is it when something was? Write since 2020, or born 1980."
)


def refuse_unfit(family: FamilyGraph, key: Id, told: Told, today: date) -> None:
    """Refuse of whoever must be grown up that they are due, or an age or a birth that is none."""
    life = told.life
    if life is None or not is_grown(family, key):
        return
    if life.life is Life.UNBORN:
        raise UnclearError(_DUE)
    ended = life.died.latest if isinstance(life.died, When) else None
    young = too_young(life.born, ended or today)
    if told.aged and life.died is None and lasts(told.aged):
        why = Sentence.of(_HOW_LONG.template, words=told.aged)
        raise UnclearError(why, () if young else (f"{told.aged} old",), instead=told.aged)
    if young:
        raise UnclearError(_YOUNG)


def refuse_due(family: FamilyGraph, spot: Spot, told: Told) -> None:
    """Refuse that an aunt, a partner or a carer is due, or a sister of one who is grown up."""
    if (told.life or LifeTold()).life is not Life.UNBORN:
        return
    up = sum({"parent": 1, "child": -1}.get(step.of, 0) for step in spot.steps)
    if up + is_grown(family, spot.base) > 0 or spot.last.of in ("partner", "carer"):
        raise UnclearError(_DUE)
