"""Turn a line that needs shaping into the outlines of its letters.

With `subset` the only file that knows the shaping engine. Everything here is at size 1, y
down, with the line's left end at the origin: `line` scales and places it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

import uharfbuzz as hb

from genogram_app.drawing.primitives import Outline, Point, Step
from genogram_app.text import fonts
from genogram_app.text.runs import Run, is_unseen, runs

#: The plain faces are set letter by letter, so that a name is as wide in mixed company as alone.
_PLAIN_FEATURES = {"kern": False, "liga": False, "clig": False, "calt": False}

#: What stands for a letter that no font has: a hollow box. Exports refuse it; see `line.check`.
_BOX_WIDTH = 0.6
_BOX: Outline = (
    *(("M", 0.06, 0.0), ("L", 0.06, -0.71), ("L", 0.54, -0.71), ("L", 0.54, 0.0), ("Z",)),
    *(("M", 0.10, -0.04), ("L", 0.50, -0.04), ("L", 0.50, -0.67), ("L", 0.10, -0.67), ("Z",)),
)


@dataclass(frozen=True, slots=True)
class Shaped:
    """The outlines of a line at size 1 and how far it reaches."""

    outline: Outline
    width: float


@lru_cache(maxsize=4096)
def shaped(content: str, face: str) -> Shaped:
    """Shape a line, whatever its scripts and directions."""
    steps: list[Step] = []
    pen = 0.0
    for run in runs(content, face):
        piece = _boxes(run) if run.file is None else _shaped_run(run, run.file, run.file == _own(face))
        steps.extend(placed(piece.outline, pen, 0.0, 1.0))
        pen += piece.width
    return Shaped(tuple(steps), pen)


def placed(outline: Iterable[Step], x: float, y: float, size: float) -> list[Step]:
    """Scale an outline from the origin, then move it to (x, y)."""
    return [_placed_step(step, x, y, size) for step in outline]


def _placed_step(step: Step, x: float, y: float, size: float) -> Step:
    match step:
        case ("C", x1, y1, x2, y2, x3, y3):
            return (
                *("C", x + x1 * size, y + y1 * size, x + x2 * size),
                *(y + y2 * size, x + x3 * size, y + y3 * size),
            )
        case ("M", x1, y1):
            return "M", x + x1 * size, y + y1 * size
        case ("L", x1, y1):
            return "L", x + x1 * size, y + y1 * size
        case _:
            return ("Z",)


def _own(face: str) -> str:
    return fonts.font_file(face).name


def _boxes(run: Run) -> Shaped:
    count = sum(not is_unseen(character) for character in run.content)
    steps = [step for i in range(count) for step in placed(_BOX, i * _BOX_WIDTH, 0.0, 1.0)]
    return Shaped(tuple(steps), count * _BOX_WIDTH)


def _shaped_run(run: Run, file: str, plain: bool) -> Shaped:
    buffer = _buffer(run)
    hb.shape(_font(file), buffer, _PLAIN_FEATURES if plain else {})
    scale = 1 / _font(file).face.upem
    steps: list[Step] = []
    pen_x = pen_y = 0
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        x, y = pen_x + place.x_offset, pen_y + place.y_offset
        steps.extend(placed(_glyph(file, info.codepoint), x * scale, -y * scale, scale))
        pen_x, pen_y = pen_x + place.x_advance, pen_y + place.y_advance
    return Shaped(tuple(steps), pen_x * scale)


def _buffer(run: Run) -> hb.Buffer:
    """Say all there is to say of a run: what is left open is guessed from the machine's own language."""
    buffer = hb.Buffer()
    buffer.add_str(run.content)
    buffer.direction = "rtl" if run.leftward else "ltr"
    buffer.language = "en"
    buffer.guess_segment_properties()  # only the script is left to guess
    return buffer


@cache
def _font(file: str) -> hb.Font:
    path = fonts.folder() / file
    fonts.measures(file)  # says in a sentence if the file isn't there or whole
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(path))))


@cache
def _glyph(file: str, glyph: int) -> Outline:
    """Give a glyph's outline in font units, y down."""
    steps: list[Step] = []
    _font(file).draw_glyph(glyph, _pen(), steps)
    return tuple(steps)


@cache
def _pen() -> hb.DrawFuncs:
    pen = hb.DrawFuncs()
    pen.set_move_to_func(lambda x, y, steps: steps.append(("M", x, -y)))
    pen.set_line_to_func(lambda x, y, steps: steps.append(("L", x, -y)))
    pen.set_quadratic_to_func(lambda cx, cy, x, y, steps: steps.append(_cubic(steps[-1], cx, -cy, x, -y)))
    pen.set_cubic_to_func(lambda x1, y1, x2, y2, x, y, steps: steps.append(("C", x1, -y1, x2, -y2, x, -y)))
    pen.set_close_path_func(lambda steps: steps.append(("Z",)))
    return pen


def _cubic(last: Step, cx: float, cy: float, x: float, y: float) -> Step:
    """Raise a quadratic curve by way of (cx, cy) to a cubic one, which every painter knows."""
    x0, y0 = _end(last)
    return (
        *("C", x0 + (cx - x0) * 2 / 3, y0 + (cy - y0) * 2 / 3),
        *(x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3, x, y),
    )


def _end(step: Step) -> Point:
    match step:
        case ("Z",):
            raise ValueError("a curve can't begin where no point is")
        case (*_, x, y):
            return float(x), float(y)
