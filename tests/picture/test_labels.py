"""What is written on lines: folded where a reader would pause, and set as layout kept room for it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from genogram_app.drawing.primitives import Box, Text, texts_in
from genogram_app.layout.sheet.result import Spot
from genogram_app.model.ties import Bond
from genogram_app.picture.labels import MOST_LINES, ON_LINE, ON_RING, Lettering, set_label, shapes, sizes
from genogram_app.studio.publish import prepare, view_of
from tests.builders import SHARED, TODAY, case_of, person
from tests.picture.sheets import scene

SAID = [
    "since 2023",
    "2018 – Feb 2021",
    "neglect: Lisa Carter says, reported",
    "foster care, May 2024 – Dec 2024",
    "Lisa Carter says, reported, until Jun 2026",
    "a neighbour who doesn’t want to be named says that it has been like this for years, reported",
]


@pytest.mark.parametrize("content", SAID)
@pytest.mark.parametrize("lettering", [ON_LINE, ON_RING])
def test_nothing_is_cut_however_a_label_is_folded(content: str, lettering: Lettering) -> None:
    for lines in shapes(content, lettering):
        assert " ".join(lines) == content


@pytest.mark.parametrize("content", SAID[:-1])
def test_a_label_is_folded_only_where_a_reader_pauses(content: str) -> None:
    for lines in shapes(content):
        assert len(lines) <= MOST_LINES
        assert all(line.endswith((":", ",", "–")) for line in lines[:-1])


def test_each_shape_has_more_lines_and_is_narrower_than_the_one_before() -> None:
    found = sizes("Lisa Carter says, reported, until Jun 2026")
    assert len(found) == 2
    assert found[0][0] > found[1][0]
    assert found[0][1] < found[1][1]
    assert shapes("since 2023") == (("since 2023",),)


def test_a_label_is_drawn_in_the_shape_for_which_room_was_kept() -> None:
    pen = scene().pen
    for lines in shapes(SAID[4]):
        width, height = ON_LINE.size(lines)
        spot = Spot((0.0, 0.0), Box(-width / 2, -height / 2, width / 2, height / 2))
        drawn = [mark for mark in set_label(pen, spot, SAID[4], "muted") if isinstance(mark, Text)]
        assert [text.content for text in drawn] == list(lines)


#: What is said of harm, and its lines where it is folded once.
OF_HARM = {
    "criminal exploitation: police log says, disputed": (
        "criminal exploitation:",
        "police log says, disputed",
    ),
    "physical abuse: police log says, denied": ("physical abuse:", "police log says, denied"),
    "police log says, convicted, 2015 – 2020": ("police log says,", "convicted, 2015 – 2020"),
    "Head of year nine at Ysgol Gyfun says, reported": ("Head of year nine at", "Ysgol Gyfun says, reported"),
}


@pytest.mark.parametrize("content", OF_HARM)
def test_what_is_said_of_harm_breaks_at_its_sense_where_two_lines_do(content: str) -> None:
    assert next(lines for lines in shapes(content) if len(lines) == 2) == OF_HARM[content]


@pytest.mark.parametrize("content", [*OF_HARM, *SAID[:-1]])
def test_a_further_line_makes_a_label_narrower(content: str) -> None:
    widths = [width for width, _ in sizes(content)]
    assert all(narrower < 0.95 * wider for wider, narrower in pairwise(widths))


def test_a_long_phrase_is_broken_into_even_lines() -> None:
    *lines, last = shapes("Head of year nine at the secondary school in Ystradgynlais says, reported")[0]
    assert last.endswith("says, reported")
    assert min(map(len, lines)) > 0.6 * max(map(len, lines))


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ({"since": "2018"}, "since 2018"),
        ({"since": "2018", "until": "2021"}, "2018 – 2021"),
        ({"until": "2021"}, "until 2021"),
    ],
)
def test_from_when_to_when_stands_on_a_relationship(dates: dict[str, str], said: str) -> None:
    close = next(card.id for card in scene().catalog.bonds.values() if card.everyday)
    bond = Bond.model_validate(
        {"id": "e", "a": "jay", "b": "lisa", "quality": close, "basis": SHARED} | dates
    )
    case = case_of(person("jay", subject=True), person("lisa"), bond)
    drawing = prepare(scene(), case, view=view_of(scene(), "genogram", TODAY, "case-file")).sheet.drawing
    labels = [node for node in drawing.nodes if node.key == "label:bond:e"]
    assert " ".join(text.content for node in labels for text in texts_in(node.marks)) == said
