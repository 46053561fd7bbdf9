"""What is told of two or three is told of all of them, or left: never of the last alone."""

from __future__ import annotations

import pytest

from tests.edit.test_spoken import JAY, check_said_back, told
from tests.edit.test_spoken_who_died import FAMILY

OF_ALL = {
    "mum and dad died 2019": ("mum Lisa died 2019", "dad Darren died 2019"),
    "mum and dad are both dead": ("mum Lisa died", "dad Darren died"),
    "mum and dad have passed away": ("mum Lisa died", "dad Darren died"),
    "brother Tom and sister Mia died 2022": ("brother Tom died 2022", "sister Mia died 2022"),
    "mum's mum Sheila and mum's dad Ron died 2019": (
        "Lisa’s mum Sheila died 2019",
        "Lisa’s dad Ron died 2019",
    ),
    "brothers Tom and Ben died 2019": ("brother Tom died 2019", "brother Ben died 2019"),
    "brothers Tom, Ben and Kai died 2019": (
        "brother Tom died 2019",
        "brother Ben died 2019",
        "brother Kai died 2019",
    ),
    "brothers Tom and Ben (d. 2019)": ("brother Tom", "brother Ben died 2019"),
    "mum and dad's baby died 2016": ("Darren’s child with Lisa died 2016",),
    "brother Tom died 2016 and sister Mia died 2022": ("brother Tom died 2016", "sister Mia died 2022"),
    "mum, dad and Mia live together": ("Lisa lives with Darren and Mia",),
    "Jay, mum and dad live together": ("Jay lives with Lisa and Darren",),
    "Jay 11, mum, dad and Mia live together": ("Jay born about 2015", "Lisa lives with Darren and Mia"),
}
LEFT = [
    "brothers Tom and Ben d. 2019",
    "brothers Tom 9 and Ben 7 died 2019",
    "brother and sister died 2016",
    "mum, dad and Mia died 2019",
    "mum and dad died in 2019 and 2020",
    "mum 38 and dad died 2019",
    "mum's mum and dad died 2019",
    "lives with mum, dad and gran died 2019",
    "brother Tom and sister Mia live together",
    "sister Mia, mum and dad live together",
    "mum, dad and Mia live with mum's mum",
    "mum and dad live with mum's mum",
    "mum and Mia don't see dad",
]


@pytest.mark.parametrize("line", OF_ALL)
def test_what_is_told_of_several_is_told_of_all(line: str) -> None:
    """Mum lived on where both had died, and had no home where three live together."""
    found = told(line, FAMILY, JAY)
    assert not found.left
    assert found.said == OF_ALL[line]
    check_said_back(found, FAMILY, JAY)


@pytest.mark.parametrize("line", LEFT)
def test_where_it_may_be_of_the_last_alone_all_of_it_is_left(line: str) -> None:
    found = told(line, FAMILY, JAY)
    assert found.edit.case is FAMILY, found.said
    assert [each.text for each in found.left] == [line]


HALF = {
    "sister Ann 5, different dad": ("Lisa’s daughter Ann born about 2021",),
    "sister Ann 5 (different dad)": ("Lisa’s daughter Ann born about 2021",),
    "sister Ann 5 with a different dad": ("Lisa’s daughter Ann born about 2021",),
    "sister Ann 5, same mum, different dad": ("Lisa’s daughter Ann born about 2021",),
    "brother Tom 9, different mum, sister Ann 5": (
        "Darren’s son Tom born about 2017",
        "sister Ann born about 2021",
    ),
}


@pytest.mark.parametrize("line", HALF)
def test_who_has_a_different_dad_is_a_half_sister(line: str) -> None:
    """She was drawn with both parents the same, and the words that said otherwise were left."""
    found = told(line, FAMILY, JAY)
    assert not found.left
    assert found.said == HALF[line]


@pytest.mark.parametrize(
    "line",
    [
        "sister Mia 7, different dad",
        "brothers Tom and Ben, different dad",
        "brother Tom 9 and sister Ann 5, different dad",
        "mum's sister Ann, different dad",
        "sister Ann 5, same mum",
        "mum's baby stillborn 2016",
        "mum's baby, stillborn 2016",
        "mum's baby Ann 2016, stillborn",
        "mum's baby was stillborn 2016",
        "mum's baby Miscarried 2016",
        "mum's baby terminated 2016",
        "mum's baby lost 2016",
        "mum lost a baby 2016",
        "mum had a miscarriage in 2016",
    ],
)
def test_what_isn_t_drawn_of_somebody_leaves_them_whole(line: str) -> None:
    """A living child called "Stillborn" was drawn."""
    found = told(line, FAMILY, JAY)
    assert found.edit.case is FAMILY, found.said
    assert [each.text for each in found.left] == [line]


def test_a_child_not_born_alive_is_left_with_how_to_draw_them() -> None:
    (left,) = told("mum's baby stillborn 2016", FAMILY, JAY).left
    assert "This pregnancy" in left.why.template
    (left,) = told("dad lost his job", FAMILY, JAY).left
    assert "born alive" not in left.why.template
