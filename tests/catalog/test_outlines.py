"""Second edges and rays."""

from __future__ import annotations

from itertools import pairwise

import pytest

from genogram_app.catalog import load
from genogram_app.catalog.cards import PersonCard
from genogram_app.catalog.outlines import grown, ray
from genogram_app.drawing.geometry import bounds, flatten
from genogram_app.drawing.primitives import Box
from genogram_app.drawing.shapes import circle, polygon, rect


def test_a_square_grows_by_the_gap_on_each_side() -> None:
    assert bounds(grown(rect(Box(-10, -10, 10, 10)), 3)) == Box(-13, -13, 13, 13)


def test_it_grows_outwards_whichever_way_it_runs_round() -> None:
    corners = [(-10.0, -10.0), (10.0, -10.0), (10.0, 10.0), (-10.0, 10.0)]
    assert bounds(grown(polygon(corners[::-1]), 3)) == Box(-13, -13, 13, 13)


def test_a_circle_stays_a_circle() -> None:
    box = bounds(grown(circle((0, 0), 10), 3))
    assert (box.left, box.right) == pytest.approx((-13, 13))


@pytest.mark.parametrize("card", load().people.values(), ids=lambda card: card.label)
def test_the_second_edge_keeps_its_distance_from_every_symbol(card: PersonCard) -> None:
    inner, outer = flatten(card.outline)[0], flatten(grown(card.outline, 4))[0]
    nearest = min(_distance(point, a, b) for point in outer for a, b in pairwise(inner))
    assert nearest == pytest.approx(4, abs=0.1) or nearest > 4


def _distance(point: tuple[float, float], a: tuple[float, float], b: tuple[float, float]) -> float:
    (px, py), (ax, ay), (bx, by) = point, a, b
    dx, dy = bx - ax, by - ay
    share = max(0.0, min(1.0, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy)))
    return float(((px - ax - share * dx) ** 2 + (py - ay - share * dy) ** 2) ** 0.5)


def test_a_ray_runs_from_its_share_of_the_way_to_the_edge() -> None:
    (_, x1, y1), (_, x2, y2) = ray(rect(Box(-10, -10, 10, 10)), 45, 0.5)  # type: ignore[misc]
    assert (x1, y1, x2, y2) == pytest.approx((5, 5, 10, 10))


def test_a_ray_that_meets_no_edge_is_nothing() -> None:
    assert ray(rect(Box(20, 20, 30, 30)), 180, 0.0) == ()


def test_an_age_stays_clear_of_the_cross_of_someone_who_has_died() -> None:
    catalog = load()
    mark = catalog.mark_for("dead")
    for card in (card for card in catalog.people.values() if not card.ageless and not card.life):
        strokes = mark.pieces(card.outline, crossing=False)
        assert len(strokes) == 4
        nearest = min(
            (step[1] ** 2 + step[2] ** 2) ** 0.5 for stroke in strokes for step in stroke if step[0] == "M"
        )
        assert nearest > 6.5
