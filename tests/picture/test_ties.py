"""Every tie to a service: strength, strain and direction, to a person, a home and another service."""

from __future__ import annotations

from itertools import product

import pytest

from genogram_app.drawing.primitives import Node, texts_in
from genogram_app.model.agency import Agency, Involvement
from genogram_app.model.base import Record
from genogram_app.model.ties import Direction, Tie
from genogram_app.picture.compose import Sheet
from genogram_app.studio.publish import prepare, view_of
from tests.builders import SHARED, TODAY, case_of, home, person
from tests.picture.sheets import scene

TIES = scene().catalog.ties.values()
STRENGTHS = [card for card in TIES if card.axis == "strength"]
STRAINS = ["", *(card.id for card in TIES if card.axis == "strain")]
ENDS = {"jay": "Jay", "nest": "Nest", "club": "Judo club"}


def _sheet(*records: Record) -> Sheet:
    case = case_of(
        person("jay", subject=True),
        *home("nest", "jay"),
        Agency(id="moor", kind="school", name="Moor Lane", basis=SHARED),
        Agency(id="club", kind="club", name="Judo club", basis=SHARED),
        *records,
    )
    return prepare(
        scene(), case, view=view_of(scene(), "combined", TODAY, "case-file"), words_page=False
    ).sheet


def _node(sheet: Sheet, key: str) -> Node:
    return next(node for node in sheet.family.nodes if node.key == key)


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("strength", STRENGTHS, ids=lambda card: card.id)
def test_it_is_drawn_and_said_and_told_in_the_key(strength: str, end: str) -> None:
    card = scene().catalog.tie_strength(getattr(strength, "id", strength))
    for strain, direction in product(STRAINS, Direction):
        tie = Tie(id="t", a="moor", b=end, strength=card.id, strain=strain, direction=direction, basis=SHARED)
        sheet = _sheet(tie)
        drawn = _node(sheet, "tie:t")
        assert drawn.marks
        assert "Moor Lane" in drawn.says
        assert ENDS[end] in drawn.says
        key = [
            text.content for node in sheet.drawing.nodes if node.key == "key" for text in texts_in(node.marks)
        ]
        for told in (card, scene().catalog.tie_strain(strain)):
            assert told is None or [row for row in key if row.startswith(told.label)]


def test_a_direction_says_who_supports_whom() -> None:
    strong = next(card for card in STRENGTHS if card.forth)
    says = {
        direction: _node(
            _sheet(Tie(id="t", a="moor", b="jay", strength=strong.id, direction=direction, basis=SHARED)),
            "tie:t",
        ).says
        for direction in (Direction.FORTH, Direction.BACK, Direction.BOTH)
    }
    both = "Moor Lane – Jay: strong support"
    assert says == {
        Direction.FORTH: "Moor Lane – Jay: strong support. Moor Lane is a strong support to Jay",
        Direction.BACK: "Moor Lane – Jay: strong support. Jay is a strong support to Moor Lane",
        Direction.BOTH: f"{both}. Moor Lane and Jay are strong supports to each other",
    }


STANDS = {
    Involvement.ACTIVE: "",
    Involvement.WAITING: "on the waiting list",
    Involvement.DECLINED: "offered, declined",
    Involvement.ENDED: "ended",
}


@pytest.mark.parametrize("stands", Involvement)
def test_where_a_service_stands_is_on_its_plate(stands: Involvement) -> None:
    service = Agency(
        id="gp",
        kind="gp_surgery",
        contact="Dr Amin",
        job_title="Practice nurse",
        involvement=stands,
        basis=SHARED,
    )
    plate = _node(_sheet(service), "agency:gp")
    lines = [text.content for text in texts_in(plate.marks)]
    assert lines[0] == "GP surgery"
    assert lines[1] == "Dr Amin, Practice nurse"
    assert lines[2:] == ([STANDS[stands]] if STANDS[stands] else [])
    assert STANDS[stands] in plate.says


def test_services_are_offered_in_groups_with_job_titles_in_full() -> None:
    cards = scene().catalog.agencies.values()
    assert all(card.heading and card.sector for card in cards)
    headings = [card.heading for card in cards]
    runs = [one for one, before in zip(headings, ["", *headings], strict=False) if one != before]
    assert len(runs) == len(set(runs)), "a group is torn apart"
    professionals = [card for card in cards if card.jobs]
    assert len(professionals) >= 30
    assert not [job for card in professionals for job in card.jobs if job.isupper() and len(job) <= 5]
