"""Every file of the collection of real files, where that stands beside the project."""

from __future__ import annotations

import csv
import re
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from genogram_app.interchange.gedcom import Brought
from genogram_app.interchange.report import Outcome
from genogram_app.model.ties import ChildOf
from tests.counting import calls_of
from tests.interchange.given import CORPUS, links, names, person, read, spells, told, union_of

INVENTORY = CORPUS / "INVENTORY.tsv"
pytestmark = pytest.mark.skipif(not INVENTORY.is_file(), reason="the collection of real files isn't here")
CODECS = {
    "ansi-cp1252-ftm17.ged": "cp1252",
    "ibmpc-cp437-broskeep.ged": "cp437",
    "utf16be.ged": "utf-16",
    "utf16le.ged": "utf-16",
    "a31486.ged": "cp1252",
}


@cache
def whole(file: str) -> Brought:
    """Give what came over from a file, read once for all tests."""
    return read((CORPUS / file).read_bytes())


def rows() -> list[tuple[str, int, int]]:
    if not INVENTORY.is_file():
        return []
    with INVENTORY.open(encoding="utf-8", newline="") as lines:
        table = list(csv.DictReader(lines, delimiter="\t"))
    whole = [
        row for row in table if row["file"].endswith(".ged") and not row["file"].startswith("malformed/")
    ]
    return [(row["file"], int(row["people"]), int(row["families"])) for row in whole]


@pytest.mark.parametrize(("file", "people", "families"), rows())
def test_a_file_brings_as_many_people_and_families_as_it_declares(
    file: str, people: int, families: int
) -> None:
    family = whole(file).case.family
    assert (len(family.people), len(family.unions)) == (people, families)


def names_in(path: Path) -> list[str]:
    """Find everybody's first name by plain search: no part of the reader helps."""
    text = path.read_bytes().decode(CODECS.get(path.name, "utf-8-sig"), "replace")
    records = re.split(r"(?m)^0 ", text.replace("\r\n", "\n").replace("\r", "\n"))
    found = []
    for record in records:
        if re.match(r"(@[^@]+@ )?INDI\b", record):
            name = re.search(r"(?m)^1 NAME ?(.*)$", record)
            found.append(" ".join(name[1].replace("/", " ").split()) if name else "")
    return sorted(name or "?" for name in found)


@pytest.mark.parametrize("file", [file for file, people, _f in rows() if people and "ansel" not in file])
def test_every_name_comes_over(file: str) -> None:
    assert names(whole(file).case) == names_in(CORPUS / file)


def test_ansel_letters_are_the_ones_that_they_are_called() -> None:
    brought = whole("encoding/ansel-lf.ged")
    notes = person(brought, "Special Characters 0").notes
    assert "slash l - uppercase (Ł), slash o - uppercase (Ø)" in notes
    ring = next(person for person in brought.case.family.people if "circle above" in str(person.name))
    assert ring.notes.startswith("Born: ÅB̊C̊")


def test_the_file_that_uses_nearly_every_tag() -> None:
    brought = whole("gedcom55/allged.ged")
    given = person(brought, "given name surname jr.")
    assert (str(given.born), str(given.died)) == ("1997-12-31", "[1997-12-31..1998-01-01]")
    assert [account.value for account in given.accounts] == ["another name surname"]
    assert {link for link in links(brought.case) if link[0] == given.name} == {
        ("given name surname jr.", "Father", "BIRTH", ""),
        ("given name surname jr.", "Adoptive mother", "ADOPTED", "1997-12-31~"),
    }
    adoptive = next(link for link in brought.case.family.edges(ChildOf) if "adoptive" in link.notes)
    assert adoptive.notes.startswith(
        "Note about the link to adoptive parents Note continued here. The word TEST"
    )
    for note in (
        "A note about the inidvidual",
        "Personal Name note",
        "Another note about the link to spouse",
    ):
        assert note in given.notes
    wife = union_of(brought, "given name surname jr.", "Wife")
    assert [state[0] for state in spells(wife)] == ["MARR", "DIV"]
    assert wife.notes.startswith("A note about the family\nNote continued here. The word TEST should not")


def test_an_adoption_in_every_wide_letter() -> None:
    for file in ("utf8-bom", "utf16be", "utf16le"):
        brought = whole(f"encoding/{file}.ged")
        assert links(brought.case) == {
            ("Joe Williams", "Robert Eugene Williams + Mary Ann Wilson", "BIRTH", ""),
            ("Joe Williams", "Robert Eugene Williams", "ADOPTED", "1864-03-16"),
        }


def births_in(path: Path) -> list[str]:
    """Find everybody's birth by plain search, as EDTF where it is a plain day or year; else empty."""
    records = re.split(r"(?m)^0 ", path.read_bytes().decode("cp437").replace("\r\n", "\n"))
    people = [record for record in records if re.match(r"@[^@]+@ INDI", record)]
    found = [re.search(r"(?m)^1 BIRT\n(?:2 (?!DATE).*\n)*2 DATE +(.*)$", record) for record in people]
    return [_plain(birth[1].strip()) if birth else "" for birth in found]


def _plain(text: str) -> str:
    if found := re.fullmatch(r"(\d+) ([A-Z]{3}) (\d{4})", text):
        return datetime.strptime(" ".join(found.groups()), "%d %b %Y").date().isoformat()
    return text if re.fullmatch(r"\d{4}", text) else ""


def test_nobody_loses_their_dates() -> None:
    """Every birth of the large file whose date is plain comes over as it is, to whom it belongs."""
    file = "encoding/ibmpc-cp437-broskeep.ged"
    people = sorted(whole(file).case.family.people, key=lambda person: int(person.id.split("_")[1]))
    told = list(zip(births_in(CORPUS / file), people, strict=True))
    wrong = [(birth, str(person.born)) for birth, person in told if birth and str(person.born) != birth]
    assert wrong == []
    assert sum(1 for birth, _person in told if birth) == 871


@pytest.mark.parametrize("file", ["gedcom55/willis.ged", "encoding/ibmpc-cp437-broskeep.ged"])
def test_a_file_four_times_as_large_takes_about_four_times_the_work(file: str) -> None:
    *records, trailer = re.split(rb"(?m)^(?=0 )", (CORPUS / file).read_bytes())
    few, many = (b"".join([*records[: len(records) // part], trailer]) for part in (8, 2))
    assert calls_of(lambda: read(many)) < 6 * calls_of(lambda: read(few))


def test_a_large_file_needs_no_mending() -> None:
    assert told(whole("gedcom55/willis.ged"), Outcome.MENDED) == []
