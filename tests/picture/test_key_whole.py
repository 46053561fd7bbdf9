"""The key against the sheet: whatever is drawn is told in it, and it tells nothing that isn't drawn."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain

import pytest

from genogram_app.catalog.cards import LineCard
from genogram_app.drawing.primitives import Group, Mark, Path, texts_in
from genogram_app.drawing.strands import lay
from genogram_app.model.document import ViewKind
from genogram_app.model.ties import Twin
from genogram_app.picture.compose import Sheet
from genogram_app.picture.key import entries, key_base
from genogram_app.picture.key_cards import used_cards
from genogram_app.picture.labels import LEADER
from genogram_app.picture.measured import measure
from genogram_app.studio.publish import prepare, view_of
from tests.builders import TODAY
from tests.picture import sheets
from tests.picture.anything import anything
from tests.picture.key_rows import rows_of
from tests.picture.sheets import VIEWS, scene

#: How a line looks: for each kind of stroke or fill its colour and its dashes as shares of the width.
Look = frozenset[tuple[str, str, tuple[int, ...]]]
Make = Callable[..., Sheet]
SEEDS = range(24)


@cache
def sheet(seed: int) -> Sheet:
    view: ViewKind = VIEWS[seed % 3] if seed % 4 else "combined"
    return prepare(scene(), anything(seed), view=view_of(scene(), view, TODAY, "case-file")).sheet


EVERY = [
    *(pytest.param(sheet, (seed,), id=f"random-{seed}") for seed in SEEDS),
    *(pytest.param(sheets.sheet, given, id="-".join(given)) for given in sheets.ALL),
]
each_sheet = pytest.mark.parametrize(("make", "given"), EVERY)


def look(marks: Iterable[Mark]) -> Look:
    return frozenset(_looks(marks))


def _looks(marks: Iterable[Mark]) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    for mark in marks:
        if isinstance(mark, Group):
            yield from _looks(mark.marks)
        elif isinstance(mark, Path) and not (mark.stroke and mark.stroke.width == LEADER):
            stroke = mark.stroke
            dash = tuple(round(each / stroke.width) for each in stroke.dash) if stroke else ()
            yield stroke.paint if stroke else "", mark.fill or "", dash


PLAIN = look(lay(scene().catalog.tie_line("", ""), ((0.0, 0.0), (99.0, 0.0)), scene().pen.theme.paints))


def rows(composed: Sheet) -> list[str]:
    return [row for node in composed.key(523.0).nodes for row in rows_of(node)]


def lines(composed: Sheet) -> dict[str, Look]:
    """Give how each line on a sheet looks."""
    roles = ("union", "descent", "bond", "tie")
    found = [node for node in composed.family.nodes if node.key.split(":")[0] in roles]
    return {node.key: look(node.marks) for node in found}


def swatches(composed: Sheet) -> dict[str, Look]:
    """Give how each line in the key looks, by what it says."""
    hand = scene().hand(composed.case.page)
    figures = measure(hand.pen, hand.catalog, composed.case, composed.view).figures
    shown = [figures[key] for key in composed.layout.places if key in figures]
    used = used_cards(hand.catalog, composed.case, composed.layout, shown, composed.view.as_at)
    on_lines = [pair for pair in used if isinstance(pair[0], LineCard)]
    found = entries(hand.pen, hand.catalog, on_lines, key_base(hand.catalog, used))
    return {entry.says: look(entry.marks) for entry in found}


def bare(look: Look) -> Look:
    """Leave out what the plain tie has, on which the key shows what strains a tie."""
    return look - PLAIN if look > PLAIN else look


@each_sheet
def test_every_line_is_told_as_it_is_drawn_and_no_other(make: Make, given: tuple[object, ...]) -> None:
    composed = make(*given)
    drawn, told = lines(composed), swatches(composed)
    every = frozenset(chain.from_iterable(told.values()))
    # A tie is its strength and its strain in one.
    lost = {key for key, look in drawn.items() if look not in told.values() and not key.startswith("tie:")}
    lost |= {key for key, look in drawn.items() if not look <= every}
    assert {key: drawn[key] for key in lost} == {}
    extra = {says for says, look in told.items() if not any(bare(look) <= each for each in drawn.values())}
    assert {says: told[says] for says in extra} == {}
    assert set(told) <= set(rows(composed))


def letters(composed: Sheet) -> str:
    """Give everything that stands on a sheet in letters, each label in one line."""
    nodes = composed.family.nodes
    return "\n".join(" ".join(text.content for text in texts_in(node.marks)) for node in nodes)


def short_words(composed: Sheet) -> Iterator[tuple[str, str]]:
    """Go through the short words for couples' states on a sheet, each with what it means."""
    catalog = scene().hand(composed.case.page).catalog
    nodes = {node.key: node for node in composed.family.nodes}
    for union in composed.case.family.unions:
        label = nodes.get(f"label:union:{union.id}")
        there = " ".join(text.content for text in texts_in(label.marks)) if label else ""
        for card in (catalog.union(spell.kind) for spell in union.spells):
            if card.abbreviation and re.search(rf"(^|, ){re.escape(card.abbreviation)}( |,|$)", there):
                yield card.abbreviation, card.means or card.label


