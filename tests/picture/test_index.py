"""The first page of an ecomap in parts says who and which service is on which part."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from genogram_app.drawing.primitives import Drawing, Group, Mark, Node, Text
from genogram_app.family.case import Case
from genogram_app.family.seen import Reader, View, seen
from genogram_app.model.agency import Agency
from genogram_app.model.base import Blank
from genogram_app.model.document import Page
from genogram_app.model.person import Person
from genogram_app.model.ties import Tie
from genogram_app.picture.compose import Sheet
from genogram_app.picture.pages import pages
from genogram_app.picture.plan import SOLID
from genogram_app.studio.scene import Scene
from tests.builders import SHARED, TODAY, case_of, home, person

SCENE = Scene()
#: How many services no A4 page holds.
MANY = 24


def _many() -> Case:
    """Make a child with many services; two of one kind, told apart by whom to speak to."""
    kinds = sorted(SCENE.catalog.agencies)[:MANY]
    services = [Agency(id=f"s{i}", kind=kind, basis=SHARED) for i, kind in enumerate(kinds)]
    twice = [
        Agency(id=f"x{who[0]}", kind=kinds[0], basis=SHARED, name="The Lodge", contact=who)
        for who in ("Ruth Lane", "Tom Webb")
    ]
    ties = [Tie(id=f"{each.id}.t", a=each.id, b="jay", basis=SHARED) for each in (*services, *twice)]
    nameless = Person(id="tom", name=Blank.UNKNOWN, basis=SHARED)
    people = (person("jay", "Jay Osei", subject=True), nameless)
    made = case_of(*people, *home("nest", "jay", "tom"), *services, *twice, *ties)
    return made.with_(page=Page(paper="A4"))


@cache
def _made() -> tuple[Sheet, tuple[Drawing, ...]]:
    view = View(as_at=TODAY, kind="ecomap", reader=Reader.CASE_FILE, harmless=SCENE.catalog.harmless)
    sheet = SCENE.sheet(seen(_many(), view), view)
    assert not sheet.fit.fits
    return sheet, pages(SCENE.pen, sheet)


def _texts(marks: tuple[Mark, ...]) -> Iterator[str]:
    for mark in marks:
        if isinstance(mark, Group):
            yield from _texts(mark.marks)
        elif isinstance(mark, Text):
            yield mark.content


def _index() -> tuple[str, dict[str, int]]:
    """Give what stands over the names, and the part beside each."""
    _, (cover, *_) = _made()
    node = next(node for node in cover.nodes if node.key == "index")
    says, *words = _texts(node.marks)
    return says, {who: int(number) for number, who in zip(words[::2], words[1::2], strict=True)}


def _standing(part: Drawing) -> list[Node]:
    return [node for node in part.nodes if node.role in SOLID]


def test_every_service_is_named_once_after_the_people() -> None:
    sheet, _ = _made()
    says, found = _index()
    assert says == "Who is on which part, and after them the services"
    assert len(found) == 1 + len(sheet.plates)
    assert next(iter(found)) == "Jay Osei"
    assert list(found)[1:] == sorted(found.keys() - {"Jay Osei"}, key=str.casefold)


def test_services_of_one_name_are_told_apart_by_whom_to_speak_to() -> None:
    _, found = _index()
    assert {name for name in found if name.startswith("The Lodge")} == {
        "The Lodge, Ruth Lane",
        "The Lodge, Tom Webb",
    }


def test_each_service_stands_on_the_part_that_is_named() -> None:
    sheet, (_, *parts) = _made()
    _, found = _index()
    for plate in sheet.plates.values():
        (number,) = {n for name, n in found.items() if name in (plate.head, f"{plate.head}, {plate.whom}")}
        assert plate.says in {node.says for node in _standing(parts[number - 1])}


def test_the_names_lie_under_the_map_and_over_the_key() -> None:
    _, (cover, *_) = _made()
    boxes = {node.role if node.key != "index" else "index": node.bounds for node in cover.nodes}
    assert boxes["map"].bottom <= boxes["index"].top
    assert boxes["index"].bottom <= boxes["key"].top
