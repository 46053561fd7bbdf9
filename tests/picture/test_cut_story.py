"""Where a family is cut: never among the children it is about, and through a home only if it must be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Literal

import pytest

from genogram_app.drawing.primitives import Drawing, Group, Mark, Node, Outline, Text
from genogram_app.family import kinship
from genogram_app.family.case import Case
from genogram_app.family.seen import Reader, View, seen
from genogram_app.model.document import Page, Placement
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.ties import ChildOf, Tie
from genogram_app.picture.compose import Sheet
from genogram_app.picture.continued import inks
from genogram_app.picture.pages import pages
from genogram_app.picture.paper import LARGEST_SCALE
from genogram_app.picture.pen import extent_of
from genogram_app.picture.plan import Plan, plan_of
from genogram_app.picture.titleblock import subjects_of
from genogram_app.places import resources
from genogram_app.store import files
from genogram_app.studio.scene import Scene
from tests.builders import case_of, home
from tests.builders import person as anybody

DAY = date(2026, 11, 22)
SCENE = Scene()
Kind = Literal["genogram", "combined"]
Name = Literal["A4", "A3"]
Cut = tuple[Sheet, Plan, tuple[Drawing, ...]]


def cut(case: Case, kind: Kind) -> Cut:
    view = View(as_at=DAY, kind=kind, reader=Reader.CASE_FILE, harmless=SCENE.catalog.harmless)
    sheet = SCENE.sheet(seen(case, view), view)
    assert not sheet.fit.fits
    return sheet, plan_of(sheet, inks(sheet.case.family, sheet.layout)), pages(SCENE.pen, sheet)


@lru_cache(maxsize=8)
def sample(name: str, kind: Kind, paper: Name) -> Cut:
    case = files.read(resources() / "samples" / f"{name}.genogram")
    return cut(case.with_(page=Page(paper=paper)), kind)


@lru_cache(maxsize=1)
def long_house() -> Cut:
    """Sixty people of one home in two rows, none right under another: no page holds them."""
    people = [f"p{number:02}" for number in range(60)]
    case = case_of(*map(anybody, people), *home("hall", *people))
    places = {
        key: Placement(x=45.0 * number, y=120.0 * (number % 2), by_hand=True)
        for number, key in enumerate(people)
    }
    return cut(case.place("genogram", places).with_(page=Page(paper="A3")), "genogram")


samples = pytest.mark.parametrize(
    ("name", "kind", "paper"),
    [
        ("large_family", "genogram", "A3"),
        ("large_family", "combined", "A3"),
        ("large_family", "genogram", "A4"),
        ("practice", "genogram", "A4"),
        ("practice", "combined", "A4"),
    ],
)


def part_of(sheet: Sheet, plan: Plan, who: Id) -> int:
    tile = plan.tiling.at(*sheet.layout.places[who])
    assert tile
    return tile.number


@samples
def test_the_children_it_is_about_stand_on_one_part(name: str, kind: Kind, paper: Name) -> None:
    sheet, plan, _ = sample(name, kind, paper)
    children = subjects_of(sheet.case)
    assert len(children) > 1
    assert len({part_of(sheet, plan, child.id) for child in children}) == 1


@samples
def test_a_home_of_those_children_is_whole_on_one_part(name: str, kind: Kind, paper: Name) -> None:
    sheet, plan, _ = sample(name, kind, paper)
    family = sheet.case.family
    stays = [stay for child in subjects_of(sheet.case) for stay in kinship.homes_of(family, child.id)]
    homes = {home.id for living, home in stays if kinship.current(living, DAY)}
    assert homes & sheet.layout.rings.keys()
    for key in sorted(homes):
        who = [living.person for living in kinship.members(family, key) if kinship.current(living, DAY)]
        parts = {part_of(sheet, plan, key) for key in who if key in sheet.layout.places}
        assert len(parts) == 1


@samples
def test_letters_are_never_smaller_than_drawn_and_every_part_is_within_its_page(
    name: str, kind: Kind, paper: Name
) -> None:
    _, plan, _ = sample(name, kind, paper)
    assert 1.0 <= plan.scale <= LARGEST_SCALE
    for tile in plan.tiling.tiles:
        assert tile.extent.width * plan.scale <= plan.room.width + 0.01
        assert tile.extent.height * plan.scale <= plan.room.height + 0.01


# -- a home that no page holds ---------------------------------------------------


def clips(marks: tuple[Mark, ...]) -> Iterator[Outline]:
    for mark in marks:
        if isinstance(mark, Group):
            yield mark.clip
            yield from clips(mark.marks)


def words(node: Node) -> list[str]:
    return [mark.content for mark in node.marks if isinstance(mark, Text)]


def test_a_home_that_no_page_holds_ends_at_a_straight_edge() -> None:
    _, plan, (_, *parts) = long_house()
    assert len(parts) > 1
    stepped = [tile for tile in plan.tiling.tiles if len(set(tile.left.values)) > 1]
    assert stepped, "a straight cut would prove nothing"
    for part in parts:
        rings = [node for node in part.nodes if node.role == "ring"]
        assert rings
        assert all(len(outline) == 5 for node in rings for outline in clips(node.marks))


def test_a_home_that_no_page_holds_says_on_both_sides_where_it_goes_on() -> None:
    _, _, (_, *parts) = long_house()
    told = [[words(node) for node in part.nodes if node.key.startswith("goes-on:")] for part in parts]
    last = len(parts)
    assert told[0] == [["part 2", "Hall"]]
    assert told[-1] == [[f"part {last - 1}", "Hall"]]
    for here in range(2, last):
        assert sorted(told[here - 1]) == [[f"part {here - 1}", "Hall"], [f"part {here + 1}", "Hall"]]


def test_nobody_of_it_is_lost() -> None:
    sheet, _, (_, *parts) = long_house()
    shown = [node.key for part in parts for node in part.nodes if node.role == "person"]
    assert sorted(shown) == sorted(f"person:{person.id}" for person in sheet.case.family.people)


# -- what a part's page says of the others ------------------------------------------


@samples
def test_every_page_of_a_part_shows_where_it_lies(name: str, kind: Kind, paper: Name) -> None:
    _, _, (_, *parts) = sample(name, kind, paper)
    strips = [next(node for node in part.nodes if node.key == "where") for part in parts]
    assert len({node.marks for node in strips}) == len(parts)
    for part, strip in zip(parts, strips, strict=True):
        head = next(node for node in part.nodes if node.role == "title")
        ink = [extent_of((mark,)) for mark in head.marks if isinstance(mark, Text)]
        assert not any(strip.bounds.overlaps(box) for box in ink)


def test_whoever_a_cut_line_leads_to_is_named() -> None:
    sheet, _, (_, *parts) = sample("large_family", "genogram", "A3")
    family, cut = sheet.case.family, 0
    for part in parts:
        here = {node.key.partition(":")[2] for node in part.nodes if node.role == "person"}
        told = "\n".join(line for n in part.nodes if n.key.startswith("goes-on:") for line in words(n))
        for link in family.edges(ChildOf):
            parents = kinship.parent_people(family, link)
            if link.child in here and parents and not here & {parent.id for parent in parents}:
                cut += 1
                assert all(str(parent.name) in told for parent in parents)
            elif link.child not in here and parents and here >= {parent.id for parent in parents}:
                cut += 1
                assert str(family.get(Person, link.child).name) in told
    assert cut > 4


def test_a_line_that_ends_just_at_a_cut_has_its_mark_too() -> None:
    """A tie stops at the edge of a service's plate; the plate may stand beyond the cut."""
    sheet, _, (_, *parts) = sample("practice", "combined", "A4")
    family, apart = sheet.case.family, 0
    shown = [{node.key.partition(":")[2] for node in part.nodes if node.role != "label"} for part in parts]
    for tie in family.edges(Tie):
        person = family.find(Person, tie.b)
        for part, keys in zip(parts, shown, strict=True):
            if person and tie.a in keys and tie.b not in keys:
                apart += 1
                told = [line for n in part.nodes if n.key.startswith("goes-on:") for line in words(n)]
                assert person.name in told
    assert apart


@samples
def test_no_part_is_taken_for_larger_than_the_family(name: str, kind: Kind, paper: Name) -> None:
    sheet, plan, _ = sample(name, kind, paper)
    whole = sheet.family.bounds.grown(4)
    for tile in plan.tiling.tiles:
        assert whole.left <= tile.extent.left <= tile.extent.right <= whole.right
        assert whole.top <= tile.extent.top <= tile.extent.bottom <= whole.bottom
