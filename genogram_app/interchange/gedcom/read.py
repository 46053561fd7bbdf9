"""Reading a GEDCOM file: its bytes to a case, with the report of what didn't come as it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from genogram_app.errors import ForeignFileError
from genogram_app.family.case import Case
from genogram_app.family.graph import FamilyGraph
from genogram_app.interchange.gedcom.absent import absent_from_family, absent_from_person
from genogram_app.interchange.gedcom.adoptions import read_adoptions
from genogram_app.interchange.gedcom.children import read_children, without_repeats
from genogram_app.interchange.gedcom.circles import in_circles
from genogram_app.interchange.gedcom.encoding import decode
from genogram_app.interchange.gedcom.links import Household, households
from genogram_app.interchange.gedcom.names import shorten
from genogram_app.interchange.gedcom.people import read_person
from genogram_app.interchange.gedcom.reading import Reading
from genogram_app.interchange.gedcom.tokens import Tokens
from genogram_app.interchange.gedcom.tree import Tree, grow
from genogram_app.interchange.gedcom.unions import read_union
from genogram_app.interchange.report import Findings, Outcome, Report
from genogram_app.model.base import Record
from genogram_app.model.document import CaseDetails
from genogram_app.model.ids import NewId
from genogram_app.model.person import Person
from genogram_app.model.ties import PartnerIn
from genogram_app.words import Words, words_in

#: The versions of the standard that are known; beside them, what follows 7.0.
_VERSIONS = ("5.5", "5.5.1", "5.5.5", "7.0")


@dataclass(frozen=True)
class Brought:
    """A family that came over from another program, and the report on it."""

    case: Case
    report: Report


def read_gedcom(
    data: bytes, name: str, *, tokens: Tokens, new_id: NewId, today: date, words: Words | None = None
) -> Brought:
    """Read a GEDCOM file of version 5.5, 5.5.1, 5.5.5 or 7, or a damaged one.

    `name` is the file's name, for messages. Nobody is placed by hand, nothing
    is shared, and every statement says which file told it. Raises
    ForeignFileError where the file isn't GEDCOM.
    """
    if not data.strip(b" \t\r\n\0"):
        raise ForeignFileError(f"{name} is empty, so nothing was brought over. Ask for the file again.")
    findings = Findings()
    decoded = decode(data)
    for odd in decoded.odd:
        findings.add(Outcome.MENDED, odd)
    tree = grow(decoded.text, name, findings)
    _tell_version(tree, findings)
    reading = Reading(name, tree, tokens, new_id, today, words or words_in(), findings)
    family = FamilyGraph.of(_records(reading))
    _tell_circles(reading, family)
    reading.tell_left_out()
    case = Case(details=CaseDetails(id=new_id("c"), basis=reading.basis), family=family)
    report = Report(name, _form(tree), len(family.people), len(family.unions), findings.done())
    return Brought(case, report)


def _form(tree: Tree) -> str:
    return f"GEDCOM {tree.version}".strip()


def _tell_version(tree: Tree, findings: Findings) -> None:
    """Say that a file is of a version that isn't known here, or of none; one without a header was told."""
    if not tree.head.line or tree.version in _VERSIONS or tree.version.startswith("7.0."):
        return
    if tree.version:
        findings.assumed(
            "The file calls itself GEDCOM {version}, a version that isn't known here. It was read as well "
            "as could be.",
            version=shorten(tree.version),
        )
    else:
        findings.assumed("The file doesn't say which version of GEDCOM it is; it was read as 5.5.1.")


def _records(reading: Reading) -> Iterator[Record]:
    found = households(reading)
    adoptions = read_adoptions(reading, found)
    if not reading.ids:
        reading.findings.assumed("There is nobody in this file. Is it the right one?")
    for record in reading.tree.all("INDI"):
        person = read_person(reading, record)
        yield _with_notes(person, [*adoptions.said.get(record, []), *absent_from_person(reading, record)])
    for household in found:
        yield from _family(reading, household)
    links = [link for household in found for link in read_children(reading, household, adoptions, found)]
    yield from without_repeats(links, found, reading)


def _with_notes(person: Person, more: list[str]) -> Person:
    return person.put(notes="\n".join(note for note in (person.notes, *more) if note)) if more else person


def _family(reading: Reading, household: Household) -> Iterator[Record]:
    union = read_union(reading, household.record)
    more = absent_from_family(reading, household.record)
    yield union.put(notes="\n".join(note for note in (union.notes, *more) if note)) if more else union
    for order, person in enumerate(household.partners):
        yield PartnerIn(
            id=reading.new_id("e"),
            basis=reading.basis,
            person=reading.ids[person],
            union=union.id,
            order=order,
        )


def _tell_circles(reading: Reading, family: FamilyGraph) -> None:
    records = {key: record for record, key in reading.ids.items()}
    for record in sorted((records[key] for key in in_circles(family)), key=lambda record: record.line):
        reading.findings.assumed(
            "Somebody is recorded as their own ancestor: the links make a circle.",
            reading.place(record, record),
        )
