"""At least three generations, on both sides of every subject child, and where the child lives."""

from __future__ import annotations

from collections.abc import Iterator

from genogram_app.family import kinship
from genogram_app.model.base import Blank
from genogram_app.model.person import Person
from genogram_app.model.ties import ChildOf
from genogram_app.practice import parentage
from genogram_app.practice.calling import person_called
from genogram_app.practice.question import Found, Look, asks

#: Questions that were answered, if only by "there is none" or "would rather not say", aren't asked again.
_OPEN = (Blank.NOT_ASKED, Blank.UNKNOWN)


def subjects(look: Look) -> Iterator[Person]:
    """Go through the children whom the sheet is about."""
    return (person for person in look.people if person.subject)


def birth_parents(look: Look, child: Person) -> tuple[Person, ...]:
    """Give whoever a child was born to, a donor too, once each, sorted by id."""
    links = kinship.links_up(look.family, child.id)
    found = {parent.id: parent for link in links for parent in _born_to(look, link)}
    return tuple(found[key] for key in sorted(found))


def _born_to(look: Look, link: ChildOf) -> tuple[Person, ...]:
    if look.catalog.link(link.kind).blood:
        return kinship.parent_people(look.family, link)
    return parentage.birth_parents(look.catalog, look.family, link)


@asks("R5")
def parent_missing(look: Look) -> Found:
    """Ask for the parents of a subject child: both count, also the one who lives elsewhere."""
    for child in subjects(look):
        number = len(birth_parents(look, child))
        if child.parents not in _OPEN or number >= 2:
            continue
        template = "Who is {name}’s other parent?" if number else "Who are {name}’s parents?"
        yield child.id, look.say(template, name=person_called(look, child))


@asks("R14")
def siblings_parent_missing(look: Look) -> Found:
    """Ask for the other parent of a brother or sister of whom one is drawn, such as a half-sister."""
    asked = {child.id for child in subjects(look)}
    for child in subjects(look):
        for other in kinship.siblings_of(look.family, child.id):
            if other.id in asked or other.parents not in _OPEN or len(birth_parents(look, other)) != 1:
                continue
            asked.add(other.id)
            yield other.id, look.say("Who is {name}’s other parent?", name=person_called(look, other))


@asks("R5")
def grandparents_missing(look: Look) -> Found:
    """Ask for the parents of a subject child's parents, on each side that ends there."""
    asked: set[str] = set()
    for child in subjects(look):
        for parent in birth_parents(look, child):
            if parent.id in asked or parent.parents not in _OPEN or birth_parents(look, parent):
                continue
            asked.add(parent.id)
            yield (
                parent.id,
                look.say(
                    "Who are {name}’s parents? Three generations are asked for, on both sides.",
                    name=person_called(look, parent),
                ),
            )


@asks("R7")
def child_without_home(look: Look) -> Found:
    """Ask where a subject child lives now."""
    for child in subjects(look):
        homes = kinship.homes_of(look.family, child.id)
        if (
            not child.unborn
            and not child.dead
            and not any(kinship.current(place, look.today) for place, _ in homes)
        ):
            yield (
                child.id,
                look.say("Where does {name} live, and with whom?", name=person_called(look, child)),
            )


@asks("R22")
def no_legal_status(look: Look) -> Found:
    """Ask for a subject child's legal status; "none" is an answer too."""
    for child in subjects(look):
        if not child.unborn and not child.dead and not any(spell.until is None for spell in child.legal):
            yield (
                child.id,
                look.say("What is {name}’s legal status, and since when?", name=person_called(look, child)),
            )


@asks("R14")
def siblings_not_asked(look: Look) -> Found:
    """Ask after brothers and sisters where none is drawn and nobody said that there are none."""
    for child in subjects(look):
        if child.siblings is Blank.NOT_ASKED and not kinship.siblings_of(look.family, child.id):
            yield child.id, look.say("Has {name} any brothers or sisters?", name=person_called(look, child))
