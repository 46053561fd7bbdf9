"""GEDCOM dates: what can be stored is, the rest stays as said, nothing is guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genogram_app.interchange.gedcom.dates import read_date


@pytest.mark.parametrize(
    ("said", "stored"),
    [
        ("31 DEC 1997", "1997-12-31"),
        ("DEC 1997", "1997-12"),
        ("1997", "1997"),
        ("978", "0978"),
        ("  6 JUN   1923 ", "1923-06-06"),
        ("29 December 1812", "1812-12-29"),
        ("Sept 1900", "1900-09"),
        ("ABT 1850", "1850~"),
        ("Abt. 3 Mar 1850", "1850-03-03~"),
        ("BEF 1828", "[..1828]"),
        ("AFT. FEB 1900", "[1900-02..]"),
        ("BET 31 DEC 1997 AND 1 JAN 1998", "[1997-12-31..1998-01-01]"),
        ("BET. 1800 - 1810", "[1800..1810]"),
        ("1914-1918", "[1914..1918]"),
        ("FROM 1900 TO 1905", "[1900..1905]"),
        ("FROM 1999", "[1999..]"),
        ("TO 31 DEC 1997", "[..1997-12-31]"),
        ("@#DGREGORIAN@ 31 DEC 1997", "1997-12-31"),
        ("GREGORIAN 31 DEC 1997", "1997-12-31"),
        ("1914-03-01", "1914-03-01"),
    ],
)
def test_a_date_is_stored_as_it_is_told(said: str, stored: str) -> None:
    dated = read_date(said)
    assert str(dated.when) == stored
    assert dated.said == ""


@pytest.mark.parametrize(
    ("said", "stored"),
    [
        ("1700/01", "1701"),
        ("11 FEB 1731/32", "1732-02-11"),
        ("31 DEC 1699/1700", "1700-12-31"),
        ("@#DJULIAN@ 5 JAN 1700", "1700-01-15"),
        ("JULIAN 29 FEB 1700", "1700-03-11"),
        ("@#DJULIAN@ 4 OCT 1582", "1582-10-14"),
        ("INT 31 DEC 1997 (12/31/97)", "1997-12-31?"),
        ("EST 1850", "1850~"),
        ("CAL 31 DEC 1997", "1997-12-31~"),
        ("Deceased abt 1990's", "199X"),
        ("15/03/1980", "1980-03-15"),
    ],
)
def test_what_a_stored_date_cannot_carry_stays_in_words(said: str, stored: str) -> None:
    dated = read_date(said)
    assert str(dated.when) == stored
    assert dated.said == said


@pytest.mark.parametrize(
    "said",
    [
        "03/02/2012",  # in Britain the 3rd of February, elsewhere the 2nd of March
        "44 BC",
        "@#DFRENCH R@ 2 VEND 8",
        "@#DHEBREW@ 2 TSH 5758",
        "BET FRENCH_R 2 _JOUR 8 AND _CALENDRIER 4 COMP 8",
        "(some time in the war)",
        "<unknown>",
        "NOT MARRIED",
        "31 FEB 1900",
        "1850/55",
        "1 JAN 0000",
        "11 AUG",
        "12 NCT 1900",
        "",
    ],
)
def test_what_cannot_be_read_is_kept_as_said(said: str) -> None:
    dated = read_date(said)
    assert dated.when is None
    assert dated.said == said


def test_a_range_told_the_wrong_way_round_is_turned() -> None:
    assert str(read_date("BET 1990 AND 1980").when) == "[1980..1990]"


@given(st.text(alphabet="0123456789 ABCDEFJMNORTUYabt./()@#-'~?", max_size=40))
def test_no_date_stops_the_reader(said: str) -> None:
    dated = read_date(said)
    assert dated.when is not None or dated.said == " ".join(said.split())
