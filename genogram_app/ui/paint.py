"""Paint a drawing with Qt, exactly as it is on paper.

Letters are set glyph by glyph from the bundled font files at the widths that
the text room measured: no font database, hinting, kerning or merging comes in
between, so screen and paper can't differ.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QGlyphRun,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QRawFont,
)

from genogram_app.drawing.primitives import Box, Drawing, Group, Halo, Mark, Node, Outline, Path, Stroke, Text
from genogram_app.text.line import font_file
from genogram_app.text.measure import plain_advances

if TYPE_CHECKING:
    from genogram_app.export.document import Sheet

#: How far dashes along a curve may leave it, in points: not to be seen at four times their size.
_SMOOTH = 0.05
_CAPS = {
    "butt": Qt.PenCapStyle.FlatCap,
    "round": Qt.PenCapStyle.RoundCap,
    "square": Qt.PenCapStyle.SquareCap,
}
_JOINS = {
    "miter": Qt.PenJoinStyle.MiterJoin,
    "round": Qt.PenJoinStyle.RoundJoin,
    "bevel": Qt.PenJoinStyle.BevelJoin,
}


def paint(painter: QPainter, drawing: Drawing, part: Box | None = None) -> None:
    """Paint all of a drawing, or what lies in a part of it, lowest first. The painter's settings are kept.

    part: in the drawing's own points, as all is painted.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for node in drawing.painted():
        if part is None or node.bounds.overlaps(part):
            paint_node(painter, node)
    painter.restore()


def paint_page(painter: QPainter, page: Sheet) -> None:
    """Paint a page with all that is placed on it, in points from its top left corner."""
    for placed in page.placed:
        shown = placed.shown
        painter.save()
        painter.translate(placed.left, placed.top)
        painter.scale(placed.scale, placed.scale)
        painter.translate(-shown.left, -shown.top)
        if placed.part is not None:
            painter.setClipRect(QRectF(shown.left, shown.top, shown.width, shown.height))
        paint(painter, placed.drawing, placed.part)
        painter.restore()


def paint_node(painter: QPainter, node: Node, least: float = 0.0) -> None:
    """Paint one node; the caller has switched antialiasing on. least: how broad any line is, in points."""
    _marks(painter, node.marks, least)


def _marks(painter: QPainter, marks: Iterable[Mark], least: float) -> None:
    for mark in marks:
        if isinstance(mark, Path):
            _path(painter, mark, least)
        elif isinstance(mark, Text):
            _text(painter, mark)
        else:
            _group(painter, mark, least)


def _group(painter: QPainter, group: Group, least: float) -> None:
    painter.save()
    if group.clip:
        painter.setClipPath(path_of(group.clip), Qt.ClipOperation.IntersectClip)
    _marks(painter, group.marks, least)
    painter.restore()


def _path(painter: QPainter, path: Path, least: float) -> None:
    shape = path_of(path.outline)
    if path.fill:
        painter.fillPath(shape, _brush(path.fill))
    if path.stroke:
        broad = path.stroke if path.stroke.width >= least else replace(path.stroke, width=least)
        if broad.dash and broad.width:
            painter.fillPath(_dashes(path.outline, broad), _brush(broad.paint))
        else:
            painter.strokePath(shape, _pen(broad))


@lru_cache(maxsize=1024)
def _dashes(outline: Outline, stroke: Stroke) -> QPainterPath:
    """Give the shape of a dashed line, its rhythm begun where the line begins.

    A painter that strokes dashes leaves out what its clip leaves out, and loses count: where a part
    of the sheet was painted anew, dashes stood elsewhere than in the part beside it.
    """
    stroker = QPainterPathStroker(_pen(stroke))
    stroker.setCurveThreshold(_SMOOTH)
    return stroker.createStroke(path_of(outline))


