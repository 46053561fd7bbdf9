"""Random families in which anything may be true: any symbol, mark, state, line, home, service and word.

anything(seed)   a case, with its page's choices
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

from genogram_app.family.case import Case
from genogram_app.model.agency import Agency, Involvement
from genogram_app.model.base import Basis, Record, Share, Standing, Teller
from genogram_app.model.dates import When
from genogram_app.model.document import Page
from genogram_app.model.household import Household
from genogram_app.model.ids import Id
from genogram_app.model.person import Life, More, Part, Person, Phase, Spell, Theme
from genogram_app.model.ties import Bond, ChildOf, Direction, LivesIn, PartnerIn, Tie, Twin, Union
from tests.builders import SHARED, case_of
from tests.picture.sheets import scene

CATALOG = scene().catalog
NAMES = "Amy Ben Cerys Dafydd Elin Farooq Gwen Harri Imran Josie Kai Latha Mo Nia Olu Priya Rhys Sian".split()
PROFILES = ("", "full", "simple_uk")
_T = TypeVar("_T")


class _Maker:
    """Draws lots: what is true of each of a family."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.records: list[Record] = []

    def maybe(self, share: float) -> bool:
        """Draw a lot that falls so often."""
        return self.chance.random() < share

    def one(self, of: Sequence[_T]) -> _T:
        """Draw one of some."""
        return self.chance.choice(of)

    def day(self, start: int, end: int) -> When:
        """Draw a year, or sometimes about a year."""
        return When(f"{self.chance.randint(start, end)}{self.one(['', '', '~'])}")

    def basis(self) -> Basis:
        """Draw who says so, and where it stands."""
        return Basis(
            share=Share.SHARED,
            teller=self.one([None, *Teller]),
            standing=self.one([None, *Standing]),
        )

    def person(self, start: int, end: int, *, subject: bool = False) -> Id:
        """Make somebody born between two years."""
        key = f"p{len(self.records):02}"
        genders = sorted(card.id for card in CATALOG.people.values() if not card.life)
        lives = [Life.LIVING] * 8 + [Life.DIED, Life.UNKNOWN]
        young = [Life.STILLBIRTH, Life.MISCARRIAGE, Life.TERMINATION, Life.ECTOPIC, Life.UNBORN]
        life = self.one(lives + (young if start > 2000 and not subject else []))
        self.records.append(
            Person(
                id=key,
                name=self.one(NAMES),
                basis=SHARED,
                gender=self.one([*genders, ""]),
                gender_at_birth=self.one(genders) if self.maybe(0.1) else "",
                stands_for=self.one([1] * 9 + [0, 3]) if life is Life.LIVING else 1,
                life=life,
                born=self.day(start, end),
                subject=subject,
                came_from="Poland" if self.maybe(0.1) else "",
                cultures="Welsh, Polish" if self.maybe(0.1) else "",
                interpreter=self.maybe(0.1),
                more=self.one([None] * 8 + list(More)),
                themes=self.themes(),
            )
        )
        return key

    def themes(self) -> tuple[Theme, ...]:
        """Draw what matters about somebody."""
        cards = sorted(CATALOG.themes)
        return tuple(
            Theme(
                id=f"t{n}",
                card=self.one(cards),
                part=self.one([None, *Part]),
                phase=self.one([None, *Phase]),
                basis=self.basis(),
            )
            for n in range(self.one([0, 0, 0, 1, 2]))
        )

    def couple(self, one: Id, other: Id) -> Id:
        """Make a couple of one to three states."""
        key = f"u{len(self.records):02}"
        kinds = sorted(CATALOG.unions)
        spells = tuple(
            Spell(kind=self.one(kinds), since=When(str(2003 + 4 * n)), basis=self.basis())
            for n in range(self.one([1, 1, 2, 3]))
        )
        more = self.one([None] * 5 + list(More))
        self.records.append(Union(id=key, spells=spells, more=more, basis=SHARED))
        for order, who in enumerate((one, other)):
            place = PartnerIn(id=f"{key}.{who}", person=who, union=key, order=order, basis=SHARED)
            self.records.append(place)
        return key

    def children(self, parent: Id, *who: Id) -> None:
        """Make children of one parent or a couple, sometimes born together."""
        kinds = sorted(card.id for card in CATALOG.descent.values() if not card.care)
        together = "together" if self.maybe(0.3) else ""
        for child in who:
            self.records.append(
                ChildOf(
                    id=f"{child}.of.{parent}",
                    child=child,
                    parent=parent,
                    kind=self.one(kinds),
                    birth=together and f"b{parent}",
                    twin=self.one(list(Twin)) if together else None,
                    basis=SHARED,
                )
            )

    def line(self) -> dict[str, object]:
        """Draw the facts of a dated line."""
        return {
            "since": self.day(2015, 2019) if self.maybe(0.4) else None,
            "until": self.day(2020, 2025) if self.maybe(0.3) else None,
            "basis": self.basis(),
        }


