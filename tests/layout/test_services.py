"""Services round a genogram: each near whom it serves, with a tie that passes over nobody and nothing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import dist, hypot
from random import Random

import pytest

from genogram_app.drawing.primitives import Box
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.around.services import AIR, APART, STEP, Services, Target, targets_of
from genogram_app.layout.lay_out import lay_out
from genogram_app.layout.relationships.room import TOLD
from genogram_app.layout.sheet.crossings import cross
from genogram_app.layout.sheet.extents import Extent, Options
from genogram_app.layout.sheet.grid import Grid
from genogram_app.layout.sheet.ground import Ground
from genogram_app.layout.sheet.ink import Ink
from genogram_app.layout.sheet.scenery import Scenery
from genogram_app.model.agency import Agency
from genogram_app.model.ties import Tie
from tests.layout import measures
from tests.layout.families import OPTIONS, boxes, carter, extents_of, overlaps

PLATE = Extent.of_box(96.0, 30.0)
#: So far from a symbol, in points, a plate's tie is told from two rings that touch.
SEEN = 20.0


def served(count: int) -> FamilyGraph:
    services = [Agency(id=f"a{i:02}", kind="service") for i in range(count)]
    ends = ["jay", "mia", "h1", "lisa", "darren", "sheila", "kelly"]
    ties = [Tie(id=f"t{i:02}", a=f"a{i:02}", b=ends[i % len(ends)]) for i in range(count)]
    return carter().changed(put=[*services, *ties])


@pytest.mark.parametrize("count", [3, 8, 14])
def test_ties_pass_over_nobody_and_no_other_service(count: int) -> None:
    family = served(count)
    extents = extents_of(family)
    layout = lay_out(family, "combined", extents, {}, OPTIONS)
    assert overlaps(boxes(layout, extents)) == []
    over = [pair for pair in measures.lines_over_people(family, layout, extents) if pair[0] in layout.ties]
    assert over == []
    ways = [(line[0], line[-1]) for line in layout.ties.values()]
    assert sum(cross(*a, *b) for a, b in combinations(ways, 2)) <= count // 4


def among(*obstacles: Box) -> Services:
    """Give an empty sheet with some people on it and two services for the first."""
    solid = Ground({f"p{i}": box for i, box in enumerate(obstacles)})
    target = Target("p0", (obstacles[0].centre,))
    extents = {"a": PLATE, "b": PLATE}
    targets = dict.fromkeys(extents, (target,))
    return Services(Scenery(solid, Ink(), Ink()), [], extents, targets, Options())


def test_a_service_stands_close_to_whom_it_serves_and_covers_nobody() -> None:
    person = Box(-20.0, -20.0, 20.0, 20.0)
    found = among(person).placed(["a", "b"])
    stand = {key: PLATE.box.moved(*place) for key, place in found.items()}
    assert not stand["a"].overlaps(stand["b"])
    for key, box in stand.items():
        assert not box.overlaps(person)
        assert dist(found[key], (0.0, 0.0)) < 120


def test_a_tie_is_long_enough_to_be_seen_where_a_nearer_place_is_free() -> None:
    beside = [Box(-190, -20, -35, 60), Box(35, -20, 190, 60), Box(-200, 75, 200, 140)]
    services = among(Box(-20, -20, 20, 20), *beside)
    services.extents = {**services.extents, "p0": Extent.of_box(40.0, 40.0)}
    for x, y in services.placed(["a", "b"]).values():
        plate = PLATE.box.moved(x, y)
        assert hypot(max(-20 - plate.right, plate.left - 20, 0), max(-20 - plate.bottom, 0)) >= SEEN


@pytest.mark.parametrize(("marked", "least"), [((), APART), (("p0",), TOLD)])
def test_a_tie_with_marks_is_as_long_as_its_kind_needs_to_be_told(
    marked: Sequence[str], least: float
) -> None:
    services = among(Box(-20.0, -20.0, 20.0, 20.0))
    services.extents = {**services.extents, "p0": Extent.of_box(40.0, 40.0)}
    found = targets_of("a", {"a": ["p0"]}, {"p0": (0.0, 0.0)}, {}, marked)
    services.targets = dict.fromkeys(["a", "b"], found)
    for x, y in services.placed(["a", "b"]).values():
        plate = PLATE.box.moved(x, y)
        across = max(-20 - plate.right, plate.left - 20, 0)
        apart = hypot(across, max(-20 - plate.bottom, plate.top - 20, 0))
        assert least - 1.0 <= apart < least + STEP


def test_a_tie_over_which_other_lines_lie_is_too_short() -> None:
    services = among(Box(-20.0, -20.0, 20.0, 20.0))
    services.extents = {**services.extents, "p0": Extent.of_box(40.0, 40.0)}
    target, plate = Target("p0", ((0.0, 0.0),)), PLATE.box.moved(20.0 + APART + 50.0, 0.0)
    assert services._too_short(plate, target) == 0.0
    for x in (30.0, 36.0):
        services.scenery.ink.add(f"line {x}", ((x, -50.0), (x, 50.0)))
    assert services._too_short(plate, target) > 30.0
    assert services._too_short(plate.moved(2 * APART, 0.0), target) == 0.0


def test_what_is_taken_at_a_height_is_what_a_plate_would_cover_there() -> None:
    chance = Random(4)
    spots = [(chance.uniform(-300, 300), chance.uniform(-200, 200)) for _ in range(30)]
    services = among(*(Box(x, y, x + 40, y + 30) for x, y in spots))
    heights = [-150.0, -35.0, 0.0, 7.5, 140.0]
    for y, taken in zip(heights, services._taken(PLATE, 20.0, heights), strict=True):
        assert taken == sorted(taken)
        for x in range(-250, 290, 10):
            plate = PLATE.box.moved(x, y).grown(AIR)
            covers = any(plate.overlaps(box) for box in services.scenery.solid.boxes.values())
            assert covers == any(left < x < right for left, right in taken)


def test_services_leave_nothing_behind_where_they_stood_before() -> None:
    services = among(Box(-20.0, -20.0, 20.0, 20.0))
    services.placed(["a", "b"])
    assert len({e for cell in services.scenery.solid.cells.values() for e in cell if e[4] == "a"}) == 1


def test_what_is_taken_up_is_nowhere_any_more() -> None:
    grid = Grid()
    grid.enter(0.0, 0.0, 100.0, 100.0, "a")
    grid.enter(50.0, 0.0, 200.0, 20.0, "b")
    grid.take_out("a")
    assert grid.near(Box(-10.0, -10.0, 300.0, 300.0)) == ["b"]


def test_the_order_in_which_all_places_cost_least_is_kept() -> None:
    people = [Box(x, y, x + 40.0, y + 40.0) for x, y in ((0, 0), (70, 0), (140, 10), (70, 80), (0, 90))]
    services = among(*people)
    keys = [f"a{i}" for i in range(10)]
    services.extents = dict.fromkeys(keys, PLATE)
    targets = [Target(f"p{i}", (box.centre,)) for i, box in enumerate(people)]
    services.targets = {key: (targets[i % 5], targets[i * 2 % 5]) for i, key in enumerate(keys)}
    found = services.placed(keys)
    kept, totals = services._total(), []
    for order in services._orders(keys):
        services._place_all(order)
        totals.append(services._total())
    assert found == services.placed(keys)
    assert kept == pytest.approx(min(totals))
    assert min(totals) < totals[0] - 1.0
