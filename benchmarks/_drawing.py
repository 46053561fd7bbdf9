"""Draw on a real canvas with real mouse and key events, and print how long each took to be painted.

`python -m benchmarks._drawing 200` makes a family of 200 with relationships, drags one person who has five
lines all over the sheet, then adds people by key. Prints one JSON object of milliseconds.
"""

from __future__ import annotations

import gc
import json
import math
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from statistics import median, quantiles

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.families import gedcom
from genogram_app.edit.result import Stamp
from genogram_app.edit.ties import add_bond
from genogram_app.family.case import Case
from genogram_app.family.seen import Reader
from genogram_app.interchange.gedcom import Tokens, read_gedcom
from genogram_app.model.base import Share
from genogram_app.model.ids import Id
from genogram_app.start import NEW_OBJECTS
from genogram_app.studio.scene import Scene
from genogram_app.studio.session import Session
from genogram_app.studio.viewing import Viewing
from genogram_app.ui.canvas.view import Canvas

#: So late that everybody of the made-up family has been born.
TODAY = date(2100, 3, 2)
SIZE = (1366, 768)
FRAMES, ADDED = 300, 25


def main(people: int) -> None:
    """Measure, and print the figures."""
    application = QApplication([])
    scene = Scene()
    case, whom = family(scene, people)
    canvas = shown(case, scene)
    # As the program itself does once its window is at rest.
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS, *gc.get_threshold()[1:])
    painted = Painted(canvas)
    frames = [*dragged(canvas, painted, whom)]
    worked = [*painted.spent]
    painted.spent.clear()
    added = [*adding(canvas, painted)]
    spent = median(painted.spent)
    resting = [painted.after(canvas.viewport().update) for _ in range(30)]
    print(
        json.dumps(
            {
                "drag_frame_median": median(frames),
                "drag_frame_99th": quantiles(frames, n=100)[98],
                "drag_frame_99th_processor_time": quantiles(worked, n=100)[98],
                "add_person_median": median(added),
                "add_person_processor_time": spent,
                "rest_frame_median": median(resting),
            }
        )
    )
    canvas.close()
    application.processEvents()


def family(scene: Scene, people: int) -> tuple[Case, Id]:
    """Give a family, and somebody of its middle with a relationship to each of five others round about."""
    tokens = Tokens.of(scene.catalog.from_gedcom)
    numbers = iter(range(1, 100_000))

    def new_id(letter: str) -> Id:
        return f"{letter}_{next(numbers):06}"

    data = gedcom(people).encode()
    case = read_gedcom(data, "family.ged", tokens=tokens, new_id=new_id, today=TODAY, words=scene.words).case
    stamp = Stamp(today=TODAY, share=Share.CASE_FILE, new_id=new_id)
    everybody = [person.id for person in case.family.people]
    middle, cards = len(everybody) // 2, [card.id for card in scene.catalog.everyday()]
    for away, card in zip((-9, -4, 3, 6, 11), cards, strict=False):
        case = add_bond(case, stamp, everybody[middle], everybody[middle + away], card).case
    return case, everybody[middle]


def shown(case: Case, scene: Scene) -> Canvas:
    """Show a case on a canvas as large as a laptop's screen."""
    session = Session(case, scene.catalog, today=lambda: TODAY, settle=scene.settled)
    session.look(replace(Viewing(kind="genogram"), reader=Reader.CASE_FILE))
    canvas = Canvas()
    canvas.resize(*SIZE)
    canvas.show()
    canvas.set_session(session, scene)
    canvas.setFocus()
    QApplication.processEvents()
    return canvas


def dragged(canvas: Canvas, painted: Painted, whom: Id) -> Iterator[float]:
    """Drag somebody round and round; gives the time of each frame: events, drawing and painting."""
    canvas.camera.zoom(0.8 / canvas.camera.scale, canvas.camera.from_page(canvas.middle_of(whom)))
    QApplication.processEvents()
    port, start = canvas.viewport(), canvas.place_of(whom)
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    for number in range(-1, FRAMES):
        turn = 2 * math.pi * number / 60
        place = start + QPoint(round(180 * math.sin(turn)), round(120 * math.sin(2 * turn)))
        yield painted.after(lambda place=place: QTest.mouseMove(port, place))  # type: ignore[misc]
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=start)


def adding(canvas: Canvas, painted: Painted) -> Iterator[float]:
    """Add a child to one couple after the other by its key; gives the time until each is painted."""
    mothers = [union.id for union in canvas.session.case.family.unions]
    for number in range(ADDED):
        canvas.select((mothers[number * len(mothers) // ADDED],))
        QApplication.processEvents()
        yield painted.after(lambda: QTest.keyClick(canvas, Qt.Key.Key_C))
        QTest.keyClick(canvas.floats.editor, Qt.Key.Key_Escape)
        QApplication.processEvents()


class Painted(QObject):
    """Acts on a canvas until what changed has been painted: Qt's wait for the screen is left out."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__()
        self._canvas, self._paintings = canvas, 0
        #: The processor time of each, in milliseconds: other programs that run disturb it less.
        self.spent: list[float] = []
        canvas.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count paintings, and let every event pass."""
        self._paintings += event.type() == QEvent.Type.Paint
        return False

    def after(self, act: Callable[[], object]) -> float:
        """Give how long something takes until it is painted, in milliseconds."""
        before, begun, used = self._paintings, time.perf_counter(), time.process_time()
        act()
        QCoreApplication.processEvents()
        QCoreApplication.sendEvent(self._canvas.window(), QEvent(QEvent.Type.UpdateRequest))
        taken = (time.perf_counter() - begun) * 1000
        self.spent.append((time.process_time() - used) * 1000)
        if self._paintings == before:
            raise RuntimeError("Nothing was painted: this measured nothing.")
        return taken


if __name__ == "__main__":
    main(int(sys.argv[1]))
