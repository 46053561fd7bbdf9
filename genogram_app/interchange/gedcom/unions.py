"""Families: who the partners are, and the states that their union was in, in order."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from genogram_app.interchange.gedcom.events import Event, claimed, heading, never, read_event, told
from genogram_app.interchange.gedcom.links import PARTNERS, is_void
from genogram_app.interchange.gedcom.reading import Reading
from genogram_app.interchange.gedcom.ties import ties
from genogram_app.interchange.gedcom.tokens import UNION
from genogram_app.interchange.gedcom.tree import Node
from genogram_app.interchange.gedcom.wording import FAMILY_FACTS
from genogram_app.model.base import Blank, clean_line
from genogram_app.model.person import Spell
from genogram_app.model.ties import Union

#: How a couple who never married came to an end, by what they were and GEDCOM's word for it.
_UNMARRIED_ENDS = {
    ("COHABITATION", "SEPARATION"): "COHABITATION ENDED",
    ("CIVIL PARTNERSHIP", "DIV"): "DISSOLUTION",
}
#: What programs write instead: as the type of a marriage or of an event.
_BY_TYPE = (
    (re.compile(r"separat", re.IGNORECASE), "SEPARATION"),
    (re.compile(r"civil (partner|union)", re.IGNORECASE), "CIVIL PARTNERSHIP"),
    (
        re.compile(r"common.?law|cohabit|liv(ed|ing) together|unmarried|^partners?$", re.IGNORECASE),
        "COHABITATION",
    ),
)
#: Some programs write "NOT MARRIED" for the date, the type or the place of a marriage.
_DENIED = re.compile(r"\b(not|never|un) ?married\b", re.IGNORECASE)


@dataclass(frozen=True)
class _State:
    """One event that begins a state."""

    token: str
    event: Event

    @property
    def stage(self) -> int:
        return UNION.index(self.token)


def read_union(reading: Reading, record: Node) -> Union:
    """Read one FAM record. Where it says nothing of marriage, the union says nothing either."""
    told_of = [read_event(reading, part, record) for part in reading.take(record, *FAMILY_FACTS)]
    events = [event for event in told_of if claimed(reading, event, record)]
    states = _in_order(reading, [state for event in events if (state := _state(reading, event))])
    begun = {state.event.node for state in states}
    notes = reading.notes(record, record)
    notes += [_said(reading, event, whole=event.node not in begun) for event in events]
    notes += [*_phrases(reading, record), *never(reading, record), *ties(reading, record)]
    if not states:
        reading.findings.assumed(
            "A couple's status isn't recorded (no marriage).", reading.place(record, record)
        )
    return Union(
        id=reading.ids[record],
        basis=reading.basis,
        spells=_spells(reading, states),
        notes="\n".join(filter(None, notes)),
    )


def _phrases(reading: Reading, record: Node) -> list[str]:
    return [
        reading.text(part, "PHRASE") for part in record.parts if part.tag in PARTNERS and not is_void(part)
    ]


def _state(reading: Reading, event: Event) -> _State | None:
    """Give the state that an event begins, if it is one and a card draws it."""
    token = _token(event.node)
    if not _card(reading, token):
        return None
    if token == "MARR" and _DENIED.search(" ".join([event.date_words, *_beside(event)])):
        return None
    return _State(token, event)


def _beside(event: Event) -> list[str]:
    return [event.node.value(tag) for tag in ("TYPE", "PLAC")]


def _card(reading: Reading, token: str) -> str:
    """Give the card of a state; an annulled marriage without one of its own has ended like a divorced one."""
    cards = reading.tokens.union
    return cards.get(token) or (cards.get("DIV", "") if token == "ANUL" else "")


def _note(reading: Reading, state: _State) -> str:
    annulled = reading.words.say("annulled") if state.token == "ANUL" else ""
    return ", ".join(filter(None, [annulled, state.event.beside]))


def _token(node: Node) -> str:
    kind = node.value("TYPE")
    if node.tag in ("MARR", "EVEN", "FACT"):
        by_type = next((token for pattern, token in _BY_TYPE if pattern.search(kind or node.text)), "")
        return by_type or ("MARR" if node.tag == "MARR" else "")
    return node.tag if node.tag in UNION else ""


def _in_order(reading: Reading, states: list[_State]) -> list[_State]:
    """Put states in order: by date if all are dated, else as states follow on, unless one comes twice.

    The same state told twice, one after the other, is one state: the first told
    with a date counts, and the other stays in words.
    """
    states = _fitting(reading, states)
    dated = {state.token for state in states if state.event.when}
    telling = [state for state in states if state.event.when or state.token not in dated]
    if all(state.event.when for state in telling):
        telling.sort(key=lambda state: (_day(state), state.stage))
    elif len({state.token for state in telling}) == len(telling):
        telling.sort(key=lambda state: state.stage)
    runs = [list(run) for _card_id, run in groupby(telling, key=lambda state: _card(reading, state.token))]
    return [min(run, key=states.index) for run in runs]


def _fitting(reading: Reading, states: list[_State]) -> list[_State]:
    """Give the states with the ends that fit; nobody is said to have married who lived apart unmarried."""
    tokens = {state.token for state in states}
    if "MARR" in tokens:
        return states
    ends = {end: fitting for (was, end), fitting in _UNMARRIED_ENDS.items() if was in tokens}
    fitted = [replace(state, token=ends.get(state.token, state.token)) for state in states]
    return [state for state in fitted if state.token != "SEPARATION" and _card(reading, state.token)]


def _day(state: _State) -> date:
    return state.event.when.order[0] if state.event.when else date.max


def _spells(reading: Reading, states: list[_State]) -> tuple[Spell, ...]:
    """Give a spell for each state; each ends when the next begins."""
    begins = [state.event.when or Blank.UNKNOWN for state in states]
    return tuple(
        Spell(
            kind=_card(reading, state.token),
            since=begins[index],
            until=begins[index + 1] if index + 1 < len(states) else None,
            note=clean_line(_note(reading, state)),
            basis=reading.basis,
        )
        for index, state in enumerate(states)
    )


def _said(reading: Reading, event: Event, *, whole: bool) -> str:
    """Say an event; of one that is drawn only its notes."""
    words = event.words if whole else ", ".join(event.notes)
    return told(heading(reading, event.node, FAMILY_FACTS), words) if whole or words else ""
