"""Homes: who lives together, since when, all week or part of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from genogram_app.edit.lines import ended, goes_on, next_line
from genogram_app.edit.records import called
from genogram_app.edit.result import Edit, Stamp
from genogram_app.errors import NotFoundError, RefusedError
from genogram_app.family import kinship
from genogram_app.family.case import Case
from genogram_app.model.base import Blank, TextField
from genogram_app.model.household import Household
from genogram_app.model.ids import Id
from genogram_app.model.person import DateField, Person
from genogram_app.model.ties import LivesIn
from genogram_app.words import Sentence


def make_household(
    case: Case,
    stamp: Stamp,
    people: Iterable[Id],
    *,
    name: TextField = Blank.NOT_ASKED,
    kind: str = "",
    since: DateField | None = None,
    part_time: Collection[Id] = (),
    pattern: str = "",
) -> Edit:
    """Draw a ring round people who live together. Raises RefusedError where there is nobody.

    part_time: who lives there part of the week; `pattern` says when.
    """
    living = tuple(dict.fromkeys(people))
    if not living:
        raise RefusedError("Choose the people who live there first. Nothing was changed.")
    home = Household(id=stamp.new_id("h"), basis=stamp.basis(), name=name, kind=kind, since=since)
    part = dict.fromkeys(part_time, pattern)
    stays = [
        _stay(case, stamp, home.id, who, since, part.get(who, ""), part_time=who in part) for who in living
    ]
    label = Sentence("Make a household")
    return Edit(label, case.changed(put=[home, *stays]), (home.id,))


def move_in(
    case: Case,
    stamp: Stamp,
    home: Id,
    people: Iterable[Id],
    since: DateField | None = None,
    *,
    part_time: bool = False,
    pattern: str = "",
    leaving: Id | None = None,
) -> Edit:
    """Let people move in, on a day, and out of the home that they leave, if they leave one.

    Who is known to live there already stays so. A place that whoever enters can't
    see isn't touched: what they say stands beside it.
    """
    case.family.get(Household, home)
    moving = [key for key in dict.fromkeys(people) if _present(case, stamp, key, home) is None]
    stays = [_stay(case, stamp, home, key, since, pattern, part_time=part_time) for key in moving]
    left = [_present(case, stamp, key, leaving) for key in moving] if leaving else []
    until = since if since is not None else Blank.NOT_ASKED
    gone = [ended(stamp, stay, until) for stay in left if stay is not None]
    label = _label(case, moving, "{name} moves in", "Move somebody in")
    return Edit(label, case.changed(put=[*gone, *stays]) if moving else case, (*moving,))


def move_out(
    case: Case, stamp: Stamp, home: Id, people: Iterable[Id], until: DateField = Blank.NOT_ASKED
) -> Edit:
    """Let people move out, on a day. That they lived there stays on the record."""
    found = [_present(case, stamp, key, home) for key in dict.fromkeys(people)]
    there = [stay for stay in found if stay is not None]
    label = _label(case, [stay.person for stay in there], "{name} moves out", "Move somebody out")
    gone = [ended(stamp, stay, until) for stay in there]
    return Edit(label, case.changed(put=gone) if gone else case, tuple(stay.person for stay in there))


def change_stay(
    case: Case,
    stamp: Stamp,
    stay: Id,
    when: DateField = Blank.NOT_ASKED,
    *,
    part_time: bool,
    pattern: str = "",
) -> Edit:
    """Change from a day on how much of the week somebody lives in a home."""
    old = case.family.get(LivesIn, stay)
    label = _label(case, [old.person], "Change when {name} is at home", "Change who lives in a home")
    if goes_on(old, part_time=part_time, pattern=pattern):
        return Edit(label, case, (old.person,))
    before, started = next_line(stamp, old, when, part_time=part_time, pattern=pattern)
    return Edit(label, case.changed(put=[before, started]), (started.id,))


def close_household(case: Case, stamp: Stamp, home: Id, until: DateField = Blank.NOT_ASKED) -> Edit:
    """Say that a home has ended: everybody who still lives there, as far as can be seen, moves out."""
    household = case.family.get(Household, home)
    places = kinship.members(case.family, home)
    stays = [stay for stay in places if stay.until is None and stamp.sees(stay)]
    gone = [ended(stamp, record, until) for record in (household, *stays)]
    label = Sentence.of("End the household {name}", quiet="End a household", name=called(case, home))
    return Edit(label, case.changed(put=gone), (home,))


def _stay(
    case: Case,
    stamp: Stamp,
    home: Id,
    person: Id,
    since: DateField | None,
    pattern: str,
    *,
    part_time: bool,
) -> LivesIn:
    if case.family.find(Person, person) is None:
        raise NotFoundError("Only people live in a household. Nothing was changed.")
    return LivesIn(
        id=stamp.new_id("e"),
        basis=stamp.basis(),
        person=person,
        household=home,
        since=since,
        part_time=part_time,
        pattern=pattern,
    )


def _present(case: Case, stamp: Stamp, person: Id, home: Id) -> LivesIn | None:
    """Give somebody's place in a home that hasn't ended, where whoever enters can see it."""
    stays = [stay for stay in case.family.out_of(LivesIn, person) if stamp.sees(stay)]
    return next((stay for stay in stays if stay.household == home and stay.until is None), None)


def _label(case: Case, people: Iterable[Id], template: str, quiet: str) -> Sentence:
    found = list(people)
    return Sentence.of(
        template, quiet=quiet, name=called(case, found[0]) if len(found) == 1 else str(len(found))
    )
