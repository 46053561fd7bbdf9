"""Meeting who is told of: found in the family or added, and what is told of them written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from genogram_app.edit.spoken.adding import added
from genogram_app.edit.spoken.filling import could_die
from genogram_app.edit.spoken.grammar import Mention, Told, UnclearError
from genogram_app.edit.spoken.joining import SINCE, between, caring, twinned
from genogram_app.edit.spoken.lasting import refuse_due
from genogram_app.edit.spoken.namesakes import namesake
from genogram_app.edit.spoken.places import WHICH, place_meant
from genogram_app.edit.spoken.spots import PERHAPS, Spot, way_to
from genogram_app.edit.spoken.telling import Telling
from genogram_app.edit.text import LifeTold
from genogram_app.model.dates import When
from genogram_app.model.ids import Id
from genogram_app.model.person import Life, Person
from genogram_app.words import Sentence

_WHO_IS_THAT = Sentence("Which one is that? Write the name, or “?” for somebody else.")
_WHOLE = "{name} is on the sheet with both parents the same. Where that is wrong, correct it there."
_WHO_DIED = "Who died? Write the name, or “another” where it is somebody new: {words} Ann, {new}."
_WHO_ALL_DIED = Sentence("Who died? Write each by name: brother Tom died 2019.")


def met(telling: Telling, mention: Mention, told: Told) -> tuple[Telling, Id]:
    """Find whom a mention means, or add them, and write what is told of them."""
    if not mention.relations:
        return _by_name(telling, mention, told)
    if (who := mention.without_carers()) is not mention:
        return _met_as_carer(telling, mention, who, told)
    words = [ref.kin.word for ref in mention.relations if ref.kin is not None and len(ref.parts) == 1]
    if mention.bare and len(words) == 1 and words[0] in telling.aliases:
        return telling, telling.aliases[words[0]]
    spot = place_meant(telling, mention, told)
    if not spot.steps:
        return telling.calling(spot.base, "").filled(spot.base, told, dead=mention.dead), spot.base
    if mention.bare and (spoken := _spoken_of(telling, spot)) is not None:
        return telling, spoken
    _refuse_idle(spot, mention, told)
    refuse_due(telling.sight.family, spot, told)
    telling, key = _there(telling, spot, mention, told)
    telling = between(telling, spot, key, mention, told)
    telling = telling.calling(key, telling.said(spot), words if spot.start != telling.beside else ())
    telling = telling.filled(key, told, gender=telling.sight.gender(spot.last), dead=mention.dead)
    return (twinned(telling, spot, key) if spot.last.twin else telling), key


def _spoken_of(telling: Telling, spot: Spot) -> Id | None:
    """Give the only one at a place whom this line called so: "mum’s partner ?, lives with mum’s partner"."""
    there = {person.id for person in telling.spots.at(spot)}
    found = [key for key, chain in telling.chains.items() if key in there and chain == telling.said(spot)]
    return found[0] if len(found) == 1 else None


def _met_as_carer(telling: Telling, mention: Mention, who: Mention, told: Told) -> tuple[Telling, Id]:
    """Find who is told of as kin and as a carer at once: "kinship carer gran Sheila since May"."""
    telling, key = met(telling, who, replace(told, since=None, until=None))
    (spot, *others) = telling.spots.of(replace(mention, relations=mention.carers))
    if others:
        raise UnclearError(WHICH, tuple(each.said for each in (spot, *others)))
    telling, key = caring(telling, spot, key)
    telling = between(telling, spot, key, mention, told)
    return telling.calling(key, f"{spot.said} {telling.chains[key]}"), key


def _by_name(telling: Telling, mention: Mention, told: Told) -> tuple[Telling, Id]:
    if not isinstance(told.name, str) or told.since is not None:
        raise UnclearError(Sentence("Who is that?") if told.since is None else SINCE)
    key = telling.spots.named(told.name)
    telling = telling.calling(key, telling.chains.get(key) or told.name)
    return telling.filled(key, told, dead=mention.dead), key


def _there(telling: Telling, spot: Spot, mention: Mention, told: Told) -> tuple[Telling, Id]:
    """Give who is at a place: known by name, the only one that there can be, or new."""
    found = telling.spots.at(spot)
    if isinstance(told.name, str) and (named := telling.sight.named(told.name, _known(telling, spot))):
        if len(named) > 1:
            raise UnclearError(Sentence.of("There are several called {name}.", name=told.name))
        return telling, named[0].id
    _refuse_other_gender(telling, spot, told)
    if spot.last.of == "parent":
        return _parent(telling, spot, told)
    if told.name is None and _ended(mention, told) and not spot.step:
        known = _who_died(telling, found, mention, told)
        return (telling, known) if known is not None else added(telling, spot, mention)
    if spot.last.kin and isinstance(told.name, str) and (kin := telling.sight.named(told.name)):
        if len(kin) > 1:
            raise UnclearError(Sentence.of("There are several called {name}.", name=told.name))
        return caring(telling, spot, kin[0].id)
    if (spot.last.of == "carer" or spot.last.twin) and len(
        open_to_it := [each for each in found if not each.named]
    ) == 1:
        return telling, open_to_it[0].id
    _refuse_perhaps_parent(telling, spot, mention, told)
    if told.name is None and (known := _nameless(telling, found, told)) is not None:
        return telling, known
    if told.name is None and spot.step:
        raise UnclearError(_WHO_IS_THAT)
    return namesake(telling, spot, mention, told) or added(telling, spot, mention)


def _refuse_perhaps_parent(telling: Telling, spot: Spot, mention: Mention, told: Told) -> None:
    """Ask whether "mum’s boyfriend" with no name is the child's dad, or somebody else."""
    parent = telling.spots.perhaps_parent(spot) if told.name is None else None
    if parent is None:
        return
    words, name = mention.relations[0].text, telling.called(parent.id)
    it = f"{words} {name}" if name else way_to(telling.spots, telling.lexicon, parent)
    options = tuple(option for option in (it, f"{words} ?") if option)
    raise UnclearError(Sentence.of(PERHAPS, words=words, name=name or it), options, instead=words)


