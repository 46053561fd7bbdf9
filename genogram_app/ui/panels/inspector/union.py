"""The page of a couple."""

from __future__ import annotations

from functools import partial

from genogram_app.catalog.cards import LineCard
from genogram_app.edit import relatives
from genogram_app.family import kinship
from genogram_app.model.ties import Union
from genogram_app.picture import wording
from genogram_app.ui.controls.rows import Row
from genogram_app.ui.panels.inspector.background import more_choices
from genogram_app.ui.panels.inspector.called import called
from genogram_app.ui.panels.inspector.page import RecordPage
from genogram_app.ui.panels.inspector.quotes import QuotesPart
from genogram_app.ui.panels.inspector.spells import SpellsPart


class UnionPage(RecordPage):
    """What two people are to each other, and were; their children."""

    def title(self) -> str:
        """Name the two."""
        return called(self.desk, self.key)

    def subtitle(self) -> str:
        """Say what they are to each other."""
        return self.say(self.desk.scene.catalog.union(self.of(Union).kind).label)

    def build(self) -> None:
        """Build the page."""
        states = SpellsPart(
            self,
            self.say("What they are to each other"),
            self._states,
            self.say("Say what they are…"),
        )
        self.column.addWidget(states)
        self.shows(states.show_spells)
        self.section(self.say("Partners"), self._partners)
        children = self.section(self.say("Children"), self._children, self.say("none drawn yet"))
        children.offer(self.say("Add a child"), self._add_child)
        self.choice_field(self.say("More children, not drawn"), "more", more_choices(self))
        quotes = QuotesPart(self)
        self.column.addWidget(quotes)
        self.shows(quotes.show_quotes)
        if self.desk.by_worker:
            self.prose_field(self.say("Notes"), "notes")

    def _states(self) -> list[LineCard]:
        """Give what two may be to each other; harm in the worker's view alone."""
        cards = self.desk.scene.catalog.unions.values()
        return [card for card in cards if not card.default and (self.desk.by_worker or not card.harm)]

    def _partners(self) -> list[Row]:
        found = kinship.partners(self.desk.seen.family, self.key)
        age = partial(wording.age, self.desk.words, day=self.desk.as_at)
        return [Row(called(self.desk, each.id), age(each), each.id) for each in found]

    def _children(self) -> list[Row]:
        family, rows = self.desk.seen.family, []
        for link in kinship.links_down(family, self.key):
            card = self.desk.scene.catalog.link(link.kind)
            detail = "" if card.blood else self.say(card.label)
            rows.append(Row(called(self.desk, link.child), detail, link.id))
        return rows

    def _add_child(self) -> None:
        kinds = self.desk.session.kinds
        self.act(lambda case, stamp: relatives.add_child(case, stamp, kinds, self.key), go=True)
