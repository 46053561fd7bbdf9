"""Tiles: what no paper holds is cut between people, each of whom is whole on exactly one page."""

from __future__ import annotations

from collections import Counter
from functools import cache

from genogram_app.drawing.primitives import Drawing, Group, texts_in
from genogram_app.picture.pages import pages, tiled
from tests.picture.sheets import scene, sheet


@cache
def parts() -> tuple[Drawing, ...]:
    """Give the pages of the large family."""
    return pages(scene().pen, sheet("large_family"))


def test_a_family_that_fits_is_on_one_page() -> None:
    assert pages(scene().pen, sheet("three_partners")) == (sheet("three_partners").drawing,)


def test_everybody_is_whole_on_exactly_one_tile() -> None:
    found = Counter(node.key for page in parts()[1:] for node in page.nodes if node.role == "person")
    assert set(found.values()) == {1}
    assert len(found) == len(sheet("large_family").case.family.people)


def test_no_figure_and_no_label_is_cut_or_over_the_edge_of_its_paper() -> None:
    for page in parts():
        for node in page.nodes:
            if node.role in ("person", "agency", "label"):
                assert not any(isinstance(mark, Group) for mark in node.marks)
                assert node.bounds.union(page.bounds) == page.bounds


def test_lines_are_shown_up_to_the_edge_of_their_tile() -> None:
    lines = [node for page in parts()[1:] for node in page.nodes if node.role == "union"]
    assert lines
    assert all(isinstance(mark, Group) and mark.clip for node in lines for mark in node.marks)


def test_every_label_is_on_one_tile() -> None:
    wanted = Counter(
        text.content
        for node in sheet("large_family").family.nodes
        if node.role == "label"
        for text in texts_in(node.marks)
    )
    found = Counter(
        text.content
        for page in parts()[1:]
        for node in page.nodes
        if node.role == "label"
        for text in texts_in(node.marks)
    )
    assert found == wanted


def test_every_page_says_which_copy_and_the_date() -> None:
    for page in parts():
        words = " ".join(text.content for text in page.texts())
        assert "CASE FILE COPY" in words
        assert "30 September 2026" in words


def test_a_sheet_can_be_cut_even_where_it_would_fit() -> None:
    cut = tiled(scene().pen, sheet("three_partners"))
    assert len(cut) >= 2
