"""The exact SVG in which shapes are drawn.

A shape is `<svg viewBox="…">` with path, rect, circle, ellipse, line, polyline
and polygon in it, in units, centred at 0,0. Paint is symbolic, yet any viewer
shows it: black is the paint of the card, white is paper. Anything else is
refused with its line, so nothing is drawn otherwise than it looks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal
from xml.parsers import expat

from genogram_app.catalog.cards import UNIT, Piece, Shape
from genogram_app.catalog.fields import contents, fault
from genogram_app.drawing.geometry import bounds
from genogram_app.drawing.primitives import Box, Outline
from genogram_app.drawing.shapes import ellipse, polygon, polyline, rect, rounded_rect, scaled
from genogram_app.drawing.svgpath import outline_of
from genogram_app.errors import CardError

Attributes = Mapping[str, str]

#: No shape reaches further from its middle, in units: a person's half width is 20, a diamond's 22.5.
FURTHEST = 25.0

_SILENT = frozenset({"title", "desc"})
_PAINT = frozenset({"fill", "stroke", "stroke-width"})
_FILLS: Mapping[str, Literal["", "paint", "paper"]] = {"none": "", "black": "paint", "white": "paper"}
_ROOT = frozenset({"xmlns", "viewBox", "width", "height"})


def read_shape(file: Path) -> Shape:
    """Read a shape, in points. Raises CardError with file, line and reason."""
    return _Reading(file).read(contents(file))


class _Reading:
    """One SVG file while it is read; expat knows the line."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.pieces: list[Piece] = []
        self.within: list[str] = []
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = lambda name: self.within.pop()
        self.parser.StartDoctypeDeclHandler = self._doctype

    def read(self, data: bytes) -> Shape:
        """Read the whole file."""
        try:
            self.parser.Parse(data, True)
        except expat.ExpatError as error:
            reason = f"it isn't well-formed XML ({expat.ErrorString(error.code)})."
            raise fault(self.file, error.lineno, reason) from error
        except (CardError, ValueError, KeyError, ArithmeticError) as error:
            raise fault(self.file, self.parser.CurrentLineNumber, _reason(error)) from error
        if not self.pieces:
            raise fault(self.file, 1, "it draws nothing.")
        return tuple(self.pieces)

    def _doctype(self, *_: object) -> None:
        raise CardError("a shape has no DOCTYPE.")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.within.append(name)
        if len(self.within) == 1:
            _only(attributes, _ROOT, name)
            if name != "svg" or "viewBox" not in attributes:
                raise CardError("a shape begins with <svg viewBox=…>.")
        elif name not in _SILENT:
            self.pieces.append(_piece(name, attributes))


def _reason(error: Exception) -> str:
    if isinstance(error, CardError):
        return str(error)
    if isinstance(error, ArithmeticError):
        return f"a number is too large or too small to be drawn ({error})."
    return f"a number is missing or can't be read ({error})."


def _piece(name: str, attributes: Attributes) -> Piece:
    if name not in _SHAPES:
        raise CardError(f"<{name}> isn't drawn; use {', '.join(sorted(_SHAPES))}.")
    needs, draw = _SHAPES[name]
    _only(attributes, _PAINT | needs, name)
    fill, stroke = attributes.get("fill", "black"), attributes.get("stroke", "none")
    if fill not in _FILLS or stroke not in ("none", "black"):
        raise CardError(f"<{name}> is painted “{fill}” and “{stroke}”; use black, white (fill only) or none.")
    width = _size(attributes, "stroke-width", "1") if stroke == "black" else 0.0
    outline = scaled(_within(draw(attributes), width), UNIT)
    return Piece(outline, width * UNIT if stroke == "black" else None, _FILLS[fill])


def _within(outline: Outline, width: float) -> Outline:
    """Give an outline as it is. Raises CardError for one that reaches too far, its stroke included."""
    for step in outline:
        for number in step[1:]:
            _checked(number)
    box = bounds(outline).grown(width / 2)
    _reaching(max(-box.left, -box.top, box.right, box.bottom), FURTHEST)
    return outline


def _checked(number: float) -> float:
    """Give a number as it is. Raises CardError for one that is too large, or none, as “nan” is."""
    return _reaching(
        number, 2 * FURTHEST
    )  # what draws a curve may lie outside it, and a width is both halves


def _reaching(number: float, most: float) -> float:
    if not abs(number) <= most:
        raise CardError(f"it reaches to {number:g}; a shape goes no further than {FURTHEST:g} from 0,0.")
    return number


def _size(a: Attributes, name: str, default: str) -> float:
    """Give a width, a height or a radius, in units."""
    number = _checked(float(a.get(name, default)))
    if number < 0:
        raise CardError(f"“{name}” is {number:g}; it can't be less than 0.")
    return number


def _only(attributes: Attributes, allowed: frozenset[str], name: str) -> None:
    for attribute in sorted(set(attributes) - allowed):
        raise CardError(f"<{name}> has “{attribute}”, which isn't read.")


def _rect(a: Attributes) -> Outline:
    left, top = _numbers(a, "x", "y")
    width, height = _size(a, "width", "0"), _size(a, "height", "0")
    box, radius = Box(left, top, left + width, top + height), _size(a, "rx", "0")
    return rounded_rect(box, radius) if radius else rect(box)


def _circle(a: Attributes) -> Outline:
    (x, y), r = _numbers(a, "cx", "cy"), _size(a, "r", a["r"])
    return ellipse(Box(x - r, y - r, x + r, y + r))


def _ellipse(a: Attributes) -> Outline:
    (x, y), rx, ry = _numbers(a, "cx", "cy"), _size(a, "rx", "0"), _size(a, "ry", "0")
    return ellipse(Box(x - rx, y - ry, x + rx, y + ry))


def _line(a: Attributes) -> Outline:
    return polyline((_numbers(a, "x1", "y1"), _numbers(a, "x2", "y2")))


def _points(a: Attributes) -> list[tuple[float, float]]:
    flat = [float(number) for number in a["points"].replace(",", " ").split()]
    return list(zip(flat[::2], flat[1::2], strict=True))


def _numbers(a: Attributes, first: str, second: str) -> tuple[float, float]:
    return _checked(float(a.get(first, "0"))), _checked(float(a.get(second, "0")))


_SHAPES: dict[str, tuple[frozenset[str], Callable[[Attributes], Outline]]] = {
    "path": (frozenset({"d"}), lambda a: outline_of(a["d"])),
    "rect": (frozenset({"x", "y", "width", "height", "rx"}), _rect),
    "circle": (frozenset({"cx", "cy", "r"}), _circle),
    "ellipse": (frozenset({"cx", "cy", "rx", "ry"}), _ellipse),
    "line": (frozenset({"x1", "y1", "x2", "y2"}), _line),
    "polyline": (frozenset({"points"}), lambda a: polyline(_points(a))),
    "polygon": (frozenset({"points"}), lambda a: polygon(_points(a))),
}
