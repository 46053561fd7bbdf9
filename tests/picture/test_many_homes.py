"""Each home of fifteen families has its own people in its ring, with their names, and a name that is read."""

from __future__ import annotations

from functools import cache

import pytest

from genogram_app.drawing.geometry import contains
from genogram_app.drawing.primitives import Node, texts_in
from genogram_app.model.ties import LivesIn
from genogram_app.picture.compose import Sheet
from genogram_app.studio.publish import prepare, view_of
from tests.builders import TODAY, case_of
from tests.layout.test_rings import rim
from tests.picture.many_homes import FAMILIES
from tests.picture.sheets import scene

each_family = pytest.mark.parametrize("name", FAMILIES)


@cache
def _sheet(name: str) -> Sheet:
    view = view_of(scene(), "combined" if "service" in name else "genogram", TODAY, "case-file")
    return prepare(scene(), case_of(*FAMILIES[name]), view=view, words_page=False).sheet


def _people(sheet: Sheet) -> dict[str, Node]:
    """Give everybody's figure, name and all."""
    return {n.key.removeprefix("person:"): n for n in sheet.family.nodes if n.role == "person"}


@each_family
def test_its_ring_holds_its_own_with_their_names_and_nobody_else(name: str) -> None:
    sheet = _sheet(name)
    owned = {(warning.who[0], who) for warning in sheet.layout.warnings for who in warning.who[1:]}
    for home in sheet.case.family.households:
        ring = sheet.layout.rings[home.id]
        own = {edge.person for edge in sheet.case.family.edges(LivesIn) if edge.household == home.id}
        for who, node in _people(sheet).items():
            inside = [contains(ring, point) for point in rim(node.bounds.grown(-1))]
            if who in own:
                assert all(inside), f"{who} isn't wholly in {home.id}"
            elif (home.id, who) not in owned:
                assert not any(inside), f"{who} is in {home.id}"


@each_family
def test_it_is_called_once_where_nobody_s_name_is_hidden(name: str) -> None:
    sheet = _sheet(name)
    people = _people(sheet).values()
    labels = [node for node in sheet.family.nodes if node.key.startswith("label:ring:")]
    assert len(labels) == len(sheet.case.family.households)
    for label in labels:
        assert not [node.key for node in people if node.bounds.grown(-1).overlaps(label.bounds)]
        assert list(texts_in(label.marks))
