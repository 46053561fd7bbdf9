"""What to call somebody in a question, also where no name is known: "Jay's father"."""

from __future__ import annotations

from genogram_app.family import kinship
from genogram_app.model.agency import Agency
from genogram_app.model.household import Household
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.ties import Union
from genogram_app.practice.question import Look

_PARENT = {"man": "{name}’s father", "woman": "{name}’s mother"}
_CHILD = {"man": "{name}’s son", "woman": "{name}’s daughter"}
_SIBLING = {"man": "{name}’s brother", "woman": "{name}’s sister"}
_PARTNER = {"man": "{name}’s partner", "woman": "{name}’s partner"}


def calls(look: Look, key: Id) -> str:
    """Give what to call anybody or anything on the sheet."""
    if person := look.family.find(Person, key):
        return person_called(look, person)
    if home := look.family.find(Household, key):
        return home_called(look, home)
    if look.family.find(Union, key):
        return couple_called(look, key)
    agency = look.family.get(Agency, key)
    return agency.name if isinstance(agency.name, str) else look.say(look.catalog.agency(agency.kind).label)


def person_called(look: Look, person: Person) -> str:
    """Give somebody's everyday name, or how they are related to somebody who has one."""
    return _named(person) or _related(look, person) or person.role or look.say("somebody with no name yet")


def couple_called(look: Look, union: Id) -> str:
    """Give what to call the partners in a union together."""
    partners = kinship.partners(look.family, union)
    return look.words.listed([person_called(look, person) for person in partners]) or look.say("somebody")


def home_called(look: Look, home: Household) -> str:
    """Give what the family calls a home, or whose it is."""
    if isinstance(home.name, str):
        return home.name
    people = [look.family.get(Person, place.person) for place in kinship.members(look.family, home.id)]
    named = sorted(name for person in people if (name := _named(person)))
    return look.say("{name}’s home", name=named[0]) if named else look.say("a home with no name yet")


def _named(person: Person) -> str:
    return person.known_as or (str(person.name) if person.named else "")


def _related(look: Look, person: Person) -> str:
    """Say how somebody is related to the nearest person with a name, children first."""
    family, role = look.family, look.catalog.gender(person.gender).role
    parents = _parents(look, person)
    if person.unborn and (name := next((name for parent in parents if (name := _named(parent))), "")):
        return look.say("{name}’s baby", name=name)
    for others, words, plain in (
        (_subjects_first(kinship.children_of(family, person.id)), _PARENT, "{name}’s parent"),
        (kinship.partners_of(family, person.id), _PARTNER, "{name}’s partner"),
        (parents, _CHILD, "{name}’s child"),
        (kinship.siblings_of(family, person.id), _SIBLING, "{name}’s brother or sister"),
    ):
        if name := next((name for other in others if (name := _named(other))), ""):
            return look.say(words.get(role, plain), name=name)
    return _grandparent(look, person, role)


def _parents(look: Look, person: Person) -> list[Person]:
    """Give everybody above somebody, mothers first."""
    links = kinship.links_up(look.family, person.id)
    found = [parent for link in links for parent in kinship.parent_people(look.family, link)]
    return sorted(found, key=lambda parent: look.catalog.gender(parent.gender).role != "woman")


def _grandparent(look: Look, person: Person, role: str) -> str:
    """Say whose parent's parent somebody is: "Jay’s mother’s father"."""
    for child in kinship.children_of(look.family, person.id):
        for grandchild in _subjects_first(kinship.children_of(look.family, child.id)):
            if name := _named(grandchild):
                between = look.catalog.gender(child.gender).role
                whose = look.say(_PARENT.get(between, "{name}’s parent"), name=name)
                return look.say(_PARENT.get(role, "{name}’s parent"), name=whose)
    return ""


def _subjects_first(people: tuple[Person, ...]) -> list[Person]:
    return sorted(people, key=lambda person: not person.subject)
