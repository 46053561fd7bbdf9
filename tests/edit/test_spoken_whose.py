"""Whose somebody is: words are read from the child's side, and what is said back always names them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from genogram_app.edit.spoken.left import NOTHING_LEFT
from genogram_app.edit.spoken.line import LineTold, tell
from genogram_app.family import kinship
from genogram_app.family.case import Case
from genogram_app.model.base import Blank
from genogram_app.model.ids import Id
from tests.builders import counting
from tests.edit.test_spoken import BEGUN, CHILD, JAY, KINDS, LEXICON, UNNAMED, described, teller, told


def by_name(case: Case, name: str) -> Id:
    return next(person.id for person in case.family.people if person.name == name)


FAMILY = tell(BEGUN, teller(), LEXICON, "mum's mum Sheila 68, sister Mia 7", JAY).edit.case
LISA = by_name(FAMILY, "Lisa")

#: With Lisa, Jay's mum, selected: what is said back, and the answers offered where it is asked.
WITH_MUM_SELECTED: dict[str, tuple[list[str], list[str]]] = {
    "mum's partner Pete 41": (["Lisa’s partner Pete born about 1985"], []),
    "partner Pete 41": (["Lisa’s partner Pete born about 1985"], []),
    "dad's mum Pat": (["Darren’s mum Pat"], []),
    "mum's sister Jo 35": (["Lisa’s sister Jo born about 1991"], []),
    "half-brother Tom mum's son": (["Lisa’s son Tom"], []),
    "sister Mia 8": (["Jay’s sister Mia born about 2019"], []),
    "sister Jo 35": ([], ["Jay’s sister", "Lisa’s sister"]),
    "sister Jo 35 (Lisa’s sister)": (["Lisa’s sister Jo born about 1991"], []),
    "sister Jo 5 (Jay’s sister)": (["Jay’s sister Jo born about 2021"], []),
    "twins Amy and Ben": ([], ["Jay’s sibling", "Lisa’s child", "Lisa’s sibling"]),
    "mum 38": (["mum Lisa born about 1988"], []),
    "mum Sheila 68": ([], ["Lisa’s mum"]),
    "mum Sheila 68 (Lisa’s mum)": (["Lisa’s mum Sheila born about 1958"], []),
    "gran Sheila": (["Lisa’s mum Sheila"], []),
    "uncle Bob": ([], ["mum’s brother", "dad’s brother"]),
    "38": ([], ["Jay", "Lisa"]),
    "Lisa 38": (["Lisa born about 1988"], []),
    "lives with gran": ([], ["Jay", "Lisa"]),
    "lives with mum": (["Jay lives with Lisa"], []),
    "school Moor Lane": ([], ["Jay’s", "Lisa’s"]),
    "Lisa’s GP Dr Amin": (["Lisa’s GP Dr Amin"], []),
    "mums GP Dr Amin": (["Lisa’s GP Dr Amin"], []),
    "Lisa, sister Jo 35": (["Lisa", "Lisa’s sister Jo born about 1991"], []),
    "Lisa, mum's partner Pete": (["Lisa", "Sheila’s partner Pete"], []),
}


def with_mum_selected(line: str) -> LineTold:
    who = teller()
    return tell(FAMILY, who, LEXICON, line, JAY, LISA)


@pytest.mark.parametrize(("line", "said", "asked"), [(line, *row) for line, row in WITH_MUM_SELECTED.items()])
def test_with_mum_selected(line: str, said: list[str], asked: list[str]) -> None:
    found = with_mum_selected(line)
    assert list(found.said) == said
    assert [option for left in found.left for option in left.options] == asked


@pytest.mark.parametrize("line", WITH_MUM_SELECTED)
def test_each_answer_is_enough(line: str) -> None:
    for left in with_mum_selected(line).left:
        for option in left.options:
            again = with_mum_selected(left.with_option(option))
            assert not [each for each in again.left if not each.options], again.left


@pytest.mark.parametrize("line", WITH_MUM_SELECTED)
def test_what_is_said_back_means_the_same_with_mum_selected(line: str) -> None:
    found = with_mum_selected(line)
    again = with_mum_selected("; ".join(found.said))
    assert not again.left
    assert described(again.edit.case) == described(found.edit.case)


def then(case: Case, line: str, beside: Id | None = None) -> LineTold:
    """Tell a line of a case that a line was told to: its new ids are others."""
    who = teller()
    who = replace(who, stamp=replace(who.stamp, new_id=counting(3000)))
    return tell(case, who, LEXICON, line, JAY, beside)


def test_somebody_with_no_name_is_said_by_who_they_are() -> None:
    case = told("mum's partner ?", BEGUN, JAY).edit.case
    nobody = next(person.id for person in case.family.people if person.name is Blank.UNKNOWN)
    found = then(case, "brother Bob", nobody)
    # Lisa has two partners on the sheet, so no word finds this one: the line is about him.
    assert found.about == nobody
    alone = told("sister ?", BEGUN, JAY).edit.case
    sister = next(person.id for person in alone.family.people if person.name is Blank.UNKNOWN)
    told_of = then(alone, "daughter Bea, partner Bob 20", sister)
    assert told_of.said == ("sister’s daughter Bea", "sister’s partner Bob born about 2006")


def test_a_name_goes_to_whoever_is_selected_and_has_none() -> None:
    case = told("sister ?", BEGUN, JAY).edit.case
    sister = next(person.id for person in case.family.people if person.name is Blank.UNKNOWN)
    assert by_name(then(case, "Mia 7", sister).edit.case, "Mia") == sister


def test_two_with_no_name_are_asked_whose_it_is() -> None:
    parents = kinship.parent_people(UNNAMED.family, *kinship.links_up(UNNAMED.family, CHILD))
    father = next(person.id for person in parents if person.gender == KINDS.father)
    found = tell(UNNAMED, teller(), LEXICON, "Darren 41", CHILD, father)
    (asked,) = found.left
    assert asked.options == ("this child", "dad")
    answered = tell(UNNAMED, teller(), LEXICON, asked.with_option("dad"), CHILD, father)
    assert by_name(answered.edit.case, "Darren") == father


def test_a_name_that_is_a_word_for_kin_isnt_said_as_whose() -> None:
    case = told("mum's mum Nan", BEGUN, JAY).edit.case
    assert then(case, "mum's mum's brother Bob").said == ("mum’s mum’s brother Bob",)


def test_the_dead_live_with_nobody() -> None:
    found = told("gran Sheila died 2019 mum's mum, lives with mum", BEGUN, JAY)
    assert not found.left
    assert found.said[-1] == "Jay lives with Lisa"


@pytest.mark.parametrize(
    "line", ["lives with mum in the week and dad at weekends", "lives with mum at weekends and dad"]
)
def test_two_homes_in_one_breath_arent_made_one(line: str) -> None:
    found = told(line, BEGUN, JAY)
    assert found.edit.case is BEGUN
    (left,) = found.left
    assert "each home by itself" in left.why.template


def test_i_dont_know_is_a_question_mark() -> None:
    assert told("I don't know who dad is", UNNAMED, CHILD).said == ("dad ?",)
    assert told("we don't know who dad is", UNNAMED, CHILD).said == ("dad ?",)


def test_who_lives_next_door_is_drawn_and_in_no_home() -> None:
    found = told("lives with mum, grandad Ron dad's dad 70 lives next door", BEGUN, JAY)
    assert found.said == ("Jay lives with Lisa", "Darren’s dad Ron born about 1956")
    assert found.rest == "Ron lives next door"
    ron = by_name(found.edit.case, "Ron")
    assert not kinship.homes_of(found.edit.case.family, ron)


def test_whose_his_is_where_it_can_be_one_alone() -> None:
    for line in ("don't know who his dad is", "I don't know who his dad is"):
        assert told(line, UNNAMED, CHILD).said == ("this child’s dad ?",)
    assert told("she lives with mum", BEGUN, JAY).said == ("Jay lives with Lisa",)


def test_whose_his_is_is_asked_where_it_may_be_several() -> None:
    line = "dad Darren 41, his mum Pat 70"
    (left,) = told(line, BEGUN, JAY).left
    assert left.options == ("Darren’s", "Jay’s")
    assert left.with_option("Darren’s") == "Darren’s mum Pat 70"
    assert told("dad Darren 41, Darren’s mum Pat 70", BEGUN, JAY).said[1].startswith("Darren’s mum Pat")


def test_a_pronoun_after_what_wasnt_understood_is_asked() -> None:
    left = told("blah blub, his mum Pat 70", BEGUN, JAY).left[-1]
    assert "isn’t clear" in left.why.template or left.options


def test_a_pronoun_behind_somebody_is_never_taken_for_the_child() -> None:
    found = told("mum lives with her mum", BEGUN, JAY)
    assert found.left
    assert found.edit.case is BEGUN


@pytest.mark.parametrize("line", ["mum Lisa, don't know who his dad is", "mum's side, gran Sheila"])
def test_a_line_that_nothing_was_left_of_reads_the_same_in_the_window(line: str) -> None:
    copied = replace(NOTHING_LEFT)  # as the window gives it
    there = tell(BEGUN, teller(), LEXICON, line, JAY, left=copied)
    assert there.said == told(line, BEGUN, JAY).said
    assert there.left == told(line, BEGUN, JAY).left
