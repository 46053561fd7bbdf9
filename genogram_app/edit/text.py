"""What people type, read into what is kept: names, other words, and a line about a life."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from genogram_app.edit.ages import MONTHS, month_to_come
from genogram_app.edit.blanks import BLANKS, NAMELESS
from genogram_app.edit.dates import read_date, tells_age
from genogram_app.errors import NotUnderstoodError
from genogram_app.model.base import Blank, TextField, clean_line
from genogram_app.model.dates import When
from genogram_app.model.person import DateField, Life

__all__ = [
    "DoubtfulError",
    "LifeTold",
    "UndatedDeathError",
    "life_until",
    "read_date",
    "read_life",
    "read_name",
    "read_text",
    "two_years",
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
_AGED_WORD = re.compile(r"^aged?\s+", re.I)
_WHEN_DIED = (
    "An age beside a death is the age at death, so the year is wanted too. Nothing was changed. "
    "Write d. 2019 aged 68, or b. 1951 d. 2019."
)
_TWO_AGES = (
    "A birth and an age at death are too much for one line. Nothing was changed. Write b. 1951 d. 2019."
)


class DoubtfulError(NotUnderstoodError):
    """Words about a life have two senses. Each option is other words for all of them that have one."""

    def __init__(self, why: str, *options: str) -> None:
        super().__init__(why)
        self.options = options


class UndatedDeathError(DoubtfulError):
    """An age stands beside a death, and no year says when that was."""

    def __init__(self) -> None:
        super().__init__(_WHEN_DIED)


#: "40s" may be how old somebody is, or when they were born; "8/12" is how a clinic writes 8 months.
_TENS = re.compile(r"^(?:early[ -]|mid[ -]|late[ -])?'?[1-9]0'?s$", re.I)
_TWELFTHS = re.compile(r"^(1?\d)/12$")
_AGE_OR_YEARS = (
    "“{text}” may be an age or years. Nothing was changed. Write “in their {text}” or “born in the {text}”."
)
_MONTHS_OR_DATE = "“{text}” may be an age or a date. Nothing was changed. Write “{age}” or “{date}”."
#: Two years with a dash or "to" between; far apart they are a life, nearer perhaps when somebody was born.
_TWO_YEARS = re.compile(r"^(\d{4})(?:\s*[-–—]\s*|\s+to\s+)(\d{4})$", re.I)
_A_LIFE = 15


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


def read_life(text: str, today: date, *, unborn: bool = False, died: DateField | None = None) -> LifeTold:
    """Read "34", "b. 1941 d. 2019", "d. 2019" or "due 20 Feb 2027". Raises NotUnderstoodError.

    unborn: whether it is known already that somebody isn't born yet. Of all others a birth
    still to come is refused: whoever is born later isn't on the sheet today. died: when somebody
    who has died did: an age alone is then that at death.
    """
    line = clean_line(text)
    if died is not None and tells_age(line):
        return life_until(died, line)
    if found := _DUE.match(line):
        return LifeTold(born=_due(found["due"], today), life=Life.UNBORN)
    if found := _DEATH.match(line):
        return _read_death(found["born"] or "", found["died"], today)
    _refuse_doubtful(line)
    if (years := two_years(line)) and years[1] - years[0] >= _A_LIFE:
        return LifeTold(When(f"{years[0]:04}"), When(f"{years[1]:04}"), Life.DIED)
    born = read_date(line, today)
    if not unborn and isinstance(born, When) and born.earliest is not None and born.earliest > today:
        raise NotUnderstoodError(
            f"“{line}” is still to come. Nothing was changed. "
            f"For a child who isn't born yet, write “due {line}”."
        )
    return LifeTold(born=born)


def _refuse_doubtful(line: str) -> None:
    """Refuse words that are read in one way and often meant in another."""
    if _TENS.match(line):
        options = (f"in their {line}", f"born in the {line}")
        raise DoubtfulError(_AGE_OR_YEARS.format(text=line), *options)
    found = _TWELFTHS.match(line)
    if found and 1 <= int(found[1]) <= len(MONTHS):
        age, day = f"{found[1]} months", f"{MONTHS[int(found[1]) - 1].capitalize()} 2012"
        raise DoubtfulError(_MONTHS_OR_DATE.format(text=line, age=age, date=day), age, day)


def two_years(text: str) -> tuple[int, int] | None:
    """Give the years of "1950-2019"; None for anything else, or where the first is later."""
    found = _TWO_YEARS.match(clean_line(text))
    return (int(found[1]), int(found[2])) if found and found[1] <= found[2] else None


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
    return life_until(when, age)


def life_until(died: DateField, age: str) -> LifeTold:
    """Give a life that ended at an age. Raises UndatedDeathError with no year to go by."""
    return LifeTold(_born_by_age_at_death(age, died), died, Life.DIED, _AGED_WORD.sub("", clean_line(age)))


def _born_by_age_at_death(age: str, died: DateField) -> When:
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