def _text(painter: QPainter, text: Text) -> None:
    if text.halo:
        painter.fillPath(_halo(text, text.halo), _brush(text.halo.paint))
    if text.outline:
        painter.fillPath(path_of(text.outline), _brush(text.paint))
        return
    painter.setPen(QColor(text.paint))
    painter.drawGlyphRun(QPointF(text.left, text.y), _glyphs(text.content, text.face, text.size))


def _halo(text: Text, halo: Halo) -> QPainterPath:
    """Give the shape of a halo at its place."""
    if text.outline:
        return _outline_halo(text.outline, halo.width)
    shape = _letters_halo(text.content, text.face, text.size, halo.width)
    return shape.translated(text.left, text.y)


@lru_cache(maxsize=4096)
def path_of(outline: Outline) -> QPainterPath:
    """Turn an outline into Qt's kind of path. Don't change what it gives: it is shared."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for step in outline:
        if step[0] == "L":
            path.lineTo(step[1], step[2])
        elif step[0] == "C":
            path.cubicTo(*step[1:])
        elif step[0] == "M":
            path.moveTo(step[1], step[2])
        else:
            path.closeSubpath()
    return path


@lru_cache(maxsize=4096)
def _glyphs(content: str, face: str, size: float) -> QGlyphRun:
    """Place the glyphs of a plain line, its baseline at the origin."""
    font = raw_font(face, size)
    advances = plain_advances(face)
    scale = size / advances.em
    lefts = accumulate((advances[character] * scale for character in content), initial=0.0)
    run = QGlyphRun()
    run.setRawFont(font)
    run.setGlyphIndexes(font.glyphIndexesForString(content))
    run.setPositions([QPointF(left, 0.0) for left, _ in zip(lefts, content, strict=False)])
    return run


@lru_cache(maxsize=4096)
def _letters_halo(content: str, face: str, size: float, width: float) -> QPainterPath:
    """Give the halo of a plain line, its baseline at the origin."""
    run, whole = _glyphs(content, face, size), QPainterPath()
    whole.setFillRule(Qt.FillRule.WindingFill)
    for index, place in zip(run.glyphIndexes(), run.positions(), strict=True):
        whole.addPath(_glyph_halo(index, face, size, width).translated(place))
    return whole


@cache
def _glyph_halo(index: int, face: str, size: float, width: float) -> QPainterPath:
    """Give the halo of one glyph."""
    return _stroked(raw_font(face, size).pathForGlyph(index), width)


@lru_cache(maxsize=512)
def _outline_halo(outline: Outline, width: float) -> QPainterPath:
    """Give the halo of letters that are shapes."""
    return _stroked(path_of(outline), width)


def _stroked(shape: QPainterPath, width: float) -> QPainterPath:
    """Give the area within some points of a shape's edge.

    Made simple once, it is filled in a fiftieth of the time that stroking takes.
    """
    stroker = QPainterPathStroker(_pen(Stroke("#000000", 2 * width, (), "round", "round")))
    return stroker.createStroke(shape).simplified()


@cache
def raw_font(face: str, size: float) -> QRawFont:
    """Give a face at a size in points (a pixel of the painter is a point of the drawing)."""
    font = QRawFont(_opened(face))
    font.setPixelSize(size)
    return font


@cache
def _opened(face: str) -> QRawFont:
    """Open a face's file, at any size; another size of it takes a fiftieth of the time."""
    return QRawFont(str(font_file(face)), 10.0, QFont.HintingPreference.PreferNoHinting)


@cache
def _brush(colour: str) -> QBrush:
    return QBrush(QColor(colour))


@lru_cache(maxsize=1024)
def _pen(stroke: Stroke) -> QPen:
    """Make a pen; Qt counts dashes in widths."""
    pen = QPen(_brush(stroke.paint), stroke.width)
    pen.setCapStyle(_CAPS[stroke.cap])
    pen.setJoinStyle(_JOINS[stroke.join])
    if stroke.dash and stroke.width:
        pattern = stroke.dash * (1 + len(stroke.dash) % 2)
        pen.setDashPattern([dash / stroke.width for dash in pattern])
    return pen
