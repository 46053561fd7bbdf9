"""Set a report's blocks as strips: lines of type of the full width, ready to be put on pages.

A strip never breaks. All strips of one block share its key, so that a block
that runs over a page is still one thing to a reader.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from genogram_app.drawing.primitives import Mark, Path, Stroke, Text
from genogram_app.drawing.report import Block, Bullets, Heading, Paragraph, Quote, Table
from genogram_app.drawing.shapes import polyline
from genogram_app.export.document import ReportStyle
from genogram_app.text import line as letters

#: Space between a table's columns, in points.
GUTTER = 8.0

#: A row of a table with no more lines than this stays on one page.
UNBROKEN = 12


@dataclass(frozen=True, slots=True)
class Part:
    """What a strip shows of one thing: marks, y from the strip's top. Decoration has no role."""

    key: str
    role: str
    says: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """One unbreakable line of the page.

    above: space before it, left out at the top of a page. tied: on the same
    page as the next. head: what is repeated over it at the top of a page.
    """

    height: float
    parts: tuple[Part, ...]
    above: float = 0.0
    tied: bool = False
    head: tuple[Strip, ...] = ()


@dataclass(frozen=True, slots=True)
class _Type:
    """How a text is set."""

    size: float
    paint: str
    face: str = "regular"


def strips(blocks: Sequence[Block], width: float, style: ReportStyle) -> Iterator[Strip]:
    """Set blocks one under the other, `width` points wide."""
    for number, block in enumerate(blocks, 1):
        if isinstance(block, Heading):
            yield from _heading(block, number, width, style)
        elif isinstance(block, Paragraph):
            set_lines = _paragraph(block, number, width, style)
            yield from _tied(set_lines) if block.with_next else set_lines
        elif isinstance(block, Bullets):
            yield from _bullets(block, number, width, style)
        elif isinstance(block, Quote):
            yield from _quote(block, number, width, style)
        else:
            yield from _table(block, number, width, style)


def _heading(block: Heading, number: int, width: float, style: ReportStyle) -> Iterator[Strip]:
    grown = {1: 1.7, 2: 1.25}.get(block.level, 1.05)
    kind = _Type(style.size * grown, style.ink, "semibold")
    part = Part(f"heading-{number}", f"heading-{min(block.level, 3)}", block.text, ())
    yield from _tied(_lines(part, kind, 0.0, width, above=style.size * (0.8 + 0.6 / block.level)))


def _paragraph(block: Paragraph, number: int, width: float, style: ReportStyle) -> Iterator[Strip]:
    kind = {
        "plain": _Type(style.size, style.ink),
        "quiet": _Type(max(8.0, style.size * 0.85), style.muted),
        "strong": _Type(style.size, style.ink, "semibold"),
    }[block.tone]
    part = Part(f"paragraph-{number}", "paragraph", block.text, ())
    yield from _lines(part, kind, 0.0, width, above=style.size * 0.5)


def _bullets(block: Bullets, number: int, width: float, style: ReportStyle) -> Iterator[Strip]:
    kind, indent = _Type(style.size, style.ink), style.size * 1.2
    for i, item in enumerate(block.items, 1):
        part = Part(f"list-{number}/item-{i}/body", "item", item, ())
        first, *rest = _lines(part, kind, indent, width - indent, above=style.size * 0.3)
        dot = Part("", "", "", (_text("•", 0.0, kind),))
        yield replace(first, parts=(dot, *first.parts))
        yield from rest


