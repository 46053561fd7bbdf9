"""Households: those who live together."""

from __future__ import annotations

from genogram_app.model.base import Blank, Flag, Prose, Record, TextField
from genogram_app.model.person import DateField


class Household(Record):
    """A home in the family's words.

    shown: whether its name may stand on a sheet; unless somebody said, a refuge's
    doesn't. Its address is in the case file alone, and on page 2 of that copy
    where `address_shown`; on the drawing it never is.
    """

    name: TextField = Blank.NOT_ASKED
    kind: str = ""
    since: DateField | None = None
    until: DateField | None = None
    shown: bool | None = None
    address: TextField = Blank.NOT_ASKED
    address_shown: Flag = False
    notes: Prose = ""
