"""What a couple are, and since when: "divorced 2015" after "dad's wife Ann", "mum and dad are married"."""

from __future__ import annotations

from collections.abc import Sequence

from genogram_app.edit.spells import change_state, correct_state
from genogram_app.edit.spoken.grammar import Coupled, Mention, Told, UnclearError
from genogram_app.edit.spoken.lexicon import LONGEST, Lexicon
from genogram_app.edit.spoken.saying import since_said
from genogram_app.edit.spoken.scan import Scanner
from genogram_app.edit.spoken.telling import Telling
from genogram_app.edit.spoken.tokens import Token
from genogram_app.edit.spoken.turning import both
from genogram_app.family import kinship
from genogram_app.model.base import Blank
from genogram_app.model.ids import Id
from genogram_app.model.person import DateField
from genogram_app.model.ties import Union
from genogram_app.words import Sentence

_WHICH_COUPLE = Sentence("Which couple? Write both before it: mum and dad divorced 2015.")
_ELSE = Sentence("Something else stands on their line. Change it on the sheet.")


def state_at(tokens: Sequence[Token], lexicon: Lexicon) -> int | None:
    """Give where it is said what a couple are; not in "divorced wife", which says who somebody is."""
    for place in range(len(tokens)):
        words = [_low(tokens[place : place + n]) for n in range(LONGEST, 0, -1)]
        if any(word in lexicon.kin for word in words if " " in word):
            return None
        if any(word in lexicon.states for word in words):
            return place
    return None


def coupled(scan: Scanner) -> Coupled | None:
    """Read "divorced 2015", or both and then that; None where that isn't said."""
    place = state_at(scan.tokens, scan.lexicon)
    two = both(scan.tokens[:place], scan.lexicon) if place else None
    if place is None or (place and two is None):
        return None
    scan.at = place
    cards = scan.take(scan.lexicon.states)
    since = scan.day()
    if cards is None or not scan.done:
        raise scan.unclear(named=True)
    return Coupled(cards, tuple(_whom(scan, part) for part in two or ()), since)


def _whom(scan: Scanner, tokens: Sequence[Token]) -> Mention:
    part = Scanner(scan.text, tokens, scan.lexicon, scan.today)
    ref = part.ref()
    if ref is not None:
        return Mention((ref,))
    return Mention((), (Told(name=part.name()),))


def couple_stated(telling: Telling, clause: Coupled, people: Sequence[Id]) -> tuple[Telling, str]:
    """Write what two are and since when, and give how that is said back."""
    union = _union(telling, people)
    kind, stamp = union.kind, telling.teller.stamp
    card = clause.cards.get(kind, "") or (clause.cards.get("", "") if _open(telling, kind) else "")
    since: DateField = clause.since if clause.since is not None else Blank.NOT_ASKED
    if kind in clause.cards.values():
        if clause.since not in (None, union.since) and union.since is not Blank.NOT_ASKED:
            raise UnclearError(_ELSE)
        edit = correct_state(telling.case, stamp, union.id, since=since if clause.since else union.since)
    elif not card:
        raise UnclearError(_ELSE)
    elif _open(telling, kind):
        edit = correct_state(telling.case, stamp, union.id, kind=card, since=since)
    else:
        edit = change_state(telling.case, stamp, union.id, card, since)
    after = telling.after(edit)
    return after, _said(after, clause, people)


def _said(telling: Telling, clause: Coupled, people: Sequence[Id]) -> str:
    words = telling.teller.words
    names = words.listed([telling.named(key) for key in people])
    word = next(word for word, cards in telling.lexicon.states.items() if cards == clause.cards)
    return words.say("{names} {stated}", names=names, stated=word) + since_said(telling, clause.since)


def _open(telling: Telling, kind: str) -> bool:
    """Say whether nobody has said yet what a couple are."""
    return kind in ("", telling.teller.kinds.couple)


def _union(telling: Telling, people: Sequence[Id]) -> Union:
    """Give the one line between two."""
    if len(people) != 2:
        raise UnclearError(_WHICH_COUPLE)
    family = telling.sight.family
    one, other = people
    unions = [
        union
        for union in kinship.unions_of(family, one)
        if other in {person.id for person in kinship.partners(family, union.id)}
    ]
    if len(unions) != 1:
        raise UnclearError(_WHICH_COUPLE)
    return unions[0]


def partner_of(telling: Telling, key: Id, mention: Mention) -> tuple[Id, ...]:
    """Give somebody who was spoken of as a partner, and whose; nobody where it wasn't so."""
    kins = [ref.kin for ref in mention.relations if ref.kin is not None]
    if not kins or not all(way and way[-1].of == "partner" for kin in kins for way in kin.ways):
        return ()
    family = telling.sight.family
    those = [
        person.id
        for union in kinship.unions_of(family, key)
        for person in kinship.partners(family, union.id)
        if person.id != key
    ]
    return (those[0], key) if len(those) == 1 else ()


def _low(tokens: Sequence[Token]) -> str:
    return " ".join(token.low for token in tokens)
