"""Couples: their states in order, and nothing that the file doesn't say."""

from __future__ import annotations

import pytest

from genogram_app.family import kinship
from genogram_app.interchange.gedcom import Brought
from genogram_app.interchange.report import Outcome
from tests.interchange.given import read, spells, told, union_of, written

PAIR = (
    *("0 @I1@ INDI", "1 NAME Ann /Ray/", "1 FAMS @F1@"),
    *("0 @I2@ INDI", "1 NAME Bob /Hill/", "1 FAMS @F1@"),
    *("0 @F1@ FAM", "1 HUSB @I2@", "1 WIFE @I1@"),
)


def states(*lines: str) -> list[tuple[str, str, str]]:
    return spells(union_of(couple(*lines), "Ann Ray", "Bob Hill"))


def couple(*lines: str) -> Brought:
    return read(written(*PAIR, *lines))


def test_a_couple_without_a_word_of_marriage_has_no_state() -> None:
    brought = couple()
    assert spells(union_of(brought, "Ann Ray", "Bob Hill")) == []
    assert "A couple's status isn't recorded (no marriage). At line 11 (Bob Hill and Ann Ray)." in told(
        brought, Outcome.ASSUMED
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["1 MARR", "2 DATE 1 APR 1911"], [("MARR", "1911-04-01", "")]),
        (["1 MARR Y"], [("MARR", "unknown", "")]),
        (["1 MARR"], [("MARR", "unknown", "")]),
        (["1 MARR N"], []),
        (["1 MARR", "2 DATE NOT MARRIED"], []),
        (["1 NO MARR"], []),
        (["1 DIV", "2 DATE 1912", "1 MARR", "2 DATE 1911"], [("MARR", "1911", "1912"), ("DIV", "1912", "")]),
        (["1 DIV Y", "1 MARR", "2 DATE 1911"], [("MARR", "1911", "unknown"), ("DIV", "unknown", "")]),
        (["1 DIV N", "1 MARR Y"], [("MARR", "unknown", "")]),
        (
            ["1 MARR", "2 DATE 1911", "1 DIV", "2 DATE 1912", "1 MARR", "2 DATE 1914"],
            [("MARR", "1911", "1912"), ("DIV", "1912", "1914"), ("MARR", "1914", "")],
        ),
        (["1 MARR Y", "1 MARR", "2 DATE 1911"], [("MARR", "1911", "")]),
        (["1 MARR", "2 DATE 1911", "1 MARR", "2 DATE 1910"], [("MARR", "1911", "")]),
        (
            ["1 MARR", "2 DATE 1911", "1 EVEN", "2 TYPE Legal separation", "2 DATE 1915"],
            [("MARR", "1911", "1915"), ("SEPARATION", "1915", "")],
        ),
        (["1 MARR", "2 DATE 1911", "1 ANUL Y"], [("MARR", "1911", "unknown"), ("DIV", "unknown", "")]),
        (["1 MARR", "2 TYPE common law", "2 DATE 1990"], [("COHABITATION", "1990", "")]),
        (
            ["1 EVEN", "2 TYPE Lived together", "2 DATE 1990", "1 EVEN", "2 TYPE Separated", "2 DATE 1995"],
            [("COHABITATION", "1990", "1995"), ("COHABITATION ENDED", "1995", "")],
        ),
        (
            ["1 MARR", "2 TYPE Civil partnership", "2 DATE 2010", "1 DIV", "2 DATE 2015"],
            [("CIVIL PARTNERSHIP", "2010", "2015"), ("DISSOLUTION", "2015", "")],
        ),
        (["1 EVEN", "2 TYPE Separated"], []),  # of what, the file doesn't say
        (["1 ENGA", "2 DATE 1910"], []),  # these cards draw no engagement
        (["1 EVEN", "2 TYPE Alt. Marriage", "2 DATE 1910"], []),
    ],
)
def test_states_follow_each_other(lines: list[str], expected: list[tuple[str, str, str]]) -> None:
    assert states(*lines) == expected


def test_what_begins_no_state_is_in_the_notes() -> None:
    brought = couple(
        "1 ENGA", "2 DATE 1910", "1 MARB Y", "1 NO DIV", "1 NOTE Met at sea", "1 ANUL Y", "1 MARR Y"
    )
    union = union_of(brought, "Ann Ray", "Bob Hill")
    assert union.notes.splitlines() == [
        "Met at sea",
        "Engagement: 1910",
        "Marriage banns",
        "Never happened: Divorce",
    ]
    assert union.spells[1].note == "annulled"


def test_a_place_goes_with_the_state_and_a_note_with_the_couple() -> None:
    brought = couple("1 MARR", "2 DATE 1911", "2 PLAC Hull", "2 NOTE It rained")
    union = union_of(brought, "Ann Ray", "Bob Hill")
    assert union.spells[0].note == "Hull"
    assert union.notes == "Marriage: It rained"


def test_partners_keep_the_files_order() -> None:
    family = couple().case.family
    partners = kinship.partners(family, family.unions[0].id)
    assert [partner.name for partner in partners] == ["Bob Hill", "Ann Ray"]
