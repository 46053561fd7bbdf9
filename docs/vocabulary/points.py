"""Read the points of the vocabulary, and complete them by a row for every card."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from genogram_app.catalog.cards import Card
from genogram_app.catalog.load import Catalog

HERE = Path(__file__).resolve().parent
POINTS = HERE / "points.toml"


@dataclass(frozen=True, slots=True)
class Row:
    """One point: what it says, and what shows and tests it.

    cards: ids of cards. features: what is true of somebody, by the names in
    `tests.picture.everybody`, for each symbol that is shown. picture: what the
    picture of either is called. sheet: a golden drawing. tests: files under
    tests/, each with its function where one is meant.
    """

    says: str
    cards: tuple[str, ...] = ()
    features: tuple[tuple[str, ...], ...] = ()
    picture: str = ""
    sheet: str = ""
    tests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Points under one title, with the tests that hold for all of them."""

    title: str
    rows: tuple[Row, ...]
    says: str = ""
    tests: tuple[str, ...] = ()


def sections(catalog: Catalog) -> tuple[Section, ...]:
    """Give every section, the rows of its cards first."""
    told = tomllib.loads(POINTS.read_text(encoding="utf-8"))["section"]
    return tuple(_section(catalog, each) for each in told)


def _section(catalog: Catalog, told: dict[str, object]) -> Section:
    groups = _texts(told.get("groups", []))
    cards = [_of_card(card) for group in groups for card in catalog.groups[group].values()]
    rows = told["row"]
    assert isinstance(rows, list)
    return Section(
        title=str(told["title"]),
        rows=(*cards, *map(_row, rows)),
        says=str(told.get("says", "")),
        tests=_texts(told.get("tests", [])),
    )


def _of_card(card: Card) -> Row:
    others = ", ".join((*card.genopro, *card.gedcom))
    notes = "; ".join(part for part in (card.term, f"elsewhere {others}" if others else "") if part)
    return Row(f"**{card.label}**" + (f" ({notes})" if notes else ""), (card.id,), picture=card.id)


def _row(told: dict[str, object]) -> Row:
    features = told.get("features", [])
    assert isinstance(features, list)
    return Row(
        says=str(told["says"]),
        cards=_texts(told.get("cards", [])),
        features=tuple(map(_texts, features)),
        picture=str(told.get("picture", "-".join(_texts(told.get("cards", []))))),
        sheet=str(told.get("sheet", "")),
        tests=_texts(told.get("tests", [])),
    )


def _texts(value: object) -> tuple[str, ...]:
    assert isinstance(value, list)
    return tuple(str(each) for each in value)


def named_tests(every: tuple[Section, ...]) -> Iterator[str]:
    """Go through the tests that are named, once each."""
    found = {test for section in every for test in section.tests}
    yield from sorted(found | {test for section in every for row in section.rows for test in row.tests})
