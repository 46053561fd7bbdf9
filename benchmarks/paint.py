"""Painting a drawing to PDF, against reportlab drawing the same primitives by its own methods.

Both sides go from the same marks to a finished file. Ours holds more: tags, a
reading order, words for who can't see it, names found once in spite of halos.
The drawing is a sheet of 60 people with names, dates, lines and rings.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from benchmarks.clock import interleaved
from benchmarks.figures import Figure, Figures
from genogram_app.drawing.primitives import Box, Drawing, Group, Halo, Mark, Node, Outline, Path, Stroke, Text
from genogram_app.drawing.routes import arc, route_of
from genogram_app.drawing.shapes import circle, rect, rounded_rect
from genogram_app.drawing.strands import Line, Strand, lay
from genogram_app.export.document import DocumentMeta, Placed, Sheet
from genogram_app.export.metrics import font_name
from genogram_app.export.pdf import write_pdf
from genogram_app.text.line import line

PEOPLE, ROW = 60, 10
SIZE = Box(0, 0, 1150, 800)
INK, PAPER = "#1F2933", "#FFFFFF"
META = DocumentMeta("Benchmark", datetime(2026, 3, 2, tzinfo=UTC))
ROUNDS = 15
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}


def measure() -> Figures:
    """Compare the two, taking turns."""
    drawing = family()
    taken = interleaved(
        {"ours": lambda: timed(paint_ours, drawing), "bare": lambda: timed(paint_bare, drawing)}, ROUNDS
    )
    ours, bare = taken["ours"].seconds, taken["bare"].seconds
    return {
        "ours": Figure(ours * 1000, "ms"),
        "bare": Figure(bare * 1000, "ms"),
        "ratio": Figure(ours / bare, "ratio", goal=2.0),
    }


def timed(work: Callable[[Drawing], bytes], drawing: Drawing) -> float:
    """Give the seconds that one painting takes."""
    begun = time.perf_counter()
    work(drawing)
    return time.perf_counter() - begun


def paint_ours(drawing: Drawing) -> bytes:
    """Paint with the program's own painter."""
    return write_pdf([Sheet(SIZE.width, SIZE.height, (Placed(drawing),))], META)


def paint_bare(drawing: Drawing) -> bytes:
    """Paint with reportlab's own methods, one call for each thing."""
    stream = io.BytesIO()
    canvas = Canvas(
        stream, (SIZE.width, SIZE.height), initialFontName=font_name("regular"), pageCompression=1
    )
    for node in drawing.painted():
        _marks(canvas, node.marks)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _marks(canvas: Canvas, marks: Iterable[Mark]) -> None:
    for mark in marks:
        if isinstance(mark, Path):
            _path(canvas, mark)
        elif isinstance(mark, Text):
            _text(canvas, mark)
        else:
            canvas.saveState()
            canvas.clipPath(_outline(canvas, mark.clip), stroke=0)
            _marks(canvas, mark.marks)
            canvas.restoreState()


def _path(canvas: Canvas, path: Path) -> None:
    if path.fill:
        canvas.setFillColor(HexColor(path.fill))
    if path.stroke:
        canvas.setStrokeColor(HexColor(path.stroke.paint))
        canvas.setLineWidth(path.stroke.width)
        canvas.setLineCap(_CAPS[path.stroke.cap])
        canvas.setLineJoin(_JOINS[path.stroke.join])
        canvas.setDash(list(path.stroke.dash))
    canvas.drawPath(_outline(canvas, path.outline), stroke=bool(path.stroke), fill=bool(path.fill))


def _text(canvas: Canvas, text: Text) -> None:
    canvas.setFont(font_name(text.face), text.size)
    if text.halo:
        canvas.setStrokeColor(HexColor(text.halo.paint))
        canvas.setLineWidth(2 * text.halo.width)
        canvas.drawString(text.left, SIZE.height - text.y, text.content, mode=1)
    canvas.setFillColor(HexColor(text.paint))
    canvas.drawString(text.left, SIZE.height - text.y, text.content, mode=0)


def _outline(canvas: Canvas, outline: Outline) -> PDFPathObject:
    path, down = canvas.beginPath(), SIZE.height
    for step in outline:
        if step[0] == "M":
            path.moveTo(step[1], down - step[2])
        elif step[0] == "L":
            path.lineTo(step[1], down - step[2])
        elif step[0] == "C":
            path.curveTo(step[1], down - step[2], step[3], down - step[4], step[5], down - step[6])
        else:
            path.close()
    return path


def family() -> Drawing:
    """Draw people in rows, a line from each to the next, and a ring round every row."""
    nodes = [*_rings(), *_bonds(), *(_person(i) for i in range(PEOPLE))]
    return Drawing(SIZE, tuple(nodes), title="Benchmark")


def _place(number: int) -> tuple[float, float]:
    return 60 + number % ROW * 112, 60 + number // ROW * 125


def _person(number: int) -> Node:
    x, y = _place(number)
    shape = circle((x, y), 14) if number % 2 else rect(Box(x - 14, y - 14, x + 14, y + 14))
    halo = Halo(PAPER, 1.5)
    marks = (
        Path(shape, Stroke(INK, 1.4), PAPER),
        line(str(number), x, y + 3, 9, paint=INK, anchor="middle"),
        line(f"Gwen Morgan-{number}", x, y + 28, 9, face="semibold", paint=INK, anchor="middle", halo=halo),
        line(f"b. 3 March {1930 + number}", x, y + 39, 8, paint="#52606D", anchor="middle", halo=halo),
    )
    return Node(f"person:{number}", "person", f"Gwen {number}", marks, Box(x - 50, y - 14, x + 50, y + 42), 2)


def _bonds() -> Iterator[Node]:
    kinds = (
        Line((Strand(offset=-1.4), Strand(offset=1.4))),
        Line((Strand(shape="zigzag", amplitude=4, wavelength=8.5),)),
        Line((Strand(dash=(3.5, 5.0)),)),
    )
    for i in range(PEOPLE - 1):
        route = route_of(arc(_place(i), _place(i + 1), -18.0))
        marks = lay(kinds[i % 3], route, {"ink": INK})
        yield Node(f"bond:{i}", "bond", "close", marks, SIZE, 1)


def _rings() -> Iterator[Node]:
    for i in range(PEOPLE // ROW):
        edge = rounded_rect(Box(20, 25 + i * 125, 1130, 120 + i * 125), 20)
        marks: tuple[Mark, ...] = (
            Group((Path(edge, fill="#EEF4FB"),), edge),
            Path(edge, Stroke("#6B8FB5", 1.1, (4, 4))),
        )
        yield Node(f"ring:{i}", "ring", "home", marks, SIZE)
