"""Lines from parents and carers to children, and what brothers and sisters share of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from genogram_app.catalog.cards import LineCard
from genogram_app.drawing.primitives import Mark, Node
from genogram_app.drawing.strands import Line
from genogram_app.family.from_each import link_of, sure_line
from genogram_app.layout.sheet.result import Sibship
from genogram_app.model.ties import ChildOf
from genogram_app.picture.lines import REACH, Context, band, called, line_node, link_label, words_on
from genogram_app.picture.pen import extent_of
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
    lines = [line for line in _lines(context, link) if len(context.layout.descents.get(line.id, ())) > 1]
    if not lines:
        return None
    marks = tuple(mark for line in lines for mark in _ink(context, line, ended))
    hit = tuple(step for line in lines for step in band(context.layout.descents[line.id], REACH))
    said = "; ".join(_said(context, line) for line in _lines(context, link))
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
    points, card = context.layout.descents[line.id], context.catalog.link(line.kind)
    drawn = with_marks_at(link_line(card, ended=ended), points, context.layout.marks.get(line.id, ()))
    marks = context.laid(drawn if ended else with_arrow(drawn, card), points, line.id)
    return marks + words_on(context, line.id, link_label(context.pen, context.catalog, line))


def _said(context: Context, line: ChildOf) -> str:
    """Say what a line makes somebody of whom: "born to: Lisa"."""
    above = context.pen.words.listed(list(context.names_of(line.parent)))
    parents = above or called(context.pen, context.family, line.parent)
    return f"{context.pen.words.say(context.catalog.link(line.kind).label)}: {parents}"
