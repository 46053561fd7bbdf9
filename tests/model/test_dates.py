"""Dates: what can be stored, what it means, and ages."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from genogram_app.model.dates import PATTERN, When, age_on


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2015-03-03", date(2015, 3, 3), date(2015, 3, 3)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("1985", date(1985, 1, 1), date(1985, 12, 31)),
        ("1985~", date(1985, 1, 1), date(1985, 12, 31)),
        ("198X", date(1980, 1, 1), date(1989, 12, 31)),
        ("[..1990]", None, date(1990, 12, 31)),
        ("[1990..]", date(1990, 1, 1), None),
        ("[1990..1995-06]", date(1990, 1, 1), date(1995, 6, 30)),
    ],
)
def test_a_date_knows_its_bounds(edtf: str, earliest: date | None, latest: date | None) -> None:
    when = When(edtf)
    assert (when.earliest, when.latest) == (earliest, latest)


@given(st.from_regex(re.compile(PATTERN, re.ASCII), fullmatch=True))
def test_the_pattern_for_other_programs_lets_hardly_more_through(text: str) -> None:
    """What it can't say is only whether there was such a day, and which end of a span is earlier."""
    fault = ""
    try:
        When(text)
    except ValueError as error:
        fault = str(error)
    assert not fault or "day is out of range" in fault or "ends before it begins" in fault


@given(st.text(alphabet="0123456789X[].~?%-", max_size=24))
@example("[1990-02..1995]")
@example("[..1990-12-31]")
@example("1985%")
def test_all_that_can_be_stored_fits_the_pattern(text: str) -> None:
    try:
        When(text)
    except ValueError:
        return
    assert re.search(PATTERN, text)


@pytest.mark.parametrize(
    "text",
    ["", "2015-13", "2015-02-30", "03/03/2015", "[..]", "[1995..1990]", "85", "2015-3-3", "1985~~"]
    + ["2015\n", "198X\n", "٢٠١٥", "0000", "000X", " 2015", "[1990~..]"],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|year|month|day|ends before"):
        When(text)


@pytest.mark.parametrize(
    ("edtf", "precision", "exact", "about", "doubtful"),
    [
        ("2015-03-03", "day", True, False, False),
        ("2015-03-03?", "day", False, False, True),
        ("2015-03", "month", False, False, False),
        ("1985~", "year", False, True, False),
        ("1985%", "year", False, True, True),
        ("198X", "decade", False, False, False),
        ("[1990..1995]", "range", False, False, False),
    ],
)
def test_a_date_says_how_sure_it_is(
    edtf: str, precision: str, exact: bool, about: bool, doubtful: bool
) -> None:
    when = When(edtf)
    assert (when.precision, when.exact, when.about, when.doubtful) == (precision, exact, about, doubtful)


@pytest.mark.parametrize(
    ("born", "age"),
    [
        ("2015-11-22", (11, False)),
        ("2015-11-23", (10, False)),
        ("1985", (41, True)),
        ("1985~", (41, True)),
        ("2026-11-22", (0, False)),
        ("2027", None),
        ("[..1990]", None),
    ],
)
def test_an_age_is_of_a_day_and_says_when_it_is_only_about_right(
    born: str, age: tuple[int, bool] | None
) -> None:
    assert age_on(When(born), date(2026, 11, 22)) == age


@given(st.dates(date(1800, 1, 1), date(2100, 1, 1)))
def test_a_day_is_written_and_read_alike(day: date) -> None:
    when = When.on(day)
    assert when.exact
    assert when.earliest == day == when.latest
    assert When(str(when)) == when


@given(st.dates(date(1900, 1, 1), date(2020, 1, 1)), st.dates(date(2020, 1, 2), date(2100, 1, 1)))
def test_an_exact_age_is_the_number_of_birthdays(born: date, day: date) -> None:
    found = age_on(When.on(born), day)
    assert found is not None
    years, vague = found
    assert not vague
    birthdays = sum(
        (born.month, born.day) <= (day.month, day.day) if y == day.year else True
        for y in range(born.year + 1, day.year + 1)
    )
    assert years == birthdays
