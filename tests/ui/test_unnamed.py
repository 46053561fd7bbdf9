"""Whoever has no name yet is said by who they are, and never twice alike."""

from __future__ import annotations

import pytest

from genogram_app.edit import households, people
from genogram_app.model.base import Blank
from genogram_app.model.person import Life, Person
from genogram_app.ui.controls.segmented import Segmented
from genogram_app.ui.dialogs.services import ServicesPopup
from genogram_app.ui.panels.inspector.household import HouseholdPage
from genogram_app.ui.panels.inspector.union import UnionPage
from genogram_app.ui.panels.roll import Roll
from tests.robots import settle
from tests.ui.shell import ShellRobot
from tests.ui.stories import begin

pytestmark = [
    pytest.mark.usefixtures("qtbot"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


def unnamed(robot: ShellRobot) -> list[Person]:
    return [person for person in robot.desk.seen.family.people if not person.named]


def offered(robot: ShellRobot) -> list[str]:
    """Make Jay's home and give who is offered to move in."""
    jay = robot.named("Jay")
    robot.desk.act(lambda case, stamp: households.make_household(case, stamp, [jay]), go=True)
    page = robot.work.inspector.page
    assert isinstance(page, HouseholdPage)
    return [says for says, _ in page._move_in_offers()]


def test_nobody_who_may_move_in_is_a_question_mark(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("B", "Escape", "B", "Escape", "F4")
    said = offered(robot)
    assert "Jay’s brother or sister, 1 of 2" in said
    assert len(said) == len(set(said)) == len(unnamed(robot))
    assert not any("?" in each for each in said)


def test_the_list_and_the_page_say_the_same(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("B", "Escape", "B", "Escape", "F4")
    desk = robot.desk
    roll = Roll(desk.seen, desk.scene.catalog, desk.words, desk.as_at)
    rows = {row.key: row.says for row in roll.entries() if row.key}
    assert len(set(rows.values())) == len(rows)
    for person in unnamed(robot):
        desk.select([person.id])
        settle()
        assert robot.work.inspector.page.title() == rows[person.id]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("jay's father", {"Jay’s father", "Jay’s father’s father", "Jay’s father’s mother"}),
        ("mum's mum", {"Jay’s mother’s mother"}),
        ("grandad", {"Jay’s mother’s father", "Jay’s father’s father"}),
    ],
)
def test_one_is_found_by_who_they_are_as_it_is_typed(robot: ShellRobot, typed: str, found: set[str]) -> None:
    begin(robot)
    desk = robot.desk
    roll = Roll(desk.seen, desk.scene.catalog, desk.words, desk.as_at)
    assert {row.says for row in roll.entries(typed) if row.key} == found


def test_a_couple_and_a_service_name_whom_they_join(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("F4")
    desk = robot.desk
    for union in desk.seen.family.unions:
        desk.select([union.id])
        settle()
        page = robot.work.inspector.page
        assert isinstance(page, UnionPage)
        assert not any("?" in row.says for row in page._partners())
    dad = next(person for person in unnamed(robot) if robot.work.canvas.name_of(person.id) == "Jay’s father")
    desk.select([dad.id])
    popup = ServicesPopup(desk, lambda: None, lambda: None, robot.work)
    assert popup._whom() == "It will be tied to Jay’s father."
    popup.deleteLater()


def life_shown(robot: ShellRobot) -> Life:
    (row,) = (
        each for each in robot.work.inspector.page.findChildren(Segmented) if each.accessibleName() == "Life"
    )
    return Life(row.value)


@pytest.mark.parametrize("keys", [("F4",), ("F6",)])
def test_nobody_stands_as_living_before_it_is_said(robot: ShellRobot, keys: tuple[str, ...]) -> None:
    begin(robot)
    robot.key(*keys)
    assert life_shown(robot) is Life.LIVING
    who = unnamed(robot)[0].id
    robot.desk.select([who])
    settle()
    assert life_shown(robot) is Life.UNKNOWN
    before = robot.desk.session.case
    robot.push("Life: living")
    assert life_shown(robot) is Life.LIVING
    robot.desk.session.undo()
    assert robot.desk.session.case is before
    robot.desk.act(lambda case, stamp: people.died(case, stamp, who, Blank.UNKNOWN))
    assert life_shown(robot) is Life.DIED
