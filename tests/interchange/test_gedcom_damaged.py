"""Damaged files: a sentence that names what is wrong, or a family put right with that in the report."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from genogram_app.errors import ForeignFileError, UserError
from genogram_app.interchange.report import Outcome
from genogram_app.words import words_in
from tests.interchange.given import SAMPLES, links, names, person, read, sample, told, written

FOLLOW = "A level doesn't follow on from the line before; the line was read as part of that one."
MARK = "Two records have the same mark; both were brought over, and links lead to the first."
NOWHERE = "A link leads to a record that isn't in the file; the link was left out."
SAID = {
    "blank-lines": ["A blank line was skipped. At line 15, line 17 and line 20."],
    "circular-reference": [
        "Somebody is recorded as a child of their own family; that link was left out. "
        "At line 20 (Person One).",
        "Somebody is recorded as their own ancestor: the links make a circle. "
        "At line 5 (Person One), line 10 (Person Two) and line 15 (Person Three).",
    ],
    "duplicate-xref": [f"{MARK} At line 8 (@I1@ INDI), line 11 (@I1@ INDI) and line 16 (@F1@ FAM)."],
    "invalid-level": [f"{FOLLOW} At line 6 (99 INVALID)."],
    "invalid-xref": [f"{NOWHERE} At line 6 (John Doe: FAMC @F999@)."],
    "level-jump-skip": [f"{FOLLOW} At line 8 (4 DATE)."],
    "level-jump-subordinate": [f"{FOLLOW} At line 10 (3 PLAC)."],
    "level-over-99": [
        "A level is deeper than GEDCOM allows (99); the line was read as part of the one before. "
        "At line 17 (100 CONT) and line 18 (101 CONT)."
    ],
    "missing-header": ["The file has no header (HEAD)."],
    "missing-xref": [f"{NOWHERE} At line 6 (John Smith: FAMS @F999@)."],
    "unterminated-xref": [
        "A record's mark isn't closed with a second @; it was read as if it were. At line 4 (@I1)."
    ],
}
PEOPLE = {
    "blank-lines": ["After Blank", "Before Blank"],
    "circular-reference": ["Person One", "Person Three", "Person Two"],
    "duplicate-xref": ["First Person", "Second Person With Same XRef", "Third Person With Same XRef"],
    "invalid-level": ["John Smith"],
    "level-jump-skip": ["John Smith"],
    "level-jump-subordinate": ["Jane Doe"],
    "level-over-99": ["Level Overflow"],
    "missing-xref": ["John Smith"],
}


@pytest.mark.parametrize("name", sorted(SAID))
def test_what_is_wrong_is_named_and_the_family_comes_over(name: str) -> None:
    brought = read(sample(f"malformed/{name}.ged"))
    said = told(brought, Outcome.MENDED) + told(brought, Outcome.ASSUMED)
    assert [line for line in SAID[name] if line not in said] == []
    assert names(brought.case) == PEOPLE.get(name, ["John Doe"])


@pytest.mark.parametrize("name", sorted(set(SAID) - {"circular-reference", "duplicate-xref"}))
def test_nothing_else_is_said_to_be_wrong(name: str) -> None:
    assert told(read(sample(f"malformed/{name}.ged")), Outcome.MENDED) == SAID[name]


def test_every_damaged_sample_is_tried() -> None:
    assert {path.stem for path in (SAMPLES / "malformed").glob("*.ged")} == set(SAID)


def test_what_stands_after_the_damage_is_not_lost() -> None:
    assert str(person(read(sample("malformed/level-jump-skip.ged")), "John Smith").born) == "1900-01-01"
    assert (
        person(read(sample("malformed/level-jump-subordinate.ged")), "Jane Doe").notes
        == "Died: London, England"
    )
    notes = person(read(sample("malformed/level-over-99.ged")), "Level Overflow").notes
    assert notes.splitlines() == ["anchor", "level one hundred", "level one hundred one"]


def test_a_circle_of_ancestors_keeps_its_links() -> None:
    circle = links(read(sample("malformed/circular-reference.ged")).case)
    assert {link[:2] for link in circle} == {
        ("Person Three", "Person One + Person Two"),
        ("Person Two", "Person Three + Person One"),
        ("Person One", "Person Two + Person Three"),
    }


def test_a_file_that_breaks_off_is_told() -> None:
    brought = read(sample("gedcom4j/Harry_Potter.ged")[:2000])
    assert len(brought.case.family.people) == 13
    assert any("stops without its end mark (TRLR)" in line for line in told(brought, Outcome.MENDED))


@pytest.mark.parametrize("data", [b"", b"  \r\n", b"\0\0"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(ForeignFileError, match=r"family\.ged is empty"):
        read(data)


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n1 0 obj\n", b"PK\x03\x04", b'{"people": []}', b"name,born\nAnn,1950\n"]
)
def test_what_is_no_family_tree_is_refused(data: bytes) -> None:
    with pytest.raises(ForeignFileError, match=r"family\.ged isn't a family tree in GEDCOM form, so nothing"):
        read(data)


# -- files of which little can be read, or of a version that nobody knows --------------


def test_a_file_of_which_hardly_a_line_makes_sense_is_refused_and_says_how_many() -> None:
    data = b"0 HEAD\n1 GEDC\n" + b"\x8e\x02 torn\n" * 6 + b"0 @F1@ FAM\n\n\n"
    with pytest.raises(ForeignFileError, match=r"can hardly be read: of its 9 lines only 3 make sense"):
        read(data)


def test_who_is_in_a_file_of_which_most_is_lost_comes_over_with_a_word() -> None:
    brought = read(written("0 @I1@ INDI", "1 NAME Łucja /Żak/", *["torn to bits"] * 20))
    assert names(brought.case) == ["Łucja Żak"]
    said = "Most of the file can't be read: of its 27 lines only 7 make sense. Ask for it again."
    assert said in told(brought, Outcome.MENDED)


def test_a_long_text_that_was_broken_over_lines_by_hand_is_no_damage_of_that_kind() -> None:
    brought = read(written("0 @I1@ INDI", "1 NAME Ann", "1 NOTE One", "Two", "Three"))
    assert not any("Most of the file" in line for line in told(brought, Outcome.MENDED))


@pytest.mark.parametrize("version", ["9.9", "4.0", "7", "FTM 3"])
def test_a_version_that_nobody_knows_is_remarked(version: str) -> None:
    said = told(read(written("0 @I1@ INDI", "1 NAME Ann", version=version)), Outcome.ASSUMED)
    assert said[0].startswith(f"The file calls itself GEDCOM {version}, a version that isn't known here.")


@pytest.mark.parametrize("version", ["5.5", "5.5.1", "5.5.5", "7.0", "7.0.14"])
def test_a_version_that_is_known_is_not(version: str) -> None:
    said = told(read(written("0 @I1@ INDI", "1 NAME Ann", version=version)), Outcome.ASSUMED)
    assert not any("GEDCOM" in line for line in said)


def test_a_file_that_names_no_version_is_remarked() -> None:
    said = told(read(b"0 HEAD\n1 CHAR UTF-8\n0 @I1@ INDI\n1 NAME Ann\n0 TRLR\n"), Outcome.ASSUMED)
    assert said[0] == "The file doesn't say which version of GEDCOM it is; it was read as 5.5.1."


def test_one_person_twice_in_a_couple_is_kept_once() -> None:
    brought = read(
        written("0 @I1@ INDI", "1 NAME Ann", "1 FAMS @F1@", "0 @F1@ FAM", "1 HUSB @I1@", "1 WIFE @I1@")
    )
    assert any("twice as a partner" in line for line in told(brought, Outcome.MENDED))


def test_a_text_without_the_level_of_its_own_is_joined() -> None:
    ann = person(read(written("0 @I1@ INDI", "1 NAME Ann", "1 NOTE One", "1 CONT Two")), "Ann")
    assert ann.notes == "One\nTwo"


def test_very_long_and_very_many_lines_are_no_trap() -> None:
    long = ["1 " + "A" * 20_000 + "!", "2 DATE BET " + "1 " * 5_000, "1 NOTE " + "@" * 20_000]
    brought = read(
        written("0 @I1@ INDI", "1 NAME Ann", *long, *(f"{level} NOTE x" for level in range(1, 99)))
    )
    assert names(brought.case) == ["Ann"]


PIECES = st.sampled_from(
    [b"\n0 @I1@ INDI", b"@", b"\r", b"\n", b"\0", b"1 CONT ", b"99 X", b"0 TRLR", b"\xff\xfe"]
    + [b"1 FAMC @F1@\n", b"1 CHIL @I1@\n", b"{x}", b"2 DATE BET 1 JAN 1900 AND ", b"/"]
    + [b"1 CHAR UNICODE\n", b"1 CHAR ANSEL\n"]
)  # fmt: skip
CHANGES = st.lists(
    st.tuples(st.integers(0, 6000), st.integers(0, 40), PIECES | st.binary(max_size=4)),
    min_size=1,
    max_size=12,
)
DAMAGED = st.sampled_from(
    ["gedcom7/maximal70.ged", "gedcom7/remarriage1.ged", "dj/dj_bronte.ged", "gedcom7/extensions.ged"]
)


@settings(max_examples=150)
@given(DAMAGED, CHANGES)
def test_no_damage_ends_in_anything_but_a_family_or_a_sentence(
    path: str, changes: list[tuple[int, int, bytes]]
) -> None:
    data = bytearray(sample(path))
    for at, gone, new in changes:
        data[at : at + gone] = new
    with suppress(UserError):
        brought = read(bytes(data))
        assert brought.report.people == len(brought.case.family.people)
        assert brought.report.say(words_in())
