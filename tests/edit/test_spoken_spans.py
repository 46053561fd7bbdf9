"""A time of care that is over is told as over: it was drawn as care that goes on since a day in between."""

from __future__ import annotations

import pytest

from genogram_app.model.ties import ChildOf
from genogram_app.words import words_in
from tests.edit.test_spoken import BEGUN, JAY, KINDS, check_said_back, told

#: What is typed: since when and until when it then is, as they are kept.
_TIMES: dict[str, tuple[str, str | None]] = {
    "foster carers Ann and Bob from May 2024 to Dec 2025": ("2024-05", "2025-12"),
    "foster carers Ann and Bob from May 2024 until Dec 2025": ("2024-05", "2025-12"),
    "foster carers Ann and Bob (2024-25)": ("2024", "2025"),
    "foster carers Ann and Bob (2024–2025)": ("2024", "2025"),
    "foster carer Ann 48 (2019-2021)": ("2019", "2021"),
    "foster carer Ann placed May 2024 to Dec 2025": ("2024-05", "2025-12"),
    "kinship carer gran Sheila mum's mum from Jan 2025 to Jan 2026": ("2025-01", "2026-01"),
    "foster carer Ann from May 2024 to now": ("2024-05", None),
    "foster carer Ann since 2019-2020": ("[2019..2020]", None),
    "foster carer Ann since between 2019 and 2020": ("[2019..2020]", None),
    "foster carer Ann since May 2024": ("2024-05", None),
}


@pytest.mark.parametrize("line", _TIMES)
def test_since_and_until_when_somebody_cared_for_a_child(line: str) -> None:
    found = told(line, BEGUN, JAY)
    assert not found.left
    check_said_back(found, BEGUN, JAY)
    links = found.edit.case.family.edges(ChildOf)
    care = [link for link in links if link.child == JAY and link.kind != KINDS.birth]
    dates = {tuple(getattr(each, "edtf", each) for each in (link.since, link.until)) for link in care}
    assert dates == {_TIMES[line]}


@pytest.mark.parametrize(
    "line", ["mum's partner Tom from 2019 to 2021", "lives with mum from May 2024 to June 2025"]
)
def test_what_else_is_over_is_refused_and_not_drawn_as_going_on(line: str) -> None:
    found = told(line, BEGUN, JAY)
    assert found.edit.case is BEGUN
    (left,) = found.left
    assert "carers alone" in words_in().sentence(left.why)


def test_a_carers_life_in_brackets_is_their_life() -> None:
    found = told("foster carer Ann (1950-2019)", BEGUN, JAY)
    assert not [link for link in found.edit.case.family.edges(ChildOf) if link.until is not None]
