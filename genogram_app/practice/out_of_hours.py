"""Whom to ring out of hours: what is still missing, and a word when the one who was named is lost."""

from __future__ import annotations

from genogram_app.family.case import Case
from genogram_app.model.base import Blank
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.practice.calling import calls
from genogram_app.practice.question import Look


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
