"""The menu on the sheet: for each kind of thing only what changes something."""

from __future__ import annotations

import pytest

from genogram_app.model.person import Person
from genogram_app.model.ties import Bond
from genogram_app.ui.context_menu import offered
from tests.ui.shell import ShellRobot

pytestmark = [
    pytest.mark.usefixtures("qtbot"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


def _of(robot: ShellRobot, key: str) -> list[str]:
    robot.desk.select([key])
    return offered(robot.desk)


def test_a_line_has_no_name_to_write_and_is_shared_or_kept(robot: ShellRobot) -> None:
    """The menu of a line offered to write its name, and to share what is shared."""
    robot.window.practice()
    robot.key("F6")
    bond = next(each.id for each in robot.desk.seen.family.edges(Bond) if not each.basis.shared)
    assert {"share", "unshare", "rename"} & set(_of(robot, bond)) == {"share"}
    person = next(each for each in robot.desk.seen.family.people if each.subject and each.basis.shared)
    assert isinstance(person, Person)
    assert {"unshare", "rename"} <= set(_of(robot, person.id))
    robot.desk.select([])
    assert "add_person" in offered(robot.desk)
