"""The lines of a sheet in words: relationships, services, themes, quotes, other accounts and notes."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any

from genogram_app.drawing.report import Block, Bullets, Quote, Table
from genogram_app.family import kinship
from genogram_app.model import base
from genogram_app.model.agency import Agency
from genogram_app.model.base import Account, Blank, Record
from genogram_app.model.dates import When
from genogram_app.model.person import Spell, Theme
from genogram_app.model.ties import Bond, Direction, Edge, Tie, Union
from genogram_app.picture.agencies import involvement
from genogram_app.picture.lines import tie_cards
from genogram_app.picture.people import tells_harm
from genogram_app.picture.told import Telling, capital, joined, section, stopped
from genogram_app.picture.told_people import field_name, union_states
from genogram_app.words import facts

# -- relationships ----------------------------------------------------------------------


def relationships(telling: Telling) -> list[Block]:
    """Say every relationship as a sentence; on the case-file copy who says so and where it stands."""
    say = telling.say
    bonds = sorted(telling.family.edges(Bond), key=lambda bond: telling.catalog.bond(bond.quality).order)
    rows = tuple(_bond_row(telling, bond) for bond in bonds)
    head = (say("Relationship"), say("When"), say("Who says so, and where it stands"))
    columns = 3 if telling.in_full else 2
    table = Table(head[:columns], rows, (2.2, 1.2, 2.0)[:columns])
    return section(say("Relationships"), [table] if rows else [])


def _bond_row(telling: Telling, bond: Bond) -> tuple[str, ...]:
    when = joined([bond.arrangement, telling.span(bond.since, bond.until)], "; ")
    row = (bond_sentence(telling, bond), when or telling.say("–"))
    harm = telling.catalog.bond(bond.quality).harm
    told = telling.source(bond.basis_of("quality"), harm=harm) or telling.say("not recorded")
    return (*row, told) if telling.in_full else row


def bond_sentence(telling: Telling, bond: Bond) -> str:
    """Say a relationship: "Darren Doyle controls Lisa Carter"."""
    card = telling.catalog.bond(bond.quality)
    return _sentence(telling, card.sentence, card.label, bond.ends, bond.direction)


def _sentence(telling: Telling, template_of: Any, label: str, ends: tuple[str, str], way: Direction) -> str:
    forth = way in (Direction.FORTH, Direction.BOTH)
    back = way in (Direction.BACK, Direction.BOTH)
    first, second = reversed(ends) if back and not forth else ends
    template = template_of(forth=forth, back=back)
    names = {"a": telling.call(first), "b": telling.call(second)}
    return telling.say(template or "{a} – {b}: {label}", **names, label=telling.say(label))


# -- services ----------------------------------------------------------------------------


def services(telling: Telling) -> list[Block]:
    """Say every service: whom to speak to, on which number, and whom it works with."""
    say = telling.say
    rows = tuple(_service_row(telling, agency) for agency in telling.family.agencies)
    head = (say("Service"), say("Whom to speak to"), say("Telephone"), say("With whom"))
    return section(say("Services"), [Table(head, rows, (1.2, 1.6, 1.0, 2.2))] if rows else [])


def _service_row(telling: Telling, agency: Agency) -> tuple[str, ...]:
    label = telling.say(telling.catalog.agency(agency.kind).label)
    name = agency.name if isinstance(agency.name, str) else label
    team = agency.team if agency.team != name else ""
    whom = joined([telling.text(agency.contact), agency.job_title, team])
    ties = [tie_sentence(telling, tie) for tie in telling.family.at(Tie, agency.id)]
    where = involvement(telling.pen, agency)
    how = stopped([capital(where), *ties])
    return name, whom, telling.text(agency.telephone), how or telling.say("–")


def tie_sentence(telling: Telling, tie: Tie) -> str:
    """Say how a service is tied to somebody: "Moor Lane Primary is a strong support to Jay Carter"."""
    core, *strains = tie_cards(telling.catalog, tie)
    said = [_sentence(telling, core.sentence, core.label, tie.ends, tie.direction)]
    said += [_sentence(telling, card.sentence, card.label, tie.ends, Direction.UNSET) for card in strains]
    return joined(["; ".join(said), telling.span(tie.since, tie.until)])


# -- themes and quotes ----------------------------------------------------------------------


def themes(telling: Telling) -> list[Block]:
    """Say the family's themes, then everybody's own."""
    items = [_theme(telling, theme) for theme in telling.case.details.themes]
    items += [
        telling.say("{name}: {theme}", name=telling.call(person.id), theme=_theme(telling, theme))
        for person in telling.family.people
        for theme in person.themes
    ]
    return section(telling.say("Themes"), [Bullets(tuple(items))] if items else [])


def _theme(telling: Telling, theme: Theme) -> str:
    told = telling.source(theme.basis, harm=tells_harm(telling.catalog, theme))
    return stopped([capital(telling.theme(theme)), told])


def quotes(telling: Telling) -> list[Block]:
    """Give everybody's own words."""
    found = [
        Quote(quote.words, _whose(telling, record, quote))
        for record in records(telling)
        for quote in record.quotes
    ]
    return section(telling.say("In their own words"), found)


