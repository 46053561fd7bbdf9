"""Symbols as they are drawn: what an age inside must not hide."""

from __future__ import annotations

from datetime import date

import pytest

from genogram_app.catalog.cards import MarkCard
from genogram_app.drawing.primitives import texts_in
from genogram_app.model.person import Life, Person
from genogram_app.picture.people import Setting, figure
from tests.picture.sheets import scene

SETTING = Setting(day=date(2026, 11, 22))


def letters(**facts: object) -> list[str]:
    person = Person.model_validate({"id": "p_1", "name": "Jay", "born": "2017"} | facts)
    drawn = figure(scene().pen, scene().catalog, person, SETTING)
    return [text.content for text in texts_in(drawn.marks)]


@pytest.mark.parametrize("subject", [False, True])
def test_a_gender_that_is_not_known_shows_its_question_mark_beside_an_age(subject: bool) -> None:
    assert letters(subject=subject)[:2] == ["~9", "?"]


def test_a_gender_that_is_known_shows_none() -> None:
    another = scene().catalog.by_role("people", "another").id
    assert "?" not in letters(gender=another)


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
