"""A foster home's name is drawn without what might be a surname."""

from __future__ import annotations

import pytest

from genogram_app.family.home_names import shortened

FIRST_NAMES = frozenset({"ann", "james", "owain"})


@pytest.mark.parametrize(
    ("name", "drawn"),
    [
        ("The Smith-Pugh family", "The S. family"),
        ("Mrs Foster-Jones' home", "Mrs F.’s home"),
        ("The Smith family", "The S. family"),
        ("the smith family", "the S. family"),
        ("Smith family", "S. family"),
        ("SMITH FAMILY", "S. FAMILY"),
        ("smiths", "S."),
        ("The Joneses", "The J."),
        ("The Fieldings’ home", "The F. home"),
        ("Mrs Foster's home", "Mrs F.’s home"),
        ("mrs foster’s home", "mrs F.’s home"),
        ("Mr and Mrs Smith", "Mr and Mrs S."),
        ("Mr & Mrs Smith-Jones", "Mr & Mrs S."),
        ("Ann Fielding’s home", "Ann F.’s home"),
        ("Ann Foster", "Ann F."),
        ("Anne & Bob Fielding", "A. & B. F."),
        ("The James family", "The J. family"),
        ("Mrs James", "Mrs J."),
        ("Ann James", "Ann J."),
        ("O'Brien home", "O. home"),
        ("u Kowalskich", "u K."),
        ("De La Cruz family", "D. L. C. family"),
        ("Placement 2 (Smith)", "Placement 2 (S.)"),
        ("Smith/Jones home", "S./J. home"),
        ("Smith, Ann", "S., A."),
    ],
)
def test_what_might_be_a_surname_is_cut_to_its_initial(name: str, drawn: str) -> None:
    assert shortened(name, FIRST_NAMES, ())[0] == drawn


@pytest.mark.parametrize(
    "name",
    [
        *("Foster home", "Foster carers’ home", "Ann's home", "James’s home", "Ann and James’s home"),
        *("Short-term placement", "Children’s Home", "Owain's foster home", "Gran's home", "Placement 2", ""),
    ],
)
def test_plain_words_and_first_names_of_the_sheet_stay(name: str) -> None:
    assert shortened(name, FIRST_NAMES, ())[0] == name


def test_a_surname_that_was_switched_on_stays() -> None:
    assert shortened("The Fieldings’ home", (), ["Fielding"])[0] == "The Fieldings’ home"
    assert shortened("The Fielding-Jones home", (), ["Fielding"])[0] == "The F. home"


def test_what_its_place_tells_to_be_a_surname_is_one_in_other_texts_too() -> None:
    assert shortened("Mrs Smith’s home in Cardiff", (), ())[1] == {"Smith"}
