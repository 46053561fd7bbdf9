"""Drawings made by hand for the tests of painters: no family, no cards."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from genogram_app.drawing.primitives import Box, Drawing, Group, Halo, Mark, Node, Path, Stroke
from genogram_app.drawing.routes import arc, route_of
from genogram_app.drawing.shapes import circle, ellipse, polyline, rect, rounded_rect
from genogram_app.drawing.strands import Line, LineMark, Strand, lay
from genogram_app.drawing.svgpath import outline_of
from genogram_app.export.document import DocumentMeta, Placed, Sheet
from genogram_app.text.line import line

INK, PAPER = "#1F2933", "#FFFFFF"
PAINTS = {"ink": INK, "paper": PAPER, "accent": "#8A1C7C"}
HALO = Halo(PAPER, 1.5)
ARROW = outline_of("M-7-3.5 0 0-7 3.5")
META = DocumentMeta("R1234", datetime(2025, 3, 4, 10, 30, tzinfo=UTC), author="Sam Field")

NAMES = ("Lisa Owen", "Siân Ŵyn", "Łukasz Żak", "Nguyễn Thị Hương", "علی رضا", "Ali محمد (b. 1975)")


def person(number: int, name: str, x: float, y: float) -> Node:
    """Draw a square or a circle with a name under it, lines kept off the name."""
    shape = circle((x, y), 14) if number % 2 else rect(Box(x - 14, y - 14, x + 14, y + 14))
    marks = (
        Path(shape, Stroke(INK, 1.4), PAPER),
        line(name, x, y + 27, 9, face="semibold", paint=INK, anchor="middle", halo=HALO),
    )
    return Node(f"person:p{number}", "person", name, marks, Box(x - 45, y - 14, x + 45, y + 31), depth=2)


def bond(number: int, kind: Line, y: float) -> Node:
    """Draw a line of some kind along an arc across the sheet, below the people."""
    route = route_of(arc((30.0, y), (370.0, y + 20.0), 14.0))
    return Node(f"bond:b{number}", "bond", "get on well", lay(kind, route, PAINTS), Box(30, y, 370, y + 40))


def ring() -> Node:
    """Draw a tint, cut to a rounded box, with a dashed edge."""
    edge = rounded_rect(Box(20, 15, 240, 190), 24)
    tint: tuple[Mark, ...] = (Path(ellipse(Box(-40, 0, 280, 220)), fill="#EEF4FB"),)
    marks: tuple[Mark, ...] = (Group(tint, edge), Path(edge, Stroke("#6B8FB5", 1.1, (4, 4))))
    return Node("ring:h1", "ring", "Gran's home", marks, Box(20, 15, 240, 190), depth=-1)


def family() -> Drawing:
    """Give a drawing that uses all there is: fills, dashes, clips, halos, plain and shaped letters."""
    people = [person(i, n, 70 + i % 3 * 125, 50 + i // 3 * 90) for i, n in enumerate(NAMES)]
    close = Line((Strand(offset=-1.4), Strand(offset=1.4)), (LineMark(ARROW, 1.0),))
    angry = Line((Strand(shape="zigzag", amplitude=4, wavelength=8, paint="accent"),))
    cut = Line((Strand(dash=(3.5, 5)),), (LineMark(outline_of("M-2-5V5M2-5V5"), clear=(5, 5)),))
    bonds = [bond(i, kind, 70 + 36 * i) for i, kind in enumerate((close, angry, cut), 1)]
    return Drawing(Box(0, 0, 400, 220), (*people, *bonds, ring()), title="A family")


def bare(*marks: Mark) -> Drawing:
    """Give a drawing of some marks only, 200 by 100."""
    return Drawing(Box(0, 0, 200, 100), (Node("m", "note", "", marks, Box(0, 0, 200, 100)),))


def wire(y: float) -> Path:
    """Draw a plain line across."""
    return Path(polyline(((10, y), (190, y + 20))), Stroke(INK, 1.1))


def shifted(drawing: Drawing, key: str, dy: float) -> Drawing:
    """Give the drawing with one node's lines moved down, for tests that must notice."""

    def lower(mark: Mark) -> Mark:
        if not isinstance(mark, Path):
            return mark
        from genogram_app.drawing.shapes import moved

        return replace(mark, outline=moved(mark.outline, 0, dy))

    nodes = [replace(n, marks=tuple(map(lower, n.marks))) if n.key == key else n for n in drawing.nodes]
    return replace(drawing, nodes=tuple(nodes))


def sheet_of(drawing: Drawing) -> Sheet:
    """Put a drawing on paper of its own size."""
    box = drawing.bounds
    return Sheet(box.width, box.height, (Placed(drawing),))
