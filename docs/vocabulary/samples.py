"""Draw the picture of a point: samples of its cards, or symbols of which its features are true."""

from __future__ import annotations

from collections.abc import Iterator

from docs.vocabulary.points import Row
from genogram_app.catalog.cards import Card, LegalCard, ThemeCard
from genogram_app.drawing.primitives import Box, Drawing, Mark, Node
from genogram_app.drawing.transform import Transform
from genogram_app.export.svg import write_svg
from genogram_app.picture.pen import Pen, extent_of
from genogram_app.picture.swatches import swatches
from tests.picture import everybody
from tests.picture.sheets import scene

#: Air round a sample, and between two, in points.
AIR = 5.0


def picture(row: Row) -> str:
    """Draw a point's picture as SVG; empty where nothing of it is drawn."""
    samples = [*_of_cards(row), *_of_features(row)]
    if not samples:
        return ""
    pen, marks, x = scene().pen, list[Mark](), 0.0
    for sample in samples:
        box = extent_of(sample)
        marks += [Transform(1.0, x - box.left + AIR, 0.0).mark(mark) for mark in sample]
        x += box.width + 2 * AIR
    return _svg(pen, row, tuple(marks), x)


def _svg(pen: Pen, row: Row, marks: tuple[Mark, ...], width: float) -> str:
    box = extent_of(marks)
    page = Box(0.0, box.top - AIR, width, box.bottom + AIR)
    node = Node("sample", "symbol", row.says.replace("*", ""), marks, page)
    return write_svg(Drawing(page, (node,), pen.paint("paper"), row.says.replace("*", "")))


def _of_cards(row: Row) -> Iterator[tuple[Mark, ...]]:
    catalog, every = scene().catalog, _cards()
    for key in row.cards:
        if not isinstance(every[key], LegalCard | ThemeCard):
            yield from (swatch.marks for swatch in swatches(scene().pen, catalog, every[key]))


def _cards() -> dict[str, Card]:
    return {card.id: card for cards in scene().catalog.groups.values() for card in cards.values()}


def _of_features(row: Row) -> Iterator[tuple[Mark, ...]]:
    by_name = {feature.name: feature for feature in everybody.features()}
    for names in row.features:
        yield everybody.drawn(*(by_name[name] for name in names)).marks
