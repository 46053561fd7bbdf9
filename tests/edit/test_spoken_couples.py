"""What couples are, and children of two, as they are told of in a line of words."""

from __future__ import annotations

import pytest

from tests.edit.test_spoken import BEGUN, CHILD, JAY, UNNAMED, check_said_back, described, told

#: What is then new in the family.
TOLD: dict[str, list[str]] = {
    "dad's wife Ann, divorced 2015": ["Ann + Darren: married, divorced since 2015", "Ann: woman"],
    "dad's wife Ann divorced in 2015": ["Ann + Darren: married, divorced since 2015", "Ann: woman"],
    "dad's wife Ann since 2010, divorced 2015": [
        "Ann + Darren: married since 2010, divorced since 2015",
        "Ann: woman",
    ],
    "mum and dad divorced 2015": ["Darren + Lisa: divorced since 2015"],
    "mum and dad are married": ["Darren + Lisa: married"],
    "mum and dad married 2010": ["Darren + Lisa: married since 2010"],
    "mum and dad lived together until 2016": ["Darren + Lisa: cohabiting_ended since 2016"],
    "mum's partner Pete, married 2019": ["Lisa + Pete: married since 2019", "Pete: -"],
    "mum and dad are divorced": ["Darren + Lisa: divorced"],
    "mum and dad split up": ["Darren + Lisa: parted"],
    "dad's partner Ann, dad and Ann have Tom and Eve": [
        "Ann + Darren: couple, not known what",
        "Ann: -",
        "Eve birth of Ann + Darren",
        "Eve: -",
        "Tom birth of Ann + Darren",
        "Tom: -",
    ],
    "mum and dad have two children Kim 1 and Lee 3": [
        "Kim birth of Darren + Lisa",
        "Kim: b 2025~",
        "Lee birth of Darren + Lisa",
        "Lee: b 2023~",
    ],
    "triplets ? and Ola and Jan": [
        "Jan birth of Darren + Lisa twin, unknown",
        "Jan: -",
        "Ola birth of Darren + Lisa twin, unknown",
        "Ola: -",
        "unknown - birth of Darren + Lisa twin, unknown",
        "unknown -: -",
    ],
    "triplets Ola, Jan and Kai 4": [
        "Jan birth of Darren + Lisa twin, unknown",
        "Jan: b 2022~",
        "Kai birth of Darren + Lisa twin, unknown",
        "Kai: b 2022~",
        "Ola birth of Darren + Lisa twin, unknown",
        "Ola: b 2022~",
    ],
    "fellow triplets Ola and Jan": [
        "Jan birth of Darren + Lisa twin, unknown",
        "Jan: -",
        "Jay birth of Darren + Lisa twin, unknown",
        "Ola birth of Darren + Lisa twin, unknown",
        "Ola: -",
    ],
    "lives with dad at weekends and in the holidays": [
        "home of Darren, Jay part: at weekends and in the holidays"
    ],
}

#: What is asked, and the answers offered: nothing of it is drawn.
ASKED: dict[str, tuple[str, ...]] = {
    "dad's first wife Ann": ("dad’s wife", "dad’s divorced wife", "dad’s separated wife"),
    "divorced 2015": (),
    "mum divorced 2015": (),
    "mum's brother Bob, divorced 2012": (),
    "triplets Ola and Jan": ("fellow triplets", "triplets ? and"),
    "mum's twins due May": (),
    "mum and dad have ADHD": (),
}


@pytest.mark.parametrize("line", TOLD)
def test_what_is_told_is_drawn(line: str) -> None:
    found = told(line, BEGUN, JAY)
    assert not found.left
    before = set(described(BEGUN))
    assert [said for said in described(found.edit.case) if said not in before] == TOLD[line]
    check_said_back(found, BEGUN, JAY)


@pytest.mark.parametrize("line", ASKED)
def test_what_isnt_clear_is_asked(line: str) -> None:
    left = told(line, BEGUN, JAY).left
    assert left
    assert left[-1].options == ASKED[line]
    for option in ASKED[line]:
        assert not told(left[-1].with_option(option), BEGUN, JAY).left


@pytest.mark.parametrize("line", ["divorced 2015", "dad married 2010", "mum separated 2019", "engaged 2010"])
def test_divorced_is_no_name(line: str) -> None:
    assert told(line, UNNAMED, CHILD).edit.case is UNNAMED


def test_what_stands_on_a_couples_line_stays() -> None:
    known = told("mum and dad divorced 2015", BEGUN, JAY).edit.case
    assert told("mum and dad divorced 2015", known, JAY).edit.case is known
    other = told("mum and dad divorced 2012", known, JAY)
    assert other.edit.case is known
    assert other.left
