"""What somebody without a name is called: by birth first, then by care, never the one for the other."""

from __future__ import annotations

import pytest

from genogram_app.catalog.load import load
from genogram_app.family.case import Case
from genogram_app.model.base import Blank, Record
from genogram_app.model.dates import When
from genogram_app.model.household import Household
from genogram_app.model.person import Person
from genogram_app.model.ties import ChildOf, LivesIn
from genogram_app.practice.calling import calls
from genogram_app.practice.question import Look
from genogram_app.words import words_in
from tests.builders import TODAY, case_of, child, couple, person

CARDS = load()
MAN, WOMAN = (CARDS.by_role("people", role).id for role in ("man", "woman"))


def link(role: str) -> str:
    return CARDS.by_role("descent", role).id


def nameless(key: str, gender: str = "") -> Person:
    return Person(id=key, gender=gender)


def called(key: str, *records: Record) -> str:
    return calls(Look(case_of(*records), TODAY, CARDS, words_in()), key)


def of(who: str, parent: str, role: str = "by_birth") -> ChildOf:
    return child(who, parent, kind=link(role))


KID = person("kid", subject=True)


@pytest.mark.parametrize(
    ("role", "says"),
    [
        ("by_birth", "Kid’s mother"),
        ("by_adoption", "Kid’s adoptive mum"),
        ("by_fostering", "Kid’s foster carer"),
        ("by_kin", "Kid’s carer"),
    ],
)
def test_only_a_parent_by_birth_is_called_one(role: str, says: str) -> None:
    assert called("x", KID, nameless("x", WOMAN), of("kid", "x", role)) == says


def test_a_card_that_nobody_knows_makes_nobody_a_parent() -> None:
    assert (
        called("x", KID, nameless("x", MAN), child("kid", "x", kind="a_card_of_tomorrow"))
        == "Kid’s parent or carer"
    )


def test_birth_goes_before_care() -> None:
    records = (KID, person("tot"), nameless("x", MAN), of("kid", "x", "by_fostering"), of("tot", "x"))
    assert called("x", *records) == "Tot’s father"


def test_a_foster_brother_is_no_brother() -> None:
    records = (
        KID,
        nameless("x"),
        person("ann"),
        of("kid", "ann", "by_fostering"),
        of("x", "ann", "by_fostering"),
    )
    assert called("x", *records) == "a child in Ann’s care"
    assert called("x", *records[:3], of("kid", "ann"), of("x", "ann")) == "Ann’s child"


def test_those_with_the_same_two_unknown_parents_are_brothers_and_sisters() -> None:
    unknown = (*couple("pair", "a", "b"), nameless("a"), nameless("b"))
    assert (
        called("x", KID, nameless("x", MAN), *unknown, of("kid", "pair"), of("x", "pair")) == "Kid’s brother"
    )


@pytest.mark.parametrize(
    ("gender", "says"),
    [(MAN, "Kid’s half-brother"), (WOMAN, "Kid’s half-sister"), ("", "Kid’s half-brother or -sister")],
)
@pytest.mark.parametrize("parent", ["dad", "later", "single"])
def test_who_shares_one_parent_is_a_half_brother_or_sister(parent: str, gender: str, says: str) -> None:
    unions = (*couple("pair", "mum", "dad"), *couple("later", "dad", "new"), *couple("single", "dad"))
    people = (KID, nameless("x", gender), nameless("mum"), nameless("dad"), nameless("new"))
    assert called("x", *people, *unions, of("kid", "pair"), of("x", parent)) == says


def test_who_shares_both_parents_or_the_one_line_is_no_half_brother() -> None:
    people = (KID, nameless("x", MAN), nameless("mum"), nameless("dad"))
    pairs = (*couple("pair", "mum", "dad"), *couple("again", "mum", "dad"))
    assert called("x", *people, *pairs, of("kid", "pair"), of("x", "again")) == "Kid’s brother"
    assert called("x", *people, *pairs, of("kid", "pair"), of("x", "mum"), of("x", "dad")) == "Kid’s brother"
    assert called("x", *people, of("kid", "mum"), of("x", "mum")) == "Kid’s brother"


