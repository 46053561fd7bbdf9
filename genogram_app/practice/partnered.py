"""What somebody is or was to a partner: "dad’s partner", "dad’s former partner"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from genogram_app.catalog.cards import LineCard
from genogram_app.family import kinship
from genogram_app.model.dates import When
from genogram_app.model.person import Person
from genogram_app.model.ties import Union
from genogram_app.practice.question import Look

NOW, LATE, FORMER = "{name}’s partner", "{name}’s late partner", "{name}’s former partner"
#: Said in this order, those of now first.
_ORDER = (NOW, LATE, FORMER)
#: Roles of unions that make nobody a partner.
_NO_PARTNERS = frozenset({"no_couple", "housemates"})
_ENDED_BY_A_DEATH = "ended_by_a_death"


def partnered(look: Look, person: Person, *, known: bool = False) -> Iterator[tuple[list[Person], str]]:
    """Go through whoever somebody is or was a partner of, with what that makes somebody to them.

    known: leave out those of whom nobody has said what they are to each other.
    """
    found = [
        (template, other)
        for union in kinship.unions_of(look.family, person.id)
        for other in kinship.partners(look.family, union.id)
        if other.id != person.id and (template := _template(look, union, person, known=known))
    ]
    found.sort(key=lambda pair: _ORDER.index(pair[0]))
    for template, pairs in groupby(found, key=lambda pair: pair[0]):
        yield [other for _, other in pairs], template


def _template(look: Look, union: Union, person: Person, *, known: bool) -> str:
    card = look.catalog.union(union.kind)
    if card.role in _NO_PARTNERS or (known and card.stage not in ("current", "ended")):
        return ""
    if _by_a_death(card) or (person.dead and card.stage != "ended"):
        return LATE if person.dead else NOW
    return FORMER if card.stage == "ended" or _is_over(look, union) else NOW


def _is_over(look: Look, union: Union) -> bool:
    until = union.spells[-1].until if union.spells else None
    return until is not None and (not isinstance(until, When) or until.by(look.today))


def _by_a_death(card: LineCard) -> bool:
    return card.role == _ENDED_BY_A_DEATH
