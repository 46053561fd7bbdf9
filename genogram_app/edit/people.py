"""People: adding somebody, and what happens in a life."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from genogram_app.edit.beside import told
from genogram_app.edit.records import called
from genogram_app.edit.result import Edit, Stamp
from genogram_app.family.case import Case
from genogram_app.model.base import Blank, TextField
from genogram_app.model.ids import Id
from genogram_app.model.person import DateField, Life, Person
from genogram_app.words import Sentence


def new_person(stamp: Stamp, name: TextField = Blank.NOT_ASKED, **fields: Any) -> Person:
    """Make somebody, of whom nothing need be known yet."""
    return Person(id=stamp.new_id("p"), basis=stamp.basis(), name=name, **fields)


def add_person(case: Case, stamp: Stamp, name: TextField = Blank.NOT_ASKED, **fields: Any) -> Edit:
    """Add somebody who is joined to nobody yet."""
    person = new_person(stamp, name, **fields)
    return Edit(Sentence("Add a person"), case.changed(put=[person]), (person.id,))


def died(case: Case, stamp: Stamp, person: Id, when: DateField = Blank.NOT_ASKED) -> Edit:
    """Mark somebody as having died. The day may be told later: one that is written already stays."""
    day = {} if when is Blank.NOT_ASKED else {"died": when}
    return _live(case, stamp, person, Sentence("Mark {name} as died"), life=Life.DIED, **day)


def was_born(case: Case, stamp: Stamp, person: Id, when: DateField = Blank.NOT_ASKED) -> Edit:
    """Say that an unborn child was born. The day that it was due is no date of birth, so that goes."""
    return _live(case, stamp, person, Sentence("Say that {name} was born"), life=Life.LIVING, born=when)


def not_died(case: Case, stamp: Stamp, person: Id) -> Edit:
    """Take back that somebody died: it was a mistake."""
    label = Sentence("Take back that {name} died")
    return _live(case, stamp, person, label, life=Life.LIVING, died=Blank.NOT_ASKED)


def _live(case: Case, stamp: Stamp, key: Id, sentence: Sentence, **fields: Any) -> Edit:
    label = Sentence.of(sentence.template, quiet="Change a person", name=called(case, key))
    person = case.family.get(Person, key)
    after = told(person, stamp, **fields)
    return Edit(label, case if after is person else case.changed(put=[after]), (key,))


def set_subject(case: Case, stamp: Stamp, people: Iterable[Id], subject: bool = True) -> Edit:
    """Make people subject children of the sheet, or no longer. There may be several."""
    keys = tuple(people)
    found = [case.family.get(Person, key) for key in keys]
    changed = [told(person, stamp, subject=subject) for person in found if person.subject != subject]
    template = "Make {name} a subject child" if subject else "Take the subject mark from {name}"
    names = called(case, keys[0]) if len(keys) == 1 else str(len(keys))
    label = Sentence.of(template, quiet="Change the subject child", name=names)
    return Edit(label, case.changed(put=changed) if changed else case, keys)
