"""Whom to ring out of hours: what is still missing, and a word when the one who was named is lost."""

from __future__ import annotations

from datetime import date

from genogram_app.family.case import Case
from genogram_app.model.base import Blank
from genogram_app.model.dates import When, age_on
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.practice.calling import calls
from genogram_app.practice.question import Look

#: Nobody younger is asked to answer for a family at night.
OLD_ENOUGH = 16


def can_be_rung(person: Person, day: date) -> bool:
    """Say whether somebody can be the one to ring, as far as is known: living, and no child."""
    return not person.dead and not person.unborn and not is_child(person, day)


def is_child(person: Person, day: date) -> bool:
    """Say whether somebody is a child the sheet is about, or is known to be too young to be rung."""
    age = age_on(person.born, day) if isinstance(person.born, When) else None
    return person.subject or (age is not None and age[0] < OLD_ENOUGH)


def missing(look: Look) -> str:
    """Say what keeps a sheet from telling whom to ring; nothing where it tells."""
    go_to = look.case.details.go_to
    if go_to is None or go_to.who not in look.family:
        return look.say("Nobody is named to ring out of hours.")
    name, person = calls(look, go_to.who), look.family.find(Person, go_to.who)
    if person is not None and person.dead:
        return look.say("{name} is the one to ring out of hours, and has died.", name=name)
    if person is not None and person.unborn:
        return look.say("{name} is the one to ring out of hours, and isn’t born yet.", name=name)
    if person is not None and is_child(person, look.today):
        return look.say("{name} is the one to ring out of hours, and is a child.", name=name)
    if isinstance(go_to.telephone, Blank) or not go_to.telephone:
        return look.say("There is no number on which to ring {name} out of hours.", name=name)
    return ""


def lost(before: Look, after: Case) -> str:
    """Say that a step took away the one to ring, who can't be rung after it; else nothing."""
    old, new = before.case.details.go_to, after.details.go_to
    if old is None or not _can_ring(before.case, old.who) or _can_ring(after, old.who):
        return ""
    if new is not None and new.who != old.who:
        return ""
    name = calls(before, old.who)
    return before.say("{name} was the one to ring out of hours. Name somebody else.", name=name)


def _can_ring(case: Case, who: Id) -> bool:
    person = case.family.find(Person, who)
    return who in case.family and not (person is not None and (person.dead or person.unborn))
