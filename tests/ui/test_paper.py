"""What goes to paper from the window: exports and prints."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL.Image import Image, frombytes
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel

from genogram_app.export.document import A3, A4, Sheet
from genogram_app.studio import publish
from genogram_app.ui import printing
from genogram_app.ui.dialogs.export import ExportDialog
from genogram_app.ui.dialogs.pages import PagesDialog, PageView
from tests.robots import settle
from tests.ui.shell import ShellRobot
from tests.ui.stories import begin

pytestmark = [
    pytest.mark.usefixtures("qtbot"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


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


def named(robot: ShellRobot, name: str) -> str:
    return next(one.id for one in robot.desk.seen.family.people if one.name == name)


def test_a_copy_holds_those_near_to_who_is_selected_where_that_is_asked(
    robot: ShellRobot, tmp_path: Path
) -> None:
    robot.window.practice()
    robot.key("F6")
    robot.desk.select([named(robot, "Ruby Carter")])
    family = robot.desk.seen.family
    dialog = ExportDialog(robot.desk, str(tmp_path), lambda _: None, lambda: None, robot.window)
    assert dialog.part is not None
    assert dialog.part.value == 0
    assert "Ruby Carter" in dialog.part.accessibleName()
    dialog.form.show_value(".svg")
    for reach in (0, 1):
        dialog.part.show_value(reach)
        assert dialog.write(tmp_path / f"{reach}.svg")
    whole, part = ((tmp_path / f"{reach}.svg").read_text("utf-8") for reach in (0, 1))
    assert "PART OF THE FAMILY" not in whole
    assert "PART OF THE FAMILY" in part
    assert "Amy Shaw" in whole
    assert "Amy Shaw" not in part
    assert robot.desk.seen.family is family
    dialog.deleteLater()


def test_nobody_is_in_the_middle_of_a_copy_where_nobody_or_several_are_selected(
    robot: ShellRobot, tmp_path: Path
) -> None:
    robot.window.practice()
    for selected in ([], [named(robot, "Ruby Carter"), named(robot, "Jay Carter")]):
        robot.desk.select(selected)
        dialog = ExportDialog(robot.desk, str(tmp_path), lambda _: None, lambda: None, robot.window)
        assert dialog.part is None
        dialog.deleteLater()


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


@pytest.mark.parametrize("worker", [True, False])
def test_printing_gives_the_pages_of_the_pdf(robot: ShellRobot, tmp_path: Path, worker: bool) -> None:
    from pypdfium2 import PdfDocument

    from genogram_app.export.pdf import write_pdf
    from genogram_app.studio.publish import prepare
    from genogram_app.ui import printing

    robot.window.practice()
    if worker:
        robot.key("F6")
    pages = printing.prepared(robot.desk)
    printer = printing.printer_for(robot.desk, pages)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printing.print_pages(printer, pages)
    copy = prepare(robot.desk.scene, robot.desk.session.case, view=robot.desk.session.view)
    printed, written = (
        PdfDocument(tmp_path / "printed.pdf"),
        PdfDocument(write_pdf(copy.pages, copy.meta)),
    )
    assert len(printed) == len(written) > 1
    for page, like in zip(printed, written, strict=True):
        assert page.get_size() == pytest.approx(like.get_size(), abs=1)
        same = like.render(scale=1).to_pil().convert("L")
        first = page.render(scale=1).to_pil().convert("L").resize(same.size)
        assert _difference(first.tobytes(), same.tobytes()) < 4
        assert _worst_corner(first, same) < 4, "the number of the page is another"
        assert _difference(first.tobytes(), bytes(reversed(same.tobytes()))) > 7, "the comparison can't fail"


def test_a_print_with_nobody_on_it_is_refused_in_a_sentence(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("F6", "Ctrl+A", "Ctrl+Shift+L", "F6", "Ctrl+P")
    assert QApplication.activeModalWidget() is None
    said = robot.work.messages.sentence.text()
    assert "would be blank" in said
    assert not [word for word in ("shared", "worker", "case file", "Jay") if word in said]


def _worst_corner(one: Image, other: Image) -> float:
    """Give the difference where the page's number stands, at the right of the foot."""
    width, height = one.size
    corner = (width - 90, height - 26, width, height)
    return _difference(one.crop(corner).tobytes(), other.crop(corner).tobytes())


