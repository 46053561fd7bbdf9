"""Lines between parents and children: through nobody, and no two bars in one."""

from __future__ import annotations

from itertools import permutations
from random import Random

import pytest
from hypothesis import given, settings

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box
from genogram_app.edit import arrange
from genogram_app.family.case import Case
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.descent.tracks import Wire, tracks_of
from genogram_app.layout.lay_out import lay_out
from genogram_app.layout.sheet.result import Layout
from genogram_app.model.document import Placement
from genogram_app.model.ties import ChildOf, PartnerIn
from tests.layout.drawn_step_by_step import as_it_stands, drawn_at_random
from tests.layout.families import (
    OPTIONS,
    boxes,
    carter,
    children,
    extents_of,
    legs,
    orderly,
    person,
    three_partners,
)
from tests.layout.side_by_side import taken_for_one
from tests.picture.sheets import scene


def through_somebody(family: FamilyGraph, layout: Layout) -> list[tuple[str, str]]:
    """Give (link, whom its line runs through) for all ink from parents to children."""
    found = {key: box.grown(-0.5) for key, box in boxes(layout, extents_of(family)).items()}
    links = {link.id: link for link in family.edges(ChildOf)}
    hits = []
    ink: list[tuple[tuple[str, ...], Polyline]] = [((key,), line) for key, line in layout.descents.items()]
    ink += [(sibship.links, line) for sibship in layout.sibships for line in sibship.lines]
    for keys, line in ink:
        own = {end for key in keys for end in links[key].ends}
        for (ax, ay), (bx, by) in legs(line):
            leg = Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)).grown(0.01)
            hits += [(keys[0], who) for who, box in found.items() if who not in own and box.overlaps(leg)]
    return hits


def merged(layout: Layout) -> list[tuple[str, str]]:
    """Give pairs of lines whose level stretches lie on top of each other."""
    bars = [(sibship.links[0], line) for sibship in layout.sibships for line in sibship.lines]
    alone = {link for sibship in layout.sibships for link in sibship.links}
    bars += [(key, line) for key, line in layout.descents.items() if key not in alone]
    level = [
        (key, ay, min(ax, bx), max(ax, bx))
        for key, line in bars
        for (ax, ay), (bx, by) in legs(line)
        if ay == by
    ]
    return [
        (a[0], b[0])
        for i, a in enumerate(level)
        for b in level[i + 1 :]
        if a[0] != b[0] and abs(a[1] - b[1]) < 1 and a[2] < b[3] and b[2] < a[3]
    ]


def some_by_hand(case: Case, seed: int) -> Case:
    """Give the case with a quarter of all people put down by hand near where they stood."""
    chance, there = Random(seed), case.placed("genogram")
    some = {
        key: Placement(
            x=round(there[key].x + chance.uniform(-60, 60), 2),
            y=round(there[key].y + chance.uniform(-30, 30), 2),
            by_hand=True,
        )
        for key in chance.sample(sorted(there), len(there) // 4)
    }
    return case.place("genogram", some)


@pytest.mark.parametrize("seed", [3, 6, 11, 22])
def test_bars_find_room_beside_people_put_between_rows(seed: int) -> None:
    session = drawn_at_random(seed)
    tidied = arrange.tidy(some_by_hand(session.case, seed), "genogram").case
    sheet = as_it_stands(scene().settled(tidied, session.view), session)
    assert taken_for_one(sheet.family, sheet.layout) == []


@settings(max_examples=60, deadline=None)
@given(orderly())
def test_lines_run_through_nobody_and_bars_never_merge(family: FamilyGraph) -> None:
    layout = lay_out(family, "genogram", extents_of(family), {}, OPTIONS)
    assert through_somebody(family, layout) == []
    assert merged(layout) == []


def test_the_lines_of_known_families_run_through_nobody() -> None:
    sister = [person("sis", "woman", "2001"), *children("u3", "sis"), *children("sis", "mia", kind="cared")]
    for family in (carter(), three_partners(), carter().changed(put=sister)):
        layout = lay_out(family, "genogram", extents_of(family), {}, OPTIONS)
        assert through_somebody(family, layout) == []
        assert merged(layout) == []


def test_a_line_through_somebody_would_be_found() -> None:
    family = carter()
    layout = lay_out(family, "genogram", extents_of(family), {}, OPTIONS)
    moved = dict(layout.places) | {"kelly": layout.descents["u4.mia.born"][-1]}
    assert through_somebody(family, Layout(places=moved, descents=layout.descents)) != []


def test_every_line_begins_at_its_parents_and_ends_at_its_child() -> None:
    family = carter()
    layout = lay_out(family, "genogram", extents_of(family), {}, OPTIONS)
    shared = {link: sibship for sibship in layout.sibships for link in sibship.links}
    for link in family.edges(ChildOf):
        stem = layout.descents[link.id]
        line = (*shared[link.id].lines[0], *stem) if link.id in shared else stem
        partners = [edge.person for edge in family.edges(PartnerIn) if edge.union == link.parent] or [
            link.parent
        ]
        xs = [layout.places[who][0] for who in partners]
        assert min(xs) - 6 <= line[0][0] <= max(xs) + 6
        assert abs(line[-1][0] - layout.places[link.child][0]) <= 14


def test_wires_that_overlap_take_different_tracks() -> None:
    wires = [Wire.joining(1, (50.0,), (0.0, 100.0)), Wire.joining(1, (150.0,), (80.0, 200.0))]
    wires.append(Wire.joining(1, (300.0,), (260.0, 340.0)))
    tracks = tracks_of(wires)
    assert tracks[0] != tracks[1]
    assert tracks[2] == 0


def test_a_wire_whose_end_would_merge_with_another_lies_on_the_other_side() -> None:
    upper = Wire.joining(1, (0.0,), (100.0, 160.0))
    lower = Wire.joining(1, (100.0,), (40.0, 130.0))
    tracks = tracks_of([upper, lower])
    # An end of the first comes down exactly where the second starts: the first must lie below.
    assert tracks[0] < tracks[1]


def test_a_circle_of_wires_is_cut_where_no_ends_merge() -> None:
    carer = Wire.joining(2, (24.1,), (95.5,))
    birth = Wire.joining(2, (75.0,), (29.7, 101.2))
    other = Wire.joining(2, (45.0,), (89.8,))
    # Each should rather lie below the next; but only the first two would merge their ends.
    for wires in permutations([carer, birth, other]):
        tracks = dict(zip(wires, tracks_of(wires), strict=True))
        assert tracks[birth] < tracks[carer]
