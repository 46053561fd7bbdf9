"""GEDCOM files and pieces of them, and what came over, put plainly."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from genogram_app.family import kinship
from genogram_app.family.case import Case
from genogram_app.interchange.gedcom import Brought, Tokens, read_gedcom
from genogram_app.interchange.report import Outcome
from genogram_app.model.base import Blank
from genogram_app.model.dates import When
from genogram_app.model.person import Person
from genogram_app.model.ties import ChildOf, PartnerIn, Union
from genogram_app.words import words_in
from tests.builders import TODAY, counting

HOME = Path(__file__).resolve().parents[2]
SAMPLES = HOME / "tests" / "samples" / "gedcom"
CORPUS = HOME.parent / "shared" / "corpus"
#: Cards that no folder has: the reader takes any name.
TOKENS = Tokens.of(lambda group, token: f"{group}:{token}" if token not in ("STEP", "ANUL", "ENGA") else None)


def read(data: bytes, name: str = "family.ged") -> Brought:
    """Read a file's bytes."""
    return read_gedcom(data, name, tokens=TOKENS, new_id=counting(), today=TODAY)


def sample(path: str) -> bytes:
    """Give the bytes of a sample."""
    return (SAMPLES / path).read_bytes()


def written(*lines: str, version: str = "5.5.1") -> bytes:
    """Write a small file: its header and end are added."""
    head = ["0 HEAD", "1 GEDC", f"2 VERS {version}", "1 CHAR UTF-8"]
    return "\n".join([*head, *lines, "0 TRLR", ""]).encode()


def told(brought: Brought, outcome: Outcome) -> list[str]:
    """Give the findings of one outcome in words, with their places."""
    return [finding.say(words_in()) for finding in brought.report.of(outcome)]


def people(case: Case) -> dict[str, Person]:
    """Give everybody by name; those without one by their id."""
    return {
        person.name if isinstance(person.name, str) else person.id: person for person in case.family.people
    }


def person(brought: Brought, name: str = "Ann Ray") -> Person:
    """Give somebody by name."""
    return people(brought.case)[name]


def union_of(brought: Brought, *names: str) -> Union:
    """Give the union whose partners are just these people."""
    family = brought.case.family
    wanted = set(names)
    found = [
        union
        for union in family.unions
        if {partner.name for partner in kinship.partners(family, union.id)} == wanted
    ]
    assert len(found) == 1, f"{len(found)} unions of {names}"
    return found[0]


def spells(union: Union) -> list[tuple[str, str, str]]:
    """Give a union's states: GEDCOM's word, since when, until when."""
    return [(spell.kind.split(":")[1], _said(spell.since), _said(spell.until)) for spell in union.spells]


def _said(when: When | Blank | None) -> str:
    return "" if when is None else when.edtf if isinstance(when, When) else when.value


def links(case: Case) -> set[tuple[str, str, str, str]]:
    """Give every child link: child, who is above, kind, since when."""
    family = case.family
    return {
        (
            _name(family.get(Person, link.child)),
            _above(case, link),
            link.kind.split(":")[-1],
            _said(link.since),
        )
        for link in family.edges(ChildOf)
    }


def _above(case: Case, link: ChildOf) -> str:
    return " + ".join(_name(parent) for parent in kinship.parent_people(case.family, link))


def _name(person: Person) -> str:
    return person.name if isinstance(person.name, str) else "?"


def dates(case: Case) -> dict[str, tuple[str, str]]:
    """Give everybody's birth and death: EDTF, or why there is none."""
    return {name: (_said(person.born), _said(person.died)) for name, person in people(case).items()}


def partner_pairs(case: Case) -> int:
    """Count the partners' places."""
    return len(case.family.edges(PartnerIn))


def without(data: bytes, line: str) -> bytes:
    """Give a file without one of its lines, which must be in it."""
    rows = data.splitlines(keepends=True)
    wanted = line.encode()
    assert any(row.rstrip(b"\r\n") == wanted for row in rows), line
    first = next(index for index, row in enumerate(rows) if row.rstrip(b"\r\n") == wanted)
    return b"".join(rows[:first] + rows[first + 1 :])


def names(case: Case) -> Iterable[str]:
    """Give every name, sorted."""
    return sorted(_name(person) for person in case.family.people)
