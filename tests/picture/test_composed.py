"""A dozen composed families: what they looked like when somebody last looked, and what must hold of each."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from math import dist

import pytest

from genogram_app.drawing.primitives import Drawing, texts_in
from genogram_app.export.svg import write_svg
from genogram_app.model.person import Person
from genogram_app.picture.compose import Sheet
from genogram_app.studio import publish
from genogram_app.studio.publish import prepare, view_of
from tests import goldens
from tests.builders import TODAY
from tests.picture.composed import FAMILIES, composed
from tests.picture.sheets import scene

NAMES = sorted(FAMILIES)
#: How far apart the middles of two lines between the same two are at least, in points.
LANE = 5.5


@cache
def sheet(name: str) -> Sheet:
    view = view_of(scene(), "genogram", TODAY, "case-file")
    return prepare(scene(), composed(name), view=view, words_page=False).sheet


def drawing(name: str) -> Drawing:
    return sheet(name).drawing


@pytest.mark.parametrize("name", NAMES)
def test_golden(name: str) -> None:
    goldens.check(f"family-{name}.svg", write_svg(drawing(name)))


@pytest.mark.parametrize("name", NAMES)
def test_everybody_is_drawn_once_on_one_page_in_letters_that_can_be_read(name: str) -> None:
    drawn = [node.key for node in drawing(name).nodes if node.role == "person"]
    everybody = {f"person:{each.id}" for each in composed(name).family.nodes(Person)}
    assert sorted(drawn) == sorted(everybody)
    assert sheet(name).fit.fits
    assert min(text.size for text in drawing(name).texts()) >= 8


@pytest.mark.parametrize("name", NAMES)
def test_the_key_names_the_symbol_of_everybody(name: str) -> None:
    (key,) = [node for node in drawing(name).nodes if node.key == "key"]
    catalog = scene().catalog
    for each in composed(name).family.nodes(Person):
        card = catalog.life(each.life.value) or catalog.gender(each.gender)
        assert card.label in key.says


def test_the_child_of_several_carers_has_all_three_lines_with_their_dates() -> None:
    descents = sheet("several-carers").layout.descents
    assert len([key for key in descents if key.startswith("jay.")]) == 3
    said = " ".join(text.content for text in drawing("several-carers").texts())
    assert "May 2024 – Aug 2025" in said
    assert "since 4 Aug 2025" in said


def test_a_foster_carer_s_surname_is_not_on_it() -> None:
    assert "Fielding" not in write_svg(drawing("several-carers"))


def test_who_lives_next_door_is_in_neither_home() -> None:
    assert sheet("two-homes").layout.warnings == ()


@pytest.mark.parametrize("name", ["losses", "losses-crossed"])
def test_a_termination_is_in_no_byte_of_a_family_copy(name: str) -> None:
    assert "termination" in write_svg(drawing(name))
    view = view_of(scene(), "combined", TODAY, "family")
    pages = publish._svg(prepare(scene(), composed(name), view=view)).decode()
    assert [said for said in ("terminat", "was ended", "2009") if said in pages] == []
    assert "miscarriage" in pages


def test_nobody_is_asked_when_a_pet_was_born_and_it_isn_t_counted() -> None:
    (pet,) = [node for node in drawing("groups").nodes if node.key == "person:rex"]
    assert [text.content for text in texts_in(pet.marks)] == ["Rex"]
    assert "?" not in pet.says
    (foot,) = [node for node in drawing("groups").nodes if node.key == "footer"]
    assert "7 people" in foot.says  # Sam, his parents, his uncle and three whose names nobody knows
    (lost,) = [node for node in drawing("losses").nodes if node.key == "footer"]
    assert "4 people" in lost.says


def test_what_kind_of_home_it_is_stands_on_its_ring_and_in_the_key() -> None:
    said = " ".join(text.content for text in drawing("from-elsewhere").texts())
    assert "Our room, temporary housing, since Sep 2026" in said
    (key,) = [node for node in drawing("from-elsewhere").nodes if node.key == "key"]
    assert "temporary housing" in key.says


def test_relationships_of_the_same_two_lie_side_by_side() -> None:
    routes = sheet("many-lines").layout.bonds
    together = [[routes[key] for key in ("controls", "violence", "bail_condition", "afraid_of")]]
    together += [[routes[key] for key in ("close", "worry")]]
    for lanes in together:
        for one, other in combinations(lanes, 2):
            middle = one[len(one) // 4 : -len(one) // 4 or None]
            assert min(dist(here, there) for here in middle for there in other) > LANE


def test_lines_of_harm_between_the_same_two_each_say_who_says_so() -> None:
    said = " ".join(text.content for text in drawing("many-lines").texts())
    for words in ("Lisa Carter says, reported", "a service says, convicted", "found by court", "source ?"):
        assert words in said


def test_the_sheet_in_black_and_white_has_no_colour() -> None:
    svg = write_svg(drawing("in-black-and-white"))
    found = {each[:6] for each in svg.split("#")[1:]}
    assert {each for each in found if not each[:2] == each[2:4] == each[4:6]} == set()
