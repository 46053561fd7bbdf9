"""A family told in plain sentences, so that two can be compared whatever their ids."""

from __future__ import annotations

from genogram_app.family import kinship
from genogram_app.family.case import Case
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.agency import Agency
from genogram_app.model.base import Blank
from genogram_app.model.ids import Id
from genogram_app.model.person import DateField, Life, Person
from genogram_app.model.ties import Bond, ChildOf, LivesIn, Tie, Union


def told_family(case: Case, woman: str, man: str) -> list[str]:
    """Say everything that is known of a family, sorted. `woman` and `man` are cards."""
    return sorted(_Teller(case.family, {woman: "woman", man: "man"}).lines())


class _Teller:
    def __init__(self, family: FamilyGraph, genders: dict[str, str]) -> None:
        self.family, self.genders = family, genders

    def lines(self) -> list[str]:
        """Say everybody, every line between them and every home."""
        family = self.family
        said = [f"{self.name(person.id)}: {self.person(person)}" for person in family.people]
        for link in family.edges(ChildOf):
            dated = _dated("since", link.since) + _dated("until", link.until)
            dated += f" twin, {link.twin.value}" if link.twin else ""
            said.append(f"{self.name(link.child)} {link.kind} of {self.above(link.parent)}{dated}")
        for union in family.unions:
            states = [f"{spell.kind or 'couple'}{_dated('since', spell.since)}" for spell in union.spells]
            said.append(f"{self.above(union.id)}: {', '.join(states) or 'couple, not known what'}")
        for home in family.households:
            stays = kinship.members(family, home.id)
            living = sorted(self.name(stay.person) + _stayed(stay) for stay in stays)
            said.append(f"home of {', '.join(living)}")
        for bond in family.edges(Bond):
            said.append(
                " and ".join(sorted(map(self.name, bond.ends)))
                + f": {bond.quality}{_dated('since', bond.since)}"
            )
        for tie in family.edges(Tie):
            said.append(f"{_text(family.get(Agency, tie.a))} for {self.name(tie.b)}")
        return said

    def person(self, person: Person) -> str:
        """Say what is known of somebody."""
        gender = self.genders.get(person.gender, person.gender)
        life = "" if person.life is Life.LIVING else person.life.value
        facts = [gender, _dated("b", person.born), life, _dated("d", person.died)]
        return " ".join(fact.strip() for fact in facts if fact) or "-"

    def name(self, key: Id) -> str:
        """Name somebody; without a name, by whose parent or child they are."""
        person = self.family.get(Person, key)
        if person.named:
            return str(person.name)
        mark = "?" if person.name is Blank.NOT_ASKED else "unknown"
        if below := sorted(self.name(child.id) for child in kinship.children_of(self.family, key)):
            word = {"woman": "mum", "man": "dad"}.get(self.genders.get(person.gender, ""), "parent")
            return f"{mark} {word} of {below[0]}"
        return f"{mark} {self.person(person)}"

    def above(self, key: Id) -> str:
        """Name one parent, or a couple."""
        if self.family.find(Union, key) is None:
            return self.name(key)
        return " + ".join(sorted(self.name(person.id) for person in kinship.partners(self.family, key)))


def _text(agency: Agency) -> str:
    named = [agency.job_title, agency.contact, agency.name, agency.telephone]
    said = " ".join(each for each in named if isinstance(each, str) and each)
    unknown = Blank.UNKNOWN in (agency.contact, agency.name)
    return f"{agency.kind}: {said}{' ?' if unknown else ''}" if agency.contact is not agency.name else said


def _stayed(stay: LivesIn) -> str:
    part = f" part: {stay.pattern}".removesuffix(": ") if stay.part_time else ""
    return part + _dated("since", stay.since)


def _dated(word: str, when: DateField | None) -> str:
    if when is None or when is Blank.NOT_ASKED:
        return ""
    return f" {word} {when.value if isinstance(when, Blank) else when.edtf}"
