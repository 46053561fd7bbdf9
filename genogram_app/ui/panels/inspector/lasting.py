"""What every line that lasts for a time has: what it rests on, since when, and its end."""

from __future__ import annotations

from genogram_app.edit import ties
from genogram_app.model.ties import Bond, Tie
from genogram_app.ui.controls.plain import button
from genogram_app.ui.panels.inspector.basis import BasisPart
from genogram_app.ui.panels.inspector.page import RecordPage


def build_spell(page: RecordPage) -> None:
    """Build the part of a page that says how long its relationship or tie lasts."""
    if page.desk.by_worker:
        basis = BasisPart(page)
        page.column.addWidget(basis)
        page.shows(basis.show_basis)
    page.date_field(page.say("Since"), "since")
    until = page.date_field(page.say("Ended"), "until")
    over = button(page.say("That is over"), lambda: page.act(lambda c, s: ties.end_line(c, s, page.key)))
    page.column.addWidget(over)
    page.shows(lambda: until.setVisible(_ended(page)))
    page.shows(lambda: over.setVisible(not _ended(page)))


def _ended(page: RecordPage) -> bool:
    line = page.record
    return isinstance(line, Bond | Tie) and line.until is not None
