"""Facts said in words: blanks, vague dates, ages."""

from __future__ import annotations

from datetime import date

from genogram_app.words.speech import Words


def blank(words: Words, reason: str) -> str:
    """Say why nothing stands there, as it prints on a sheet: `reason` is a blank's value."""
    return {"not asked": words.say("? ask"), "none": words.say("none")}.get(reason, "?")


def blank_in_full(words: Words, reason: str) -> str:
    """Say why nothing stands there in words, as on the case-file copy."""
    return {
        "unknown": words.say("not known"),
        "not asked": words.say("not asked yet"),
        "declined": words.say("chose not to say"),
        "none": words.say("none"),
    }[reason]


def vague_date(words: Words, edtf: str) -> str:
    """Say a stored date: "3 Mar 2015", "Mar 2015", "about 1985", "before 1990", "1990 to 1995"."""
    if edtf.startswith("["):
        return _span(words, *edtf[1:-1].split(".."))
    if edtf.endswith("X"):
        return words.say("the {decade}s", decade=edtf[:3] + "0")
    plain = _plain(words, edtf.rstrip("~?%"))
    if edtf[-1] in "~%":
        plain = words.say("about {date}", date=plain)
    return words.say("{date}, not sure", date=plain) if edtf[-1] in "?%" else plain


def _span(words: Words, start: str, end: str) -> str:
    if not start:
        return words.say("{date} or before", date=_plain(words, end))
    if not end:
        return words.say("{date} or after", date=_plain(words, start))
    return words.say("{start} to {end}", start=_plain(words, start), end=_plain(words, end))


def _plain(words: Words, edtf: str) -> str:
    parts = [int(part) for part in edtf.split("-")]
    if len(parts) == 3:
        return words.short_day(date(parts[0], parts[1], parts[2]))
    return f"{words.month(parts[1])[:3]} {parts[0]}" if len(parts) == 2 else f"{parts[0]:04}"


def age(years: int, *, vague: bool) -> str:
    """Say an age in years as inside a symbol: "11", or "~41" where it is only about right."""
    return f"~{years}" if vague else str(years)
