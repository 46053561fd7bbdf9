"""Ties that GEDCOM names but a genogram draws only when somebody says how they are."""

from __future__ import annotations

from genogram_app.interchange.gedcom.names import plain_name
from genogram_app.interchange.gedcom.reading import Reading
from genogram_app.interchange.gedcom.tree import Node
from genogram_app.interchange.gedcom.wording import ROLES, known


def ties(reading: Reading, record: Node) -> list[str]:
    """Say a record's associations (ASSO) and aliases that are people of their own (ALIA)."""
    said = [association(reading, part, record) for part in reading.take(record, "ASSO")]
    return said + [_alias(reading, part, record) for part in reading.take(record, "ALIA") if part.points]


def association(reading: Reading, part: Node, record: Node) -> str:
    """Say one association, of a person or of an event."""
    template = "Somebody's tie to another (ASSO): draw it as a relationship or a service if it matters."
    reading.findings.in_notes(template, reading.place(part, record))
    told = [_role(reading, part), _who(reading, part, record), reading.text(part, "PHRASE")]
    told += reading.notes(part, record)
    return reading.words.say("Tie: {told}", told=", ".join(text for text in told if text))


def _role(reading: Reading, part: Node) -> str:
    role = reading.one(part, "ROLE", "RELA")
    if not role:
        return ""
    return reading.text(role, "PHRASE") or known(reading.words, ROLES, role.text)


def _alias(reading: Reading, part: Node, record: Node) -> str:
    reading.findings.in_notes(
        "Somebody may be the same person as another (ALIA).", reading.place(part, record)
    )
    who, phrase = _who(reading, part, record), reading.text(part, "PHRASE")
    told = ", ".join(text for text in (who, phrase) if text)
    return reading.words.say("May be the same person as {told}", told=told) if told else ""


def _who(reading: Reading, part: Node, record: Node) -> str:
    """Name whom a part leads to; a text instead of a pointer is a name itself."""
    if not part.points:
        return part.text.strip()
    target = reading.tree.by_mark.get(part.text)
    if target:
        return plain_name(target) or target.mark
    reading.led_to(part, record, "INDI")
    return ""
