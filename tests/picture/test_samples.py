"""The sample families: true to life, whole in what they show, and just as their maker tells them."""

from __future__ import annotations

from collections import Counter

import pytest

from genogram_app import places
from genogram_app.family import kinship
from genogram_app.family.generations import generations
from genogram_app.model.base import Blank
from genogram_app.model.person import Person
from genogram_app.model.ties import ChildOf, Tie
from genogram_app.picture.key_cards import used_cards
from genogram_app.picture.measured import measure
from genogram_app.practice.questions import questions
from genogram_app.store.codec import SUFFIX, decode, encode
from tests.picture.sheets import sample, scene, sheet
from tests.sample_families.__main__ import SAMPLES


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_the_file_is_what_the_maker_writes(name: str) -> None:
    data = (places.resources() / "samples" / f"{name}{SUFFIX}").read_bytes()
    assert data == encode(sample(name)), "run `python -m tests.sample_families`"
    assert decode(data, name) == sample(name)


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_nobody_is_placed_beforehand(name: str) -> None:
    assert not sample(name).placements


def test_the_practice_family_shows_something_of_every_group() -> None:
    composed = sheet("practice")
    figures = measure(scene().pen, scene().catalog, composed.case, composed.view).figures.values()
    day = composed.view.as_at
    found = used_cards(scene().catalog, composed.case, composed.layout, figures, day)
    used = {card.group for card, _ in found}
    # Fills are drawn only where a sheet asks for them; the rest is said in words or has a plate of its own.
    assert set(scene().catalog.groups) - used == {"conditions", "agencies", "legal", "themes"}


def test_every_reason_for_a_blank_is_in_the_practice_family() -> None:
    found = {
        value
        for person in sample("practice").family.people
        for field in Person.statements()
        if isinstance(value := getattr(person, field), Blank)
    }
    assert found == set(Blank)


def test_the_practice_family_has_one_home_shared_at_weekends() -> None:
    homes = Counter(
        person.id
        for person in sample("practice").family.people
        for place, _ in kinship.homes_of(sample("practice").family, person.id)
        if place.until is None
    )
    assert [who for who, count in homes.items() if count == 2] == ["p_ruby"]


def test_both_sides_of_each_subject_child_go_back_three_generations() -> None:
    for name in SAMPLES:
        day = sample(name).details.dated
        assert day is not None
        asked = questions(sample(name), day, scene().catalog, scene().words)
        kinds = {question.kind for question in asked}
        assert not kinds & {"grandparents_missing", "parent_missing", "no_subject_child", "no_go_to_person"}
        assert not kinds & {"no_worker", "not_dated", "no_review", "no_reference", "child_without_home"}


def test_services_help_and_strain() -> None:
    ties = sample("practice").family.edges(Tie)
    assert any(tie.strength and not tie.strain for tie in ties)
    assert any(tie.strain for tie in ties)


def test_a_father_has_five_children_by_three_partners() -> None:
    family = sample("three_partners").family
    father = family.get(Person, "p_marcus")
    unions = kinship.unions_of(family, father.id)
    assert [len(kinship.links_down(family, union.id)) for union in unions] == [2, 1, 2]
    cards = [scene().catalog.union(union.kind) for union in unions]
    assert [card.stage for card in cards] == ["ended", "ended", "current"]
    assert [card.abbreviation for card in cards] == ["div.", "ended", "m."]


def test_the_large_family_is_large() -> None:
    family = sample("large_family").family
    assert len(family.people) >= 60
    assert len(set(generations(family).values())) == 4
    assert {scene().catalog.link(link.kind).legal for link in family.edges(ChildOf)} == {True}
    assert any(len(kinship.unions_of(family, person.id)) > 1 for person in family.people)
    assert any(not str(person.name).isascii() for person in family.people)
