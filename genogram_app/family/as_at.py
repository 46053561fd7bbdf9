"""A case as it was on a day: what came later is left out, what ended later hasn't ended yet.

After this, `until` says that something has ended, and nobody has died who was
alive: whoever draws needs no day for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from genogram_app.drawing.same import Same
from genogram_app.family import kinship
from genogram_app.family.case import Case
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.base import Blank, Record
from genogram_app.model.dates import When
from genogram_app.model.household import Household
from genogram_app.model.ids import Id
from genogram_app.model.person import Life, Person, Spell
from genogram_app.model.ties import Edge, LivesIn, Union


def as_at(case: Case, day: date) -> Case:
    """Give the case as it was on a day; the very same case where nothing was otherwise."""
    family, gone = _family_then(case.family, day)
    then = case if family is case.family else case.without_places(gone).with_(family=family)
    return _without_a_dead_go_to(then)


def _without_a_dead_go_to(case: Case) -> Case:
    """Name nobody to ring who has died: their number, in a box of its own, would be rung at night."""
    go_to = case.details.go_to
    person = case.family.find(Person, go_to.who) if go_to else None
    if person is None or not person.dead:
        return case
    return case.with_(details=case.details.put(go_to=None))


#: Asked several times for one family: when places are settled, when the sheet is drawn, for copies.
@lru_cache(maxsize=8)
def _family_then(family: FamilyGraph, day: date) -> tuple[FamilyGraph, tuple[Id, ...]]:
    """Give a family as it was on a day, and who and what of it wasn't there yet."""
    records = [(record, *_record_then(Same(record), day)) for record in family.records()]
    later = [record.id for record, begins_later, _ in records if begins_later]
    changed = [then for record, _, then in records if then is not record]
    gone = {*later, *_couples_to_come(family, changed, later)}
    put = [record for record in changed if record.id not in gone]
    put += _homes_of_the_dead(family, {record.id: record for record in put}, gone)
    # What has an end but no beginning may be between people of whom one wasn't born.
    put = [record for record in put if not (isinstance(record, Edge) and gone.intersection(record.ends))]
    return (family.changed(put=put, drop=gone) if put or gone else family), tuple(sorted(gone))


def _homes_of_the_dead(family: FamilyGraph, then: dict[Id, Record], gone: set[Id]) -> list[Record]:
    """Give the places of whoever has died as ended: nobody dead lives anywhere."""
    return [
        _left_by(person, home, place)
        for person in (then.get(each.id, each) for each in family.people if each.dead)
        if isinstance(person, Person) and person.dead
        for each, home in (
            (each, then.get(each.household) or family.find(Household, each.household))
            for each in family.out_of(LivesIn, person.id)
        )
        if isinstance(place := then.get(each.id, each), LivesIn)
        and place.until is None
        and place.id not in gone
    ]


def _left_by(person: Person, home: Record | None, place: LivesIn) -> LivesIn:
    """End the place of somebody dead: with the home, where they lived to see its end, or else by the death.

    Whoever may not see the day of the death doesn't see it in a home either.
    """
    if isinstance(home, Household) and home.until is not None and not _before(person.died, home.until):
        return place.tell(home.basis_of("until"), until=home.until)
    died = person.died if isinstance(person.died, When) else Blank.UNKNOWN
    return place.tell(person.basis_of("died"), until=died)


def _before(field: Any, other: Any) -> bool:
    """Say whether a date surely comes before another."""
    if not (isinstance(field, When) and isinstance(other, When)):
        return False
    return field.latest is not None and other.earliest is not None and field.latest < other.earliest


#: An edit leaves all records but a few as they were.
@lru_cache(maxsize=8192)
def _record_then(record: Same[Record], day: date) -> tuple[bool, Record]:
    """Say whether a record begins after a day, and give it as it was on it."""
    return _begins_later(record.value, day), _then(record.value, day)


def _begins_later(record: Record, day: date) -> bool:
    if isinstance(record, Person):
        return not record.unborn and _is_later(record.born, day) and not _foretold(record)
    return not isinstance(record, Union) and _is_later(getattr(record, "since", None), day)


def _foretold(person: Person) -> bool:
    """Say whether a birth was written down before it can have been: a mistake of the year.

    Whoever is told of is there. Left out, they would be on no sheet on which the year could be mended.
    """
    recorded = person.basis_of("born").recorded
    return recorded is not None and _is_later(person.born, recorded)


def _is_later(field: Any, day: date) -> bool:
    """Say whether a date surely comes after a day."""
    return isinstance(field, When) and field.earliest is not None and field.earliest > day


def _then(record: Record, day: date) -> Record:
    """Give a record as it was on a day; the record itself where nothing was otherwise."""
    changes = dict(_changes(record, day))
    return record.put(**changes) if changes else record


def _changes(record: Record, day: date) -> Iterator[tuple[str, Any]]:
    if _is_later(getattr(record, "until", None), day):
        yield "until", None
    if isinstance(record, Union) and (spells := _spells(record.spells, day)) != record.spells:
        yield "spells", spells
    if isinstance(record, Person):
        if (legal := _spells(record.legal, day)) != record.legal:
            yield "legal", legal
        if record.dead and _is_later(record.died, day):
            yield from (("life", Life.LIVING), ("died", Blank.NOT_ASKED))


def _spells(spells: tuple[Spell, ...], day: date) -> tuple[Spell, ...]:
    begun = tuple(spell for spell in spells if not _is_later(spell.since, day))
    return tuple(spell.put(until=None) if _is_later(spell.until, day) else spell for spell in begun)


def _couples_to_come(family: FamilyGraph, changed: list[Record], later: list[Id]) -> list[Id]:
    """Give the couples that were none yet and had no child: who has a child keeps its parents."""
    gone = set(later)
    empty = [record for record in changed if isinstance(record, Union) and not record.spells]
    return [
        union.id
        for union in empty
        if all(link.child in gone or link.id in gone for link in kinship.links_down(family, union.id))
    ]
