"""The columns of a key: as low as they can be, in the order of the rows, wide enough for every word."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from random import Random

import pytest

from genogram_app.picture.key_columns import ROW, SECOND, Column, Words, columns, lines_of, words_of
from genogram_app.picture.pen import SMALL_INK, width_of

#: What each column takes besides its words.
APART = 54.0


def _rows(seed: int, count: int) -> list[Words]:
    """Make rows of any width; those of some can't be parted."""
    chance = Random(seed)
    wide = [float(chance.choice([40, 60, 90, 150, 240])) for _ in range(count)]
    return [Words("", one, one * chance.choice([0.5, 0.6, 1.0])) for one in wide]


def _height(rows: list[Words], column: Column) -> float:
    inside = rows[column.start : column.end]
    return len(inside) * ROW + sum(words.one > column.width for words in inside) * SECOND


def _every_way(rows: list[Words]) -> Iterator[list[Column]]:
    """Go through every way to set rows in columns, each of any width that a row takes."""
    widths = sorted({wide for words in rows for wide in (words.one, words.two)})
    for count in range(len(rows)):
        for cuts in combinations(range(1, len(rows)), count):
            runs = list(zip((0, *cuts), (*cuts, len(rows)), strict=True))
            fitting = [
                [wide for wide in widths if all(words.two <= wide for words in rows[start:end])]
                for start, end in runs
            ]
            for chosen in product(*fitting):
                yield [Column(*run, wide) for run, wide in zip(runs, chosen, strict=True)]


@pytest.mark.parametrize("seed", range(24))
def test_no_other_columns_are_lower(seed: int) -> None:
    rows, width = _rows(seed, 5), (300.0, 420.0, 640.0)[seed % 3]
    least = min(
        max(_height(rows, column) for column in way)
        for way in _every_way(rows)
        if sum(column.width + APART for column in way) <= width
    )
    assert max(_height(rows, column) for column in columns(rows, width, APART)) == least


@pytest.mark.parametrize("seed", range(40))
def test_columns_hold_every_row_in_its_order_within_the_width(seed: int) -> None:
    rows, width = _rows(seed, 1 + seed), 523.0 + 250.0 * (seed % 3)
    found = columns(rows, width, APART)
    assert [n for column in found for n in range(column.start, column.end)] == list(range(len(rows)))
    assert sum(column.width + APART for column in found) <= width + 1e-6
    for column in found:
        assert all(words.two <= column.width for words in rows[column.start : column.end])


def test_one_long_row_no_longer_leaves_a_column_to_itself() -> None:
    says = [
        *["has died"] * 19,
        "serious illness, of body or mind (serious physical or mental illness), suspected",
    ]
    found = columns([words_of(each, SMALL_INK) for each in says], 523.0, APART)
    assert len(found) > 2
    assert found[0].end < 10


def test_a_key_without_rows_has_no_columns() -> None:
    assert columns([], 523.0, APART) == []


def test_words_are_parted_where_the_sense_is() -> None:
    said = words_of("serious illness, suspected (suspected serious illness)", SMALL_INK)
    assert lines_of(said, said.two, SMALL_INK) == (
        "serious illness, suspected",
        "(suspected serious illness)",
    )
    assert lines_of(said, said.one, SMALL_INK) == (said.says,)


def test_words_that_cant_be_parted_stay_on_one_line() -> None:
    said = words_of("Unbreakable", SMALL_INK)
    assert said.two == said.one == width_of("Unbreakable", SMALL_INK)
    assert lines_of(said, said.one / 2, SMALL_INK) == ("Unbreakable",)
