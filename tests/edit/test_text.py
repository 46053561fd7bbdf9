"""What people type."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genogram_app.edit.text import read_date, read_life, read_name, read_text
from genogram_app.errors import NotUnderstoodError
from genogram_app.model.base import Blank
from genogram_app.model.dates import When, age_on
from genogram_app.model.person import Life
from genogram_app.words import facts, words_in
from tests.builders import TODAY

TYPED = {
    "34": "1992~",
    "aged 34": "1992~",
    "5 years old": "2021~",
    "11 months": "2025-12~",
    "7m": "2026-04~",
    "3 weeks": "2026-11-01~",
    "12d": "2026-11-10~",
    "one year ago": "2025~",
    "about 1990": "1990~",
    "c. 1990": "1990~",
    "c1990": "1990~",
    "~1985": "1985~",
    "1990ish": "1990~",
    "about 34?": "1992%",
    "1985?": "1985?",
    "probably 1985": "1985?",
    "about 1985, not sure": "1985%",
    "Mar 2017": "2017-03",
    "march 2017": "2017-03",
    "Sept 2001": "2001-09",
    "3/2015": "2015-03",
    "3/3/2015": "2015-03-03",
    "03.03.15": "2015-03-03",
    "3-3-2015": "2015-03-03",
    "2015-03-03": "2015-03-03",
    "4/12/2015": "2015-12-04",
    "3 Mar 2015": "2015-03-03",
    "3rd of March 2015": "2015-03-03",
    "Tuesday 3 March 2015": "2015-03-03",
    "March 3, 2015": "2015-03-03",
    "since Mar 2025": "2025-03",
    "d. 2019": "2019",
    "b.1941": "1941",
    "due 20 Feb 2027": "2027-02-20",
    "1/6/85": "1985-06-01",
    "'85": "1985",
    "before 1990": "[..1990]",
    "1990 or before": "[..1990]",
    "after Mar 1990": "[1990-03..]",
    "1990-1995": "[1990..1995]",
    "1990-95": "[1990..1995]",
    "2003/04": "[2003..2004]",
    "between 1990 and 1995": "[1990..1995]",
    "1980s": "198X",
    "the 80s": "198X",
    "summer 2019": "[2019-06..2019-08]",
    "today": "2026-11-22",
    "11 next May": "2016-05",
    "12 next december": "2014-12",
    "will be 12 in March": "2015-03",
    "turned 5 in June": "2021-06",
    "turned 5 last December": "2020-12",
    "nearly 12": "[2014-12..2015-05]",
    "almost 1": "[2025-12..2026-05]",
    "just turned 5": "[2021-09..2021-11]",
    "11 and a half": "2015-05~",
    "2½": "2024-05~",
    "in her 40s": "[1977..1986]",
    "in his late thirties": "[1987..1989]",
    "in their teens": "[2007..2013]",
    "3/4/15": "2015-04-03",
    "spring 2016": "[2016-03..2016-05]",
    "6 months": "2026-05~",
    "2 weeks": "2026-11-08~",
    "yesterday": "2026-11-21",
    "last year": "2025",
}


@pytest.mark.parametrize(("typed", "edtf"), TYPED.items())
def test_dates_are_read_as_they_are_said(typed: str, edtf: str) -> None:
    assert read_date(typed, TODAY) == When(edtf)


@pytest.mark.parametrize(
    ("typed", "blank"),
    [
        ("?", Blank.UNKNOWN),
        ("born ?", Blank.UNKNOWN),
        ("", Blank.NOT_ASKED),
        ("? ask", Blank.NOT_ASKED),
        ("ask", Blank.NOT_ASKED),
        ("Chose not to say", Blank.DECLINED),
        ("none", Blank.NONE),
    ],
)
def test_the_reason_for_a_blank_is_read(typed: str, blank: Blank) -> None:
    assert read_date(typed, TODAY) is blank


@pytest.mark.parametrize(
    "typed",
    [
        "fred",
        "11 next Fred",
        "900 next May",
        "in her 140s",
        "31/2/2015",
        "3/25/2015",
        "3 Mar",
        "215",
        "1995-1990",
        "3 to 4",
        "0/0/2015",
        "12345",
    ],
)
def test_what_is_no_date_is_refused_in_a_sentence(typed: str) -> None:
    with pytest.raises(NotUnderstoodError, match=r"Nothing was changed\..*3 Mar 2015") as refused:
        read_date(typed, TODAY)
    assert typed in str(refused.value)


def test_a_bare_number_is_no_age_where_ages_make_no_sense() -> None:
    with pytest.raises(NotUnderstoodError):
        read_date("5", TODAY, ages=False)
    assert read_date("5 years ago", TODAY, ages=False) == When("2021~")


@given(age=st.integers(0, 110), today=st.dates(date(1990, 1, 1), date(2060, 12, 31)))
def test_an_age_that_is_typed_is_the_age_that_is_shown(age: int, today: date) -> None:
    born = read_date(str(age), today)
    assert isinstance(born, When)
    assert age_on(born, today) == (age, True)


_DAYS = st.dates(date(1900, 1, 1), date(2030, 12, 31))
_PARTS = st.builds(lambda day, length: day.isoformat()[:length], _DAYS, st.sampled_from([4, 7, 10]))
_WHEN = st.one_of(
    st.builds(lambda plain, mark: plain + mark, _PARTS, st.sampled_from(["", "~", "?", "%"])),
    st.builds("[..{}]".format, _PARTS),
    st.builds("[{}..]".format, _PARTS),
    st.builds(lambda two: f"[{min(two)}..{max(two)}]", st.lists(_PARTS, min_size=2, max_size=2)).filter(
        lambda edtf: _is_date(edtf)
    ),
    st.builds("19{}X".format, st.integers(0, 9)),
)


def _is_date(edtf: str) -> bool:
    try:
        return bool(When(edtf))
    except ValueError:
        return False


@given(edtf=_WHEN)
def test_what_is_shown_can_be_typed(edtf: str) -> None:
    assert read_date(facts.vague_date(words_in(), edtf), TODAY) == When(edtf)


@pytest.mark.parametrize("blank", list(Blank))
def test_a_blank_that_is_shown_can_be_typed(blank: Blank) -> None:
    assert read_date(facts.blank_in_full(words_in(), blank.value), TODAY) is blank
    assert read_text(facts.blank_in_full(words_in(), blank.value)) is blank


def test_names() -> None:
    assert read_name(" Jay  Carter ") == "Jay Carter"
    assert (read_name("?"), read_name("? ask"), read_name("")) == (
        Blank.UNKNOWN,
        Blank.NOT_ASKED,
        Blank.NOT_ASKED,
    )
    assert (read_name("Ask"), read_name("None")) == ("Ask", "None")
    assert read_text("none") is Blank.NONE


def test_a_line_about_a_life() -> None:
    assert read_life("34", TODAY).fields() == {"born": When("1992~")}
    assert read_life("d. 2019", TODAY).fields() == {"died": When("2019"), "life": Life.DIED}
    assert read_life("b. 1941 d. 2019", TODAY).fields() == {
        "born": When("1941"),
        "died": When("2019"),
        "life": Life.DIED,
    }
    assert read_life("1941 - d. about 2019", TODAY).died == When("2019~")
    assert read_life("died", TODAY).died is Blank.NOT_ASKED
    assert read_life("due 20 Feb 2027", TODAY).fields() == {"born": When("2027-02-20"), "life": Life.UNBORN}
    assert read_life("due Feb", TODAY).born == When("2027-02")
    assert read_life("due next May", TODAY).born == When("2027-05")
    assert read_life("Dec 1990", TODAY).fields() == {"born": When("1990-12")}


@pytest.mark.parametrize("typed", ["due 3 Mar 2020", "due 2020-03-03", "expected Mar 2026", "unborn 2019"])
def test_nobody_waits_for_years_for_a_child_to_be_born(typed: str) -> None:
    with pytest.raises(NotUnderstoodError, match=r"is long past.* Write the date of birth"):
        read_life(typed, TODAY)


@pytest.mark.parametrize("typed", ["due 1 Nov 2026", "due 11 Oct 2026", "due 2026", "due ?", "due"])
def test_a_child_may_be_late(typed: str) -> None:
    assert read_life(typed, TODAY).life is Life.UNBORN


@pytest.mark.parametrize(
    "typed", ["68, died 2019", "68 d. 2019", "died 2019 aged 68", "d. Mar 2019 at the age of 68"]
)
def test_an_age_beside_a_death_is_the_age_at_death(typed: str) -> None:
    told = read_life(typed, TODAY)
    assert (told.born, told.life) == (When("1951~"), Life.DIED)
    assert isinstance(told.died, When)
    assert str(told.died).startswith("2019")


@pytest.mark.parametrize("typed", ["68 died", "68 died in the 80s", "b. 1951 d. 2019 aged 68"])
def test_an_age_at_a_death_that_nobody_can_date_is_refused(typed: str) -> None:
    with pytest.raises(NotUnderstoodError, match="Nothing was changed"):
        read_life(typed, TODAY)


@given(text=st.text(max_size=30))
def test_whatever_is_typed_gives_a_value_or_a_sentence(text: str) -> None:
    try:
        found = read_date(text, TODAY)
    except NotUnderstoodError:
        return
    assert isinstance(found, When | Blank)


def test_a_name_has_a_length_that_a_sheet_has_room_for() -> None:
    assert read_name("A" * 100) == "A" * 100
    with pytest.raises(NotUnderstoodError, match="100 letters"):
        read_name("A" * 101)
