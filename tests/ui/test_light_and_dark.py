"""Light and dark: the window changes, whatever is open; the page stays paper; the choice is kept."""

from __future__ import annotations

from dataclasses import asdict
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from genogram_app.catalog.theme import SURFACES, contrast, load_theme
from genogram_app.picture.households import mixed
from genogram_app.ui import theme
from genogram_app.ui.appearance import Appearance, Wardrobe
from genogram_app.ui.canvas.items import rect_of
from genogram_app.ui.canvas.look import Look
from genogram_app.ui.icons import icon
from genogram_app.ui.shades import DARK, LIGHT, Shade, worn
from tests.robots import settle
from tests.ui.shell import ShellRobot

#: Qt's platform without a screen has no window system for popups to ask.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
#: What is read on what: contrast by WCAG 2.2, at least 4.5 for text and 3 for what can't be used now.
_READ = [
    ("ink", "panel", 7.0),
    ("ink", "hover", 7.0),
    ("ink", "accent_soft", 7.0),
    ("muted", "panel", 4.5),
    ("muted", "desk", 4.5),
    ("accent", "panel", 4.5),
    ("accent", "accent_soft", 4.5),
    ("accent_deep", "panel", 4.5),
    ("on_accent", "accent", 4.5),
    ("on_accent", "accent_deep", 4.5),
    ("ask_ink", "ask", 4.5),
    ("ask_ink", "ask_hover", 4.5),
    ("ask_ink", "panel", 4.5),
    ("guard_ink", "guard", 4.5),
    ("guard_muted", "guard", 4.5),
    ("faint", "panel", 3.0),
]


@pytest.mark.parametrize("shade", [LIGHT, DARK], ids=["light", "dark"])
def test_letters_stand_out(shade: Shade) -> None:
    colours, poor = asdict(shade), []
    for over, under, least in _READ:
        if (found := contrast(colours[over], colours[under])) < least:
            poor.append(f"{over} on {under}: {found:.1f}")
    assert poor == []


def test_what_is_selected_stands_out_on_paper_and_on_the_ground_of_every_home() -> None:
    drawn, accent = load_theme(), Look().accent
    homes = [tint.fill for tint in drawn.tints]
    shared = [mixed(*pair) for pair in combinations(homes, 2)]
    grounds = [drawn.paint(name) for name in sorted(SURFACES)] + homes + shared
    assert min(contrast(accent, ground) for ground in grounds) >= 3.0


@pytest.mark.parametrize("shade", [LIGHT, DARK], ids=["light", "dark"])
def test_what_has_the_keyboard_stands_out(shade: Shade) -> None:
    colours = asdict(shade)
    grounds = [colours[name] for name in ("panel", "desk", "hover", "ask")]
    assert min(contrast(colours["accent"], ground) for ground in grounds) >= 3.0
    assert contrast(colours["guard_ink"], colours["guard"]) >= 3.0


def test_the_style_sheet_has_a_colour_for_every_name() -> None:
    for shade in (LIGHT, DARK):
        assert "@{" not in theme.style_sheet(shade)


def test_the_window_turns_dark_and_the_page_stays_paper(robot: ShellRobot) -> None:
    robot.window.practice()
    robot.work.fill_panels()
    settle(0.2)
    page = _page_of(robot)
    robot.window.perform("dark")
    settle(0.2)
    try:
        assert worn() is DARK
        for part in (robot.window.menuBar(), robot.work.toolbar, robot.work.status, robot.work.inspector):
            assert _colour_at(part).lightness() < 80, part
        assert _colour_at(robot.work.canvas.viewport()) == QColor(DARK.desk)
        assert _page_of(robot) == page
    finally:
        robot.window.perform("as_system")


def _colour_at(widget: QWidget) -> QColor:
    """Give the colour near a widget's corner."""
    return widget.grab().toImage().pixelColor(3, 3)


