"""Fit to paper in the window: one command, one step back, and what came of it is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from genogram_app.catalog.load import load
from genogram_app.picture.pages import pages
from genogram_app.places import resources
from genogram_app.store import files
from tests.builders import PRIVATE, case_of, child, couple, person
from tests.ui.shell import ShellRobot, shell

BIRTH = load().by_role("descent", "by_birth").id
pytestmark = [
    pytest.mark.usefixtures("qtbot"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


def page_count(robot: ShellRobot) -> int:
    sheet = robot.desk.scene.sheet(robot.desk.seen, robot.desk.session.view)
    return len(pages(robot.desk.scene.pen, sheet))


def test_a_wide_family_is_fitted_and_one_undo_takes_it_back(tmp_path: Path) -> None:
    names = [f"c{n:02}" for n in range(16)]
    records = [person("mum"), person("dad"), *couple("pair", "mum", "dad")]
    records += [person(key, f"Christabel Wolstenholme {key}", subject=key == "c03") for key in names]
    path = tmp_path / "wide.genogram"
    files.save(case_of(*records, *(child(key, "pair", kind=BIRTH) for key in names)), path)
    with shell(tmp_path) as robot:
        robot.window.open(path)
        robot.window.perform("worker_view")
        wide, case = page_count(robot), robot.desk.session.case
        robot.window.perform("fit_to_paper")
        assert page_count(robot) < wide
        assert robot.work.messages.sentence.text() == "Arranged for one sheet of A4."
        assert robot.work.messages.undo.isVisible()
        robot.window.perform("undo")
        assert robot.desk.session.case is case


def test_that_a_family_copy_is_arranged_apart_is_said_to_the_worker_alone(tmp_path: Path) -> None:
    names = [f"c{n:02}" for n in range(16)]
    records = [person("mum"), person("dad"), *couple("pair", "mum", "dad"), person("x", basis=PRIVATE)]
    records += [person(key, f"Christabel Wolstenholme {key}", subject=key == "c03") for key in names]
    path = tmp_path / "wide.genogram"
    files.save(case_of(*records, *(child(key, "pair", kind=BIRTH) for key in names)), path)
    with shell(tmp_path) as robot:
        robot.window.open(path)
        robot.window.perform("worker_view")
        robot.window.perform("fit_to_paper")
        assert "fit it in the family’s view" in robot.work.messages.sentence.text()
        robot.window.perform("worker_view")
        wide = page_count(robot)
        robot.window.perform("fit_to_paper")
        assert page_count(robot) < wide
        assert robot.work.messages.sentence.text() == "Arranged for one sheet of A4."


def test_where_nothing_is_gained_nobody_moves_and_that_is_said(tmp_path: Path) -> None:
    with shell(tmp_path) as robot:
        robot.window.open(resources() / "samples" / "three_partners.genogram")
        robot.window.perform("fit_to_paper")
        case = robot.desk.session.case
        robot.window.perform("fit_to_paper")
        assert robot.desk.session.case is case
        assert "everybody stays" in robot.work.messages.sentence.text()
