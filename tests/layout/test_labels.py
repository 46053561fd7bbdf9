"""Labels: folded where it is narrow, led where there is no room, and never read as another's."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import dist, hypot, inf

import pytest

from genogram_app.drawing.geometry import flatten
from genogram_app.drawing.primitives import Box
from genogram_app.layout.names.label_places import around_ends, led_ends, on_open_ground
from genogram_app.layout.names.labels import Labels
from genogram_app.layout.names.leaders import OVER_HARM
from genogram_app.layout.sheet.extents import Options, Trace
from genogram_app.layout.sheet.grid import Entry
from genogram_app.layout.sheet.ground import Ground, dense
from genogram_app.layout.sheet.ink import Ink, knots
from genogram_app.layout.sheet.scenery import Scenery
from genogram_app.model.base import Record
from genogram_app.model.document import ViewKind
from genogram_app.picture.measured import measure
from genogram_app.studio.publish import prepare, view_of
from tests.builders import TODAY, case_of, child, couple, home
from tests.layout.clarity import Clarity
from tests.layout.related import random_family, sheet_of
from tests.layout.test_sample_sheets import Sheet
from tests.picture.composed import FAMILIES, MARRIED, PARTED, born_to, composed, man, woman
from tests.picture.sheets import scene

LINE = ((0.0, 0.0), (200.0, 0.0))
WORDS = (90.0, 12.0)
FOLDED = (50.0, 22.0)
#: Half of the dot at a leader's end; how long a thin line is that runs across a sheet.
DOT, ACROSS = 1.4, 150.0


def placed(*others: Box, options: Options | None = None, harm: bool = False) -> Labels:
    """Place one label on a level line among boxes; with a line of harm under it, if asked for."""
    lines = {"own": [LINE]} | ({"harm": [((0.0, 20.0), (200.0, 20.0))]} if harm else {})
    ground = Ground({f"p{i}": box for i, box in enumerate(others)})
    labels = Labels({"own": WORDS}, Scenery(ground, Ink(lines), Ink()), options or Options())
    labels.on_curve("own", LINE)
    labels.lead()
    return labels


#: Who stands close over the line and under it, with gaps for a leader but not for words.
OVER = Box(-20.0, -45.0, 80.0, -3.0), Box(120.0, -45.0, 220.0, -3.0)
UNDER = Box(-20.0, 3.0, 80.0, 12.0), Box(120.0, 3.0, 220.0, 12.0)


def test_a_label_stands_over_the_middle_of_a_free_line() -> None:
    spot = placed().spots["own"]
    assert spot.leader is None
    assert spot.centre[0] == 100.0
    assert spot.box.bottom <= 0.0 or spot.box.top >= 0.0


def test_a_label_is_folded_where_that_brings_it_to_its_line() -> None:
    pillars = [Box(x, -30.0, x + 4.0, 30.0) for x in range(-4, 220, 64)]
    spot = placed(*pillars, options=Options(folds={"own": (FOLDED,)})).spots["own"]
    assert (spot.box.width, spot.box.height) == FOLDED
    assert spot.leader is None


def test_a_label_without_room_at_its_line_is_led_to_it_shortly() -> None:
    spot = placed(*OVER, *UNDER).spots["own"]
    assert spot.leader is not None
    assert dist(*spot.leader) <= 40.0
    assert spot.leader[-1][1] == 0.0
    assert spot.centre[1] > 12.0


def test_no_leader_crosses_a_line_of_harm() -> None:
    for whole, over in ((False, False), (True, True)):
        options = Options(traces={"harm": Trace(reach=2.0, whole=whole)})
        spot = placed(*OVER, *UNDER, options=options, harm=True).spots["own"]
        assert spot.leader is not None
        assert (spot.centre[1] < -45.0) == over


def test_words_of_a_line_dont_stand_so_near_a_name_that_they_read_as_one() -> None:
    names = {"p/words": Box(60.0, -32.0, 140.0, -16.0)}
    scenery = Scenery(Ground(names), Ink({"own": [LINE]}), Ink())
    labels = Labels({"own": WORDS}, scenery, Options())
    labels.on_curve("own", LINE)
    assert labels.spots["own"].box.top > 0.0


#: How many labels of the composed families could be misread when they were last counted, of 23 on each view.
LAST_COUNTED = 2


def test_few_labels_of_the_composed_families_can_be_misread() -> None:
    kinds: list[ViewKind] = ["genogram", "combined"]
    found = []
    for name in sorted(FAMILIES):
        for kind in kinds:
            view = view_of(scene(), kind, TODAY, "case-file")
            sheet = prepare(scene(), composed(name), view=view, words_page=False).sheet
            measured = measure(scene().pen, scene().catalog, sheet.case, view)
            clarity = Clarity(sheet.case.family, sheet.layout, measured.extents, measured.options.traces)
            found += [(name, *fault) for fault in clarity.faults() if fault[0].startswith("label")]
    assert len(found) <= LAST_COUNTED, found


#: How many labels of thirty random families could be misread when last counted, of how many (4 in a hundred).
MISREAD, OF_RANDOM = 9, 229


def test_of_what_is_written_on_lines_between_anybody_little_can_be_misread() -> None:
    labels = misread = 0
    for seed in range(30):
        found = sheet_of(random_family(seed))
        clarity = Clarity(found.family, found.layout, found.measured.extents, found.measured.options.traces)
        labels += len(found.layout.labels)
        misread += len({key for kind, key, _ in clarity.faults() if kind.startswith("label")})
    assert labels == OF_RANDOM
    assert misread <= MISREAD


def test_a_label_is_led_to_open_ground_and_covers_no_line() -> None:
    walls = [Box(x, -26.0, x + 4.0, 26.0) for x in range(-4, 220, 24)]
    label = placed(*walls)
    spot = label.spots["own"]
    assert spot.leader is not None
    assert spot.leader[-1][1] == 0.0
    assert not label.scenery.ink.near(spot.box)
    assert not any(spot.box.overlaps(wall) for wall in walls)


def test_open_ground_is_free_of_everything_and_each_place_knows_its_end() -> None:
    taken: list[Entry] = [(30.0, -60.0, 60.0, -10.0, "a"), (0.0, -1.0, 200.0, 1.0, "line")]
    ends = led_ends([LINE])
    places = list(on_open_ground(ends, WORDS, taken, around_ends(ends, WORDS), inf))
    assert len(places) > 50
    for place in places:
        assert place.end in {end for _, end in ends}
        assert not any(
            place.box.left < right
            and place.box.right > left
            and place.box.top < low
            and place.box.bottom > top
            for left, top, right, low, _ in taken
        )


def test_of_open_ground_what_is_dear_is_left_out_and_nothing_else() -> None:
    ends = led_ends([LINE])
    window = around_ends(ends, WORDS)
    everywhere = list(on_open_ground(ends, WORDS, [], window, inf))
    most = sorted(place.cost for place in everywhere)[len(everywhere) // 3] + 1e-6
    assert list(on_open_ground(ends, WORDS, [], window, most)) == [
        place for place in everywhere if place.cost < most
    ]


def test_a_label_that_was_taken_up_leaves_its_place_free() -> None:
    label = placed()
    box = label.spots["own"].box
    label.take_up(["own", "another"])
    assert not label.spots
    assert label.scenery.solid.free(box)


def test_words_of_each_of_six_unions_stand_nearest_their_own_bar() -> None:
    kinds = ["divorced", PARTED, "civil_partnership", "separated_by_court", "on_and_off", MARRIED]
    records: list[Record] = [man("ben", "Ben")]
    for number, kind in enumerate(kinds):
        records += [woman(f"w{number}", f"Wife{number}"), man(f"c{number}", f"Kid{number}")]
        records += couple(f"u{number}", "ben", f"w{number}", kind=kind, since=str(2001 + 3 * number))
        records += born_to(f"u{number}", f"c{number}")
    layout = sheet_of(case_of(*records)).layout
    bars = {key: dense(bar.points, 2.0) for key, bar in layout.bars.items()}
    children = [point for key, line in layout.descents.items() for point in dense(line, 2.0)]
    assert bars.keys() <= layout.labels.keys()
    for key in bars:
        spot = layout.labels[key]
        told = Box(*spot.leader[-1], *spot.leader[-1]) if spot.leader else spot.box
        away = {other: min(_away(told, point) for point in bars[other]) for other in bars}
        assert away[key] < min(far for other, far in away.items() if other != key) - 1.5
        assert not any(spot.box.contains(point) for point in children)
    leave = sorted(bar.points[-1][0] for bar in layout.bars.values() if len(bar.points) > 2)
    assert min(b - a for a, b in pairwise(leave)) > 4.9


def _away(box: Box, point: tuple[float, float]) -> float:
    """Give how far a point is from a box."""
    x, y = point
    return hypot(max(box.left - x, x - box.right, 0.0), max(box.top - y, y - box.bottom, 0.0))


@pytest.mark.parametrize("kinds", [("birth_proven", "birth"), ("birth_proven", "birth_proven")])
def test_what_is_said_of_one_child_stands_at_its_own_line_and_of_all_at_what_they_share(
    kinds: tuple[str, str],
) -> None:
    records: list[Record] = [woman("mum", "Kelly"), man("dad", "Cy")]
    records += [*couple("pair", "dad", "mum", kind=MARRIED)]
    for key, kind in zip(("kit", "tia"), kinds, strict=True):
        records += [woman(key, key.title()), child(key, "pair", kind=kind)]
    layout = sheet_of(case_of(*records)).layout
    (key,) = [key for key in layout.descents if key in layout.labels]
    box = layout.labels[key].box
    (shared,) = layout.sibships
    own = min(_away(box, point) for point in dense(layout.descents[key], 1.0))
    bar = min(_away(box, point) for line in shared.lines for point in dense(line, 1.0))
    other = min(_away(box, point) for point in dense(layout.descents[shared.links[-1]], 1.0))
    assert (own < bar and own + 20.0 < other) if len(set(kinds)) > 1 else bar < own


def test_the_name_of_a_home_within_another_lies_on_neither_edge_of_that() -> None:
    records: list[Record] = [woman("gran", "Gran", "1950"), woman("mum", "Mum", "1988")]
    records += [man("al", "Al", "2010"), man("bo", "Bo", "2011"), *born_to("gran", "mum")]
    records += born_to("mum", "al", "bo")
    outer, *live = home("out", "gran", "mum", "al", "bo")
    inner, *stay = home("in", "mum", "al")
    named = [outer.put(name="Gran’s house"), inner.put(name="The annexe", kind="temporary_housing")]
    layout = sheet_of(case_of(*records, *named, *live, *stay)).layout
    for key, other in (("in", "out"), ("out", "in")):
        edge = [point for line in flatten(layout.rings[other]) for point in dense(line, 1.0)]
        assert not any(layout.labels[key].box.contains(point) for point in edge)


def random_sheets() -> Iterator[Sheet]:
    return (sheet_of(random_family(seed)) for seed in range(20))


def test_leaders_end_where_their_line_shows_its_own_stroke() -> None:
    ended = on_marks = 0
    for found in random_sheets():
        traces, layout = found.measured.options.traces, found.layout
        lines = {**layout.bonds, **layout.ties}
        for key in sorted(lines.keys() & layout.labels.keys()):
            leader = layout.labels[key].leader
            marks = [mark for other, line in lines.items() for mark in knots(line, traces[other])]
            if leader is not None:
                ended += 1
                x, y = leader[-1]
                on_marks += any(abs(x - u) < size + DOT and abs(y - v) < size + DOT for u, v, size in marks)
    assert ended > 10
    assert on_marks == 0


def test_a_dot_stands_a_little_further_on_where_its_line_bears_a_mark() -> None:
    ends = [x for _, (x, _) in led_ends([LINE], lambda point: abs(point[0] - 100.0) > 5.0)]
    assert min(ends, key=lambda x: abs(x - 100.0)) == pytest.approx(94.0)
    assert len(ends) == len(led_ends([LINE]))


def test_no_thin_line_runs_across_a_sheet() -> None:
    leaders = [
        spot.leader for found in random_sheets() for spot in found.layout.labels.values() if spot.leader
    ]
    assert leaders
    assert max(dist(leader[0], leader[-1]) for leader in leaders) < ACROSS


def test_a_thin_line_that_runs_along_another_costs_more_than_one_that_crosses_it() -> None:
    scenery = Scenery(Ground({}), Ink({"other": [((0.0, 0.0), (100.0, 0.0))]}), Ink())
    labels = Labels({}, scenery, Options())
    across = labels._crossed(((50.0, -30.0), (50.0, 30.0)), set(), inf)
    along = labels._crossed(((20.0, 0.5), (80.0, 0.5)), set(), inf)
    assert 0.0 < 3 * across < along


def test_a_thin_line_along_the_edge_of_a_ring_costs_as_along_a_line_and_across_it_nothing() -> None:
    """One ran for three centimetres on the edge of a home, and was taken for part of it."""
    scenery = Scenery(Ground({}), Ink(), Ink({"home": [((0.0, 0.0), (100.0, 0.0))]}))
    labels = Labels({}, scenery, Options())
    assert labels._crossed(((50.0, -30.0), (50.0, 30.0)), set(), inf) == 0.0
    assert labels._crossed(((20.0, 1.0), (80.0, 1.0)), set(), inf) > OVER_HARM
    assert labels._crossed(((20.0, 1.0), (80.0, 1.0)), {"home"}, inf) == 0.0
