"""What is on the screen is what is on paper: the same drawing through Qt and through PDF, by pixels.

Both are rendered at 144 dots an inch and blurred, since two renderers never
round the edge of a line alike. Then no dot of any colour may differ by more
than a tolerance of 255 shades. A narrow blur shows lines and letters that
aren't where they should be, a wide one shows pale tints:

    blur of        tolerance   the same drawing   twins that must fail
    5 x 5 dots     48          22, a sheet 43     a point of shift 88, a letter 94
    17 x 17 dots   14          6, a sheet 13      a tint not cut to its ring 18
"""

from __future__ import annotations

import io
from dataclasses import replace
from math import ceil

import pytest
from PIL import Image, ImageChops, ImageFilter
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from genogram_app.drawing.primitives import Drawing, Group, Text
from genogram_app.export.png import write_png
from genogram_app.ui.paint import paint
from tests.drawings import META, bare, family, sheet_of, shifted, wire
from tests.picture.sheets import sheet

DPI = 144

#: How far to blur, in dots to each side, and how much may differ then. Each painter measures curves in its
#: own way, so the ticks round a long ring drift up to a dot apart, half a point: 43 on the practice sheet.
TOLERANCES = {2: 48, 8: 14}


def on_screen(drawing: Drawing) -> Image.Image:
    """Paint a drawing as the window does."""
    # Whole dots that hold all of the page, as the rasteriser of PDF takes them.
    width, height = drawing.bounds.width, drawing.bounds.height
    size = ceil(width * DPI / 72), ceil(height * DPI / 72)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.scale(size[0] / width, size[1] / height)
    paint(painter, drawing)
    painter.end()
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return Image.open(io.BytesIO(store.data()))


def on_paper(drawing: Drawing) -> Image.Image:
    """Paint a drawing as a PDF and rasterise that."""
    return Image.open(io.BytesIO(write_png([sheet_of(drawing)], META, DPI)))


def alike(one: Image.Image, other: Image.Image) -> bool:
    """Say whether two pictures show the same, within the tolerances."""
    return all(_difference(one, other, reach) <= most for reach, most in TOLERANCES.items())


def _difference(one: Image.Image, other: Image.Image, reach: int) -> int:
    """Give the greatest difference of any dot, 0 to 255."""
    soft = ImageFilter.BoxBlur(reach)
    left, right = (picture.convert("RGB").filter(soft) for picture in (one, other))
    bands = ImageChops.difference(left, right).split()
    return max(level for band in bands for level, count in enumerate(band.histogram()) if count)


def test_screen_equals_paper(qtbot: QtBot) -> None:
    drawing = family()
    assert alike(on_screen(drawing), on_paper(drawing))


def without(drawing: Drawing, letter: str) -> Drawing:
    """Give the drawing with one letter left out of one name, the others where they were."""
    first = drawing.nodes[0]
    marks = tuple(
        replace(mark, content=mark.content.replace(letter, " ")) if isinstance(mark, Text) else mark
        for mark in first.marks
    )
    return replace(drawing, nodes=(replace(first, marks=marks), *drawing.nodes[1:]))


def unclipped(drawing: Drawing) -> Drawing:
    """Give the drawing with its tint not cut to its ring."""
    *others, ring = drawing.nodes
    marks = tuple(replace(m, clip=()) if isinstance(m, Group) else m for m in ring.marks)
    return replace(drawing, nodes=(*others, replace(ring, marks=marks)))


@pytest.mark.parametrize(
    "other",
    [
        shifted(family(), "bond:b3", 1.0),
        shifted(family(), "person:p3", 1.0),
        without(family(), "i"),
        replace(family(), nodes=family().nodes[1:]),
        unclipped(family()),
    ],
    ids=["a dashed line 1 pt lower", "a symbol 1 pt lower", "a letter dropped", "a person gone", "no clip"],
)
def test_a_difference_is_seen(qtbot: QtBot, other: Drawing) -> None:
    drawing = family()
    assert not alike(on_screen(drawing), on_paper(other))


def test_the_painter_is_given_back_as_it_was(qtbot: QtBot) -> None:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    before = painter.pen(), painter.brush(), painter.renderHints(), painter.transform()
    paint(painter, bare(wire(50)))
    assert (painter.pen(), painter.brush(), painter.renderHints(), painter.transform()) == before
    painter.end()


@pytest.mark.parametrize("name", ["practice", "three_partners"])
def test_a_real_sheet_is_on_screen_as_on_paper(qtbot: QtBot, name: str) -> None:
    drawing = sheet(name).drawing
    assert alike(on_screen(drawing), on_paper(drawing))


def test_a_name_that_is_missing_from_a_real_sheet_is_seen(qtbot: QtBot) -> None:
    drawing = sheet("practice").drawing
    gone = next(node for node in drawing.nodes if node.role == "person")
    nameless = replace(gone, marks=tuple(mark for mark in gone.marks if not isinstance(mark, Text)))
    nodes = tuple(nameless if node is gone else node for node in drawing.nodes)
    assert not alike(on_screen(replace(drawing, nodes=nodes)), on_paper(drawing))
