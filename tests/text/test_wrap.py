"""Words broken into lines: between words, and within one only where it is far too long."""

from __future__ import annotations

import pytest

from genogram_app.text.line import advance, shortened, wrap

LONG = "Wolfeschlegelsteinhausenbergerdorff" * 4


@pytest.mark.parametrize("name", [LONG, f"Jay {LONG}", "خدیجہ‌بیگم" * 20, "Łu\u0301cja" * 30])
def test_a_word_that_is_far_too_long_is_cut_and_no_letter_is_lost(name: str) -> None:
    lines = wrap(name, 10, 120, grace=1)
    assert max(advance(line, 10) for line in lines) <= 120
    assert "".join(lines).replace(" ", "") == name.replace(" ", "")


def test_a_mark_stays_with_its_letter() -> None:
    assert not any(line.startswith("\u0301") for line in wrap("e\u0301" * 200, 10, 50, grace=1))


def test_a_word_that_is_a_little_too_long_stands_whole() -> None:
    (line,) = wrap("Featherstonehaugh", 10, 70, grace=2)
    assert line == "Featherstonehaugh"
    assert len(wrap("Featherstonehaugh", 10, 70, grace=1)) == 2


def test_what_is_shortened_says_so() -> None:
    assert shortened("Jay Carter", 10, 200) == "Jay Carter"
    said = shortened(f"Jay and {LONG}", 10, 120)
    assert said == "Jay and…"
    assert shortened(LONG, 10, 120).endswith("…")
    assert advance(shortened(LONG, 10, 120), 10) <= 120
