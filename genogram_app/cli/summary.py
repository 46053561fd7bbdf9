"""What a case holds, as plain data: the form of `genogram show --json`."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Any

from genogram_app.catalog.cards import LineCard
from genogram_app.family import kinship
from genogram_app.family.generations import generations
from genogram_app.model.agency import Agency
from genogram_app.model.base import Basis, Blank, Record, Value
from genogram_app.model.dates import When, age_on
from genogram_app.model.household import Household
from genogram_app.model.ids import Id
from genogram_app.model.person import Person, Spell, Theme
from genogram_app.model.ties import Bond, ChildOf, Direction, LivesIn, Tie, Union
from genogram_app.practice.calling import calls
from genogram_app.practice.question import Look

Data = dict[str, Any]


def summary(look: Look) -> Data:
    """Give what a case holds, by the names that `show` promises.

    Dates are EDTF text, ids are the file's own. What isn't known is null, and
    why stands under `blanks`. What is dated says whether it is `current` on the
    day of asking, and whether it has `ended`. Left to the file itself: notes,
    addresses, who told each single statement, and where things stand on the sheet.
    """
    family, details = look.family, look.case.details
    care = frozenset(card.id for card in look.catalog.descent.values() if card.care and not card.blood)
    row_of = generations(family, care, look.catalog.paternity.doubts)
    return {
        "reference": plain(details.reference),
        "dated": plain(details.dated),
        "review_due": plain(details.review_due),
        "people": [_person(look, person, row_of[person.id]) for person in family.people],
        "unions": [_union(look, union) for union in family.unions],
        "households": [_household(look, home) for home in family.households],
        "agencies": [_agency(look, agency) for agency in family.agencies],
        "relationships": [_bond(look, bond) for bond in family.edges(Bond)],
        "ties": [_tie(look, tie) for tie in family.edges(Tie)],
        "generations": _rows(row_of),
        "subject_children": [person.id for person in family.people if person.subject],
        "go_to": _go_to(look),
        "themes": [_theme(look, theme) for theme in details.themes],
        "took_part": list(details.took_part),
        "versions": [_fields(version, "number", "dated", "note", "signed") for version in look.case.versions],
    }


def plain(value: Any) -> Any:
    """Give a field as JSON has it; null for a blank."""
    if isinstance(value, When):
        return value.edtf
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Blank) or value in ("", None):
        return None
    return value.value if isinstance(value, Enum) else value


def _fields(record: Any, *names: str) -> Data:
    return {name: plain(getattr(record, name)) for name in names}


def _time(look: Look, record: kinship.Dated) -> Data:
    """Say when something began and ended, and whether it holds on the day of asking."""
    return {
        **_fields(record, "since", "until"),
        "current": kinship.current(record, look.today),
        "ended": kinship.over(record, look.today),
    }


def _beside(record: Record) -> Data:
    """Give other accounts of a record's fields, and what people said in their own words."""
    return {
        "accounts": [
            {"about": account.about, "value": _value(account.value), **_basis(account.basis)}
            for account in record.accounts
        ],
        "quotes": [
            {**_fields(quote, "words", "by", "when", "where"), "shared": quote.basis.shared}
            for quote in record.quotes
        ],
    }


def _value(value: Any) -> Any:
    """Give the value of an account, which may be that of any field."""
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    return value.model_dump(mode="json", exclude_defaults=True) if isinstance(value, Value) else plain(value)


def _blanks(record: Any, *names: str) -> Data:
    found = {name: getattr(record, name) for name in names}
    return {name: value.value for name, value in found.items() if isinstance(value, Blank)}


def _rows(row_of: Any) -> list[list[Id]]:
    """Give the generations, the eldest first, each a list of people's ids."""
    rows: dict[int, list[Id]] = {}
    for key in sorted(row_of):
        rows.setdefault(row_of[key], []).append(key)
    return [rows[row] for row in sorted(rows)]


# -- who and what there is -------------------------------------------------------


def _person(look: Look, person: Person, row: int) -> Data:
    names = ("name", "born", "died", "telephone")
    return {
        "id": person.id,
        "called": calls(look, person.id),
        **_fields(person, "name", "known_as", "born", "died"),
        "age": _age(person, look.today),
        "gender": look.words.say(look.catalog.gender(person.gender).label),
        **_fields(person, "life", "subject", "role", "telephone"),
        "generation": row,
        "parents": [_parents(look, link) for link in kinship.links_up(look.family, person.id)],
        "homes": [
            place.household
            for place, home in kinship.homes_of(look.family, person.id)
            if kinship.current(place, look.today) and kinship.current(home, look.today)
        ],
        "legal": [_spell(look.catalog.legal_status(s.kind).label, s, look) for s in person.legal],
        "themes": [_theme(look, theme) for theme in person.themes],
        "blanks": _blanks(person, *names),
        **_beside(person),
    }


