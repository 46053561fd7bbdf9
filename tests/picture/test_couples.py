"""Two who are on the sheet as carers of a child placed with them: no question stands between them."""

from __future__ import annotations

import pytest

from genogram_app.family.case import Case
from genogram_app.model.base import Record
from genogram_app.model.ties import Union
from genogram_app.picture.couples import CARERS
from genogram_app.studio.publish import prepare, view_of
from tests.builders import TODAY, case_of, child, couple, person
from tests.picture.key_rows import rows_of
from tests.picture.sheets import scene

CATALOG = scene().catalog
PLACED = sorted(card.id for card in CATALOG.descent.values() if card.placement)
BIRTH = CATALOG.by_role("descent", "by_birth").id
ASKED = CATALOG.union("").label


def _sheet(*links: Record, kind: str = "") -> tuple[Case, list[str], str]:
    """Give the case, the key's rows, and what is heard of the two who look after Jay."""
    people = [person(key) for key in ("jay", "mia", "pat", "mike")]
    case = case_of(*people, *couple("u", "pat", "mike", kind=kind), *links)
    sheet = prepare(scene(), case, view=view_of(scene(), "genogram", TODAY, "case-file")).sheet
    (node,) = [each for each in sheet.drawing.nodes if each.key == "union:u"]
    return case, rows_of(next(each for each in sheet.drawing.nodes if each.key == "key")), node.says


@pytest.mark.parametrize("kind", PLACED)
def test_carers_told_as_two_have_no_question_between_them(kind: str) -> None:
    """Foster carers told as two stood there with a large “?”, as if something were in doubt."""
    _, rows, says = _sheet(child("jay", "u", kind=kind))
    assert says.endswith(CARERS)
    assert CARERS in rows
    assert not any(row.startswith(ASKED) for row in rows)


def test_parents_of_whom_nobody_said_what_they_are_have_it() -> None:
    _, rows, says = _sheet(child("jay", "u", kind=BIRTH))
    assert says.endswith(ASKED)
    assert any(row.startswith(ASKED) for row in rows)
    assert CARERS not in rows


def test_so_have_those_who_look_after_one_child_and_have_another() -> None:
    _, rows, says = _sheet(child("jay", "u", kind=PLACED[0]), child("mia", "u", kind=BIRTH))
    assert says.endswith(ASKED)
    assert CARERS not in rows


def test_a_couple_who_are_married_are_drawn_so_whoever_they_look_after() -> None:
    married = CATALOG.by_role("unions", "marriage").id
    case, rows, says = _sheet(child("jay", "u", kind=PLACED[0]), kind=married)
    assert says.endswith(CATALOG.union(married).label)
    assert CARERS not in rows
    assert case.family.get(Union, "u").kind == married
