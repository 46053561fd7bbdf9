"""Symbols as they are drawn: what an age inside must not hide."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest

from genogram_app.catalog.cards import MarkCard
from genogram_app.drawing.primitives import texts_in
from genogram_app.likeness.least import SYMBOLS
from genogram_app.likeness.people import difference, inks
from genogram_app.model.base import Blank
from genogram_app.model.person import Life, Person
from genogram_app.picture.people import Setting, figure, look_of
from tests.picture.sheets import scene

SETTING = Setting(day=date(2026, 11, 22))


_JAY = {"id": "p_1", "name": "Jay", "born": "2017"}


def letters(**facts: object) -> list[str]:
    person = Person.model_validate(_JAY | facts)
    drawn = figure(scene().pen, scene().catalog, person, SETTING)
    return [text.content for text in texts_in(drawn.marks)]


@pytest.mark.parametrize("subject", [False, True])
def test_a_gender_that_is_not_known_shows_its_question_mark_beside_an_age(subject: bool) -> None:
    assert letters(subject=subject)[:2] == ["~9", "?"]


def test_a_gender_that_is_known_shows_none() -> None:
    another = scene().catalog.by_role("people", "another").id
    assert "?" not in letters(gender=another)


@pytest.mark.parametrize("born", [Blank.UNKNOWN, Blank.NOT_ASKED, "2017"])
def test_two_genders_of_one_shape_are_told_apart_whatever_is_known_of_the_age(born: object) -> None:
    """A diamond with “?” says that the gender isn't known: it stood for another gender's age as well."""
    cards = [card for card in scene().catalog.people.values() if not (card.life or card.animal)]
    people = [Person.model_validate(_JAY | {"gender": card.id, "born": born}) for card in cards]
    looks = [look_of(scene().pen, scene().catalog, person, SETTING) for person in people]
    alike = [pair for pair in combinations(looks, 2) if pair[0].body == pair[1].body]
    assert alike
    assert min(difference(*inks(pair)) for pair in alike) >= SYMBOLS


def test_what_no_longer_stands_inside_is_said_below() -> None:
    another = scene().catalog.by_role("people", "another").id
    assert letters(gender=another, born=Blank.UNKNOWN) == ["Jay", "b. ?"]
    assert letters(gender=another, born=Blank.UNKNOWN, stands_for=3) == ["×3", "Jay"]


@pytest.mark.parametrize("life", Life)
def test_nothing_is_said_twice_of_anybody(life: Life) -> None:
    person = Person.model_validate({"id": "p_1", "name": "?", "life": life, "born": "2027-02"})
    said = figure(scene().pen, scene().catalog, person, SETTING).says.split(", ")
    assert len(said) == len(set(said))


def test_a_move_and_two_cultures_both_show_one_clear_of_the_other() -> None:
    person = Person.model_validate({"id": "p_1", "came_from": "Poland", "cultures": "Polish and British"})
    drawn = figure(scene().pen, scene().catalog, person, SETTING)
    facts = [card.fact for card in drawn.cards if isinstance(card, MarkCard)]
    assert {"migrated", "cultures"} <= set(facts)
    lower, higher = drawn.beside
    assert higher.bottom < lower.top
