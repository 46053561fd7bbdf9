"""Carers who are nobody's kin stand outside: not between brothers and sisters.

Nor do past ones stand between those who live in one home.
"""

from __future__ import annotations

from collections.abc import Iterator

from genogram_app.layout.kinship.kin import Kin
from genogram_app.layout.kinship.seats import Seats

#: What it costs that they come back in, in crossings.
BACK = 2.0


def stand_outside(kin: Kin, seats: Seats) -> None:
    """Move who is on the sheet only as a carer out from between brothers and sisters, or those of a home."""
    for b, past in _carers(kin, seats):
        row = seats.rows[seats.web.row_of[b]]
        homes = [*_sibships(kin, seats, row), *(_homes(kin, seats, row, b) if past else ())]
        at = row.index(b)
        if any(min(home) < at < max(home) for home in homes):
            to = min(_free(homes, at, len(row)), key=lambda to: (_cost(seats, row, at, to), abs(to - at)))
            inside = row[at + 1 : to + 1] if to > at else row[to:at]
            seats.shift(b, to - at)
            seats.web.part(b, inside, BACK if to > at else -BACK)
        _keep_outside(kin, seats, b)


def _keep_outside(kin: Kin, seats: Seats, b: int) -> None:
    """Let it cost that a block comes in between brothers and sisters later on."""
    row = seats.rows[seats.web.row_of[b]]
    at = row.index(b)
    for here in _sibships(kin, seats, row):
        if not min(here) <= at <= max(here):
            seats.web.part(b, {row[i] for i in here}, BACK if min(here) < at else -BACK)


def carers_alone(kin: Kin) -> set[int]:
    """Give whoever has no line on the sheet but those to children in their care."""
    carers = {who for brood in kin.cares for who in brood.partners}
    carers -= {who for brood in kin.births for who in brood.partners}
    return carers - {child for brood in kin.broods for child in brood.children}


def _carers(kin: Kin, seats: Seats) -> Iterator[tuple[int, bool]]:
    """Give the blocks whose only lines are those to children in their care, and whether all that is past."""
    alone = carers_alone(kin)
    kindred = {who for brood in kin.broods for who in (*brood.partners, *brood.children)} - alone
    today = {who for brood in kin.cares if not brood.past for who in brood.partners}
    for b, block in enumerate(seats.blocks):
        if alone & {*block} and not kindred & {*block}:
            yield b, not today & {*block}


def _sibships(kin: Kin, seats: Seats, row: list[int]) -> Iterator[list[int]]:
    """Give the places in a row where the brothers and sisters of each family stand."""
    place = {who: at for at, b in enumerate(row) for who in seats.blocks[b]}
    for brood in kin.births:
        here = [place[child] for child in brood.children if child in place]
        if len(here) > 1:
            yield here


def _homes(kin: Kin, seats: Seats, row: list[int], b: int) -> Iterator[list[int]]:
    """Give the places in a row where those of each home stand, of homes in which nobody of a block lives."""
    place = {who: at for at, b in enumerate(row) for who in seats.blocks[b]}
    for home in kin.homes:
        here = [place[who] for who in home if who in place]
        if here and not {*home} & {*seats.blocks[b]}:
            yield here


def _free(homes: list[list[int]], at: int, count: int) -> list[int]:
    """Give the places outside every home that someone may move to."""
    # Who moves to the right leaves their own place to the others: they move up by one.
    spans = [(min(home), max(home)) for home in homes]
    return [
        to
        for to in range(count)
        if not any(low < to <= high if to < at else low <= to < high for low, high in spans)
    ]


def _cost(seats: Seats, row: list[int], at: int, to: int) -> float:
    """Give what it costs more that a block stands at another place of its row."""
    b = row[at]
    if to > at:
        return sum(seats.dearer(other, b) for other in row[at + 1 : to + 1])
    return sum(seats.dearer(b, other) for other in row[to:at])
