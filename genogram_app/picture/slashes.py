"""The lines of couples and children with their marks where layout found each a place of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from math import inf

from genogram_app.catalog.cards import LineCard
from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Point
from genogram_app.drawing.routes import Route
from genogram_app.drawing.strands import Line, LineMark
from genogram_app.layout.relationships.sliding import SLIDES

#: Marks that follow each other this closely along a line make it broad; they don't slide.
CLOSE = 40.0


def link_line(card: LineCard, *, ended: bool) -> Line:
    """Give the line from a child to its parents or carers, with the slash where that is over."""
    return Line(card.line.strands, (*card.line.marks, *(card.slash if ended else ())))


def with_arrow(line: Line, card: LineCard) -> Line:
    """Let the line of who cares now point to the child."""
    return replace(line, marks=(*line.marks, *card.arrow)) if card.care else line


@lru_cache(maxsize=8192)
def with_marks_at(line: Line, points: Polyline, spots: tuple[Point, ...]) -> Line:
    """Give a line whose marks that stand once do so at some points of its way; none: where they like to.

    Most lines of a sheet are the same after an edit.
    """
    if not spots:
        return line
    return replace(line, marks=tuple(_moved(line.marks, Route(points), iter(spots))))


def with_marks_slid(line: Line, points: Polyline, spots: Sequence[Point]) -> Line:
    """Give a relationship's line whose marks slid to some points of its way; none: as they like to stand."""
    if not spots:
        return line
    route = Route(points)
    places = [route.nearest(spot) for spot in spots]
    return replace(line, marks=tuple(each for mark in line.marks for each in _slid(mark, places)))


def _slid(mark: LineMark, places: Sequence[float]) -> Iterator[LineMark]:
    """Go through where a mark stands on its line, as often as there are places; one at an end stays."""
    if mark.outline and SLIDES[0] <= mark.at <= SLIDES[1] and not 0 < mark.every < CLOSE:
        yield from (replace(mark, at=0.0, shift=place + mark.shift, every=0.0) for place in places)
    else:
        yield mark


def _moved(marks: Sequence[LineMark], route: Route, spots: Iterator[Point]) -> Iterator[LineMark]:
    wished, along = inf, 0.0
    for mark in marks:
        if mark.every or not mark.outline:
            yield mark
            continue
        if mark.at != wished:
            wished, along = mark.at, route.nearest(next(spots))
        yield replace(mark, at=0.0, shift=along + mark.shift)
