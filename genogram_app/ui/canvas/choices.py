"""What a palette of lines offers between two, and the sentences for which way a line goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from genogram_app.catalog.cards import LineCard
from genogram_app.catalog.load import Catalog
from genogram_app.edit.result import Edit, Stamp
from genogram_app.edit.sources import say_source_of_state
from genogram_app.edit.spells import change_state
from genogram_app.edit.ties import add_bond, add_tie
from genogram_app.edit.unions import join, union_between
from genogram_app.family.case import Case
from genogram_app.model.agency import Agency
from genogram_app.model.base import Standing, Teller
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.ties import Direction, Union
from genogram_app.words import Words

#: How many a palette shows first.
FIRST = 6
#: The group of the cards for couples.
UNIONS = "unions"


@dataclass(frozen=True, slots=True)
class Ends:
    """The two that a line joins, with what they are called. A service, if one of them is, comes first.

    people: both are people, who may be a couple. couple: they are one on the sheet.
    """

    a: Id
    b: Id
    a_name: str
    b_name: str
    service: bool = False
    people: bool = False
    couple: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """One sentence that may be true: what it says, and the direction that means it."""

    says: str
    direction: Direction


@dataclass(frozen=True, slots=True)
class Picked:
    """What was picked: a line, which way it goes, who says so and where it stands."""

    card: LineCard
    direction: Direction = Direction.UNSET
    teller: Teller | None = None
    standing: Standing | None = None


def ends_between(case: Case, first: Id, second: Id, names: tuple[str, str]) -> Ends:
    """Give the two ends of a line, a service first."""
    services = [case.family.find(Agency, key) is not None for key in (first, second)]
    if services[1] and not services[0]:
        return Ends(second, first, names[1], names[0], service=True)
    people = all(case.family.find(Person, key) is not None for key in (first, second))
    couple = people and union_between(case.family, first, second) is not None
    return Ends(first, second, *names, service=any(services), people=people, couple=couple)


def everyday(catalog: Catalog, ends: Ends, *, harm: bool) -> tuple[LineCard, ...]:
    """Give the few lines to show first: everyday relationships, or ties where a service is meant."""
    found = tuple(catalog.ties.values()) if ends.service else catalog.everyday()
    return _offered(found, harm)[:FIRST]


def every(catalog: Catalog, ends: Ends, *, harm: bool) -> tuple[LineCard, ...]:
    """Give all lines that may join the two, in the order of the key; `harm` as the view allows."""
    ties = tuple(catalog.ties.values()) if ends.service else ()
    unions = tuple(card for card in catalog.unions.values() if not card.default) if ends.people else ()
    return _offered((*ties, *catalog.bonds.values(), *unions), harm)


def as_couple(catalog: Catalog, ends: Ends) -> tuple[LineCard, ...]:
    """Give the few states of a couple to show first, where the two are one."""
    return tuple(card for card in catalog.unions.values() if card.everyday and ends.couple)


def matching(cards: Iterable[LineCard], typed: str, words: Words) -> tuple[LineCard, ...]:
    """Give the cards that hold every word typed: what was typed whole, what begins so, everyday ones."""
    wanted = _folded(typed).split()
    found = [card for card in cards if all(word in _text(card, words) for word in wanted)]
    whole = " ".join(wanted)

    def order(card: LineCard) -> tuple[bool, bool, bool]:
        names = [_folded(words.say(name)) for name in (card.label, *card.also)]
        return whole not in names, not any(name.startswith(whole) for name in names), not card.everyday

    return tuple(sorted(found, key=order))


def elsewhere(catalog: Catalog, ends: Ends, typed: str, words: Words, *, harm: bool) -> str:
    """Say where that is which no palette draws: whose child somebody is; empty if something else was typed.

    Who the father is isn't spoken of with the family at the table.
    """
    descent = (card for card in catalog.descent.values() if harm or card.id in catalog.harmless)
    found = matching(descent, typed, words) if ends.people else ()
    if not found:
        return ""
    if all(catalog.paternity.asked_by(card.id) for card in found):
        return words.say("Who the father is: in the child’s panel, under “Parents and carers”.")
    return words.say("Whose child somebody is: in the child’s panel, under “Parents and carers”.")


def recent(cards: Iterable[LineCard], used: Sequence[str], shown: Iterable[LineCard]) -> tuple[LineCard, ...]:
    """Give what was used lately, the latest first, without what is shown anyway."""
    by_id = {card.id: card for card in cards}
    there = {card.id for card in shown}
    return tuple(by_id[name] for name in used if name in by_id and name not in there)


def ways(card: LineCard, ends: Ends, words: Words) -> tuple[Way, ...]:
    """Give the sentences of which one must be picked; none where a line has no direction."""
    if card.directed == "none":
        return ()
    there = {"a": ends.a_name, "b": ends.b_name}
    back = {"a": ends.b_name, "b": ends.a_name}
    said = [
        Way(words.say(card.sentence(forth=True), **there), Direction.FORTH),
        Way(words.say(card.sentence(forth=True), **back), Direction.BACK),
    ]
    if card.both:
        said.append(Way(words.say(card.both, **there), Direction.BOTH))
    if card.directed == "optional":
        said.insert(0, Way(words.say(card.says, **there), Direction.UNSET))
    return _told_apart(said)


def plainly(card: LineCard, ends: Ends, words: Words) -> str:
    """Say a line that has no direction."""
    return words.say(card.says, a=ends.a_name, b=ends.b_name)


def drawn(case: Case, stamp: Stamp, ends: Ends, picked: Picked) -> Edit:
    """Make the step that draws what was picked."""
    told = replace(
        stamp,
        teller=picked.teller or stamp.teller,
        told_by=stamp.told_by if picked.teller in (None, stamp.teller) else "",
    )
    card = picked.card
    if card.group == UNIONS:
        return _paired(case, told, ends, picked)
    if card.axis:
        strength, strain = (card.id, "") if card.axis == "strength" else ("", card.id)
        way = picked.direction
        return add_tie(case, told, ends.a, ends.b, strength=strength, strain=strain, direction=way)
    return add_bond(case, told, ends.a, ends.b, card.id, direction=picked.direction, standing=picked.standing)


def _paired(case: Case, stamp: Stamp, ends: Ends, picked: Picked) -> Edit:
    """Make two a couple, or say what has become of theirs; and where it stands, if that was picked."""
    union = union_between(case.family, ends.a, ends.b)
    if union is None or not stamp.sees(union):
        edit = join(case, stamp, ends.a, ends.b, picked.card.id)
    else:
        edit = change_state(case, stamp, union.id, picked.card.id)
    if picked.standing is None or edit.case is case:
        return edit
    key = edit.select[0]
    last = len(edit.case.family.get(Union, key).spells) - 1
    return replace(edit, case=say_source_of_state(edit.case, stamp, key, last, standing=picked.standing).case)


def _offered(cards: Iterable[LineCard], harm: bool) -> tuple[LineCard, ...]:
    return tuple(card for card in cards if harm or not card.harm)


def _text(card: LineCard, words: Words) -> str:
    said = (card.label, card.term, card.heading, *card.also)
    return _folded(" ".join(words.say(part) for part in said if part))


def _folded(text: str) -> str:
    """Give words as they are compared: in small letters, without apostrophes."""
    return text.casefold().replace("’", "").replace("'", "")


def _told_apart(said: Iterable[Way]) -> tuple[Way, ...]:
    """Leave out a way that reads like another; the one that says more stays."""
    by_words: dict[str, Way] = {}
    for way in said:
        by_words[way.says] = way
    return tuple(by_words.values())
