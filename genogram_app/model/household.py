"""Households: those who live together."""

from __future__ import annotations

from genogram_app.model.base import Blank, Prose, Record, TextField
from genogram_app.model.person import DateField


class Household(Record):
    """A home in the family's words. Its address is in the case file alone and never on the drawing."""

    name: TextField = Blank.NOT_ASKED
    kind: str = ""
    since: DateField | None = None
    until: DateField | None = None
    address: TextField = Blank.NOT_ASKED
    notes: Prose = ""
