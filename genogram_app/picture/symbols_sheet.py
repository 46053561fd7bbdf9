"""The printed catalogue: every card, grouped and labelled, on A4 pages for the wall."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import reduce

from genogram_app.catalog.cards import AgencyCard, Card, LineCard, ThemeCard
from genogram_app.catalog.load import Catalog
from genogram_app.catalog.theme import Theme
from genogram_app.drawing.primitives import Box, Drawing, Mark, Node, Path
from genogram_app.drawing.transform import Transform
from genogram_app.picture.pen import (
    FIELD,
    KICKER,
    SMALL,
    SMALL_INK,
    SUBTITLE,
    TITLE,
    Pen,
    Style,
    extent_of,
    height_of,
)
from genogram_app.picture.swatches import Swatch, swatches
from genogram_app.picture.titleblock import Block
from genogram_app.picture.variants import for_all, variants
from genogram_app.text.line import wrap
from genogram_app.words import Words

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
MARGIN, FOOT = 48.0, 34.0
WIDTH = PAGE_WIDTH - 2 * MARGIN
#: A column, the gap between columns, and the sample's share of one.
COLUMN, GUTTER, SAMPLE = 240.0, WIDTH - 2 * 240.0, 106.0
HEADING, AFTER = 26.0, 14.0
#: A section up to this height isn't split over two pages.
TOGETHER = 140.0
#: So many rows of a section stand together where it begins on a page, and where it ends on one.
ALONE = 2
#: What a section's heading says that it is one of, where the group has several.
OF_MANY = {
    "people": "PEOPLE",
    "marks": "MARKS ON PEOPLE",
    "conditions": "FILLS",
    "unions": "COUPLES",
    "descent": "PARENTS, CHILDREN AND CARERS",
    "bonds": "RELATIONSHIPS",
    "ecomap": "TIES TO SERVICES",
    "rings": "HOMES",
    "agencies": "SERVICES",
    "legal": "LEGAL STATUS",
    "themes": "THEMES",
}


@dataclass(frozen=True, slots=True)
class Row:
    """What is never cut. heading: what stands over it where a page begins with it, in midst of a section."""

    block: Block
    heading: Block | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Cards under one heading. of: what it is one of, where its group has several."""

    group: str
    heading: str
    cards: tuple[Card, ...]
    of: str = ""


def symbols_sheet(catalog: Catalog, theme: Theme, words: Words) -> tuple[Drawing, ...]:
    """Draw the whole catalogue as A4 pages, in the order of the key."""
    pen = Pen(theme, words)
    rows = [row for section in _sections(catalog) for row in _rows(pen, catalog, section)]
    pages = list(_paged([Row(_title(pen)), *rows]))
    return tuple(_page(pen, nodes, number, len(pages)) for number, nodes in enumerate(pages, 1))


def _sections(catalog: Catalog) -> Iterator[Section]:
    """Go through the cards by heading, in the order in which each heading first stands."""
    for group, cards in catalog.groups.items():
        under: dict[str, list[Card]] = {}
        for card in cards.values():
            under.setdefault(card.heading.casefold(), []).append(card)
        of = OF_MANY[group] if len(under) > 1 else ""
        yield from (Section(group, some[0].heading, tuple(some), of) for some in under.values())


def _title(pen: Pen) -> Block:
    words = pen.words
    intro = words.say(
        "Each sheet has a key of what is used on it; this is all of them. "
        "Shape tells lines apart, colour only helps. A plain solid line is a marriage or a birth and nothing "
        "else. An arrow points from who acts to whom it reaches, from a carer to the child. "
        "A slash across a line means that it has ended; words on a line stand in quotation marks in the key. "
        "Inside a symbol stands the age on the day of the sheet: 11, 7m for months, 12d for days, "
        "~34 for about, ? for not known."
    )
    lines = wrap(intro, SMALL.size + 1, WIDTH * 0.86)
    marks: list[Mark] = [
        pen.text(words.say("GENOGRAM AND ECOMAP"), 0, 8, KICKER),
        pen.text(words.say("Symbols"), 0, 32, TITLE),
        *(pen.text(line, 0, 50 + 11.5 * number, SMALL_INK) for number, line in enumerate(lines)),
    ]
    height = 50 + 11.5 * len(lines)
    node = Node("title", "title", f"{words.say('Symbols')}. {intro}", tuple(marks), Box(0, 0, WIDTH, height))
    return Block((node,), WIDTH, height + 8)


