"""Who is on the sheet in front of whoever speaks: found by name, or by a step from somebody."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from genogram_app.edit.children import is_birth
from genogram_app.edit.result import Kinds
from genogram_app.edit.spoken.lexicon import Step
from genogram_app.family import kinship
from genogram_app.family.case import Case
from genogram_app.family.graph import FamilyGraph
from genogram_app.family.seen import View, seen
from genogram_app.model.household import Household
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.ties import ChildOf, PartnerIn, Union


class Sight:
    """The family as it is seen: nobody else is recognised, so nobody else is given away."""

    def __init__(self, case: Case, view: View, kinds: Kinds) -> None:
        self.case = case
        self._view, self._kinds = view, kinds

    def of(self, case: Case) -> Sight:
        """Give who is there in the case after an edit; the very same where it changed nothing."""
        return self if case is self.case else Sight(case, self._view, self._kinds)

    @cached_property
    def family(self) -> FamilyGraph:
        """Give the family that is seen."""
        return seen(self.case, self._view).family

    def person(self, key: Id) -> Person:
        """Give somebody as they are seen."""
        return self.family.get(Person, key)

    # -- by name ---------------------------------------------------------------------

    def named(self, name: str, among: Iterable[Person] | None = None) -> list[Person]:
        """Give everybody of a name: the whole of it, or else the first name alone."""
        people = list(self.family.people if among is None else among)
        wanted = name.casefold()
        whole = [person for person in people if wanted in _names(person)]
        return whole or [person for person in people if _first(wanted) and _shares_first(wanted, person)]

    # -- by a step --------------------------------------------------------------------

    def gender(self, step: Step) -> str:
        """Give the card of the gender that a word tells; empty where it tells none."""
        return {"woman": self._kinds.mother, "man": self._kinds.father}.get(step.gender, "")

    def those(self, key: Id, step: Step) -> list[Person]:
        """Give everybody who is there by a step from somebody and can be whom the word means."""
        found = {person.id: person for person in self._by(key, step) if person.id != key}
        wanted = self.gender(step)
        fit = [person for person in found.values() if not wanted or person.gender in ("", wanted)]
        sure = [person for person in fit if person.gender == wanted]
        return sure if step.of == "parent" and sure else fit

    def _by(self, key: Id, step: Step) -> list[Person]:
        if step.of == "parent":
            return self.parents(key)
        if step.of == "carer":
            links = [link for link in kinship.links_up(self.family, key) if link.kind == step.card]
            return [person for link in links for person in kinship.parent_people(self.family, link)]
        if step.of == "partner":
            return self.partners(key, over=step.over)
        if step.of == "child":
            return self.children(key, step.card)
        return self.twins(key) if step.twin else self.siblings(key, step.card)

    def partners(self, key: Id, *, over: bool) -> list[Person]:
        """Give those who are somebody's partners, or `over` were; or of whom nobody has said which."""
        unions = [
            union
            for union in kinship.unions_of(self.family, key)
            if union.kind in ("", self._kinds.couple) or (union.kind in self._kinds.ended) == over
        ]
        found = [who for union in unions for who in kinship.partners(self.family, union.id)]
        return list({who.id: who for who in found}.values())

    def told_couple(self, one: Id, other: Id) -> bool:
        """Say whether somebody has said what two are to each other."""
        others = {union.id for union in kinship.unions_of(self.family, other)}
        shared = [union for union in kinship.unions_of(self.family, one) if union.id in others]
        return any(union.kind not in ("", self._kinds.couple) for union in shared)

    def parents(self, key: Id) -> list[Person]:
        """Give somebody's parents by birth."""
        return [parent for link in self.births(key) for parent in kinship.parent_people(self.family, link)]

    def children(self, key: Id, kind: str = "") -> list[Person]:
        """Give those who were born to somebody, alone or as one of two; or are theirs in another way."""
        unions = (edge.union for edge in self.family.out_of(PartnerIn, key))
        links = [link for parent in (key, *unions) for link in kinship.links_down(self.family, parent)]
        return [self.person(link.child) for link in links if self._is_so(link, kind)]

    def siblings(self, key: Id, kind: str = "") -> list[Person]:
        """Give those with a parent in common, or born to the same two of whom nobody is there.

        Or, of another kind, who are those parents' in that way, such as adopted.
        """
        found = [child for parent in self.parents(key) for child in self.children(parent.id, kind)]
        for link in self.births(key):
            others = kinship.links_down(self.family, link.parent)
            found += [self.person(other.child) for other in others if self._is_so(other, kind)]
        return found

    def twins(self, key: Id) -> list[Person]:
        """Give those who were born together with somebody."""
        return [
            self.person(other.child)
            for link in self.births(key)
            for other in kinship.links_down(self.family, link.parent)
            if link.birth and other.birth == link.birth and other.child != key
        ]

    def full_siblings(self, key: Id) -> list[Person]:
        """Give those who were born to the very same parents."""
        found = [other for link in self.births(key) for other in self.family.into(ChildOf, link.parent)]
        return [self.person(link.child) for link in found if self.family.find(Union, link.parent)]

    def births(self, key: Id) -> list[ChildOf]:
        """Give the lines by which somebody was born to others."""
        return [link for link in kinship.links_up(self.family, key) if self._is_so(link)]

    def _is_so(self, link: ChildOf, kind: str = "") -> bool:
        """Say whether a link is of a kind, or by birth where none is named."""
        return link.kind == kind if kind else is_birth(self.family, self._kinds, link)

    # -- homes ------------------------------------------------------------------------

    def homes(self, key: Id, *, whole_week: bool = False) -> list[Household]:
        """Give where somebody lives now, or where they live the whole week."""
        return [
            home
            for stay, home in kinship.homes_of(self.family, key)
            if not (whole_week and stay.part_time)
            and kinship.current(stay, self._view.as_at)
            and not kinship.over(home, self._view.as_at)
        ]


def _names(person: Person) -> set[str]:
    return {name.casefold() for name in (person.name, person.known_as) if isinstance(name, str) and name}


def _first(name: str) -> str:
    return name.split(" ")[0]


def _shares_first(wanted: str, person: Person) -> bool:
    """Say whether one of two names is the other's first word: "Lisa" and "Lisa Carter"."""
    return any(
        _first(name) == _first(wanted) and (name == _first(name) or wanted == _first(wanted))
        for name in _names(person)
    )
