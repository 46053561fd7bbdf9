"""Names, dates and ages as they stand on the sheet."""

from __future__ import annotations

from datetime import date

import pytest

from genogram_app.model.base import Basis, Blank, Standing, Teller
from genogram_app.model.dates import When
from genogram_app.model.person import Life, Person
from genogram_app.picture import wording
from genogram_app.words import words_in

WORDS, TODAY = words_in(), date(2026, 11, 22)


def someone(**facts: object) -> Person:
    return Person.model_validate({"id": "p_1", "name": "Jay"} | facts)


@pytest.mark.parametrize(
    ("facts", "inside"),
    [
        ({"born": "2015-03-03"}, "11"),
        ({"born": "1985"}, "~41"),
        ({"born": "1985~"}, "~41"),
        ({"born": "2025-06-14"}, "17m"),
        ({"born": "2025-12"}, "~11m"),
        ({"born": "2026-10-22"}, "1m"),
        ({"born": "2026-10-23"}, "30d"),
        ({"born": "2026-11-02"}, "20d"),
        ({"born": "2026-11-20"}, "2d"),
        ({"born": Blank.UNKNOWN}, "?"),
        ({"born": "[..1990]"}, "?"),
        ({"born": "1954", "died": "2019", "life": Life.DIED}, "~65"),
        ({"born": "1954-02-01", "died": "2019-06-01", "life": Life.DIED}, "65"),
        ({"born": "1954", "life": Life.DIED}, "?"),
        ({"born": "1861", "life": Life.UNKNOWN}, "?"),
        ({"born": "1961", "life": Life.UNKNOWN}, "~65"),
        ({"born": "2027-02-20", "life": Life.UNBORN}, ""),
    ],
)
def test_the_age_inside_a_symbol(facts: dict[str, object], inside: str) -> None:
    assert wording.age(WORDS, someone(**facts), TODAY) == inside


@pytest.mark.parametrize(
    ("facts", "under"),
    [
        ({"born": "2015-03-03"}, "b. 3 Mar 2015"),
        ({"born": "1956~"}, "b. about 1956"),
        ({"born": "1954", "died": "2019-06-01", "life": Life.DIED}, "1954–2019"),
        ({"born": "1954~", "life": Life.DIED}, "~1954–?"),
        ({"born": "2027-02-20", "life": Life.UNBORN}, "due 20 Feb 2027"),
        ({"born": Blank.NOT_ASKED}, "b. ? ask"),
        ({"born": Blank.DECLINED}, ""),
    ],
)
def test_the_dates_under_a_symbol(facts: dict[str, object], under: str) -> None:
    assert wording.dates(WORDS, someone(**facts)) == under


def test_a_baby_is_said_in_months_for_reading_aloud() -> None:
    assert wording.age_in_full(WORDS, someone(born="2025-12"), TODAY) == "aged about 11 months"
    assert wording.age_in_full(WORDS, someone(born="2026-11-20"), TODAY) == "aged 2 days"


def test_harm_without_who_says_so_prints_that_the_source_is_missing() -> None:
    assert wording.source(WORDS, Basis(), harm=True) == "source ?"
    assert wording.source(WORDS, Basis()) == ""
    said = wording.source(WORDS, Basis(told_by="Lisa", standing=Standing.REPORTED), harm=True)
    assert said == "Lisa says, reported"
    assert "where it stands ?" in wording.source(WORDS, Basis(teller=Teller.CHILD), harm=True)


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        (None, None, ""),
        (When("2025-03"), None, "since Mar 2025"),
        (When("2024-05"), When("2024-12"), "May 2024 – Dec 2024"),
        (None, When("2019"), "until 2019"),
        (None, Blank.UNKNOWN, "ended"),
    ],
)
def test_from_when_to_when(since: When | None, until: When | Blank | None, said: str) -> None:
    assert wording.span(WORDS, since, until) == said
