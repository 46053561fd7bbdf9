"""The page of a line from a child to parents or carers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from genogram_app.edit import births, children, removal
from genogram_app.edit.records import correct
from genogram_app.model.base import Blank
from genogram_app.model.dates import When
from genogram_app.model.ids import Id
from genogram_app.model.ties import ChildOf, Twin
from genogram_app.ui.controls.plain import button
from genogram_app.ui.controls.rows import Offer, Row
from genogram_app.ui.controls.segmented import Choice
from genogram_app.ui.panels.inspector.called import called, doubted_say, parents_say
from genogram_app.ui.panels.inspector.page import RecordPage
from genogram_app.ui.panels.inspector.pickers import menu_button


class ChildLinkPage(RecordPage):
    """How somebody is somebody's child, or who looks after them, and since when."""

    @property
    def link(self) -> ChildOf:
        """Give the line as it may be seen."""
        return self.of(ChildOf)

    def back_to(self) -> Id | None:
        """Go back to the child."""
        return self.of(ChildOf).child

    def title(self) -> str:
        """Name the parents or carers; where one of a couple is in doubt, that one."""
        return doubted_say(self.desk, self.link)

    def subtitle(self) -> str:
        """Say how, and whose."""
        how = self.say(self.desk.scene.catalog.link(self.link.kind).label)
        return self.say("{how}, of {child}", how=how, child=called(self.desk, self.link.child))

    def build(self) -> None:
        """Build the page."""
        change = menu_button(self.say("It changed…"), lambda: self._offers(self._change))
        change.setToolTip(self.say("Another way began. What was before stays on the record, as ended."))
        wrong = menu_button(self.say("It was wrong…"), lambda: self._offers(self._correct))
        wrong.setToolTip(self.say("It never was so: put it right."))
        self.side_by_side(change, wrong)
        since = self.date_field(self.say("Since"), "since")
        until = self.date_field(self.say("Ended"), "until")
        over = button(self.say("That has ended"), self._end)
        self.column.addWidget(over)

        def show() -> None:
            blood = self.desk.scene.catalog.link(self.link.kind).blood
            since.setVisible(not blood or isinstance(self.link.since, When))
            until.setVisible(self.link.until is not None)
            over.setVisible(self.link.until is None and not blood)

        self.shows(show)
        self._build_twins()
        self.section(self.say("The two ends"), self._ends)
        if self.desk.by_worker:
            self.text_field(self.say("Notes"), "notes", read=str)
        self.column.addWidget(button(self.say("Remove this line"), self._remove, picture="trash-2"))

    def _build_twins(self) -> None:
        """Say how alike those are who were born together."""
        said = {Twin.IDENTICAL: "identical", Twin.NOT_IDENTICAL: "not identical", Twin.UNKNOWN: "not known"}
        choices = [Choice(twin, self.say(words)) for twin, words in said.items()]
        made = self.choice_field(
            self.say("Twin or triplet"), "twin", [*choices, Choice(None, self.say("none"))], act=self._twin
        )
        self.shows(lambda: made.setVisible(bool(self.link.birth)))

    def _twin(self, twin: Twin | None) -> None:
        self.act(lambda case, stamp: births.correct_twins(case, stamp, self.key, twin))

    def _offers(self, act: Callable[[str], object]) -> list[Offer]:
        catalog = self.desk.scene.catalog
        # Who the father is isn't asked with the family at the table.
        cards = [
            card for card in catalog.descent.values() if self.desk.by_worker or card.id in catalog.harmless
        ]
        return [(self.say(card.label), partial(act, card.id)) for card in cards if card.id != self.link.kind]

    def _change(self, kind: str) -> None:
        kinds = self.desk.session.kinds
        self.act(lambda case, stamp: children.change_carers(case, stamp, kinds, self.key, kind=kind), go=True)

    def _correct(self, kind: str) -> None:
        self.act(lambda case, stamp: correct(case, stamp, self.key, kind=kind))

    def _end(self) -> None:
        self.act(lambda case, stamp: children.end_link(case, stamp, self.key, Blank.NOT_ASKED))

    def _remove(self) -> None:
        self.act(lambda case, stamp: removal.remove(case, stamp, [self.key]))

    def _ends(self) -> list[Row]:
        link = self.link
        return [
            Row(called(self.desk, link.child), self.say("child"), link.child),
            Row(parents_say(self.desk, link), self.say("parents or carers"), link.parent),
        ]
