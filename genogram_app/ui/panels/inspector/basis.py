"""What a line rests on: who says so, and where it stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from genogram_app.edit.sources import say_source
from genogram_app.model.base import Basis, Standing, Teller
from genogram_app.ui.controls.field import Field
from genogram_app.ui.controls.lines import SideLine
from genogram_app.ui.controls.plain import bare
from genogram_app.ui.desk import Make
from genogram_app.ui.panels.inspector.page import RecordPage
from genogram_app.ui.panels.inspector.pickers import Picker


class BasisPart(QWidget):
    """Who says so and where it stands, each to be left open; nothing is preset.

    `of` gives what it rests on now; `say_so` makes the step that says otherwise. Without
    them it is about the page's record as a whole.
    """

    def __init__(
        self,
        page: RecordPage,
        of: Callable[[], Basis] | None = None,
        say_so: Callable[..., Make] | None = None,
    ) -> None:
        super().__init__()
        self._page = page
        self._of = of or (lambda: page.record.basis)
        self._say_so = say_so or self._of_record
        say, column = page.say, bare(QVBoxLayout(self), 12)
        tellers = {
            Teller.CHILD: say("a child"),
            Teller.ADULT: say("an adult"),
            Teller.AGENCY: say("a service"),
            Teller.WORKER: say("worker’s view"),
        }
        self._teller = Picker(
            [(None, say("not said"), None), *((each, says, None) for each, says in tellers.items())],
            lambda value: self._put(teller=value),
        )
        self._name = SideLine(lambda text: self._put(told_by=text, typing=True), page.desk.session.close_step)
        self._name.setPlaceholderText(say("their name, or which service"))
        self._name.setAccessibleName(say("Who says so, by name"))
        self._standing = Picker(
            [(None, say("not said"), None), *((each, say(each.value), None) for each in Standing)],
            lambda value: self._put(standing=value),
        )
        who = Field(say("Who says so"), self._teller)
        column.addWidget(who)
        column.addWidget(self._name)
        column.addWidget(Field(say("Where it stands"), self._standing))

    def show_basis(self) -> None:
        """Show what the line rests on now."""
        basis = self._of()
        self._teller.show_value(basis.teller)
        self._name.show_text(basis.told_by)
        self._standing.show_value(basis.standing)

    def _put(self, *, typing: bool = False, **changes: Any) -> None:
        self._page.act(self._say_so(merge=f"{self._page.key} basis" if typing else "", **changes))

    def _of_record(self, **changes: Any) -> Make:
        return lambda case, stamp: say_source(case, stamp, self._page.key, **changes)
