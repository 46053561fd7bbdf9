"""Parental responsibility: who has it for a child, and the page of one such statement."""

from __future__ import annotations

from functools import partial

from genogram_app.edit import removal
from genogram_app.edit import responsibility as edits
from genogram_app.model.agency import Agency
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.ties import Responsibility
from genogram_app.ui.controls.plain import button
from genogram_app.ui.controls.rows import Offer, Row
from genogram_app.ui.desk import Desk
from genogram_app.ui.panels.inspector.called import called, span
from genogram_app.ui.panels.inspector.page import RecordPage


def build_responsibility(page: RecordPage) -> None:
    """Build the part of a child's page that says who has it."""
    desk, key = page.desk, page.key

    def rows() -> list[Row]:
        held = desk.seen.family.into(Responsibility, key)
        found = sorted(held, key=lambda each: (each.until is not None, each.id))
        return [_row(desk, each) for each in found]

    def offers() -> list[Offer]:
        family = desk.seen.family
        have = {each.holder for each in family.into(Responsibility, key) if each.until is None}
        grown: list[Person | Agency] = [each for each in family.people if each.named and not each.subject]
        others = [each for each in (*grown, *family.agencies) if each.id not in {key, *have}]
        return [(called(desk, each.id), partial(give, each.id)) for each in others]

    def give(holder: Id) -> None:
        page.act(lambda case, stamp: edits.give_responsibility(case, stamp, holder, key))

    part = page.section(page.say("Parental responsibility"), rows, page.say("nobody has said"))
    part.offer_menu(page.say("Say who has it"), offers)
    page.shows(lambda: part.setVisible(page.of(Person).subject or bool(rows())))


def _row(desk: Desk, held: Responsibility) -> Row:
    over = held.until is not None
    return Row(called(desk, held.holder), span(desk, held.since, held.until), held.id, quiet=over)


class ResponsibilityPage(RecordPage):
    """That somebody has parental responsibility for a child: since when, until when."""

    @property
    def held(self) -> Responsibility:
        """Give the statement as it may be seen."""
        return self.of(Responsibility)

    def back_to(self) -> Id | None:
        """Go back to the child."""
        return self.of(Responsibility).child

    def title(self) -> str:
        """Say who has it for whom."""
        holder, child = called(self.desk, self.held.holder), called(self.desk, self.held.child)
        return self.say("{holder}, for {child}", holder=holder, child=child)

    def subtitle(self) -> str:
        """Say what it is."""
        return self.say("parental responsibility")

    def build(self) -> None:
        """Build the page."""
        self.date_field(self.say("Since"), "since")
        until = self.date_field(self.say("Ended"), "until")
        over = button(self.say("That has ended"), self._end)
        self.column.addWidget(over)
        self.shows(lambda: until.setVisible(self.held.until is not None))
        self.shows(lambda: over.setVisible(self.held.until is None))
        if self.desk.by_worker:
            self.text_field(self.say("Notes, such as by which order"), "notes", read=str)
        self.column.addWidget(button(self.say("It was wrong"), self._remove, picture="trash-2"))

    def _end(self) -> None:
        self.act(lambda case, stamp: edits.end_responsibility(case, stamp, self.key))

    def _remove(self) -> None:
        self.act(lambda case, stamp: removal.remove(case, stamp, [self.key]))
