"""Widths are those that every painter gets on its own."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QGuiApplication
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from genogram_app.text import fonts
from genogram_app.text.line import advance, ascent, cap_height, descent, line, line_height, wrap, x_height
from genogram_app.text.shape import shaped
from tests.text.names import PLAIN, SHAPED

FACES = fonts.faces()
TOLERANCE = 0.0002


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("name", PLAIN)
def test_as_wide_as_on_paper(name: str, face: str) -> None:
    pdfmetrics.registerFont(TTFont(f"test-{face}", str(fonts.font_file(face))))
    for size in (8, 9.5, 31):
        assert advance(name, size, face) == pytest.approx(
            pdfmetrics.stringWidth(name, f"test-{face}", size), rel=TOLERANCE
        )


def _screen_font(face: str) -> QFont:
    """Give the face as the window sets it: at 125 pixels each font unit is exactly 1/8 of a pixel."""
    number = QFontDatabase.addApplicationFont(str(fonts.font_file(face)))
    font = QFont(QFontDatabase.applicationFontFamilies(number)[0])
    font.setStyleName(
        {"regular": "Regular", "semibold": "SemiBold", "bold": "Bold", "italic": "Italic"}[face]
    )
    font.setPixelSize(125)
    font.setKerning(False)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    strategy = QFont.StyleStrategy
    font.setStyleStrategy(strategy.NoFontMerging | strategy.PreferNoShaping | strategy.PreferOutline)
    return font


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("name", PLAIN)
def test_as_wide_as_on_the_screen(name: str, face: str, qapp: QGuiApplication) -> None:
    width = QFontMetricsF(_screen_font(face)).horizontalAdvance(name)
    assert advance(name, 125, face) == pytest.approx(width, rel=TOLERANCE)


def test_the_comparison_with_the_screen_can_fail(qapp: QGuiApplication) -> None:
    font = _screen_font("regular")
    font.setKerning(True)
    font.setStyleStrategy(QFont.StyleStrategy.PreferDefault)
    width = QFontMetricsF(font).horizontalAdvance("AVATAR To")
    assert advance("AVATAR To", 125) != pytest.approx(width, rel=0.01)


@given(st.text(alphabet="ABé ŵłễж", max_size=20), st.text(alphabet="ABé ŵłễж", max_size=20))
def test_widths_of_plain_lines_add_up(first: str, second: str) -> None:
    assert advance(first + second, 10) == pytest.approx(advance(first, 10) + advance(second, 10))


@pytest.mark.parametrize("name", [*PLAIN, *SHAPED.values(), "𓀀𓀁𓀂 Wang", ""])
def test_advance_is_the_width_of_the_line(name: str) -> None:
    assert advance(name, 9, "semibold") == line(name, 50, 50, 9, face="semibold", anchor="end").width


def test_latin_letters_are_as_wide_in_mixed_company_as_alone() -> None:
    parts = advance("AVATAR ", 10) + advance("محمد", 10) + advance(" office", 10)
    assert advance("AVATAR محمد office", 10) == pytest.approx(parts)


def test_a_mark_takes_no_room_of_its_own() -> None:
    assert advance("q\u0303", 10) == advance("q", 10)
    assert advance("e\u0301", 10) == advance("é", 10)


def _ink(letters: str) -> tuple[float, float]:
    heights = [step[-1] for step in shaped(letters, "regular").outline if step[0] != "Z"]
    return -min(heights), max(heights)


def test_letters_stay_within_ascent_and_descent_and_lines_do_not_touch() -> None:
    above, below = _ink("ẾỔŴÅgjyçþ")
    assert 0.9 < above <= ascent(1)
    assert 0.2 < below <= descent(1)
    assert above + below < line_height(1) < 1.4


def test_capitals_and_small_letters_reach_as_high_as_is_said() -> None:
    assert _ink("H")[0] == pytest.approx(cap_height(1), abs=0.002)
    assert _ink("x")[0] == pytest.approx(x_height(1), abs=0.002)
    assert cap_height(10, "bold") == pytest.approx(7.14)


def test_plain_text_does_not_load_the_shaping_engine() -> None:
    program = (
        "import sys; from genogram_app.text import line;"
        "line.line('Siân', 0, 0, 9); line.wrap('Siân Jones', 9, 20); line.missing('𓀀');"
        "sys.exit('uharfbuzz' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_wrap_fills_lines_up_to_the_width() -> None:
    words = "Sheila says that Jay sleeps better at her house, and so does Lisa."
    lines = wrap(words, 9, 110)
    assert len(lines) > 2
    assert " ".join(lines) == words
    assert all(advance(each, 9) <= 110 for each in lines)
    firsts = [each.split()[0] for each in lines[1:]]
    assert all(advance(f"{each} {word}", 9) > 110 for each, word in zip(lines, firsts, strict=False))


def test_wrap_never_cuts_a_name_and_keeps_the_breaks_it_was_given() -> None:
    assert wrap("Bartholomew", 9, 5) == ["Bartholomew"]
    assert wrap("one\n\n two ", 9, 100) == ["one", "", "two"]
    assert wrap("", 9, 100) == [""]


def test_wrap_breaks_double_names_at_the_hyphen_but_not_dates_or_numbers() -> None:
    assert wrap("Featherstonehaugh-Cholmondeley", 9, 90) == ["Featherstonehaugh-", "Cholmondeley"]
    assert wrap("1975-2010 020-7946-0123", 9, 20) == ["1975-2010", "020-7946-0123"]


@given(st.text(alphabet="ab éم-\n", max_size=60), st.floats(1, 80))
def test_wrap_loses_nothing(content: str, width: float) -> None:
    lines = wrap(content, 9, width)
    assert "".join(lines).replace(" ", "") == content.replace(" ", "").replace("\n", "")
    assert all(" " not in each.strip() for each in lines if advance(each, 9) > width)
