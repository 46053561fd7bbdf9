"""Which place in the family a mention means: the only one that fits, or a question whose it is."""

from __future__ import annotations

from genogram_app.edit.spoken.grammar import Mention, Told, UnclearError
from genogram_app.edit.spoken.spots import Spot
from genogram_app.edit.spoken.telling import Telling
from genogram_app.model.dates import When, age_on
from genogram_app.model.ids import Id
from genogram_app.words import Sentence

_SIDE = Sentence("Whose side? Choose, or write it after.")
#: Nobody younger has a partner or children.
_GROWN = 12
_WHOSE = Sentence("Another name stands there. Whose, then? Choose, or write it after.")
WHICH = Sentence("Which do you mean? Choose, or write it after.")


def place_meant(telling: Telling, mention: Mention, told: Told) -> Spot:
    """Give the one place that is meant; a name that stands in one of several decides.

    Where nothing is told, it is the only one of them who has a name.
    """
    found = _of_child(telling, _plausible(telling, telling.spots.of(mention), mention), mention, told)
    if len(found) > 1 and isinstance(told.name, str):
        known = [spot for spot in found if telling.sight.named(told.name, telling.spots.at(spot))]
        found = known if len(known) == 1 else found
    if len(found) > 1 and mention.bare:
        known = [spot for spot in found if any(person.named for person in telling.spots.at(spot))]
        found = known if len(known) == 1 else found
    if len(found) > 1 and mention.several and all(spot.of == "parent" for spot in found):
        raise UnclearError(Sentence("Who is who? Write each alone: mum’s mum Ann, mum’s dad Bob."))
    if len(found) > 1:
        sides = len({(spot.of, spot.last.card if spot.steps else "", spot.start) for spot in found}) == 1
        options = tuple(spot.said for spot in found)
        raise UnclearError(_SIDE if sides else WHICH, options, bare=mention.bare)
    return found[0]


def _of_child(telling: Telling, found: list[Spot], mention: Mention, told: Told) -> list[Spot]:
    """Leave out who is selected, where words lead up from the child: "mum", "gran", "uncle"."""
    own = [spot for spot in found if spot.start == telling.about]
    words = [ref.kin for ref in mention.relations if ref.kin is not None and len(ref.parts) == 1]
    if len(own) in (0, len(found)) or not all(word.upwards for word in words):
        return found
    if isinstance(told.name, str) and all(_is_other(telling, spot, told.name) for spot in own):
        options = tuple(spot.said for spot in found if spot not in own)
        raise UnclearError(_WHOSE, options)
    return own


def _is_other(telling: Telling, spot: Spot, name: str) -> bool:
    """Say whether a parent's place is that of somebody of another name."""
    there = [person for person in telling.spots.at(spot) if person.named]
    return spot.last.of == "parent" and bool(there) and not telling.sight.named(name, there)


def _plausible(telling: Telling, found: list[Spot], mention: Mention) -> list[Spot]:
    """Leave out a child's own partner and children, unless it was said whose they are."""
    if not _about_child(telling) or any(len(ref.parts) > 1 for ref in mention.relations):
        return found
    rest = [spot for spot in found if not _is_own(spot, telling.about)]
    if not rest:
        word = mention.relations[0].text
        raise UnclearError(Sentence.of("Whose? Write it before: mum’s {word}.", word=word))
    return rest


def _about_child(telling: Telling) -> bool:
    """Say whether the line is about somebody who is too young, or may be, for a family of their own."""
    person = telling.sight.person(telling.about) if telling.about is not None else None
    if person is None or not isinstance(person.born, When):
        return person is not None and (person.subject or person.unborn)
    age = age_on(person.born, telling.teller.view.as_at)
    return person.unborn or (age is not None and age[0] < _GROWN)


def _is_own(spot: Spot, about: Id | None) -> bool:
    """Say whether a place is for a partner or a child of the one whom the line is about."""
    return spot.base == about and len(spot.steps) == 1 and spot.last.of in ("partner", "child")
