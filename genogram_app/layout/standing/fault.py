"""One thing on a sheet that a reader would trip over, or that tells another family than there is."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from genogram_app.model.ids import Id


class Way(Enum):
    """In which way a sheet misleads."""

    OVER_EACH_OTHER = "two figures lie over each other"
    NOT_BELOW = "a child stands beside or above a parent"
    NOT_LEVEL = "two partners stand in different rows"
    SIDE_BY_SIDE = "two families' lines read as one"
    ON_A_BAR = "a line to children runs along a couple's bar"
    OVER_SOMEBODY = "a line to children runs over somebody"
    BAR_OVER_SOMEBODY = "a couple's bar runs over somebody"
    RUN_ON = "a line seems to go on in another family's"
    HUNG_SHORT = "a line to children of a parent alone is too short to be seen"
    SIGN_ON_A_LINE = "the sign of a parent not named stands on somebody else's line"
    TORN = "somebody stands between two partners"
    MIXED = "somebody stands beyond a sister's husband, amid his family"


class Fault(NamedTuple):
    """A fault: in which way, of whom or of which couples, and who might stand elsewhere so that it isn't.

    The same on two sheets if it is of the same, wherever they stand.
    """

    way: Way
    of: frozenset[Id]
    who: frozenset[Id]
