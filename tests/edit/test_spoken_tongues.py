"""Words for kin of every language that families speak, twins and the adopted; and which words go together."""

from __future__ import annotations

import pytest

from genogram_app.model.person import Person
from genogram_app.model.ties import ChildOf
from genogram_app.words import words_in
from tests.edit.test_spoken import BEGUN, CHILD, JAY, UNNAMED, check_said_back, described, told

#: What each word says of somebody, and who that then is on the sheet of Jay, whose mum is Lisa.
WIVES = ["wife", "gwraig", "biwi", "żona", "zona"]
HUSBANDS = ["husband", "gŵr", "gwr", "shohar", "mąż", "maz"]
TWIN = "Jay birth of Darren + Lisa twin, unknown"
#: Whose side these say by themselves, and those that are asked.
OF_A_SIDE = {
    "nani": "Lisa’s mum",
    "dadi": "Darren’s mum",
    "khala": "Lisa’s sister",
    "phuphi": "Darren’s sister",
    "chacha": "Darren’s brother",
    "mamu": "Lisa’s brother",
}
OF_EITHER = ["mam-gu", "nain", "babcia", "tad-cu", "taid", "dziadek", "ciocia", "wujek", "nana", "dada"]


def _new(line: str) -> list[str]:
    found = told(line, BEGUN, JAY)
    check_said_back(found, BEGUN, JAY)
    before = described(BEGUN)
    return [] if found.left else [each for each in described(found.edit.case) if each not in before]


def _why(line: str) -> str:
    (left,) = told(line, BEGUN, JAY).left
    return words_in().sentence(left.why)


@pytest.mark.parametrize("capital", [False, True])
@pytest.mark.parametrize("word", WIVES + HUSBANDS)
def test_who_a_woman_is_married_to_is_said_in_every_tongue(word: str, *, capital: bool) -> None:
    gender = "woman" if word in WIVES else "man"
    typed = word.capitalize() if capital else word
    assert sorted(_new(f"mum's {typed} Sam")) == ["Lisa + Sam: married", f"Sam: {gender}"]


@pytest.mark.parametrize("capital", [False, True])
@pytest.mark.parametrize("word", [*OF_A_SIDE, *OF_EITHER])
def test_grandparents_aunts_and_uncles_are_known_with_and_without_a_capital(
    word: str, *, capital: bool
) -> None:
    found = told(f"{word.capitalize() if capital else word} Sam", BEGUN, JAY)
    if word in OF_A_SIDE:
        assert found.said == (f"{OF_A_SIDE[word]} Sam",)
    else:
        assert len(found.left[0].options) >= 2


@pytest.mark.parametrize(
    ("line", "born"),
    [("twin Szymon 6", "b 2020~"), ("Twin brother Szymon 6", "man b 2020~"), ("Szymon 6 (twin)", "b 2020~")],
)
def test_a_twin_is_of_whom_the_line_is_about(line: str, born: str) -> None:
    assert _new(line) == [TWIN, TWIN.replace("Jay", "Szymon"), f"Szymon: {born}"]


def test_a_twin_told_by_two_words_keeps_what_each_says() -> None:
    assert "Szymon: man" in _new("Szymon (twin) (brother)")
    assert told("brother Szymon (twin)", BEGUN, JAY).said == ("twin brother Szymon",)


def test_somebody_elses_twin_is_theirs() -> None:
    assert [each for each in _new("mum's twin Ann") if "twin" in each] == [
        "Ann birth of ? dad of Ann + ? mum of Ann twin, unknown",
        "Lisa birth of ? dad of Ann + ? mum of Ann twin, unknown",
    ]


def test_a_brother_who_is_there_becomes_the_twin_and_nobody_nameless_is_taken_for_one() -> None:
    assert _new("brother Szymon 6, twin Szymon") == [
        TWIN,
        TWIN.replace("Jay", "Szymon"),
        "Szymon: man b 2020~",
    ]
    assert "Kyle birth of Darren + Lisa" in _new("brother Kyle, twin 6")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Jay 11, twin Szymon 6", "Twins are of one age. Jay: born about 2015."),
        ("mum's son Szymon, twin Szymon", "Twins have the same parents. The sheet says otherwise of these."),
        ("Jay, sister Ola, twin brother Ola", "Ola is drawn with another gender. Correct it on the sheet."),
    ],
)
def test_who_can_be_no_twin_is_refused(line: str, why: str) -> None:
    assert _why(line) == why


