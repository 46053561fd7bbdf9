"""What an edit is, and the stamp that it puts on every statement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from genogram_app.family.case import Case
from genogram_app.family.seen import comes_through, states_shown
from genogram_app.model.base import Basis, Line, Record, Share, Standing, Teller
from genogram_app.model.ids import Id, NewId, random_id
from genogram_app.model.paternity import NEVER_ASKED, Paternity
from genogram_app.model.person import Person
from genogram_app.model.ties import Union
from genogram_app.words import Sentence


@dataclass(frozen=True)
class Edit:
    """One step: what it is called, the case after it, and what to select then.

    Edits in a row with the same `merge` key are one step, as the letters of a
    name are. An edit that changes nothing holds the very case that it was given.
    private: it was made in the worker's view, where alone it can be taken back.
    before: what was selected when it was done.
    """

    label: Sentence
    case: Case
    select: tuple[Id, ...] = ()
    merge: str = ""
    private: bool = False
    before: tuple[Id, ...] = ()


@dataclass(frozen=True)
class Stamp:
    """Who is telling, on which day, and who may see what they tell.

    harmless: the cards of lines that the family's view may show (`family.seen.View`).
    paternity: the lines of children that ask who a parent is, of which that view shows none.
    cut: whose names the view shows only in part (`family.discreet`).
    """

    today: date
    share: Share
    teller: Teller | None = None
    told_by: Line = ""
    new_id: NewId = random_id
    harmless: frozenset[str] = frozenset()
    paternity: Paternity = NEVER_ASKED
    cut: frozenset[Id] = frozenset()

    @property
    def sees_all(self) -> bool:
        """Say whether whoever is entering has the whole case file in front of them."""
        return self.share is Share.CASE_FILE

    def basis(self, standing: Standing | None = None) -> Basis:
        """Give what a statement that is made now rests on."""
        return Basis(
            recorded=self.today,
            teller=self.teller,
            told_by=self.told_by,
            standing=standing,
            share=self.share,
        )

    def may_see(self, basis: Basis) -> bool:
        """Say whether whoever is entering has that statement in front of them."""
        return self.sees_all or basis.shared

    def sees(self, record: Record) -> bool:
        """Say whether whoever is entering has that record in front of them."""
        return self.sees_all or comes_through(record, self.harmless)

    def states_of(self, owner: Union | Person) -> tuple[int, ...]:
        """Give the numbers of the dated states that whoever is entering has in front of them."""
        if not self.sees_all:
            return states_shown(owner, self.harmless)
        return tuple(range(len(owner.spells if isinstance(owner, Union) else owner.legal)))


@dataclass(frozen=True)
class Kinds:
    """The cards that an edit uses where nobody has picked one. Empty: nothing is said.

    `birth` joins a child to its parents; `couple` is what two parents are to each
    other; `mother` and `father` are the genders of parents that aren't named yet.
    `ended` are the unions that make two former partners; `paternity` the lines that ask
    who a parent by birth is, or answer it.
    """

    birth: str
    couple: str = ""
    mother: str = ""
    father: str = ""
    household: str = ""
    ended: frozenset[str] = frozenset()
    paternity: Paternity = NEVER_ASKED
