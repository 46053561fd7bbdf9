"""No two kinds of line look alike in black and white at print size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

import pytest

from genogram_app.catalog import Catalog, load, load_theme
from genogram_app.catalog.cards import UNIT, LineCard
from genogram_app.drawing.strands import Line, Strand
from tests.catalog.likeness import COURSES, MM, Course, Pair, differences, inked, nearest

#: Below this two lines are confusable. The nearest pairs that a reader still tells apart at a glance
#: are one slash and two, a dashed line between two and a third line (0.15 to 0.16); what a reader
#: confuses lies under 0.15: the first recipes of hostile and violence differ by 0.147.
LEAST = 0.15


@dataclass(frozen=True)
class Kind:
    """A kind of line as it is drawn, with the words that stand on it."""

    line: Line
    group: str
    tag: str = ""
    harm: bool = False


def _kinds(catalog: Catalog) -> dict[str, Kind]:
    """Give every kind of line of every group, without arrows: those say which way and nothing else."""
    cards = [*catalog.unions.values(), *catalog.descent.values(), *catalog.bonds.values()]
    found = {card.id: Kind(card.line, card.group, card.tag, card.harm) for card in cards}
    return found | dict(_ties(catalog)) | dict(_rings(catalog))


def _ties(catalog: Catalog) -> Iterator[tuple[str, Kind]]:
    """Go through every strength with every strain."""
    strengths = [card.id for card in catalog.ties.values() if card.axis == "strength"]
    strains = [card.id for card in catalog.ties.values() if card.axis == "strain"]
    for strength, strain in product(strengths, ["", *strains]):
        yield f"{strength} {strain}".strip(), Kind(catalog.tie_line(strength, strain), "ecomap")


def _rings(catalog: Catalog) -> Iterator[tuple[str, Kind]]:
    for card in catalog.rings.values():
        for name, edge in (("now", card.edge), ("past", card.past)):
            yield f"{card.id} {name}", Kind(Line((replace(edge, paint="ink"),)), "rings", card.tag)


def _plain(kind: Kind) -> bool:
    (strand, *others) = kind.line.strands
    return not others and not kind.line.marks and strand.shape == "straight" and not strand.dash


def _told_by_words(one: Kind, other: Kind) -> bool:
    """Say whether words on the line may tell two of one group apart; harm is never told by words alone."""
    return one.tag != other.tag and one.group == other.group and one.harm == other.harm


@pytest.fixture(scope="module")
def kinds() -> dict[str, Kind]:
    return _kinds(load())


@pytest.fixture(scope="module")
def found(kinds: dict[str, Kind]) -> dict[Pair, float]:
    return nearest({name: kind.line for name, kind in kinds.items()}, load_theme().paints)


def _thin_and_plain(kinds: dict[str, Kind]) -> set[str]:
    married = kinds[load().by_role("unions", "marriage").id].line.reach
    return {name for name, kind in kinds.items() if _plain(kind) and kind.line.reach < 2.5 * married}


def test_no_two_lines_look_alike(kinds: dict[str, Kind], found: dict[Pair, float]) -> None:
    plain = _thin_and_plain(kinds)
    alike = {
        pair: round(far, 3)
        for pair, far in found.items()
        if far < LEAST and not plain.issuperset(pair) and not _told_by_words(*(kinds[name] for name in pair))
    }
    assert alike == {}


def test_a_thin_plain_solid_line_means_marriage_or_birth_and_nothing_else(kinds: dict[str, Kind]) -> None:
    catalog = load()
    married, born = catalog.by_role("unions", "marriage").id, catalog.by_role("descent", "by_birth").id
    plain = _thin_and_plain(kinds)
    assert {name for name in plain if not kinds[name].tag} == {married, born}
    for name in plain - {married, born}:
        assert (catalog.union(name).stage, catalog.link(name).blood) in (("current", False), ("", True))


def test_harm_is_told_from_all_else_by_its_shape(kinds: dict[str, Kind], found: dict[Pair, float]) -> None:
    mixed = [far for pair, far in found.items() if kinds[pair[0]].harm != kinds[pair[1]].harm]
    assert mixed
    assert min(mixed) >= LEAST


#: Where an ended line is looked at: on a shorter one a mark in the middle leaves the slash no room.
ENDED_COURSES = tuple(Course(length * MM, radius * MM) for length in (40, 20) for radius in (0, 25))


def _lasting() -> list[LineCard]:
    """Give the lines of relationships, care and services that can end."""
    catalog = load()
    cards = (*catalog.bonds.values(), *catalog.descent.values(), *catalog.ties.values())
    return [card for card in cards if card.slash]


@pytest.mark.parametrize("course", ENDED_COURSES, ids=lambda c: f"{c.length:.0f} pt, radius {c.radius:.0f}")
def test_what_has_ended_never_looks_like_what_goes_on(course: Course) -> None:
    now = {card.id: card.drawn() for card in _lasting()}
    ended = {f"{card.id} ended": card.drawn(ended=True) for card in _lasting()}
    found = differences(inked(now | ended, course, load_theme().paints))
    alike = {
        pair: round(far, 3) for pair, far in found.items() if far < LEAST and len(ended.keys() & {*pair}) == 1
    }
    assert alike == {}


def test_every_relationship_can_be_drawn_as_ended() -> None:
    assert [card.id for card in load().bonds.values() if not card.slash] == []


def test_words_tell_apart_only_where_they_are_words(kinds: dict[str, Kind]) -> None:
    short = {kind.tag for kind in kinds.values() if 0 < len(kind.tag) < 2}
    assert short == set()


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