def _difference(one: bytes, other: bytes) -> float:
    """Give the mean difference of two grey pictures, 0 to 255."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)


def test_the_pages_are_shown_as_they_fall_on_paper(robot: ShellRobot) -> None:
    begin(robot)
    found: list[int] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PagesDialog)
        found.append(len(dialog.findChildren(PageView)))
        dialog.reject()

    robot.answering(answer, lambda: robot.key("F8"))
    assert found == [2], "the sheet, and the page in words"


def test_every_page_is_shown_whole_and_as_it_is_in_the_pdf(robot: ShellRobot) -> None:
    """The wide sheet, then upright pages: on one paper for all, their feet were cut off."""
    from pypdfium2 import PdfDocument

    from genogram_app.export.pdf import write_pdf
    from genogram_app.studio.publish import prepare

    robot.window.practice()
    robot.key("F6")
    copy = prepare(robot.desk.scene, robot.desk.session.case, view=robot.desk.session.view)
    written = PdfDocument(write_pdf(copy.pages, copy.meta))
    shown: list[Image] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PagesDialog)
        for view in dialog.findChildren(PageView):
            picture = view.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
            bits = bytes(picture.constBits())
            size = picture.width(), picture.height()
            shown.append(frombytes("L", size, bits, "raw", "L", picture.bytesPerLine()))
        dialog.reject()

    robot.answering(answer, lambda: robot.key("F8"))
    assert len({page.size[0] > page.size[1] for page in shown}) == 2, "wide and upright pages"
    for page, like in zip(shown, written, strict=True):
        same = like.render(scale=page.width / like.get_width()).to_pil().convert("L").resize(page.size)
        assert _difference(page.tobytes(), same.tobytes()) < 6
        assert _difference(page.tobytes(), bytes(reversed(same.tobytes()))) > 7, "the comparison can't fail"
        foot = (20, page.height - 40, page.width - 20, page.height)
        assert _difference(page.crop(foot).tobytes(), same.crop(foot).tobytes()) < 6
        assert min(page.crop(foot).tobytes()) < 160, "there is no foot on this page"
    written.close()


@pytest.mark.parametrize(
    ("page", "paper"), [(A4, A4), (A4, A3), (A4[::-1], A4), (A4, A4[::-1]), (A3, A3[::-1])]
)
def test_a_page_lies_whole_on_another_page_s_paper(
    page: tuple[float, float], paper: tuple[float, float]
) -> None:
    way = printing.turned_on(Sheet(*page, ()), Sheet(*paper, ()))
    lies = way.mapRect(QRectF(0, 0, *page))
    assert QRectF(0, 0, *paper).adjusted(-1, -1, 1, 1).contains(lies)
    assert lies.center().x() == pytest.approx(paper[0] / 2)


def test_a_printer_of_one_paper_prints_every_page_whole(
    robot: ShellRobot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pypdfium2 import PdfDocument

    monkeypatch.setattr(printing, "may_change_paper", lambda printer: False)
    robot.window.practice()
    robot.key("F6")
    pages = printing.prepared(robot.desk)
    printer = printing.printer_for(robot.desk, pages)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printing.print_pages(printer, pages)
    printed = PdfDocument(tmp_path / "printed.pdf")
    assert {page.get_size() for page in printed} == {printed[0].get_size()}
    for page, given in zip(printed, pages, strict=True):
        foot = QRectF(40, given.height - 60, given.width - 80, 50)
        lies = printing.turned_on(given, pages[0]).mapRect(foot)
        there = page.render(scale=1).to_pil().convert("L").crop(lies.getCoords())
        assert min(there.tobytes()) < 160, "there is no foot on this page"
    printed.close()


@pytest.mark.parametrize("on", [False, True])
def test_a_copy_is_fitted_to_its_paper_where_that_is_asked_and_the_sheet_stays(
    robot: ShellRobot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, on: bool
) -> None:
    asked: list[bool] = []

    def written(*_: Any, fitted: bool, **__: Any) -> list[Path]:
        asked.append(fitted)
        return [tmp_path / "a.pdf"]

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        assert not dialog.fit.isChecked()
        if on:
            robot.click(dialog.fit, QPoint(8, dialog.fit.height() // 2))
        assert dialog.write(tmp_path / "a.pdf")
        dialog.accept()

    monkeypatch.setattr(publish, "publish", written)
    begin(robot)
    before = robot.desk.session.case
    robot.answering(answer, lambda: robot.choose("File", "Export a dated copy…"))
    assert asked == [on]
    assert robot.desk.session.case is before


def test_what_went_wrong_with_a_copy_is_said_whole_over_the_buttons(
    robot: ShellRobot, tmp_path: Path
) -> None:
    said: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        assert not dialog.write(tmp_path / "no such folder" / "a.pdf")
        settle()
        said.append(dialog.fault.text())
        assert dialog.fault.height() >= dialog.fault.heightForWidth(dialog.fault.width())
        assert dialog.fault.geometry().bottom() < dialog.save.geometry().top()
        assert dialog.rect().contains(dialog.save.geometry())
        dialog.reject()

    begin(robot)
    robot.answering(answer, lambda: robot.choose("File", "Export a dated copy…"))
    assert said[0].startswith("a.pdf wasn't saved")


def test_only_the_file_that_the_system_asked_about_is_written_over(robot: ShellRobot, tmp_path: Path) -> None:
    """Where the ending is left off, the system asked about another name."""
    letter = tmp_path / "llythyr.pdf"
    letter.write_bytes(b"a letter")
    said: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        assert not dialog.write(letter.with_suffix(""))
        said.append(dialog.fault.text())
        assert letter.read_bytes() == b"a letter"
        assert dialog.write(letter)
        dialog.accept()

    begin(robot)
    robot.answering(answer, lambda: robot.choose("File", "Export a dated copy…"))
    assert said[0].startswith("“llythyr.pdf” is there already")
    assert letter.read_bytes().startswith(b"%PDF")


def test_a_copy_says_beforehand_what_is_blank_on_it(robot: ShellRobot) -> None:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        assert dialog.blank.isVisible()
        assert dialog.blank.text().startswith("On the copy stands “?” for the case reference, the worker")
        assert dialog.rect().contains(dialog.save.geometry())
        dialog.reject()

    begin(robot)
    robot.answering(answer, lambda: robot.choose("File", "Export a dated copy…"))


def test_before_the_family_a_copy_is_theirs_and_no_other_is_spoken_of(
    robot: ShellRobot, tmp_path: Path
) -> None:
    begin(robot)
    robot.key("F6")
    robot.write("Known as", "SECRETNAME")
    robot.key("F6")
    out = tmp_path / "copy.svg"

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        assert dialog.copy is None
        said = " ".join(each.text() for each in dialog.findChildren(QLabel) if each.isVisible())
        assert "Other copies are made in the worker’s view." in said
        assert not any(word in said.lower() for word in ("case file", "everything", "hidden", "shared"))
        assert dialog.rect().contains(dialog.save.geometry())
        assert dialog.write(out)
        dialog.accept()

    robot.answering(answer, lambda: robot.choose("File", "Export a dated copy…"))
    drawn = out.read_text("utf-8")
    assert "FAMILY COPY" in drawn
    assert "SECRETNAME" not in drawn


@pytest.mark.parametrize(("worker", "ends"), [(False, "family copy"), (True, "2026-11-22")])
def test_a_print_is_named_after_the_copy_that_it_is(robot: ShellRobot, worker: bool, ends: str) -> None:
    begin(robot)
    if worker:
        robot.key("F6")
    name = printing.printer_for(robot.desk, printing.prepared(robot.desk)).docName()
    assert name.endswith(ends), name
    assert "Jay" not in name
