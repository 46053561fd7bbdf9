"""A time that is over: "from May 2024 to Dec 2025", or "(2024–25)" after who it was with."""

from __future__ import annotations

import re
from datetime import date

from genogram_app.edit.dates import read_date
from genogram_app.errors import NotUnderstoodError
from genogram_app.model.dates import When

_TO = re.compile(r"^(.+?)\s+(?:to|until|till)\s+(.+)$", re.IGNORECASE)
_DASH = re.compile(r"^(.+?)\s*[–—]\s*(.+)$|^(.+?)\s+-\s+(.+)$|^(\d{4})[-/](\d{4}|\d\d)$")


#: What goes on isn't over.
_NOW = frozenset({"now", "today", "date", "present", "the present"})


def read_span(text: str, today: date, *, dashes: bool) -> tuple[When, When | None] | None:
    """Read from when until when, None for one that goes on; None where it is no such time.

    dashes: two years with a dash are such a time; after "since" they are a vague beginning.
    """
    found = _TO.match(text) or (_DASH.match(text) if dashes else None)
    if found is None:
        return None
    first, last = [part for part in found.groups() if part]
    if len(last) == len("25") and last.isdigit():
        last = first[-4:-2] + last
    goes_on = last.casefold() in _NOW
    try:
        since, until = (read_date(part, today, ages=False) for part in (first, first if goes_on else last))
    except NotUnderstoodError:
        return None
    if not (isinstance(since, When) and isinstance(until, When)):
        return None
    return since, None if goes_on else until
