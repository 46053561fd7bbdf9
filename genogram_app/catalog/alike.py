"""Whether two recipes of a line are one to the eye: alike but for what nobody measures on paper.

This is no measure of ink (that is made in the tests, for the program's own cards, and takes
seconds): it compares recipes, so that a card of somebody's own can be looked at when it is
read. A little weight or height, rhythm, and where along a line a mark stands don't tell two lines
apart; nor do paint, words and arrows. The bounds are those within which the measure of ink finds no
difference (docs/decisions/0028-own-lines-told-apart.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from genogram_app.catalog.cards import UNIT
from genogram_app.drawing.geometry import bounds
from genogram_app.drawing.primitives import Outline
from genogram_app.drawing.strands import Line, LineMark, Strand

#: A rhythm that is drawn out by less than this, or squeezed by as much, is the same one.
STRETCH = 1.7
#: How much higher a wave may be, or larger a mark, and still be taken for the other.
HIGHER = 1.35
#: How much broader a stroke may be: more, and it is a thick one.
BROADER = 1.8
#: From how many widths on a dash is no dot, and how much longer for its width it may be.
DOT, LONGER = 1.2, 2.5
#: How far strands may lie apart and be taken for one, in points; and the share of a rhythm that is ink.
ASIDE, SHARE = 1.6 * UNIT, 0.1
#: The same of a rhythm and its share for a plain dashed stroke: the eye has nothing else to go by.
DASHED_STRETCH, DASHED_SHARE = 2.0, 0.16


def alike(one: Line, other: Line) -> bool:
    """Say whether a reader takes one line for the other."""
    if not _same_marks(one.marks, other.marks):
        return False
    turned = tuple(replace(strand, offset=-strand.offset) for strand in other.strands)
    return any(_same_strands(one.strands, strands) for strands in (other.strands, turned))


def _same_strands(some: Sequence[Strand], others: Sequence[Strand]) -> bool:
    if len(some) != len(others):
        return False
    return all(map(_same_strand, sorted(some, key=_aside), sorted(others, key=_aside)))


def _aside(strand: Strand) -> tuple[float, str]:
    return strand.offset, strand.shape


def _same_strand(one: Strand, other: Strand) -> bool:
    """Say whether two strands have one shape, about one width and one rhythm."""
    if one.shape != other.shape or abs(one.offset - other.offset) > ASIDE:
        return False
    if not _near(one.width, other.width, BROADER) or not _near(_long(one), _long(other), LONGER):
        return False
    if not _near(abs(one.amplitude), abs(other.amplitude), HIGHER):
        return False
    return _near(one.wavelength, other.wavelength, STRETCH) and _same_dash(one, other)


def _same_dash(one: Strand, other: Strand) -> bool:
    """Say whether two strands are broken in one rhythm."""
    mine, its = _inked(one), _inked(other)
    if one.shape == "straight" and _evenly_dashed(one) and _evenly_dashed(other):
        near = abs(mine[0] / sum(mine) - its[0] / sum(its)) <= DASHED_SHARE
        return near and _near(sum(mine), sum(its), DASHED_STRETCH)
    if len(mine) != len(its) or not _near(sum(mine), sum(its), STRETCH):
        return False
    dots = max(_long(one), _long(other)) < DOT  # a dot is one however large it is
    return dots or all(abs(a / sum(mine) - b / sum(its)) <= SHARE for a, b in zip(mine, its, strict=True))


def _evenly_dashed(strand: Strand) -> bool:
    """Say whether a strand is dash and gap by turns, neither of them a dot's."""
    inked = _inked(strand)
    return len(inked) == 2 and inked[0] >= DOT * 2 * strand.width and inked[1] >= strand.width


def _long(strand: Strand) -> float:
    """Give how long the longest dash is, in widths; 1 for a dot, 0 for a strand that isn't broken."""
    return max(_inked(strand)[::2], default=0.0) / strand.width


def _inked(strand: Strand) -> tuple[float, ...]:
    """Give how long ink and gaps are by turns, in points; round caps make each dash longer by its width."""
    cap = 0.0 if strand.cap == "butt" else strand.width
    lengths = [length + cap * (1 - 2 * (n % 2)) for n, length in enumerate(strand.dash)]
    return tuple(max(length, 0.0) for length in lengths) if any(lengths[1::2]) else ()


def _same_marks(some: Sequence[LineMark], others: Sequence[LineMark]) -> bool:
    """Say whether each mark of one has its like on the other, wherever they stand."""
    left = list(others)
    for mark in some:
        found = next((each for each in left if _same_mark(mark, each)), None)
        if found is None:
            return False
        left.remove(found)
    return not left


def _same_mark(one: LineMark, other: LineMark) -> bool:
    """Say whether two marks are one shape, about as large, filled alike."""
    return (
        one.turn == other.turn
        and _filled(one) == _filled(other)
        and _same_outline(one.outline, other.outline)
    )


def _filled(mark: LineMark) -> str:
    """Give whether a mark is open, of paper, or of ink."""
    return "" if mark.fill is None else "paper" if mark.fill == "paper" else "ink"


def _same_outline(one: Outline, other: Outline) -> bool:
    """Say whether two outlines take the same steps, one of them perhaps larger."""
    if [step[0] for step in one] != [step[0] for step in other]:
        return False
    mine, its = bounds(one), bounds(other)
    large = max(mine.width, mine.height, its.width, its.height)
    if not _near(max(mine.width, mine.height), max(its.width, its.height), HIGHER):
        return False
    pairs = (pair for a, b in zip(one, other, strict=True) for pair in zip(a[1:], b[1:], strict=True))
    return all(abs(a - b) <= (HIGHER - 1) * large for a, b in pairs)


def _near(one: float, other: float, factor: float) -> bool:
    """Say whether the larger of two is at most so many times the smaller."""
    return max(one, other) <= factor * min(one, other)
