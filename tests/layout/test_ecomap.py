"""Ecomaps: lines cross least, each service is where one looks for it, and the sheet is filled."""

from __future__ import annotations

from itertools import combinations, pairwise, permutations

import pytest

from genogram_app.drawing.geometry import contains
from genogram_app.drawing.primitives import Box, Point
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.around.ecomap import circle
from genogram_app.layout.around.seating import Guest, Table
from genogram_app.layout.around.services import Target
from genogram_app.layout.lay_out import lay_out
from genogram_app.layout.relationships.bridges import crossings
from genogram_app.layout.sheet.crossings import cross
from genogram_app.layout.sheet.extents import Extent, Options, Size
from genogram_app.layout.sheet.ground import Ground
from genogram_app.model.agency import Agency
from genogram_app.model.ties import Bond, LivesIn, Tie
from tests.layout.families import boxes, carter, children, extents_of, home, overlaps, person, union
from tests.layout.test_sample_sheets import sheet

PLATE = Extent.of_box(96.0, 30.0)
#: The middle of a sheet, with two people in it.
MIDDLE = {"jay": Box(-60.0, -20.0, -20.0, 20.0), "mia": Box(20.0, -20.0, 60.0, 20.0)}


def table(wishes: dict[str, str]) -> Table:
    """Give guests round four sides, each tied to somebody in the middle or to another."""
    seats: list[tuple[Point, float]] = [
        ((0.0, -150.0), 0.0),
        ((200.0, 0.0), 0.25),
        ((0.0, 150.0), 0.5),
        ((-200.0, 0.0), 0.75),
    ]
    number = {key: i for i, key in enumerate(wishes)}
    guests = [
        Guest(key, PLATE.box, 0.0, targets=(Target(to, (MIDDLE[to].centre,)),) if to in MIDDLE else ())
        for key, to in wishes.items()
    ]
    friends = [(i, number[wishes[key]]) for key, i in number.items() if wishes[key] in number]
    return Table(guests, seats, friends, Ground(MIDDLE))


def test_guests_sit_by_whom_they_are_tied_to() -> None:
    seated = table({"a": "mia", "b": "jay", "c": "a", "d": "jay"}).seated()
    keys = ["abcd"[i] for i in seated]
    assert "c" in (keys[keys.index("a") - 1], keys[(keys.index("a") + 1) % 4])
    assert keys[1] in "ac"
    assert keys[3] in "bd"


def test_no_seating_costs_less_than_the_one_found() -> None:
    made = table({"a": "mia", "b": "jay", "c": "a", "d": "jay"})
    found = made.seated()
    mine = made.cost([found.index(guest) for guest in range(4)])
    assert mine == pytest.approx(min(made.cost(seats) for seats in permutations(range(4))))


def test_a_cost_that_is_given_up_is_over_the_bound() -> None:
    made = table({"a": "mia", "b": "jay", "c": "a", "d": "jay"})
    whole = made.cost(range(4))
    assert made.cost(range(4), most=whole + 1) == whole
    assert made.cost(range(4), most=10.0) >= 10.0


def served(count: int) -> FamilyGraph:
    """Give a child's home with services, each tied to one of three people or to the home."""
    services = [Agency(id=f"a{i:02}", kind="service") for i in range(count)]
    ends = ["jay", "mia", "h1", "sheila"]
    ties = [Tie(id=f"t{i:02}", a=f"a{i:02}", b=ends[i % len(ends)]) for i in range(count)]
    return carter().changed(put=[*services, *ties])


