"""Shapes as they are drawn in SVG."""

from __future__ import annotations

from pathlib import Path

import pytest

from genogram_app.catalog.cards import UNIT
from genogram_app.catalog.svg import read_shape
from genogram_app.drawing.geometry import bounds


def _shape(tmp_path: Path, *elements: str) -> Path:
    file = tmp_path / "shape.svg"
    file.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-9 -9 18 18">' + "".join(elements) + "</svg>"
    )
    return file


@pytest.mark.parametrize(
    "element",
    [
        '<rect x="-4" y="-2" width="8" height="4"/>',
        '<rect x="-4" y="-2" width="8" height="4" rx="1"/>',
        '<ellipse cx="0" cy="0" rx="4" ry="2"/>',
        '<line x1="-4" y1="-2" x2="4" y2="2"/>',
        '<polyline points="-4,-2 4,2"/>',
        '<polygon points="-4 -2, 4 -2, 0 2"/>',
        '<path d="M-4,-2 h8 v4 H-4 z"/>',
    ],
)
def test_every_element_is_read_in_units(tmp_path: Path, element: str) -> None:
    (piece,) = read_shape(_shape(tmp_path, element))
    box = bounds(piece.outline)
    assert (box.left, box.top) == pytest.approx((-4 * UNIT, -2 * UNIT))
    assert (box.right, box.bottom) == pytest.approx((4 * UNIT, 2 * UNIT))


def test_paint_is_symbolic(tmp_path: Path) -> None:
    edge = '<circle r="4" fill="white" stroke="black" stroke-width="2"/>'
    shape = read_shape(
        _shape(tmp_path, "<title>Dots</title>", edge, '<circle r="1"/>', '<circle r="2" fill="none"/>')
    )
    assert [piece.fill for piece in shape] == ["paper", "paint", ""]
    assert [piece.width for piece in shape] == [pytest.approx(2 * UNIT), None, None]
