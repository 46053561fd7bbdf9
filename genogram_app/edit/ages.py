"""Ages as families say them: "11 next May", "nearly 12", "2 and a half", "in her forties"."""

from __future__ import annotations

import re
from datetime import date

MONTHS = "january february march april may june july august september october november december".split()
_TENS = {
    "teens": 10,
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
#: The youngest and the oldest of a part of ten years.
_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "": (0, 9)}
_FIRST_TEEN = 3
_OLDEST = 120
#: So many months ahead a birthday is near, and so many back it was just now.
_NEARLY, _JUST = 6, 3

_HALF = re.compile(r"^(\d{1,3})(?:\s*(?:and|&)\s*a\s*half|\s*½|\s+1/2|\.5)(?:\s*(?:years?|yrs?)(?: old)?)?$")
_IN_TENS = re.compile(
    rf"^(?:in )?(?:her|his|their) (?:(early|mid|late)[ -])?'?([2-9]0)?(?:'?s|({'|'.join(_TENS)}))$"
)
_NEAR = re.compile(r"^(?:nearly|almost)\s+(\d{1,3})$")
_TURNED = re.compile(r"^(?:(?:has )?just(?: turned)?|only just)\s+(\d{1,3})$")
_TO_COME = re.compile(r"^(?:(?:will be|turns|turning|is)\s+)?(\d{1,3})\s+next\s+([a-z]{3,9})$")
_WILL_BE = re.compile(r"^(?:will be|turns|turning)\s+(\d{1,3})\s+in\s+([a-z]{3,9})$")
_HAS_BEEN = re.compile(r"^(?:(?:turned|was)\s+(\d{1,3})\s+(?:in|last)|(\d{1,3})\s+last)\s+([a-z]{3,9})$")
_LASTS = re.compile(r"(?<![a-z])(?:years?|yrs?|months?|mths?|mos|weeks?|wks?|days?)\.?$")
_MONTH_ALONE = re.compile(r"^(?:in |next )?([a-z]{3,9})\.?$")


def spoken_age(text: str, today: date) -> str | None:
    """Give the EDTF of a birth told by an age in words; None where it isn't. Raises ValueError."""
    for read in (_half, _in_tens, _nearly, _just, _next_birthday, _last_birthday):
        if edtf := read(text, today):
            return edtf
    return None


def lasts(text: str) -> bool:
    """Say whether an age may be how long something has lasted: "2 years", but not "2 years old", "2"."""
    return bool(_LASTS.search(text.lower())) and not text.lower().startswith("age")


def month_of(word: str) -> int:
    """Give the number of a month that is written out or cut short. Raises ValueError."""
    found = [number for number, month in enumerate(MONTHS, start=1) if month.startswith(word)]
    if not found:
        raise ValueError(f"{word!r} is no month")
    return found[0]


def month_before(today: date, months: int) -> str:
    """Give the month so many months before a day; fewer than none is a month to come."""
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    return f"{year:04}-{month + 1:02}"


def month_to_come(text: str, today: date) -> str | None:
    """Give the EDTF of "May", "in May" or "next May": the first that isn't over yet."""
    found = _MONTH_ALONE.match(text)
    if not found:
        return None
    month = month_of(found[1])
    return f"{today.year + (month < today.month):04}-{month:02}"


def _sensible(years: str) -> int:
    if int(years) > _OLDEST:
        raise ValueError(f"{years} is more than {_OLDEST}")
    return int(years)


def _half(text: str, today: date) -> str | None:
    found = _HALF.match(text)
    return f"{month_before(today, 12 * _sensible(found[1]) + 6)}~" if found else None


def _in_tens(text: str, today: date) -> str | None:
    found = _IN_TENS.match(text)
    if not found or not (found[2] or found[3]):
        return None
    tens = int(found[2]) if found[2] else _TENS[found[3]]
    youngest, oldest = _PARTS[found[1] or ""]
    if found[3] == "teens":
        youngest = max(youngest, _FIRST_TEEN)
    return f"[{today.year - tens - oldest}..{today.year - tens - youngest}]"


def _nearly(text: str, today: date) -> str | None:
    """Read "nearly 12": the birthday comes within half a year."""
    found = _NEAR.match(text)
    return _between(today, _sensible(found[1]), -1, -_NEARLY) if found else None


def _just(text: str, today: date) -> str | None:
    found = _TURNED.match(text)
    return _between(today, _sensible(found[1]), _JUST - 1, 0) if found else None


def _between(today: date, years: int, first: int, last: int) -> str:
    return f"[{month_before(today, 12 * years + first)}..{month_before(today, 12 * years + last)}]"


def _next_birthday(text: str, today: date) -> str | None:
    """Read "11 next May": the first May that is still to come."""
    found = _TO_COME.match(text) or _WILL_BE.match(text)
    if not found:
        return None
    month = month_of(found[2])
    return f"{today.year + (month <= today.month) - _sensible(found[1]):04}-{month:02}"


def _last_birthday(text: str, today: date) -> str | None:
    """Read "turned 11 last May": the latest May that there was."""
    found = _HAS_BEEN.match(text)
    if not found:
        return None
    month = month_of(found[3])
    return f"{today.year - (month > today.month) - _sensible(found[1] or found[2]):04}-{month:02}"
