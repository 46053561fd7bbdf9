"""A question, what it is asked of, and the checks that ask.

Sources are the requirements R1 to R23 of `docs/guidance.md`, drawn from the
local procedures and practice bulletins on genograms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import ModuleType

from genogram_app.catalog.load import Catalog
from genogram_app.family.case import Case
from genogram_app.family.generations import generations
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.words import Words


@dataclass(frozen=True)
class Question:
    """Something to ask: which check asks it, about whom or what, in words, and why the guidance wants it."""

    kind: str
    about: Id | None
    says: str
    source: str


@dataclass(frozen=True)
class Look:
    """What a check looks at: a case on a day, in a language, with the cards that it names."""

    case: Case
    today: date
    catalog: Catalog
    words: Words

    @property
    def family(self) -> FamilyGraph:
        """Give the family."""
        return self.case.family

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Give everybody in the order in which one asks: the children, then up the generations."""
        row_of = generations(self.family, doubts=self.catalog.paternity.doubts)
        order = sorted(self.family.people, key=lambda p: (not p.subject, -row_of[p.id], p.id))
        return tuple(order)

    @cached_property
    def subjects(self) -> tuple[Person, ...]:
        """Give the children whom the sheet is about."""
        return tuple(person for person in self.people if person.subject)

    def say(self, template: str, /, **args: object) -> str:
        """Say a template with its arguments."""
        return self.words.say(template, **args)


#: What a check finds: the id that it is about, and the question in words.
Found = Iterator[tuple[Id | None, str]]


@dataclass(frozen=True)
class Check:
    """One check: what it is called, what the guidance says by number, and how it looks."""

    kind: str
    source: str
    find: Callable[[Look], Found]

    def questions(self, look: Look) -> Iterator[Question]:
        """Ask what this check asks."""
        return (Question(self.kind, about, says, self.source) for about, says in self.find(look))


def asks(source: str) -> Callable[[Callable[[Look], Found]], Check]:
    """Make a check of a function; `source` is what the guidance says, by number."""
    return lambda find: Check(find.__name__, source, find)


def checks_of(module: ModuleType) -> tuple[Check, ...]:
    """Give the checks of a module in the order in which they stand there."""
    own = (found for found in vars(module).values() if isinstance(found, Check))
    return tuple(check for check in own if check.find.__module__ == module.__name__)
