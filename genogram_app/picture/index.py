"""Where to find whom: everybody by name and every service, each with the number of its part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import ceil

from genogram_app.drawing.primitives import Box, Mark, Node
from genogram_app.model.ids import Id
from genogram_app.picture import wording
from genogram_app.picture.compose import Sheet
from genogram_app.picture.pen import SMALL, SMALL_INK, SMALL_STRONG, Pen, width_of
from genogram_app.picture.tiling import Tiling
from genogram_app.picture.titleblock import Block
from genogram_app.text.line import shortened

#: From a part's number to the name, from one column to the next, from line to line, and to the first.
NUMBERS, GAP, PITCH, HEAD = 16.0, 18.0, 11.5, 24.0
#: A service with whom to speak to is never longer, in points: each column is as wide as the longest.
LONGEST = 150.0
#: What stands over the names, by whether there are people and services among them.
_SAYS: Mapping[tuple[bool, bool], str] = {
    (True, False): "Who is on which part",
    (False, True): "Which service is on which part",
    (True, True): "Who is on which part, and after them the services",
}


def index_block(pen: Pen, sheet: Sheet, tiling: Tiling, width: float) -> Block:
    """Set the names in columns, people before services; who has no name isn't among them."""
    people, services = _people(pen, sheet, tiling), _services(sheet, tiling)
    found = [*people, *services]
    if not found:
        return Block((), width, 0.0)
    says = pen.words.say(_SAYS[bool(people), bool(services)])
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


def _people(pen: Pen, sheet: Sheet, tiling: Tiling) -> Sequence[tuple[str, int]]:
    there = (person for person in sheet.case.family.people if person.named)
    return _found(sheet, tiling, ((person.id, wording.name(pen.words, person)) for person in there))


def _services(sheet: Sheet, tiling: Tiling) -> Sequence[tuple[str, int]]:
    """Give the services by what heads their plates; two that are alike there with whom to speak to."""
    heads = Counter(plate.head for plate in sheet.plates.values())
    named = (
        (key, f"{plate.head}, {plate.whom}" if plate.whom and heads[plate.head] > 1 else plate.head)
        for key, plate in sheet.plates.items()
    )
    return _found(sheet, tiling, ((key, _short(name)) for key, name in named))


def _short(name: str) -> str:
    return shortened(name, SMALL_INK.size, LONGEST, SMALL_INK.face)


def _found(sheet: Sheet, tiling: Tiling, named: Iterable[tuple[Id, str]]) -> Sequence[tuple[str, int]]:
    places = sheet.layout.places
    tiles = [(name, tiling.at(*places[key])) for key, name in named if key in places]
    found = [(name, tile.number) for name, tile in tiles if tile]
    return sorted(found, key=lambda entry: (entry[0].casefold(), entry))
