"""What an Enter left in the line: it means no more alone than it did beside what is done."""

from __future__ import annotations

from dataclasses import replace

import pytest

from genogram_app.edit.spoken.line import LineTold, tell
from genogram_app.family.case import Case
from genogram_app.model.ids import Id
from tests.builders import counting
from tests.edit.spoken_phrases import PHRASES
from tests.edit.test_spoken import BEGUN, CHILD, JAY, LEXICON, UNNAMED, teller, told

GETHIN = "mum's partner Gethin Rees 33"


def again(found: LineTold, words: str | None = None) -> LineTold:
    """Tell what was left once more, or other words in its place."""
    who = teller()
    who = replace(who, stamp=replace(who.stamp, new_id=counting(5000)))
    rest = found.rest if words is None else words
    return tell(found.edit.case, who, LEXICON, rest, found.about, found.beside, found.open)


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        (f"{GETHIN}, lives with mum", "lives with mum"),
        (f"{GETHIN}, lives with mum, brother Tom 4, lives with dad", "lives with mum, lives with dad"),
        ("mum 38, dad 40, close to gran Sheila mum's mum", "close to gran Sheila mum's mum"),
        ("brothers Tom 4 and Ben 6, 7", "7"),
        ("lives with mum, Tom", "Tom"),
        ("lives with mum, dad", "dad"),
        ("dad 40 is in prison, sister Mia 7, lives with mum", "Darren is in prison, lives with mum"),
        ("mum's side: gran Sheila, sister Mia", "sister Mia"),
    ],
)
@pytest.mark.parametrize(("case", "about"), [(BEGUN, JAY), (UNNAMED, CHILD)], ids=["named", "unnamed"])
def test_what_was_asked_is_asked_on_every_enter(case: Case, about: Id, line: str, rest: str) -> None:
    found = told(line, case, about)
    if case is BEGUN:
        assert found.rest == rest
    assert found.edit.case is not case
    for _ in range(3):
        then = again(found)
        assert then.edit.case is found.edit.case
        assert then.rest == found.rest
        asked = zip(found.left, then.left, strict=True)
        assert all(set(before.options) <= set(after.options) for before, after in asked)
        found = then


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_second_enter_draws_nothing(phrase: str) -> None:
    found = told(f"{GETHIN}, {phrase}, sister Mia 7, {phrase}", BEGUN, JAY)
    assert again(found).edit.case is found.edit.case


def test_a_side_that_is_left_is_said_of_nobody_who_follows() -> None:
    found = told(f"{GETHIN}, brother Tom 4, mum's side, gran Sheila", BEGUN, JAY)
    assert found.rest == "mum's side, gran Sheila"
    assert again(found).edit.case is found.edit.case


@pytest.mark.parametrize(
    ("typed", "mended"),
    [("livs with mum", "lives with mum"), ("clos to mum", "close to mum"), ("33x", "33")],
)
def test_a_slip_that_is_mended_after_an_enter_is_asked_too(typed: str, mended: str) -> None:
    found = told(f"{GETHIN}, {typed}", BEGUN, JAY)
    assert found.rest == typed
    then = again(found, mended)
    assert then.edit.case is found.edit.case
    assert then.left[0].options == ("Gethin Rees", "Jay")
    (answered,) = again(found, then.left[0].with_option("Gethin Rees")).said
    assert answered.startswith("Gethin Rees ")


def test_a_name_no_one_has_isnt_given_to_the_child_after_an_enter() -> None:
    found = told(f"{GETHIN}, brothr Kai 6", UNNAMED, CHILD)
    assert again(found, "Kai 6").edit.case is found.edit.case


def test_words_between_that_arent_understood_leave_the_question() -> None:
    found = told(f"{GETHIN}, likes a lot of tea, lives with mum", BEGUN, JAY)
    assert found.left[1].options == ("Gethin Rees", "Jay")


def test_a_name_begins_what_is_typed_after_an_enter() -> None:
    found = again(told(f"{GETHIN}, lives with mum", BEGUN, JAY), "Lisa, sister Jo 35")
    assert found.said == ("Lisa", "Lisa’s sister Jo born about 1991")


@pytest.mark.parametrize(
    "line", ["gran Sheila died 2019 mum's mum, lives with gran", "lives with mum and gran"]
)
def test_nobody_is_housed_with_whoever_has_died_as_if_they_were_there(line: str) -> None:
    """It was said back as a home with gran, and drawn as a ring round the child alone."""
    died = told("gran Sheila died 2019 mum's mum", BEGUN, JAY).edit.case
    found = told(line, BEGUN if "Sheila" in line else died, JAY)
    assert not found.edit.case.family.households
    assert any("has died" in str(left.why.template) for left in found.left), found
