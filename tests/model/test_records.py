"""Records: frozen, checked, true to their statements, and forgetful of nothing."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from genogram_app.model.base import (
    READING,
    Account,
    Basis,
    Blank,
    Share,
    Standing,
    Teller,
    clean,
    clean_line,
)
from genogram_app.model.dates import When
from genogram_app.model.document import CaseDetails, Document
from genogram_app.model.ids import random_id
from genogram_app.model.person import Part, Person, Phase, Theme
from genogram_app.model.ties import Bond

TODAY = date(2026, 11, 22)
MUM = Basis(recorded=TODAY, teller=Teller.ADULT, told_by="mum", share=Share.SHARED)
DAD = Basis(recorded=TODAY, teller=Teller.ADULT, told_by="dad", standing=Standing.DISPUTED)


def again(person: Person) -> Person:
    """Write somebody to JSON and read them back, as a file does."""
    return Person.model_validate_json(person.model_dump_json(exclude_defaults=True), context=READING)


def test_a_record_is_frozen() -> None:
    with pytest.raises(ValidationError):
        Person(id="p_1").name = "Jay"  # type: ignore[misc]


def test_a_plain_field_is_read_and_written_plainly_and_keeps_what_it_rests_on() -> None:
    person = Person(id="p_1", basis=MUM).tell(DAD, born=When("2015"))
    assert person.born == When("2015")
    assert person.basis_of("born") is not None
    assert person.basis_of("born").told_by == "dad"
    assert person.basis_of("name").told_by == "mum"


def test_telling_a_field_again_leaves_one_basis_for_it() -> None:
    person = Person(id="p_1").tell(DAD, born=When("2015")).tell(MUM, born=When("2014"), name="Jay")
    assert [said.about for said in person.said] == ["born", "name"]
    assert person.basis_of("born") == MUM


def test_another_account_stands_beside_a_field_and_is_checked_like_it() -> None:
    person = Person(id="p_1", born=When("2015"), accounts=(Account(about="born", value="2014", basis=DAD),))
    assert person.accounts_of("born")[0].value == When("2014")
    assert again(person) == person
    with pytest.raises(ValidationError):
        Person(id="p_1", accounts=(Account(about="born", value="yesterday"),))
    with pytest.raises(ValidationError):
        Person(id="p_1", accounts=(Account(about="shoe_size", value="4"),))


def test_an_account_of_a_later_version_is_kept_and_given_back() -> None:
    raw = {
        "id": "p_1",
        "accounts": [
            {"about": "shoe_size", "value": {"uk": 4}, "basis": {"told_by": "dad"}},
            {"about": "themes", "value": [{"id": "t_1", "words": "loss", "colour": "blue"}]},
        ],
    }
    person = Person.model_validate(raw, context=READING)
    assert json.loads(person.put(name="Jay").model_dump_json(exclude_defaults=True)) == raw | {"name": "Jay"}


@pytest.mark.parametrize("accounts", ["born", 4, ["born"], {"about": "born"}])
def test_accounts_of_the_wrong_shape_are_refused_in_words(accounts: object) -> None:
    with pytest.raises(ValidationError):
        Person.model_validate({"id": "p_1", "accounts": accounts}, context=READING)


def test_an_account_of_many_values_comes_back() -> None:
    theme = Theme(id="t_1", words="alcohol is a worry", part=Part.OWN_NEED, phase=Phase.PAST)
    person = Person(id="p_1", accounts=(Account(about="themes", value=(theme,), basis=DAD),))
    assert again(person) == person


@pytest.mark.parametrize("blank", list(Blank))
def test_a_blank_is_never_taken_for_a_name(blank: Blank) -> None:
    person = again(Person(id="p_1", name=blank))
    assert person.name is blank
    assert not person.named
    assert again(Person(id="p_1", name=blank.value)).name == blank.value


def test_unknown_fields_of_a_file_are_kept_and_given_back() -> None:
    raw = {"id": "p_1", "name": "Jay", "shoe_size": {"uk": 4}, "basis": {"told_by": "mum", "mood": "calm"}}
    person = Person.model_validate(raw, context=READING)
    assert json.loads(person.model_dump_json(exclude_defaults=True)) == raw
    with pytest.raises(ValidationError):
        Person.model_validate(raw)


def test_a_wrong_word_in_our_own_code_is_refused() -> None:
    with pytest.raises(ValidationError):
        Person(id="p_1").put(nmae="Jay")


@given(st.text())
def test_text_has_one_form(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)
    assert "\n" not in clean_line(text)
    assert not any(ord(c) < 32 and c != "\n" for c in clean(text))


def test_letters_are_composed() -> None:
    assert Person(id="p_1", name="Zoe\u0308\x00  Jones").name == "Zoë Jones"


@pytest.mark.parametrize("gap", ["\t", "\n", "\r\n", "\v", "\f", "\x85", " \t "])
def test_what_a_tab_or_a_line_break_keeps_apart_stays_apart(gap: str) -> None:
    assert clean_line(f"Ring{gap}01632 960114{gap}after six") == "Ring 01632 960114 after six"


def test_a_tab_in_prose_is_a_space_and_lines_stay_lines() -> None:
    assert clean("\tMon\tSheila\nTue\tPat\x00") == "Mon Sheila\nTue Pat"


def test_ids_sort_in_the_order_in_which_they_were_given() -> None:
    given = [random_id("p") for _ in range(1000)]
    assert sorted(given) == given


def test_ids_are_random_and_fit() -> None:
    found = {random_id("p") for _ in range(1000)}
    assert len(found) == 1000
    assert all(Person(id=key).id == key for key in found)
    with pytest.raises(ValidationError):
        Person(id="<b>")


def test_a_document_comes_back_the_same() -> None:
    document = Document(
        details=CaseDetails(id="d_1", reference="2026-0932"),
        people=(Person(id="p_1", name="Jay", basis=MUM), Person(id="p_2")),
        bonds=(Bond(id="r_1", a="p_1", b="p_2", quality="some_card_of_tomorrow"),),
    )
    text = document.model_dump_json(exclude_defaults=True)
    assert Document.model_validate_json(text, context=READING) == document


def test_no_text_turns_round_what_stands_after_it() -> None:
    assert clean_line("Ann \u202eyraM\u202c \u2066Doe\u2069") == "Ann yraM Doe"
    assert clean_line("محمد") == "محمد"
