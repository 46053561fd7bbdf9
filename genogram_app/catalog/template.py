"""Profiles of a sheet: which choices of drawing an authority, a case or a worker has made.

A profile is a TOML file in `resources/templates/`. A case may choose one and
turn each choice over by itself (`model.document.Page`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import cast

from genogram_app import places
from genogram_app.catalog.cards import Card, LineCard
from genogram_app.catalog.fields import Fields, read_toml
from genogram_app.catalog.load import Catalog, load
from genogram_app.errors import UsageError
from genogram_app.model.document import Inside, Losses, Page

#: The folder of cards that draw losses otherwise, beside the profiles.
_CROSSED = "crossed_losses"


@dataclass(frozen=True, slots=True)
class Same:
    """Lines that are drawn as one: these cards look like `drawn_as`, and the key has one row for them."""

    drawn_as: str
    label: str
    cards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """How a sheet is drawn.

    inside: what stands inside a symbol. losses: how a pregnancy that ended early
    is drawn: McGoldrick's dot, or the diagonal cross of UK children's services.
    fills: whether halves of symbols tell illness and substances. terms: whether
    the key says what professionals call a thing. same: lines that look alike.
    """

    name: str = ""
    label: str = ""
    note: str = ""
    order: int = 0
    theme: str = "everyday"
    inside: Inside = "age"
    losses: Losses = "dot"
    colours: bool = True
    fills: bool = False
    terms: bool = False
    same: tuple[Same, ...] = ()


@cache
def templates(folder: Path | None = None) -> Mapping[str, Template]:
    """Read every profile, in order. Raises CardError for one that can't be used."""
    files = sorted((folder or places.resources() / "templates").glob("*.toml"))
    found = sorted((_read(file) for file in files), key=lambda each: (each.order, each.name))
    return MappingProxyType({each.name: each for each in found})


def template(name: str) -> Template:
    """Give a profile by name; the first where none is named. Raises UsageError for one that isn't there."""
    found = templates()
    if name in found or not name:
        return found[name] if name else next(iter(found.values()))
    raise UsageError(
        f"There is no profile called “{name}”. Nothing was written. There are {', '.join(found)}."
    )


def chosen(page: Page, default: str = "") -> Template:
    """Give how a case is drawn: its profile, or the default one, with what was turned over by hand.

    A profile that isn't there any more gives way to the default.
    """
    known = templates()
    base = known.get(page.profile) or known.get(default) or template("")
    return replace(
        base,
        inside=page.inside or base.inside,
        losses=page.losses or base.losses,
        colours=base.colours if page.colours is None else page.colours,
        fills=base.fills if page.fills is None else page.fills,
    )


def dressed(catalog: Catalog, used: Template) -> Catalog:
    """Give a catalogue whose cards are drawn as a profile wants; the very same where nothing is otherwise."""
    if used.losses == "dot" and not used.same:
        return catalog
    groups = {group: dict(cards) for group, cards in catalog.groups.items()}
    if used.losses == "cross":
        for card in _crossed().values():
            groups[card.group][card.id] = card
    for same in used.same:
        _draw_alike(groups, same, catalog)
    return Catalog(MappingProxyType({group: MappingProxyType(cards) for group, cards in groups.items()}))


@cache
def _crossed() -> Mapping[str, Card]:
    own = load(places.resources() / "templates" / _CROSSED)
    return {card.id: card for cards in own.groups.values() for card in cards.values()}


def _draw_alike(groups: dict[str, dict[str, Card]], same: Same, usual: Catalog) -> None:
    """Draw cards as one is usually drawn, which may itself be drawn as another by now."""
    for group, cards in groups.items():
        model = usual.groups[group].get(same.drawn_as)
        if isinstance(model, LineCard):
            alike = {key: cards[key] for key in same.cards if key in cards}
            cards |= {key: _like(card, model, same.label) for key, card in alike.items()}


def _like(card: Card, model: LineCard, label: str) -> Card:
    if not isinstance(card, LineCard):
        return card
    return replace(
        card,
        label=label,
        means=card.means or card.label,
        term="",
        line=model.line,
        paint=model.paint,
        slash=model.slash,
        tag="",
        order=model.order,
    )


# -- reading ---------------------------------------------------------------------


def _read(file: Path) -> Template:
    fields = read_toml(file)
    found = Template(
        name=file.stem,
        label=fields.text("label"),
        note=fields.text("note", ""),
        order=fields.whole("order"),
        theme=fields.text("theme", "everyday"),
        inside=cast(Inside, fields.choice("inside", ("age", "born", "year", "nothing"), "age")),
        losses=cast(Losses, fields.choice("losses", ("dot", "cross"), "dot")),
        colours=fields.flag("colours"),
        fills=fields.flag("fills"),
        terms=fields.flag("terms"),
        same=tuple(_same(each) for each in fields.tables("same")),
    )
    fields.done()
    return found


def _same(fields: Fields) -> Same:
    found = Same(fields.text("drawn_as"), fields.text("label"), fields.texts("cards"))
    fields.done()
    return found
