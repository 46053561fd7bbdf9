"""What a command is asked about: the open case and what is selected in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal, TypeVar, cast

from genogram_app.drawing.same import Same
from genogram_app.edit.children import is_birth
from genogram_app.edit.result import Kinds, Stamp
from genogram_app.family import kinship
from genogram_app.family.case import Case
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.base import Record
from genogram_app.model.document import Ground, ViewKind
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.studio.session import Session

R = TypeVar("R", bound=Record)
ParentRole = Literal["mother", "father"]


@dataclass(frozen=True)
class Context:
    """An open case and a selection. What isn't seen in this view isn't selected either."""

    session: Session
    selection: tuple[Id, ...] = ()

    @property
    def case(self) -> Case:
        """Give the whole case, which edits change."""
        return self.session.case

    @property
    def family(self) -> FamilyGraph:
        """Give the family as it is seen in this view."""
        return self.session.seen.family

    @property
    def stamp(self) -> Stamp:
        """Give the stamp for what is entered now."""
        return self.session.stamp

    @property
    def kinds(self) -> Kinds:
        """Give the cards to use where nobody has picked one."""
        return self.session.kinds

    @property
    def kind(self) -> ViewKind:
        """Give which of the three sheets is looked at."""
        return self.session.viewing.kind

    @property
    def standing(self) -> Case:
        """Give the whole case with the places on which it is shown, which edits of places change."""
        return self.session.standing

    @property
    def ground(self) -> Ground:
        """Give the sheet on which what is seen has its places."""
        return self.session.ground

    @property
    def by_worker(self) -> bool:
        """Say whether this is the worker's own view."""
        return self.session.viewing.by_worker

    @property
    def selected(self) -> tuple[Id, ...]:
        """Give what is selected and seen."""
        return _seen_of(Same(self.family), self.selection)

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Give the selected records of a kind."""
        return cast(tuple[R, ...], _of_kind(Same(self.family), self.selection, kind))

    def one(self, kind: type[R]) -> R | None:
        """Give the selected record if there is just one and it is of a kind."""
        selected = self.selected
        return self.family.find(kind, selected[0]) if len(selected) == 1 else None

    @property
    def people(self) -> tuple[Id, ...]:
        """Give the ids of the selected people."""
        return tuple(person.id for person in self.all(Person))

    def parent(self, role: ParentRole) -> Person | None:
        """Give the mother or father by birth of the one person selected, as far as can be seen.

        Where nobody says who is which, the first parent stands for the mother.
        """
        found = [
            parent
            for link in kinship.links_up(self.family, self.selected[0])
            if is_birth(self.family, self.kinds, link)
            for parent in kinship.parent_people(self.family, link)
        ]
        wanted, other = self.kinds.mother, self.kinds.father
        if role == "father":
            wanted, other, found = other, wanted, found[::-1]
        rest = [parent for parent in found if parent.gender != other]
        return next((parent for parent in found if parent.gender == wanted), rest[0] if rest else None)

    @property
    def placed(self) -> tuple[Id, ...]:
        """Give what is selected and stands somewhere in this view."""
        there = self.standing.placed(self.ground)
        return tuple(key for key in self.selected if key in there)

    def look(self, **changes: Any) -> None:
        """Look at the case in another way."""
        self.session.look(replace(self.session.viewing, **changes))


#: A hundred commands ask the same of one selection, which may be of thousands.
@lru_cache(maxsize=2)
def _seen_of(family: Same[FamilyGraph], selection: tuple[Id, ...]) -> tuple[Id, ...]:
    return tuple(key for key in selection if key in family.value)


@lru_cache(maxsize=8)
def _of_kind(family: Same[FamilyGraph], selection: tuple[Id, ...], kind: type[Record]) -> tuple[Record, ...]:
    found = (family.value.find(kind, key) for key in selection)
    return tuple(record for record in found if record is not None)
