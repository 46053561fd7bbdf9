"""Who must be grown up: whoever has or looks after a child, or is one of a couple."""

from __future__ import annotations

from datetime import date, timedelta

from genogram_app.edit.result import Stamp
from genogram_app.errors import RefusedError
from genogram_app.family import kinship
from genogram_app.family.case import Case
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.dates import When
from genogram_app.model.ids import Id
from genogram_app.model.person import DateField

#: Nobody younger has a child or a partner, in years.
_LEAST = 12
_YEAR = timedelta(days=365.25)
_DUE = (
    "Whoever has a child or a partner was born already. Nothing was changed. "
    "A child to come is drawn below its parents, and “due” written there."
)


def is_grown(family: FamilyGraph, key: Id) -> bool:
    """Say whether somebody has or looks after a child, or is or was one of a couple."""
    return bool(kinship.children_of(family, key) or kinship.partners_of(family, key))


def refuse_unborn(case: Case, stamp: Stamp, key: Id) -> None:
    """Refuse to make unborn whoever must be grown up, as far as that may be seen. Raises RefusedError."""
    family = case.family
    near = (*kinship.children_of(family, key), *kinship.partners_of(family, key))
    if any(stamp.sees(person) for person in near):
        raise RefusedError(_DUE)


def too_young(born: DateField | None, day: date) -> bool:
    """Say whether a birth makes somebody too young on a day to have a child or a partner."""
    first = born.earliest if isinstance(born, When) else None
    return first is not None and first > day - _LEAST * _YEAR
