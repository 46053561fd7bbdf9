"""The pages of a home and of somebody's place in it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer

from genogram_app.edit import households, removal
from genogram_app.edit.records import correct
from genogram_app.family import kinship
from genogram_app.model.base import Blank
from genogram_app.model.household import Household
from genogram_app.model.ids import Id
from genogram_app.model.ties import LivesIn
from genogram_app.ui.controls.plain import button
from genogram_app.ui.controls.rows import Offer, Row
from genogram_app.ui.controls.segmented import Choice
from genogram_app.ui.desk import Make
from genogram_app.ui.panels.inspector.called import called, span
from genogram_app.ui.panels.inspector.page import RecordPage
from genogram_app.ui.panels.inspector.pickers import Picker


class HouseholdPage(RecordPage):
    """A home: what it is called, since when, and who lives there."""

    @property
    def home(self) -> Household:
        """Give the home as it may be seen."""
        return self.of(Household)

    def title(self) -> str:
        """Say what the home is called."""
        return called(self.desk, self.key)

    def subtitle(self) -> str:
        """Say since when there is such a home."""
        parts = (self.say("household"), span(self.desk, self.home.since, self.home.until))
        return ", ".join(part for part in parts if part)

    def build(self) -> None:
        """Build the page."""
        self.text_field(
            self.say("Called"), "name", blanks=(Blank.NOT_ASKED,), hint=self.say("such as Gran’s home")
        )
        self._build_kind()
        self._build_shown()
        self.date_field(self.say("Since"), "since")
        until = self.date_field(self.say("Ended"), "until")
        self.shows(lambda: until.setVisible(self.home.until is not None))
        living = self.section(self.say("Who lives here"), self._members, self.say("nobody"))
        living.offer_menu(self.say("Somebody moves in"), self._move_in_offers)
        if self.desk.by_worker:
            every = (Blank.UNKNOWN, Blank.NOT_ASKED, Blank.DECLINED)
            hint = self.say("never on the drawing")
            self.text_field(self.say("Address"), "address", blanks=every, hint=hint)
            self.check(
                self.say("Address in the case file copy, page 2"),
                lambda: self.home.address_shown,
                lambda on: lambda case, stamp: correct(case, stamp, self.key, address_shown=on),
            )
            self.prose_field(self.say("Notes"), "notes")
        over = button(self.say("This home has ended"), self._close)
        self.column.addWidget(over)
        self.shows(lambda: over.setVisible(self.home.until is None))
        self.column.addWidget(button(self.say("Remove this home"), self._remove, picture="trash-2"))

    def _build_kind(self) -> None:
        """Say what kind of home it is, where it is another than a family's."""
        cards = self.desk.scene.catalog.rings.values()
        kinds = [
            ("" if card.default else card.id, self.say(card.tag or "family home"), None) for card in cards
        ]
        box = Picker(kinds, lambda kind: self.write("kind", kind, typing=False))
        self._field(self.say("Kind of home"), box, "kind")
        self.shows(lambda: box.show_value(self.home.kind))

    def _build_shown(self) -> None:
        """Say whether its name may stand on a sheet; a refuge's doesn't by itself."""
        if self.desk.by_worker:
            said = {None: "unless refuge", True: "yes", False: "a safe place"}
            choices = [Choice(shown, self.say(words)) for shown, words in said.items()]
            self.choice_field(self.say("Its name on the sheet"), "shown", choices)

    def _members(self) -> list[Row]:
        rows = []
        for stay in kinship.members(self.desk.seen.family, self.key):
            over = stay.until is not None
            part = stay.pattern or self.say("part of the week") if stay.part_time else ""
            detail = " · ".join(each for each in (part, span(self.desk, stay.since, stay.until)) if each)
            rows.append((over, stay.id, Row(called(self.desk, stay.person), detail, stay.id, quiet=over)))
        return [row for *_, row in sorted(rows, key=lambda each: each[:2])]

    def _move_in_offers(self) -> list[Offer]:
        family = self.desk.seen.family
        here = {stay.person for stay in kinship.members(family, self.key) if stay.until is None}
        others = [
            each for each in family.people if each.id not in here and not each.dead and not each.nameless
        ]
        return [(called(self.desk, each.id), partial(self._move_in, each.id)) for each in others]

    def _move_in(self, person: Id) -> None:
        self.act(lambda case, stamp: households.move_in(case, stamp, self.key, [person]))

    def _close(self) -> None:
        self.act(lambda case, stamp: households.close_household(case, stamp, self.key))

    def _remove(self) -> None:
        self.act(lambda case, stamp: removal.remove(case, stamp, [self.key]))


class StayPage(RecordPage):
    """Somebody's place in a home: since when, all week or part of it, and until when."""

    @property
    def stay(self) -> LivesIn:
        """Give the place as it may be seen."""
        return self.of(LivesIn)

    def back_to(self) -> Id | None:
        """Go back to the person."""
        return self.of(LivesIn).person

    def title(self) -> str:
        """Say who lives where."""
        person, home = called(self.desk, self.stay.person), called(self.desk, self.stay.household)
        if self.stay.until is not None:
            return self.say("{person} lived in {home}", person=person, home=home)
        return self.say("{person} lives at {home}", person=person, home=home)

    def build(self) -> None:
        """Build the page."""
        self.date_field(self.say("Moved in"), "since")
        until = self.date_field(self.say("Moved out"), "until")
        self.check(
            self.say("Part of the week, or weekends"),
            lambda: self.stay.part_time,
            self._turn_part_time,
        )
        pattern = self.text_field(
            self.say("When they are there"), "pattern", read=str, hint=self.say("such as weekends")
        )
        out = button(self.say("Moved out"), self._move_out)
        self.column.addWidget(out)
        self.column.addWidget(button(self.say("Never lived there"), self._take_out, picture="trash-2"))
        self.section(
            self.say("The home"),
            lambda: [Row(called(self.desk, self.stay.household), "", self.stay.household)],
        )

        def show() -> None:
            until.setVisible(self.stay.until is not None)
            out.setVisible(self.stay.until is None)
            pattern.setVisible(self.stay.part_time)

        self.shows(show)

    def _turn_part_time(self, on: bool) -> Make:
        """Say that somebody is there part of the time; when is written next."""
        if on:
            QTimer.singleShot(0, self, lambda: self.desk.to_write.emit("pattern"))
        return lambda case, stamp: correct(case, stamp, self.key, part_time=on)

    def _move_out(self) -> None:
        stay = self.stay
        self.act(lambda case, stamp: households.move_out(case, stamp, stay.household, [stay.person]))

    def _take_out(self) -> None:
        stay = self.stay
        self.act(lambda case, stamp: removal.remove(case, stamp, [stay.id]))
