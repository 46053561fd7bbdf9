"""No two kinds of line look alike in black and white at print size."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations, product

import pytest

from genogram_app.catalog import Catalog, load, load_theme
from genogram_app.catalog.cards import UNIT, LineCard
from genogram_app.catalog.template import dressed, templates
from genogram_app.drawing.strands import Line, Strand
from genogram_app.likeness.ink import MM
from genogram_app.likeness.kinds import Kind, kinds
from genogram_app.likeness.least import LINES as LEAST
from genogram_app.likeness.lines import COURSES, ENDED_COURSES, Course, differences, inked, nearest

#: How much more those measure that have to keep their distance wherever on a page they lie.
MARGIN = 0.01


def _married(catalog: Catalog) -> LineCard:
    return catalog.union(catalog.by_role("unions", "marriage").id)


def _plain(kind: Kind) -> bool:
    """Say whether a line is nothing but a thin stroke from end to end."""
    (strand, *others) = kind.line.strands
    bare = not others and not kind.line.marks and strand.shape == "straight" and not strand.dash
    return bare and kind.line.reach < 2.5 * _married(load()).line.reach


def _catalogs() -> dict[str, Catalog]:
    """Give the cards as each profile draws them."""
    return {name: dressed(load(), each) for name, each in templates().items()}


class Apart:
    """How far any two kinds of line differ, whatever the profile."""

    def __init__(self, kinds: Sequence[Kind], courses: Sequence[Course]) -> None:
        lines = dict.fromkeys(kind.line for kind in kinds)
        self._names = {line: str(number) for number, line in enumerate(lines)}
        named = {name: line for line, name in self._names.items()}
        self._found = nearest(named, load_theme().paints, courses)

    def between(self, one: Kind, other: Kind) -> float:
        """Say how far two differ; 0 for two that are drawn the same."""
        a, b = self._names[one.line], self._names[other.line]
        return 0.0 if a == b else self._found.get((a, b), self._found.get((b, a), 0.0))

    def alike(self, pairs: Iterable[tuple[Kind, Kind]]) -> dict[tuple[str, str], float]:
        """Give the pairs of other meanings that are confusable."""
        found = {(one.label, other.label): self.between(one, other) for one, other in pairs}
        return {pair: round(far, 3) for pair, far in found.items() if far < LEAST and pair[0] != pair[1]}


@pytest.fixture(scope="module")
def apart() -> Apart:
    return Apart([kind for catalog in _catalogs().values() for kind in kinds(catalog)], COURSES)


@pytest.mark.parametrize("profile", templates())
def test_no_two_lines_look_alike(profile: str, apart: Apart) -> None:
    every = kinds(_catalogs()[profile])
    pairs = [pair for pair in combinations(every, 2) if not all(map(_plain, pair))]
    assert apart.alike(pairs) == {}


def test_two_cards_have_one_label_only_where_a_profile_draws_them_as_one() -> None:
    labels = [card.label for card in load().lines]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("profile", templates())
def test_a_thin_plain_solid_line_means_marriage_or_birth_and_nothing_else(profile: str) -> None:
    catalog = _catalogs()[profile]
    plain = [card for card in catalog.lines if card.line.strands and _plain(Kind(card.line, "", card.group))]
    told = {card.label for card in plain if card.group == "unions"}
    assert told == {_married(catalog).label}
    assert all(card.blood for card in plain if card.group == "descent")
    assert {card.group for card in plain} == {"unions", "descent"}


def test_harm_is_told_from_all_else_by_its_shape(apart: Apart) -> None:
    every = kinds(load())
    mixed = [apart.between(*pair) for pair in combinations(every, 2) if pair[0].harm != pair[1].harm]
    assert mixed
    assert min(mixed) >= LEAST


def test_what_has_ended_looks_like_no_line_that_goes_on_nor_like_another_that_has_ended() -> None:
    now, ended = kinds(load()), kinds(load(), ended=True)
    apart = Apart([*now, *ended], ENDED_COURSES)
    assert ended
    assert apart.alike(combinations([replace(kind, label=f"{kind.label}, ended") for kind in ended], 2)) == {}
    pairs = product(now, [replace(kind, label=f"{kind.label}, ended") for kind in ended])
    assert apart.alike(pairs) == {}


#: Where lines of couples are looked at as well: a repeat or a share of the length may bring marks as near
#: each other there as they are on another line.
BETWEEN = tuple(Course(length * MM, radius * MM) for length in (24, 30) for radius in (0, 25))


def test_couples_of_any_kind_are_told_apart_at_lengths_between() -> None:
    """Long-term partners' two houses and the one heart of two who see each other measured 0.160 at 30 mm."""
    couples = [kind for kind in kinds(load()) if kind.group == "unions"]
    far = Apart(couples, BETWEEN)
    assert len(couples) > 20
    assert min(far.between(*pair) for pair in combinations(couples, 2)) >= LEAST + MARGIN


def test_every_relationship_can_be_drawn_as_ended() -> None:
    assert [card.id for card in load().bonds.values() if not card.slash] == []


def test_what_stands_on_a_union_is_what_its_key_says() -> None:
    for card in load().unions.values():
        assert card.tag in card.abbreviation


def _zigzag(amplitude: float, wavelength: float) -> Line:
    strand = Strand(
        shape="zigzag", amplitude=amplitude * UNIT, wavelength=wavelength * UNIT, width=1.8 * UNIT
    )
    return Line((strand,))


def _dashed(*dash: float) -> Line:
    return Line((Strand(dash=tuple(each * UNIT for each in dash), width=1.8 * UNIT),))


FIRST_RECIPES = {
    "hostile and abuse": (_zigzag(6, 12), _zigzag(6, 10)),
    "hostile and violence": (_zigzag(6, 12), _zigzag(7, 7)),
    "distant and a weak tie": (_dashed(5, 7), _dashed(5, 6)),
    "the same": (_dashed(6, 4), _dashed(6, 4)),
}


@pytest.mark.parametrize(("one", "other"), FIRST_RECIPES.values(), ids=FIRST_RECIPES)
def test_the_measure_finds_what_a_reader_confuses(one: Line, other: Line) -> None:
    far = nearest({"one": one, "other": other}, load_theme().paints)
    assert far["one", "other"] < LEAST


@pytest.mark.parametrize("course", COURSES, ids=lambda c: f"{c.length:.0f} pt, radius {c.radius:.0f}")
def test_the_measure_knows_a_line_again_wherever_it_runs(course: Course) -> None:
    ((_, shifted),) = differences(
        inked({"one": _dashed(9, 6), "other": _dashed(9.6, 6.4)}, course, load_theme().paints)
    ).items()
    assert shifted < LEAST / 3


def test_the_measure_keeps_a_zigzag_from_a_dash() -> None:
    far = nearest({"thin": _zigzag(6, 12), "other": _dashed(9, 6)}, load_theme().paints)
    assert far["thin", "other"] > 2 * LEAST
