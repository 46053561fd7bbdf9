"""The words in which families name each other: every language at once, from `resources/kin/`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import product
from types import MappingProxyType
from typing import Any

from genogram_app import places

#: So many words may name one relation or one job: "designated teacher for looked-after children".
LONGEST = 6
_EITHER = ("mother", "father")


@dataclass(frozen=True)
class Step:
    """One step to a relation: `of` parent, sibling, child, partner or carer.

    gender: "woman", "man", or empty where the word doesn't say. card: what they are
    to each other, or how a child is theirs. says: the word that the program uses, many: of several.
    kin: whoever is called so may well be on the sheet already, as a grandmother who cares.
    over: they were that once, and aren't any more. twin: born with them.
    """

    name: str
    of: str
    says: str
    gender: str = ""
    card: str = ""
    many: str = ""
    kin: bool = False
    over: bool = False
    twin: bool = False


Way = tuple[Step, ...]


@dataclass(frozen=True)
class Kin:
    """What one word for a relation can mean: every way that it may go.

    alone: the ways besides where nobody says whose. together: of one age.
    half: with one parent the same. step: by a parent's partner who is no parent.
    owned: only where it is said whose, as "boy" in "mum's boy". least: of so many at least.
    """

    word: str
    ways: tuple[Way, ...]
    alone: tuple[Way, ...] = ()
    plural: bool = False
    together: bool = False
    half: bool = False
    step: bool = False
    owned: bool = False
    least: int = 1

    @property
    def itself(self) -> bool:
        """Say whether it is a word for whom the line is about."""
        return not any(self.ways)

    @property
    def upwards(self) -> bool:
        """Say whether it leads by a parent, whatever it may mean: "mum", "gran", "uncle"."""
        return all(way and way[0].of == "parent" for way in (*self.ways, *self.alone))

    @property
    def cares(self) -> bool:
        """Say whether it is a word for carers."""
        return all(way and way[-1].of == "carer" for way in self.ways)

    def merged(self, other: Kin) -> Kin:
        """Give what the word means where another language has it too: either."""
        return Kin(
            self.word,
            (*self.ways, *other.ways),
            (*self.alone, *other.alone),
            self.plural and other.plural,
            self.together and other.together,
            self.half and other.half,
            self.step and other.step,
            self.owned and other.owned,
            min(self.least, other.least),
        )


@dataclass(frozen=True)
class Verb:
    """A phrase that draws something: the card to draw, and how it is said back."""

    card: str
    says: str


@dataclass(frozen=True)
class Service:
    """A word for a service, or for somebody's job in one: the card to draw, and how it is said back.

    job: the job's title in full; what follows is then the name of who does it.
    workers: whether whoever does it for the child is the worker whom the sheet names.
    """

    card: str
    says: str
    job: str = ""
    workers: bool = False


@dataclass(frozen=True)
class Lexicon:
    """Every word that a line of words may hold, in lower case, with plain spaces and apostrophes.

    states: by words such as "are divorced", what a couple are then, by what they were before.
    """

    kin: Mapping[str, Kin]
    bonds: Mapping[str, Verb]
    services: Mapping[str, Service]
    lists: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    states: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: MappingProxyType({}))

    def listed(self, name: str) -> frozenset[str]:
        """Give the words of a list, such as those that say harm."""
        return self.lists.get(name, frozenset())

    def knowing(self, services: Mapping[str, Service]) -> Lexicon:
        """Give the lexicon with words for more services; those that it has already stay as they are."""
        more = {word: each for word, each in services.items() if word not in self.kin}
        return replace(self, services=MappingProxyType(more | dict(self.services)))


@cache
def lexicon() -> Lexicon:
    """Read the words of every language, those of the first file by name first."""
    files = sorted((places.resources() / "kin").glob("*.toml"))
    return made_of([tomllib.loads(file.read_text(encoding="utf-8")) for file in files])


def made_of(tables: Iterable[Mapping[str, Any]]) -> Lexicon:
    """Make a lexicon of the tables of some files."""
    found = list(tables)
    steps = {name: Step(name, **fields) for table in found for name, fields in table.get("step", {}).items()}
    kin: dict[str, Kin] = {}
    for row in _rows(found, "kin"):
        for word in row["words"]:
            meant = _kin(word, steps, row)
            kin[word] = kin[word].merged(meant) if word in kin else meant
    lists = {name: frozenset(words) for table in found for name, words in table.get("lists", {}).items()}
    return Lexicon(
        MappingProxyType(kin),
        MappingProxyType(dict(_bonds(found))),
        MappingProxyType(dict(_services(found))),
        MappingProxyType(lists),
        MappingProxyType(_states(found)),
    )


def _kin(word: str, steps: Mapping[str, Step], row: Mapping[str, Any]) -> Kin:
    alone = [way for text in row.get("or_ways", ()) for way in _ways(steps, text)]
    ways = [way for text in (row["way"], *row.get("or", ())) for way in _ways(steps, text)]
    flags = {name: row.get(name, False) for name in ("plural", "together", "half", "step", "owned")}
    least = row.get("least", 2 if flags["together"] else 1)
    return Kin(word, tuple(ways), tuple(alone), **flags, least=least)


def _ways(steps: Mapping[str, Step], text: str) -> Iterator[Way]:
    """Give every way that a text such as "parent.mother" stands for; of none, staying where one is."""
    names = [_EITHER if name == "parent" else (name,) for name in text.split(".") if name]
    for each in product(*names):
        yield tuple(steps[name] for name in each)


def _bonds(tables: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Verb]]:
    for row in _rows(tables, "bond"):
        for word in row["words"]:
            yield word, Verb(row["card"], row["says"])


def _states(tables: Iterable[Mapping[str, Any]]) -> dict[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for row in _rows(tables, "state"):
        for word in row["words"]:
            found.setdefault(word, {}).update(dict.fromkeys(row["were"], row["card"]))
    return {word: MappingProxyType(cards) for word, cards in found.items()}


def _services(tables: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Service]]:
    for row in _rows(tables, "service"):
        for word in row["words"]:
            yield word, Service(row["card"], row.get("says", word), row.get("job", ""))


def _rows(tables: Iterable[Mapping[str, Any]], kind: str) -> Iterator[Mapping[str, Any]]:
    return (row for table in tables for row in table.get(kind, ()))
