"""What isn't brought over as it was is told: dates that can't be read, numbers, marks of confidentiality."""

from __future__ import annotations

import pytest

from genogram_app.interchange.report import Outcome
from genogram_app.model.base import Blank
from tests.interchange.given import person, read, told, union_of, written

ANN = ("0 @I1@ INDI", "1 NAME Ann /Ray/")


@pytest.mark.parametrize("said", ["03/02/2012", "31 FEB 1900", "(some time in the war)", "2 VEND 8"])
def test_a_birth_that_cannot_be_read_is_told_and_kept_in_words(said: str) -> None:
    brought = read(written(*ANN, "1 BIRT", f"2 DATE {said}"))
    ann = person(brought)
    assert (ann.born, ann.notes) == (Blank.UNKNOWN, f"Born: {said}")
    (finding,) = brought.report.of(Outcome.IN_NOTES)
    assert told(brought, Outcome.IN_NOTES) == [
        f"A date couldn't be read for sure, so it stands as it was written. At line 8 (Ann Ray: {said})."
    ]
    assert finding.count == 1


@pytest.mark.parametrize("said", ["3 FEB 2012", "ABT 1850", "EST 1850", "1700/01"])
def test_a_date_that_can_be_read_is_not_told(said: str) -> None:
    assert told(read(written(*ANN, "1 BIRT", f"2 DATE {said}")), Outcome.IN_NOTES) == []


def test_the_date_of_a_marriage_is_told_too() -> None:
    rows = (*ANN, "1 FAMS @F1@", "0 @I2@ INDI", "1 NAME Bob /Ray/", "0 @F1@ FAM", "1 HUSB @I2@")
    brought = read(written(*rows, "1 WIFE @I1@", "1 MARR", "2 DATE 03/02/2012"))
    assert union_of(brought, "Ann Ray", "Bob Ray").spells[0].note == "03/02/2012"
    assert "(Bob Ray and Ann Ray: 03/02/2012)" in told(brought, Outcome.IN_NOTES)[0]


def test_telephone_numbers_that_go_to_the_notes_are_told() -> None:
    brought = read(written(*ANN, "1 PHON ext 12", "1 PHON 01632 960 001", "1 PHON 01632 960 002"))
    assert person(brought).telephone == "01632 960 001"
    assert person(brought).notes == "Telephone: ext 12\nTelephone: 01632 960 002"
    (finding,) = brought.report.of(Outcome.IN_NOTES)
    assert [place.line for place in finding.places] == [7, 9]
    assert told(read(written(*ANN, "1 PHON 01632 960 001")), Outcome.IN_NOTES) == []


@pytest.mark.parametrize(
    ("mark", "closed"), [("confidential", True), ("LOCKED, PRIVACY", True), ("locked", False)]
)
def test_what_a_mark_of_confidentiality_became_is_told(mark: str, closed: bool) -> None:
    brought = read(written(*ANN, f"1 RESN {mark}", version="7.0"))
    assert person(brought).confidential is closed
    assumed = any(
        "no family copy shows them. At line 7 (Ann Ray)" in line for line in told(brought, Outcome.ASSUMED)
    )
    left = any("or a lock (RESN)" in line for line in told(brought, Outcome.LEFT_OUT))
    assert (assumed, left) == (closed, not closed)
