"""Notes stand on no sheet but on a relationship's line: whoever writes one has nothing drawn anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from genogram_app.edit.records import correct
from genogram_app.family.case import Case
from genogram_app.family.drawn_alike import alike
from genogram_app.family.seen import Reader, View, drawable, seen
from genogram_app.model.base import Record
from genogram_app.model.document import ViewKind
from genogram_app.model.person import Person
from genogram_app.model.ties import Bond
from genogram_app.places import resources
from genogram_app.store import files
from genogram_app.studio.scene import Scene
from genogram_app.studio.session import Session
from genogram_app.studio.viewing import Viewing

TODAY = date(2026, 11, 22)
SCENE = Scene()


def practice() -> Case:
    case = files.read(resources() / "samples" / "practice.genogram")
    return case.with_(details=case.details.put(dated=TODAY))


def noted(record: Record) -> Record:
    return (
        record.tell(record.basis, notes="Something else") if "notes" in type(record).model_fields else record
    )


@pytest.mark.parametrize("kind", ["genogram", "ecomap", "combined"])
def test_with_other_notes_every_sheet_is_drawn_as_before(kind: ViewKind) -> None:
    case = practice()
    others = [record for record in case.family.records() if not isinstance(record, Bond)]
    other = case.changed(put=[noted(record) for record in others])
    other = other.with_(details=noted(case.details))
    assert alike(case, other)
    view = View(TODAY, kind=kind, reader=Reader.CASE_FILE)
    drawn = [
        Scene().sheet(drawable(seen(each, view), view, whole=each), view).drawing for each in (case, other)
    ]
    assert drawn[0] == drawn[1]


def test_whatever_else_is_told_is_drawn_anew() -> None:
    case = practice()
    somebody = case.family.people[0]
    assert not alike(case, case.changed(put=[somebody.put(name="Zebedee")]))
    assert not alike(case, case.with_(details=case.details.put(reference="CF-9")))
    assert not alike(case, case.changed(put=[noted(case.family.edges(Bond)[0])]))
    assert not alike(case, case.with_(page=case.page.put(paper="A3")))


def test_a_note_lays_nothing_out_and_is_on_the_sheet_s_case(monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session(practice(), SCENE.catalog, today=lambda: TODAY, settle=SCENE.settled)
    session.look(replace(Viewing(), reader=Reader.CASE_FILE))
    before = SCENE.sheet(session.drawn, session.view)
    laid_out = list[str]()
    for work in ("compose", "measure", "lay_out_measured"):
        monkeypatch.setattr(
            f"genogram_app.studio.scene.{work}", lambda *_, work=work, **__: laid_out.append(work)
        )
    key = session.case.family.people[0].id
    for typed in ("S", "Sh", "She"):
        session.do(correct(session.case, session.stamp, key, notes=typed, merge="notes"))
        after = SCENE.sheet(session.drawn, session.view)
        assert after.drawing is before.drawing
        assert after.case.family.get(Person, key).notes == typed
    assert not laid_out
