"""Thirty people and fourteen services: how they looked when last looked at, and what must hold."""

from __future__ import annotations

from functools import cache
from itertools import combinations, pairwise

import pytest

from genogram_app.export.svg import write_svg
from genogram_app.layout.sheet.crossings import cross
from genogram_app.model.agency import Agency
from genogram_app.model.document import ViewKind
from genogram_app.model.person import Person
from genogram_app.picture.compose import Sheet
from genogram_app.studio.publish import prepare, view_of
from tests import goldens
from tests.builders import TODAY, case_of
from tests.picture.sheets import scene
from tests.picture.wide import fourteen_services, thirty

KINDS: dict[str, ViewKind] = {"thirty": "genogram", "fourteen-services": "ecomap"}


@cache
def sheet(name: str) -> Sheet:
    case = case_of(*(thirty() if name == "thirty" else fourteen_services()))
    view = view_of(scene(), KINDS[name], TODAY, "case-file")
    return prepare(scene(), case, view=view, words_page=False).sheet


@pytest.mark.parametrize("name", sorted(KINDS))
def test_golden(name: str) -> None:
    goldens.check(f"wide-{name}.svg", write_svg(sheet(name).drawing))


@pytest.mark.parametrize("name", sorted(KINDS))
def test_everybody_and_every_service_is_drawn_once_in_letters_that_can_be_read(name: str) -> None:
    shown = sheet(name)
    drawn = sorted(node.key for node in shown.drawing.nodes if node.role in ("person", "agency"))
    people, services = shown.case.family.nodes(Person), shown.case.family.nodes(Agency)
    assert drawn == sorted(
        [f"person:{each.id}" for each in people] + [f"agency:{each.id}" for each in services]
    )
    assert len(people) + len(services) in (30, 19)
    assert min(text.size for text in shown.drawing.texts()) >= 8


def test_no_two_ties_to_fourteen_services_cross() -> None:
    """The tie to the home lay in the way of the mother's, which went round her over two others."""
    ways = [list(pairwise(line)) for line in sheet("fourteen-services").layout.ties.values()]
    assert len(ways) == 14
    for one, other in combinations(ways, 2):
        assert not any(cross(*leg, *met) for leg in one for met in other)
