"""Sentences, dates and lists as they are said."""

from __future__ import annotations

from datetime import date

import pytest

from genogram_app.words import Sentence, facts, words_in

WORDS = words_in()


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2015-03-03", "3 Mar 2015"),
        ("2017-03", "Mar 2017"),
        ("1985", "1985"),
        ("1985~", "about 1985"),
        ("1985?", "1985, not sure"),
        ("1985%", "about 1985, not sure"),
        ("198X", "the 1980s"),
        ("[..1990]", "1990 or before"),
        ("[1990..]", "1990 or after"),
        ("[1990..1995]", "1990 to 1995"),
    ],
)
def test_a_stored_date_is_said_plainly(edtf: str, said: str) -> None:
    assert facts.vague_date(WORDS, edtf) == said


def test_blanks_print_a_sign_and_are_said_in_full() -> None:
    assert [facts.blank(WORDS, b) for b in ("unknown", "not asked", "declined", "none")] == [
        "?",
        "? ask",
        "?",
        "none",
    ]
    assert facts.blank_in_full(WORDS, "declined") == "chose not to say"


def test_lists_and_days() -> None:
    assert WORDS.listed([]) == ""
    assert WORDS.listed(["Ann"]) == "Ann"
    assert WORDS.listed(["Ann", "Bob", "Cy"]) == "Ann, Bob and Cy"
    assert WORDS.day(date(2026, 11, 22)) == "22 November 2026"


def test_a_sentence_that_ends_with_an_initial_has_one_full_stop() -> None:
    assert WORDS.say("Took part: {names}.", names="Jay and Freya F.") == "Took part: Jay and Freya F."
    assert WORDS.say("{a}. {b}.", a="Freya F.", b="Jay") == "Freya F. Jay."
    assert WORDS.say("Wait for {name}...", name="Freya F.") == "Wait for Freya F...."


def test_a_quiet_sentence_names_nobody() -> None:
    step = Sentence.of("Add a child of {name}", quiet="Add a person", name="Lisa")
    assert WORDS.sentence(step) == "Add a child of Lisa"
    assert WORDS.sentence(step, quiet=True) == "Add a person"


def test_a_name_with_braces_is_no_template() -> None:
    step = Sentence.of("Add a child of {name}", name="{0} {boom}")
    assert WORDS.sentence(step) == "Add a child of {0} {boom}"


def test_a_language_that_is_not_there_is_said_in_english() -> None:
    assert words_in("xx-YY").say("Key") == "Key"
