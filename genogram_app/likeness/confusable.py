"""Which cards of somebody's own a reader would take for another, and what to say of each.

They are measured as the tests measure the program's own: one measure decides. Neither numpy nor a
painter is loaded before there is something to measure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from genogram_app.catalog.gather import Fault
from genogram_app.catalog.load import Catalog
from genogram_app.catalog.safety import plain
from genogram_app.drawing.strands import Line
from genogram_app.likeness.drawn import EDGE, Drawn, lines, symbols
from genogram_app.likeness.figures import Figures, Measure
from genogram_app.likeness.least import LINES, SYMBOLS
from genogram_app.picture.symbol import Look

L = TypeVar("L", Line, Look)
#: One of somebody's own with another.
Pair = tuple[Drawn[L], Drawn[L]]


def confusable(catalog: Catalog, figures: Figures) -> dict[str, Fault]:
    """Give by id which cards of somebody's own look like another, and what to say of them.

    Each is held against the program's and against those before it, by file name, that can be used.
    """
    alike: list[Pair[Any]] = [*_alike_lines(catalog, figures), *_alike_symbols(catalog, figures)]
    found: dict[str, Fault] = {}
    unusable = set(catalog.own)
    for name in sorted(catalog.own):
        rest = unusable - {name}
        for one, other in alike:
            if name in one.cards and rest.isdisjoint({*one.cards, *other.cards}):
                found.setdefault(name, _fault(one, other, catalog))
        if name not in found:
            unusable.remove(name)
    return found


def _fault(one: Drawn[Any], other: Drawn[Any], catalog: Catalog) -> Fault:
    when = "where it has ended it" if one.ended else "it"
    files = [f"{card}.toml" for card in other.cards if card in catalog.own and card not in one.cards]
    where = f", in {files[0]}," if files else ""
    says = f"{when} looks like “{other.label}”{where} on a photocopy: give it another shape or a mark."
    return Fault(one.field, says)


def _alike_lines(catalog: Catalog, figures: Figures) -> Iterator[Pair[Line]]:
    """Go through the lines of somebody's own, each with one that it is taken for."""
    pairs = [pair for pair in _pairs(catalog, lines(catalog)) if not _both_plain(pair)]
    yield from _alike([pair for pair in pairs if not pair[0].ended], figures, _lines_apart, LINES)
    yield from _alike([pair for pair in pairs if pair[0].ended], figures, _ended_apart, LINES)


def _alike_symbols(catalog: Catalog, figures: Figures) -> Iterator[Pair[Look]]:
    """Go through the symbols of somebody's own, each with one that it is taken for."""
    yield from _alike(list(_pairs(catalog, symbols(catalog))), figures, _symbols_apart, SYMBOLS)


def _both_plain(pair: Pair[Line]) -> bool:
    """Say whether two lines are of marriage and birth, which share the plain one."""
    return all(plain(each.look) for each in pair)


def _pairs(catalog: Catalog, drawn: Sequence[Drawn[L]]) -> Iterator[Pair[L]]:
    """Go through each of somebody's own with all others of another meaning."""
    own = set(catalog.own)
    for one in drawn:
        if not own.isdisjoint(one.cards):
            yield from ((one, other) for other in drawn if not other.ended and _differ(one, other, own))


def _differ(one: Drawn[L], other: Drawn[L], own: set[str]) -> bool:
    """Say whether two mean something else: two files of one's own do, even if both are called the same."""
    if one.label != other.label:
        return True
    theirs = own.intersection(other.cards)
    return bool(theirs) and one.field != EDGE and theirs.isdisjoint(one.cards)


def _alike(
    pairs: Sequence[Pair[L]], figures: Figures, measure: Measure[L], least: float
) -> Iterator[Pair[L]]:
    far = figures.of([(one.look, other.look) for one, other in pairs], measure)
    return (pair for pair, each in zip(pairs, far, strict=True) if each < least)


def _lines_apart(pairs: Sequence[tuple[Line, Line]]) -> list[float]:
    from genogram_app.likeness.lines import apart_at_any_height

    return apart_at_any_height(pairs)


def _ended_apart(pairs: Sequence[tuple[Line, Line]]) -> list[float]:
    from genogram_app.likeness.lines import ENDED_COURSES, apart

    return apart(pairs, ENDED_COURSES)


def _symbols_apart(pairs: Sequence[tuple[Look, Look]]) -> list[float]:
    from genogram_app.likeness.people import apart

    return apart(pairs)