def _rows(pen: Pen, catalog: Catalog, section: Section) -> list[Row]:
    """Set a section as rows. A short one stays together; of a long one no single row stands on a page alone.

    Where a long one goes on over the page, its heading stands there again.
    """
    drawn = [
        (card, swatch)
        for card in section.cards
        for swatch in (*swatches(pen, catalog, card), *variants(pen, catalog, card))
    ]
    drawn += [(card, swatch) for card in section.cards for swatch in for_all(pen, catalog, card)]
    cells = [_cell(pen, section, card, swatch) for card, swatch in drawn]
    rows = [_side_by_side(cells[start : start + 2]) for start in range(0, len(cells), 2)]
    whole = reduce(_under, rows, _heading(pen, section))
    if whole.height < TOGETHER or len(rows) < 2 * ALONE:
        return [Row(_spaced(whole))]
    first, last = (reduce(_under, some) for some in (rows[:ALONE], rows[-ALONE:]))
    again = _heading_again(pen, section)
    midst = (Row(row, again) for row in rows[ALONE:-ALONE])
    return [Row(_under(_heading(pen, section), first)), *midst, Row(_spaced(last), again)]


def _heading(pen: Pen, section: Section) -> Block:
    """Set the words over a section; what holds for all of it is said under them."""
    content, note = pen.words.say(section.heading), _note(pen, section)
    lines = wrap(note, SMALL.size, WIDTH) if note else []
    marks = _headed(pen, section, content)
    marks += [pen.text(line, 0, 31 + height_of(SMALL) * number, SMALL) for number, line in enumerate(lines)]
    says = f"{content}. {note}" if note else content
    height = HEADING + height_of(SMALL) * len(lines)
    key = f"heading:{section.group}:{section.heading}"
    node = Node(key, "heading-2", says, tuple(marks), Box(0, 0, WIDTH, height - 7))
    return Block((node,), WIDTH, height)


def _headed(pen: Pen, section: Section, content: str) -> list[Mark]:
    """Set a heading over its rule; at the other end stands of what it is one."""
    marks: list[Mark] = [pen.text(content, 0, 12, SUBTITLE), pen.rule(0, WIDTH, 18)]
    if section.of:
        marks.append(pen.text(pen.words.say(section.of), WIDTH, 12, KICKER, "end"))
    return marks


def _heading_again(pen: Pen, section: Section) -> Block:
    content = pen.words.say("{heading}, continued", heading=pen.words.say(section.heading))
    marks = tuple(_headed(pen, section, content))
    key = f"heading:{section.group}:{section.heading}:again"
    node = Node(key, "heading-2", content, marks, Box(0, 0, WIDTH, HEADING - 7))
    return Block((node,), WIDTH, HEADING)


def _note(pen: Pen, section: Section) -> str:
    """Say what holds for everything in a section; empty for most."""
    if isinstance(section.cards[0], ThemeCard):
        return pen.words.say(
            "Said under whom they are about, or under the family for all of it: lived through, caused "
            "or somebody’s own need; now, past or suspected; and who says so."
        )
    return _caution(pen) if all(map(_is_harm, section.cards)) else ""


def _caution(pen: Pen) -> str:
    return pen.words.say(
        "These lines are in the case file’s copy alone, whoever shares them. Each says who says so and "
        "where it stands: reported, denied, disputed, admitted, convicted or found by a court. Until "
        "somebody has said, it prints “source ?”."
    )


def _is_harm(card: Card) -> bool:
    return isinstance(card, LineCard) and card.harm


def _cell(pen: Pen, section: Section, card: Card, swatch: Swatch) -> Block:
    """Set one sample with its words beside it, both about the row's middle."""
    if isinstance(card, AgencyCard):
        return _service(pen, card, swatch)
    box = extent_of(swatch.marks)
    left = SAMPLE + 12 if swatch.marks else 0.0
    room = COLUMN - left
    if _is_harm(card) and not _note(pen, section):
        swatch = replace(swatch, use=f"{swatch.use}. {pen.words.say('In the case file’s copy alone')}")
    lines, says = _words(swatch, room)
    pitch = height_of(SMALL)
    height = max(box.height + 12, len(lines) * pitch + 7, 27.0)
    # Words alone stand level with their neighbours' first lines.
    top = (height - len(lines) * pitch) / 2 + FIELD.size if swatch.marks else FIELD.size + 3
    shift = Transform(1.0, SAMPLE / 2, height / 2 - box.centre[1])
    marks = [shift.mark(mark) for mark in swatch.marks]
    marks += [pen.text(line, left, top + pitch * number, style) for number, (line, style) in enumerate(lines)]
    key = f"{card.group}:{card.id}:{swatch.label}"
    node = Node(key, "symbol", says, tuple(marks), Box(0, 0, left + room, height))
    return Block((node,), left + room, height)


