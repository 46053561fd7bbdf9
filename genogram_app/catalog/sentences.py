"""The words of a card: a sentence names whom it is about, and no other text has a place for anybody."""

from __future__ import annotations

from string import Formatter

from genogram_app.catalog.cards import AgencyCard, Card, FillCard, LegalCard, LineCard, MarkCard, PersonCard
from genogram_app.catalog.fields import Fields

_OF_A_LINE = ("says", "forth", "both")
_OF_ONE = ("says", "lived_through", "caused", "own_need")
#: Fields whose text the program never says by its places.
_ELSEWHERE = frozenset({"id", "group"})
#: Cards of a mark alone may tell what it means, and of nobody.
_OF_NOBODY = (MarkCard, FillCard, PersonCard, LegalCard)


def said_well(fields: Fields, card: Card) -> Card:
    """Give a card as it is. Raises CardError, with file and line, for a text that can't be said."""
    people = ("a", "b") if isinstance(card, (LineCard, AgencyCard)) else ("a",)
    sentences = _OF_A_LINE if isinstance(card, LineCard) else _OF_ONE
    for name in card.__dataclass_fields__:
        value = getattr(card, name)
        for text in value if isinstance(value, tuple) else (value,):
            if isinstance(text, str) and text and name not in _ELSEWHERE:
                _check(fields, name, text, people if name in sentences else (), card)
    return card


def _check(fields: Fields, name: str, text: str, people: tuple[str, ...], card: Card) -> None:
    """Refuse a text with another place in it than for those people, or without one for each."""
    wanted = " and ".join(f"{{{person}}}" for person in people)
    try:
        places = [part[1:] for part in Formatter().parse(text) if part[1] is not None]
    except ValueError as error:
        raise fields.fault(name, f"“{name}” has a brace too many or too few.") from error
    if not people and (places or "{" in text or "}" in text):
        raise fields.fault(name, f"“{name}” has a brace; only a sentence has places for people.")
    if any(place not in {(person, "", None) for person in people} for place in places):
        raise fields.fault(name, f"“{name}” may have {wanted} in it, and no other braces.")
    nobody = isinstance(card, _OF_NOBODY) and not places
    if {str(place[0]) for place in places} != {*people} and not nobody:
        raise fields.fault(name, f"“{name}” should name {wanted}, or nobody knows whom it is about.")
