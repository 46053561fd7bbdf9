"""Read the `d` of an SVG path into an outline.

All commands of SVG 1.1 are read (M L H V C S Q T A Z, absolute and relative);
quadratics and arcs are raised to cubics. Anything else is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from math import acos, ceil, cos, hypot, isclose, pi, radians, sin, sqrt, tan

from genogram_app.drawing.primitives import Outline, Point, Step
from genogram_app.errors import CardError

_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_GAP = re.compile(r"[\s,]*")
_ARITY = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


def outline_of(d: str) -> Outline:
    """Read an SVG path.

    Raises CardError, naming what couldn't be read and where.
    """
    return _Pen(d).draw()


class _Pen:
    """The state of a reading: where the pen is, and the last control point."""

    def __init__(self, d: str) -> None:
        self.d = d
        self.place = 0
        self.steps: list[Step] = []
        self.here: Point = (0.0, 0.0)
        self.start: Point = (0.0, 0.0)
        self.control: tuple[str, Point] = ("", (0.0, 0.0))

    def draw(self) -> Outline:
        """Read command after command to the end."""
        while self._skip() < len(self.d):
            self._command(self.d[self.place])
        if not self.steps:
            raise CardError("A path is empty.")
        return tuple(self.steps)

    def _skip(self) -> int:
        gap = _GAP.match(self.d, self.place)
        self.place = gap.end() if gap else self.place
        return self.place

    def _command(self, letter: str) -> None:
        kind = letter.upper()
        if kind not in _ARITY:
            raise CardError(f"A path has “{letter}” at place {self.place}, which isn't a path command.")
        if not self.steps and kind != "M":
            raise CardError("A path doesn't begin with M.")
        self.place += 1
        if kind == "Z":
            self._close()
            return
        self._one(kind, letter.islower())
        while self._more():
            # After a first M, further pairs are lines.
            self._one("L" if kind == "M" else kind, letter.islower())

    def _more(self) -> bool:
        return self._skip() < len(self.d) and not self.d[self.place].isalpha()

    def _one(self, kind: str, relative: bool) -> None:
        numbers = [self._number(kind == "A" and i in (3, 4)) for i in range(_ARITY[kind])]
        ox, oy = self.here if relative else (0.0, 0.0)
        if kind == "H":
            numbers, kind = [numbers[0], self.here[1] - oy], "L"
        elif kind == "V":
            numbers, kind = [self.here[0] - ox, numbers[0]], "L"
        if kind == "A":
            self._arc(numbers, (numbers[5] + ox, numbers[6] + oy))
            self.control = ("", self.here)
            return
        points = [(x + ox, y + oy) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
        _DRAW[kind](self, points)

    def _number(self, flag: bool) -> float:
        self._skip()
        if flag and self.d[self.place : self.place + 1] in ("0", "1"):
            self.place += 1
            return float(self.d[self.place - 1])
        found = _NUMBER.match(self.d, self.place)
        if not found or flag:
            raise CardError(f"A path lacks a number at place {self.place}.")
        self.place = found.end()
        return float(found.group())

    def _close(self) -> None:
        self.steps.append(("Z",))
        self.here, self.control = self.start, ("", self.start)

    def _move(self, points: list[Point]) -> None:
        self.steps.append(("M", *points[0]))
        self.here = self.start = points[0]
        self.control = ("", self.here)

    def _line(self, points: list[Point]) -> None:
        self._reopen()
        self.steps.append(("L", *points[0]))
        self.here = points[0]
        self.control = ("", self.here)

    def _cubic(self, points: list[Point], kind: str = "C", control: Point | None = None) -> None:
        self._reopen()
        a, b, end = points
        self.steps.append(("C", *a, *b, *end))
        self.here, self.control = end, (kind, control or b)

    def _smooth(self, points: list[Point]) -> None:
        self._cubic([self._mirrored("C"), *points])

    def _quadratic(self, points: list[Point]) -> None:
        (qx, qy), (x, y) = points
        (hx, hy) = self.here
        first = (hx + (qx - hx) * 2 / 3, hy + (qy - hy) * 2 / 3)
        second = (x + (qx - x) * 2 / 3, y + (qy - y) * 2 / 3)
        self._cubic([first, second, (x, y)], "Q", (qx, qy))

    def _smooth_quadratic(self, points: list[Point]) -> None:
        self._quadratic([self._mirrored("Q"), *points])

    def _mirrored(self, kind: str) -> Point:
        (x, y), (cx, cy) = self.here, self.control[1]
        return (2 * x - cx, 2 * y - cy) if self.control[0] == kind else (x, y)

    def _reopen(self) -> None:
        """Begin anew where a closed part began, as SVG does; painters differ on it."""
        if self.steps[-1][0] == "Z":
            self.steps.append(("M", *self.here))

    def _arc(self, numbers: list[float], end: Point) -> None:
        rx, ry, tilt, large, sweep = numbers[:5]
        self._reopen()
        self.steps += _arc_steps(self.here, end, abs(rx), abs(ry), radians(tilt), large == 1, sweep == 1)
        self.here = end


_DRAW: dict[str, Callable[[_Pen, list[Point]], None]] = {
    "M": _Pen._move,
    "L": _Pen._line,
    "C": _Pen._cubic,
    "S": _Pen._smooth,
    "Q": _Pen._quadratic,
    "T": _Pen._smooth_quadratic,
}


def _arc_steps(
    start: Point, end: Point, rx: float, ry: float, tilt: float, large: bool, sweep: bool
) -> list[Step]:
    """Raise an elliptical arc to cubics (SVG 1.1, appendix F.6)."""
    if start == end:
        return []
    if rx == 0 or ry == 0:
        return [("L", *end)]
    c, s = cos(tilt), sin(tilt)
    half = ((start[0] - end[0]) / 2, (start[1] - end[1]) / 2)
    x, y = c * half[0] + s * half[1], -s * half[0] + c * half[1]
    grow = max(1.0, hypot(x / rx, y / ry))
    rx, ry = rx * grow, ry * grow
    under = (rx * ry) ** 2 / ((rx * y) ** 2 + (ry * x) ** 2) - 1
    root = sqrt(max(0.0, under)) * (-1 if large == sweep else 1)
    cx, cy = root * rx * y / ry, -root * ry * x / rx
    begin = _angle((1, 0), ((x - cx) / rx, (y - cy) / ry))
    span = _angle(((x - cx) / rx, (y - cy) / ry), ((-x - cx) / rx, (-y - cy) / ry))
    span = span - 2 * pi if not sweep and span > 0 else span + 2 * pi if sweep and span < 0 else span
    middle = (c * cx - s * cy + (start[0] + end[0]) / 2, s * cx + c * cy + (start[1] + end[1]) / 2)

    def place(px: float, py: float) -> Point:
        return middle[0] + c * rx * px - s * ry * py, middle[1] + s * rx * px + c * ry * py

    return _unit_arc(begin, span, place, end)


def _unit_arc(begin: float, span: float, place: Callable[[float, float], Point], end: Point) -> list[Step]:
    """Draw an arc of the unit circle in parts of at most a quarter."""
    count = max(1, ceil(abs(span) / (pi / 2) - 1e-9))
    part = span / count
    k = 4 / 3 * tan(part / 4)
    steps: list[Step] = []
    for i in range(count):
        a, b = begin + i * part, begin + (i + 1) * part
        last = end if i == count - 1 else place(cos(b), sin(b))
        first = place(cos(a) - k * sin(a), sin(a) + k * cos(a))
        steps.append(("C", *first, *place(cos(b) + k * sin(b), sin(b) - k * cos(b)), *last))
    return steps


def _angle(u: Point, v: Point) -> float:
    """Give the signed angle from one vector to another."""
    spread = hypot(*u) * hypot(*v)
    if isclose(spread, 0):
        return 0.0
    turn = acos(max(-1.0, min(1.0, (u[0] * v[0] + u[1] * v[1]) / spread)))
    return turn if u[0] * v[1] - u[1] * v[0] >= 0 else -turn