def _service(pen: Pen, card: AgencyCard, swatch: Swatch) -> Block:
    """Set a service's plate, which bears its label, with the titles of its jobs under it."""
    plain = swatch.label == pen.words.say(card.label)
    box, jobs = extent_of(swatch.marks), "\u00a0· ".join(map(pen.words.say, card.jobs)) if plain else ""
    pitch, under = height_of(SMALL), box.height + SMALL.size + 4
    shift = Transform(1.0, -box.left, -box.top)
    lines = wrap(jobs, SMALL.size, COLUMN - 8) if jobs else []
    marks = [shift.mark(mark) for mark in swatch.marks]
    marks += [pen.text(line, 0, under + pitch * number, SMALL) for number, line in enumerate(lines)]
    height = box.height + 12 + pitch * len(lines)
    says = f"{swatch.label}: {jobs}" if jobs else swatch.label
    node = Node(
        f"{card.group}:{card.id}:{swatch.label}", "symbol", says, tuple(marks), Box(0, 0, COLUMN, height)
    )
    return Block((node,), COLUMN, height)


def _words(swatch: Swatch, room: float) -> tuple[list[tuple[str, Style]], str]:
    """Give the lines beside a sample, and the same for reading aloud."""
    name = swatch.label.replace(" ?", "\u00a0?")  # a question mark alone on a line is lost
    label = [(line, FIELD) for line in wrap(name, FIELD.size, room, FIELD.face)]
    more = [part for part in (swatch.term, swatch.use) if part]
    notes = [(line, SMALL) for part in more for line in wrap(part, SMALL.size, room)]
    return label + notes, ": ".join([swatch.label, ". ".join(more)] if more else [swatch.label])


def _side_by_side(cells: list[Block]) -> Block:
    """Put cells in a row: samples with their middles level, words alone with their tops."""
    height = max(cell.height for cell in cells)
    nodes = [
        Transform(1.0, number * (COLUMN + GUTTER), _drop(cell, height)).node(node)
        for number, cell in enumerate(cells)
        for node in cell.nodes
    ]
    return Block(tuple(nodes), WIDTH, height)


def _drop(cell: Block, height: float) -> float:
    """Give how far down a cell stands in a higher row."""
    (node,) = cell.nodes
    pictured = any(isinstance(mark, Path) for mark in node.marks) and not node.key.startswith("agencies:")
    return (height - cell.height) / 2 if pictured else 0.0


def _under(upper: Block, lower: Block) -> Block:
    nodes = tuple(Transform(1.0, 0.0, upper.height).node(node) for node in lower.nodes)
    return Block((*upper.nodes, *nodes), WIDTH, upper.height + lower.height)


def _spaced(block: Block) -> Block:
    return Block(block.nodes, block.width, block.height + AFTER)


def _paged(rows: Iterable[Row]) -> Iterator[list[Node]]:
    """Fill page after page; no row is cut."""
    nodes, y = list[Node](), 0.0
    for row in rows:
        block = row.block
        if nodes and y + block.height - AFTER > PAGE_HEIGHT - 2 * MARGIN - FOOT:
            yield nodes
            nodes, y = [], 0.0
            block = _under(row.heading, block) if row.heading else block
        nodes += [Transform(1.0, MARGIN, MARGIN + y).node(node) for node in block.nodes]
        y += block.height
    yield nodes


def _page(pen: Pen, nodes: list[Node], number: int, count: int) -> Drawing:
    content = pen.words.say("Symbols · page {page} of {pages}", page=number, pages=count)
    y = PAGE_HEIGHT - MARGIN
    marks = (pen.rule(MARGIN, PAGE_WIDTH - MARGIN, y - 14), pen.text(content, MARGIN, y, SMALL))
    foot = Node("footer", "note", content, marks, Box(MARGIN, y - 14, PAGE_WIDTH - MARGIN, y + 3))
    paper = pen.paint("paper")
    title = pen.words.say("Symbols")
    return Drawing(Box(0, 0, PAGE_WIDTH, PAGE_HEIGHT), (*nodes, foot), paper, title, pen.words.language)
