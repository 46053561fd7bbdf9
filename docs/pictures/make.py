"""Make the pictures of the README and the guide anew, of the practice family: `python docs/pictures/make.py`.

Needs no display. The pictures are written beside this file.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))

from PySide6.QtCore import Qt, QtMsgType, qInstallMessageHandler  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from genogram_app.store.folders import Folders  # noqa: E402
from genogram_app.studio.publish import prepare, view_of  # noqa: E402
from genogram_app.studio.scene import Scene  # noqa: E402
from genogram_app.ui import clipboard, theme  # noqa: E402
from genogram_app.ui.case_files import CaseFiles  # noqa: E402
from genogram_app.ui.main_window import MainWindow  # noqa: E402

TODAY = date(2026, 11, 22)
SMALL, LARGE = (1366, 768), (1600, 1000)


def main() -> None:
    """Make all pictures."""
    qInstallMessageHandler(lambda kind, _, text: print(text) if kind == QtMsgType.QtFatalMsg else None)
    application = QApplication(["pictures"])
    theme.dress(application)
    with tempfile.TemporaryDirectory() as folder:
        folders = Folders(Path(folder) / "data", Path(folder) / "logs")
        cases = CaseFiles(Scene(), folders, today=lambda: TODAY, now=lambda: datetime(2026, 11, 22, 9, 30))
        window = MainWindow(cases, folders)
        window.setWindowState(Qt.WindowState.WindowNoState)
        for name, size, show in PICTURES:
            window.resize(*size)
            shown = show(window) or window
            QTest.qWait(600)
            shown.grab().save(str(HERE / f"{name}.png"))
            print(HERE / f"{name}.png")
            if shown is not window:
                shown.close()
        make_sheet(cases.scene, window)
        window.let_go()


def start(window: MainWindow) -> None:
    """Show the start page."""
    window.show_start()
    window.show()


def family(window: MainWindow) -> None:
    """Show the practice family as the family sees it, its first child selected."""
    window.practice()
    select(window, lambda record: getattr(record, "subject", False))


def worker(window: MainWindow) -> None:
    """Show all of it, as the worker does."""
    window.perform("worker_view")
    window.perform("combined")
    select(window, lambda record: getattr(record, "subject", False))


def line(window: MainWindow) -> None:
    """Show what a line says, and who says so."""
    harm = window._work().desk.scene.catalog.harm
    select(window, lambda record: getattr(record, "quality", "") in harm)


def to_ask(window: MainWindow) -> QWidget:
    """Show the things to ask."""
    work = window._work()
    work.messages.hide()
    work.status.asked.click()
    popup = work.status.popup
    assert popup is not None
    return popup


def services(window: MainWindow) -> QWidget | None:
    """Show the services to choose from."""
    window.perform("add_agency")
    return QApplication.activePopupWidget()


def select(window: MainWindow, wanted: Callable[[object], bool]) -> None:
    """Select the first record that is wanted."""
    work = window._work()
    work.messages.hide()
    work.desk.select([next(record.id for record in work.desk.seen.family.records() if wanted(record))])


def make_sheet(scene: Scene, window: MainWindow) -> None:
    """Make a picture of the paper itself."""
    case = window._work().desk.session.case
    publication = prepare(scene, case, view=view_of(scene, "combined", TODAY, "case-file"))
    clipboard.picture_of(publication.sheet.drawing).save(str(HERE / "sheet.png"))
    print(HERE / "sheet.png")


PICTURES: tuple[tuple[str, tuple[int, int], Callable[[MainWindow], QWidget | None]], ...] = (
    ("start", SMALL, start),
    ("family", SMALL, family),
    ("worker", LARGE, worker),
    ("line", SMALL, line),
    ("to-ask", SMALL, to_ask),
    ("services", SMALL, services),
)

if __name__ == "__main__":
    main()
