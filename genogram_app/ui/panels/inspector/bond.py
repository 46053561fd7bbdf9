"""The page of a relationship."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from genogram_app.catalog.cards import LineCard
from genogram_app.edit import removal, ties
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.ties import Bond, Direction
from genogram_app.ui.canvas.choices import Ends, ways
from genogram_app.ui.controls.field import Field
from genogram_app.ui.controls.plain import button
from genogram_app.ui.controls.rows import Offer, Row
from genogram_app.ui.panels.inspector.called import called, line_says, short
from genogram_app.ui.panels.inspector.lasting import build_spell
from genogram_app.ui.panels.inspector.page import RecordPage
from genogram_app.ui.panels.inspector.pickers import Picker, menu_button
from genogram_app.ui.panels.inspector.quotes import QuotesPart


class BondPage(RecordPage):
    """How two get on: the line, which way it goes, who says so, and since when."""

    @property
    def bond(self) -> Bond:
        """Give the relationship as it may be seen."""
        return self.of(Bond)

    @property
    def card(self) -> LineCard:
        """Give the card of its quality."""
        return self.desk.scene.catalog.bond(self.bond.quality)

    def back_to(self) -> Id | None:
        """Go back to the person that it is drawn from."""
        bond = self.of(Bond)
        return next((end for end in bond.ends if self.desk.seen.family.find(Person, end)), bond.a)

    def title(self) -> str:
        """Say it as a sentence."""
        return line_says(self.desk, self.bond)

    def subtitle(self) -> str:
        """Say what professionals call it."""
        return self.say(self.card.term) if self.card.term else self.say("relationship")

    def build(self) -> None:
        """Build the page."""
        change = menu_button(self.say("It changed…"), self._changes)
        change.setToolTip(self.say("They get on in another way now. What was before stays, as ended."))
        wrong = menu_button(self.say("It was wrong…"), lambda: self._offers(self._correct))
        wrong.setToolTip(self.say("It never was so: put it right."))
        self.side_by_side(change, wrong)
        self._build_direction()
        self._build_arrangement()
        build_spell(self)
        self.section(self.say("Between"), self._ends)
        quotes = QuotesPart(self)
        self.column.addWidget(quotes)
        self.shows(quotes.show_quotes)
        if self.desk.by_worker:
            self.prose_field(self.say("Notes"), "notes")
        self.column.addWidget(button(self.say("Remove this line"), self._remove, picture="trash-2"))

    def _build_direction(self) -> None:
        """Let the worker pick the sentence that is true."""
        found = ways(self.card, self._named_ends(), self.desk.words)
        if not found:
            return
        choices: list[tuple[Any, str, None]] = [(way.direction, way.says, None) for way in found]
        box = Picker(choices, lambda way: self.write("direction", way, typing=False))
        field = Field(self.say("Which is true"), box)
        self.column.addWidget(field)
        self.shows(lambda: box.show_value(self.bond.direction))
        needed = self.card.directed == "required"
        unsaid = self.say("Nobody has said yet which way it goes.")
        self.shows(
            lambda: field.hint(
                unsaid if needed and self.bond.direction is Direction.UNSET else "", wrong=True
            )
        )

    def _build_arrangement(self) -> None:
        """Ask of family time how it is arranged."""
        hint = self.say("such as every other Saturday, 2 hours")
        field = self.text_field(self.say("How often, how long"), "arrangement", read=str, hint=hint)
        self.shows(lambda: field.setVisible(self.card.arranged or bool(self.bond.arrangement)))

    def _named_ends(self) -> Ends:
        bond = self.bond
        return Ends(bond.a, bond.b, short(self.desk, bond.a), short(self.desk, bond.b))

    def _offers(self, act: Callable[[str], object]) -> list[Offer]:
        cards = self.desk.scene.catalog.bonds.values()
        return [
            (self.say(card.label), partial(act, card.id))
            for card in cards
            if card.id != self.bond.quality and (self.desk.by_worker or not card.harm)
        ]

    def _changes(self) -> list[Offer]:
        """Offer what it may be now; where family time was arranged, first the same, arranged anew."""
        anew = (self.say("the same, arranged anew"), partial(self._change, self.bond.quality))
        return [*([anew] if self.bond.arrangement else []), *self._offers(self._change)]

    def _change(self, quality: str) -> None:
        self.act(lambda case, stamp: ties.change_bond(case, stamp, self.key, quality), go=True)

    def _correct(self, quality: str) -> None:
        way = Direction.UNSET
        self.act(lambda case, stamp: ties.correct_bond(case, stamp, self.key, quality=quality, direction=way))

    def _remove(self) -> None:
        self.act(lambda case, stamp: removal.remove(case, stamp, [self.key]))

    def _ends(self) -> list[Row]:
        return [Row(called(self.desk, end), "", end) for end in self.bond.ends]
