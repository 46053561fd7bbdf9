"""People: names, sex, life and death, and everything else that a file says of somebody."""

from __future__ import annotations

from datetime import date

import pytest

from genogram_app.interchange.report import Outcome
from genogram_app.model.base import Account, Blank, Share
from genogram_app.model.dates import When
from genogram_app.model.person import Life
from tests.interchange.given import person, read, told, written

ANN = ("0 @I1@ INDI", "1 NAME Ann /Ray/")


@pytest.mark.parametrize(
    ("written_as", "name"),
    [
        ("1 NAME Ann /Ray/", "Ann Ray"),
        ("1 NAME /Ray/", "Ray"),
        ("1 NAME Ann /Ray/jr.", "Ann Ray jr."),
        ("1 NAME Dr.  Ann /de Ray/ OBE", "Dr. Ann de Ray OBE"),
        ("1 NAME Ann //", "Ann"),
        ("1 NAME\n2 GIVN Ann\n2 SPFX de\n2 SURN Ray", "Ann de Ray"),
        ("1 NAME 田中 /太郎/", "田中 太郎"),
    ],
)
def test_a_name_is_written_as_people_write_it(written_as: str, name: str) -> None:
    (only,) = read(written("0 @I1@ INDI", written_as)).case.family.people
    assert only.name == name


@pytest.mark.parametrize("nothing", ["1 NAME //", "1 NAME", "1 SEX F"])
def test_somebody_without_a_name_is_not_known(nothing: str) -> None:
    (only,) = read(written("0 @I1@ INDI", nothing)).case.family.people
    assert only.name is Blank.UNKNOWN


def test_nicknames_and_other_names() -> None:
    brought = read(
        written(
            *ANN,
            "2 NICK Annie",
            "1 NAME Anna /Raj/",
            "1 NAME Ann /Hill/",
            "2 TYPE married",
            "1 ALIA Nan",
        )
    )
    ann = person(brought)
    assert ann.known_as == "Annie"
    assert ann.accounts == (Account(about="name", value="Anna Raj", basis=ann.basis),)
    assert ann.notes.splitlines() == ["Also Ann Hill (married name)", "Also called: Nan"]


@pytest.mark.parametrize(
    ("letter", "card"),
    [("M", "people:M"), ("F", "people:F"), ("X", "people:X"), ("U", "people:U"), ("m", "people:M"), ("", "")],
)
def test_sex_is_the_catalogs_card(letter: str, card: str) -> None:
    assert person(read(written(*ANN, f"1 SEX {letter}"))).gender == card


def test_a_letter_for_sex_that_gedcom_lacks_is_told() -> None:
    brought = read(written(*ANN, "1 SEX Q"))
    assert person(brought).gender == ""
    assert told(brought, Outcome.LEFT_OUT) == [
        "A letter for sex that GEDCOM doesn't have (SEX). At line 7 (Ann Ray)."
    ]


@pytest.mark.parametrize(
    ("lines", "life", "died"),
    [
        (["1 DEAT Y"], Life.DIED, Blank.UNKNOWN),
        (["1 DEAT"], Life.DIED, Blank.UNKNOWN),
        (["1 DEAT", "2 DATE 3 MAR 1950"], Life.DIED, When("1950-03-03")),
        (["1 DEAT", "2 DATE DECEASED"], Life.DIED, Blank.UNKNOWN),
        (["1 DEAT Home"], Life.DIED, Blank.UNKNOWN),
        (["1 BURI", "2 PLAC Leeds"], Life.DIED, Blank.UNKNOWN),
        (["1 DEAT N"], Life.UNKNOWN, Blank.NOT_ASKED),
        ([], Life.UNKNOWN, Blank.NOT_ASKED),
        (["1 NO DEAT"], Life.LIVING, Blank.NOT_ASKED),
    ],
)
def test_nobody_is_said_to_live_or_to_have_died_without_the_files_word(
    lines: list[str], life: Life, died: object
) -> None:
    ann = person(read(written(*ANN, *lines)))
    assert ann.life is life
    assert ann.died == died


def test_a_death_with_nothing_in_it_is_to_be_checked() -> None:
    said = told(read(written(*ANN, "1 DEAT")), Outcome.ASSUMED)
    assert said == [
        "DEAT has nothing in it, not even “Y”; taken as having happened, on a day not known. "
        "At line 7 (Ann Ray)."
    ]


def test_the_first_birth_counts_and_another_is_another_account() -> None:
    births = ["1 BIRT", "2 DATE 1950", "1 BIRT", "2 DATE ABT 1952", "2 PLAC York"]
    ann = person(read(written(*ANN, *births)))
    assert ann.born == When("1950")
    assert ann.accounts == (Account(about="born", value=When("1952~"), basis=ann.basis),)
    assert ann.notes == "Born: York"


def test_what_no_field_holds_is_in_the_notes() -> None:
    lines = [
        "1 BIRT",
        "2 DATE @#DJULIAN@ 5 JAN 1700",
        "2 PLAC Hull",
        "1 DEAT",
        "2 DATE 1760",
        "2 CAUS Fever",
        "2 AGE 60y",
        "1 OCCU Midwife",
        "2 DATE FROM 1730 TO 1750",
        "1 RESI",
        "2 ADDR 1 High Street",
        "3 CONT Hull",
        "3 POST HU1",
        "1 EVEN Lifeboat",
        "2 TYPE Medal",
        "1 NOTE She could",
        "2 CONC  read.",
        "2 CONT And write.",
        "1 NOTE @N1@",
        "0 @N1@ NOTE Shared with mail@@example.org",
    ]
    ann = person(read(written(*ANN, *lines)))
    assert ann.born == When("1700-01-15")
    assert ann.notes.splitlines() == [
        "She could read.",
        "And write.",
        "Shared with mail@example.org",
        "Born: @#DJULIAN@ 5 JAN 1700, Hull",
        "Died: Fever, aged 60y",
        "Occupation: 1730 to 1750, Midwife",
        "Lived: 1 High Street, Hull, HU1",
        "Medal: Lifeboat",
    ]


