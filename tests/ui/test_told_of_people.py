"""What is told of few people, in the window: twins, who has parental responsibility, how it is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from genogram_app.edit.relatives import add_sibling
from genogram_app.edit.responsibility import give_responsibility
from genogram_app.family import kinship
from genogram_app.model.person import Life, Person
from genogram_app.model.ties import ChildOf, Responsibility, Twin
from genogram_app.ui.dialogs.drawn import DrawnDialog
from genogram_app.ui.panels.inspector.responsibility import ResponsibilityPage
from genogram_app.ui.profile import read_profile
from tests.robots import settle
from tests.ui.shell import ShellRobot, shell
from tests.ui.stories import begin

pytestmark = [
    pytest.mark.usefixtures("qtbot"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


@pytest.fixture
def robot(qtbot: QtBot, tmp_path: Path) -> Iterator[ShellRobot]:
    with shell(tmp_path) as robot:
        begin(robot)
        yield robot


def test_two_of_the_same_parents_are_made_twins_from_the_menu(robot: ShellRobot) -> None:
    session, jay = robot.desk.session, robot.named("Jay")
    session.do(add_sibling(session.case, session.stamp, session.kinds, jay))
    other = robot.desk.selection[0]
    robot.desk.select([jay, other])
    settle()
    robot.choose("Family", "They are twins or triplets")
    (group,) = kinship.born_together(robot.desk.seen.family)
    assert {link.child for link in group} == {jay, other}
    assert {link.twin for link in group} == {Twin.UNKNOWN}


def test_twins_are_not_offered_for_a_child_and_its_parent(robot: ShellRobot) -> None:
    jay = robot.named("Jay")
    parent = kinship.parent_people(robot.desk.seen.family, robot.desk.seen.family.out_of(ChildOf, jay)[0])[0]
    robot.desk.select([jay, parent.id])
    settle()
    assert not robot.window.actions_.by_id["born_together"].isEnabled()


def test_who_has_parental_responsibility_has_a_page_and_can_lose_it(robot: ShellRobot) -> None:
    session, jay = robot.desk.session, robot.named("Jay")
    link = session.case.family.out_of(ChildOf, jay)[0]
    mother = kinship.parent_people(session.case.family, link)[0]
    session.do(give_responsibility(session.case, session.stamp, mother.id, jay))
    (held,) = session.case.family.edges(Responsibility)
    robot.desk.select([held.id])
    robot.key("F4")
    page = robot.work.inspector.page
    assert isinstance(page, ResponsibilityPage)
    assert "Jay" in page.title()
    robot.push("That has ended")
    assert session.case.family.get(Responsibility, held.id).until is not None


def test_a_termination_is_not_offered_before_the_family(robot: ShellRobot) -> None:
    jay = robot.named("Jay")
    robot.desk.select([jay])
    robot.key("F4")
    assert robot.work.inspector.page.findChild(object, "gender_at_birth") is None
    robot.key("F6")
    robot.desk.select([jay])
    settle()
    assert robot.work.inspector.page.findChild(object, "gender_at_birth") is not None
    assert robot.desk.seen.family.get(Person, jay).life is Life.LIVING


def test_how_it_is_drawn_is_chosen_for_a_case_and_as_a_default(robot: ShellRobot, tmp_path: Path) -> None:
    dialog = DrawnDialog(robot.desk, tmp_path, robot.window)
    before = robot.desk.session.case
    dialog._choose("profile", "full")
    dialog._choose("inside", "year")
    assert robot.desk.session.case.page.profile == "full"
    assert robot.desk.scene.hand(robot.desk.session.case.page).pen.template.inside == "year"
    dialog._keep()
    assert read_profile(tmp_path).drawn == "full"
    assert robot.desk.scene.profile == "full"
    robot.key("Ctrl+Z")
    robot.key("Ctrl+Z")
    assert robot.desk.session.case is before
    dialog.close()
