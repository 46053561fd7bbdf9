"""Services and the professionals in them."""

from __future__ import annotations

from enum import Enum

from genogram_app.model.base import Blank, Line, Prose, Record, TextField
from genogram_app.model.person import DateField


class Involvement(Enum):
    """Where a service stands with the family."""

    ACTIVE = "active"
    WAITING = "waiting list"
    DECLINED = "declined"
    ENDED = "ended"


class Agency(Record):
    """A service (`kind` names a card), and whom to speak to in it, job title in full.

    shown: whether its name may stand on a sheet; unless somebody said, a refuge's doesn't.
    """

    kind: str
    name: TextField = Blank.NOT_ASKED
    contact: TextField = Blank.NOT_ASKED
    job_title: Line = ""
    team: Line = ""
    telephone: TextField = Blank.NOT_ASKED
    involvement: Involvement = Involvement.ACTIVE
    since: DateField | None = None
    until: DateField | None = None
    shown: bool | None = None
    notes: Prose = ""
