"""To whom a child was born, as far as nobody doubts it: a doubt about a father is none about the mother."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from genogram_app.catalog.load import Catalog
from genogram_app.family import kinship
from genogram_app.family.from_each import Doubt, from_each
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.person import Person
from genogram_app.model.ties import ChildOf, Union

#: Of more than so many nobody can say whose line would be whose.
_TWO = 2


def birth_parents(catalog: Catalog, family: FamilyGraph, link: ChildOf) -> tuple[Person, ...]:
    """Give those at the upper end of a link to whom its child was born; nobody of a line of care.

    Of a couple whose line is in doubt that is the mother; of one that had the help of a donor or a
    surrogate it is both. The donor, the surrogate or the man in doubt alone is none.
    """
    if not is_birth(catalog, family, link):
        return ()
    people = kinship.parent_people(family, link)
    doubted = _in_doubt(catalog, people) if catalog.link(link.kind).doubt else ()
    return tuple(person for person in people if person not in doubted)


def is_birth(catalog: Catalog, family: FamilyGraph, link: ChildOf) -> bool:
    """Say whether a link tells to whom a child was born, whether they are known or not."""
    card = catalog.link(link.kind)
    if card.care or not card.kin:
        return card.blood
    return family.find(Union, link.parent) is not None


def as_drawn(catalog: Catalog, family: FamilyGraph) -> FamilyGraph:
    """Give a family as its lines are drawn: of a couple one of whom is in doubt, one from each."""
    return from_each(family, doubts(catalog, family), catalog.paternity.birth)


def doubts(catalog: Catalog, family: FamilyGraph) -> tuple[Doubt, ...]:
    """Give the links to couples that are in doubt for one of the two only, each with who is sure."""
    return tuple(_doubts(catalog, family))


def _doubts(catalog: Catalog, family: FamilyGraph) -> Iterator[Doubt]:
    kinds = catalog.paternity.doubts
    for link in family.edges(ChildOf):
        if link.kind in kinds and family.find(Union, link.parent) is not None:
            sure = birth_parents(catalog, family, link)
            if len(sure) == 1 and len(kinship.parent_people(family, link)) <= _TWO:
                for each in _with_twins(catalog, family, link):
                    yield Doubt(each.id, sure[0].id, link.kind)


def _with_twins(catalog: Catalog, family: FamilyGraph, link: ChildOf) -> Iterator[ChildOf]:
    """Give a link, and those of whoever was born together with its child and is simply the couple's."""
    yield link
    for other in kinship.links_down(family, link.parent) if link.birth else ():
        if other.birth == link.birth and other.kind == catalog.paternity.birth:
            yield other


def _in_doubt(catalog: Catalog, couple: Sequence[Person]) -> tuple[Person, ...]:
    """Give whom of a couple a doubt is about: a man, else whoever isn't a woman; of two women both."""
    roles = {person.id: catalog.gender(person.gender).role for person in couple}
    men = tuple(person for person in couple if roles[person.id] == "man")
    others = tuple(person for person in couple if roles[person.id] != "woman")
    return men or others or (tuple(couple) if len(couple) > 1 else ())
