"""How the rows of a key fall into columns: in their order, as low as the width allows.

A row's words stand on one line, or on two where that lets more columns stand side by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import inf

from genogram_app.picture.pen import Style, width_of

#: The pitch of rows, and how much higher a row is whose words stand on two lines, in points.
ROW, SECOND = 14.0, 9.5
#: No words are parted that are narrower, in points: "woman / or girl" saves little and reads badly.
SHORT = 92.0
#: How much of their width words may keep that are parted where the sense is.
NARROW = 0.75


@dataclass(frozen=True, slots=True)
class Words:
    """What a row says, and how wide that is on one line and, at its narrowest, on two, in points."""

    says: str
    one: float
    two: float


@dataclass(frozen=True, slots=True)
class Column:
    """A column: which rows stand in it, up to but not with `end`, and how wide their words may be."""

    start: int
    end: int
    width: float


def words_of(says: str, style: Style) -> Words:
    """Measure what a row says; a few short words stay on their line."""
    one = width_of(says, style)
    halves = _halves(says, style) if one > SHORT else []
    return Words(says, one, min((wide for wide, _ in halves), default=one))


def lines_of(words: Words, width: float, style: Style) -> tuple[str, ...]:
    """Set words on one line, or on two where one is wider than a width that holds two."""
    if words.one <= width or words.two > width:
        return (words.says,)
    return min(_halves(words.says, style), key=lambda found: found[0])[1]


def _halves(says: str, style: Style) -> list[tuple[float, tuple[str, str]]]:
    """Give the ways to part words in two, each with the width of its wider half.

    Where the sense is parted too, if that makes them narrow enough; else between any two words.
    """
    spaces = [place for place, letter in enumerate(says) if letter == " "]
    pairs = [(says[:place], says[place + 1 :]) for place in spaces]
    found = [
        (max(width_of(first, style), width_of(second, style)), (first, second)) for first, second in pairs
    ]
    enough = width_of(says, style) * NARROW
    return [half for half in found if _at_sense(*half[1]) and half[0] <= enough] or found


def _at_sense(first: str, second: str) -> bool:
    """Say whether words are parted before what stands in brackets or quotes, or after a comma."""
    return second[:1] in "(“" or first[-1:] in ",;:"


def columns(rows: Sequence[Words], width: float, apart: float) -> list[Column]:
    """Give the lowest columns that fit a width; `apart` is what each takes besides its words, in points.

    Every row must fit the width on two lines.
    """
    if not rows:
        return []
    table = _Table(rows, apart)
    heights = sorted({n * ROW + m * SECOND for n in range(1, len(rows) + 1) for m in range(n + 1)})
    low, high = 0, len(heights) - 1
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if table.least(heights[middle], width) else (middle + 1, high)
    return _eased(table, table.least(heights[low], width), heights[low], width)


def _eased(table: _Table, found: Sequence[Column], height: float, width: float) -> list[Column]:
    """Let the width that is left over put words back on one line, from the first column on."""
    spare, eased = width - sum(column.width + table.apart for column in found), list[Column]()
    for column in found:
        count = column.end - column.start
        widths = [table.width(column.start, count, q) for q in range(_second_lines(height, count) + 1)]
        wider = max(wide for wide in widths if wide <= column.width + spare)
        spare -= wider - column.width
        eased.append(Column(column.start, column.end, wider))
    return eased


def _second_lines(height: float, count: int) -> int:
    """Give how many of some rows may have a second line in a height; negative where they don't fit at all."""
    return min(int((height - count * ROW + 1e-6) // SECOND), count)


@dataclass(slots=True)
class _Table:
    """How wide every run of rows must be, worked out once."""

    rows: Sequence[Words]
    apart: float
    _widths: dict[tuple[int, int, int], float] = field(default_factory=dict)

    def width(self, start: int, count: int, seconds: int) -> float:
        """Give the least width of the words of some rows, of which so many may stand on two lines."""
        key = start, count, seconds
        if key not in self._widths:
            wide = sorted(self.rows[start : start + count], key=lambda words: -words.one)
            parted, least = 0.0, wide[0].one
            for number in range(seconds):
                parted = max(parted, wide[number].two)
                least = min(least, max(parted, wide[number + 1].one if number + 1 < count else 0.0))
            self._widths[key] = least
        return self._widths[key]

    def least(self, height: float, width: float) -> list[Column]:
        """Give the columns of a height that take the least width; none where that is more than there is."""
        taken: list[tuple[float, Column | None]] = [(0.0, None)]
        for end in range(1, len(self.rows) + 1):
            taken.append(min(self._ending(taken, end, height, width), key=lambda found: found[0]))
        return _traced(taken) if taken[-1][0] <= width else []

    def _ending(
        self, taken: Sequence[tuple[float, Column | None]], end: int, height: float, width: float
    ) -> Iterator[tuple[float, Column | None]]:
        yield inf, None
        for start in range(max(0, end - int(height // ROW)), end):
            if taken[start][0] < width:
                wide = self.width(start, end - start, _second_lines(height, end - start))
                yield taken[start][0] + wide + self.apart, Column(start, end, wide)


def _traced(taken: Sequence[tuple[float, Column | None]]) -> list[Column]:
    """Follow the columns back from the last row."""
    found: list[Column] = []
    column = taken[-1][1]
    while column is not None:
        found.append(column)
        column = taken[column.start][1]
    return found[::-1]
