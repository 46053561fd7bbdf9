"""Dates that can't all be true. Vague dates get the benefit of the doubt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from genogram_app.family import kinship
from genogram_app.model.base import Record
from genogram_app.model.dates import When
from genogram_app.model.household import Household
from genogram_app.model.person import DateField, Life, Person, Spell
from genogram_app.model.ties import Bond, ChildOf, LivesIn, Tie, Union
from genogram_app.practice.calling import calls, home_called, person_called
from genogram_app.practice.checks.three_generations import birth_parents
from genogram_app.practice.question import Found, Look, asks

_YOUNGEST_PARENT = 12
_OLDEST_PARENT = 90
_OLDEST = 110
#: A father may have died before his child was born, by this much at most.
_AFTER_DEATH = timedelta(days=300)
YEAR = timedelta(days=365.25)


def earliest(field: DateField | None) -> date | None:
    """Give the first day that a date field allows; None where nothing is known."""
    return field.earliest if isinstance(field, When) else None


def latest(field: DateField | None) -> date | None:
    """Give the last day that a date field allows; None where nothing is known."""
    return field.latest if isinstance(field, When) else None


def surely_before(first: DateField | None, second: DateField | None, by: timedelta = timedelta()) -> bool:
    """Say whether one date lies before another beyond doubt, by more than a span."""
    end, start = latest(first), earliest(second)
    return end is not None and start is not None and start - end > by


@asks("R19")
def parent_too_young_or_old(look: Look) -> Found:
    """Ask about a birth parent born after the child, or hardly before, or very long before."""
    for child, parent in _pairs(look):
        youngest, oldest = surely_before(child.born, parent.born), None
        if not youngest and isinstance(child.born, When) and isinstance(parent.born, When):
            oldest = _age_apart(parent.born, child.born)
        if youngest or (oldest is not None and not _YOUNGEST_PARENT <= oldest <= _OLDEST_PARENT):
            yield child.id, _apart(look, child, parent, oldest)


def _pairs(look: Look) -> Iterator[tuple[Person, Person]]:
    for child in look.people:
        for parent in birth_parents(look, child):
            yield child, parent


def _age_apart(parent: When, child: When) -> int | None:
    """Give the parent's age at the birth, the likeliest that the dates allow; None where nobody can tell."""
    bounds = parent.earliest, parent.latest, child.earliest, child.latest
    if None in bounds:
        return None
    first, last, early, late = (day for day in bounds if day)
    oldest, youngest = (late - first) // YEAR, (early - last) // YEAR
    return min(max(30, youngest), oldest)


def _apart(look: Look, child: Person, parent: Person, years: int | None) -> str:
    names = {"child": person_called(look, child), "parent": person_called(look, parent)}
    if years is None or years < 0:
        return look.say(
            "{child} stands as born before {parent}, a birth parent. Which date is right?", **names
        )
    return look.say(
        "{parent} would have been {years} when {child} was born. Is that right?", years=years, **names
    )


@asks("R19")
def born_after_parent_died(look: Look) -> Found:
    """Ask about a child born long after a birth parent died."""
    for child, parent in _pairs(look):
        if parent.dead and surely_before(parent.died, child.born, _AFTER_DEATH):
            yield (
                child.id,
                look.say(
                    "{child} stands as born after {parent} had died. Which date is right?",
                    child=person_called(look, child),
                    parent=person_called(look, parent),
                ),
            )


@asks("R19")
def died_before_born(look: Look) -> Found:
    """Ask about somebody who died before being born."""
    for person in look.people:
        if surely_before(person.died, person.born):
            yield (
                person.id,
                look.say(
                    "{name} stands as having died before being born. Which date is right?",
                    name=person_called(look, person),
                ),
            )


@asks("R19")
def death_date_of_the_living(look: Look) -> Found:
    """Ask about a date of death beside somebody who is drawn as alive."""
    for person in look.people:
        if person.life is Life.LIVING and isinstance(person.died, When):
            yield (
                person.id,
                look.say(
                    "{name} has a date of death but is drawn as alive. Which is right?",
                    name=person_called(look, person),
                ),
            )


@asks("R19")
def very_old(look: Look) -> Found:
    """Ask whether somebody is still alive who would be older than almost anybody."""
    for person in look.people:
        born = latest(person.born)
        if person.life is Life.LIVING and born and (look.today - born) // YEAR > _OLDEST:
            yield person.id, look.say("Is {name} still alive?", name=person_called(look, person))


@asks("R19")
def born_in_the_future(look: Look) -> Found:
    """Ask about a birth to come of somebody who isn't drawn as unborn."""
    for person in look.people:
        born = earliest(person.born)
        if not person.unborn and born and born > look.today:
            yield (
                person.id,
                look.say("{name} stands as born in the future.", name=person_called(look, person)),
            )


@asks("R11")
def due_date_past(look: Look) -> Found:
    """Ask whether a baby has come whose due date is past."""
    for person in look.people:
        due = latest(person.born)
        if person.unborn and due and due < look.today:
            yield person.id, look.say("Has {name} been born?", name=person_called(look, person))


@asks("R19")
def ended_before_it_began(look: Look) -> Found:
    """Ask about anything dated that ended before it began."""
    for record, dated in _dated(look):
        if surely_before(dated.until, dated.since):
            yield (
                record.id,
                look.say(
                    "{what} stands as ended before it began. Which date is right?", what=_what(look, record)
                ),
            )


def _dated(look: Look) -> Iterator[tuple[Record, Spell | ChildOf | LivesIn | Bond | Tie | Household]]:
    for edges in (look.family.edges(ChildOf), look.family.edges(LivesIn), look.family.edges(Bond)):
        yield from ((edge, edge) for edge in edges)
    yield from ((tie, tie) for tie in look.family.edges(Tie))
    yield from ((home, home) for home in look.family.households)
    yield from ((union, spell) for union in look.family.unions for spell in union.spells)
    yield from ((person, spell) for person in look.people for spell in person.legal)


def _what(look: Look, record: Record) -> str:
    """Say what is meant: "Jay’s time with Sheila", "Lisa and Darren as a couple"."""
    if isinstance(record, Household):
        return home_called(look, record)
    if isinstance(record, Person):
        return look.say("{name}’s legal status", name=person_called(look, record))
    if isinstance(record, Union):
        return _couple(look, record.id)
    if isinstance(record, LivesIn):
        return look.say("{a}’s time in {b}", a=calls(look, record.person), b=calls(look, record.household))
    if isinstance(record, ChildOf):
        parents = kinship.parent_people(look.family, record)
        names = [person_called(look, parent) for parent in parents] or [calls(look, record.parent)]
        return look.say("{a}’s time with {b}", a=calls(look, record.child), b=look.words.listed(names))
    assert isinstance(record, Bond | Tie)
    return look.say("The line between {a} and {b}", a=calls(look, record.a), b=calls(look, record.b))


def _couple(look: Look, union: str) -> str:
    names = [person_called(look, person) for person in kinship.partners(look.family, union)]
    return look.say("{names} as a couple", names=look.words.listed(names))


@asks("R19")
def two_sets_of_birth_parents(look: Look) -> Found:
    """Ask about a child with more than two birth parents."""
    for child in look.people:
        parents = birth_parents(look, child)
        if len(parents) > 2:
            yield (
                child.id,
                look.say(
                    "{child} has {n} birth parents: {names}. Who of them is it by birth?",
                    child=person_called(look, child),
                    n=len(parents),
                    names=look.words.listed([person_called(look, parent) for parent in parents]),
                ),
            )
