"""Partners and carers whose date of birth makes them too young to be that."""

from __future__ import annotations

from collections.abc import Iterator

from genogram_app.family import kinship
from genogram_app.model.dates import When
from genogram_app.model.ids import Id
from genogram_app.model.person import DateField, Person
from genogram_app.model.ties import ChildOf
from genogram_app.practice.calling import person_called
from genogram_app.practice.checks.dates import YEAR, earliest, surely_before
from genogram_app.practice.question import Found, Look, asks

#: In years: nobody younger marries, nor has somebody placed with them.
_YOUNGEST = 16


@asks("R19")
def partner_or_carer_too_young(look: Look) -> Found:
    """Ask about a partner or a carer who is still a child, or was born after that began."""
    asked = set[Id]()
    for person, began in _partners_and_carers(look):
        names = {"name": person_called(look, person)}
        first = earliest(person.born)
        if person.id in asked:
            continue
        if surely_before(began, person.born):
            says = "{name} stands as born after becoming a partner or a carer. Which date is right?"
        elif first is not None and first > look.today - _YOUNGEST * YEAR:
            says = "{name} is a partner or a carer and younger than 16. Is the date of birth right?"
        else:
            continue
        asked.add(person.id)
        yield person.id, look.say(says, **names)


def _partners_and_carers(look: Look) -> Iterator[tuple[Person, DateField | None]]:
    """Give everybody who is or was a partner or a carer, and since when."""
    for union in look.family.unions:
        since = next((spell.since for spell in union.spells if isinstance(spell.since, When)), None)
        if union.spells:
            yield from ((person, since) for person in kinship.partners(look.family, union.id))
    for link in look.family.edges(ChildOf):
        if look.catalog.link(link.kind).brings_up:
            yield from ((person, link.since) for person in kinship.parent_people(look.family, link))
