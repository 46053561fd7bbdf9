"""The family while a line of words is told: who is there so far, and what they are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from genogram_app.edit.records import correct
from genogram_app.edit.result import Edit, Kinds, Stamp
from genogram_app.edit.spoken.filling import fields_of
from genogram_app.edit.spoken.grammar import WHEN_DIED, Ref, Told, UnclearError
from genogram_app.edit.spoken.lasting import refuse_unfit
from genogram_app.edit.spoken.lexicon import Lexicon
from genogram_app.edit.spoken.scan import names_alone
from genogram_app.edit.spoken.sight import Sight
from genogram_app.edit.spoken.spots import Spot, Spots, way_to
from genogram_app.edit.text import LifeTold, UndatedDeathError, life_until
from genogram_app.family.case import Case
from genogram_app.family.seen import View
from genogram_app.model.dates import When
from genogram_app.model.ids import Id
from genogram_app.model.person import DateField, Life, Person
from genogram_app.words import Words


@dataclass(frozen=True)
class Teller:
    """In what way a line is told: who tells, with which cards, seen how, said how."""

    stamp: Stamp
    kinds: Kinds
    view: View
    words: Words


@dataclass(frozen=True)
class Aged:
    """An age that was told of somebody in this line, in its words; and the birth that stood there before."""

    words: str
    born: DateField


@dataclass(frozen=True)
class Telling:
    """Who is there so far, whom the line is about, whom it spoke of, and what it calls them.

    beside: somebody else, who is selected: a word alone may be of them as well. chains: how
    each is said from whom the line is about ("mum’s mum"). aliases: whom a word such
    as "gran" was given to. ages: of whom only an age was told in this line.
    """

    teller: Teller
    sight: Sight
    about: Id | None
    lexicon: Lexicon
    beside: Id | None = None
    chains: dict[Id, str] = field(default_factory=dict)
    aliases: dict[str, Id] = field(default_factory=dict)
    ages: Mapping[Id, Aged] = field(default_factory=dict)

    @classmethod
    def begin(
        cls, teller: Teller, case: Case, lexicon: Lexicon, about: Id | None, beside: Id | None = None
    ) -> Telling:
        """Begin to tell of somebody. Who is selected and can’t be said in words is then whom it is about."""
        telling = cls(teller, Sight(case, teller.view, teller.kinds), about, lexicon)
        if beside is None or beside == about:
            return telling
        called = telling.called(beside) or way_to(telling.spots, lexicon, telling.sight.person(beside))
        if not called:
            return replace(telling, about=beside)
        return replace(telling, beside=beside).calling(beside, called)

    @property
    def case(self) -> Case:
        """Give the case so far."""
        return self.sight.case

    @property
    def spots(self) -> Spots:
        """Give what finds places in the family now."""
        return Spots(self.sight, self.about, self.aliases, self.chains, self._names, self.beside)

    @property
    def _names(self) -> dict[Id, str]:
        """Give what those are called from whom words begin; of the child alone it goes without saying."""
        about = self.sight.family.find(Person, self.about)
        if about is None or (about.subject and self.beside is None):
            return {}
        names = {about.id: self.called(about.id) or ("this child" if about.subject else "this person")}
        return names | ({self.beside: self.chains[self.beside]} if self.beside is not None else {})

    def after(self, edit: Edit) -> Telling:
        """Give the telling after an edit."""
        return replace(self, sight=self.sight.of(edit.case))

    def calling(self, key: Id, chain: str, words: Sequence[str] = ()) -> Telling:
        """Give the telling with somebody spoken of, and the words that now mean them."""
        chains = self.chains | {key: chain or self.chains.get(key, "")}
        return replace(self, chains=chains, aliases=self.aliases | dict.fromkeys(words, key))

    def filled(self, key: Id, told: Told, *, gender: str = "", dead: bool = False) -> Telling:
        """Give the telling with what is told of somebody written, where it isn't yet."""
        gender = self._gender_told(told) or gender
        telling, told = self._aged(key, told, dead=dead)
        refuse_unfit(telling.sight.family, key, told, self.teller.stamp.today)
        fields: dict[str, Any] = fields_of(
            self.teller.words, telling.sight.person(key), told, gender=gender, dead=dead
        )
        return telling.written(key, fields)

    def written(self, key: Id, fields: dict[str, Any]) -> Telling:
        """Give the telling with some fields of somebody written."""
        return self.after(correct(self.case, self.teller.stamp, key, **fields)) if fields else self

    def _aged(self, key: Id, told: Told, *, dead: bool) -> tuple[Telling, Told]:
        """Give what is told with an age beside a death as that at which they died, told in any order."""
        told, person = self.at_death(key, told, dead=dead), self.sight.person(key)
        if told.aged:
            return replace(self, ages={**self.ages, key: Aged(told.aged, person.born)}), told
        if told.life is None or not told.life.age or key not in self.ages:
            return self, told
        return self.written(key, {"born": self.ages[key].born}), told

    def at_death(self, key: Id, told: Told, *, dead: bool = False) -> Told:
        """Give what is told of somebody, an age as that at which they died where they have died."""
        life, person, known = told.life or LifeTold(), self.sight.person(key), self.ages.get(key)
        dead = dead or life.life is Life.DIED
        before = known.words if known and dead and life.born is None else ""
        aged = told.aged or before
        if not aged or not (dead or person.dead):
            return told
        died = life.died if isinstance(life.died, When) else person.died
        try:
            ended = life_until(died, aged)
        except UndatedDeathError as fault:
            raise UnclearError(WHEN_DIED) from fault
        return replace(told, life=ended, aged="")

    def _gender_told(self, told: Told) -> str:
        """Give the card of the gender that a word such as "girl" tells; empty where none was said."""
        kinds = self.teller.kinds
        said = {"woman": kinds.mother, "man": kinds.father}
        return next((card for name, card in said.items() if told.gender in self.lexicon.listed(name)), "")

    def called(self, key: Id) -> str:
        """Give the name by which a line of words finds somebody, the first alone if it can; or nothing."""
        person = self.sight.person(key)
        name = str(person.name) if person.named else ""
        found = [each for each in dict.fromkeys((name.split(" ")[0], name)) if self._finds(each, key)]
        return found[0] if found else ""

    def _finds(self, name: str, key: Id) -> bool:
        return names_alone(name, self.lexicon) and [who.id for who in self.sight.named(name)] == [key]

    def said(self, spot: Spot) -> str:
        """Say a place by the name of whoever it is next to, where there is one: "Lisa’s partner"."""
        called = self.called(spot.base) if spot.base != self.about else ""
        return "’s ".join([called, *(step.says for step in spot.steps)]) if called else spot.said

    def named(self, key: Id) -> str:
        """Say somebody as a line of words would be understood: by name where there is only one of it."""
        person, chain = self.sight.person(key), self.chains.get(key, "")
        name = str(person.name) if person.named else ""
        if name and [other.id for other in self.sight.named(name)] == [key]:
            return name
        if chain or name or key == self.about:
            return chain or name or ("this child" if person.subject else "this person")
        return way_to(self.spots, self.lexicon, person) or "somebody"

    def owner(self, ref: Ref) -> Id:
        """Give whom a reference means, who must be there."""
        return self.spots.owner(ref)
