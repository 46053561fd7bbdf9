"""What people type, read into what is kept: names, other words, and a line about a life."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from genogram_app.edit.ages import month_to_come
from genogram_app.edit.blanks import BLANKS, NAMELESS
from genogram_app.edit.dates import read_date, tells_age
from genogram_app.errors import NotUnderstoodError
from genogram_app.model.base import Blank, TextField, clean_line
from genogram_app.model.dates import When
from genogram_app.model.person import DateField, Life

__all__ = [
    "LifeTold",
    "UndatedDeathError",
    "born_by_age_at_death",
    "read_date",
    "read_life",
    "read_name",
    "read_text",
]

_DEATH = re.compile(
    r"^(?:(?P<born>.*?)[\s,;–-]*)?"
    r"(?:\b(?:died|dead|deceased|passed(?: away| on)?|d\.|d(?=\s+\d))|†)\s*(?P<died>.*)$",
    re.I,
)
#: "2019 aged 68": when somebody died, and how old they were then.
_AGED = re.compile(
    r"^(?P<died>.*?)[\s,]*\b(?:at (?:the age of )?|aged? |when (?:he|she|they) (?:was|were) )"
    r"(?P<age>(?:(?:about|nearly|almost|in) .*|\d{1,3}(?!\d).*))$",
    re.I,
)
_WHEN_DIED = (
    "An age beside a death is the age at death, so the year is wanted too. Nothing was changed. "
    "Write d. 2019 aged 68, or b. 1951 d. 2019."
)
_TWO_AGES = (
    "A birth and an age at death are too much for one line. Nothing was changed. Write b. 1951 d. 2019."
)


class UndatedDeathError(NotUnderstoodError):
    """An age stands beside a death, and no year says when that was."""

    def __init__(self) -> None:
        super().__init__(_WHEN_DIED)


#: So long after the day on which a child was due nobody waits for the birth any more.
_OVERDUE = timedelta(weeks=6)
_LONG_DUE = (
    "“due {text}” is long past, so the child is no longer to be born. Nothing was changed. "
    "Write the date of birth, or “?” where it isn’t known."
)
_DUE = re.compile(r"^(?:due|edd|expected|unborn,?(?: due)?)\s*(?P<due>.*)$", re.I)


#: No name has more letters: about four lines under a symbol.
LONGEST_NAME = 100
_TOO_LONG = (
    "A name has room for 100 letters. Nothing was changed. Write the everyday name; "
    "the whole of it can stand in the notes."
)


def read_name(text: str) -> TextField:
    """Read a name. "?" is not known, nothing or "? ask" is not asked yet; "None" is a name.

    Raises NotUnderstoodError for one that no sheet has room for.
    """
    name = clean_line(text)
    if len(name) > LONGEST_NAME:
        raise NotUnderstoodError(_TOO_LONG)
    return NAMELESS.get(name.lower(), name)


def read_text(text: str) -> TextField:
    """Read other words, such as a telephone number; here "none" is an answer too."""
    words = clean_line(text)
    return BLANKS.get(words.lower(), words)


@dataclass(frozen=True)
class LifeTold:
    """What a line about a life says: None where it says nothing of that.

    age: how old they were when they died, in the words in which it was told; `born` follows from it.
    """

    born: DateField | None = None
    died: DateField | None = None
    life: Life | None = None
    age: str = ""

    def fields(self) -> dict[str, Any]:
        """Give a person's fields that it tells."""
        told = {"born": self.born, "died": self.died, "life": self.life}
        return {field: value for field, value in told.items() if value is not None}


def read_life(text: str, today: date, *, unborn: bool = False) -> LifeTold:
    """Read "34", "b. 1941 d. 2019", "d. 2019" or "due 20 Feb 2027". Raises NotUnderstoodError.

    unborn: whether it is known already that somebody isn't born yet. Of all others a birth
    still to come is refused: whoever is born later isn't on the sheet today.
    """
    line = clean_line(text)
    if found := _DUE.match(line):
        return LifeTold(born=_due(found["due"], today), life=Life.UNBORN)
    if found := _DEATH.match(line):
        return _read_death(found["born"] or "", found["died"], today)
    born = read_date(line, today)
    if not unborn and isinstance(born, When) and born.earliest is not None and born.earliest > today:
        raise NotUnderstoodError(
            f"“{line}” is still to come. Nothing was changed. "
            f"For a child who isn't born yet, write “due {line}”."
        )
    return LifeTold(born=born)


def _due(text: str, today: date) -> DateField:
    """Read the day or the month in which a child is due; a month without a year is still to come.

    Raises NotUnderstoodError where it is so long past that the child can't be unborn any more.
    """
    try:
        month = month_to_come(text.lower(), today)
    except ValueError:
        month = None
    when = When(month) if month else _date_or_unknown(text, today)
    if isinstance(when, When) and when.latest is not None and when.latest < today - _OVERDUE:
        raise NotUnderstoodError(_LONG_DUE.format(text=text))
    return when


def _read_death(born: str, died: str, today: date) -> LifeTold:
    """Read a life that is over. An age in it is that at death: "68, died 2019", "d. 2019 aged 68"."""
    age = born if tells_age(born) else ""
    if found := _AGED.match(died):
        died, age = found["died"], "" if born else found["age"]
        if not age:
            raise NotUnderstoodError(_TWO_AGES)
    when = _date_or_unknown(died, today, ages=False)
    if not age:
        return LifeTold(born=read_date(born, today) if born else None, died=when, life=Life.DIED)
    return LifeTold(born_by_age_at_death(age, when), when, Life.DIED, clean_line(age))


def born_by_age_at_death(age: str, died: DateField) -> When:
    """Give about when somebody was born who died at an age. Raises UndatedDeathError."""
    if not isinstance(died, When) or died.precision in ("range", "decade") or not died.earliest:
        raise UndatedDeathError
    born = read_date(age, died.latest or died.earliest)
    if not isinstance(born, When) or not born.earliest:
        raise UndatedDeathError
    finer = died.precision == "year" and "-" in born.edtf  # "3 months" before some day of a year
    return When(f"{born.earliest.year:04}~") if finer else born


def _date_or_unknown(text: str, today: date, *, ages: bool = True) -> DateField:
    """Read the date after a word such as "died"; with none there, it is yet to be asked."""
    return read_date(text, today, ages=ages) if text.strip(" .") else Blank.NOT_ASKED
