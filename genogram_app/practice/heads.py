"""Whose home it is: the grown-ups of the eldest generation who live there."""

from __future__ import annotations

from collections.abc import Iterable

from genogram_app.family import kinship
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.dates import When, age_on
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.ties import LivesIn
from genogram_app.practice.question import Look

#: From this age on somebody may have a home of their own.
_GROWN = 18


def heads(look: Look, places: Iterable[LivesIn]) -> list[Person]:
    """Give who heads a home of these places, or both of a couple: gran rather than mum, mum rather than Jay.

    Who is there part of the week heads it only where nobody is there all week. Without a
    grown-up it is nobody's.
    """
    found = list(places)
    living = [look.family.get(Person, place.person) for place in found if not place.part_time]
    people = living or [look.family.get(Person, place.person) for place in found]
    grown = [who for who in people if _is_grown(look, who)] or [who for who in people if _may_be(who)]
    below = _below(look.family, grown)
    eldest = sorted((who for who in grown if who.id not in below), key=lambda who: (str(who.name), who.id))
    partners = {who.id for first in eldest[:1] for who in kinship.partners_of(look.family, first.id)}
    return [*eldest[:1], *(who for who in eldest[1:] if who.id in partners)][:2]


def _is_grown(look: Look, person: Person) -> bool:
    """Say whether somebody is surely grown up: by age, or as a parent of whom no age is known."""
    age = age_on(person.born, look.today) if isinstance(person.born, When) else None
    if age is not None:
        return age[0] >= _GROWN
    return bool(kinship.children_of(look.family, person.id))


def _may_be(person: Person) -> bool:
    """Say whether somebody of whom nothing tells their age may be grown up."""
    return not (person.subject or person.nameless or isinstance(person.born, When))


def _below(family: FamilyGraph, people: Iterable[Person]) -> set[Id]:
    """Give those of some who are a child of another of them."""
    found = {who.id for who in people}
    return {
        key
        for key in found
        for link in kinship.links_up(family, key)
        for parent in kinship.parent_people(family, link)
        if parent.id in found
    }
