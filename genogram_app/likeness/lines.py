"""How alike two lines look in black and white at print size.

Each line is drawn in one black at 300 dpi, 12, 20 and 40 mm long, straight and
along an arc, and blurred as a photocopier does; one along an arc is unrolled,
as the eye does. Words and arrows are left out. Then every 6 mm piece of one is
looked for in the other: at every place in it (so the worst phase shift is among
them), turned and mirrored, and drawn out or squeezed by up to two fifths,
because nobody measures a wavelength by eye. How badly the best place fits is
1 - a·b / (|a| |b|): how heavy a line is doesn't count, only its shape. What
counts is the piece of either line that is found worst in the other: there a
reader sees which line it is.

0: each piece of one is somewhere in the other. 1: some piece has no ink in
common with any of the other. All pairs are looked at coarsely; those that come
near each other are looked at closely.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, combinations, groupby, islice
from math import ceil, cos, pi, sin

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from genogram_app.catalog.theme import load_theme
from genogram_app.drawing.primitives import Box, Point
from genogram_app.drawing.strands import Line, lay
from genogram_app.drawing.transform import Transform
from genogram_app.likeness.ink import DPI, MM, Ink, printed
from genogram_app.likeness.least import LINES

#: How many lines are drawn on one page; rows are whole numbers of this many points (25 pixels) high.
BATCH, ROW = 25, 6.0
#: How wide the strip is on which a line is looked at, in points; pixels to a point, closely and coarsely.
STRIP, FINE, COARSE = 17, 2, 1
#: The length of a piece in points, and from one to the next that is looked for, in pixels.
PIECE, NEXT = round(6 * MM), 6
STRETCHES = (0.6, 0.67, 0.77, 0.88, 1.0, 1.14, 1.3, 1.5, 1.67)
HEIGHTS = (0.6, 0.77, 1.0, 1.3, 1.67)
#: Pairs that differ by more than this at a coarse look, at that many aspects, aren't looked at closely.
NEAR, ASPECTS = 0.25, 80

Pair = tuple[str, str]


@dataclass(frozen=True)
class Course:
    """Where a line runs: its length, and the radius of the arc (0: straight), in points."""

    length: float
    radius: float = 0.0

    def at(self, along: float, beside: float = 0.0) -> Point:
        """Give a point some way along and to the right of the course, which begins at 0,0."""
        if not self.radius:
            return along, beside
        angle, reach = along / self.radius - pi / 2, self.radius - beside
        return reach * cos(angle), self.radius + reach * sin(angle)

    @property
    def points(self) -> tuple[Point, ...]:
        """Give the course as the program routes one: a chain of points about 2 mm apart."""
        count = max(1, round(self.length / (2 * MM))) if self.radius else 1
        return tuple(self.at(self.length * number / count) for number in range(count + 1))


COURSES = tuple(Course(length * MM, radius * MM) for length in (40, 20, 12) for radius in (0, 25))
#: Where an ended line is looked at: on a shorter one a mark in the middle leaves the slash no room.
ENDED_COURSES = tuple(Course(length * MM, radius * MM) for length in (40, 20) for radius in (0, 25))


def inked(lines: Mapping[str, Line], course: Course, paints: Mapping[str, str]) -> dict[str, Ink]:
    """Draw lines in one black along a course; give the ink beside each, 0 to 1, by name."""
    black = {name: "#FFFFFF" if name == "paper" else "#000000" for name in paints}
    found: dict[str, Ink] = {}
    for names in batched(lines, BATCH):
        rows = np.split(_picture([lines[name] for name in names], course, black), len(names))
        found |= {name: _unrolled(row, course) for name, row in zip(names, rows, strict=True)}
    return found


def batched(names: Iterable[str], count: int) -> list[list[str]]:
    """Give names in lists of that many."""
    left = list(names)
    return [left[start : start + count] for start in range(0, len(left), count)]


def _picture(lines: Sequence[Line], course: Course, paints: Mapping[str, str]) -> Ink:
    """Draw lines on one page, one under the other, each in as many pixels."""
    row = _page(course)
    page = Box(row.left, row.top, row.right, row.top + row.height * len(lines))
    marks = tuple(
        Transform(1.0, 0.0, number * row.height).mark(path)
        for number, line in enumerate(lines)
        for path in lay(line, course.points, paints)
    )
    return printed(marks, page)[: round(page.height * DPI / 72)]


def _page(course: Course) -> Box:
    deep = max(y for _, y in course.points)
    high = ceil((deep + 2 * STRIP) / ROW) * ROW
    return Box(-STRIP, -STRIP, course.length + STRIP, high - STRIP)


def _unrolled(picture: Ink, course: Course) -> Ink:
    """Give the ink beside a course as if it ran straight."""
    pixels = _beside(course)
    strip: Ink = picture[pixels[..., 1], pixels[..., 0]]
    return _halved(strip)


@cache
def _beside(course: Course) -> NDArray[np.int_]:
    """Give where on the picture each pixel beside a course is, twice as dense as it is looked at."""
    page, dense = _page(course), 2 * FINE
    along = (np.arange(round(course.length) * dense) + 0.5) / dense
    beside = (np.arange(STRIP * dense) + 0.5) / dense - STRIP / 2
    places = np.array([[course.at(s, d) for s in along] for d in beside])
    return ((places - (page.left, page.top)) * DPI / 72).astype(int)


def _halved(ink: Ink) -> Ink:
    tall, wide = ink.shape[0] // 2, ink.shape[1] // 2
    halved: Ink = ink[: tall * 2, : wide * 2].reshape(tall, 2, wide, 2).mean(axis=(1, 3))
    return halved


def differences(inks: Mapping[str, Ink]) -> dict[Pair, float]:
    """Give how far each two lines differ."""
    coarse = {name: _halved(ink) for name, ink in inks.items()}
    found = _compared(coarse, combinations(inks, 2), COARSE, ASPECTS)
    return found | _compared(inks, [pair for pair, far in found.items() if far < NEAR], FINE)


def nearest(
    lines: Mapping[str, Line], paints: Mapping[str, str], courses: Sequence[Course] = COURSES
) -> dict[Pair, float]:
    """Give how far each two lines differ on the course where they are most alike."""
    return _least(differences(inked(lines, course, paints)) for course in courses)


def _least(found: Iterable[Mapping[Pair, float]]) -> dict[Pair, float]:
    first, *others = found
    return {pair: min(far, *(each[pair] for each in others)) for pair, far in first.items()}


def apart(pairs: Sequence[tuple[Line, Line]], courses: Sequence[Course] = COURSES) -> list[float]:
    """Give how far the two of each pair differ on the course where they are most alike.

    Of those that nobody confuses it is only said that they differ by so much or more: that is found soon.
    """
    names = {line: str(number) for number, line in enumerate(dict.fromkeys(chain.from_iterable(pairs)))}
    asked = [(names[one], names[other]) for one, other in pairs]
    lines, hubs = {name: line for line, name in names.items()}, _hubs(asked)
    found = _least(_differences_from(hubs, inked(lines, course, load_theme().paints)) for course in courses)
    found |= {(other, one): far for (one, other), far in found.items()}
    return [found[pair] if pair[0] != pair[1] else 0.0 for pair in asked]


def apart_at_any_height(pairs: Sequence[tuple[Line, Line]]) -> list[float]:
    """Give how far the two of each pair differ, the first of them drawn as high or flat as is most alike.

    Nobody measures how far two strands lie apart, or how high a wave is, without the other beside it.
    """
    drawn = [(higher, other) for one, other in pairs for higher in _heights(one)]
    found = iter(apart(drawn))
    return [min(islice(found, len(_heights(one)))) for one, _ in pairs]


def _heights(line: Line) -> list[Line]:
    """Give a line drawn higher and flatter; a mark stays as large as it is."""
    drawn = [
        tuple(replace(each, offset=each.offset * by, amplitude=each.amplitude * by) for each in line.strands)
        for by in HEIGHTS
    ]
    return list(dict.fromkeys(replace(line, strands=strands) for strands in drawn))


def _hubs(pairs: Iterable[Pair]) -> list[str]:
    """Give a few names, of which every pair has one."""
    wanted = list(pairs)
    often, hubs = Counter(chain.from_iterable(wanted)), list[str]()
    for pair in sorted(wanted, key=lambda pair: -max(often[name] for name in pair)):
        if not set(hubs) & set(pair):
            hubs.append(max(pair, key=lambda name: often[name]))
    return hubs


def _differences_from(hubs: Sequence[str], inks: Mapping[str, Ink]) -> dict[Pair, float]:
    """Give how far some lines differ from all others: of what is far one way round, so much or more."""
    coarse = {name: _halved(ink) for name, ink in inks.items()}
    every = dict.fromkeys((hub, other) for hub in hubs for other in inks if other != hub)
    far = _found_in(coarse, every, COARSE)
    far |= _found_in(inks, [pair for pair in every if far[pair] < NEAR], FINE)
    return far | _compared(inks, [pair for pair in every if far[pair] < LINES], FINE)


def _found_in(inks: Mapping[str, Ink], pairs: Iterable[Pair], scale: int) -> dict[Pair, float]:
    """Give how badly the worst piece of the second of each pair fits the first."""
    found: dict[Pair, float] = {}
    for hub, group in groupby(pairs, key=lambda pair: pair[0]):
        others = [other for _, other in group]
        worst = _worst([_sought(inks[other], scale) for other in others], _unit(_places(inks[hub], scale)))
        found |= {(hub, other): far for other, far in zip(others, worst, strict=True)}
    return found


def _compared(
    inks: Mapping[str, Ink], pairs: Iterable[Pair], scale: int, aspects: int = 0
) -> dict[Pair, float]:
    """Compare pairs, all that meet one line at once; through their main aspects alone, if told."""
    wanted = list(pairs)
    pieces = {name: _sought(inks[name], scale) for name in {name for pair in wanted for name in pair}}
    seen = _aspects(pieces.values(), aspects) if aspects else None
    lost: dict[Pair, float] = {}
    for other in sorted(pieces):
        near = sorted({one for pair in wanted if other in pair for one in pair if one != other})
        worst = _worst([pieces[one] for one in near], _unit(_places(inks[other], scale)), seen)
        lost |= {(one, other): far for one, far in zip(near, worst, strict=True)}
    return {(one, other): max(lost[one, other], lost[other, one]) for one, other in wanted}


def _sought(ink: Ink, scale: int) -> Ink:
    """Give the pieces of a line that are looked for in others."""
    return _unit(_pieces(ink, scale, NEXT * scale))


def _aspects(pieces: Iterable[Ink], count: int) -> Ink:
    """Give the few pictures of which nearly all pieces are made, one to a column."""
    rows = np.concatenate(list(pieces))
    _, pictures = np.linalg.eigh(rows.T @ rows)
    main: Ink = pictures[:, -count:]
    return main


def _worst(sought: list[Ink], places: Ink, seen: Ink | None = None) -> list[float]:
    """Give how badly the worst piece of each line fits where it fits best."""
    all_sought = np.concatenate(sought)
    fit = (all_sought @ places.T if seen is None else (all_sought @ seen) @ (places @ seen).T).max(axis=1)
    ends = np.cumsum([len(each) for each in sought])
    return [1 - float(each.min()) for each in np.split(fit, ends[:-1])]


def _unit(rows: Ink) -> Ink:
    """Scale each row to length 1, so that how heavy a line is doesn't count."""
    length: Ink = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.maximum(length, np.float32(1e-6))


def _places(ink: Ink, scale: int) -> Ink:
    """Give all pieces of a line with all that a reader doesn't notice done to them."""
    drawn_out = [_stretched(ink, by) for by in STRETCHES]
    return np.concatenate([_pieces(pose, scale, 2) for each in drawn_out for pose in _poses(each)])


def _poses(ink: Ink) -> tuple[Ink, ...]:
    return ink, ink[::-1], ink[:, ::-1], ink[::-1, ::-1]


def _pieces(ink: Ink, scale: int, step: int) -> Ink:
    """Cut a line into overlapping pieces, one to a row."""
    wide = PIECE * scale
    starts = range(0, ink.shape[1] - wide + 1, step)
    return np.stack([ink[:, start : start + wide].ravel() for start in starts])


def _stretched(ink: Ink, by: float) -> Ink:
    picture = Image.fromarray((ink * 255).astype(np.uint8)).resize((round(ink.shape[1] * by), ink.shape[0]))
    return np.asarray(picture, np.float32) / np.float32(255)
