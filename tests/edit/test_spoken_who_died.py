"""A death without a name is that of nobody who lives on the sheet, but where it can be nobody else's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from genogram_app.edit.spoken.line import tell
from tests.builders import counting
from tests.edit.test_spoken import BEGUN, JAY, LEXICON, check_said_back, described, teller, told

_EARLIER = replace(teller(), stamp=replace(teller().stamp, new_id=counting(5000)))
FAMILY = tell(BEGUN, _EARLIER, LEXICON, "mum's mum Sheila 68, sister Mia 7", JAY).edit.case


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("mum's baby died 2016", "Lisa’s child died 2016"),
        ("mum's other child died 2016", "Lisa’s child died 2016"),
        ("dad's baby died 2016", "Darren’s child died 2016"),
        ("another sister died 2016", "sister died 2016 (another)"),
        ("another sister died 2022", "sister died 2022 (another)"),
        ("older sister died 2016", "sister died 2016"),
        ("a sister died 2016", "sister died 2016"),
        ("brother died 2022", "brother died 2022"),
    ],
)
def test_who_died_before_all_who_are_there_were_born_is_somebody_new(line: str, said: str) -> None:
    """Mia, who is seven, was drawn dead."""
    before = described(FAMILY)
    found = told(line, FAMILY, JAY)
    assert found.said == (said,)
    assert not set(before) - set(described(found.edit.case))
    check_said_back(found, FAMILY, JAY)


@pytest.mark.parametrize(
    "line",
    [
        "mum's child died 2022",
        "mum's baby died",
        "sister died 2022",
        "one sister died 2022",
        "other sister died",
        "late sister",
        "brother and sister died",
        "brothers died 2022",
        "sister Mia died 2016",
        "Mia died 2016",
        "mum's mum died 1940",
    ],
)
def test_who_died_is_asked_where_somebody_who_lives_may_be_meant(line: str) -> None:
    found = told(line, FAMILY, JAY)
    assert found.edit.case is FAMILY, found.said
    assert [each.text for each in found.left] == [line]


@pytest.mark.parametrize(
    "line", ["mum died 2019", "dad died 2019", "mum's mum died 2019", "sister Mia died 2022"]
)
def test_whoever_can_be_nobody_else_has_died(line: str) -> None:
    found = told(line, FAMILY, JAY)
    assert not found.left
    assert len(described(found.edit.case)) == len(described(FAMILY))


def test_each_answer_to_who_died_is_understood() -> None:
    (asked,) = told("sister died 2022", FAMILY, JAY).left
    said = [told(asked.with_option(option), FAMILY, JAY).said for option in asked.options]
    assert said == [("sister Mia died 2022",), ("sister died 2022 (another)",)]
    (asked,) = told("mum's child died 2022", FAMILY, JAY).left
    said = [told(asked.with_option(option), FAMILY, JAY).said for option in asked.options]
    assert said == [("Lisa’s child Mia died 2022",), ("Lisa’s child died 2022 (another)",)]


def test_two_years_with_to_between_are_a_life_as_with_a_dash() -> None:
    for years in ("1958 to 2019", "1958-2019"):
        assert told(f"mum's dad Ron {years}", FAMILY, JAY).said == ("Lisa’s dad Ron born 1958 died 2019",)
