"""Adoptions: the ADOP events of a person, and which family each belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from genogram_app.interchange.gedcom.events import claimed, read_event, told
from genogram_app.interchange.gedcom.links import Household
from genogram_app.interchange.gedcom.reading import Reading
from genogram_app.interchange.gedcom.tree import Node
from genogram_app.interchange.gedcom.wording import known
from genogram_app.model.dates import When

ADOPTED = "ADOPTED"
_BY = {
    "HUSB": "by the first partner alone",
    "WIFE": "by the second partner alone",
    "BOTH": "by both partners",
}


@dataclass(frozen=True)
class Adoption:
    """An adoption into one family: by "HUSB", "WIFE" or "BOTH"; empty where the file doesn't say."""

    by: str
    when: When | None


@dataclass
class Adoptions:
    """Everybody's adoptions, by child and family, and what each person's notes say of them."""

    into: dict[tuple[Node, Node], Adoption]
    said: dict[Node, list[str]]


def read_adoptions(reading: Reading, found: list[Household]) -> Adoptions:
    """Read every ADOP event; a family that only the event names gains the child."""
    result = Adoptions({}, {})
    families = {household.record: household for household in found}
    for person in reading.tree.all("INDI"):
        for node in reading.take(person, "ADOP"):
            _read(reading, person, node, families, result)
    return result


def _read(
    reading: Reading, person: Node, node: Node, families: dict[Node, Household], result: Adoptions
) -> None:
    event = read_event(reading, node, person)
    if not claimed(reading, event, person):
        return
    link = reading.one(node, "FAMC")
    by = reading.one(link, "ADOP") if link else None
    who = by.text.strip().upper() if by else ""
    family = reading.led_to(link, person, "FAM") if link else _only_adoptive(person, families)
    if family and person not in families[family].partners:
        result.into[person, family] = Adoption(who, event.when)
        families[family].children.setdefault(person, [])
    phrase = reading.text(by, "PHRASE") if by else ""
    words = ", ".join(filter(None, [event.words, known(reading.words, _BY, who), phrase]))
    result.said.setdefault(person, []).append(told(reading.words.say("Adopted"), words))


def _only_adoptive(person: Node, families: dict[Node, Household]) -> Node | None:
    """Give the family into which somebody was adopted, if there is just one."""
    adoptive = [
        family
        for family, household in families.items()
        if any(part.value("PEDI").strip().upper() == ADOPTED for part in household.children.get(person, ()))
    ]
    return adoptive[0] if len(adoptive) == 1 else None
