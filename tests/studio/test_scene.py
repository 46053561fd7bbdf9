"""Sheets that make room: a family that is edited stays legible, and what was placed by hand stays put."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from genogram_app.edit import arrange, relatives
from genogram_app.edit.people import add_person
from genogram_app.edit.records import correct
from genogram_app.edit.result import Stamp
from genogram_app.edit.start import new_case
from genogram_app.family.case import Case
from genogram_app.family.seen import Reader, View
from genogram_app.layout.sheet.result import Layout
from genogram_app.layout.standing.crowding import faults
from genogram_app.model.base import Blank, Share
from genogram_app.model.document import Placement
from genogram_app.model.person import Person
from genogram_app.picture.compose import lay_out_measured
from genogram_app.picture.measured import measure
from genogram_app.studio import mending
from genogram_app.studio.kinds import kinds_of
from genogram_app.studio.scene import Scene
from genogram_app.studio.session import Session
from tests.builders import case_of, counting, person

TODAY = date(2026, 11, 22)
SCENE = Scene()


def opened() -> Session:
    stamp = Stamp(today=TODAY, share=Share.SHARED, new_id=counting())
    session = Session(
        new_case(stamp, kinds_of(SCENE.catalog), "Jay Carter", born=Blank.UNKNOWN).case,
        SCENE.catalog,
        today=lambda: TODAY,
        new_id=stamp.new_id,
        settle=SCENE.settled,
    )
    return session


def trouble(session: Session) -> int:
    measured = measure(SCENE.pen, SCENE.catalog, session.seen, session.view)
    places = {key: (at.x, at.y) for key, at in session.case.placed(session.view.kind).items()}
    return faults(session.case.family, measured.extents, places, measured.options.care_kinds)


def test_a_row_makes_room_for_the_names_that_are_typed() -> None:
    session = opened()
    for number, each in enumerate(session.case.family.people):
        name = f"Christopher{number} Featherstonehaugh-Morrison"
        session.do(correct(session.case, session.stamp, each.id, name=name))
    assert trouble(session) == 0


def test_a_child_stands_below_the_parent_whom_it_was_given() -> None:
    session = opened()
    session.do(add_person(session.case, session.stamp))
    parent = _last(session)
    session.do(relatives.add_child(session.case, session.stamp, session.kinds, parent, alone=True))
    places = session.case.placed(session.view.kind)
    child = _last(session)
    assert places[child].y > places[parent].y + 30
    assert trouble(session) == 0


def _last(session: Session) -> str:
    return session._history.present.select[0]


def test_what_was_placed_by_hand_stays_while_the_rest_makes_room() -> None:
    session = opened()
    child = next(person.id for person in session.case.family.people if person.subject)
    session.do(arrange.place(session.case, session.view.kind, {child: (1000.0, 600.0)}))
    for each in session.case.family.people:
        name = "Christopher Featherstonehaugh-Morrison"
        session.do(correct(session.case, session.stamp, each.id, name=name))
    at = session.case.placed(session.view.kind)[child]
    assert (at.x, at.y, at.by_hand) == (1000.0, 600.0, True)


def test_an_edit_that_crowds_nobody_moves_nobody() -> None:
    session = opened()
    session.do(correct(session.case, session.stamp, session.case.family.people[0].id, name="Jo"))
    before = dict(session.case.placed(session.view.kind))
    person = session.case.family.get(Person, sorted(before)[1])
    session.do(correct(session.case, session.stamp, person.id, name="Al"))
    assert dict(session.case.placed(session.view.kind)) == before


def test_tidy_keeps_the_family_together_round_whom_a_hand_placed() -> None:
    session = opened()
    kind = session.view.kind
    wanted = {key: (at.x, at.y) for key, at in session.case.placed(kind).items()} or _shown(session)
    child = next(person.id for person in session.case.family.people if person.subject)
    x, y = wanted[child]
    session.do(arrange.place(session.case, kind, {child: (x + 700.0, y + 40.0)}))
    session.do(arrange.tidy(session.case, kind))
    found = _shown(session)
    moved = {(round(found[key][0] - wanted[key][0]), round(found[key][1] - wanted[key][1])) for key in wanted}
    assert moved == {(700, 40)}


def _shown(session: Session) -> dict[str, tuple[float, float]]:
    return {key: (at.x, at.y) for key, at in session.seen.placed(session.view.kind).items()}


def test_an_edit_draws_anew_only_what_it_touches() -> None:
    session = opened()
    before = {node.key: node for node in SCENE.sheet(session.seen, session.view).family.nodes}
    session.do(correct(session.case, session.stamp, session.case.family.people[0].id, name="Jo"))
    after = {node.key: node for node in SCENE.sheet(session.seen, session.view).family.nodes}
    same = {key for key in before.keys() & after.keys() if before[key] == after[key]}
    assert len(same) > len(after) / 2
    # The very same objects, so that whoever asks what has changed sees it at a glance.
    assert all(after[key] is before[key] for key in same)


def test_a_family_is_measured_once_for_its_places_and_its_sheet() -> None:
    session = opened()
    moved = arrange.place(session.case, session.view.kind, {session.case.family.people[0].id: (10.0, 20.0)})
    first = measure(SCENE.pen, SCENE.catalog, session.case, session.view)
    assert measure(SCENE.pen, SCENE.catalog, moved.case, session.view) is first
    shown = replace(session.case, page=session.case.page.put(women_left=True))
    assert measure(SCENE.pen, SCENE.catalog, shown, session.view).options != first.options


@pytest.mark.parametrize("key", ["a_first", "z_last"])
def test_what_a_hand_piled_up_stays_so_whoever_joins(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[Case] = []

    def counted(case: Case, *rest: Any, **more: Any) -> Layout:
        tried.append(case)
        return lay_out_measured(case, *rest, **more)

    monkeypatch.setattr(mending, "lay_out_measured", counted)
    drawn, view = Scene(), View(kind="genogram", as_at=TODAY, reader=Reader.CASE_FILE)
    spot = Placement(x=0.0, y=0.0, by_hand=True)
    piled = case_of(person("ann"), person("bob"), person("cy"))
    piled = piled.place("genogram", {"ann": spot, "bob": spot, "cy": Placement(x=300.0, y=0.0)})
    bigger = piled.with_(family=piled.family.changed([person(key)]))
    joined = drawn.settled(bigger, view, edited=True, stood=piled).placed("genogram")
    assert tried == []
    assert {who: joined[who] for who in ("ann", "bob", "cy")} == piled.placed("genogram")
    assert key in joined
