"""What stands round the family on its sheet: themes, quotes and the foot of the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from genogram_app.catalog.load import Catalog
from genogram_app.drawing.primitives import Anchor, Box, Mark, Node, Point
from genogram_app.drawing.transform import Transform
from genogram_app.family.case import Case
from genogram_app.family.seen import View
from genogram_app.layout.sheet.result import Layout
from genogram_app.model.base import Quote, Record
from genogram_app.model.ids import Id
from genogram_app.model.ties import ChildOf
from genogram_app.picture.households import astray
from genogram_app.picture.lines import called
from genogram_app.picture.pen import NAME, QUOTE, SMALL, Pen, Style, height_of, width_of
from genogram_app.picture.people import headcount, theme_line
from genogram_app.picture.titleblock import Block, copy_name
from genogram_app.text.line import wrap
from genogram_app.words import Words

#: What stands between two quotes or themes on one line.
BETWEEN = "     "
#: Air under the themes, in points.
UNDER_THEMES = 6.0
#: And between two things in the foot.
DOT = " · "
#: Brothers and sisters whose heights differ by more stand in two rows, in points.
ROW_APART = 60.0
#: How much of the foot the page's number takes at its right end, in points.
PAGE_NUMBER = 76.0


def themes_block(pen: Pen, catalog: Catalog, case: Case, width: float) -> Block:
    """Set the family's themes as a quiet row of words under the family, as large as names."""
    themes = [theme_line(pen, catalog, theme) for theme in case.details.themes]
    if not themes:
        return Block((), width, 0.0)
    rows = _side_by_side(themes, width, NAME, BETWEEN)
    heading = _paragraph(pen, "themes", pen.words.say("Themes in the family"), width, SMALL, "middle")
    said = [_paragraph(pen, f"theme:{n}", row, width, NAME, "middle") for n, row in enumerate(rows)]
    return stacked([heading, *said, Block((), width, UNDER_THEMES)], width)


def quotes_block(pen: Pen, case: Case, width: float) -> Block:
    """Set everybody's own words, each with whose they are and when, side by side where they fit."""
    said = [quote_line(pen, quote, _owner(pen, case, r)) for r in _records(case) for quote in r.quotes]
    blocks = [
        _paragraph(pen, f"quote:{n}", content, width, QUOTE, "middle")
        for n, content in enumerate(_side_by_side(said, width, QUOTE, BETWEEN))
    ]
    return stacked(blocks, width)


def _side_by_side(parts: list[str], width: float, style: Style, between: str) -> list[str]:
    """Join short lines into as few as fit the width."""
    rows: list[str] = []
    for content in parts:
        longer = f"{rows[-1]}{between}{content}" if rows else content
        if rows and width_of(longer, style) <= width:
            rows[-1] = longer
        else:
            rows.append(content)
    return rows


def _records(case: Case) -> list[Record]:
    return [*case.family.records(), case.details]


def _owner(pen: Pen, case: Case, record: Record) -> str:
    return called(pen, case.family, record.id) if record.id in case.family else ""


def quote_line(pen: Pen, quote: Quote, owner: str) -> str:
    """Say a quote: “Nan makes the best stew.” Jay, 4 Nov 2026, at home."""
    told = [quote.by or owner, pen.words.short_day(quote.when) if quote.when else "", quote.where]
    return f"“{quote.words}” " + ", ".join(part for part in told if part)


def footer_words(
    pen: Pen,
    catalog: Catalog,
    case: Case,
    view: View,
    layout: Layout,
    homes: Mapping[Id, str],
    told: Iterable[str],
    key_apart: bool,
) -> list[str]:
    """Say which copy this is, where the key is, how many people there are, what signs mean.

    homes: what each home is called. told: what stands on the sheet in letters.
    """
    words = pen.words
    count = words.count("{n} person", "{n} people", headcount(catalog, case.family))
    key = [words.say("Key: page 2")] if key_apart else []
    dated = words.say("Ages at {day}", day=words.day(view.as_at))
    copy = [copy_name(pen, view), words.say("copy with care")]
    rings = [words.say("rings: who lives together")] if case.family.households else []
    rings += astray(pen, case.family, layout, homes)
    in_rows = _in_rows(catalog, case, layout.places)
    rows = [words.say("some brothers and sisters stand in two rows")] if in_rows else []
    return [*copy, *key, *_left_out(pen, case, view), count, dated, *signs(pen.words, told), *rings, *rows]