def _page_of(robot: ShellRobot) -> QImage:
    """Give the picture of the page alone, as it is on the screen."""
    canvas, desk = robot.work.canvas, robot.desk
    bounds = desk.scene.sheet(desk.seen, desk.session.view).drawing.bounds
    place = canvas.camera.to_window(rect_of(bounds)).toAlignedRect().adjusted(2, 2, -2, -2)
    return canvas.viewport().grab(place).toImage()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_an_empty_box_to_tick_is_seen(robot: ShellRobot, mode: str) -> None:
    robot.window.perform(mode)
    try:
        shade = worn()
        box = QCheckBox("Fit to paper", robot.window)
        box.resize(box.sizeHint())
        found = {QColor(box.grab().toImage().pixel(x, box.height() // 2)).name() for x in range(box.height())}
        assert QColor(shade.faint).name() in found
    finally:
        robot.window.perform("as_system")


def test_icons_and_what_is_open_change_with_it(robot: ShellRobot) -> None:
    robot.window.practice()
    button = robot.work.toolbar.findChild(QToolButton)
    assert button is not None
    try:
        before = button.icon().pixmap(QSize(18, 18)).toImage()
        robot.window.perform("dark")
        after = button.icon().pixmap(QSize(18, 18)).toImage()
        assert before != after
        assert _inks(icon("lock", "ink")) == {QColor(DARK.ink).name()}
    finally:
        robot.window.perform("as_system")
    assert _inks(icon("lock", "ink")) == {QColor(LIGHT.ink).name()}


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_arrows_of_qts_own_file_dialog_are_seen(robot: ShellRobot, mode: str) -> None:
    """They were black on dark."""
    robot.window.perform(mode)
    dialog = QFileDialog(robot.window)
    try:
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        for name in ("backButton", "forwardButton", "toParentButton"):
            arrow = dialog.findChild(QToolButton, name)
            assert arrow is not None
            inks = _inks(arrow.icon())
            assert inks
            assert min(contrast(ink, worn().panel) for ink in inks) >= 4.5, name
    finally:
        dialog.deleteLater()
        robot.window.perform("as_system")


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_who_is_telling_can_be_read_in_the_list(robot: ShellRobot, mode: str) -> None:
    """The list of the dark band had the band's pale letters on its own pale ground."""
    robot.window.practice()
    robot.key("F6")
    robot.window.perform(mode)
    told_by = robot.work.guard.teller
    try:
        told_by.showPopup()
        settle(0.1)
        rows = told_by.view()
        below = rows.visualRect(rows.model().index(1, 0))
        shown = rows.viewport().grab(below).toImage()
        inks = {shown.pixelColor(x, y).name() for x in range(shown.width()) for y in range(shown.height())}
        assert QColor(worn().ink).name() in inks
        assert QColor(worn().panel).name() in inks
    finally:
        told_by.hidePopup()
        robot.window.perform("as_system")


def _inks(drawn: QIcon) -> set[str]:
    """Name the colours that an icon is wholly painted in."""
    picture = drawn.pixmap(QSize(96, 96)).toImage()
    places = [(x, y) for x in range(picture.width()) for y in range(picture.height())]
    return {QColor(picture.pixel(x, y)).name() for x, y in places if picture.pixelColor(x, y).alpha() == 255}


def test_a_button_without_room_wants_an_icon_without_pixels(qtbot: QtBot) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    button.setIcon(icon("plus"))
    button.setIconSize(QSize(0, 16))
    assert button.icon().pixmap(QSize(0, 16)).isNull()
    button.grab()  # any warning fails the test


def test_the_choice_is_kept_and_ticked(robot: ShellRobot, tmp_path: Path) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    try:
        robot.choose("View", "Dark")
        ticked = [each.value for each in Appearance if robot.window.actions_.by_id[each.value].isChecked()]
        assert ticked == ["dark"]
        theme.dress(application)
        folder = robot.window._folders.data
        assert worn() is LIGHT
        assert Wardrobe(robot.window, folder).chosen is Appearance.DARK
        assert worn() is DARK
    finally:
        robot.window.perform("light")
    assert worn() is LIGHT


def test_left_to_the_system_it_goes_with_it(qapp: QApplication, tmp_path: Path) -> None:
    theme.dress(qapp)
    parent = QObject()
    wardrobe = Wardrobe(parent, tmp_path)
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert worn() is DARK
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert worn() is LIGHT
    wardrobe.choose(Appearance.LIGHT)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert worn() is LIGHT


def test_a_choice_that_cannot_be_read_leaves_it_to_the_system(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "appearance").write_bytes(b"\xff\xfe puce")
    assert Wardrobe(QObject(), tmp_path).chosen is Appearance.AS_SYSTEM