def test_a_telephone_number_is_one() -> None:
    ann = person(read(written(*ANN, "1 PHON n/a", "1 PHON 020 7946 0000", "1 PHON 020 7946 0001")))
    assert ann.telephone == "020 7946 0000"
    assert ann.notes.splitlines() == ["Telephone: n/a", "Telephone: 020 7946 0001"]


@pytest.mark.parametrize(
    ("said", "closed"), [("CONFIDENTIAL, LOCKED", True), ("privacy", True), ("LOCKED", False)]
)
def test_confidential_stays_confidential(said: str, closed: bool) -> None:
    assert person(read(written(*ANN, f"1 RESN {said}"))).confidential is closed


def test_ties_to_others_are_kept_in_words_and_told() -> None:
    lines = ["1 ASSO @I2@", "2 RELA godmother", "0 @I2@ INDI", "1 NAME Bea /Hill/"]
    brought = read(written(*ANN, *lines))
    assert person(brought).notes == "Tie: godmother, Bea Hill"
    (said,) = told(brought, Outcome.IN_NOTES)
    assert "(ASSO)" in said
    assert "line 7 (Ann Ray)" in said


def test_what_is_left_out_is_named_counted_and_placed() -> None:
    lines = ["1 SOUR one", "1 SOUR two", "1 SOUR three", "1 SOUR four", "2 PAGE 3", "1 SSN 12", "1 _PET cat"]
    brought = read(written(*ANN, *lines))
    assert told(brought, Outcome.LEFT_OUT) == [
        "Sources (SOUR). 4 times, first at line 7 (Ann Ray), line 8 (Ann Ray) and line 9 (Ann Ray).",
        "Social security numbers (SSN). At line 12 (Ann Ray).",
        "An extra of the program that wrote the file (_PET). At line 13 (Ann Ray).",
    ]


def test_every_statement_says_who_told_it_and_is_shared_with_nobody() -> None:
    brought = read(written(*ANN, "1 FAMS @F1@", "0 @F1@ FAM", "1 HUSB @I1@", "1 MARR Y"))
    records = [*brought.case.family.records(), brought.case.details]
    assert len(records) == 4
    for record in records:
        assert record.basis.told_by == "GEDCOM file family.ged"
        assert record.basis.recorded == date(2026, 11, 22)
        assert record.basis.share is Share.CASE_FILE


def test_nobody_is_placed() -> None:
    assert dict(read(written(*ANN)).case.placements) == {}


def test_words_in_braces_are_only_words() -> None:
    lines = ["1 EVEN {0}", "2 TYPE {x}", "1 ASSO {y}", "2 RELA {z}", "1 NAME {n}", "2 TYPE {t}", "1 NO {a}"]
    brought = read(written(*ANN, *lines), name="{f}.ged")
    assert "{x}: {0}" in person(brought).notes
    assert told(brought, Outcome.IN_NOTES)


def test_a_name_in_other_letters_is_kept_beside_it() -> None:
    name = ("1 NAME خدیجہ /بیگم/", "2 ROMN Khadija /Begum/", "3 TYPE by ear", "2 FONE kha-DEE-ja")
    (only,) = read(written("0 @I1@ INDI", *name)).case.family.people
    assert only.name == "خدیجہ بیگم"
    assert only.notes.splitlines()[:2] == [
        "Also Khadija Begum (in Latin letters)",
        "Also kha-DEE-ja (as it sounds)",
    ]


def test_a_note_on_a_place_goes_along_with_it() -> None:
    brought = read(written(*ANN, "1 BIRT", "2 PLAC Bangor", "3 NOTE at her gran's"))
    assert person(brought).notes == "Born: Bangor, at her gran's"
    assert not told(brought, Outcome.LEFT_OUT)


def test_a_note_on_what_is_left_out_is_said_to_be_left_out_with_it() -> None:
    brought = read(written(*ANN, "1 BIRT", "2 DATE 1900", "3 NOTE or so"))
    assert told(brought, Outcome.LEFT_OUT) == [
        "A note on something else that wasn't brought over (NOTE). At line 9 (Ann Ray)."
    ]


@pytest.mark.parametrize(
    ("pieces", "said"),
    [
        (("2 GIVN Ann", "2 SURN Ray"), ""),
        (("2 NPFX Dr.", "2 GIVN Ann", "2 SPFX van", "2 SURN Ray"), "In full: Dr. Ann van Ray"),
    ],
)
def test_a_piece_of_a_name_that_the_name_lacks_is_not_lost(pieces: tuple[str, ...], said: str) -> None:
    assert person(read(written(*ANN, *pieces))).notes == said


def test_a_birth_in_the_future_is_to_be_checked() -> None:
    brought = read(written(*ANN, "1 BIRT", "2 DATE 3 MAR 2062"))
    assert person(brought, "Ann Ray").born == When("2062-03-03")
    (check,) = [said for said in told(brought, Outcome.ASSUMED) if "birth in the future" in said]
    assert "Ann Ray" in check