def records(telling: Telling) -> list[Record]:
    """Give every record that can carry quotes, accounts and notes."""
    return [*telling.family.records(), telling.case.details]


def _whose(telling: Telling, record: Record, quote: base.Quote) -> str:
    day = telling.words.short_day(quote.when) if quote.when else ""
    return joined([quote.by or _about(telling, record), day, quote.where])


# -- other accounts ---------------------------------------------------------------------------


def accounts(telling: Telling) -> list[Block]:
    """Say every other account of something, beside what the sheet says."""
    items = [_account(telling, record, account) for record in records(telling) for account in record.accounts]
    return section(telling.say("Other accounts"), [Bullets(tuple(items))] if items else [])


def _account(telling: Telling, record: Record, account: Account) -> str:
    about = telling.say(
        "{what}, {field}", what=_about(telling, record), field=field_name(telling, account.about)
    )
    ours = said_value(telling, account.about, getattr(record, account.about))
    theirs = said_value(telling, account.about, account.value)
    told = telling.source(account.basis) or telling.say("not recorded who says so")
    return telling.say(
        "{about}: the sheet says {ours}. Another account: {theirs} ({told}).",
        about=about,
        ours=ours,
        theirs=theirs,
        told=told,
    )


def said_value(telling: Telling, field: str, value: Any) -> str:
    """Say the value of any statement."""
    if isinstance(value, Blank):
        return telling.blank(value)
    if isinstance(value, When):
        return facts.vague_date(telling.words, value.edtf)
    if isinstance(value, Enum):
        return telling.say(str(value.value))
    if field == "quality":
        return telling.say(telling.catalog.bond(value).label)
    if isinstance(value, tuple):
        return _said_tuple(telling, field, value)
    return f"“{value}”" if isinstance(value, str) else str(value)


def _said_tuple(telling: Telling, field: str, values: tuple[Any, ...]) -> str:
    if field == "spells":
        return union_states(telling, values)
    parts = [
        telling.say(telling.catalog.legal_status(item.kind).label) if isinstance(item, Spell) else item.words
        for item in values
    ]
    return telling.words.listed(parts) or telling.say("none")


def _about(telling: Telling, record: Record) -> str:
    """Say which record is meant."""
    if isinstance(record, Bond):
        return bond_sentence(telling, record)
    if isinstance(record, Edge):
        return telling.say("{a} and {b}", a=telling.call(record.ends[0]), b=telling.call(record.ends[1]))
    if isinstance(record, Union):
        names = [telling.call(person.id) for person in kinship.partners(telling.family, record.id)]
        return telling.words.listed(names)
    return telling.call(record.id) if record.id in telling.family else telling.say("The family")


# -- notes ---------------------------------------------------------------------------------------


def notes(telling: Telling) -> list[Block]:
    """Give what was noted down about anybody or anything."""
    items = tuple(_notes(telling))
    return section(telling.say("Notes"), [Bullets(items)] if items else [])


def _notes(telling: Telling) -> Iterator[str]:
    for record in records(telling):
        note = getattr(record, "notes", "")
        if note:
            yield telling.say("{what}: {note}", what=_about(telling, record), note=note)
