"""Set a line of letters: the public face of this room.

line(...)       a `Text`, plain or as outlines, with its width
advance(...)    that width alone;  wrap(...)  lines of a width;  shortened(...)  one line of it
missing(...)    what no bundled font can draw;  check(...)  refuse it by name
ascent descent cap_height x_height line_height font_file faces
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from genogram_app.drawing.primitives import Anchor, Halo, Text
from genogram_app.errors import GlyphError
from genogram_app.text import runs
from genogram_app.text.fonts import faces, font_file
from genogram_app.text.measure import (
    advance,
    ascent,
    cap_height,
    descent,
    line_height,
    one_line,
    plain_width,
    x_height,
)
from genogram_app.text.wrap import shortened, wrap

__all__ = [
    "advance",
    "ascent",
    "cap_height",
    "check",
    "descent",
    "faces",
    "font_file",
    "line",
    "line_height",
    "missing",
    "shortened",
    "wrap",
    "x_height",
]


def line(
    content: str,
    x: float,
    y: float,
    size: float,
    *,
    face: str = "regular",
    paint: str = "#000000",
    anchor: Anchor = "start",
    halo: Halo | None = None,
) -> Text:
    """Set one line of letters with its baseline at (x, y), `size` points high.

    The whole line becomes outlines if any of it needs shaping or another font.
    A letter that no font has shows as a hollow box: `check` before an export.
    """
    content = one_line(content)
    width = plain_width(content, face)
    if width is not None:
        return Text(content, x, y, size, width * size, face, paint, anchor, halo=halo)
    from genogram_app.text.shape import placed, shaped  # loads the shaping engine: only when a line needs it

    shape = shaped(content, face)
    text = Text(content, x, y, size, shape.width * size, face, paint, anchor, halo=halo)
    return replace(text, outline=tuple(placed(shape.outline, text.left, y, size)))


def missing(content: str, face: str = "regular") -> str:
    """Give the characters that no bundled font can draw, each once, in order; empty if all can be drawn."""
    content = one_line(content)
    return "" if plain_width(content, face) is not None else runs.missing(content, face)


def check(texts: Iterable[Text]) -> None:
    """Refuse letters that would show as a box. Raises GlyphError, which names them and where they stand."""
    for text in texts:
        if lost := missing(text.content, text.face):
            raise GlyphError(
                f'The program has no letters for "{lost}" in "{text.content}", so nothing was written. '
                "Your file is safe. Write this in other letters and try again."
            )
