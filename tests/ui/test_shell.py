"""The window as a whole, used by a robot: stories from nothing to paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from genogram_app.family import kinship
from genogram_app.model.base import Blank, Share
from genogram_app.model.dates import When
from genogram_app.model.document import CaseDetails
from genogram_app.model.person import Person
from genogram_app.model.ties import Bond, PartnerIn, Tie
from genogram_app.store import files
from genogram_app.ui.dialogs.export import ExportDialog
from genogram_app.ui.panels.questions import QuestionsPopup
from genogram_app.ui.typing import IN_A_ROW
from tests.robots import settle, wait_for
from tests.ui.shell import ShellRobot, shell, window_in
from tests.ui.stories import begin, check_story_one, draw_story_one

pytestmark = [
    pytest.mark.usefixtures("qtbot"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


@pytest.fixture
def robot(qtbot: QtBot, tmp_path: Path):  # type: ignore[no-untyped-def]
    with shell(tmp_path) as robot:
        yield robot


def test_story_one_by_keyboard_alone(robot: ShellRobot) -> None:
    draw_story_one(robot)
    check_story_one(robot)
    print(f"S1 by keyboard: {robot.presses} key presses beyond the names")


def test_an_unknown_father_is_in_the_things_to_ask(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("F6")
    asked = robot.work.status.asked
    assert asked.isVisible()
    robot.click(asked)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QuestionsPopup)
    father = next(button for button in popup.buttons if "Jay’s father?" in button.accessibleName())
    robot.click(father)
    chosen = robot.desk.context.one(Person)
    assert chosen is not None
    assert robot.named("Jay") in {each.id for each in kinship.children_of(robot.desk.seen.family, chosen.id)}


def test_before_the_family_nothing_is_asked(robot: ShellRobot) -> None:
    begin(robot)
    assert not robot.work.status.asked.isVisible()
    assert robot.desk.questions() == ()


def test_saving_and_opening_again_gives_the_same_case(robot: ShellRobot, tmp_path: Path) -> None:
    begin(robot)
    out = tmp_path / "2026-1.genogram"
    robot.answering(lambda: robot.file_named(out), lambda: robot.key("Ctrl+S"))
    case = robot.desk.session.case
    assert files.read(out) == case
    assert not robot.desk.session.dirty
    robot.key("Ctrl+N")
    assert robot.window.workspace is None
    robot.answering(lambda: robot.file_named(out), lambda: robot.choose("File", "Open…"))
    assert robot.desk.session.case == case
    assert robot.desk.session.path == out


def test_a_file_that_is_none_gets_a_sentence_and_the_window_stays(robot: ShellRobot, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.genogram"
    wrong.write_bytes(b"%PDF-1.7 nothing of ours")
    robot.answering(lambda: robot.file_named(wrong), lambda: robot.choose("File", "Open…"))
    assert robot.window.workspace is None
    assert "wrong.genogram" in _everything_said(robot.window)


@pytest.mark.parametrize(("copy", "told"), [("Family copy", False), ("Case file copy", True)])
def test_a_dated_pdf_comes_out_of_the_menu(robot: ShellRobot, tmp_path: Path, copy: str, told: bool) -> None:
    from pypdfium2 import PdfDocument

    begin(robot)
    robot.key("F6")
    robot.write("Known as", "SECRETNAME")
    out = tmp_path / "copy.pdf"

    def answer() -> None:
        robot.push(f"For whom: {copy}")
        robot.answering(lambda: robot.file_named(out), lambda: robot.push("Save as…"))

    robot.answering(answer, lambda: robot.choose("File", "Export a dated copy…"))
    document = PdfDocument(out)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert "22 November 2026" in text
    assert copy.upper() in text
    assert ("SECRETNAME" in text) is told


def test_undo_is_named_and_says_no_name_before_the_family(robot: ShellRobot) -> None:
    begin(robot)
    first = robot.desk.session.case
    undo = robot.window.actions_.by_id["undo"]
    robot.key("C")
    robot.key("Escape")
    assert undo.text() == "Undo: Add a child"
    robot.key("F6")
    assert undo.text() == "Undo: Add a child of Jay"
    robot.key("Ctrl+Z")
    assert robot.desk.session.case is first


def test_what_is_typed_in_the_inspector_is_one_step_and_is_said_back(robot: ShellRobot) -> None:
    begin(robot)
    first = robot.desk.session.case
    robot.write("Name", "Jaydon Carter")
    robot.write("Born, or age", "about 2014")
    person = robot.desk.session.case.family.get(Person, robot.named("Jaydon Carter"))
    assert person.born == When("2014~")
    assert person.basis_of("name").share is Share.SHARED
    robot.work.canvas.setFocus()
    settle()
    robot.key("Ctrl+Z", "Ctrl+Z")
    assert robot.desk.session.case is first


def test_a_blank_is_one_click_beside_its_field(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("F6")
    robot.click(robot.field("Born, or age"))
    robot.push("Born, or age: won’t say")
    assert robot.desk.session.case.family.get(Person, robot.named("Jay")).born is Blank.DECLINED


def test_what_is_written_in_the_workers_view_is_not_seen_by_the_family(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("F6")
    robot.write("Known as", "Jaybird")
    robot.key("F6")
    person = robot.desk.seen.family.get(Person, robot.named("Jay"))
    assert person.known_as == ""
    assert "Jaybird" not in _everything_said(robot.window)


def test_writing_over_in_the_family_view_loses_nothing_of_the_case_file(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("F6")
    robot.write("Known as", "Jaybird")
    robot.key("F6")
    robot.write("Known as", "J")
    person = robot.desk.session.case.family.get(Person, robot.named("Jay"))
    assert person.known_as == "J"
    assert [account.value for account in person.accounts_of("known_as")] == ["Jaybird"]


def test_the_list_and_the_sheet_select_alike(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("Ctrl+F")
    robot.type("mother")
    robot.key("Down")
    assert len(robot.desk.selection) == 1
    assert robot.work.canvas.selection == robot.desk.selection
    assert robot.desk.context.one(Person).gender == robot.desk.session.kinds.mother  # type: ignore[union-attr]
    robot.sheet.click("Jay")
    assert robot.desk.selection == (robot.named("Jay"),)
    shown = robot.work.people.list.selectedIndexes()
    assert [index.data() for index in shown] == [] or shown[0].data() == "Jay"


def test_a_service_from_the_presets_is_tied_to_whom_is_selected(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("A")
    robot.type("head teacher")
    robot.key("Down", "Enter")
    family = robot.desk.session.case.family
    agency = family.agencies[0]
    assert agency.job_title == "Head teacher"
    assert robot.desk.selection == (agency.id,)
    assert robot.named("Jay") in {end for tie in family.edges(Tie) for end in tie.ends}
    assert robot.desk.session.viewing.kind == "combined"
    assert "combined" in robot.work.messages.sentence.text()
    robot.type("Hill School")
    assert robot.desk.session.case.family.agencies[0].name == "Hill School"


def test_the_worker_is_put_on_the_sheet_and_remembered(robot: ShellRobot, tmp_path: Path) -> None:
    begin(robot)

    def answer() -> None:
        robot.write("Your name", "Hannah Lowe")
        robot.write("Job title, in full", "Social worker")
        robot.write("Team", "Team 2")
        robot.key("Enter")

    def ask() -> None:
        robot.key("A")
        robot.push("Worker and team…")

    robot.answering(answer, ask)
    worker = robot.desk.session.case.details.worker
    assert worker in robot.desk.session.case.family
    assert "Hannah Lowe" in (tmp_path / "data" / "worker.json").read_text(encoding="utf-8")


def test_a_household_is_a_selection_and_one_key(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("Ctrl+A", "H")
    home = robot.desk.session.case.family.households[0]
    assert len(kinship.members(robot.desk.session.case.family, home.id)) == 7
    robot.type("Gran's home")
    robot.key("Enter")
    assert robot.work.canvas.hasFocus()
    assert robot.desk.session.case.family.households[0].name == "Gran's home"


def test_removing_asks_nothing_and_offers_the_way_back(robot: ShellRobot) -> None:
    begin(robot)
    first = robot.desk.session.case
    robot.key("Delete")
    assert "Jay" not in robot.names()
    robot.push("Undo")
    assert robot.desk.session.case is first


def test_one_key_covers_everything_and_escape_does_not_lift_it(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("F9")
    assert not robot.window.isVisible()
    cover = robot.window.covers._covers[0]
    assert cover.isVisible()
    assert "Jay" not in cover.windowTitle()
    cover.setFocus()
    robot.key("Escape")
    assert cover.isVisible()
    robot.key("F9")
    assert robot.window.isVisible()
    assert not robot.window.covers.on


def test_what_is_shown_again_is_the_familys_view_with_no_dialog_open(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("F6")
    robot.answering(lambda: robot.window.turn_cover(), lambda: robot.choose("File", "Export a dated copy…"))
    assert robot.window.covers.on
    robot.window.turn_cover()
    assert robot.window.isVisible()
    assert not robot.desk.by_worker


def test_pressing_family_view_never_leaves_it(robot: ShellRobot) -> None:
    begin(robot)
    part = robot.work.toolbar.reader.button_for
    for by_worker in (False, True, True, False, False):
        wanted = part(by_worker)
        assert wanted is not None
        robot.click(wanted)
        assert robot.desk.by_worker is by_worker
        assert wanted.isChecked()


def test_a_copy_that_says_nobody_to_ring_leads_to_where_they_are_named(robot: ShellRobot) -> None:
    begin(robot)

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        assert dialog.missing.isVisible()
        assert dialog.missing.text() == "Nobody is named to ring out of hours."
        robot.push("Name somebody…")

    robot.answering(answer, lambda: robot.choose("File", "Export a dated copy…"))
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Name somebody to ring"


@pytest.mark.parametrize(("key", "says"), [("D", ""), ("Delete", "Removed. ")])
def test_the_one_to_ring_is_missed_when_lost(robot: ShellRobot, key: str, says: str) -> None:
    begin(robot)
    robot.key("G")
    settle(IN_A_ROW + 0.1)
    robot.key("Enter")
    robot.key(key)
    said = robot.work.messages.sentence.text()
    assert said == f"{says}Jay was the one to ring out of hours. Name somebody else."
    robot.push("Undo")
    assert robot.desk.session.case.details.go_to is not None


def test_a_nameless_person_is_headed_and_asked_for_by_kinship(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("Up", "Enter")
    whom = robot.work.canvas.floats.editor.whom
    assert whom in ("Jay’s father", "Jay’s mother")
    assert robot.work.inspector.page.title() == whom


def test_what_a_crash_leaves_is_offered_by_reference_and_time(qtbot: QtBot, tmp_path: Path) -> None:
    with shell(tmp_path) as robot:
        begin(robot)
        robot.work.opened.kept.flush()
        kept = next((tmp_path / "data" / "recovery").glob("*.recovery")).read_bytes()
    assert not list((tmp_path / "data" / "recovery").glob("*")), "a clean close leaves something behind"
    (tmp_path / "data" / "recovery" / "left.recovery").write_bytes(kept)
    with shell(tmp_path) as robot:
        assert "Jay" not in _everything_said(robot.window)
        robot.push("Throw it away")
        robot.push("Undo")
        robot.push("Go on with it")
        assert robot.named("Jay")
        assert robot.desk.session.dirty


def test_a_change_is_kept_for_recovery_within_five_seconds(robot: ShellRobot, tmp_path: Path) -> None:
    begin(robot)
    folder = tmp_path / "data" / "recovery"
    wait_for(lambda: list(folder.glob("*.recovery")), "nothing was kept in five seconds")


def test_every_control_has_a_name_for_a_screen_reader(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("F6")
    for record in _one_of_each(robot):
        robot.desk.select([record] if record else [])
        settle()
        nameless = [
            widget
            for widget in robot.window.findChildren(QWidget)
            if isinstance(widget, QAbstractButton | QLineEdit | QPlainTextEdit | QComboBox)
            and widget.isVisible()
            and not widget.accessibleName()
            and not widget.toolTip()
            and not getattr(widget, "text", str)()
        ]
        assert not nameless, [(type(each).__name__, each.objectName()) for each in nameless]


def test_every_page_fits_the_panel(robot: ShellRobot) -> None:
    robot.window.practice()
    for by_worker in (False, True):
        if by_worker:
            robot.key("F6")
        for record in _one_of_each(robot):
            robot.desk.select([record] if record else [])
            settle()
            panel = robot.work.inspector
            assert panel.page.width() <= panel._area.viewport().width(), type(panel.page).__name__


def test_the_window_fits_a_small_laptop(robot: ShellRobot) -> None:
    robot.window.practice()
    robot.key("F6")
    settle(0.05)
    assert robot.window.width() == 1366
    assert robot.work.toolbar.export.geometry().right() <= 1366
    assert robot.work.toolbar.minimumSizeHint().width() <= 1366


def test_no_step_of_looking_is_in_the_history(robot: ShellRobot) -> None:
    begin(robot)
    first = robot.desk.session.case
    robot.key("2", "3", "1", "F6", "F7", "F7")
    assert robot.desk.session.case is first
    assert robot.desk.session.undoes is None


def test_a_review_date_is_written_in_full(robot: ShellRobot) -> None:
    begin(robot)
    robot.desk.select([])
    settle()
    robot.write("Next review", "22 Feb 2027")
    details = robot.desk.session.case.details
    assert isinstance(details, CaseDetails)
    assert details.review_due == date(2027, 2, 22)


def test_harm_is_not_offered_before_the_family(robot: ShellRobot) -> None:
    robot.window.practice()
    harm = robot.desk.session.catalog.harm
    bond = next(bond for bond in robot.desk.seen.family.edges(Bond))
    assert not any(each.quality in harm for each in robot.desk.seen.family.edges(Bond))
    robot.desk.select([bond.id])
    settle()
    offered = {says for says, _ in robot.work.inspector.page._offers(lambda kind: None)}
    labels = {robot.desk.session.catalog.bond(kind).label for kind in harm}
    assert offered
    assert not offered & labels


def test_the_twin_that_a_window_is_made_without_a_case(qtbot: QtBot, tmp_path: Path) -> None:
    window = window_in(tmp_path)
    assert not window.actions_.by_id["add_child"].isEnabled()
    assert window.actions_.by_id["open"].isEnabled()
    window.deleteLater()


def _one_of_each(robot: ShellRobot) -> list[str]:
    found = {
        type(record): record.id
        for record in robot.desk.seen.family.records()
        if not isinstance(record, PartnerIn)
    }
    return ["", *found.values()]


def _everything_said(window: QWidget) -> str:
    """Gather what every visible widget says, also to a screen reader."""
    said = []
    for widget in [window, *window.findChildren(QWidget)]:
        if widget.isVisible():
            said += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
            said += [getattr(widget, name)() for name in ("text", "toPlainText") if hasattr(widget, name)]
    return "\n".join(str(each) for each in said)


def test_a_slash_finds_any_command_by_typing(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("/")
    robot.type("brother")
    robot.key("Enter")
    assert len(robot.desk.session.case.family.people) == 8


def test_printing_gives_the_pages_of_the_pdf(robot: ShellRobot, tmp_path: Path) -> None:
    from pypdfium2 import PdfDocument

    from genogram_app.export.pdf import write_pdf
    from genogram_app.ui import printing

    robot.window.practice()
    robot.key("F6")
    publication = printing.prepared(robot.desk)
    printer = printing.printer_for(robot.desk, publication)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printing.print_pages(printer, publication)
    printed, written = (
        PdfDocument(tmp_path / "printed.pdf"),
        PdfDocument(write_pdf(publication.pages, publication.meta)),
    )
    assert len(printed) == len(written) > 1
    for page, like in zip(printed, written, strict=True):
        assert page.get_size() == pytest.approx(like.get_size(), abs=1)
    first = printed[0].render(scale=1).to_pil().convert("L")
    same = written[0].render(scale=1).to_pil().convert("L").resize(first.size)
    assert _difference(first.tobytes(), same.tobytes()) < 4
    assert _difference(first.tobytes(), bytes(reversed(same.tobytes()))) > 8, "the comparison can't fail"


def _difference(one: bytes, other: bytes) -> float:
    """Give the mean difference of two grey pictures, 0 to 255."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)
