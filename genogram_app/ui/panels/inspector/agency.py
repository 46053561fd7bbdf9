"""The page of a service."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QCompleter

from genogram_app.edit import agencies, details, removal
from genogram_app.edit.spoken.jobs import in_a_line
from genogram_app.edit.text import read_text
from genogram_app.model.agency import Agency, Involvement
from genogram_app.model.base import Blank
from genogram_app.ui.controls.field import Field
from genogram_app.ui.controls.lines import SideLine
from genogram_app.ui.controls.plain import button
from genogram_app.ui.controls.rows import Row
from genogram_app.ui.panels.inspector.called import draws, line_says, lines_of, service, source_says, span
from genogram_app.ui.panels.inspector.page import RecordPage
from genogram_app.ui.panels.inspector.pickers import Picker
from genogram_app.ui.panels.inspector.quotes import QuotesPart

_BLANKS = (Blank.UNKNOWN, Blank.NOT_ASKED, Blank.NONE)


class AgencyPage(RecordPage):
    """A service: its name, whom to speak to, and where it stands with the family."""

    @property
    def agency(self) -> Agency:
        """Give the service as it may be seen."""
        return self.of(Agency)

    def title(self) -> str:
        """Say what the service is called, or the worker's name."""
        return service(self.desk, self.agency)

    def subtitle(self) -> str:
        """Say what kind of service it is."""
        kind = self.say(self.desk.scene.catalog.agency(self.agency.kind).label)
        worker = self.say("draws this sheet") if self._is_worker() else ""
        return ", ".join(part for part in (kind, worker) if part)

    def build(self) -> None:
        """Build the page."""
        if self._is_worker():
            self._build_worker()
        else:
            self._build_service()
        stands = Picker(
            [(each, self.say(each.value), None) for each in Involvement],
            lambda value: self.write("involvement", value, typing=False),
        )
        self.column.addWidget(Field(self.say("Where it stands with the family"), stands))
        self.shows(lambda: stands.show_value(self.agency.involvement))
        self.date_field(self.say("Since"), "since")
        until = self.date_field(self.say("Ended"), "until")
        self.shows(lambda: until.setVisible(self.agency.until is not None or self._is_over()))
        lines = self.section(self.say("Works with"), self._lines, self.say("nobody drawn yet"))
        lines.offer(self.say("Draw what joins it to somebody"), self.desk.relate.emit)
        self._build_acts()

    def _build_service(self) -> None:
        self.text_field(self.say("Service"), "name", blanks=_BLANKS, hint=self.say("its name"))
        self.text_field(self.say("Whom to speak to"), "contact", blanks=_BLANKS)
        self._suggest(self.text_field(self.say("Job title, in full"), "job_title", read=str))
        self.text_field(self.say("Team"), "team", read=str)
        telephone = self.say(self.desk.scene.catalog.agency(self.agency.kind).telephone)
        self.text_field(telephone, "telephone", blanks=_BLANKS)

    def _build_worker(self) -> None:
        """Ask of the worker what the sheet says of them. The service is called after the team."""
        self.text_field(self.say("Worker’s name"), "contact", blanks=(Blank.NOT_ASKED,))
        self._suggest(self.text_field(self.say("Job title, in full"), "job_title", read=str))
        team = SideLine(self._write_team, self.desk.session.close_step)
        self.column.addWidget(Field(self.say("Team"), team))
        self.shows(lambda: team.show_text(self.agency.team))
        self.text_field(self.say("Telephone"), "telephone", blanks=(Blank.NOT_ASKED,))

    def _write_team(self, typed: str) -> None:
        name = read_text(typed) if self.agency.name in (self.agency.team, *Blank) else self.agency.name
        self.write("team", typed, name=name)

    def _is_worker(self) -> bool:
        return draws(self.desk, self.agency)

    def _build_acts(self) -> None:
        quotes = QuotesPart(self)
        self.column.addWidget(quotes)
        self.shows(quotes.show_quotes)
        if self.desk.by_worker:
            self.prose_field(self.say("Notes"), "notes")
        ring = button(self.say("Make the go-to service"), self._ring, picture="phone")
        over = button(self.say("No longer involved"), self._end)
        for each in (ring, over, button(self.say("Remove this service"), self._remove, picture="trash-2")):
            self.column.addWidget(each)
        self.shows(lambda: ring.setVisible(not self._is_go_to()))
        self.shows(lambda: over.setVisible(not self._is_over()))

    def _suggest(self, field: Field) -> None:
        """Offer the job titles that the card knows while somebody types."""
        jobs = [in_a_line(self.say(job)) for job in self.desk.scene.catalog.agency(self.agency.kind).jobs]
        line = field.editor
        if not jobs or not isinstance(line, SideLine):
            return
        completer = QCompleter(jobs, line)
        completer.setCaseSensitivity(completer.caseSensitivity().CaseInsensitive)
        completer.activated.connect(lambda text: self.write("job_title", str(text)))
        line.setCompleter(completer)

    def _is_over(self) -> bool:
        return self.agency.involvement is Involvement.ENDED

    def _is_go_to(self) -> bool:
        go_to = self.desk.seen.details.go_to
        return go_to is not None and go_to.who == self.key

    def _lines(self) -> list[Row]:
        found = lines_of(self.desk, self.key)
        detail = partial(source_says, self.desk)
        return [
            Row(
                line_says(self.desk, line),
                span(self.desk, line.since, line.until) or detail(line.basis),
                line.id,
            )
            for line in found
        ]

    def _ring(self) -> None:
        self.act(lambda case, stamp: details.set_go_to(case, stamp, self.key))

    def _end(self) -> None:
        self.act(lambda case, stamp: agencies.end_agency(case, stamp, self.key))

    def _remove(self) -> None:
        self.act(lambda case, stamp: removal.remove(case, stamp, [self.key]))