def footer_block(pen: Pen, parts: list[str], width: float) -> Block:
    """Set the words of the foot; the end of the last line stays free for the page's number."""
    marks: list[Mark] = [pen.rule(0, width, 4)]
    y = 15.0
    for part in _side_by_side(parts, width - PAGE_NUMBER, SMALL, DOT):
        marks.append(pen.text(part, 0, y, SMALL))
        y += height_of(SMALL)
    height = y - height_of(SMALL) + 3
    node = Node("footer", "note", DOT.join(parts), tuple(marks), Box(0, 0, width, height))
    return Block((node,), width, height)


def _left_out(pen: Pen, case: Case, view: View) -> list[str]:
    """Say whose part of the family stands here, and that there are others."""
    if view.near is None or view.near.person not in case.family:
        return []
    words, reach = pen.words, view.near.reach
    far = words.count("{n} generation up and down", "{n} generations up and down", reach)
    said = "only {name}’s close family, {far}, and who lives with them: others aren’t on this sheet"
    return [words.say(said, name=called(pen, case.family, view.near.person), far=far)]


def signs(words: Words, told: Iterable[str]) -> list[str]:
    """Explain the signs and short words that stand on a sheet, and no others."""
    ask, born = words.say("? ask"), words.say("b. {date}", date="").strip()
    whole = "\n".join(told)
    meant = {
        words.say("~ about"): r"~\d",
        words.say("? not known"): rf"(?<!\S)(?!{re.escape(ask)})\?",
        words.say("? ask: nobody has asked yet"): re.escape(ask),
        words.say("b. born"): rf"^{re.escape(born)} ",
    }
    return [says for says, sign in meant.items() if re.search(sign, whole, re.MULTILINE)] + _ages(
        words, whole
    )


def _ages(words: Words, whole: str) -> list[str]:
    """Explain a baby's age by one that stands on the sheet: "7m: 7 months"."""
    units = {"m": "{short}: {n} months", "d": "{short}: {n} days"}
    found = {unit: re.search(rf"^~?((\d+){unit})$", whole, re.MULTILINE) for unit in units}
    return [words.say(units[unit], short=age[1], n=age[2]) for unit, age in found.items() if age]


def _in_rows(catalog: Catalog, case: Case, places: Mapping[Id, Point]) -> bool:
    """Say whether children of the same parents stand one row above the other, as if of two generations."""
    heights: dict[Id, list[float]] = {}
    for link in case.family.edges(ChildOf):
        if link.child in places and not catalog.link(link.kind).care:
            heights.setdefault(link.parent, []).append(places[link.child][1])
    return any(max(ys) - min(ys) > ROW_APART for ys in heights.values())


def _paragraph(
    pen: Pen, key: str, content: str, width: float, style: Style, anchor: Anchor = "start"
) -> Block:
    pitch = height_of(style)
    lines = wrap(content, style.size, width, style.face, grace=1)
    x = width / 2 if anchor == "middle" else 0.0
    marks = tuple(pen.text(part, x, 12 + number * pitch, style, anchor) for number, part in enumerate(lines))
    height = len(lines) * pitch + 6
    return Block((Node(key, "note", content, marks, Box(0, 0, width, height)),), width, height)


def stacked(blocks: list[Block], width: float) -> Block:
    """Stack blocks one under the other."""
    nodes, y = list[Node](), 0.0
    for block in blocks:
        nodes += [Transform(1.0, 0.0, y).node(node) for node in block.nodes]
        y += block.height
    return Block(tuple(nodes), width, y)
