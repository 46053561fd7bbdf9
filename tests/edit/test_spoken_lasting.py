"""How long something has lasted is no age, a year of a tie no birth, and whoever has a child isn't unborn."""

from __future__ import annotations

import pytest

from genogram_app.model.person import Life
from genogram_app.model.ties import ChildOf
from tests.edit.test_spoken import BEGUN, JAY, KINDS, check_said_back, told

#: Nothing is drawn of these.
_LEFT = """
mum due in March
mum due March
mum's due in March
mum Lisa due 3 March 2027
Lisa due March
gran due March
mum's sister due March
mum's brother Ken due March
mum's partner due March
Jay's mum due March
auntie Jo due March
mum's mum Sheila due March
dad's partner Kerry due March
foster carer Carol due March
dad 2 years in prison
dad Darren 6 months in prison
dad 3 years in the army
dad Darren 2yrs in prison
dad Darren two years in prison
mum 10 days in hospital
mum 2 years at college
mum is 20 weeks pregnant
Lisa is 8 months pregnant
mum is 6 months pregnant with twins
mum is 16 weeks
brother Kai 2 years in care
Jay 11 months in foster care
mum's partner Steve 5 years
mum's partner Steve 20 years
foster carer Carol 2 years
kinship carer Pat May 2025
dad's wife Kerry 2022
dad Darren 2019
mum's mum Sheila 9
""".strip().splitlines()

#: An age that may be told, or a year: what is kept of the last one spoken of.
_KEPT = {
    "mum Lisa 38 years old": "1988~",
    "dad Darren aged 40 years": "1986~",
    "dad Darren 40 in prison": "1986~",
    "brother Kai 2 years old in care": "2024~",
    "brother Kai 11 months": "2025-12~",
    "sister Mia 2019": "2019",
    "mum born 88": "1988",
    "mum b. 88": "1988",
    "mum born in 88": "1988",
    "mum born about 88": "1988~",
    "dad born 75": "1975",
    "sister born 19": "2019",
    "brother Kai 8": "2018~",
    "dad Darren 40yrs old": "1986~",
    "gran Sheila 1958 mum's mum": "1958",
    "mum's partner Steve 1980": "1980",
}


@pytest.mark.parametrize("line", _LEFT)
def test_what_is_no_age_and_no_birth_is_left_whole(line: str) -> None:
    found = told(line, BEGUN, JAY)
    assert found.edit.case is BEGUN, found.said
    assert found.left


def test_an_age_after_a_comma_is_no_more_a_partners_than_without_it() -> None:
    found = told("mum's partner Steve, 6 months", BEGUN, JAY)
    assert [each.text for each in found.left] == ["6 months"]


def test_of_two_who_are_due_neither_is_unborn() -> None:
    found = told("mum and dad due March", BEGUN, JAY)
    assert not [each for each in found.edit.case.family.people if each.life is Life.UNBORN]


@pytest.mark.parametrize("line", ["mum's baby due March", "sister due March", "dad's baby due March"])
def test_a_child_may_be_due(line: str) -> None:
    found = told(line, BEGUN, JAY)
    assert [each.unborn for each in found.edit.case.family.people].count(True) == 1
    check_said_back(found, BEGUN, JAY)


@pytest.mark.parametrize("line", _KEPT)
def test_an_age_and_a_birth_are_still_read(line: str) -> None:
    found = told(line, BEGUN, JAY)
    check_said_back(found, BEGUN, JAY)
    before = {each.id: each.born for each in BEGUN.family.people}
    fresh = [each.born for each in found.edit.case.family.people if each.born != before.get(each.id, "")]
    assert [getattr(each, "edtf", each) for each in fresh] == [_KEPT[line]], found.left


_WAS = {
    "mum was married to Steve": "mum divorced from Steve",
    "mum and dad were married": "mum and dad divorced",
    "dad was previously married to Kerry": "dad divorced from Kerry",
    "mum and dad were married until 2015": "mum and dad divorced until 2015",
}


@pytest.mark.parametrize("line", _WAS)
def test_a_marriage_that_was_isnt_one_of_now(line: str) -> None:
    found = told(line, BEGUN, JAY)
    assert found.edit.case is BEGUN, found.said
    (left,) = found.left
    assert left.with_option(left.options[0]) == _WAS[line]


@pytest.mark.parametrize("line", ["mum and dad used to be married", "mum was engaged to Steve"])
def test_what_two_were_to_each_other_is_left(line: str) -> None:
    found = told(line, BEGUN, JAY)
    assert found.edit.case is BEGUN, found.said


@pytest.mark.parametrize(
    "line", ["mum divorced from Steve", "mum separated from Steve", "mum and dad divorced"]
)
def test_how_a_marriage_ended_can_be_told(line: str) -> None:
    assert not told(line, BEGUN, JAY).left


@pytest.mark.parametrize("years", ["2024 to 2025", "2024-2025", "2024 – 2025"])
def test_two_years_of_a_carer_are_those_of_the_care(years: str) -> None:
    found = told(f"foster carer Carol {years}", BEGUN, JAY)
    assert not found.left
    check_said_back(found, BEGUN, JAY)
    care = [link for link in found.edit.case.family.edges(ChildOf) if link.kind != KINDS.birth]
    assert [(str(link.since), str(link.until)) for link in care] == [("2024", "2025")]
