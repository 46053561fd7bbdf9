"""Who must be grown up: whoever has or looks after a child, or is one of a couple."""

from __future__ import annotations

from datetime import date, timedelta

from genogram_app.family import kinship
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.dates import When
from genogram_app.model.ids import Id
from genogram_app.model.person import DateField

#: Nobody younger has a child or a partner, in years.
_LEAST = 12
_YEAR = timedelta(days=365.25)


def is_grown(family: FamilyGraph, key: Id) -> bool:
    """Say whether somebody has or looks after a child, or is or was one of a couple."""
    return bool(kinship.children_of(family, key) or kinship.partners_of(family, key))


def too_young(born: DateField | None, day: date) -> bool:
    """Say whether a birth makes somebody too young on a day to have a child or a partner."""
    first = born.earliest if isinstance(born, When) else None
    return first is not None and first > day - _LEAST * _YEAR
