"""Names that no line has room for, as a file from elsewhere may hold: all of each is read, on the page."""

from __future__ import annotations

import pytest

from genogram_app.drawing.primitives import Text
from genogram_app.export.flow import sheets
from genogram_app.family.case import Case
from genogram_app.studio.publish import prepare, view_of
from tests.builders import TODAY, case_of, child, couple, person
from tests.picture.sheets import scene

LONG = "Wolfeschlegelsteinhausenbergerdorff" * 8


def family(name: str) -> Case:
    people = (person("jay", name, subject=True), person("lisa", "Lisa"), person("dan", name))
    return case_of(*people, *couple("u", "lisa", "dan"), child("jay", "u"))


@pytest.mark.parametrize("name", [LONG, f"Jay {LONG}", "Bartholomew-Fotheringay " * 12, "محمد" * 70])
def test_a_long_name_is_nowhere_off_the_page(name: str) -> None:
    publication = prepare(scene(), family(name), view=view_of(scene(), "genogram", TODAY, "case-file"))
    assert publication.sheet.fit.fits
    for sheet in sheets(publication.pages):
        for placed in sheet.placed:
            for text in placed.drawing.texts():
                assert placed.left + text.left * placed.scale >= 0
                assert placed.left + (text.left + text.width) * placed.scale <= sheet.width


def test_all_of_a_long_name_stands_under_the_symbol() -> None:
    publication = prepare(scene(), family(LONG), view=view_of(scene(), "genogram", TODAY, "case-file"))
    figure = next(node for node in publication.sheet.family.nodes if node.key == "person:jay")
    lines = [mark.content for mark in figure.marks if isinstance(mark, Text)]
    assert LONG in "".join(lines)
