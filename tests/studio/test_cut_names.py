"""A name of which the family's view shows only a part isn't lost by being written over there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from genogram_app.edit.records import correct
from genogram_app.errors import RefusedError
from genogram_app.family.seen import Reader
from genogram_app.model.person import Person
from genogram_app.studio.session import Session
from tests.builders import TODAY, case_of, child, person
from tests.picture.sheets import scene

FOSTER = scene().catalog.by_role("descent", "by_fostering").id


def session() -> Session:
    case = case_of(
        person("jay", "Jay Carter", subject=True),
        person("ann", "Ann Fielding"),
        child("jay", "ann", kind=FOSTER),
    )
    return Session(case, scene().catalog, today=lambda: TODAY)


def test_the_family_s_view_shows_the_first_name() -> None:
    assert session().seen.family.get(Person, "ann").name == "Ann"


def test_there_the_name_cannot_be_written_over() -> None:
    open_case = session()
    with pytest.raises(RefusedError, match="worker's view"):
        correct(open_case.case, open_case.stamp, "ann", name="Anne")


def test_other_names_and_fields_can_be_written() -> None:
    open_case = session()
    open_case.do(correct(open_case.case, open_case.stamp, "jay", name="Jay C"))
    open_case.do(correct(open_case.case, open_case.stamp, "ann", role="foster carer"))
    assert open_case.case.family.get(Person, "ann").name == "Ann Fielding"


def test_the_worker_s_view_shows_and_writes_the_whole_name() -> None:
    open_case = session()
    open_case.look(replace(open_case.viewing, reader=Reader.CASE_FILE))
    assert open_case.seen.family.get(Person, "ann").name == "Ann Fielding"
    open_case.do(correct(open_case.case, open_case.stamp, "ann", name="Anne Fielding"))
    assert open_case.case.family.get(Person, "ann").name == "Anne Fielding"
