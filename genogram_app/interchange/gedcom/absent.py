"""Absent people: those whom GEDCOM 7 points to with @VOID@, somebody who isn't in the file."""

from __future__ import annotations

from collections.abc import Mapping

from genogram_app.interchange.gedcom.events import told
from genogram_app.interchange.gedcom.links import PARTNERS, is_void
from genogram_app.interchange.gedcom.reading import Reading
from genogram_app.interchange.gedcom.tree import Node
from genogram_app.interchange.gedcom.wording import known

_KINDS: Mapping[str, str] = {"BIRTH": "by birth", "ADOPTED": "by adoption", "FOSTER": "as a foster child"}
_TEMPLATE = "Somebody is pointed to who isn't in the file (@VOID@)."


def absent_from_person(reading: Reading, person: Node) -> list[str]:
    """Say which parents and partners of somebody the file mentions without naming them."""
    said = []
    for part in reading.take(person, "FAMC", "FAMS"):
        if is_void(part):
            heading = (
                "Child of people who aren't in the file"
                if part.tag == "FAMC"
                else "Another partner, who isn't in the file"
            )
            said.append(_say(reading, part, person, heading))
    return said


def absent_from_family(reading: Reading, family: Node) -> list[str]:
    """Say which partners and children of a family the file mentions without naming them."""
    said = []
    for part in reading.take(family, *PARTNERS, "CHIL"):
        if is_void(part):
            heading = (
                "A partner who isn't in the file" if part.tag in PARTNERS else "A child who isn't in the file"
            )
            said.append(_say(reading, part, family, heading))
    return said


def _say(reading: Reading, part: Node, record: Node, heading: str) -> str:
    reading.findings.in_notes(_TEMPLATE, reading.place(part, record))
    pedi, stat = reading.one(part, "PEDI"), reading.one(part, "STAT")
    words = [known(reading.words, _KINDS, pedi.text)] if pedi else []
    words += [stat.text.lower()] if stat else []
    words += [text for node in (pedi, stat, part) if node and (text := reading.text(node, "PHRASE"))]
    words += reading.notes(part, record)
    return told(reading.words.say(heading), ", ".join(word for word in words if word))
