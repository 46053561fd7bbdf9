"""Turn marks into the operators of a PDF page.

The operators are written as strings: calling a canvas method for each step of
each outline takes several times as long. Points are y down as in a drawing;
they are turned over here, on writing, so letters stay upright for every reader.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from reportlab.pdfgen.canvas import Canvas

from genogram_app.drawing.primitives import Group, Halo, Mark, Outline, Path, Stroke, Text
from genogram_app.export.metrics import font_name, seen_stretches

_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}

#: How letters are rendered: filled, stroked, not at all.
_FILLED, _STROKED, _UNSEEN = 0, 1, 3


class Ink:
    """Writes marks as page operators, leaving out what is already in force."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._code: list[str] = []
        self._in_force: dict[str, object] = {}

    def flush(self) -> None:
        """Hand everything written so far to the canvas."""
        self._canvas.addLiteral("\n".join(self._code))
        self._code.clear()

    def write(self, operators: str) -> None:
        """Write operators as they are."""
        self._code.append(operators)

    def save(self) -> None:
        """Begin a stretch whose settings end with it."""
        self._code.append("q")
        self._in_force.clear()

    def restore(self) -> None:
        """End such a stretch."""
        self._code.append("Q")
        self._in_force.clear()

    def clip(self, outline: Outline) -> None:
        """Let nothing outside an outline be painted until the next restore."""
        self._code += (steps(outline), "W n")

    def paint(self, marks: Iterable[Mark]) -> None:
        """Paint marks in their order."""
        for mark in marks:
            if isinstance(mark, Path):
                self._path(mark)
            elif isinstance(mark, Text):
                self._text(mark)
            else:
                self._group(mark)

    def _group(self, group: Group) -> None:
        self.save()
        if group.clip:
            self.clip(group.clip)
        self.paint(group.marks)
        self.restore()

    def _path(self, path: Path) -> None:
        if not path.outline or not (path.stroke or path.fill):
            return
        if path.fill:
            self._force("fill", path.fill, f"{colour(path.fill)} rg")
        if path.stroke:
            self._stroke(path.stroke)
        finish = "B" if path.fill and path.stroke else "f" if path.fill else "S"
        self._code += (steps(path.outline), finish)

    def _stroke(self, stroke: Stroke) -> None:
        self._force("paint", stroke.paint, f"{colour(stroke.paint)} RG")
        self._force(
            "pen",
            (stroke.width, stroke.cap, stroke.join, stroke.dash),
            f"{stroke.width:.3f} w {_CAPS[stroke.cap]} J {_JOINS[stroke.join]} j "
            f"[{' '.join(f'{dash:.3f}' for dash in stroke.dash)}] 0 d",
        )

    def _text(self, text: Text) -> None:
        if text.halo:
            self._halo(text, text.halo)
        if text.outline:
            self._path(Path(text.outline, fill=text.paint))
            self._unseen(text)
        else:
            self._force("fill", text.paint, f"{colour(text.paint)} rg")
            self._letters(text, _FILLED)

    def _halo(self, text: Text, halo: Halo) -> None:
        """Stroke the letters' shapes with the paper's colour, under the letters.

        The empty ActualText keeps readers from finding the words a second time.
        """
        self._stroke(Stroke(halo.paint, 2 * halo.width, (), "round", "round"))
        if text.outline:
            self._code += (steps(text.outline), "S")
            return
        self._code.append("/Span <</ActualText ()>> BDC")
        self._letters(text, _STROKED)
        self._code.append("EMC")

    def _letters(self, text: Text, mode: int) -> None:
        """Set plain letters."""
        if not text.content:
            return
        self._force("mode", mode, f"{mode} Tr")
        line = self._canvas.beginText(text.left, -text.y)
        line.setFont(font_name(text.face), text.size)
        line.textOut(text.content)
        self._code.append(line.getCode())

    def _unseen(self, text: Text) -> None:
        """Lay unseen letters over shapes, squeezed to their width, so that they can be found."""
        stretches = seen_stretches(text.content, text.face)
        wide = sum(self._canvas.stringWidth(part, name, text.size) for name, part in stretches)
        if not wide or not text.width:
            return
        line = self._canvas.beginText(text.left, -text.y)
        line.setHorizScale(100 * text.width / wide)
        for name, part in stretches:
            line.setFont(name, text.size)
            line.textOut(part)
        line.setHorizScale(100)
        self._force("mode", _UNSEEN, f"{_UNSEEN} Tr")
        self._code.append(line.getCode())

    def _force(self, what: str, value: object, operators: str) -> None:
        """Write operators unless that value is in force already."""
        if self._in_force.get(what) != value:
            self._in_force[what] = value
            self._code.append(operators)


def steps(outline: Outline) -> str:
    """Write an outline as path operators, turned over."""
    parts = []
    for step in outline:
        if step[0] == "L":
            parts.append(f"{step[1]:.2f} {-step[2]:.2f} l")
        elif step[0] == "C":
            _, ax, ay, bx, by, x, y = step
            parts.append(f"{ax:.2f} {-ay:.2f} {bx:.2f} {-by:.2f} {x:.2f} {-y:.2f} c")
        elif step[0] == "M":
            parts.append(f"{step[1]:.2f} {-step[2]:.2f} m")
        else:
            parts.append("h")
    return "\n".join(parts)


@cache
def colour(paint: str) -> str:
    """Give "#RRGGBB" as three numbers from 0 to 1. Raises ValueError for anything else."""
    if len(paint) != 7 or paint[0] != "#":
        raise ValueError(f"{paint!r} isn't a colour like #1F2933")
    return " ".join(f"{int(paint[i : i + 2], 16) / 255:.4f}" for i in (1, 3, 5))
