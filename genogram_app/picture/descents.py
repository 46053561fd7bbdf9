"""Lines from parents and carers to children, and what brothers and sisters share of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from genogram_app.catalog.cards import LineCard
from genogram_app.catalog.load import Catalog
from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Mark, Node
from genogram_app.drawing.same import Same
from genogram_app.drawing.strands import Line
from genogram_app.family.from_each import link_of, sure_line
from genogram_app.layout.sheet.result import Sibship
from genogram_app.model.ties import ChildOf
from genogram_app.picture.lines import REACH, Context, OnLine, band, called, line_node, link_label
from genogram_app.picture.pen import Pen, extent_of
from genogram_app.picture.slashes import link_line, with_arrow, with_marks_at


def sibship_node(context: Context, shared: Sibship) -> Node:
    """Draw the ink that brothers and sisters share: down from their parents and across."""
    link = context.family.get(ChildOf, shared.links[0])
    line = _plain(context.catalog.link(link.kind))
    marks = tuple(mark for points in shared.lines for mark in context.laid(line, points, *shared.links))
    return _sibship_node(f"sibship:{shared.parent}/{link_of(shared.links[0])}", marks)


@lru_cache(maxsize=4096)
def _sibship_node(key: str, marks: tuple[Mark, ...]) -> Node:
    return Node(key, "descent", "", marks, extent_of(marks), depth=10)


def _plain(card: LineCard) -> Line:
    return Line(card.line.strands)


def descent_node(context: Context, link: ChildOf, ended: bool) -> Node | None:
    """Draw the line to a child from its parents or carers; from each, where one of two is in doubt."""
    told = list(_lines(context, link))
    lines = [line for line in told if len(context.layout.descents.get(line.id, ())) > 1]
    if not lines:
        return None
    marks = tuple(mark for line in lines for mark in _ink(context, line, ended))
    hit = tuple(step for line in lines for step in band(context.layout.descents[line.id], REACH))
    said = "; ".join(_said(context, line) for line in told)
    return line_node(
        link.id, "descent", f"{called(context.pen, context.family, link.child)}, {said}", marks, hit
    )


def _lines(context: Context, link: ChildOf) -> Iterator[ChildOf]:
    """Go through the lines that are drawn for a link, that of who is sure first."""
    for key in (sure_line(link.id), link.id):
        if (line := context.family.find(ChildOf, key)) is not None:
            yield line


def _ink(context: Context, line: ChildOf, ended: bool) -> tuple[Mark, ...]:
    """Draw one line to a child, with what stands on it."""
    points, on = context.layout.descents[line.id], context.on(line.id)
    return _drawn(Same(context.pen), Same(context.catalog), Same(line), points, on, ended)


@lru_cache(maxsize=4096)
def _drawn(
    pen: Same[Pen], catalog: Same[Catalog], link: Same[ChildOf], points: Polyline, on: OnLine, ended: bool
) -> tuple[Mark, ...]:
    card = catalog.value.link(link.value.kind)
    drawn = with_marks_at(link_line(card, ended=ended), points, on.marks)
    marks = on.laid(pen, drawn if ended else with_arrow(drawn, card), points)
    return marks + on.words(pen, link_label(pen.value, catalog.value, link.value))


def _said(context: Context, line: ChildOf) -> str:
    """Say what a line makes somebody of whom: "born to: Lisa"."""
    above = context.pen.words.listed(list(context.names_of(line.parent)))
    parents = above or called(context.pen, context.family, line.parent)
    return f"{context.pen.words.say(context.catalog.link(line.kind).label)}: {parents}"
