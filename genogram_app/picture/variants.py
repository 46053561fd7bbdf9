"""How else cards are drawn: the states that a catalogue shows beside the plain samples, each once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from genogram_app.catalog.cards import AgencyCard, Card, LineCard, PersonCard
from genogram_app.catalog.load import Catalog
from genogram_app.catalog.template import Template, dressed
from genogram_app.drawing.strands import lay
from genogram_app.model.agency import Agency, Involvement
from genogram_app.model.base import Basis, Teller
from genogram_app.picture import agencies, wording
from genogram_app.picture.pen import SMALL, Pen, extent_of
from genogram_app.picture.swatches import LINE_WIDTH, Swatch, sample_route
from genogram_app.picture.symbol import Look, drawn, figure_of


def variants(pen: Pen, catalog: Catalog, card: Card) -> list[Swatch]:
    """Give what a card shows besides itself."""
    if isinstance(card, PersonCard):
        return list(_crossed(pen, catalog, card))
    return list(_ended(pen, catalog, card)) if isinstance(card, LineCard) else []


def for_all(pen: Pen, catalog: Catalog, card: Card) -> list[Swatch]:
    """Give what holds for a card's whole group and is shown after it, on the one card that stands for all."""
    if isinstance(card, PersonCard):
        return list(_nested(pen, catalog, card))
    if isinstance(card, LineCard):
        return list(_sources(pen, catalog, card))
    *_, last = catalog.agencies.values()
    return list(_standings(pen, catalog, card)) if isinstance(card, AgencyCard) and card is last else []


def _nested(pen: Pen, catalog: Catalog, card: PersonCard) -> Iterator[Swatch]:
    """Show the first symbol within the second: who somebody is within the gender at birth."""
    first, birth, *_ = catalog.people.values()
    if card is first:
        names = {"label": pen.words.say(card.label), "birth": pen.words.say(birth.label)}
        yield Swatch(
            drawn(pen, Look(card, inside="15", birth=birth)),
            pen.words.say("{label}; outside, at birth: {birth}", **names),
            use=pen.words.say("Who they are stands inside, their gender at birth outside"),
        )


def _crossed(pen: Pen, catalog: Catalog, card: PersonCard) -> Iterator[Swatch]:
    """Show a loss as children's services in the UK draw it, where that is otherwise."""
    other = dressed(catalog, Template(losses="cross")).people[card.id]
    if other is not card:
        label = pen.words.say("{label}, as a cross", label=pen.words.say(card.label))
        use = pen.words.say("Where a sheet draws losses as UK children’s services do")
        yield Swatch(figure_of(pen, other, None), label, use=use)


def _ended(pen: Pen, catalog: Catalog, card: LineCard) -> Iterator[Swatch]:
    """Show how a line looks that has ended, on the first of its group that is marked so."""
    if card is not next((c for c in _beside(catalog, card).values() if c.slash), None):
        return
    marks = lay(card.drawn(ended=True), sample_route(card, LINE_WIDTH), pen.theme.paints)
    label = pen.words.say("{label}, ended", label=pen.words.say(card.label))
    yield Swatch(marks, label, use=pen.words.say("Others that have ended are marked alike"))


def _sources(pen: Pen, catalog: Catalog, card: LineCard) -> Iterator[Swatch]:
    """Show what stands on a line of harm until it is said who says so, and where it stands."""
    if card is not next((c for c in catalog.bonds.values() if c.harm), None):
        return
    line = lay(card.drawn(), sample_route(card, LINE_WIDTH), pen.theme.paints)
    y = extent_of(line).top - 2.6
    for basis, meaning in (
        (Basis(), "nobody has said who says so"),
        (Basis(teller=Teller.CHILD), "nobody has said where it stands"),
    ):
        words = pen.text(wording.source(pen.words, basis, harm=True), 0, y, SMALL, "middle")
        yield Swatch((*line, replace(words, paint=pen.paint(card.paint))), pen.words.say(meaning))


def _beside(catalog: Catalog, card: LineCard) -> Mapping[str, LineCard]:
    return catalog.of(card.group, LineCard)


def _standings(pen: Pen, catalog: Catalog, card: AgencyCard) -> Iterator[Swatch]:
    """Show a service that isn't, or isn't yet, or is no longer there."""
    for involvement in Involvement:
        if involvement is not Involvement.ACTIVE:
            service = Agency(id="sample", kind=card.id, involvement=involvement)
            plate = agencies.plate(pen, catalog, service)
            yield Swatch(plate.marks, plate.says)
