"""How alike two lines look in black and white at print size.

Each line is drawn in one black, 40 mm long, at 300 dpi, and blurred as a
photocopier does. Then every 6 mm piece of one is looked for in the other: at
every place in it, turned and mirrored, and drawn out or squeezed by up to two
fifths, because nobody measures a wavelength by eye. How badly the best place
fits is 1 - a·b / (|a| |b|): how heavy a line is doesn't count, only its shape.
What counts is the piece of either line that is found worst in the other: there
a reader sees which line it is.

0: each piece of one is somewhere in the other. 1: some piece has no ink in
common with any of the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter, ImageOps

from genogram_app.drawing.primitives import Box, Drawing, Mark, Node
from genogram_app.drawing.strands import Line, lay
from genogram_app.export.document import DocumentMeta, Placed, Sheet
from genogram_app.export.png import write_png
from genogram_app.text.line import line as letters
from tests.catalog.given import DAY

DPI, MM = 300, 72 / 25.4
LENGTH, HEIGHT, MARGIN = 40 * MM, 20.0, 3.0
#: A photocopier's blur, in millimetres.
BLUR = 0.12
#: Pixels to a point in the blurred picture; the width of a piece and from one to the next, in pixels.
FINE, PIECE, STEP = 2, round(6 * MM * 2), 2
STRETCHES = (0.6, 0.67, 0.77, 0.88, 1.0, 1.14, 1.3, 1.5, 1.67)

Ink = NDArray[np.floating[Any]]


def inked(lines: Mapping[str, tuple[Line, str]], paints: Mapping[str, str]) -> dict[str, Ink]:
    """Draw lines, each with its tag, in one black; give their ink, 0 to 1, by name."""
    black = {name: "#FFFFFF" if name == "paper" else "#000000" for name in paints}
    page = Box(0, 0, LENGTH + 2 * MARGIN, HEIGHT * len(lines))
    marks = tuple(mark for row, each in enumerate(lines.values()) for mark in _row(*each, row, black))
    drawing = Drawing(page, (Node("lines", "figure", "lines", marks, page),))
    sheet = Sheet(page.width, page.height, (Placed(drawing),))
    picture = Image.open(BytesIO(write_png([sheet], DocumentMeta("lines", DAY), DPI))).convert("L")
    grey = ImageOps.invert(picture).filter(ImageFilter.GaussianBlur(BLUR / 25.4 * DPI))
    small = grey.resize((round(page.width * FINE), round(page.height * FINE)), Image.Resampling.BOX)
    pixels = np.asarray(small, np.float32) / np.float32(255)
    tall = round(HEIGHT * FINE)
    return {name: pixels[row * tall : (row + 1) * tall] for row, name in enumerate(lines)}


def _row(line: Line, tag: str, row: int, paints: Mapping[str, str]) -> Iterator[Mark]:
    y = (row + 0.5) * HEIGHT
    half = (letters(tag, 0, 0, 8).width / 2 + 2) / LENGTH if tag else 0.0
    yield from lay(line, ((MARGIN, y), (MARGIN + LENGTH, y)), paints, [(0.5 - half, 0.5 + half)])
    if tag:
        yield letters(tag, MARGIN + LENGTH / 2, y + 2.9, 8, anchor="middle")


def differences(inks: Mapping[str, Ink]) -> dict[tuple[str, str], float]:
    """Give how far each two lines differ."""
    pieces = {name: _unit(_pieces(ink, 6 * STEP)) for name, ink in inks.items()}
    lost: dict[tuple[str, str], float] = {}
    for other, ink in inks.items():
        # All pieces of all lines in one product; the places are large, so one line's at a time.
        fit = (np.concatenate(list(pieces.values())) @ _unit(_places(ink)).T).max(axis=1)
        ends = np.cumsum([len(each) for each in pieces.values()])
        lost |= {
            (one, other): 1 - float(f.min()) for one, f in zip(inks, np.split(fit, ends[:-1]), strict=True)
        }
    return {(one, other): max(lost[one, other], lost[other, one]) for one, other in combinations(inks, 2)}


def _unit(rows: Ink) -> Ink:
    """Scale each row to length 1, so that how heavy a line is doesn't count."""
    length: Ink = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.maximum(length, np.float32(1e-6))


def _places(ink: Ink) -> Ink:
    """Give all pieces of a line with all that a reader doesn't notice done to them."""
    poses = [ink, ink[::-1], ink[:, ::-1], ink[::-1, ::-1]]
    return np.concatenate([_pieces(_stretched(pose, by), STEP) for by in STRETCHES for pose in poses])


def _pieces(ink: Ink, step: int) -> Ink:
    """Cut a line into overlapping pieces, one to a row."""
    starts = range(0, ink.shape[1] - PIECE + 1, step)
    return np.stack([ink[:, start : start + PIECE].ravel() for start in starts])


def _stretched(ink: Ink, by: float) -> Ink:
    picture = Image.fromarray((ink * 255).astype(np.uint8)).resize((round(ink.shape[1] * by), ink.shape[0]))
    return np.asarray(picture, np.float32) / np.float32(255)
