"""The guide in the window: every page, its pictures, its links."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument

from genogram_app.ui.dialogs.guide import GuideWindow, guide_pages
from tests.ui.shell import ShellRobot

pytestmark = [
    pytest.mark.usefixtures("qtbot"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


def opened(robot: ShellRobot) -> GuideWindow:
    guide = robot.window.findChild(GuideWindow)
    assert isinstance(guide, GuideWindow)
    return guide


def test_its_key_opens_it_before_any_case_and_only_once(robot: ShellRobot) -> None:
    robot.key("Shift+F1")
    assert opened(robot).isVisible()
    robot.window.perform("guide")
    assert robot.window.findChildren(GuideWindow) == [opened(robot)]
    robot.key("Escape")
    assert not robot.window.isHidden()


def test_the_page_of_keys_leads_to_it(robot: ShellRobot) -> None:
    robot.key("F1")
    robot.push("Guide")
    assert opened(robot).isVisible()


def test_every_page_is_shown_with_its_title_and_pictures(robot: ShellRobot) -> None:
    robot.key("Shift+F1")
    guide = opened(robot)
    for row, (title, file) in enumerate(guide_pages()):
        guide.contents.setCurrentRow(row)
        text = guide.page.toPlainText()
        assert text.casefold().startswith(title.split(":")[0].casefold()[:4]), title
        assert "](" not in text
        for picture in file.read_text(encoding="utf-8").split("](../pictures/")[1:]:
            name = QUrl(f"../pictures/{picture.split(')')[0]}")
            image = guide.page.document().resource(QTextDocument.ResourceType.ImageResource.value, name)
            assert 100 < image.deviceIndependentSize().width() <= 660, name


def test_a_link_leads_to_its_page_and_back(robot: ShellRobot) -> None:
    robot.key("Shift+F1")
    guide = opened(robot)
    guide.page.setSource(guide.page.source().resolved(QUrl("homes.md")))
    assert guide.contents.currentItem().text() == "Homes: who lives with whom"
    robot.push("Back")
    assert guide.contents.currentRow() == 0
