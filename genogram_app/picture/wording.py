"""What stands on the sheet in letters: names, dates, ages and labels, as short as is true."""

from __future__ import annotations

from datetime import date

from genogram_app.model.base import Basis, Blank, Teller, TextField
from genogram_app.model.dates import When, age_on
from genogram_app.model.document import Inside
from genogram_app.model.person import DateField, Life, Person, Spell
from genogram_app.model.ties import ChildOf
from genogram_app.words import Words, facts

#: Under two years a child's age is told in months, under eight weeks in days or weeks.
_MONTHS_UNTIL = 2
#: Nobody of whom it isn't known whether they are alive is given an age above this.
OLDEST = 110


def text(words: Words, field: TextField) -> str:
    """Say a text field, or its blank as it prints."""
    return facts.blank(words, field.value) if isinstance(field, Blank) else field or "?"


def when(words: Words, field: DateField) -> str:
    """Say a date field, or its blank as it prints."""
    return (
        facts.blank(words, field.value) if isinstance(field, Blank) else facts.vague_date(words, field.edtf)
    )


def name(words: Words, person: Person) -> str:
    """Say somebody's name, with what they are known as; "?" and "? ask" where there is none."""
    full = text(words, person.name)
    if person.known_as and person.known_as != full:
        return words.say("{name} ({known_as})", name=full, known_as=person.known_as)
    return full


def year(field: DateField) -> str:
    """Say a date's year alone: "1954", "~1954", "?"."""
    if isinstance(field, Blank) or field.earliest is None or field.earliest.year != _latest_year(field):
        return "?"
    return ("~" if field.about else "") + str(field.earliest.year)


def _latest_year(field: When) -> int:
    return field.latest.year if field.latest else -1


def dates(words: Words, person: Person) -> str:
    """Say when somebody was born, died or is due, in one line; empty where nothing is to be told."""
    if person.life is Life.STILLBIRTH and person.named:
        return words.say("stillborn {date}", date=when(words, person.born))
    if person.nameless and not person.unborn:
        return when(words, person.born)
    if person.several:
        return words.say("b. {date}", date=when(words, person.born)) if isinstance(person.born, When) else ""
    if person.unborn:
        return words.say("due {date}", date=when(words, person.born))
    if person.dead:
        return words.say("{born}–{died}", born=year(person.born), died=year(person.died))
    if isinstance(person.born, Blank) and (person.born is not Blank.NOT_ASKED or not person.named):
        return ""  # the "?" inside the symbol has said it
    return words.say("b. {date}", date=when(words, person.born))


def inside(words: Words, person: Person, day: date, what: Inside = "age") -> str:
    """Say what stands inside somebody's symbol: an age, a date of birth, or of several people how many."""
    if person.several:
        return f"×{person.stands_for or '?'}"
    if what == "age" or person.nameless:
        return age(words, person, day)
    if what == "nothing" or person.unborn:
        return ""  # a day that is due is no date of birth, and a triangle has no room for it
    return year(person.born) if what == "year" else _born_inside(words, person.born)


def _born_inside(words: Words, born: DateField) -> str:
    """Say a date of birth in two short lines; the year where the day isn't known."""
    if isinstance(born, Blank) or not born.exact or born.earliest is None:
        return year(born)
    month = words.month(born.earliest.month)[:3]
    return f"{born.earliest.day} {month}\n{born.earliest.year}"


def how_many(words: Words, person: Person) -> str:
    """Say how many people a symbol stands for; empty for one."""
    if not person.several:
        return ""
    if not person.stands_for:
        return words.say("several people")
    return words.say("{n} people", n=person.stands_for)


def languages(words: Words, person: Person) -> str:
    """Say which languages somebody speaks, and whether an interpreter is needed."""
    if not person.interpreter:
        return words.say("speaks {languages}", languages=person.languages) if person.languages else ""
    return words.say("needs an interpreter: {languages}", languages=person.languages or "?")


