"""Families with relationships of every kind, measured and laid out: told ones, and random ones by number."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from random import Random

from benchmarks.families import grow
from genogram_app.catalog.load import load
from genogram_app.catalog.theme import load_theme
from genogram_app.family.case import Case
from genogram_app.family.seen import Reader, View, seen
from genogram_app.model.base import Record
from genogram_app.model.dates import When
from genogram_app.model.ids import Id
from genogram_app.model.person import Person, Spell
from genogram_app.model.ties import Bond, ChildOf, Direction, Union
from genogram_app.picture.measured import measure
from genogram_app.picture.pen import Pen
from genogram_app.words import words_in
from tests.builders import SHARED, case_of, couple
from tests.layout.test_sample_sheets import Sheet, laid_out
from tests.picture.composed import MARRIED, PARTED, TOGETHER, born_to, man, woman

NAMES = "Amy Ben Cerys Dafydd Elizabeth Farooq Gwen Harriet Imran Josephine Kai Latha Mohammed Nia Olu Priya"
DAY = date(2026, 11, 22)


def sheet_of(case: Case) -> Sheet:
    """Measure and lay out a case as a genogram that the worker sees."""
    view = View(kind="genogram", as_at=DAY, reader=Reader.CASE_FILE)
    read = seen(case, view)
    measured = measure(Pen(load_theme(), words_in()), load(), read, view)
    return Sheet(measured.options.drawn(read.family), measured, laid_out(read.family, measured, "genogram"))


def undated(record: Record) -> Record:
    """Forget from when a couple's states are."""
    if not isinstance(record, Union):
        return record
    return record.put(spells=tuple(Spell(kind=spell.kind, basis=spell.basis) for spell in record.spells))


def with_relations(records: Iterable[Record], count: int, seed: int) -> Case:
    """Add so many relationships of any kind between any two of a family's people."""
    chance = Random(seed)
    records = list(records)
    keys = sorted(record.id for record in records if isinstance(record, Person))
    pairs = [(a, b) for i, a in enumerate(keys) for b in keys[i + 1 :]]
    kinds = sorted(load().bonds)
    bonds = [_bond(chance, f"b{i}", *pair, kinds) for i, pair in enumerate(chance.sample(pairs, count))]
    return case_of(*records, *bonds)


def _bond(chance: Random, key: Id, a: Id, b: Id, kinds: list[str]) -> Bond:
    way = chance.choice([Direction.FORTH, Direction.BACK])
    bond = Bond(id=key, a=a, b=b, quality=chance.choice(kinds), direction=way, basis=SHARED)
    return bond.put(since=When(str(chance.randint(2010, 2025)))) if chance.random() < 0.3 else bond


def grown(size: int) -> list[Record]:
    """Give a family of some size, grown as the benchmarks grow it."""
    people, couples = grow(size)
    records: list[Record] = [
        (woman if each.number % 2 else man)(f"p{each.number:02}", _name(each.number), str(each.born))
        for each in people
    ]
    for each in couples:
        records += couple(
            f"u{each.number:02}", *(f"p{one.number:02}" for one in each.partners), kind=MARRIED, since="1990"
        )
        records += born_to(f"u{each.number:02}", *(f"p{one.number:02}" for one in each.children))
    return records


def random_family(seed: int) -> Case:
    """Give a family of three generations, some with a new partner, and four to eight relationships."""
    chance = Random(seed)
    records: list[Record] = []
    row = [_person(records, chance, 1950)]
    for born in (1975, 2005):
        found: list[Id] = []
        for one in row:
            for kind in chance.choice([(MARRIED,), (TOGETHER,), (PARTED, TOGETHER)]):
                other, key = _person(records, chance, born - 25), f"u{len(records):03}"
                records += couple(key, one, other, kind=kind, since=chance.choice(["", "2012"]))
                children = [_person(records, chance, born + i) for i in range(chance.randint(1, 2))]
                records += born_to(key, *children)
                found += children
        row = found
    return with_relations(records, chance.randint(4, 8), seed)


def with_carers(seed: int) -> Case:
    """Give such a family where some children have one to four further links, to anybody of the older rows."""
    case, chance = random_family(seed), Random(seed + 7)
    family = case.family
    young = [person.id for person in family.people if str(person.born) > "2000"]
    older = [union.id for union in family.unions]
    older += [person.id for person in family.people if str(person.born) < "1990"]
    pairs = {(chance.choice(young), chance.choice(older)) for _ in range(chance.randint(1, 4))}
    new = sorted(pairs - {(edge.child, edge.parent) for edge in family.edges(ChildOf)})
    kinds = sorted(load().descent)
    return case.changed(
        put=[
            ChildOf(id=f"zc{i}", child=child, parent=parent, kind=chance.choice(kinds), basis=SHARED)
            for i, (child, parent) in enumerate(new)
        ]
    )


def _person(records: list[Record], chance: Random, born: int) -> Id:
    key = f"p{len(records):03}"
    records.append(chance.choice([woman, man])(key, _name(chance.randrange(16)), str(born)))
    return key


def _name(number: int) -> str:
    names = NAMES.split()
    return f"{names[number % len(names)]} {names[(number * 7 + 3) % len(names)]}"
