"""The pages of a family that no paper holds: nobody is cut, and every line says where it goes on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Literal

import pytest

from genogram_app.catalog.load import load
from genogram_app.drawing.primitives import Drawing, Group, Mark, Node, Text
from genogram_app.family.case import Case
from genogram_app.family.seen import Reader, View, seen
from genogram_app.interchange.gedcom import Tokens, read_gedcom
from genogram_app.model.document import Page
from genogram_app.picture.compose import Sheet
from genogram_app.picture.furniture import PAGE_NUMBER
from genogram_app.picture.pages import pages
from genogram_app.picture.paper import MARGIN, SIZES
from genogram_app.picture.plan import HEAD, SOLID
from genogram_app.places import resources
from genogram_app.store import files
from genogram_app.studio.scene import Scene
from tests.builders import counting

DAY = date(2026, 11, 22)
KENNEDY = Path(__file__).parents[3] / "shared" / "corpus" / "gedcom551" / "dj_kennedy.ged"
Name = Literal["large", "practice on A4", "kennedy"]
SCENE = Scene()


def case_of(name: Name) -> Case:
    if name == "kennedy":
        if not KENNEDY.exists():
            pytest.skip("the corpus of real files isn't here")
        tokens = Tokens.of(load().from_gedcom)
        return read_gedcom(
            KENNEDY.read_bytes(), KENNEDY.name, tokens=tokens, new_id=counting(), today=DAY
        ).case
    file = "large_family" if name == "large" else "practice"
    case = files.read(resources() / "samples" / f"{file}.genogram")
    return case.with_(page=Page(paper="A4")) if name == "practice on A4" else case


@lru_cache(maxsize=3)
def made(name: Name) -> tuple[Sheet, tuple[Drawing, ...]]:
    view = View(as_at=DAY, kind="genogram", reader=Reader.CASE_FILE, harmless=SCENE.catalog.harmless)
    sheet = SCENE.sheet(seen(case_of(name), view), view)
    assert not sheet.fit.fits
    return sheet, pages(SCENE.pen, sheet)


families = pytest.mark.parametrize("name", ["large", "practice on A4", "kennedy"])


def solids(drawing: Drawing) -> list[Node]:
    return [node for node in drawing.nodes if node.role in SOLID]


def texts(marks: tuple[Mark, ...]) -> Iterator[Text]:
    for mark in marks:
        if isinstance(mark, Group):
            yield from texts(mark.marks)
        elif isinstance(mark, Text):
            yield mark


def said(node: Node) -> list[str]:
    return [text.content for text in texts(node.marks)]


@families
def test_every_figure_service_and_label_is_whole_on_exactly_one_part(name: Name) -> None:
    sheet, (_, *parts) = made(name)
    found = Counter(node.key for part in parts for node in solids(part))
    assert found == Counter(node.key for node in solids(sheet.family))
    whole = {node.key: node for node in sheet.family.nodes}
    for part in parts:
        for node in solids(part):
            assert said(node) == said(whole[node.key])
            assert not any(isinstance(mark, Group) for mark in node.marks)
            larger = node.bounds.width / whole[node.key].bounds.width
            assert larger >= 1.0 - 1e-9
            assert node.bounds.height == pytest.approx(whole[node.key].bounds.height * larger)


@families
def test_all_that_stands_on_a_part_is_within_its_margins(name: Name) -> None:
    _, (_, *parts) = made(name)
    for part in parts:
        assert solids(part)
        for node in solids(part):
            assert node.bounds.left >= MARGIN
            assert node.bounds.right <= part.bounds.right - MARGIN
            assert node.bounds.top >= MARGIN + HEAD
            assert node.bounds.bottom <= part.bounds.bottom - MARGIN


@families
def test_no_letter_is_smaller_than_eight_points(name: Name) -> None:
    _, drawn = made(name)
    assert min(text.size for page in drawn for node in page.nodes for text in texts(node.marks)) >= 8.0


@families
def test_each_part_says_which_it_is_and_of_when(name: Name) -> None:
    _, (_, *parts) = made(name)
    for number, part in enumerate(parts, 1):
        head = said(next(node for node in part.nodes if node.role == "title"))
        assert f"Part {number} of {len(parts)}" in head
        assert "Dated 22 November 2026" in head
        assert any("CASE FILE COPY" in line for line in head)


def goes_on(part: Drawing) -> list[Node]:
    return [node for node in part.nodes if node.key.startswith("goes-on:")]


def led(mark: Node) -> int:
    """Give the part that a mark names: "part 3", never a bare number that might be a page's."""
    (says,) = [line for line in said(mark) if line.startswith("part ")]
    return int(says.removeprefix("part "))


@families
def test_a_line_that_goes_on_says_where_on_both_parts(name: Name) -> None:
    _, (_, *parts) = made(name)
    leads = {(here, led(mark)) for here, part in enumerate(parts, 1) for mark in goes_on(part)}
    assert leads
    assert leads == {(there, here) for here, there in leads}
    assert all(here != there for here, there in leads)