@pytest.mark.parametrize("count", [1, 2, 5, 14, 26, 40])
def test_services_stand_apart_round_the_home_and_their_ties_hardly_cross(count: int) -> None:
    family = served(count)
    layout = lay_out(family, "ecomap", extents_of(family), {}, Options())
    assert overlaps(boxes(layout, extents_of(family))) == []
    crossed = sum(1 for a, b in combinations(layout.ties.values(), 2) for _ in crossings(a, b))
    # Ties go round the names of those they end at: now and then past one another.
    assert crossed <= (0 if count <= 5 else count // 5 if count <= 14 else 2 * count)


def test_services_stand_in_their_sectors() -> None:
    family = served(0).changed(put=[Agency(id=key, kind="service") for key in "abcd"])
    sides = dict(zip("abcd", (0.0, 0.25, 0.5, 0.75), strict=True))
    family = family.changed(put=[Tie(id=f"t{key}", a=key, b="h1") for key in sides])
    at = lay_out(family, "ecomap", extents_of(family), {}, Options(sectors=sides)).places
    assert at["a"][1] < at["sheila"][1] < at["jay"][1] < at["c"][1]
    assert at["d"][0] < at["jay"][0] < at["mia"][0] < at["b"][0]


@pytest.mark.parametrize("room", [(790.0, 350.0), (543.0, 600.0)])
def test_an_ecomap_has_the_shape_of_the_sheet(room: Size) -> None:
    family = served(9)
    extents = extents_of(family)
    bare = lay_out(family, "ecomap", extents, {}, Options()).bounds
    box = lay_out(family, "ecomap", extents, {}, Options(rooms=(room,))).bounds

    def wasted(box: Box) -> float:
        scale = min(room[0] / box.width, room[1] / box.height)
        return 1 - box.width * box.height * scale * scale / (room[0] * room[1])

    assert wasted(box) < 0.15
    assert wasted(box) <= wasted(bare) + 1e-9


def test_nobody_round_the_middle_is_nobody() -> None:
    assert circle(Ground({}), [], {}, {}, {}, Options()) == {}


def test_a_home_of_which_somebody_stands_outside_has_no_ring_that_leaves_them_out() -> None:
    people = [person("mum", "woman"), person("dad", "man"), person("kai", born="2019", subject=True)]
    records = [
        *people,
        *union("u", "dad", "mum"),
        *children("u", "kai"),
        *home("h1", "mum", "kai"),
        *home("h2", "dad", "kai", "gran"),
        person("gran", "woman"),
        Bond(id="b", a="gran", b="kai", quality="any"),
    ]
    family = FamilyGraph.of(records)
    # Both are the child's own homes: everybody of both stands in the middle.
    assert set(lay_out(family, "ecomap", extents_of(family), {}, Options()).rings) == {"h1", "h2"}
    uncle = [person("uncle", "man"), Bond(id="b2", a="uncle", b="mum", quality="any")]
    apart = family.changed(put=[*uncle, *home("h3", "uncle", "mum")])
    layout = lay_out(apart, "ecomap", extents_of(apart), {}, Options())
    assert "uncle" in layout.places
    assert "h3" not in layout.rings
    tied = apart.changed(put=[Agency(id="a", kind="service"), Tie(id="t", a="a", b="h3")])
    drawn = lay_out(tied, "ecomap", extents_of(tied), {}, Options())
    assert "t" in drawn.ties
    assert [(warning.kind, warning.who) for warning in drawn.warnings] == [("left out", ("h3", "uncle"))]


@pytest.mark.parametrize("sample", ["practice", "three_partners", "large_family"])
def test_every_ring_of_a_sample_ecomap_holds_all_of_its_home_who_are_on_the_sheet(sample: str) -> None:
    found = sheet(sample, "ecomap")
    for key, ring in found.layout.rings.items():
        who = {edge.person for edge in found.family.into(LivesIn, key) if edge.until is None}
        there = who & found.layout.places.keys()
        assert all(contains(ring, found.layout.places[one]) for one in there)


def test_the_schools_arrow_crosses_no_line_to_a_child() -> None:
    found = sheet("three_partners", "combined")
    school = next(tie.id for tie in found.family.edges(Tie) if tie.a == "a_school")
    way = found.layout.ties[school]
    lines = [*found.layout.descents.values(), *(line for s in found.layout.sibships for line in s.lines)]
    legs = [leg for line in lines for leg in pairwise(line)]
    assert not [leg for a, b in pairwise(way) for leg in legs if cross(a, b, *leg)]
