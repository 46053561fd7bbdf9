"""What is written on a line: broken into short lines in one of a few ways, and set where layout put it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from genogram_app.drawing.primitives import Mark, Path, Stroke
from genogram_app.drawing.shapes import circle, polyline
from genogram_app.layout.sheet.extents import Size
from genogram_app.layout.sheet.result import Spot
from genogram_app.picture.pen import SMALL, SMALL_STRONG, Pen, Style, height_of, width_of
from genogram_app.text.line import wrap

#: How many lines a label is folded into without need, and how much closer than in running text they lie.
MOST_LINES, PITCH = 3, 0.92
#: How much of its width a phrase keeps that is broken in two; steps in which lines are made narrower.
BROKEN, NARROWER = 0.6, 4.0
#: How narrow a label must become, as a share of its width, for a further line.
WORTH = 0.9
#: A leader's width, and the dot at its end.
LEADER, DOT = 0.5, 1.7
#: Where a label may be folded: after what a line is ("neglect:"), after a comma, after the dash between
#: two dates, before "? ask".
_FOLD = re.compile(r"(?<=[:,،–]) | (?=\? )")

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lettering:
    """How a kind of label is set: how wide at most, and the air round it in width and height, in points.

    breaks: whether long phrases but the first may be broken where that makes it narrower.
    """

    style: Style
    width: float
    air: Size
    breaks: bool = False

    @property
    def pitch(self) -> float:
        """From one line to the next."""
        return height_of(self.style) * PITCH

    def size(self, lines: Lines) -> Size:
        """Give how much room some lines take."""
        width = max((width_of(line, self.style) for line in lines), default=0.0)
        return width + self.air[0], len(lines) * self.pitch + self.air[1]


ON_LINE = Lettering(SMALL, 130.0, (4.0, 2.0))
ON_RING = Lettering(SMALL_STRONG, 136.0, (8.0, 3.0), breaks=True)


def sizes(content: str, lettering: Lettering = ON_LINE) -> tuple[Size, ...]:
    """Give how much room a label takes in each of its shapes, the one of fewest lines first."""
    return tuple(lettering.size(lines) for lines in shapes(content, lettering))


@lru_cache(maxsize=4096)
def shapes(content: str, lettering: Lettering = ON_LINE) -> tuple[Lines, ...]:
    """Break a label into short lines in every sensible way, the fewest lines first; nothing is cut.

    Of two ways with as many lines, the narrower one.
    """
    phrases, style = _FOLD.split(content), lettering.style
    found: dict[int, Lines] = {}
    for width in sorted((width_of(run, style) for run in _runs(phrases)), reverse=True):
        if width <= lettering.width and (lines := _filled(phrases, width, style)) is not None:
            found[len(lines)] = lines
    few = _worth_folding([found[count] for count in sorted(found) if count <= MOST_LINES], style)
    if lettering.breaks and few and (broken := _broken(phrases, lettering)):
        few += [broken] if max(map(len, few)) < len(broken) <= MOST_LINES else []
    return tuple(few) or (_wrapped(phrases, lettering),)


def _worth_folding(ways: Sequence[Lines], style: Style) -> list[Lines]:
    """Leave out ways that take a further line, such as a lone "reported", and are hardly narrower for it."""
    kept: list[tuple[float, Lines]] = []
    for lines in ways:
        width = max(width_of(line, style) for line in lines)
        if not kept or width < WORTH * kept[-1][0]:
            kept.append((width, lines))
    return [lines for _, lines in kept]


def _broken(phrases: Sequence[str], lettering: Lettering) -> Lines:
    """Break phrases that are much longer than the first."""
    style = lettering.style
    first, *others = (width_of(phrase, style) for phrase in phrases)
    return _wrapped(phrases, replace(lettering, width=max([first, *(BROKEN * width for width in others)])))


def _wrapped(phrases: Sequence[str], lettering: Lettering) -> Lines:
    """Break phrases that are long themselves; what follows one joins its last line where there is room."""
    lines: list[str] = []
    for phrase in phrases:
        longer = f"{lines[-1]} {phrase}" if lines else phrase
        if lines and width_of(longer, lettering.style) <= lettering.width:
            lines[-1] = longer
        else:
            lines += _even(phrase, lettering)
    return tuple(lines)


def _even(phrase: str, lettering: Lettering) -> list[str]:
    """Break a phrase into as few lines as it takes, as narrow as so many can be: no word is left over."""
    size, face, width = lettering.style.size, lettering.style.face, lettering.width
    lines = wrap(phrase, size, width, face, grace=2)
    while (width := width - NARROWER) > 0:
        narrower = wrap(phrase, size, width, face)
        if len(narrower) > len(lines) or max(width_of(line, lettering.style) for line in narrower) > width:
            break
        lines = narrower
    return lines


def shape_of(content: str, spot: Spot, lettering: Lettering = ON_LINE) -> Lines:
    """Give the lines of a label for which its spot was kept."""
    room = spot.box.width, spot.box.height
    return min(shapes(content, lettering), key=lambda lines: _unlike(lettering.size(lines), room))


def _runs(phrases: Sequence[str]) -> Iterator[str]:
    """Go through everything that could stand on one line."""
    for start in range(len(phrases)):
        for end in range(start + 1, len(phrases) + 1):
            yield " ".join(phrases[start:end])


def _filled(phrases: Sequence[str], width: float, style: Style) -> Lines | None:
    """Fill lines of a width with whole phrases; None where one is too long."""
    lines: list[str] = []
    for phrase in phrases:
        longer = f"{lines[-1]} {phrase}" if lines else phrase
        if lines and width_of(longer, style) <= width:
            lines[-1] = longer
        else:
            lines.append(phrase)
    return tuple(lines) if max(width_of(line, style) for line in lines) <= width else None


def set_label(pen: Pen, spot: Spot, content: str, paint: str) -> list[Mark]:
    """Set a line's label in its spot, on paper, so that nothing runs through it; with its leader."""
    lines = shape_of(content, spot)
    x, y = spot.centre
    first = y - ON_LINE.pitch * (len(lines) - 1) / 2 + SMALL.size * 0.34
    words = [
        pen.text(part, x, first + number * ON_LINE.pitch, SMALL, "middle", halo=True, paint=paint)
        for number, part in enumerate(lines)
    ]
    return [*leader(spot, pen.paint(paint), pen.paint("paper")), *words]


def _unlike(size: Size, room: Size) -> float:
    return abs(size[0] - room[0]) + abs(size[1] - room[1])


def leader(spot: Spot, paint: str, paper: str) -> list[Mark]:
    """Draw a hairline from a label to a dot on its line, where it stands away from it; paints as colours."""
    if spot.leader is None:
        return []
    hair = Path(polyline(spot.leader), Stroke(paint, LEADER))
    return [hair, Path(circle(spot.leader[-1], DOT), Stroke(paper, LEADER), paint)]