def anything(seed: int) -> Case:
    """Give a family in which anything may be true."""
    make = _Maker(seed)
    gran, grandad, mum, dad, other = (make.person(born, born + 5) for born in (1950, 1950, 1980, 1980, 1985))
    jay = make.person(2012, 2016, subject=True)
    young = [make.person(2010, 2025) for _ in range(make.one([1, 2, 3]))]
    above, between = make.couple(gran, grandad), make.couple(mum, dad)
    make.children(above, mum)
    make.children(between, jay, *young)
    if make.maybe(0.5):
        make.couple(dad, other)
    everybody = [gran, grandad, mum, dad, other, jay, *young]
    _care(make, [jay, *young], [above, other])
    _homes(make, everybody)
    _services(make, everybody)
    _bonds(make, everybody)
    return case_of(*make.records).with_(page=Page(profile=make.one(PROFILES), fills=make.one([None, True])))


def _care(make: _Maker, young: Sequence[Id], carers: Sequence[Id]) -> None:
    kinds = sorted(card.id for card in CATALOG.descent.values() if card.care)
    for number, child in enumerate(young):
        if make.maybe(0.5):
            facts = {"child": child, "parent": make.one(carers), "kind": make.one(kinds)}
            make.records.append(ChildOf.model_validate({"id": f"c{number}", **facts, **make.line()}))


def _homes(make: _Maker, everybody: Sequence[Id]) -> None:
    for number in range(make.one([0, 1, 2])):
        home = f"h{number}"
        make.records.append(
            Household(id=home, name="Home", kind=make.one(sorted(CATALOG.rings)), basis=SHARED)
        )
        for who in make.chance.sample(list(everybody), 3):
            facts = {"person": who, "household": home, "part_time": make.maybe(0.3)}
            make.records.append(LivesIn.model_validate({"id": f"{who}.{home}", **facts, **make.line()}))


def _services(make: _Maker, everybody: Sequence[Id]) -> None:
    strengths = ["", *sorted(card.id for card in CATALOG.ties.values() if card.axis == "strength")]
    strains = ["", *sorted(card.id for card in CATALOG.ties.values() if card.axis == "strain")]
    for number in range(make.one([0, 1, 2])):
        key = f"s{number}"
        kind, involved = make.one(sorted(CATALOG.agencies)), make.one(list(Involvement))
        make.records.append(Agency(id=key, kind=kind, name="Service", involvement=involved, basis=SHARED))
        facts = {
            "a": key,
            "b": make.one(everybody),
            "strength": make.one(strengths),
            "strain": make.one(strains),
        }
        way = {"direction": make.one(list(Direction))}
        make.records.append(Tie.model_validate({"id": f"{key}.tie", **facts, **way, **make.line()}))


def _bonds(make: _Maker, everybody: Sequence[Id]) -> None:
    kinds = sorted(CATALOG.bonds)
    pairs = [(a, b) for i, a in enumerate(everybody) for b in everybody[i + 1 :]]
    for number, (a, b) in enumerate(make.chance.sample(pairs, make.one([0, 1, 2, 4]))):
        facts = {"a": a, "b": b, "quality": make.one(kinds), "direction": make.one(list(Direction))}
        make.records.append(Bond.model_validate({"id": f"b{number}", **facts, **make.line()}))
