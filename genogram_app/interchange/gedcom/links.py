"""Links: which record leads to which. Mends those that stand on one side only, or lead nowhere."""

from __future__ import annotations

from dataclasses import dataclass, field

from genogram_app.interchange.gedcom.names import plain_name, shorten
from genogram_app.interchange.gedcom.reading import Reading
from genogram_app.interchange.gedcom.tree import VOID, Node
from genogram_app.interchange.report import Place

PARTNERS = ("HUSB", "WIFE")
_ONE_SIDED = "A link stands on one side only (in the person or in the family); it was kept."


@dataclass
class Household:
    """The people of one FAM record: partners with their tags, children in order, and what each side says."""

    record: Node
    partners: dict[Node, str] = field(default_factory=dict)
    children: dict[Node, list[Node]] = field(default_factory=dict)


def households(reading: Reading) -> list[Household]:
    """Give the people of every family, from both sides of every link."""
    found = {record: Household(record) for record in reading.tree.all("FAM")}
    for household in found.values():
        _from_family(reading, household)
    for person in reading.tree.all("INDI"):
        _from_person(reading, person, found)
    for household in found.values():
        _tell_unreturned(reading, household)
        _without_own_parents(reading, household)
    return list(found.values())


def _from_family(reading: Reading, household: Household) -> None:
    record = household.record
    for part in reading.take(record, *PARTNERS):
        person = reading.led_to(part, record, "INDI")
        if person and person in household.partners:
            reading.findings.mended(
                "Somebody is named twice as a partner; once is kept.", reading.place(part, person)
            )
        elif person:
            household.partners[person] = part.tag
    for part in reading.take(record, "CHIL"):
        if child := reading.led_to(part, record, "INDI"):
            household.children.setdefault(child, []).append(part)


def _from_person(reading: Reading, person: Node, found: dict[Node, Household]) -> None:
    for part in reading.take(person, "FAMS"):
        family = reading.led_to(part, person, "FAM")
        if family and person not in found[family].partners | found[family].children:
            reading.findings.mended(_ONE_SIDED, _place(part, person))
            found[family].partners[person] = ""
    for part in reading.take(person, "FAMC"):
        if family := reading.led_to(part, person, "FAM"):
            if person not in found[family].children:
                reading.findings.mended(_ONE_SIDED, _place(part, person))
            found[family].children.setdefault(person, []).append(part)
    _from_birth(reading, person, found)


def _from_birth(reading: Reading, person: Node, found: dict[Node, Household]) -> None:
    """Take the family that a birth names; it says nothing new where the links say it too."""
    births = [part for part in person.parts if part.tag in ("BIRT", "CHR")]
    for part in [link for birth in births for link in reading.take(birth, "FAMC")]:
        if family := reading.led_to(part, person, "FAM"):
            found[family].children.setdefault(person, [part])


def _tell_unreturned(reading: Reading, household: Household) -> None:
    """Tell the links of a family that its people don't return."""
    mark = household.record.mark
    for person in household.partners:
        if not _returns(person, "FAMS", mark):
            reading.findings.mended(_ONE_SIDED, reading.place(household.record, person))
    for child in household.children:
        if not _returns(child, "FAMC", mark):
            reading.findings.mended(_ONE_SIDED, reading.place(household.record, child))


def _returns(person: Node, tag: str, mark: str) -> bool:
    return any(part.tag == tag and part.text.strip() == mark for part in person.parts)


def _without_own_parents(reading: Reading, household: Household) -> None:
    for person in [child for child in household.children if child in household.partners]:
        place = reading.place(household.record, person)
        reading.findings.mended(
            "Somebody is recorded as a child of their own family; that link was left out.", place
        )
        del household.children[person]


def _place(part: Node, person: Node) -> Place:
    return Place(part.line, f"{shorten(plain_name(person) or person.mark)}: {part.tag} {shorten(part.text)}")


def is_void(part: Node) -> bool:
    """Say whether a pointer means somebody who isn't in the file."""
    return part.text.strip() == VOID