def _quote(block: Quote, number: int, width: float, style: ReportStyle) -> Iterator[Strip]:
    indent = style.size * 1.5
    words = Part(f"quote-{number}", "quote", f"“{block.text}”", ())
    kind = _Type(style.size * 1.05, style.ink, "italic")
    said = [*_lines(words, kind, indent, width - indent, above=style.size * 0.7)]
    if block.who:
        who = Part(f"source-{number}", "paragraph", block.who, ())
        said[-1] = replace(said[-1], tied=True)
        said += _lines(who, _Type(style.size * 0.85, style.muted), indent, width - indent, above=1.0)
    for strip in said:
        bar = Path(
            polyline(((indent / 2, 0.0), (indent / 2, strip.height + strip.above * 0.2))),
            Stroke(style.rule, 1.5),
        )
        yield replace(strip, parts=(Part("", "", "", (bar,)), *strip.parts))


def _table(block: Table, number: int, width: float, style: ReportStyle) -> Iterator[Strip]:
    columns = _columns(block, width)
    bold = _Type(style.size * 0.9, style.ink, "semibold")
    head = [*_row(block.head, "head-cell", f"table-{number}/row-0", columns, bold, style)]
    again = tuple(replace(strip, parts=tuple(map(_decoration, strip.parts))) for strip in head)
    yield replace(head[0], above=style.size * 0.7)
    yield from (replace(strip, tied=True) for strip in head[1:])
    plain = replace(bold, face="regular")
    for i, row in enumerate(block.rows, 1):
        for strip in _row(row, "cell", f"table-{number}/row-{i}", columns, plain, style):
            yield replace(strip, head=again)


def _row(
    cells: Sequence[str],
    role: str,
    key: str,
    columns: Sequence[tuple[float, float]],
    kind: _Type,
    style: ReportStyle,
) -> Iterator[Strip]:
    """Set one row of a table, a strip for each line, with a rule under the last."""
    set_cells = [
        [*_lines(Part(f"{key}/cell-{i}", role, cell, ()), kind, left, wide)]
        for i, (cell, (left, wide)) in enumerate(zip(cells, columns, strict=True), 1)
    ]
    lines = [*zip_longest(*set_cells)]
    right = columns[-1][0] + columns[-1][1]
    for i, line in enumerate(lines, 1):
        parts = [part for strip in line if strip for part in strip.parts]
        height, last = letters.line_height(kind.size), i == len(lines)
        if last:
            height += 6.0
            rule = Path(polyline(((0.0, height - 2.5), (right, height - 2.5))), Stroke(style.rule, 0.6))
            parts.append(Part("", "", "", (rule,)))
        tied = (not last and len(lines) <= UNBROKEN) or role == "head-cell"
        yield Strip(height, tuple(parts), tied=tied)


def _columns(block: Table, width: float) -> list[tuple[float, float]]:
    """Give each column's left edge and width."""
    shares = block.widths or (1.0,) * len(block.head)
    room = width - GUTTER * (len(shares) - 1)
    wide = [share / sum(shares) * room for share in shares]
    return [(sum(wide[:i]) + GUTTER * i, each) for i, each in enumerate(wide)]


def _lines(part: Part, kind: _Type, left: float, width: float, above: float = 0.0) -> Iterator[Strip]:
    """Break a text into strips; its first two and last two lines stay together."""
    lines = letters.wrap(part.says, kind.size, width, kind.face, grace=1)
    for i, content in enumerate(lines):
        marks = (_text(content, left, kind),) if content else ()
        tied = i + 1 < len(lines) and (i == 0 or i + 2 == len(lines))
        space = above if i == 0 else 0.0
        yield Strip(letters.line_height(kind.size), (replace(part, marks=marks),), space, tied)


def _tied(lines: Iterable[Strip]) -> Iterator[Strip]:
    """Keep lines together with each other and with what follows them."""
    return (replace(strip, tied=True) for strip in lines)


def _text(content: str, left: float, kind: _Type) -> Text:
    """Set a line with its baseline where a strip of this size has it."""
    size = kind.size
    return letters.line(content, left, size * 0.98, size, face=kind.face, paint=kind.paint)


def _decoration(part: Part) -> Part:
    """Give a part that is seen again, but not read again."""
    return replace(part, key="", role="", says="")
