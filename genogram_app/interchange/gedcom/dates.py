"""GEDCOM dates: from what a file says to a date that can be stored.

Read by the grammars of GEDCOM 5.5, 5.5.1 and 7, and by what real programs
write instead. What a stored date can't carry (a calendar, a double year, a
phrase) stays in words. A date such as 03/02/2012 is never guessed at.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from genogram_app.model.dates import When

_MONTHS = (
    ("JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE")
    + ("JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER")
)  # fmt: skip
_POINT = re.compile(r"^(?:(?:(\d{1,2}) )?([A-Z]{3,9})\.? )?(\d{3,4})(?:/(\d{1,4}))?$", re.ASCII)
_ISO = re.compile(r"^(\d{4})-(\d\d)-(\d\d)$", re.ASCII)
_SLASHED = re.compile(r"^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$", re.ASCII)
_DECADE = re.compile(r"^(?:DECEASED )?(?:(?:ABT|ABOUT)\.? )?(\d{3})0'?S$", re.ASCII)
_CALENDAR = re.compile(r"^(?:@#D([A-Z ]+)@|(GREGORIAN|JULIAN|HEBREW|FRENCH_R|ROMAN)\b) ?")
_BETWEEN = re.compile(
    r"^(?:BET(?:WEEN)?\.? (.+?)(?: AND | ?- ?)(.+)|FROM (.+?) TO (.+)|(\d{4}) ?- ?(\d{4}))$", re.ASCII
)
_BEFORE = re.compile(r"^(?:BEF(?:ORE)?|TO)\.? (.+)$")
_AFTER = re.compile(r"^(?:AFT(?:ER)?|FROM)\.? (.+)$")
_ABOUT = re.compile(r"^(?:(?:ABT|ABOUT|CIRCA|CAL|CA|C|EST)(?:\.? |\.|(?=\d))|~ ?)(.+)$", re.ASCII)
_INTERPRETED = re.compile(r"^INT ([^(]+?) ?(?:\(.*\))?$")
#: No date is longer than this, in letters.
_LONGEST = 120
#: These say more than "about", or come with a phrase.
_MORE = re.compile(r"/|JULIAN|^INT |^EST|^CAL|^DECEASED|'?S$")


@dataclass(frozen=True)
class Dated:
    """A date as read: what can be stored, and what the file says where that is more."""

    when: When | None
    said: str = ""


def read_date(text: str) -> Dated:
    """Read a GEDCOM date value. Never fails: what can't be read is kept as said."""
    said = " ".join(text.split())
    value = said.upper()
    try:
        edtf = _edtf(value) if len(value) <= _LONGEST else ""
        when = When(edtf) if edtf else None
    except ValueError:  # a day that never was
        when = None
    return Dated(when, said if when is None or _MORE.search(value) else "")


def _edtf(text: str) -> str:
    """Give the EDTF of a date value; empty where it can't be read."""
    found = _CALENDAR.match(text)
    calendar, rest = (found[0].strip() + " ", text[found.end() :]) if found else ("", text)
    if found := _BETWEEN.match(rest):
        start, end = (_bare(calendar + part) for part in found.groups() if part)
        return _range(start, end) if start and end else ""
    for pattern, form in ((_BEFORE, "[..{}]"), (_AFTER, "[{}..]"), (_INTERPRETED, "{}?"), (_ABOUT, "{}~")):
        if found := pattern.match(rest):
            inner = _bare(calendar + found[1])
            return form.format(inner) if inner else _decade(rest)
    return _decade(rest) or _point(text)


def _range(start: str, end: str) -> str:
    """Give the EDTF of a range, put the right way round."""
    try:
        return str(When(f"[{start}..{end}]"))
    except ValueError:
        return f"[{end}..{start}]"


def _bare(text: str) -> str:
    """Give the EDTF of the date inside a longer value, without an "about" of its own."""
    found = _ABOUT.match(text)
    return _point(found[1] if found else text)


def _decade(text: str) -> str:
    found = _DECADE.match(text)
    return f"{found[1]}X" if found else ""


def _point(text: str) -> str:
    """Give the EDTF of one day, month or year in a calendar that we know; else empty."""
    found = _CALENDAR.match(text)
    calendar = (found[1] or found[2]).strip() if found else ""
    if calendar not in ("", "GREGORIAN", "JULIAN"):
        return ""
    return _plain_point(text[found.end() :] if found else text, calendar == "JULIAN")


def _plain_point(text: str, julian: bool) -> str:
    if found := _ISO.match(text):
        return date(int(found[1]), int(found[2]), int(found[3])).isoformat()
    if found := _SLASHED.match(text):
        return _in_figures(int(found[1]), int(found[2]), int(found[3]))
    found = _POINT.match(text)
    if not found:
        return ""
    month = _month(found[2]) if found[2] else 0
    year = _later_year(found[3], found[4]) if found[4] else int(found[3])
    return "" if month is None or not year else _written(year, month, int(found[1] or 0), julian)


def _in_figures(first: int, second: int, year: int) -> str:
    """Give the EDTF of a date in figures where only one order of day and month is possible."""
    if first > 12 or first == second:
        return date(year, second, first).isoformat()
    return date(year, first, second).isoformat() if second > 12 else ""


def _month(word: str) -> int | None:
    return next((number for number, name in enumerate(_MONTHS, start=1) if name.startswith(word)), None)


def _later_year(old: str, new: str) -> int:
    """Give the later year of a double year such as 1700/01; 0 where the two don't follow on."""
    later = int(old) + 1
    return later if str(later).endswith(new) else 0


def _written(year: int, month: int, day: int, julian: bool) -> str:
    if not month:
        return f"{year:04}"
    if not day:
        return f"{year:04}-{month:02}"
    return (_gregorian if julian else date)(year, month, day).isoformat()


def _gregorian(year: int, month: int, day: int) -> date:
    """Give the Gregorian day of a Julian one. Raises ValueError for a day that never was."""
    days = 29 if month == 2 and year % 4 == 0 else monthrange(2001, month)[1]
    if not 1 <= day <= days:
        raise ValueError(f"month {month} of {year} has no day {day}")
    january = (14 - month) // 12  # January and February count as the end of the year before
    years, months = year + 4800 - january, month + 12 * january - 3
    number = day + (153 * months + 2) // 5 + 365 * years + years // 4 - 32083
    return date(1, 1, 1) + timedelta(days=number - 1721426)
