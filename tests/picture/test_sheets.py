"""Finished sheets: everything to be read, nothing over anything else, and a key of what is there."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from genogram_app.catalog.cards import LineCard
from genogram_app.drawing.geometry import bounds
from genogram_app.drawing.primitives import Box, Drawing, Node, Path, Text, texts_in
from genogram_app.model.document import ViewKind
from genogram_app.model.ids import Id
from genogram_app.model.ties import Bond, ChildOf, Tie
from genogram_app.picture import wording
from genogram_app.picture.compose import Sheet
from genogram_app.picture.key_cards import used_cards
from genogram_app.picture.measured import measure
from genogram_app.studio.publish import Copy
from tests.picture.key_rows import rows_of
from tests.picture.sheets import ALL, publication, scene, sheet

#: No text on paper is smaller, but for rounding.
LEAST = 8.0 - 1e-6

each_sheet = pytest.mark.parametrize(("name", "view", "copy"), ALL)


def letters(text: Text) -> Box:
    """Give the box that the letters themselves cover, without the air round them."""
    return Box(
        text.left + 0.5, text.y - text.size * 0.7, text.left + text.width - 0.5, text.y + text.size * 0.18
    )


def collisions(drawing: Drawing) -> list[tuple[str, str]]:
    """Give each pair of words that cover one another, and words that lie on somebody's symbol."""
    words = [(node, text) for node in drawing.nodes for text in texts_in(node.marks)]
    over = [
        (a.content, b.content) for (_, a), (_, b) in combinations(words, 2) if letters(a).overlaps(letters(b))
    ]
    on = [
        (text.content, figure.says)
        for figure in drawing.nodes
        if figure.role in ("person", "agency")
        for node, text in words
        if node is not figure and letters(text).overlaps(body(figure))
    ]
    return over + on


def body(figure: Node) -> Box:
    """Give the box of a figure's symbol or plate."""
    first = figure.marks[0]
    assert isinstance(first, Path)
    return bounds(first.outline)


@each_sheet
def test_no_words_are_smaller_than_8_points(name: str, view: ViewKind, copy: Copy) -> None:
    composed = sheet(name, view, copy)
    assert [text.content for text in composed.drawing.texts() if text.size < LEAST] == []
    assert composed.fit.scale >= 1 or len(publication(name, view, copy).pages) > 2


@each_sheet
def test_no_words_cover_other_words_or_a_symbol(name: str, view: ViewKind, copy: Copy) -> None:
    assert collisions(sheet(name, view, copy).drawing) == []


def test_words_that_cover_one_another_are_found() -> None:
    drawing = sheet("practice").drawing
    person = next(node for node in drawing.nodes if node.role == "person")
    moved = Drawing(
        drawing.bounds, (*drawing.nodes, Node("label:x", "label", "", person.marks[-1:], person.bounds))
    )
    assert len(collisions(moved)) > len(collisions(drawing))


@each_sheet
def test_everybody_who_is_drawn_is_there_by_name(name: str, view: ViewKind, copy: Copy) -> None:
    composed = sheet(name, view, copy)
    everybody = {person.id: person for person in composed.case.family.people}
    shown = {
        node.key.removeprefix("person:"): node for node in composed.drawing.nodes if node.role == "person"
    }
    assert set(shown) == (set(everybody) if view != "ecomap" else set(shown) & set(everybody))
    for key, node in shown.items():
        words = " ".join(text.content for text in texts_in(node.marks))
        expected = wording.name(scene().words, everybody[key])
        assert expected in words or everybody[key].unborn


def untold(composed: Sheet) -> list[Id]:
    """Give each line that a case tells between two who are on a sheet, and that isn't drawn on it."""
    there = {node.key.partition(":")[2] for node in composed.drawing.nodes}
    lines = (*composed.case.family.edges(Bond), *composed.case.family.edges(Tie))
    return [line.id for line in lines if set(line.ends) <= there and line.id not in there]


@each_sheet
def test_every_line_between_two_who_are_there_is_drawn(name: str, view: ViewKind, copy: Copy) -> None:
    assert untold(sheet(name, view, copy)) == []


def test_a_line_that_is_missing_is_found() -> None:
    composed = sheet("practice", "combined")
    for node in composed.drawing.nodes:
        if node.role in ("bond", "tie"):
            kept = tuple(other for other in composed.drawing.nodes if other is not node)
            drawing = replace(composed.drawing, nodes=kept)
            assert untold(replace(composed, drawing=drawing)) == [node.key.partition(":")[2]]


@each_sheet
def test_everything_is_on_the_page(name: str, view: ViewKind, copy: Copy) -> None:
    drawing = sheet(name, view, copy).drawing
    for node in drawing.nodes:
        assert node.bounds.union(drawing.bounds) == drawing.bounds, node.key


@each_sheet
def test_the_key_holds_what_is_used_and_nothing_else(name: str, view: ViewKind, copy: Copy) -> None:
    composed = sheet(name, view, copy)
    family, layout, catalog = composed.case.family, composed.layout, scene().catalog
    expected = {catalog.bond(bond.quality).label for bond in family.edges(Bond) if bond.id in layout.bonds}
    expected |= {
        catalog.link(link.kind).label for link in family.edges(ChildOf) if link.id in layout.descents
    }
    expected |= {
        card.label
        for tie in family.edges(Tie)
        if tie.id in layout.ties
        for card in (catalog.tie_strength(tie.strength), catalog.tie_strain(tie.strain))
        if card
    }
    figures = measure(scene().pen, catalog, composed.case, composed.view).figures
    shown = [figures[key] for key in layout.places if key in figures]
    used = used_cards(catalog, composed.case, layout, shown, composed.view.as_at)
    lines = {card.label for card, _ in used if isinstance(card, LineCard) and card.group != "unions"}
    assert lines == expected
    key = next(node for node in composed.drawing.nodes if node.key == "key")
    rows = rows_of(key)
    assert all(any(row.startswith(label) for row in rows) for label in expected)
    said = [row for row in rows if row != "?"]
    assert len(said) == len(set(said))


@each_sheet
def test_the_head_says_when_which_copy_and_whom_to_ring(name: str, view: ViewKind, copy: Copy) -> None:
    composed = sheet(name, view, copy)
    words = scene().words
    head = " ".join(
        text.content
        for node in composed.drawing.nodes
        if node.role in ("title", "go-to")
        for text in texts_in(node.marks)
    )
    details = composed.case.details
    assert details.dated is not None
    assert words.day(details.dated) in head
    assert ("FAMILY COPY" if copy == "family" else "CASE FILE COPY") in head
    assert details.go_to is not None
    assert str(details.go_to.telephone) in head


@each_sheet
def test_the_telephone_number_is_the_largest_thing_in_its_box(name: str, view: ViewKind, copy: Copy) -> None:
    box = next(node for node in sheet(name, view, copy).drawing.nodes if node.role == "go-to")
    sizes = {text.content: text.size for text in texts_in(box.marks)}
    number = str(sheet(name, view, copy).case.details.go_to.telephone)  # type: ignore[union-attr]
    assert all(sizes[number] > size for content, size in sizes.items() if content != number)
