"""Saying back, while it is typed, how an age or a date is understood."""

from __future__ import annotations

from datetime import date

from genogram_app.edit.text import LifeTold
from genogram_app.model.base import Blank
from genogram_app.model.dates import When, age_on
from genogram_app.model.person import DateField, Life
from genogram_app.words import Words, facts


def life_said_back(words: Words, told: LifeTold, today: date) -> str:
    """Say what was understood of a life: "born about 1992, about 34", "due Feb 2027", "died 2019"."""
    unborn, gone = told.life is Life.UNBORN, told.life is Life.DIED
    born = _dated(words, "due {date}" if unborn else "born {date}", told.born)
    parts = [born or (words.say("not yet born") if unborn else "")]
    if not gone and not unborn:
        parts.append(_age(words, told.born, today))
    if gone:
        parts.append(_dated(words, "died {date}", told.died) or words.say("has died"))
    return ", ".join(part for part in parts if part)


def _dated(words: Words, template: str, when: DateField | None) -> str:
    if when is None or when is Blank.NOT_ASKED:
        return ""
    if isinstance(when, Blank):
        return words.say(template, date=facts.blank_in_full(words, when.value))
    return words.say(template, date=facts.vague_date(words, when.edtf))


def _age(words: Words, born: DateField | None, today: date) -> str:
    """Say the age, where years say enough."""
    found = age_on(born, today) if isinstance(born, When) else None
    if found is None or found[0] < 1:
        return ""
    return words.say("about {age}", age=found[0]) if found[1] else words.say("aged {age}", age=found[0])
