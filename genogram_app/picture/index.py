"""Where to find whom: everybody by name, each with the number of their part."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from genogram_app.drawing.primitives import Box, Mark, Node
from genogram_app.picture import wording
from genogram_app.picture.compose import Sheet
from genogram_app.picture.pen import SMALL, SMALL_INK, SMALL_STRONG, Pen, width_of
from genogram_app.picture.tiling import Tiling
from genogram_app.picture.titleblock import Block

#: From a part's number to the name, from one column to the next, from line to line, and to the first.
NUMBERS, GAP, PITCH, HEAD = 16.0, 18.0, 11.5, 24.0


def index_block(pen: Pen, sheet: Sheet, tiling: Tiling, width: float) -> Block:
    """Set the names in columns, down one after the other; who has no name isn't among them."""
    found = _entries(pen, sheet, tiling)
    if not found:
        return Block((), width, 0.0)
    says = pen.words.say("Who is on which part")
    wide = NUMBERS + max(width_of(name, SMALL_INK) for name, _ in found) + GAP
    columns = max(1, int((width + GAP) // wide))
    rows = ceil(len(found) / columns)
    marks: list[Mark] = [pen.text(says, 0, 8, SMALL)]
    for n, (name, part) in enumerate(found):
        x, y = n // rows * wide, HEAD + n % rows * PITCH
        marks.append(pen.text(str(part), x, y, SMALL_STRONG, paint="accent"))
        marks.append(pen.text(name, x + NUMBERS, y, SMALL_INK))
    height = HEAD + rows * PITCH - PITCH + 4
    told = f"{says}: " + ", ".join(f"{name} {part}" for name, part in found)
    return Block((Node("index", "note", told, tuple(marks), Box(0, 0, width, height)),), width, height)


def _entries(pen: Pen, sheet: Sheet, tiling: Tiling) -> Sequence[tuple[str, int]]:
    places = sheet.layout.places
    there = [person for person in sheet.case.family.people if person.named and person.id in places]
    named = [(wording.name(pen.words, person), tiling.at(*places[person.id])) for person in there]
    found = [(name, tile.number) for name, tile in named if tile]
    return sorted(found, key=lambda entry: (entry[0].casefold(), entry))
