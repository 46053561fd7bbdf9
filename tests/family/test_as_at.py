"""A case as it was on a day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genogram_app import places
from genogram_app.family import kinship
from genogram_app.family.as_at import as_at
from genogram_app.family.case import Case
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.base import Basis, Blank, Record
from genogram_app.model.dates import When
from genogram_app.model.document import CaseDetails, GoTo
from genogram_app.model.household import Household
from genogram_app.model.person import Life, Person, Spell
from genogram_app.model.ties import Bond, ChildOf, Edge, LivesIn, PartnerIn, Union
from genogram_app.store import files

THEN = date(1996, 1, 1)


def case_of(*records: Record) -> Case:
    return Case(CaseDetails(id="d_1"), FamilyGraph.of(records))


def couple(*spells: Spell) -> list[Record]:
    return [
        Person(id="p_a", name="Ann", born=When("1960")),
        Person(id="p_b", name="Bob", born=When("1960")),
        Union(id="u_1", spells=spells),
        PartnerIn(id="m_a", person="p_a", union="u_1"),
        PartnerIn(id="m_b", person="p_b", union="u_1"),
    ]


def with_child(*spells: Spell, born: str = "1990") -> Case:
    child = Person(id="p_c", name="Cy", born=When(born))
    return case_of(*couple(*spells), child, ChildOf(id="c_1", child="p_c", parent="u_1", kind="k"))


MARRIED = Spell(kind="married", since=When("1985"), until=When("2010"))
APART = Spell(kind="apart", since=When("2010"))


def test_nothing_to_change_gives_the_very_same_case() -> None:
    case = with_child(MARRIED)
    assert as_at(case, date(2026, 1, 1)) is case


def test_a_later_end_leaves_the_couple_as_it_was_and_its_child_with_its_parents() -> None:
    then = as_at(with_child(MARRIED, APART), THEN).family
    assert then.get(Union, "u_1").spells == (MARRIED.put(until=None),)
    assert {p.id for p in kinship.parent_people(then, then.get(ChildOf, "c_1"))} == {"p_a", "p_b"}


def test_parents_who_became_a_couple_later_are_parents_all_the_same() -> None:
    then = as_at(with_child(Spell(kind="married", since=When("2010"))), THEN).family
    assert then.get(Union, "u_1").spells == ()
    assert len(kinship.parent_people(then, then.get(ChildOf, "c_1"))) == 2


def test_a_couple_to_come_without_a_child_is_not_there_yet() -> None:
    assert not as_at(case_of(*couple(APART)), THEN).family.unions
    assert not as_at(with_child(APART, born="2011"), THEN).family.unions


def test_who_died_later_is_alive() -> None:
    ron = Person(id="p_1", born=When("1954"), life=Life.DIED, died=When("2019"))
    gone = Person(id="p_2", born=When("1954"), life=Life.DIED, died=When("1990"))
    vague = Person(id="p_3", life=Life.DIED, died=Blank.UNKNOWN)
    then = as_at(case_of(ron, gone, vague), THEN).family
    assert [person.life for person in then.people] == [Life.LIVING, Life.DIED, Life.DIED]


@pytest.mark.parametrize(
    ("since", "until", "there", "ended"),
    [
        (When("1990"), When("2000"), True, False),
        (When("1990"), When("1995"), True, True),
        (When("1990"), Blank.UNKNOWN, True, True),
        (When("1997"), None, False, False),
        (None, When("2027-06"), True, False),
    ],
)
def test_lines_and_stays_begin_and_end_on_their_day(
    since: When | None, until: When | Blank | None, there: bool, ended: bool
) -> None:
    records = [
        Person(id="p_a"),
        Person(id="p_b"),
        Household(id="h_1"),
        LivesIn(id="l_1", person="p_a", household="h_1", since=since, until=until),
        Bond(id="r_1", a="p_a", b="p_b", quality="q", since=since, until=until),
    ]
    then = as_at(case_of(*records), THEN).family
    found: list[LivesIn | Bond] = [*then.edges(LivesIn), *then.edges(Bond)]
    assert len(found) == (2 if there else 0)
    assert all((edge.until is not None) is ended for edge in found)


@pytest.mark.parametrize("later", ["p_b", "h_1"])
def test_what_has_an_end_but_no_beginning_is_not_there_before_both_its_ends_are(later: str) -> None:
    records = [
        Person(id="p_a", born=When("1960")),
        Person(id="p_b", born=When("1990" if later != "p_b" else "1999")),
        Household(id="h_1", since=When("1990" if later != "h_1" else "1999")),
        LivesIn(id="l_1", person="p_a", household="h_1", until=When("2020")),
        Bond(id="r_1", a="p_a", b="p_b", quality="q", until=When("2020")),
    ]
    then = as_at(case_of(*records), THEN).family
    assert later not in then
    assert {edge.id for edge in (*then.edges(LivesIn), *then.edges(Bond))} == (
        {"l_1"} if later == "p_b" else {"r_1"}
    )


@pytest.mark.parametrize("name", ["practice", "three_partners", "large_family"])
def test_every_sample_can_be_looked_at_as_of_any_day(name: str) -> None:
    case = files.read(places.resources() / "samples" / f"{name}.genogram")
    for year in range(1900, 2030):
        then = as_at(case, date(year, 1, 1)).family
        assert all(end in then for edge in then.edges(Edge) for end in edge.ends)


def test_an_order_made_later_is_not_made_yet() -> None:
    order = Spell(kind="care_order", since=When("1998"))
    child = Person(id="p_1", born=When("1990"), legal=(order,))
    assert as_at(case_of(child), THEN).family.people[0].legal == ()


def test_an_unborn_child_is_there_before_its_day() -> None:
    assert as_at(case_of(Person(id="p_1", life=Life.UNBORN, born=When("1996-06"))), THEN).family.people


@given(st.dates(date(1980, 1, 1), date(2030, 1, 1)))
def test_a_child_never_loses_its_parents(day: date) -> None:
    then = as_at(with_child(MARRIED, APART), day).family
    for link in then.edges(ChildOf):
        assert len(kinship.parent_people(then, link)) == 2


def test_who_has_died_is_not_the_one_to_ring_and_lives_nowhere() -> None:
    home = [Household(id="h_1"), LivesIn(id="l_1", person="p_a", household="h_1")]
    people = [Person(id="p_a", name="Ann", life=Life.DIED, died=When("1996-05-01")), *home]
    details = CaseDetails(id="d_1", go_to=GoTo(id="g_1", who="p_a", telephone="01632 960 114"))
    case = Case(details, FamilyGraph.of(people))
    before, after = as_at(case, THEN), as_at(case, date(1996, 6, 1))
    assert before.details.go_to == details.go_to
    assert before.family.get(LivesIn, "l_1").until is None
    assert after.details.go_to is None
    assert after.family.get(LivesIn, "l_1").until == When("1996-05-01")


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(1996, 1, 1)])
def test_who_was_told_of_before_they_can_have_been_born_is_on_the_sheet(day: date) -> None:
    told = Basis(recorded=date(2026, 11, 23))
    mistyped = Person(id="p_f", name="Aled", born=When("2062-03-03"), basis=told)
    child = Person(id="p_c", name="Jay", born=When("1990"), basis=told)
    later = Person(id="p_l", name="Mia", born=When("2015"), basis=told)
    then = as_at(case_of(mistyped, child, later), day).family
    assert then.find(Person, "p_f") is not None
    assert (then.find(Person, "p_l") is None) == (day.year < 2015)


@pytest.mark.parametrize(
    ("died", "ended", "left"),
    [
        ("2020", "2008", "2008"),
        ("1999", "2008", "1999"),
        ("2008-03", "2008", "2008"),
        (None, "2008", "2008"),
        ("2020", None, None),
    ],
)
def test_a_home_that_had_ended_is_left_with_it_by_who_died_later(
    died: str | None, ended: str | None, left: str | None
) -> None:
    """A ring of 1990–2008 shut out a grandfather who died in 2020."""
    day_of = {text: When(text) if text else Blank.UNKNOWN for text in (died, ended, left)}
    home = Household(id="h_1", until=day_of[ended])
    taid = Person(id="p_a", name="Taid Wyn", life=Life.DIED, died=day_of[died])
    lived = LivesIn(id="l_1", person="p_a", household="h_1")
    then = as_at(case_of(taid, home, lived), date(2026, 11, 23)).family
    assert then.get(LivesIn, "l_1").until == day_of[left]


def test_a_home_that_has_not_ended_yet_is_left_by_a_death() -> None:
    home = Household(id="h_1", until=When("2008"))
    taid = Person(id="p_a", name="Taid Wyn", life=Life.DIED, died=When("1994"))
    lived = LivesIn(id="l_1", person="p_a", household="h_1")
    then = as_at(case_of(taid, home, lived), THEN).family
    assert then.get(LivesIn, "l_1").until == When("1994")
