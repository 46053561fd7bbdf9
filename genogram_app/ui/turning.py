"""Another view, and each step: the sheet of a big family is worked out while the window answers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from genogram_app.studio.ahead import ahead
from genogram_app.studio.shown import Ready
from genogram_app.studio.viewing import Viewing
from genogram_app.ui.away import away
from genogram_app.ui.desk import Desk
from genogram_app.ui.meanwhile import Meanwhile

#: So many people's sheet takes a while.
BIG = 200


def answering(desk: Desk, sheet: QWidget, over: QWidget) -> None:
    """Have a desk's case turned over so. sheet: goes from sight while the worker's sheet gives way."""

    def before(viewing: Viewing) -> None:
        session = desk.session
        if session.number_in(viewing) < BIG:
            return
        hiding = session.viewing.by_worker and not viewing.by_worker
        held = QApplication.focusWidget()
        sheet.setVisible(not hiding)
        try:
            away(
                over,
                desk.words,
                desk.words.say("Drawing the sheet…"),
                lambda _: _work_out(desk, viewing),
                can_stop=not hiding,
            )
        finally:
            sheet.show()
            if held is not None:
                held.setFocus()

    desk.session.before_look = before


def _work_out(desk: Desk, viewing: Viewing) -> None:
    """Work out the sheet, and what the worker still has to ask."""
    ahead(desk.session, desk.scene, viewing)
    if viewing.by_worker:
        desk.asked()


def stepping(desk: Desk, over: QWidget) -> Meanwhile:
    """Have each step of a desk's case worked out so; gives what can stop one."""
    session, meanwhile = desk.session, Meanwhile(over, desk.words, lambda says: desk.said.emit(says, False))

    def working(work: Callable[[], Ready]) -> Ready:
        if session.number_in(session.viewing) < BIG:
            return work()
        return meanwhile.do(desk.words.say("Drawing the sheet… Escape stops it."), lambda: _drawn(desk, work))

    session.working = working
    return meanwhile


def _drawn(desk: Desk, work: Callable[[], Ready]) -> Ready:
    """Work a step out, its sheet, and what the worker still has to ask after it."""
    ready = work()
    desk.scene.sheet(ready.drawn, ready.view)
    if desk.by_worker:
        desk.asked_of(ready.case)
    return ready
