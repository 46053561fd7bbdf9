"""The start page: whom it is about, what is due, and what stands there for everybody in the room to read."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from genogram_app.edit.text import read_life
from genogram_app.model.dates import When
from genogram_app.model.person import Life, Person
from genogram_app.store.recent import Recent
from genogram_app.ui.controls.rows import RowButton
from genogram_app.ui.said_back import life_said_back
from genogram_app.ui.start_page import StartPage
from genogram_app.words import words_in
from tests.builders import TODAY
from tests.robots import settle
from tests.ui.shell import ShellRobot
from tests.ui.stories import begin

pytestmark = [
    pytest.mark.usefixtures("qtbot"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]
NOON = datetime(2026, 11, 20, 12, 0)


@pytest.fixture
def page(robot: ShellRobot) -> StartPage:
    found = robot.window.findChild(StartPage)
    assert isinstance(found, StartPage)
    return found


def child_of(robot: ShellRobot) -> Person:
    return next(person for person in robot.desk.session.case.family.people if person.subject)


def rows(page: StartPage) -> list[str]:
    return [row.accessibleName() for row in page.findChildren(RowButton) if row.isVisible()]


def test_a_baby_who_is_due_is_not_drawn_as_born(robot: ShellRobot) -> None:
    begin(robot, "?", "due Feb")
    child = child_of(robot)
    assert (child.life, child.born) == (Life.UNBORN, When("2027-02"))
    assert child.id in robot.work.canvas.seen.family


def test_a_birth_to_come_is_refused_with_what_to_write(robot: ShellRobot, page: StartPage) -> None:
    robot.key("Tab")
    robot.type("Feb 2027")
    robot.key("Enter")
    assert robot.window.workspace is None
    assert any("due Feb 2027" in label.text() for label in page.findChildren(QLabel))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("11", "born about 2015, about 11"),
        ("11 next May", "born May 2016, about 10"),
        ("3/3/15", "born 3 Mar 2015, aged 11"),
        ("due next Feb", "due Feb 2027"),
        ("d. 2019 aged 68", "born about 1951, died 2019"),
        ("died", "has died"),
        ("?", "born not known"),
        ("6 weeks", "born about 11 Oct 2026"),
        ("in her 40s", "born 1977 to 1986, about 44"),
    ],
)
def test_what_is_understood_is_said_back_in_words(typed: str, said: str) -> None:
    assert life_said_back(words_in(), read_life(typed, TODAY), TODAY) == said


def test_the_name_fields_say_back_what_is_typed(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("B")
    robot.type("Mia")
    robot.key("Tab")
    robot.type("7 next May")
    assert robot.work.canvas.floats.editor.note == "born May 2020, about 6"


def test_what_is_due_stands_first_by_reference_alone(page: StartPage) -> None:
    cases = [
        Recent("/c/1", "CF-1", NOON, date(2026, 12, 1)),
        Recent("/c/2", "CF-2", NOON, date(2026, 11, 1)),
        Recent("/c/3", "", NOON, date(2027, 3, 1)),
    ]
    page.show_recent(cases)
    settle(0.05)
    shown = rows(page)
    assert [name.split(",")[0] for name in shown] == ["CF-2", "CF-1", "CF-1", "CF-2", "No reference"]
    assert "overdue since 1 Nov 2026" in shown[0]
    assert "due 1 Dec 2026" in shown[1]
    assert "20 Nov 2026, 12:00" in shown[2]


def test_what_is_due_today_says_so(page: StartPage) -> None:
    page.show_recent([Recent("/c/1", "CF-1", NOON, page._today())])
    settle(0.05)
    assert "due today" in rows(page)[0]


def test_nothing_due_says_nothing_of_it(page: StartPage) -> None:
    page.show_recent([Recent("/c/1", "CF-1", NOON, date(2027, 3, 1))])
    settle(0.05)
    assert len(rows(page)) == 1


def test_cases_of_one_reference_are_told_apart_without_a_name(page: StartPage, tmp_path: Path) -> None:
    """Two files of no reference looked alike; their folders may be called as the family is."""
    cases = list[Recent]()
    for number, saved in enumerate((datetime(2026, 11, 2, 14, 5), datetime(2026, 11, 12, 9, 0)) * 2):
        file = tmp_path / f"Carter {number}.genogram"
        file.touch()
        os.utime(file, (saved.timestamp(), saved.timestamp()))
        cases.append(Recent(str(file), "", NOON))
    page.show_recent([*cases, Recent("/c/9", "CF-9", NOON)])
    settle(0.05)
    shown = rows(page)
    assert len(set(shown)) == 5
    assert all("saved 2 Nov 2026, 14:05" in each for each in shown[0:4:2])
    assert not any("Carter" in each or str(tmp_path) in each for each in shown)
    assert "saved" not in shown[-1]
