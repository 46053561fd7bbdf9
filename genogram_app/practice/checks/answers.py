"""Question marks, never blanks: what hasn't been asked, or isn't known yet."""

from __future__ import annotations

from genogram_app.family import kinship
from genogram_app.model.agency import Agency
from genogram_app.model.base import Blank
from genogram_app.model.person import Life, Person
from genogram_app.model.ties import Bond, ChildOf, Tie
from genogram_app.practice.calling import calls, home_called, person_called, told_apart
from genogram_app.practice.question import Found, Look, asks

#: So many names stand in one question; the rest are counted.
_NAMED = 5


@asks("R14")
def name_unknown(look: Look) -> Found:
    """Ask who somebody is who has no name yet. Those who are called alike are numbered."""
    open_ = [person for person in look.people if _lacks_name(person)]
    called = told_apart(
        look, {person.id: person_called(look, person) for person in open_ if not person.known_as}
    )
    for person in open_:
        if person.known_as:
            yield person.id, look.say("What is {name}’s full name?", name=person.known_as)
        else:
            yield person.id, look.say("Who is {name}?", name=called[person.id])


def _lacks_name(person: Person) -> bool:
    return not (person.nameless or person.named or person.name in (Blank.DECLINED, Blank.NONE))


@asks("R14")
def not_asked_about_person(look: Look) -> Found:
    """Name what hasn't been asked about somebody whose name is known, in one question."""
    for person in look.people:
        if (person.named or person.known_as or person.nameless) and (open_fields := _not_asked(look, person)):
            yield (
                person.id,
                look.say(
                    "Not asked yet about {name}: {what}.",
                    name=person_called(look, person),
                    what=look.words.listed(open_fields),
                ),
            )


def _not_asked(look: Look, person: Person) -> list[str]:
    if look.catalog.gender(person.gender).animal:
        return []
    born = look.say("when the baby is due") if person.unborn else look.say("date of birth or age")
    return [
        what
        for open_, what in (
            (person.born is Blank.NOT_ASKED and not person.several, born),
            (person.dead and person.died is Blank.NOT_ASKED, look.say("when they died")),
            (not person.gender and not person.nameless and not person.several, look.say("gender")),
        )
        if open_
    ]


@asks("R8")
def not_asked_about_service(look: Look) -> Found:
    """Name what hasn't been asked about a service."""
    for agency in look.family.agencies:
        parts = (
            (agency.name, look.say("its name")),
            (agency.contact, look.say("whom to speak to")),
            (agency.telephone, look.say("telephone number")),
        )
        if missing := [what for value, what in parts if value is Blank.NOT_ASKED]:
            yield (
                agency.id,
                look.say(
                    "Not asked yet about {name}: {what}.",
                    name=calls(look, agency.id),
                    what=look.words.listed(missing),
                ),
            )


@asks("R7")
def home_unknown(look: Look) -> Found:
    """Ask, in one question, where everybody lives who is in no home."""
    lost = [
        person
        for person in look.people
        if person.named
        and person.life is Life.LIVING
        and not person.subject
        and not kinship.homes_of(look.family, person.id)
    ]
    if lost:
        names = [person_called(look, person) for person in lost[:_NAMED]]
        if len(lost) > _NAMED:
            names.append(look.say("{n} more", n=len(lost) - _NAMED))
        yield (
            lost[0].id,
            look.say("Who lives where? No home is drawn for {names}.", names=look.words.listed(names)),
        )


@asks("R7")
def home_empty(look: Look) -> Found:
    """Ask who lives in a home that has nobody."""
    for home in look.family.households:
        if home.until is None and not kinship.members(look.family, home.id):
            yield home.id, look.say("Who lives in {home}?", home=home_called(look, home))


@asks("R8")
def service_without_tie(look: Look) -> Found:
    """Ask whom a service works with, where no line leads from it."""
    worker = look.case.details.worker
    for agency in look.family.agencies:
        if agency.id != worker and not _joined(look, agency):
            yield agency.id, look.say("Whom does {name} work with?", name=calls(look, agency.id))


def _joined(look: Look, agency: Agency) -> bool:
    return any(look.family.at(kind, agency.id) for kind in (Tie, Bond, ChildOf))


@asks("R16")
def line_without_words(look: Look) -> Found:
    """Ask what a relationship is like whose line leaves that to words."""
    for bond in look.family.edges(Bond):
        if look.catalog.bond(bond.quality).role == "in_words" and not bond.notes.strip():
            a, b = calls(look, bond.a), calls(look, bond.b)
            yield bond.id, look.say("What is it like between {a} and {b}, in words?", a=a, b=b)
