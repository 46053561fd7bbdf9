"""No label covers a line of harm, however the sheet grew; a couple between whom there is one has room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from genogram_app.edit import arrange, households, relatives, spells, start, ties
from genogram_app.edit.records import correct
from genogram_app.edit.result import Edit, Kinds, Stamp
from genogram_app.family import kinship
from genogram_app.family.case import Case
from genogram_app.family.seen import Reader
from genogram_app.layout.names.labels import Labels
from genogram_app.layout.sheet.extents import Options, Trace
from genogram_app.layout.sheet.ground import Ground
from genogram_app.layout.sheet.ink import Ink
from genogram_app.layout.sheet.scenery import Scenery
from genogram_app.model.base import Teller
from genogram_app.model.ids import Id
from genogram_app.model.ties import Direction
from genogram_app.studio.kinds import kinds_of
from genogram_app.studio.session import Session
from tests.builders import TODAY, counting, stamp
from tests.layout.clarity import meets
from tests.layout.growing import HARM, covered, growing, settled, sheet_as_it_stands
from tests.layout.measures import parts
from tests.layout.related import random_family, sheet_of
from tests.picture.composed import PARTED
from tests.picture.sheets import scene


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 2**16))
@example(14)
@example(19)
@example(42)
def test_no_label_covers_harm_on_a_sheet_that_grew(seed: int) -> None:
    case, steps = growing(seed)
    assert covered(sheet_as_it_stands(settled(case, steps))) == []


@settings(max_examples=4, deadline=None)
@given(st.integers(0, 2**16))
@example(30)
def test_no_leader_passes_over_somebody(seed: int) -> None:
    sheet = sheet_of(random_family(seed))
    people = parts(sheet.layout, sheet.measured.extents)
    leaders = {key: spot.leader for key, spot in sheet.layout.labels.items() if spot.leader}
    assert [
        (label, part)
        for label, leader in leaders.items()
        for part, box in people.items()
        if meets(leader, box)
    ] == []


def told() -> Session:
    """Tell of a child, her mum's parted partner who hurts her, their son and mum's brother, one by one."""
    new_id, catalog = counting(), scene().catalog
    first = start.new_case(stamp(new_id=new_id), kinds_of(catalog), "Kezia Doyle")
    session = Session(first.case, catalog, today=lambda: TODAY, new_id=new_id, settle=scene().settled)
    session.look(replace(session.viewing, reader=Reader.CASE_FILE))
    session.telling(Teller.ADULT)
    mum = _mother(session, first.select[0])
    _named(session, mum, "Shanice Doyle")
    partner = _added(session, relatives.add_partner, mum, "Craig Holt")
    union = kinship.unions_of(session.case.family, partner)[0].id
    son = _added(session, relatives.add_child, union, "Reece")
    brother = _added(session, relatives.add_sibling, mum, "Liam")
    for people in ((mum, first.select[0], son), (brother,), (partner,)):
        session.do(households.make_household(session.case, session.stamp, people))
    session.do(spells.change_state(session.case, session.stamp, union, PARTED))
    return session


def _mother(session: Session, child: Id) -> Id:
    family, woman = session.case.family, session.kinds.mother
    parents = kinship.parent_people(family, kinship.links_up(family, child)[0])
    return next(parent.id for parent in parents if parent.gender == woman)


def _named(session: Session, key: Id, name: str) -> None:
    session.do(correct(session.case, session.stamp, key, name=name))


def _added(session: Session, add: Callable[[Case, Stamp, Kinds, Id], Edit], whose: Id, name: str) -> Id:
    edit = add(session.case, session.stamp, session.kinds, whose)
    session.do(edit)
    _named(session, edit.select[0], name)
    return edit.select[0]


@pytest.mark.parametrize("quality", HARM)
def test_a_couple_who_parted_with_harm_between_them_and_a_brother_beside(quality: str) -> None:
    session = told()
    union = next(union for union in session.case.family.unions if union.spells)
    before = _bar(session, union.id)
    a, b = (person.id for person in kinship.partners(session.case.family, union.id))
    session.do(ties.add_bond(session.case, session.stamp, b, a, quality, direction=Direction.FORTH))
    found = sheet_as_it_stands(session.case)
    assert union.id in found.layout.labels
    assert covered(found) == []
    assert _bar(session, union.id) >= before


#: Where they all stand, close together, seen from mum, in points.
CLOSE = {
    "Shanice Doyle": (0.0, 0.0),
    "Craig Holt": (86.0, 0.0),
    "Liam": (144.0, 0.0),
    "Kezia Doyle": (-19.0, 88.0),
    "Reece": (44.0, 88.0),
    "Patrick": (3.0, -82.0),
    "Maureen Doyle": (63.0, -82.0),
}


def close_together(quality: str) -> tuple[Session, Id]:
    """Put the same people close together by hand, with harm between the couple; give the couple as well."""
    session = told()
    union = next(union for union in session.case.family.unions if union.spells)
    a, b = (person.id for person in kinship.partners(session.case.family, union.id))
    above = kinship.parent_people(session.case.family, kinship.links_up(session.case.family, a)[0])
    for person, name in zip(above, ("Patrick", "Maureen Doyle"), strict=True):
        _named(session, person.id, name)
    session.do(ties.add_bond(session.case, session.stamp, b, a, quality, direction=Direction.FORTH))
    x, y = session.case.placed("genogram")[a].x, session.case.placed("genogram")[a].y
    named = {person.name: person.id for person in session.case.family.people}
    spots = {named[name]: (x + dx, y + dy) for name, (dx, dy) in CLOSE.items()}
    session.do(arrange.place(session.case, "genogram", spots))
    return session, union.id


@pytest.mark.parametrize("quality", HARM)
def test_the_same_couple_put_close_together_by_hand_between_others(quality: str) -> None:
    session, union = close_together(quality)
    found = sheet_as_it_stands(session.case)
    assert union in found.layout.labels
    assert covered(found) == []


def _bar(session: Session, union: Id) -> float:
    points = sheet_as_it_stands(session.case).layout.bars[union].points
    return points[-1][0] - points[0][0]


def walled_in(*, whole: bool) -> Labels:
    """Place a line's label where another line runs on either side of it, all along and far around."""
    line = ((0.0, 0.0), (60.0, 0.0))
    lines = {"own": [line]} | {
        f"h{y}": [((-300.0, float(y)), (360.0, float(y)))] for y in range(-300, 301, 10) if y
    }
    traces = {key: Trace(reach=2.0, whole=whole) for key in lines if key != "own"}
    labels = Labels(
        {"own": (40.0, 12.0)}, Scenery(Ground({}), Ink(lines, traces), Ink()), Options(traces=traces)
    )
    labels.on_curve("own", line)
    labels.lead()
    return labels


@pytest.mark.parametrize("whole", [False, True])
def test_a_label_with_no_room_for_a_long_way_stands_beyond_all_lines_and_is_led(whole: bool) -> None:
    labels = walled_in(whole=whole)
    spot = labels.spots["own"]
    assert labels.scenery.ink.near(spot.box) == []
    assert spot.leader is not None
    assert spot.leader[-1][1] == 0.0