def _known(telling: Telling, spot: Spot) -> list[Person]:
    """Give who may be meant by a name: of a twin everybody who could be said to be one."""
    steps = (*spot.steps[:-1], replace(spot.last, twin=False))
    return telling.spots.at(replace(spot, steps=steps))


def _refuse_other_gender(telling: Telling, spot: Spot, told: Told) -> None:
    if len(spot.steps) != 1 or not isinstance(told.name, str):
        return
    anybody = telling.sight.those(spot.base, replace(spot.last, gender="", twin=False))
    if telling.sight.named(told.name, anybody) and spot.half:
        raise UnclearError(Sentence.of(_WHOLE, name=told.name))
    if telling.sight.named(told.name, anybody):
        raise UnclearError(
            Sentence.of("{name} is drawn with another gender. Correct it on the sheet.", name=told.name)
        )


def _nameless(telling: Telling, found: Sequence[Person], told: Told) -> Id | None:
    """Give who is told of without a name: the only one there is; None for somebody new.

    Where an age might be that of one who is there, or of somebody new, nothing is guessed.
    """
    life = told.life or LifeTold()
    unborn = life.life is Life.UNBORN
    found = [each for each in found if each.id != telling.about]
    found = [each for each in found if each.unborn == unborn or told.life is None]
    if told.life is not None and life.born is not None:
        found = [each for each in found if not isinstance(each.born, When)]
        if not found or unborn:
            return found[0].id if found else None
    elif len(found) == 1:
        return found[0].id
    if found:
        raise UnclearError(_WHO_IS_THAT)
    return None


def _ended(mention: Mention, told: Told) -> bool:
    """Say whether somebody is told of who has died."""
    return mention.dead or (told.life is not None and told.life.life is Life.DIED)


def _who_died(telling: Telling, found: Sequence[Person], mention: Mention, told: Told) -> Id | None:
    """Give who died without a name: who is there as dead, or None for somebody new; nobody who lives.

    A word such as "sister" or "baby" may be of one who isn't drawn yet, so the living are asked about.
    """
    found = [each for each in found if each.id != telling.about and could_die(each, told.life)]
    ref = mention.relations[0]
    if mention.several or " and " in ref.text:
        raise UnclearError(_WHO_ALL_DIED)
    if mention.again == "another" or not found:
        return None
    if len(found) == 1 and found[0].dead:
        return found[0].id
    new = f"another {ref.text}" if len(ref.parts) == 1 else f"{ref.text} (another)"
    named = [f"{ref.text} {telling.called(each.id)}" for each in found if telling.called(each.id)]
    raise UnclearError(Sentence.of(_WHO_DIED, words=ref.text, new=new), (*named, new), instead=ref.text)


def _parent(telling: Telling, spot: Spot, told: Told) -> tuple[Telling, Id]:
    """Give the one mother or father: named here for the first time, or new."""
    found = telling.spots.at(spot)
    open_to_it = [person for person in found if not person.named]
    if not isinstance(told.name, str):
        open_to_it = found
    if len(open_to_it) == 1 or (len(open_to_it) > 1 and not spot.last.gender):
        return telling, open_to_it[0].id
    if len(found) > 1 or (found and found[0].gender):
        names = [str(person.name) for person in found if person.named]
        raise UnclearError(
            Sentence.of(
                "{who} is {name} on the sheet. Where that is wrong, correct it there (F2).",
                who=spot.said,
                name=telling.teller.words.listed(names) or "?",
            )
        )
    return added(telling, spot, Mention())


def _refuse_idle(spot: Spot, mention: Mention, told: Told) -> None:
    """Refuse what would be lost: since when somebody is a mother, with whom somebody is a sister."""
    if told.since is not None and spot.last.of not in ("partner", "carer"):
        raise UnclearError(SINCE)
    if mention.other is not None and spot.last.of != "child":
        raise UnclearError(Sentence.of("With {name}?", name=mention.other.text))