def test_a_foster_carers_parent_is_no_grandparent() -> None:
    records = (KID, nameless("carer"), nameless("x"), of("kid", "carer", "by_fostering"), of("carer", "x"))
    assert called("x", *records) == "Kid’s foster carer’s parent"
    assert called("x", *records[:3], of("kid", "carer"), of("carer", "x")) == "Kid’s parent’s parent"


def test_somebody_further_off_is_called_through_those_between() -> None:
    records = (
        KID,
        *(nameless(key, WOMAN) for key in ("mum", "gran", "aunt", "love")),
        of("kid", "mum"),
        of("mum", "gran"),
        of("aunt", "gran"),
        *couple("pair", "aunt", "love"),
    )
    assert called("mum", *records) == "Kid’s mother"
    assert called("gran", *records) == "Kid’s mother’s mother"
    assert called("aunt", *records) == "Kid’s mother’s sister"
    assert called("love", *records) == "Kid’s mother’s sister’s partner"
    assert called("x", nameless("x"), nameless("y"), of("x", "y")) == "somebody with no name yet"


# -- homes -------------------------------------------------------------------------


def stay(who: str, **dates: object) -> LivesIn:
    return LivesIn.model_validate({"id": f"{who}.h", "person": who, "household": "h", **dates})


def home(*stays: LivesIn) -> Case:
    return case_of(Household(id="h"), person("zed", subject=True), person("amy"), person("bob"), *stays)


@pytest.mark.parametrize(
    ("stays", "says"),
    [
        ((stay("amy"), stay("zed")), "Amy’s home"),
        ((stay("zed"),), "Zed’s home"),
        ((stay("bob"), stay("amy")), "Amy’s home"),
        ((stay("amy", until=When("2020")), stay("bob")), "Bob’s home"),
        ((stay("amy", until=Blank.UNKNOWN),), "Amy’s former home"),
        ((stay("amy", since=When("2030")),), "a home with no name yet"),
        ((), "a home with no name yet"),
    ],
)
def test_a_home_is_called_after_those_who_live_there_grown_ups_first(
    stays: tuple[LivesIn, ...], says: str
) -> None:
    assert calls(Look(home(*stays), TODAY, CARDS, words_in()), "h") == says


def aged(key: str, name: str, born: str, **fields: object) -> Person:
    return Person.model_validate({"id": key, "name": name, "born": When(born), **fields})


THREE = (
    aged("gran", "Sheila Bell", "1958"),
    aged("mum", "Lisa", "1988"),
    aged("dad", "Darren", "1986"),
    aged("jay", "Jay", "2015", subject=True),
    person("mia"),
    *couple("u", "mum", "dad"),
    of("mum", "gran"),
    of("jay", "u"),
    of("mia", "u"),
    Household(id="h"),
)


@pytest.mark.parametrize(
    ("stays", "says"),
    [
        ((stay("gran"), stay("jay"), stay("mia")), "Sheila’s home"),
        ((stay("gran"), stay("mum"), stay("jay")), "Sheila’s home"),
        ((stay("mum"), stay("jay"), stay("mia")), "Lisa’s home"),
        ((stay("mum"), stay("dad"), stay("jay")), "Darren and Lisa’s home"),
        ((stay("dad"), stay("jay", part_time=True)), "Darren’s home"),
        ((stay("jay"), stay("dad", part_time=True)), "Jay’s home"),
        ((stay("gran", until=When("2020")), stay("jay", until=When("2020"))), "Sheila’s former home"),
    ],
)
def test_a_home_is_called_after_who_heads_it(stays: tuple[LivesIn, ...], says: str) -> None:
    assert calls(Look(case_of(*THREE, *stays), TODAY, CARDS, words_in()), "h") == says


@pytest.mark.parametrize(
    ("name", "says"),
    [("Lane, Ruth", "Ruth’s home"), ("Mrs Lane", "Mrs Lane’s home"), ("Ruth Lane", "Ruth’s home")],
)
def test_a_home_is_called_by_a_first_name(name: str, says: str) -> None:
    records = (Household(id="h"), aged("r", name, "1970"), stay("r"))
    assert calls(Look(case_of(*records), TODAY, CARDS, words_in()), "h") == says
