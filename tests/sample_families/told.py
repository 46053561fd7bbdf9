"""A pen for sample families: each call tells one thing, and `case` gives it all.

Ids are readable ("p_jay", "u_ron_sheila") and the same each time, so that the
same words give the same file.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from genogram_app.family.case import Case
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.agency import Agency
from genogram_app.model.base import Account, Basis, Blank, Quote, Record, Said, Share, Standing, Teller
from genogram_app.model.dates import When
from genogram_app.model.document import CaseDetails, GoTo, Page
from genogram_app.model.household import Household
from genogram_app.model.person import DateField, Life, Part, Person, Phase, Spell, Theme
from genogram_app.model.ties import Bond, ChildOf, Direction, LivesIn, PartnerIn, Tie, Union

MAN, WOMAN, ANOTHER, NOT_KNOWN = "male", "female", "other_gender", "unknown_gender"
UNKNOWN, NOT_ASKED, DECLINED, NONE = Blank.UNKNOWN, Blank.NOT_ASKED, Blank.DECLINED, Blank.NONE
FORTH, BACK, BOTH = Direction.FORTH, Direction.BACK, Direction.BOTH


def when(told: str | Blank) -> DateField:
    """Read a date written as EDTF, or a blank."""
    return told if isinstance(told, Blank) else When(told)


def maybe(told: str | Blank | None) -> DateField | None:
    """Read a date that need not be there."""
    return None if told is None else when(told)


def told_by(
    who: str = "",
    teller: Teller | None = None,
    standing: Standing | None = None,
    *,
    on: date,
    shared: bool,
) -> Basis:
    """Make what a statement rests on."""
    share = Share.SHARED if shared else Share.CASE_FILE
    return Basis(recorded=on, teller=teller, told_by=who, standing=standing, share=share)


def spell(kind: str, since: str | Blank = NOT_ASKED, until: str | Blank | None = None, **more: Any) -> Spell:
    """Make one dated state of a couple or a child."""
    return Spell(kind=kind, since=when(since), until=maybe(until), **more)


class Telling:
    """A family while it is being told. `basis` is what everything rests on unless it says otherwise."""

    def __init__(self, basis: Basis) -> None:
        self.basis = basis
        self.records: dict[str, Record] = {}

    def put(self, record: Record) -> str:
        """Keep a record under its id, which must be new."""
        assert record.id not in self.records, record.id
        self.records[record.id] = record
        return record.id

    def person(
        self,
        key: str,
        name: str | Blank,
        gender: str,
        born: str | Blank = NOT_ASKED,
        died: str | Blank | None = None,
        **more: Any,
    ) -> str:
        """Tell of somebody; naming a death, even an unknown one, says that they have died."""
        life = {"life": Life.DIED, "died": when(died)} if died is not None else {}
        fields = {"basis": self.basis, "name": name, "gender": gender, "born": when(born)} | life | more
        return self.put(Person(id=f"p_{key}", **fields))

    def couple(self, a: str, b: str, *spells: Spell, **more: Any) -> str:
        """Tell of two as a couple, or as parents of whom nothing else is known."""
        key = f"u_{a[2:]}_{b[2:]}"
        shared = {"basis": self.basis} | more
        dated = tuple(one if one.basis != Basis() else one.put(basis=shared["basis"]) for one in spells)
        self.put(Union(id=key, spells=dated, **shared))
        for order, who in enumerate((a, b)):
            self.put(PartnerIn(id=f"x_{key[2:]}_{who[2:]}", person=who, union=key, order=order, **shared))
        return key

    def child(self, child: str, parent: str, kind: str = "birth", **more: Any) -> str:
        """Tell whose child somebody is, or who looks after them."""
        dates = {field: maybe(more.pop(field, None)) for field in ("since", "until")}
        fields = {"basis": self.basis} | dates | more
        return self.put(
            ChildOf(id=f"c_{child[2:]}_{parent[2:]}_{kind}", child=child, parent=parent, kind=kind, **fields)
        )

    def children(self, parent: str, *children: str) -> None:
        """Tell whose children some are by birth."""
        for child in children:
            self.child(child, parent)

    def home(self, key: str, name: str, *members: str, **more: Any) -> str:
        """Tell of a home and who lives there all the time."""
        dates = {field: maybe(more.pop(field, None)) for field in ("since", "until")}
        home = self.put(Household(id=f"h_{key}", name=name, **({"basis": self.basis} | dates | more)))
        for who in members:
            self.lives(who, home)
        return home

    def lives(self, who: str, home: str, **more: Any) -> str:
        """Tell that somebody lives in a home, for a time or part of the week."""
        dates = {field: maybe(more.pop(field, None)) for field in ("since", "until")}
        fields = {"basis": self.basis} | dates | more
        return self.put(LivesIn(id=f"l_{who[2:]}_{home[2:]}", person=who, household=home, **fields))

    def agency(self, key: str, kind: str, name: str, **more: Any) -> str:
        """Tell of a service."""
        dates = {field: maybe(more.pop(field, None)) for field in ("since", "until")}
        fields = {"basis": self.basis} | dates | more
        return self.put(Agency(id=f"a_{key}", kind=kind, name=name, **fields))

    def bond(self, a: str, quality: str, b: str, **more: Any) -> str:
        """Tell what it is like between two."""
        dates = {field: maybe(more.pop(field, None)) for field in ("since", "until")}
        fields = {"basis": self.basis} | dates | more
        return self.put(Bond(id=f"b_{a[2:]}_{quality}_{b[2:]}", a=a, b=b, quality=quality, **fields))

    def tie(self, a: str, b: str, strength: str = "", **more: Any) -> str:
        """Tell how a service is tied to somebody."""
        dates = {field: maybe(more.pop(field, None)) for field in ("since", "until")}
        fields = {"basis": self.basis} | dates | more
        return self.put(Tie(id=f"t_{a[2:]}_{b[2:]}", a=a, b=b, strength=strength, **fields))

    def case(self, details: CaseDetails, page: Page | None = None) -> Case:
        """Give the case with nobody placed: where they stand is for the layout to propose."""
        return Case(details, FamilyGraph.of(self.records.values()), page=page or Page())


__all__ = [
    "ANOTHER",
    "BACK",
    "BOTH",
    "DECLINED",
    "FORTH",
    "MAN",
    "NONE",
    "NOT_ASKED",
    "NOT_KNOWN",
    "UNKNOWN",
    "WOMAN",
    "Account",
    "Basis",
    "CaseDetails",
    "GoTo",
    "Life",
    "Part",
    "Phase",
    "Quote",
    "Said",
    "Share",
    "Standing",
    "Teller",
    "Telling",
    "Theme",
    "maybe",
    "spell",
    "told_by",
    "when",
]