def explained(word: str, means: str, told: list[str]) -> bool:
    """Say whether a key tells what a short word means: beside it, or in its full form."""
    parts = word.split(", ")
    holding = [part for part in parts if re.fullmatch(r"[\w’' -]+", part) and part in means]
    if holding == parts:
        return True
    beside = [row for row in told if row == f"“{word}”: {means}" or row.startswith(means)]
    in_full = [row for row in told if all(_begins(part, row) for part in parts)]
    return any(_tells(part, row) for row in beside for part in parts) or bool(in_full)


def _tells(part: str, row: str) -> bool:
    return f"“{part}" in row or part in row


def _begins(part: str, row: str) -> bool:
    """Say whether a row holds every word of which these are the beginnings: "sep. by court"."""
    told = re.findall(r"[\w’'-]+", row)
    return all(any(each.startswith(short.rstrip(".")) for each in told) for short in part.split())


@each_sheet
def test_every_short_word_on_a_couple_is_explained(make: Make, given: tuple[object, ...]) -> None:
    composed = make(*given)
    told = rows(composed)
    assert [found for found in short_words(composed) if not explained(*found, told)] == []


@each_sheet
def test_no_word_is_explained_that_is_not_on_the_sheet(make: Make, given: tuple[object, ...]) -> None:
    composed = make(*given)
    quoted = {word for row in rows(composed) for word in re.findall(r"“([^”…]+)”", row)}
    there = letters(composed).casefold()
    assert {word for word in quoted if word.casefold() not in there} == set()


@each_sheet
def test_the_foot_explains_the_signs_that_are_there_and_no_others(
    make: Make, given: tuple[object, ...]
) -> None:
    composed = make(*given)
    foot = next(node for node in composed.drawing.nodes if node.key == "footer")
    texts = [
        text.content for node in composed.drawing.nodes if node.key != "key" for text in texts_in(node.marks)
    ]
    texts = texts[: -len(list(texts_in(foot.marks)))]
    said = foot.says.split(" · ")
    assert ("~ about" in said) == any(re.search(r"~\d", text) for text in texts)
    assert ("? ask: nobody has asked yet" in said) == any("? ask" in text for text in texts)
    plain = [text.replace("? ask", "") for text in texts]
    assert ("? not known" in said) == any(re.search(r"(^| )\?", text) for text in plain)
    assert ("b. born" in said) == any(text.startswith("b. ") for text in texts)
    months = [text for text in texts if re.fullmatch(r"~?\d+m", text)]
    assert any(part.endswith(" months") for part in said) == bool(months)


@each_sheet
def test_twins_are_told_as_they_are_drawn(make: Make, given: tuple[object, ...]) -> None:
    composed = make(*given)
    twins = [node for node in composed.family.nodes if node.key.startswith(("twins:", "label:twins:"))]
    bars = sum(isinstance(mark, Path) for node in twins for mark in node.marks)
    signs = sum(text.content == "?" for node in twins for text in texts_in(node.marks))
    told = " ".join(rows(composed))
    cards = scene().hand(composed.case.page).catalog
    assert (cards.mark_for("identical").label in told) == (bars > 0)
    assert (cards.mark_for(Twin.UNKNOWN.value).label in told) == (signs > 0)
