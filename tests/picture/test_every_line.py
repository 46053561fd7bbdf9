"""Every line of the catalogue on a sheet: drawn, said, told in the key, and harm in the case file alone."""

from __future__ import annotations

from itertools import pairwise
from math import dist

import pytest

from genogram_app.drawing.geometry import bounds
from genogram_app.drawing.primitives import Box, Node, Path, texts_in
from genogram_app.export.svg import write_svg
from genogram_app.picture.compose import Sheet
from tests.picture.every_line import CATALOG, LINES, sheet

EVERY = sorted(LINES)
HARM = [key for key in EVERY if LINES[key].harm]
#: The words of a key are set whole, so they are looked for whole.
#: The shortest line on which kinds are told apart, in points: 12 mm.
TOLD_APART = 12 * 72 / 25.4
TAGGED = [key for key in EVERY if LINES[key].tag]


def _node(found: Sheet, key: str) -> Node:
    (node,) = [node for node in found.drawing.nodes if node.key == key]
    return node


def _letters(found: Sheet) -> str:
    return " ".join(text.content for text in found.drawing.texts())


@pytest.mark.parametrize("key", EVERY)
def test_it_is_drawn_and_said_in_its_words(key: str) -> None:
    card = LINES[key]
    role = {"unions": "union", "descent": "descent", "bonds": "bond", "ecomap": "tie"}[card.group]
    node = _node(sheet(key), f"{role}:line")
    assert node.marks
    ends = {"Bob", "Ann", "Jay", "Park School", "E. H.", "Elm House", "Ours"}
    assert sum(name in node.says for name in ends) >= 2


@pytest.mark.parametrize("key", EVERY)
def test_the_key_tells_it(key: str) -> None:
    assert LINES[key].label in _node(sheet(key), "key").says


@pytest.mark.parametrize("key", TAGGED)
def test_the_words_that_tell_it_stand_on_it(key: str) -> None:
    drawn = " ".join(text.content for node in sheet(key).family.nodes for text in texts_in(node.marks))
    assert LINES[key].tag in drawn


@pytest.mark.parametrize("key", [key for key in HARM if LINES[key].group == "bonds"])
def test_who_says_so_of_harm_stands_behind_the_word_for_its_kind(key: str) -> None:
    word = LINES[key].tag
    assert word
    said = [text.content for text in texts_in(_node(sheet(key), "label:bond:line").marks)]
    assert " ".join(said).startswith(f"{word}: source ?")


@pytest.mark.parametrize("key", [key for key in EVERY if LINES[key].group == "unions"])
def test_the_words_on_a_couple_s_bar_leave_its_marks_alone(key: str) -> None:
    bar, label = (_node(sheet(key), name) for name in ("union:line", "label:union:line"))
    boxes = [bounds(mark.outline) for mark in bar.marks if isinstance(mark, Path)]
    said = list(texts_in(label.marks))
    words = [Box(t.left, t.y - 0.75 * t.size, t.left + t.width, t.y + 0.2 * t.size) for t in said]
    assert boxes
    assert words
    assert not any(box.overlaps(word) for box in boxes for word in words)


@pytest.mark.parametrize("key", [key for key in EVERY if LINES[key].group == "bonds"])
def test_so_much_of_it_is_seen_between_neighbours_as_tells_it_from_others(key: str) -> None:
    route = sheet(key).layout.bonds["line"]
    assert sum(dist(*leg) for leg in pairwise(route)) >= TOLD_APART


@pytest.mark.parametrize("key", HARM)
def test_harm_asks_who_says_so_and_is_in_no_family_copy(key: str) -> None:
    card = LINES[key]
    assert "source ?" in _letters(sheet(key))
    copy = write_svg(sheet(key, "family").drawing)
    for said in (card.label, card.tag, card.term, "source ?"):
        assert not said or said not in copy


def test_what_isn_t_harm_is_in_a_family_copy_as_it_is_in_the_case_file() -> None:
    asked = CATALOG.paternity
    mild = [key for key in EVERY if not (LINES[key].harm or asked.asked_by(key))]
    assert len(mild) > 80
    for key in mild:
        assert LINES[key].label in _node(sheet(key, "family"), "key").says


def test_the_sheets_hold_every_line_of_the_catalogue() -> None:
    assert {card.id for card in CATALOG.lines} == set(EVERY)
