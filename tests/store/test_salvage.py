"""What can be read of a damaged file comes back, and what can't is said."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genogram_app.errors import DamagedFileError, ForeignFileError, NewerFileError, UserError
from genogram_app.model.person import Person
from genogram_app.store.codec import encode
from genogram_app.store.salvage import Salvaged, salvage
from tests.store.families import counted, whole_case

WHOLE = whole_case()
DATA = encode(WHOLE)


def saved(data: bytes) -> Salvaged:
    return salvage(data, "x.genogram", counted())


def names(found: Salvaged) -> set[object]:
    return {person.name for person in found.case.family.people}


def test_a_whole_file_comes_back_whole_and_nothing_is_said() -> None:
    assert saved(DATA) == Salvaged(WHOLE, ())


def test_a_wrong_checksum_alone_loses_nothing_but_is_said() -> None:
    found = saved(DATA.replace(b"Sheila Carter", b"Sheila Barter"))
    assert "Sheila Barter" in names(found)
    assert any("Check every name" in sentence for sentence in found.lost)


def test_one_unreadable_record_costs_that_record_and_its_lines() -> None:
    broken = DATA.replace(b'"name": "Lisa Carter",', b'"name": "Lisa Carter"')
    found = saved(broken)
    assert len(found.case.family.people) == len(WHOLE.family.people) - 1
    assert WHOLE.family.get(Person, "p_jay") == found.case.family.get(Person, "p_jay")
    assert found.case.placed("genogram") == WHOLE.placed("genogram")
    assert found.case.details == WHOLE.details
    assert "1 person couldn't be read." in found.lost
    assert any("led to nobody" in sentence for sentence in found.lost)


def test_a_date_that_is_none_costs_one_person() -> None:
    found = saved(DATA.replace(b'"1987~"', b'"19xx"'))
    assert "Lisa Carter" not in names(found)
    assert "Jay Carter" in names(found)
    assert "1 person made no sense." in found.lost


def test_half_a_letter_costs_the_record_that_it_stands_in() -> None:
    found = saved(DATA.replace(b"Lisa Carter", b"Lisa \\ud800"))
    assert len(found.case.family.people) == len(WHOLE.family.people) - 1
    assert "1 person couldn't be read." in found.lost
    assert found.case.details == WHOLE.details
    assert encode(found.case)


def test_half_a_file_gives_what_stood_in_that_half() -> None:
    cut = DATA.index(b'"unions"')
    found = saved(DATA[:cut])
    assert len(found.case.family.people) == len(WHOLE.family.people)
    assert any("end of the file is missing" in sentence for sentence in found.lost)


def test_lost_case_details_get_a_fresh_id_and_a_sentence() -> None:
    found = saved(DATA.replace(b'"2026-04-12"', b'"soon"'))
    assert found.case.details.id == "d_new1"
    assert any("case details were lost" in sentence for sentence in found.lost)


def test_records_with_one_id_are_not_both_kept() -> None:
    found = saved(DATA.replace(b'"id": "p_ron"', b'"id": "p_gran"'))
    assert len(found.case.family.people) == len(WHOLE.family.people) - 1


def test_a_damaged_heading_costs_nothing() -> None:
    found = saved(DATA.replace(b' "unions": [', b' "un\x00ons": ['))
    assert found.case.family == WHOLE.family


def test_a_lost_heading_is_said_and_makes_nobody_up() -> None:
    found = saved(DATA.replace(b' "unions": [', b" \x00\x00\x00\x00\x00\x00\x00\x00: ["))
    assert found.case.family.people == WHOLE.family.people
    assert "Records in a list whose heading was lost: 2." in found.lost


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (DATA[:120], DamagedFileError),
        (b"0 HEAD\n", ForeignFileError),
        (json.dumps({"format": "genogram", "schema": 9, "document": {}}).encode(), NewerFileError),
        (DATA.replace(b'"schema": 1', b'"schema": 9')[:-5], NewerFileError),
    ],
)
def test_what_holds_no_family_of_ours_is_refused(data: bytes, kind: type[UserError]) -> None:
    with pytest.raises(kind):
        saved(data)


@given(st.integers(0, len(DATA) - 1), st.binary(min_size=1, max_size=40))
def test_damage_anywhere_leaves_most_of_the_family(position: int, noise: bytes) -> None:
    """One damaged spot never costs more than a few people without saying so; a header may hide what it is."""
    try:
        found = saved(DATA[:position] + noise + DATA[position + len(noise) :])
    except UserError:
        assert position < DATA.index(b'"details"')
        return
    people = len(found.case.family.people)
    assert people >= len(WHOLE.family.people) - 2 or any("heading was lost" in said for said in found.lost)
