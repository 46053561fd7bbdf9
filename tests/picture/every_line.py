"""Every line of the catalogue on a sheet of its own: couples, child links, relationships, ties.

`python -m tests.picture.every_line out.png [group]` draws them side by side, to be looked at.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from genogram_app.catalog.cards import LineCard
from genogram_app.drawing.primitives import Box, Drawing, Node
from genogram_app.drawing.transform import Transform
from genogram_app.export.document import DocumentMeta, Placed
from genogram_app.export.document import Sheet as Paper
from genogram_app.export.png import write_png
from genogram_app.family.case import Case
from genogram_app.model.agency import Agency
from genogram_app.model.base import Record
from genogram_app.model.dates import When
from genogram_app.model.document import ViewKind
from genogram_app.model.ties import Bond, Direction, Tie
from genogram_app.picture.compose import Sheet
from genogram_app.picture.pen import SMALL_INK
from genogram_app.studio.publish import Copy, prepare, view_of
from tests.builders import SHARED, TODAY, case_of, child, couple, home, person
from tests.catalog.given import DAY
from tests.picture.sheets import scene

CATALOG = scene().catalog
LINES = {card.id: card for card in CATALOG.lines}
WOMAN, MAN = (CATALOG.by_role("people", role).id for role in ("woman", "man"))
BORN = CATALOG.by_role("descent", "by_birth").id
SINCE = "2019-05-04"


def family_of(card: LineCard) -> Case:
    """Give the smallest family in which a line of this kind is drawn, all of it shared."""
    make = {"unions": _couple, "descent": _child, "bonds": _bond, "ecomap": _tie}[card.group]
    return case_of(*make(card))


def _jay() -> Record:
    return person("jay", gender=MAN, born=When("2015-03-03"), subject=True)


def _couple(card: LineCard) -> list[Record]:
    return [
        _jay(),
        person("ann", gender=WOMAN, born=When("1988")),
        person("bob", gender=MAN, born=When("1985")),
        *couple("line", "bob", "ann", kind=card.id, since=SINCE),
        child("jay", "line", kind=BORN),
    ]


def _child(card: LineCard) -> list[Record]:
    mum = person("ann", gender=WOMAN, born=When("1988"))
    link = child("jay", "bob", kind=card.id, since=When(SINCE)).put(id="line")
    other = person("bob", gender=MAN, born=When("1985"))
    service = Agency(id="bob", name="Elm House", kind="", basis=SHARED)
    return [_jay(), mum, child("jay", "ann", kind=BORN), link, service if _at_a_service(card) else other]


def _at_a_service(card: LineCard) -> bool:
    """Say whether a child is there with a service and not with somebody."""
    return card.care and len(card.line.strands) == 2 and all(strand.dash for strand in card.line.strands)


def _bond(card: LineCard) -> list[Record]:
    bond = Bond(id="line", quality=card.id, a="bob", b="ann", since=When(SINCE), basis=SHARED)
    way = Direction.FORTH if card.directed != "none" else Direction.UNSET
    how = "every other Saturday, 2 hours" if card.arranged else ""
    return [*_couple(card)[:3], bond.put(direction=way, arrangement=how)]


def _tie(card: LineCard) -> list[Record]:
    strength, strain = (card.id if card.axis == axis else "" for axis in ("strength", "strain"))
    tie = Tie(id="line", a="school", b="ours", strength=strength, strain=strain, basis=SHARED)
    school = Agency(id="school", name="Park School", kind="", basis=SHARED)
    return [_jay(), person("ann", gender=WOMAN), *home("ours", "jay", "ann"), school, tie]


@cache
def sheet(key: str, copy: Copy = "case-file") -> Sheet:
    """Compose the sheet of one line."""
    card = LINES[key]
    kind: ViewKind = "ecomap" if card.group == "ecomap" else "genogram"
    view = view_of(scene(), kind, TODAY, copy)
    return prepare(scene(), family_of(card), view=view, words_page=False).sheet


_CELL, _COLUMNS = (250.0, 250.0), 6


def contact_sheet(group: str) -> Drawing:
    """Draw all of a group on one sheet, each with its label."""
    nodes = list(_cells(group))
    rows = -(-len([card for card in LINES.values() if card.group == group]) // _COLUMNS)
    return Drawing(Box(0, 0, _COLUMNS * _CELL[0], rows * _CELL[1]), tuple(nodes))


def _cells(group: str) -> Iterator[Node]:
    cards = [card for card in LINES.values() if card.group == group]
    for number, card in enumerate(cards):
        x, y = (number % _COLUMNS) * _CELL[0], (number // _COLUMNS) * _CELL[1]
        drawn = sheet(card.id).family
        across, down = drawn.bounds.centre
        label = scene().pen.text(card.label, x + 8, y + 12, SMALL_INK)
        yield Node(card.id, "note", card.label, (label,), Box(x, y, x + 1, y + 1))
        shift = Transform(1.0, x + _CELL[0] / 2 - across, y + _CELL[1] / 2 + 8 - down)
        yield from (shift.node(node) for node in drawn.nodes)


if __name__ == "__main__":
    page = contact_sheet(*sys.argv[2:3])
    paper = Paper(page.bounds.width, page.bounds.height, (Placed(page),))
    Path(sys.argv[1]).write_bytes(write_png([paper], DocumentMeta("Every line", DAY), 90))
