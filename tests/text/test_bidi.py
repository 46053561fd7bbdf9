"""Letters stand in the order in which a reader of both scripts expects them."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QTextLayout, QTextOption

from genogram_app.text import bidi, fonts


def seen(content: str) -> str:
    """Give the characters in the order they are seen, left to right."""
    return "".join(content[i] for i in bidi.in_order(bidi.levels(content)))


@pytest.mark.parametrize(
    ("content", "order"),
    [
        ("Ali (b. 1975)", "Ali (b. 1975)"),
        ("Ali אבג (b. 1975)", "Ali גבא (b. 1975)"),
        ("Ali محم (b. 1975)", "Ali محم (b. 1975)".replace("محم", "محم"[::-1])),
        ("אבג דהו", "והד גבא"),
        ("אבג 1975", "1975 גבא"),
        ("אבג (1975)", ")1975( גבא"),  # the shaping engine mirrors the brackets
        ("Ann (אבג), 12", "Ann (גבא), 12"),
        ("אבג, Ann", "גבא, Ann"),
        ("12 אבג 34 x", "12 34 גבא x"),
        ("אבג 12/03/1975 x", "12/03/1975 גבא x"),
        ("אבג £5.50 x", "£5.50 גבא x"),
        ("אבג!", "!גבא"),
        ("x אבג!", "x גבא!"),
        ("", ""),
    ],
)
def test_order(content: str, order: str) -> None:
    assert seen(content) == order


def test_right_to_left_mark_moves_what_stands_at_the_end() -> None:
    assert seen("x אבג!\u200f") == "x \u200f!גבא"


@given(st.text(alphabet="aé Zא בم١2(]).,-£%\u0301\u064e\u200d\u202e", max_size=30))
def test_every_character_is_seen_once(content: str) -> None:
    levels = bidi.levels(content)
    assert sorted(bidi.in_order(levels)) == list(range(len(content)))
    assert all(0 <= level <= 2 for level in levels)


@given(st.text(alphabet=st.characters(max_codepoint=0x52F)))
def test_latin_greek_and_cyrillic_run_left_to_right(content: str) -> None:
    assert set(bidi.levels(content)) <= {0}


def _as_qt_sees(content: str) -> str:
    """Give the order in which Qt's own implementation sets a line."""
    layout = QTextLayout(content)
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    layout.setTextOption(option)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    told = QTextLayout.GlyphRunRetrievalFlag
    wanted = told.RetrieveStringIndexes | told.RetrieveGlyphPositions | told.RetrieveGlyphIndexes
    places = [
        (position.x(), index)
        for run in layout.glyphRuns(-1, -1, wanted)
        for position, index in zip(run.positions(), run.stringIndexes(), strict=True)
    ]
    return "".join(content[index] for _, index in sorted(places))


def test_two_hundred_mixed_lines_stand_as_in_another_implementation(qapp: QGuiApplication) -> None:
    for characters in ("a", "א"):
        file = fonts.first_with(characters, "regular")
        QFontDatabase.addApplicationFont(str(fonts.folder() / str(file)))
    chance = random.Random(1975)
    for _ in range(200):
        content = "x" + "".join(chance.choice("ab אבגד 12 34 ().,-/£%!") for _ in range(12)) + "y"
        assert seen(content) == _as_qt_sees(content), repr(content)
