"""Whose child somebody may be, or who may look after them: what the page of a person offers to add."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from genogram_app.edit import carers, children, relatives
from genogram_app.model.ids import Id
from genogram_app.model.ties import PartnerIn
from genogram_app.practice.out_of_hours import is_child
from genogram_app.ui.controls.rows import PARTING, Offer
from genogram_app.ui.panels.inspector.called import called
from genogram_app.ui.panels.inspector.page import RecordPage

BOTH = 2


def parent_offers(page: RecordPage) -> list[Offer]:
    """Offer parents by birth as long as one is missing, then each kind of carer.

    Who else may be the parent is asked in the worker's view alone.
    """
    session, offers = page.desk.session, list[Offer]()
    missing = relatives.missing_parents(session.case, session.stamp, session.kinds, page.key)
    if missing:
        offers.append((page.say("Parents"), partial(_add_parents, page)))
        if missing == BOTH and (couples := _couples(page)):
            offers.append((page.say("Parents who are on the sheet"), couples))
        offers.append(PARTING)
    cards = [card for card in page.desk.scene.catalog.descent.values() if not card.blood]
    shown = [card for card in cards if card.care or page.desk.by_worker]
    return offers + [(page.say(card.label), _carers(page, card.id)) for card in shown]


def _couples(page: RecordPage) -> list[Offer]:
    """Offer every couple on the sheet, but no couple that the child is one of."""
    family, birth = page.desk.seen.family, page.desk.session.kinds.birth
    own = {edge.union for edge in family.out_of(PartnerIn, page.key)}
    unions = [union.id for union in family.unions if union.id not in own]
    return [(called(page.desk, key), partial(_link, page, birth, key)) for key in unions]


def _carers(page: RecordPage, kind: str) -> Sequence[Offer]:
    """Offer somebody new, or who is on the sheet already: people old enough, and services."""
    family, today = page.desk.seen.family, page.desk.today
    grown = [one.id for one in family.people if one.id != page.key and one.named and not is_child(one, today)]
    there = [*grown, *(agency.id for agency in family.agencies)]
    return [
        (page.say("one person, not on the sheet yet"), partial(_add_carers, page, kind, couple=False)),
        (page.say("a couple, not on the sheet yet"), partial(_add_carers, page, kind, couple=True)),
        *([PARTING] if there else []),
        *((called(page.desk, key), partial(_link, page, kind, key)) for key in there),
    ]


def _add_parents(page: RecordPage) -> None:
    kinds = page.desk.session.kinds
    page.act(lambda case, stamp: relatives.add_parents(case, stamp, kinds, page.key), go=True)


def _add_carers(page: RecordPage, kind: str, *, couple: bool) -> None:
    page.act(lambda case, stamp: carers.add_carers(case, stamp, page.key, kind, couple=couple), go=True)


def _link(page: RecordPage, kind: str, parent: Id) -> None:
    kinds = page.desk.session.kinds
    page.act(lambda case, stamp: children.link_children(case, stamp, kinds, [page.key], [parent], kind=kind))
