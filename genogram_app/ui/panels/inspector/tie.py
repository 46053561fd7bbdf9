"""The page of what joins a service to somebody."""

from __future__ import annotations

from functools import partial
from typing import Any

from genogram_app.edit import removal, ties
from genogram_app.model.ids import Id
from genogram_app.model.ties import Direction, Tie
from genogram_app.ui.canvas.previews import line_icon
from genogram_app.ui.controls.field import Field
from genogram_app.ui.controls.plain import button
from genogram_app.ui.controls.rows import Offer, Row
from genogram_app.ui.panels.inspector.called import called, line_says, short
from genogram_app.ui.panels.inspector.lasting import build_spell
from genogram_app.ui.panels.inspector.page import RecordPage
from genogram_app.ui.panels.inspector.pickers import Picker, menu_button


class TiePage(RecordPage):
    """How strong a tie is, what strains it, where the support flows, and since when."""

    @property
    def tie(self) -> Tie:
        """Give the tie as it may be seen."""
        return self.of(Tie)

    def back_to(self) -> Id | None:
        """Go back to the service."""
        return self.of(Tie).a

    def title(self) -> str:
        """Say it as a sentence."""
        return line_says(self.desk, self.tie)

    def subtitle(self) -> str:
        """Say what it is."""
        return self.say("what joins a service to somebody")

    def build(self) -> None:
        """Build the page."""
        cards = self.desk.scene.catalog.ties.values()
        strengths = [
            (c.id, self.say(c.label), line_icon(self.desk.pen, c)) for c in cards if c.axis == "strength"
        ]
        self._axis(self.say("How strong"), "strength", strengths)
        strains = [
            (c.id, self.say(c.label), line_icon(self.desk.pen, c)) for c in cards if c.axis == "strain"
        ]
        self._axis(self.say("What strains it"), "strain", [("", self.say("nothing said"), None), *strains])
        self._axis(self.say("Where the support flows"), "direction", self._directions())
        self.column.addWidget(menu_button(self.say("It changed, from a day…"), self._changes))
        build_spell(self)
        self.section(
            self.say("Between"), lambda: [Row(called(self.desk, end), "", end) for end in self.tie.ends]
        )
        if self.desk.by_worker:
            self.prose_field(self.say("Notes"), "notes")
        self.column.addWidget(button(self.say("Remove this line"), self._remove, picture="trash-2"))

    def _axis(self, name: str, field: str, choices: list[tuple[Any, str, Any]]) -> None:
        box = Picker(choices, lambda value: self.write(field, value, typing=False))
        self.column.addWidget(Field(name, box))
        plain = {"strength": self.desk.scene.catalog.tie_strength("").id, "strain": ""}.get(field)
        self.shows(lambda: box.show_value(getattr(self.tie, field) or plain))

    def _directions(self) -> list[tuple[Any, str, Any]]:
        a, b = short(self.desk, self.tie.a), short(self.desk, self.tie.b)
        return [
            (Direction.UNSET, self.say("nobody has said"), None),
            (Direction.FORTH, self.say("{a} supports {b}", a=a, b=b), None),
            (Direction.BACK, self.say("{b} gives to {a}", a=a, b=b), None),
            (Direction.BOTH, self.say("both ways"), None),
        ]

    def _changes(self) -> list[Offer]:
        cards = self.desk.scene.catalog.ties.values()
        return [
            (self.say(card.label), partial(self._change, card.axis, card.id))
            for card in cards
            if getattr(self.tie, card.axis) != card.id
        ]

    def _change(self, axis: str, kind: str) -> None:
        fields: dict[str, Any] = {axis: kind}
        self.act(lambda case, stamp: ties.change_tie(case, stamp, self.key, **fields), go=True)

    def _remove(self) -> None:
        self.act(lambda case, stamp: removal.remove(case, stamp, [self.key]))
