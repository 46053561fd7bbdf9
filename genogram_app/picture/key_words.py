"""What words on lines mean: what a couple was, who says so, where it stands. Only what is on this sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from genogram_app.catalog.cards import LineCard
from genogram_app.catalog.load import Catalog
from genogram_app.family.case import Case
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.sheet.result import Layout
from genogram_app.model.base import Basis, Standing, Teller
from genogram_app.model.ties import Bond
from genogram_app.picture.lines import has_bar, is_open, needs_source, states_in_words
from genogram_app.picture.people import tells_harm
from genogram_app.words import Words

_LETTERS = re.compile(r"[\w'’-]+")

#: What each standing means, in the order in which things stand in it.
_STANDINGS: Mapping[Standing, str] = {
    Standing.REPORTED: "“reported”: said, not decided",
    Standing.DENIED: "“denied”: they say it isn’t so",
    Standing.DISPUTED: "“disputed”: accounts differ",
    Standing.ADMITTED: "“admitted”: they say it is so",
    Standing.CONVICTED: "“convicted”: by a criminal court",
    Standing.FOUND: "“found by court”: by a judge",
}


#: What it means that somebody says so whom nobody has named.
_TELLERS: Mapping[Teller, str] = {
    Teller.CHILD: "“child says”: in a child’s own account",
    Teller.ADULT: "“adult says”: in an adult’s account",
    Teller.AGENCY: "“a service says”: in a service’s account",
    Teller.WORKER: "“worker says”: the worker’s own view",
}


def state_words(words: Words, card: LineCard) -> list[str]:
    """Give the short words for a couple's state that stand before its date: "m.", or "dating" and "ended"."""
    return words.say(card.abbreviation).split(", ") if card.abbreviation else []


def unsaid(found: Iterable[str], label: str, *, in_full: bool = False) -> list[str]:
    """Give those words that a label doesn't hold; "div." is held by "divorced", unless in_full."""
    told = _LETTERS.findall(label.casefold())
    return [each for each in found if not all(_held(word, told, in_full) for word in each.casefold().split())]


def _held(word: str, told: Iterable[str], in_full: bool) -> bool:
    if word.endswith(".") and not in_full:
        return any(each.startswith(word[:-1]) for each in told)
    return word in told


def words_told(words: Words, catalog: Catalog, case: Case, layout: Layout) -> list[str]:
    """Explain the words that stand on lines of this sheet, and under people of who says so."""
    family = case.family
    bases = [*_bases(catalog, family, layout), *_of_themes(catalog, case, layout)]
    harm = [basis for basis, is_harm in bases if is_harm]
    known = [basis for basis in harm if basis.told_by or basis.teller]
    standings = {basis.standing for basis, _ in bases}
    tellers = {basis.teller for basis, _ in bases if not basis.told_by}
    on_sheet = {
        "“source ?”: nobody has said who says so": len(known) < len(harm),
        "“where it stands ?”: nobody has said": any(basis.standing is None for basis in known),
        **{says: teller in tellers for teller, says in _TELLERS.items()},
        "“who to whom ?”: nobody has said": any(_is_open(catalog, family, layout)),
    }
    states = _states(words, catalog, family, layout)
    return [*states, *(words.say(says) for says, there in on_sheet.items() if there)] + [
        words.say(says) for standing, says in _STANDINGS.items() if standing in standings
    ]


def _states(words: Words, catalog: Catalog, family: FamilyGraph, layout: Layout) -> list[str]:
    """Explain the short words for couples' states whose line isn't drawn, or is drawn as that of another."""
    unions = [union for union in family.unions if has_bar(layout, union.id)]
    drawn = {union.kind for union in unions}
    cards = {card.id: card for union in unions for card in states_in_words(catalog, union)}
    told = (
        words.say("“{words}”: {means}", words=words.say(card.abbreviation), means=words.say(_means(card)))
        for kind, card in sorted(cards.items(), key=lambda pair: (pair[1].order, pair[0]))
        if not _in_its_row(words, card, kind in drawn) and not _plain(words, card)
    )
    return list(dict.fromkeys(told))


def _means(card: LineCard) -> str:
    return card.means or card.label


def _in_its_row(words: Words, card: LineCard, drawn: bool) -> bool:
    """Say whether the row of a couple's line tells what the words on it mean."""
    return drawn and not (card.means and unsaid(state_words(words, card), words.say(card.label)))


def _plain(words: Words, card: LineCard) -> bool:
    """Say whether the short words for a state are words of what it means, as in "affair"."""
    return not unsaid(state_words(words, card), words.say(_means(card)), in_full=True)


def _bases(catalog: Catalog, family: FamilyGraph, layout: Layout) -> Iterator[tuple[Basis, bool]]:
    """Go through what is said on lines of who says so, and whether it is of harm."""
    for bond in family.edges(Bond):
        card = catalog.bond(bond.quality)
        if bond.id in layout.bonds and needs_source(card, bond):
            yield bond.basis_of("quality"), card.harm
    for union in family.unions:
        for spell in union.spells if has_bar(layout, union.id) else ():
            if catalog.union(spell.kind).harm:
                yield spell.basis, True


def _of_themes(catalog: Catalog, case: Case, layout: Layout) -> Iterator[tuple[Basis, bool]]:
    """Go through what is said of whose word the themes on the sheet are, and whether each is of harm."""
    themes = list(case.details.themes)
    for person in case.family.people:
        themes += person.themes if person.id in layout.places else ()
    return ((theme.basis, tells_harm(catalog, theme)) for theme in themes)


def _is_open(catalog: Catalog, family: FamilyGraph, layout: Layout) -> Iterator[bool]:
    for bond in family.edges(Bond):
        yield bond.id in layout.bonds and is_open(catalog.bond(bond.quality), bond)
