"""Dates as people type them, day first, read forgivingly into what is kept.

"34" is an age, "Mar 2017" a month, "about 1990", "before 1990" and "1990-1995"
are as vague as they were said. What is read is shown back in words.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from genogram_app.edit.ages import month_before, month_of, spoken_age
from genogram_app.edit.blanks import BLANKS
from genogram_app.errors import NotUnderstoodError
from genogram_app.model.base import Blank, clean_line
from genogram_app.model.dates import When

_OLDEST = 120
_FIRST_YEAR = 1500
#: Whether words tell an age doesn't hang on which day it is.
_ANY_DAY = date(2000, 1, 1)
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11)}
_NUMBERS = {
    word: str(number)
    for number, word in enumerate("one two three four five six seven eight nine ten".split(), start=1)
} | {"a": "1", "an": "1"}

_LEAD = re.compile(r"^(?:(?:born|died|dob:?|due|edd|since|from|in|on|[bd])\s+|(?:[bd]\.|†|[bd](?=\d))\s*)")
#: "Born 88" is a year, though "88" alone is an age.
_BORN_IN = re.compile(r"^((?:born|dob:?|b\.?)\s*(?:in\s+)?(?:(?:about|around|circa|c\.?)\s*)?)(\d\d)$")
_WEEKDAY = re.compile(r"^(?:mon|tues?|wed|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?,?\s+(?=\d)")
_ABOUT = re.compile(r"^(?:about|around|roughly|approximately|approx\.?|circa|ca\.?|c\.?|~)\s*(?=[\w'])")
_ISH = re.compile(r"\s*-?(?:ish|or so)$")
_UNSURE = re.compile(r"\s*(?:,?\s*not sure|\?)$")
_MAYBE = re.compile(r"^(?:maybe|perhaps|probably|possibly)\s+")
_BEFORE = re.compile(r"^(?:before|by|pre-?)\s*(.+)$|^(.+?)\s+or (?:before|earlier)$")
_AFTER = re.compile(r"^(?:after|post-?)\s*(.+)$|^(.+?)\s+or (?:after|later)$")
_BETWEEN = re.compile(r"^(?:between\s+)?(.+?)\s*(?:\s(?:and|to|or|-)\s|–|—)\s*(.+)$")
_YEARS = re.compile(r"^(\d{4})\s*(?:[-/]\s*(\d{4})|-\s*((?!0\d|1[0-2])\d\d)|/\s*(\d\d))$")
_DECADE = re.compile(r"^(?:the )?(?:early |mid |late )?'?(\d{2,3}0|\d0)'?s$")
_SEASON = re.compile(r"^(spring|summer|autumn)(?: of)? (\d{4})$")
_AGE = re.compile(
    r"^(?:aged?\s+)?(\d{1,3}|[a-z]+)\s*"
    r"(years?|yrs?|y|months?|mths?|mos?|m|weeks?|wks?|w|days?|d)?\.?(?:[\s-]old)?(\s+ago)?$"
)
_ISO = re.compile(r"^(\d{4}|'\d\d)(?:-(\d\d?))?(?:-(\d\d?))?$")
_FIGURES = re.compile(r"^(?:(\d\d?)\s*[/.\-]\s*)?(\d\d?)\s*[/.\-]\s*(\d{4}|'?\d\d)$")
_DAY_MONTH = re.compile(r"^(?:(\d\d?)(?:st|nd|rd|th)?\s*(?:of\s+)?)?([a-z]{3,9})\.?,?\s*(\d{4}|'?\d\d)$")
_MONTH_DAY = re.compile(r"^([a-z]{3,9})\.?\s+(\d\d?)(?:st|nd|rd|th)?,?\s+(\d{4})$")


def read_date(text: str, today: date, *, ages: bool = True) -> When | Blank:
    """Read a date, an age on `today`, or the reason why there is none.

    Raises NotUnderstoodError, a sentence that says how to write it. Without
    `ages` a bare number isn't an age, as for the start of a job.
    """
    typed = clean_line(text).lower()
    if typed in BLANKS:
        return BLANKS[typed]
    typed = _BORN_IN.sub(r"\1'\2", typed)
    plain = _WEEKDAY.sub("", _LEAD.sub("", typed))
    if plain in BLANKS:
        return BLANKS[plain]
    try:
        edtf = _vague(plain, today, ages)
        return When(edtf)
    except ValueError as fault:
        raise NotUnderstoodError(
            f"“{clean_line(text)}” can't be read as a date. Nothing was changed. "
            "Write the day first, as 3 Mar 2015 or 3/3/2015, or Mar 2015, 2015, about 2015, "
            "before 2015, an age such as 11, or ? where nobody knows."
        ) from fault


def tells_age(text: str) -> bool:
    """Say whether words tell how old somebody is, "68" or "nearly 12": what they mean hangs on the day."""
    plain = clean_line(text).lower()
    for marks in ((_ABOUT, _ISH), (_MAYBE, _UNSURE), (_ABOUT, _ISH)):
        plain = _strip(plain, *marks)[1]
    found = _AGE.match(plain)
    try:
        return bool(spoken_age(plain, _ANY_DAY) or (found and not found[3] and _age(plain, _ANY_DAY, True)))
    except ValueError:
        return False


def _vague(text: str, today: date, ages: bool) -> str:
    """Give the EDTF of a date with its doubts, or of a span of time."""
    if found := _BEFORE.match(text):
        return f"[..{_plain(found[1] or found[2], today)}]"
    if found := _AFTER.match(text):
        return f"[{_plain(found[1] or found[2], today)}..]"
    if ages and (edtf := spoken_age(text, today)):
        return edtf
    for read in (_decade, _season, _years, _between):
        if edtf := read(text, today):
            return edtf
    about, plain = _strip(text, _ABOUT, _ISH)
    unsure, plain = _strip(plain, _MAYBE, _UNSURE)
    about_inside, plain = _strip(plain, _ABOUT, _ISH)
    aged = _age(plain, today, ages)
    return _marked(aged or _plain(plain, today), about or about_inside or bool(aged), unsure)


def _strip(text: str, *marks: re.Pattern[str]) -> tuple[bool, str]:
    """Take marks of doubt off a text, and say whether there were any."""
    bare = text
    for mark in marks:
        bare = mark.sub("", bare)
    return bare != text, bare


def _marked(edtf: str, about: bool, unsure: bool) -> str:
    return edtf + {(True, True): "%", (True, False): "~", (False, True): "?"}.get((about, unsure), "")


def _decade(text: str, today: date) -> str | None:
    found = _DECADE.match(text)
    if not found:
        return None
    year = found[1] if len(found[1]) == 4 else str(_whole_year(found[1], today))
    return f"{year[:3]}X"


def _season(text: str, today: date) -> str | None:
    found = _SEASON.match(text)
    if not found:
        return None
    first, last = _SEASONS[found[1]]
    return f"[{found[2]}-{first:02}..{found[2]}-{last:02}]"


def _years(text: str, today: date) -> str | None:
    found = _YEARS.match(text)
    if not found:
        return None
    last = found[2] or found[1][:2] + (found[3] or found[4])
    return f"[{found[1]}..{last}]"


def _between(text: str, today: date) -> str | None:
    found = _BETWEEN.match(text)
    if not found:
        return None
    return f"[{_plain(found[1], today)}..{_plain(found[2], today)}]"


def _age(text: str, today: date, ages: bool) -> str | None:
    """Read how old somebody is, or how long ago something was: never finer than it was said."""
    found = _AGE.match(text)
    if not found or not (number := _NUMBERS.get(found[1], found[1])).isdigit():
        return None
    if not (ages or found[2]):
        return None
    count, unit = int(number), (found[2] or "y")[0]
    if unit == "y":
        return str(today.year - _sensible(count, _OLDEST))
    if unit == "m":
        return month_before(today, _sensible(count, 12 * _OLDEST))
    return (today - timedelta(days=_sensible(count, 5000) * (7 if unit == "w" else 1))).isoformat()


def _sensible(count: int, most: int) -> int:
    if count > most:
        raise ValueError(f"{count} is more than {most}")
    return count


def _plain(text: str, today: date) -> str:
    """Give the EDTF of a day, a month or a year. Raises ValueError."""
    if text in ("today", "now", "yesterday"):
        return (today - timedelta(days=text == "yesterday")).isoformat()
    if text in ("this year", "last year"):
        return str(today.year - (text == "last year"))
    for read in (_iso, _figures, _day_month, _month_day):
        if edtf := read(text, today):
            return edtf
    raise ValueError(f"{text!r} is no date")


def _iso(text: str, today: date) -> str | None:
    found = _ISO.match(text)
    return _edtf(found[1], found[2], found[3], today) if found else None


def _figures(text: str, today: date) -> str | None:
    found = _FIGURES.match(text)
    return _edtf(found[3], found[2], found[1], today) if found else None


def _day_month(text: str, today: date) -> str | None:
    found = _DAY_MONTH.match(text)
    return _edtf(found[3], str(month_of(found[2])), found[1], today) if found else None


def _month_day(text: str, today: date) -> str | None:
    found = _MONTH_DAY.match(text)
    return _edtf(found[3], str(month_of(found[1])), found[2], today) if found else None


def _edtf(year: str, month: str | None, day: str | None, today: date) -> str:
    """Write a date down; When checks that there is such a day."""
    whole = _whole_year(year, today)
    parts = [f"{whole:04}", *(f"{int(part):02}" for part in (month, day) if part)]
    if month and not 1 <= int(month) <= 12:
        raise ValueError(f"there is no month {month}")
    return "-".join(parts)


def _whole_year(year: str, today: date) -> int:
    """Give the year in full: of two figures, the latest that isn't more than a year ahead."""
    number = int(year.lstrip("'"))
    if len(year.lstrip("'")) == 2:
        century = (today.year + 1) // 100 * 100
        number += century if century + number <= today.year + 1 else century - 100
    if not _FIRST_YEAR <= number <= today.year + 100:
        raise ValueError(f"{year} is no year of a family")
    return number
