"""Copying people within a sheet and from one to another, and what of them may go along."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from genogram_app.edit import households, relatives, statements
from genogram_app.edit.records import correct
from genogram_app.export.svg import write_svg
from genogram_app.family import kinship
from genogram_app.model.base import Share
from genogram_app.model.dates import When
from genogram_app.model.person import Person
from genogram_app.studio.publish import prepare
from genogram_app.ui.clipboard import PEOPLE
from tests.robots import settle
from tests.ui.shell import ShellRobot, shell
from tests.ui.stories import begin

pytestmark = pytest.mark.usefixtures("qtbot")


@pytest.fixture
def robot(qtbot, tmp_path: Path):  # type: ignore[no-untyped-def]
    with shell(tmp_path) as robot:
        begin(robot)
        yield robot


def copied() -> bytes:
    data = QGuiApplication.clipboard().mimeData()
    assert data is not None
    return bytes(data.data(PEOPLE).data())


def people(robot: ShellRobot) -> list[Person]:
    return list(robot.desk.session.case.family.people)


def test_people_go_to_another_case_with_what_joins_them(robot: ShellRobot, tmp_path: Path) -> None:
    robot.key("Escape", "Ctrl+A", "Ctrl+C")
    before = {person.id for person in people(robot)}
    with shell(tmp_path / "other") as other:
        begin(other, "Ann")
        there = len(people(other))
        other.key("Escape", "Ctrl+V")
        assert len(people(other)) == there + len(before)
        assert not before & {person.id for person in people(other)}
        jay = other.desk.session.case.family.get(Person, other.named("Jay"))
        assert not jay.subject
        family = other.desk.session.case.family
        assert [len(kinship.parent_people(family, link)) for link in kinship.links_up(family, jay.id)] == [2]
        assert set(other.desk.selection) >= {jay.id}
        first = other.desk.session.case
        other.key("Ctrl+Z")
        assert len(people(other)) == there
        assert other.desk.session.case is not first


def test_from_the_family_s_view_nothing_of_the_worker_s_is_copied(robot: ShellRobot) -> None:
    robot.key("F6", "Ctrl+Shift+N")
    robot.type("Zebedee")
    robot.key("Enter", "Escape", "Ctrl+A", "Ctrl+C")
    assert b"Zebedee" in copied()
    robot.key("F6", "Ctrl+A", "Ctrl+C")
    assert b"Jay" in copied()
    assert b"Zebedee" not in copied()


def test_what_is_for_the_case_file_is_not_pasted_before_the_family(robot: ShellRobot) -> None:
    robot.key("F6", "Ctrl+Shift+N")
    robot.type("Zebedee")
    robot.key("Enter", "Ctrl+C", "F6")
    before = robot.desk.session.case
    robot.key("Ctrl+V")
    assert robot.desk.session.case is before
    refused = robot.work.messages.sentence.text()
    QGuiApplication.clipboard().clear()
    robot.work.messages.hide()
    robot.key("Ctrl+V")
    assert robot.work.messages.isVisible()
    assert refused == robot.work.messages.sentence.text() == "There is nothing to paste here."


def test_the_worker_s_paste_is_for_the_case_file_until_it_is_shared(robot: ShellRobot) -> None:
    robot.click(robot.work.canvas.viewport(), robot.work.canvas.place_of(robot.named("Jay")))
    robot.key("Ctrl+C", "F6", "Ctrl+V")
    second = next(person for person in people(robot) if person.name == "Jay" and not person.subject)
    assert second.basis.share is Share.CASE_FILE
    assert all(said.basis.share is Share.CASE_FILE for said in second.said)


def test_ctrl_d_puts_a_second_one_beside(robot: ShellRobot) -> None:
    before = len(people(robot))
    robot.click(robot.work.canvas.viewport(), robot.work.canvas.place_of(robot.named("Jay")))
    robot.key("Ctrl+D")
    assert len(people(robot)) == before + 1
    assert [person.name for person in people(robot)].count("Jay") == 2
    assert sum(person.subject for person in people(robot)) == 1


@pytest.mark.parametrize("held", [None, b"", b"nonsense", b'{"format": "genogram", "schema": 1}'])
def test_what_cannot_be_pasted_is_said(robot: ShellRobot, held: bytes | None) -> None:
    data = QMimeData()
    if held is not None:
        data.setData(PEOPLE, held)
    QGuiApplication.clipboard().setMimeData(data)
    settle()
    before = robot.desk.session.case
    robot.key("Escape", "Ctrl+V")
    assert robot.desk.session.case is before
    assert robot.work.messages.isVisible()


# -- the sheet as a picture, for a letter or a report ------------------------------------------


def test_the_sheet_is_copied_as_dots_and_in_two_forms_that_stay_sharp(robot: ShellRobot) -> None:
    jay = robot.named("Jay")
    robot.desk.act(lambda case, stamp: correct(case, stamp, jay, name="Siôn Żak عائشہ"))
    robot.key("Escape", "Ctrl+Shift+C")
    data = QGuiApplication.clipboard().mimeData()
    assert data is not None
    image = QGuiApplication.clipboard().image()
    across = image.width() / image.dotsPerMeterX() / 0.0254 * 72
    assert across == pytest.approx(robot.work.canvas.sheet.drawing.bounds.width, abs=2)
    assert "Siôn" in bytes(data.data("image/svg+xml").data()).decode()
    with PdfDocument(bytes(data.data("application/pdf").data())) as pdf:
        assert len(pdf) == 1
        assert "Siôn" in pdf[0].get_textpage().get_text_range()


def test_no_form_of_the_family_s_picture_holds_the_worker_s_words(robot: ShellRobot) -> None:
    robot.key("F6", "Ctrl+Shift+N")
    robot.type("Zebedee")
    robot.key("Enter", "Escape")
    robot.key("Ctrl+Shift+C")
    assert any(b"Zebedee" in held for held in _held()), "the worker's own picture has them"
    robot.key("F6", "Ctrl+Shift+C")
    assert not any(b"Zebedee" in held for held in _held())


def _held() -> list[bytes]:
    """Give all that is on the clipboard; of a PDF what it holds, for it is compressed."""
    data = QGuiApplication.clipboard().mimeData()
    assert data is not None
    found = [bytes(data.data(form).data()) for form in data.formats() if form != "application/x-qt-image"]
    with PdfDocument(bytes(data.data("application/pdf").data())) as pdf:
        return [*found, pdf[0].get_textpage().get_text_range().encode()]


def test_the_family_s_picture_has_no_gap_where_somebody_is_hidden(robot: ShellRobot) -> None:
    session, jay = robot.desk.session, robot.named("Jay")
    kids: list[str] = []
    for _ in range(4):
        robot.desk.act(lambda case, stamp: relatives.add_sibling(case, stamp, session.kinds, jay))
        kids += robot.desk.selection
    robot.window.perform("worker_view")
    robot.desk.act(lambda case, stamp: statements.unshare(case, kids[:2]))
    robot.window.perform("worker_view")
    robot.window.perform("copy_picture")
    data = QGuiApplication.clipboard().mimeData()
    assert data is not None
    copied = bytes(data.data("image/svg+xml").data()).decode()
    printed = prepare(robot.desk.scene, session.case, view=session.view).sheet.drawing
    assert copied == write_svg(printed, with_fonts=True)
    assert copied == write_svg(robot.work.canvas.sheet.drawing, with_fonts=True)


def test_neither_screen_nor_picture_names_the_refuge_of_tomorrow(robot: ShellRobot) -> None:
    jay = robot.named("Jay")
    robot.window.perform("worker_view")
    robot.desk.act(
        lambda case, stamp: households.make_household(
            case, stamp, [jay], name="Northgate Refuge", since=When("2030-01-01")
        )
    )
    robot.desk.act(
        lambda case, stamp: statements.add_quote(case, stamp, jay, "we go to Northgate Refuge", "Jay")
    )
    robot.window.perform("copy_picture")
    data = QGuiApplication.clipboard().mimeData()
    assert data is not None
    copied = bytes(data.data("image/svg+xml").data()).decode()
    on_screen = write_svg(robot.work.canvas.sheet.drawing, with_fonts=True)
    for shown in (copied, on_screen):
        assert "we go to" in shown
        assert "Northgate" not in shown