def test_the_adopted_are_drawn_as_adopted() -> None:
    assert _new("adopted brother Sam 9") == ["Sam adopted of Darren + Lisa", "Sam: man b 2017~"]
    assert "Sam adopted of Ann" in _new("mum's sister Ann, adopted cousin Sam 9")


def test_that_somebody_is_adopted_isnt_lost_beside_another_word_for_them() -> None:
    found = _new("mum's sister Ann, adopted cousin Sam 9 Ann's son")
    assert "Sam adopted of Ann" in found
    assert "Sam: man b 2017~" in found


@pytest.mark.parametrize(
    ("line", "means"),
    [
        ("nani Parveen dad's mum", "“nani” is mum’s mum"),
        ("dadi Parveen mum's mum", "“dadi” is dad’s mum"),
        ("nani Parveen dad's side", "“nani” is mum’s mum"),
        ("khala Nadia dad's sister", "“khala” is mum’s sister"),
    ],
)
def test_words_that_go_with_no_others_are_told_with_what_they_mean(line: str, means: str) -> None:
    assert _why(line) == f"These words don’t go together: {means}."


def test_a_cousin_of_whom_no_parent_is_there_is_told_who_comes_between() -> None:
    assert _why("cousin Sam 9") == (
        "First write who comes between them, by name or “?”: mum’s sibling ?, cousin."
    )
    assert "Sam birth of unknown parent of Sam" in _new("mum's sibling ?, cousin Sam 9")


def test_who_was_a_partner_isnt_one_by_another_word() -> None:
    assert _new("mum's ex-partner Ann (mum's girlfriend)") == []


@pytest.mark.parametrize(
    "line", ["mum Beti 34", "Mum Beti Hughes 34", "dad Veer 40", "sister Ami 7", "sister Maz"]
)
def test_a_word_for_kin_that_is_a_first_name_is_one_right_after_who_it_is(line: str) -> None:
    found = told(line, UNNAMED, CHILD)
    assert not found.left
    (said,) = found.said
    assert line.split()[1] in said


def test_the_same_word_in_small_letters_or_of_somebody_is_the_relation() -> None:
    assert told("mum beti 34", UNNAMED, CHILD).left
    assert told("mum's Beti", BEGUN, JAY).said == ("Lisa’s daughter",)


def _born_together(line: str) -> list[list[str]]:
    """Give the names of those whom a line says were born together, by birth."""
    found = told(line, BEGUN, JAY)
    assert not found.left
    family = found.edit.case.family
    births: dict[str, list[str]] = {}
    for link in family.edges(ChildOf):
        if link.birth:
            births.setdefault(link.birth, []).append(str(family.get(Person, link.child).name))
    return sorted(sorted(names) for names in births.values())


def test_twins_told_one_after_the_other_are_triplets() -> None:
    assert _born_together("twin Ola 11, twin Jan") == [["Jan", "Jay", "Ola"]]
    assert _born_together("twin Ola, sister Mia, twin Jan, twin Mia") == [["Jan", "Jay", "Mia", "Ola"]]
    check_said_back(told("twin Ola, twin Jan", BEGUN, JAY), BEGUN, JAY)


def test_a_third_twin_of_another_age_is_refused() -> None:
    (left,) = told("twin Ola 6, twin Jan 9", BEGUN, JAY).left
    assert words_in().sentence(left.why) == "Twins are of one age. Ola: born about 2020."


def test_twins_beside_twins_stay_two_pairs() -> None:
    assert _born_together("twin Ola, twins Amy and Ben") == [["Amy", "Ben"], ["Jay", "Ola"]]
    left = told("twin Ola, twins Amy and Ben, twin Amy", BEGUN, JAY).left
    assert [words_in().sentence(each.why) for each in left] == [
        "Each of these has another twin on the sheet already."
    ]