@families
def test_the_mark_where_a_line_goes_on_hides_nobody_and_is_on_the_page(name: Name) -> None:
    _, (_, *parts) = made(name)
    for part in parts:
        for mark in goes_on(part):
            assert part.bounds.grown(-8).union(mark.bounds) == part.bounds.grown(-8)
            assert not [node.key for node in solids(part) if node.bounds.overlaps(mark.bounds)]


@families
def test_all_pages_are_of_one_paper(name: Name) -> None:
    _, drawn = made(name)
    sizes = {tuple(sorted((page.bounds.width, page.bounds.height))) for page in drawn}
    assert len(sizes) == 1
    assert sizes <= {SIZES["A4"], SIZES["A3"]}


def test_the_map_names_the_children_and_whom_to_ring_and_numbers_every_part() -> None:
    _, (cover, *parts) = made("large")
    shown = said(next(node for node in cover.nodes if node.role == "map"))
    assert {"Ffion Khan", "Tomos Khan", "Gareth Hughes, to ring out of hours"} <= set(shown)
    assert {str(number) for number in range(1, len(parts) + 1)} <= set(shown)


def test_the_cover_has_the_title_the_key_and_the_quotes() -> None:
    _, (cover, *_) = made("large")
    roles = {node.role for node in cover.nodes}
    assert {"title", "go-to", "map", "key"} <= roles
    assert any("I want Taid" in line for node in cover.nodes for line in said(node))


@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_the_paper_that_was_asked_for_is_kept_to(
    paper: Literal["A4", "A3"], orientation: Literal["landscape", "portrait"]
) -> None:
    view = View(as_at=DAY, kind="genogram", reader=Reader.CASE_FILE, harmless=SCENE.catalog.harmless)
    case = case_of("large").with_(page=Page(paper=paper, orientation=orientation))
    drawn = pages(SCENE.pen, SCENE.sheet(seen(case, view), view))
    short, long = SIZES[paper]
    size = (long, short) if orientation == "landscape" else (short, long)
    assert {(page.bounds.width, page.bounds.height) for page in drawn} == {size}


def test_a_family_that_a_paper_holds_is_one_page() -> None:
    view = View(as_at=DAY, kind="genogram", reader=Reader.CASE_FILE, harmless=SCENE.catalog.harmless)
    sheet = SCENE.sheet(seen(files.read(resources() / "samples" / "three_partners.genogram"), view), view)
    assert pages(SCENE.pen, sheet) == (sheet.drawing,)


def test_a_family_that_fills_its_page_has_its_key_on_the_next() -> None:
    view = View(as_at=DAY, kind="genogram", reader=Reader.CASE_FILE, harmless=SCENE.catalog.harmless)
    case = files.read(resources() / "samples" / "three_partners.genogram")
    case = case.with_(page=Page(paper="A4", orientation="landscape"))
    sheet = SCENE.sheet(seen(case, view), view)
    drawn, key = pages(SCENE.pen, sheet)
    assert drawn == sheet.drawing
    assert "key" not in {node.role for node in drawn.nodes}
    assert any("Key: page 2" in line for node in drawn.nodes for line in said(node))
    assert {"title", "key"} <= {node.role for node in key.nodes}
    assert key.bounds == drawn.bounds
    assert all(key.bounds.grown(-8).union(node.bounds) == key.bounds.grown(-8) for node in key.nodes)


def test_the_practice_family_with_its_services_and_key_is_one_page() -> None:
    view = View(as_at=DAY, kind="combined", reader=Reader.CASE_FILE, harmless=SCENE.catalog.harmless)
    sheet = SCENE.sheet(seen(files.read(resources() / "samples" / "practice.genogram"), view), view)
    assert pages(SCENE.pen, sheet) == (sheet.drawing,)
    assert {"go-to", "key"} <= {node.role for node in sheet.drawing.nodes}


@pytest.mark.parametrize("name", ["large", "practice on A4"])
def test_whom_the_first_page_sends_to_a_part_stands_there(name: Name) -> None:
    _, (cover, *parts) = made(name)
    index = next((node for node in cover.nodes if node.key == "index"), None)
    if name == "large":
        assert index is not None
    for number, who in index_of(index) if index else ():
        assert any(
            line.startswith(who.split()[0]) for node in solids(parts[number - 1]) for line in said(node)
        )


def index_of(index: Node) -> list[tuple[int, str]]:
    _, *words = said(index)
    return [(int(number), who) for number, who in zip(words[::2], words[1::2], strict=True)]


def test_everybody_with_a_name_is_in_the_index_once() -> None:
    sheet, (cover, *_) = made("large")
    index = next(node for node in cover.nodes if node.key == "index")
    assert len(index_of(index)) == sum(person.named for person in sheet.case.family.people)


@families
def test_the_number_of_a_page_never_lies_over_its_foot(name: Name) -> None:
    _, drawn = made(name)
    for page in drawn:
        foot = next(node for node in page.nodes if node.role == "note" and "copy with care" in node.says)
        lines = [text for text in texts(foot.marks) if text.y == max(each.y for each in texts(foot.marks))]
        assert max(text.x + text.width for text in lines) <= page.bounds.right - MARGIN - PAGE_NUMBER
