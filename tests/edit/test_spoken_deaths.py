"""An age beside a death is that at which somebody died, in whatever order it is told."""

from __future__ import annotations

import pytest

from genogram_app.edit.spoken.line import LineTold, tell
from genogram_app.edit.text import read_life
from genogram_app.errors import NotUnderstoodError
from genogram_app.model.base import Blank
from genogram_app.model.dates import When
from genogram_app.model.person import Person
from tests.builders import TODAY
from tests.edit.test_spoken import BEGUN, JAY, LEXICON, check_said_back, teller, told

SHEILA = "Lisa’s mum Sheila died 2019 aged 68"


def somebody(found: LineTold, name: str) -> Person:
    (person,) = [who for who in found.edit.case.family.people if who.name == name]
    return person


@pytest.mark.parametrize(
    "line",
    [
        "gran Sheila 68 mum's mum, died 2019",
        "gran Sheila 68, mum's mum, died 2019",
        "gran Sheila, mum's mum, 68, died 2019",
        "gran Sheila mum's mum, died 2019, 68",
        "mum's mum Sheila died 2019 when she was 68",
    ],
)
def test_an_age_beside_a_death_is_the_age_at_death(line: str) -> None:
    """In two pieces it was the age that somebody who has died would have today."""
    found = told(line, BEGUN, JAY)
    assert found.said == (SHEILA,), found
    assert somebody(found, "Sheila").born == When("1951~")
    check_said_back(found, BEGUN, JAY)


def test_so_it_is_where_somebody_else_was_spoken_of_between() -> None:
    found = told("mum's mum Sheila 68, brother Tom 9, Sheila died 2019", BEGUN, JAY)
    assert found.said == ("Lisa’s mum Sheila", "brother Tom born about 2017", SHEILA)
    check_said_back(found, BEGUN, JAY)


def test_so_it_is_of_somebody_who_stands_there_as_dead() -> None:
    died = told("mum's mum Sheila died 2019", BEGUN, JAY).edit.case
    found = told("Sheila 68", died, JAY)
    assert found.said[0].endswith("died 2019 aged 68")
    assert somebody(found, "Sheila").born == When("1951~")


def test_so_it_is_where_the_death_is_a_question_that_is_answered_after_an_enter() -> None:
    found = told("mum's mum Sheila 68. She died in 2019", BEGUN, JAY)
    assert somebody(found, "Sheila").born == When("1958~")
    answer = found.left[0].with_option("Sheila")
    then = tell(found.edit.case, teller(), LEXICON, answer, found.about, found.beside, found.open)
    assert not then.left
    assert somebody(then, "Sheila").born == When("1951~")


@pytest.mark.parametrize(
    "line",
    [
        "mum's dad Ron 68, died",
        "mum's dad Ron died at 68",
        "late grandad Ron 68 mum's dad",
        "mum's dad Ron died, 68",
    ],
)
def test_with_no_year_it_is_left_with_the_reason(line: str) -> None:
    """Whoever died at 68 was drawn as if they had been born 68 years ago."""
    found = told(line, BEGUN, JAY)
    assert found.edit.case is BEGUN
    assert [each.text for each in found.left] == [line]
    assert "the year is wanted" in found.left[0].why.template


@pytest.mark.parametrize(
    ("typed", "born"),
    [
        ("about 68, d. 2019", "1951~"),
        ("in his 60s, died 2019", "[1950..1959]"),
        ("3 months, died 2021", "2021~"),
        ("3 months, died March 2021", "2020-12~"),
        ("d. 2019 aged nearly 12", "2008~"),
        ("died 4 Mar 2019 when he was 68", "1951~"),
        ("b. 1951 d. 2019", "1951"),
        ("born '58, d. 2019", "1958"),
    ],
)
def test_every_way_to_tell_an_age_is_read_as_of_the_death(typed: str, born: str) -> None:
    """ "About 68, died 2019" was read as of today, and "3 months, died 2021" as born after that."""
    assert read_life(typed, TODAY).born == When(born)


def test_an_age_typed_in_a_field_of_somebody_who_has_died_is_that_at_death() -> None:
    assert read_life("68", TODAY, died=When("2019")).born == When("1951~")
    assert read_life("1958", TODAY, died=When("2019")).fields() == {"born": When("1958")}
    with pytest.raises(NotUnderstoodError, match="the year is wanted"):
        read_life("68", TODAY, died=Blank.UNKNOWN)