def age(words: Words, person: Person, day: date) -> str:
    """Say the age that stands inside somebody's symbol: "11", "~41", "7m", "?"."""
    if person.nameless or person.several:
        return ""
    born = person.born if isinstance(person.born, When) else None
    end = _last_day(person, day)
    if born is None or end is None:
        return "?"
    if young := _young_age(words, born, end):
        return young
    found = age_on(born, end)
    if found is None or (person.life is Life.UNKNOWN and found[0] > OLDEST):
        return "?"
    years, vague = found
    return facts.age(years, vague=vague or not _died_exactly(person))


def _last_day(person: Person, day: date) -> date | None:
    if not person.dead:
        return day
    return person.died.latest if isinstance(person.died, When) else None


def _died_exactly(person: Person) -> bool:
    return not person.dead or (isinstance(person.died, When) and person.died.exact)


def _young_age(words: Words, born: When, day: date) -> str:
    """Say the age of a baby in months, or under a month in days; empty from two years on.

    Of a month of birth alone, the months are about right.
    """
    start = born.earliest
    if start is None or start > day or born.precision not in ("day", "month"):
        return ""
    months = (day.year - start.year) * 12 + day.month - start.month - (day.day < start.day)
    if months >= 12 * _MONTHS_UNTIL:
        return ""
    if not born.exact:
        return words.say("~{n}m", n=months)
    if months:
        return words.say("{n}m", n=months)
    return words.say("{n}d", n=(day - start).days)


def age_in_full(words: Words, person: Person, day: date) -> str:
    """Say somebody's age for reading aloud: "aged 11", "aged about 41"; empty where it isn't known."""
    short = age(words, person, day)
    if short in ("", "?"):
        return ""
    units = {"m": "{n} months", "d": "{n} days"}
    said = words.say(units[short[-1]], n=short[:-1]) if short[-1] in units else short
    if said.startswith("~"):
        return words.say("aged about {age}", age=said[1:])
    return words.say("aged {age}", age=said)


def life(words: Words, person: Person) -> str:
    """Say where somebody stands in life, for reading aloud."""
    return {
        Life.DIED: words.say("has died"),
        Life.UNBORN: words.say("not yet born"),
        Life.UNKNOWN: words.say("not known whether alive"),
        Life.LIVING: "",
        Life.MISCARRIAGE: words.say("lost in pregnancy"),
        Life.ECTOPIC: words.say("lost in pregnancy, outside the womb"),
        Life.TERMINATION: words.say("the pregnancy was ended"),
        Life.STILLBIRTH: words.say("stillborn"),
    }[person.life]


def span(words: Words, since: DateField | None, until: DateField | None) -> str:
    """Say from when to when: "since Mar 2025", "May 2024 – Dec 2024", "until 2019", "ended ?"."""
    start = when(words, since) if since is not None else ""
    if until is None:
        return words.say("since {date}", date=start) if start else ""
    end = when(words, until)
    if start:
        return words.say("{start} – {end}", start=start, end=end)
    return words.say("until {date}", date=end) if end != "?" else words.say("ended")


def link_dates(words: Words, link: ChildOf, legal: bool) -> str:
    """Say when a child link held; an order of court, such as an adoption, has its day alone."""
    if legal and link.since is not None and link.until is None:
        return when(words, link.since)
    return span(words, link.since, link.until)


def source(words: Words, basis: Basis, *, harm: bool = False) -> str:
    """Say who says so and where it stands: "Lisa says, reported"; harm without either says "source ?"."""
    teller = basis.told_by or _teller(words, basis.teller)
    parts = [words.say("{who} says", who=teller)] if teller else []
    if basis.standing is not None:
        parts.append(words.say(basis.standing.value))
    if harm and (not teller or basis.standing is None):
        parts.append(words.say("source ?") if not teller else words.say("where it stands ?"))
    return ", ".join(parts)


def _teller(words: Words, teller: Teller | None) -> str:
    if teller is None:
        return ""
    return {
        Teller.CHILD: words.say("child"),
        Teller.ADULT: words.say("adult"),
        Teller.AGENCY: words.say("a service"),
        Teller.WORKER: words.say("worker"),
    }[teller]


def spell_date(words: Words, spell: Spell, abbreviation: str) -> str:
    """Say a state of a union in short: "m. 1981", "div. ?"; no more than is known."""
    start = when(words, spell.since)
    return f"{abbreviation} {start}".strip() if abbreviation else start
