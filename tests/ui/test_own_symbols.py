"""Symbols of somebody's own in the window: which can't be used is said, with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from genogram_app import places
from genogram_app.catalog import load, load_theme
from genogram_app.likeness.figures import Figures
from genogram_app.likeness.own import _TELL, cards
from genogram_app.picture.symbols_sheet import symbols_sheet
from genogram_app.ui.app import tell_refused
from genogram_app.ui.checking import said_while_checking
from genogram_app.ui.dialogs.symbols import SymbolsDialog
from genogram_app.ui.panels.message_bar import MessageBar
from genogram_app.words import words_in
from tests.ui.shell import ShellRobot, shell
from tests.walkthrough import told, written

pytestmark = [
    pytest.mark.usefixtures("qtbot"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]

LABEL = "play football together"


def _written(root: Path) -> None:
    """Write the two files of the walk-through, a card that can't be read, and one like another."""
    written(root, *list(told())[:2])
    card = told()["bonds/play_football_together.toml"]
    files = {
        "bonds/a_fault.toml": card.replace("order = 125", "order = true"),
        "bonds/the_same.toml": card.replace(LABEL, "play chess together"),
    }
    for name, text in files.items():
        (root / name).write_text(text, encoding="utf-8")


@pytest.fixture
def own(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ShellRobot]:
    """Give the window of somebody who has symbols of their own."""
    _written(tmp_path / "symbols")
    monkeypatch.setattr(places, "users_symbols", lambda: tmp_path / "symbols")
    cache = tmp_path_factory.getbasetemp() / "cache"  # measured once for all that follow
    monkeypatch.setattr(places, "users_cache", lambda: cache)
    load.cache_clear()
    cards.cache_clear()
    with shell(tmp_path / "case") as robot:
        yield robot
    load.cache_clear()
    cards.cache_clear()


def _said(robot: ShellRobot) -> str:
    bars = [bar for bar in robot.window.findChildren(MessageBar) if bar.isVisible()]
    assert len(bars) == 1
    return bars[0].sentence.text()


def test_the_window_says_which_file_and_line_and_why(own: ShellRobot) -> None:
    tell_refused(own.window, cards().refused)
    said = _said(own)
    assert "a_fault.toml, line 4 can't be used: “order” should be a whole number." in said
    assert "Your families are safe." in said
    assert "1 more of your symbols can’t be used: Help > All symbols says why." in said


def test_while_symbols_are_being_checked_a_word_says_so() -> None:
    """For up to eight seconds there was no window and no word."""
    with said_while_checking():
        assert _notices() == []
        Figures(tell=_TELL.get()).of([(1, 2)], lambda pairs: [0.5 for _ in pairs])
        assert _notices() == [
            "Your own symbols are being checked. It takes a few seconds, once after one has changed."
        ]
    assert _notices() == []


def _notices() -> list[str]:
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    return [widget.text() for widget in shown if isinstance(widget, QLabel)]


def test_the_whole_sentence_is_seen(own: ShellRobot) -> None:
    tell_refused(own.window, cards().refused)
    bar = next(bar for bar in own.window.findChildren(MessageBar) if bar.isVisible())
    needed = bar.sentence.heightForWidth(bar.sentence.width())
    assert bar.sentence.height() >= needed
    over = bar.parentWidget()
    assert over is not None
    assert over.rect().contains(bar.geometry())


def test_nothing_is_said_where_all_can_be_used(own: ShellRobot) -> None:
    tell_refused(own.window, ())
    assert not [bar for bar in own.window.findChildren(MessageBar) if bar.isVisible()]


def test_all_symbols_says_why_of_each(own: ShellRobot) -> None:
    own.window.perform("symbols")
    dialog = own.window.findChild(SymbolsDialog)
    assert isinstance(dialog, SymbolsDialog)
    texts = [shown.text() for shown in dialog.findChildren(QLabel) if "can't be used" in shown.text()]
    assert texts == list(cards().refused)
    assert ["a_fault.toml" in texts[0], "looks like" in texts[1]] == [True, True]
    described = " ".join(shown.accessibleDescription() for shown in dialog.findChildren(QLabel))
    assert "football" in described or "chess" in described
    dialog.close()


def test_all_symbols_shows_every_page_of_the_printed_sheet_and_none_is_wider_than_the_window(
    own: ShellRobot,
) -> None:
    own.window.perform("symbols")
    dialog = own.window.findChild(SymbolsDialog)
    assert isinstance(dialog, SymbolsDialog)
    said = [page.nodes[-1].says for page in symbols_sheet(cards(), load_theme(), words_in())]
    pages = [shown for shown in dialog.findChildren(QLabel) if not shown.pixmap().isNull()]
    assert [shown.accessibleName() for shown in pages] == said
    (area,) = dialog.findChildren(QScrollArea)
    assert all(shown.pixmap().deviceIndependentSize().width() <= area.viewport().width() for shown in pages)
    dialog.close()


def test_each_heading_stands_once_among_all_symbols(own: ShellRobot) -> None:
    own.window.perform("symbols")
    dialog = own.window.findChild(SymbolsDialog)
    assert isinstance(dialog, SymbolsDialog)
    pages = [shown.accessibleDescription() for shown in dialog.findChildren(QLabel)]
    said = [each for page in pages for each in page.split(". ")]
    for group in cards().groups.values():
        for heading in {card.heading for card in group.values()}:
            assert said.count(heading) == 1, heading
    dialog.close()
