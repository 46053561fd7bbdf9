"""Doing what one piece says: people, homes, how they get on, services. Each gives what to say back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from genogram_app.edit import ties
from genogram_app.edit.spoken.grammar import (
    NOT_HERE,
    Bonded,
    Doing,
    Each,
    LivesWith,
    Mention,
    Served,
    UnclearError,
)
from genogram_app.edit.spoken.homes import home_said, housed
from genogram_app.edit.spoken.joining import born_together
from genogram_app.edit.spoken.meeting import met
from genogram_app.edit.spoken.reading import OVER
from genogram_app.edit.spoken.saying import person_said, since_said, together_said
from genogram_app.edit.spoken.serving import served
from genogram_app.edit.spoken.telling import Telling
from genogram_app.family import kinship
from genogram_app.model.ids import Id
from genogram_app.model.person import DateField, Life
from genogram_app.model.ties import Bond
from genogram_app.words import Sentence

Ids = tuple[Id, ...]


class Done(NamedTuple):
    """The telling after a piece, how that is said back, and whom it was about."""

    telling: Telling
    said: tuple[str, ...]
    people: tuple[Id, ...] = ()


class Before(NamedTuple):
    """Of whom the piece before spoke; and of whom words may be that name nobody."""

    last: Ids = ()
    might: Ids = ()


def do(telling: Telling, clause: Doing, before: Before) -> Done:
    """Do what a piece says, after what stood before it.

    Raises UnclearError or another UserError, and then nothing is done.
    """
    if isinstance(clause, LivesWith):
        return _live_together(telling, clause, before)
    if isinstance(clause, Bonded):
        return _get_on(telling, clause, before)
    if isinstance(clause, Each):
        return _all(telling, clause.mentions)
    if isinstance(clause, Served):
        after, said, key = served(telling, clause)
        return Done(after, said, (key,))
    return mention_done(telling, clause)


def mention_done(telling: Telling, mention: Mention) -> Done:
    """Find or add everybody who is mentioned."""
    people, said = list[Id](), list[str]()
    for told in mention.each:
        telling, key = met(telling, mention, told)
        people.append(key)
        said.append(person_said(telling, key, mention, told))
    if mention.together:
        telling = born_together(telling, people)
    together = together_said(telling, people, mention)
    return Done(telling, (together,) if together else tuple(said), tuple(people))


def _two_sides(telling: Telling, clause: LivesWith | Bonded, before: Before) -> tuple[Done, Done]:
    """Give who does something and with whom, those who weren't there yet added.

    Where nobody is named it is whom the line is about, unless the one spoken of last
    may be meant as well: then nothing is guessed.
    """
    if clause.who is not None:
        who = _spoken(mention_done(telling, clause.who), clause.who)
        _refuse_whose(who.telling, clause, who.people)
        return who, _all(who.telling, _undated(clause))
    if telling.about is None or (clause.relative and len(before.last) != 1):
        raise UnclearError(Sentence("Who? Write it before: Jay lives with gran."))
    if clause.relative:
        _refuse_whose(telling, clause, before.last)
    others = _all(telling, _undated(clause))
    if clause.relative:
        return Done(telling, (), before.last), others
    meant = [key for key in whom_else(telling, before.might) if key not in others.people]
    if isinstance(clause, LivesWith):
        meant = [key for key in meant if telling.sight.person(key).life is not Life.DIED]
    if len(meant) > 1:
        raise which_of(others.telling, meant)
    return Done(telling, (), (telling.about,)), others


def whom_else(telling: Telling, might: Ids) -> Ids:
    """Give everybody whom words that name nobody may be of, each once."""
    everybody = dict.fromkeys((*might, telling.about, telling.beside))
    return tuple(key for key in everybody if key is not None)


def which_of(telling: Telling, meant: Iterable[Id]) -> UnclearError:
    """Ask of whom words are, with a name as each answer."""
    names = tuple(telling.named(key) for key in meant)
    return UnclearError(Sentence("Who? It can be read of more than one."), names, front=True)


def _refuse_whose(telling: Telling, clause: LivesWith | Bonded, who: Ids) -> None:
    """Refuse "mum lives with partner Pete": the partner may be mum's, or that of whom the line is about."""
    if who == (telling.about,):
        return
    for mention in clause.others:
        name = mention.each[0].name
        known = isinstance(name, str) and telling.sight.named(name)
        for ref in mention.relations:
            kin = ref.kin
            if kin is None or len(ref.parts) > 1 or known or kin.word in telling.aliases:
                continue
            if kin.ways[0] and kin.ways[0][0].of != "parent":
                raise UnclearError(Sentence.of("Whose? Write it before: mum’s {word}.", word=ref.text))


def _undated(clause: LivesWith | Bonded) -> list[Mention]:
    """Give with whom, without the day, which is when it began."""
    return [
        replace(mention, each=tuple(replace(told, since=None, until=None) for told in mention.each))
        for mention in clause.others
    ]


def _all(telling: Telling, mentions: Iterable[Mention]) -> Done:
    done = Done(telling, ())
    for mention in mentions:
        met = _spoken(mention_done(done.telling, mention), mention)
        done = Done(met.telling, done.said + met.said, done.people + met.people)
    return done


def _spoken(done: Done, mention: Mention) -> Done:
    """Leave unsaid who somebody is where nothing was told of them."""
    return done._replace(said=()) if mention.bare or _only_named(mention) else done


def _only_named(mention: Mention) -> bool:
    return not mention.relations and all(replace(told, name=None).empty for told in mention.each)


# -- homes ------------------------------------------------------------------------------


def _live_together(telling: Telling, clause: LivesWith, before: Before) -> Done:
    who, others = _two_sides(telling, clause, before)
    since = _since(clause)
    after = housed(others.telling, clause, who.people, others.people, since)
    said = home_said(after, clause, who.people, others.people, since)
    return Done(after, (*who.said, *others.said, said), who.people)


# -- how they get on ------------------------------------------------------------


def _since(clause: LivesWith | Bonded) -> DateField | None:
    if any(told.until is not None for each in clause.others for told in each.each):
        raise UnclearError(OVER)
    dates = (told.since for each in clause.others for told in each.each if told.since is not None)
    return next(dates, None)


def _get_on(telling: Telling, clause: Bonded, before: Before) -> Done:
    who, others = _two_sides(telling, clause, before)
    after, stamp = others.telling, telling.teller.stamp
    if not stamp.sees_all and clause.verb.card not in stamp.harmless:
        raise UnclearError(NOT_HERE)
    since = _since(clause)
    for one in who.people:
        for other in others.people:
            after = _bonded(after, one, other, clause.verb.card, since)
    names = [after.named(key) for key in who.people]
    them = after.teller.words.listed([after.named(key) for key in others.people])
    said = f"{after.teller.words.listed(names)} {clause.verb.says} {them}{since_said(after, since)}"
    return Done(after, (*who.said, *others.said, said), who.people)


def _bonded(telling: Telling, one: Id, other: Id, card: str, since: DateField | None) -> Telling:
    if one == other:
        raise UnclearError(Sentence("With whom?"))
    family, day = telling.sight.family, telling.teller.view.as_at
    bonds = (bond for bond in family.at(Bond, one) if kinship.current(bond, day))
    between = [bond for bond in bonds if bond.leads(one) == other]
    if any(bond.quality == card and since in (None, bond.since) for bond in between):
        return telling
    if between:
        raise UnclearError(Sentence("There is another line between them: change it on the sheet."))
    edit = ties.add_bond(telling.case, telling.teller.stamp, one, other, card, since=since)
    return telling.after(edit)
