"""The page of the vocabulary says what is there: every card, pictures, sheets and tests by name."""

from __future__ import annotations

import ast
from functools import cache
from itertools import combinations
from pathlib import Path

from docs.vocabulary.nearest import WIDE, line_pairs
from docs.vocabulary.page import files
from docs.vocabulary.points import HERE, named_tests, sections
from genogram_app import places
from genogram_app.catalog import load, load_theme
from genogram_app.drawing.primitives import texts_in
from genogram_app.likeness.drawn import lines
from genogram_app.picture.pen import Pen
from genogram_app.words import words_in
from tests.goldens import FOLDER

TESTS = Path(__file__).resolve().parent


@cache
def _functions(file: str) -> frozenset[str]:
    tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def test_it_is_as_it_would_be_written() -> None:
    made = files(load())
    there = {f"pictures/{path.name}" for path in (HERE / "pictures").glob("*.svg")}
    assert there == {name for name in made if name.startswith("pictures/")}
    stale = [name for name, text in made.items() if (HERE / name).read_text(encoding="utf-8") != text]
    assert stale == [], "write it anew: .venv/bin/python -m docs.vocabulary"


def test_every_card_has_a_row() -> None:
    every = {card.id for cards in load().groups.values() for card in cards.values()}
    assert {key for section in sections(load()) for row in section.rows for key in row.cards} == every


def test_every_test_that_it_names_is_there() -> None:
    named = list(named_tests(sections(load())))
    assert len(named) > 50
    for test in named:
        file, _, function = test.partition("::")
        assert (TESTS / file).is_file(), test
        assert not function or function in _functions(file), test


def test_every_sheet_that_it_names_is_a_golden_one() -> None:
    sheets = {row.sheet for section in sections(load()) for row in section.rows if row.sheet}
    assert len(sheets) > 10
    assert {sheet for sheet in sheets if not (FOLDER / f"{sheet}.svg").is_file()} == set()


def test_every_section_and_every_row_says_where_it_is_shown_or_tested() -> None:
    for section in sections(load()):
        for row in section.rows:
            assert section.tests or row.tests, row.says


def test_each_of_the_nearest_pairs_is_drawn_with_its_distance_and_names_inside_its_place() -> None:
    pen = Pen(load_theme().in_grey(), words_in())
    every = lines(load(places.symbols()))
    longest = sorted(every, key=lambda each: -len(each.label))[:4]
    pairs = [(0.1694, one, other) for one, other in combinations(longest, 2)]
    marks = tuple(line_pairs(pairs, pen))
    texts = list(texts_in(marks))
    assert [text.content[:5] for text in texts] == ["0.169"] * len(pairs)
    assert all(text.left % WIDE + text.width <= WIDE for text in texts)
    assert len(marks) > 6 * len(pairs)