def _theme(look: Look, theme: Theme) -> Data:
    says = theme.words or look.words.say(look.catalog.theme(theme.card).label)
    return {"says": says, **_fields(theme, "part", "phase"), **_basis(theme.basis)}


def _age(person: Person, today: date) -> int | None:
    """Give the age today, or at death; None where it can't be told."""
    last = person.died.latest if isinstance(person.died, When) else None
    day = last if person.dead else today
    if person.unborn or day is None or not isinstance(person.born, When):
        return None
    found = age_on(person.born, day)
    return found[0] if found else None


def _parents(look: Look, link: ChildOf) -> Data:
    people = [person.id for person in kinship.parent_people(look.family, link)]
    card = look.catalog.link(link.kind)
    return {
        "how": look.words.say(card.label),
        "by_birth": card.blood,
        "through": link.parent,
        "people": people,
        **_time(look, link),
    }


def _union(look: Look, union: Union) -> Data:
    card = look.catalog.union(union.kind)
    family = look.family
    return {
        "id": union.id,
        "partners": [person.id for person in kinship.partners(family, union.id)],
        "kind": look.words.say(card.label),
        "since": plain(union.since),
        "spells": [_spell(look.catalog.union(spell.kind).label, spell, look) for spell in union.spells],
        "children": [_child(look, link) for link in kinship.links_down(family, union.id)],
        **_beside(union),
    }


def _child(look: Look, link: ChildOf) -> Data:
    card = look.catalog.link(link.kind)
    return {
        "child": link.child,
        "how": look.words.say(card.label),
        "by_birth": card.blood,
        **_time(look, link),
    }


def _spell(label: str, spell: Spell, look: Look) -> Data:
    return {
        "kind": look.words.say(label),
        **_fields(spell, "since", "until"),
        **_basis(spell.basis),
    }


def _household(look: Look, home: Household) -> Data:
    places = kinship.members(look.family, home.id)
    return {
        "id": home.id,
        "called": calls(look, home.id),
        **_fields(home, "name"),
        **_time(look, home),
        "members": [_place(look, place) for place in places],
        **_beside(home),
    }


def _place(look: Look, place: LivesIn) -> Data:
    return {**_fields(place, "person", "part_time", "pattern"), **_time(look, place)}


def _agency(look: Look, agency: Agency) -> Data:
    return {
        "id": agency.id,
        "kind": look.words.say(look.catalog.agency(agency.kind).label),
        **_fields(agency, "name", "contact", "job_title", "team", "telephone", "involvement"),
        "worker": agency.id == look.case.details.worker,
        **_fields(agency, "since", "until"),
        "blanks": _blanks(agency, "name", "contact", "telephone"),
        **_beside(agency),
    }


def _go_to(look: Look) -> Data | None:
    go_to = look.case.details.go_to
    if go_to is None or go_to.who not in look.family:
        return None
    name = getattr(look.family.record(go_to.who), "name", Blank.UNKNOWN)
    return {
        "id": go_to.who,
        "name": plain(name) or calls(look, go_to.who),
        **_fields(go_to, "telephone", "agreed", "checked"),
    }


# -- lines ----------------------------------------------------------------------


def _bond(look: Look, bond: Bond) -> Data:
    card = look.catalog.bond(bond.quality)
    return {
        "id": bond.id,
        "between": [bond.a, bond.b],
        "kind": look.words.say(card.label),
        "direction": plain(bond.direction),
        "says": _sentence(look, card, bond, bond.direction),
        **_fields(bond, "arrangement"),
        **_time(look, bond),
        **_basis(bond.basis_of("quality")),
        **_beside(bond),
    }


def _tie(look: Look, tie: Tie) -> Data:
    strength = look.catalog.tie_strength(tie.strength)
    strain = look.catalog.tie_strain(tie.strain)
    says = [_sentence(look, strength, tie, tie.direction)]
    says += [_sentence(look, strain, tie, Direction.UNSET)] if strain else []
    return {
        "id": tie.id,
        "between": [tie.a, tie.b],
        "kind": look.words.say(strength.label),
        "strain": look.words.say(strain.label) if strain else None,
        "direction": plain(tie.direction),
        "says": "; ".join(says),
        **_time(look, tie),
        **_basis(tie.basis_of("strain" if tie.strain else "strength")),
        **_beside(tie),
    }


def _sentence(look: Look, card: LineCard, line: Bond | Tie, way: Direction) -> str:
    """Say a line as a sentence; {a} is always who acts."""
    forth = way in (Direction.FORTH, Direction.BOTH)
    back = way in (Direction.BACK, Direction.BOTH)
    first, second = (line.b, line.a) if back and not forth else (line.a, line.b)
    template = card.sentence(forth=forth, back=back) or "{a} – {b}"
    return look.words.say(template, a=calls(look, first), b=calls(look, second))


def _basis(basis: Basis) -> Data:
    return {
        "who_says": basis.told_by or plain(basis.teller),
        "standing": plain(basis.standing),
        "shared": basis.shared,
    }
