"""What people type, read into what is kept: names, other words, and a line about a life."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from genogram_app.edit.blanks import BLANKS, NAMELESS
from genogram_app.edit.dates import read_date
from genogram_app.model.base import Blank, TextField, clean_line
from genogram_app.model.person import DateField, Life

__all__ = ["LifeTold", "read_date", "read_life", "read_name", "read_text"]

_DEATH = re.compile(
    r"^(?:(?P<born>.*?)[\s,;–-]*)?(?:\b(?:died|dead|deceased|d\.|d(?=\s+\d))|†)\s*(?P<died>.*)$", re.I
)
_DUE = re.compile(r"^(?:due|edd|expected|unborn,?(?: due)?)\s*(?P<due>.*)$", re.I)


def read_name(text: str) -> TextField:
    """Read a name. "?" is not known, nothing or "? ask" is not asked yet; "None" is a name."""
    name = clean_line(text)
    return NAMELESS.get(name.lower(), name)


def read_text(text: str) -> TextField:
    """Read other words, such as a telephone number; here "none" is an answer too."""
    words = clean_line(text)
    return BLANKS.get(words.lower(), words)


@dataclass(frozen=True)
class LifeTold:
    """What a line about a life says: None where it says nothing of that."""

    born: DateField | None = None
    died: DateField | None = None
    life: Life | None = None

    def fields(self) -> dict[str, Any]:
        """Give a person's fields that it tells."""
        told = {"born": self.born, "died": self.died, "life": self.life}
        return {field: value for field, value in told.items() if value is not None}


def read_life(text: str, today: date) -> LifeTold:
    """Read "34", "b. 1941 d. 2019", "d. 2019" or "due 20 Feb 2027". Raises NotUnderstoodError."""
    line = clean_line(text)
    if found := _DUE.match(line):
        return LifeTold(born=_date_or_unknown(found["due"], today), life=Life.UNBORN)
    if found := _DEATH.match(line):
        born = read_date(found["born"], today) if found["born"] else None
        return LifeTold(born=born, died=_date_or_unknown(found["died"], today, ages=False), life=Life.DIED)
    return LifeTold(born=read_date(line, today))


def _date_or_unknown(text: str, today: date, *, ages: bool = True) -> DateField:
    """Read the date after a word such as "died"; with none there, it is yet to be asked."""
    return read_date(text, today, ages=ages) if text.strip(" .") else Blank.NOT_ASKED
