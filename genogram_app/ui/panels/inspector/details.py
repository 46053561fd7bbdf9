"""The page of the sheet itself, shown while nobody is selected."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from genogram_app.edit import details as edits
from genogram_app.edit.text import read_text
from genogram_app.model.agency import Agency
from genogram_app.model.base import Blank
from genogram_app.model.document import CaseDetails
from genogram_app.model.ids import Id
from genogram_app.picture import wording
from genogram_app.picture.titleblock import title as sheet_title
from genogram_app.practice.calling import kin_word
from genogram_app.practice.out_of_hours import can_be_rung
from genogram_app.ui.controls.field import Field
from genogram_app.ui.controls.lines import SideLine
from genogram_app.ui.controls.plain import button, label
from genogram_app.ui.controls.rows import Offer, Row
from genogram_app.ui.controls.segmented import Choice, Segmented
from genogram_app.ui.panels.inspector.called import called, service
from genogram_app.ui.panels.inspector.day import DayLine
from genogram_app.ui.panels.inspector.page import RecordPage
from genogram_app.ui.panels.inspector.themes import ThemesPart
from genogram_app.ui.whom import looking


class DetailsPage(RecordPage):
    """The case reference, the dates, who draws it, whom to ring, and who took part."""

    @property
    def details(self) -> CaseDetails:
        """Give what the sheet says about itself, as it may be seen."""
        return self.of(CaseDetails)

    def title(self) -> str:
        """Say whom the sheet is about."""
        return sheet_title(self.desk.pen, self.desk.seen)

    def subtitle(self) -> str:
        """Say that this is the sheet."""
        return self.say("this sheet")

    def build(self) -> None:
        """Build the page."""
        hint = label(
            self.say("Select somebody to see who they are, or a line to see what it says."), "hint", wrap=True
        )
        self.column.addWidget(hint)
        self.text_field(
            self.say("Case reference"), "reference", read=read_text, blanks=(Blank.UNKNOWN, Blank.NOT_ASKED)
        )
        self._day_field(self.say("Next review"), "review_due")
        worker = self.section(self.say("Drawn by"), self._worker_rows)
        worker.offer(self.say("Worker and team…"), self.desk.profile.emit)
        go_to = self.section(
            self.say("Out of hours, ring"), self._go_to_rows, self.say("nobody named yet: press +")
        )
        go_to.offer_menu(self.say("Name somebody to ring"), self._go_to_offers).setObjectName("go_to editor")
        self._build_go_to()
        self._took_part()
        themes = ThemesPart(self)
        self.column.addWidget(themes)
        self.shows(themes.show_themes)
        self._build_paper()
        if self.desk.by_worker:
            self.prose_field(self.say("Notes"), "notes")

    def _build_share(self) -> None:
        """The sheet itself is everybody's; its fields say who may see each."""

    def _build_foot(self) -> None:
        """What the sheet says of itself needs no confirming."""

    def _worker_rows(self) -> list[Row]:
        worker = self.desk.seen.family.find(Agency, self.details.worker)
        if worker is None:
            return [Row(self.say("nobody yet"), quiet=True)]
        return [Row(service(self.desk, worker), worker.job_title, worker.id)]

    # -- out of hours ------------------------------------------------------------------

    def _go_to_rows(self) -> list[Row]:
        go_to = self.details.go_to
        if go_to is None or go_to.who not in self.desk.seen.family:
            return []
        return [Row(called(self.desk, go_to.who), "", go_to.who, strong=True)]

    def _go_to_offers(self) -> list[Offer]:
        """Offer everybody with a name who can be rung, with who they are to the child, and the services."""
        family, look = self.desk.seen.family, looking(self.desk.session, self.desk.words)
        people = [each for each in family.people if each.named and can_be_rung(each, self.desk.today)]
        kin = {each.id: each.role or kin_word(look, each) for each in people}
        keys = [*kin, *(agency.id for agency in family.agencies)]
        said = {key: ", ".join(filter(None, (called(self.desk, key), kin.get(key)))) for key in keys}
        return [(says, partial(self._ring, key)) for key, says in said.items()]

    def _ring(self, key: Id) -> None:
        """Make them the one to ring, and have their number written next where none is known."""
        self.act(lambda case, stamp: edits.set_go_to(case, stamp, key))
        go_to = self.details.go_to
        if go_to is not None and go_to.who == key and isinstance(go_to.telephone, Blank):
            self.desk.to_write.emit("go_to_telephone")

    def _build_go_to(self) -> None:
        """Let the number be written where it is wanted most."""
        number = SideLine(
            lambda text: self._put_go_to("telephone", read_text(text)), self.desk.session.close_step
        )
        number.setObjectName("go_to_telephone editor")
        agreed = SideLine(lambda text: self._put_go_to("agreed", text), self.desk.session.close_step)
        fields = [Field(self.say("Telephone"), number), Field(self.say("What was agreed"), agreed)]
        off = button(self.say("Take off"), lambda: self.act(edits.clear_go_to))
        checked = button(self.say("Checked today"), self._check_number)
        for field in fields:
            self.column.addWidget(field)
        self.side_by_side(checked, off)

        def show() -> None:
            go_to = self.details.go_to
            for each in (*fields, off, checked):
                each.setVisible(go_to is not None)
            if go_to is not None:
                blank = isinstance(go_to.telephone, Blank)
                number.show_text("" if blank else str(go_to.telephone))
                number.setPlaceholderText(wording.text(self.desk.words, go_to.telephone) if blank else "")
                agreed.show_text(go_to.agreed)
                checked.setVisible(go_to.checked != self.desk.today)

        self.shows(show)

    def _put_go_to(self, field: str, value: Any) -> None:
        from genogram_app.edit.records import correct

        go_to = self.details.go_to
        if go_to is not None:
            merge = f"{go_to.id} {field}"
            self.act(lambda case, stamp: correct(case, stamp, go_to.id, merge=merge, **{field: value}))

    def _check_number(self) -> None:
        self._put_go_to("checked", self.desk.today)

    # -- days, people, paper ------------------------------------------------------------

    def _day_field(self, name: str, field: str) -> None:
        """Make a field for a day, which is never vague."""
        day = DayLine(self, name, field)
        self.column.addWidget(day.made)
        self.shows(day.show)

    def _took_part(self) -> None:
        def typed(text: str) -> None:
            self.write("took_part", tuple(part.strip() for part in text.split(",") if part.strip()))

        line = SideLine(typed, self.desk.session.close_step)
        line.setPlaceholderText(self.say("names, with commas between"))
        self.column.addWidget(Field(self.say("Who took part"), line))
        self.shows(lambda: line.show_text(", ".join(self.details.took_part)))

    def _build_paper(self) -> None:
        papers = [Choice("auto", self.say("what fits")), Choice("A4", "A4"), Choice("A3", "A3")]
        ways = [
            Choice("auto", self.say("what fits")),
            Choice("landscape", self.say("wide")),
            Choice("portrait", self.say("tall")),
        ]
        self._page_choice(self.say("Paper"), "paper", papers)
        self._page_choice(self.say("Which way up"), "orientation", ways)

    def _page_choice(self, name: str, field: str, choices: list[Choice]) -> None:
        row = Segmented(choices, name, self._set_page(field))
        self.column.addWidget(Field(name, row))
        self.shows(lambda: row.show_value(getattr(self.desk.seen.page, field)))

    def _set_page(self, field: str) -> Callable[[Any], object]:
        return lambda value: self.act(lambda case, stamp: edits.set_page(case, **{field: value}))
