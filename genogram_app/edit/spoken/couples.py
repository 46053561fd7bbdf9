"""What a couple are, and since when: "divorced 2015" after "dad's wife Ann", "mum and dad are married"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from genogram_app.edit.spells import change_state, correct_state
from genogram_app.edit.spoken.doing import mention_done
from genogram_app.edit.spoken.grammar import Coupled, Mention, Ref, Told, UnclearError
from genogram_app.edit.spoken.lexicon import LONGEST, Lexicon
from genogram_app.edit.spoken.saying import span_said
from genogram_app.edit.spoken.scan import LEADS, Scanner
from genogram_app.edit.spoken.spans import read_span
from genogram_app.edit.spoken.telling import Telling
from genogram_app.edit.spoken.tokens import Token
from genogram_app.edit.spoken.turning import both
from genogram_app.family import kinship
from genogram_app.model.base import Blank
from genogram_app.model.dates import When
from genogram_app.model.ids import Id
from genogram_app.model.person import DateField
from genogram_app.model.ties import Union
from genogram_app.words import Sentence

_WHICH_COUPLE = Sentence("Which couple? Write both before it: mum and dad divorced 2015.")
_ENDED = Sentence("How did it end? Write it after: married 2010, divorced 2016.")
_WHEN_OVER = Sentence("From when until when? Write it after: lived together 2012 to 2016.")
#: How what was so may have ended, as it is told.
_HOW_ENDED = ("divorced{to}", "separated{to}")
_WAS = Sentence("How did it end? Write divorced or separated, or who has died: mum divorced from Steve.")
_FROM = re.compile(r"^from\s+", re.IGNORECASE)
_OF_TIME = frozenset("in on since from until till to and between".split())
#: What a couple are after a time that is over: what that is called hangs on what they were.
_PARTED = "split up"
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


def they_are(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Say whether some words are "they", which before what two are is the couple last spoken of."""
    return len(tokens) == 1 and tokens[0].low in lexicon.listed("they")


def states_alone(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Say whether some words say no more than what two are, and when: not "married Kyle in 2019"."""
    count = next((n for n in range(LONGEST, 0, -1) if _low(tokens[:n]) in lexicon.states), 0)
    return count > 0 and all(token.low in _OF_TIME or _dated(token) for token in tokens[count:])


def _dated(token: Token) -> bool:
    return token.low in LEADS or any(sign.isdigit() for sign in token.low) or token.text in "()?-–—"


def coupled(scan: Scanner) -> Coupled | None:
    """Read "divorced 2015", or both and then that; None where that isn't said."""
    place = state_at(scan.tokens, scan.lexicon)
    if place is None:
        return None
    before = () if they_are(scan.tokens[:place], scan.lexicon) else scan.tokens[:place]
    two = both(before, scan.lexicon) if before else None
    if before and two is None:
        return None
    scan.at = place
    word, cards = scan.phrase(_count(scan)), scan.take(scan.lexicon.states)
    since, until = _when(scan, over=word in scan.lexicon.listed("over"))
    if cards is None or not scan.done:
        raise scan.unclear(named=True)
    return Coupled(cards, tuple(_whom(scan, part) for part in two or ()), since, until)


def refuse_over(scan: Scanner) -> None:
    """Refuse "mum was married to Steve", which isn't so now; "were married in 2010" tells of the wedding."""
    for place in range(len(scan.tokens)):
        scan.at = place
        if not (count := scan.listed("was_so")):
            continue
        after = scan.tokens[place + count :]
        if after and (after[0].low in _OF_TIME - {"to", "until", "till"} or _dated(after[0])):
            return
        to = bool(after) and after[0].low == "to"
        words = scan.text[scan.here.start : scan.tokens[place + count + to - 1].end]
        ways = [way.format(to=" from" if to else "") for way in _HOW_ENDED]
        raise UnclearError(_WAS, () if " engaged" in words.lower() else tuple(ways), instead=words)


def _count(scan: Scanner) -> int:
    """Count the words here that say what two are."""
    return next(n for n in range(LONGEST, 0, -1) if scan.phrase(n) in scan.lexicon.states)


def _when(scan: Scanner, *, over: bool) -> tuple[DateField | None, DateField | None]:
    """Read since when two are something; and until when, of what is said as over."""
    words = scan.rest().strip("()")
    span = read_span(_FROM.sub("", words), scan.today, dashes=True)
    if span is not None and span[1] is not None:
        scan.at = len(scan.tokens)
        if over:
            return span
        raise UnclearError(_ENDED, _ways_to_end(*span), instead=words)
    since = scan.day()
    if over and since is None:
        raise UnclearError(_WHEN_OVER)
    return since, None


def _ways_to_end(since: When, until: When | None) -> tuple[str, ...]:
    """Give the words that say how it ended, where the days can be written in a line."""
    # Words that are written, though cards are called like them.
    plain = until is not None and all(each.edtf[-1].isdigit() for each in (since, until))
    return tuple(f"{since}, {how} {until}" for how in "divorced separated".split()) if plain else ()


def _whom(scan: Scanner, tokens: Sequence[Token]) -> Mention:
    part = Scanner(scan.text, tokens, scan.lexicon, scan.today)
    ref = part.ref()
    if ref is not None:
        return Mention((ref,))
    return Mention((), (Told(name=part.name()),))


def couple_stated(telling: Telling, clause: Coupled, people: Sequence[Id]) -> tuple[Telling, str]:
    """Write what two are and since when, and give how that is said back."""
    after = _stated(telling, clause, _union(telling, people))
    if clause.until is not None:
        ended = Coupled(telling.lexicon.states[_PARTED], since=clause.until)
        after = _stated(after, ended, _union(after, people))
    return after, _said(after, clause, people)


def _stated(telling: Telling, clause: Coupled, union: Union) -> Telling:
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
    return telling.after(edit)


def _said(telling: Telling, clause: Coupled, people: Sequence[Id]) -> str:
    words = telling.teller.words
    names = words.listed([telling.named(key) for key in people])
    word = next(word for word, cards in telling.lexicon.states.items() if cards == clause.cards)
    when = span_said(words, clause.since, clause.until)
    return f"{words.say('{names} {stated}', names=names, stated=word)} {when}".strip()


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


def both_meant(telling: Telling, clause: Coupled) -> tuple[Telling, list[Id]]:
    """Find both of a couple who are named; one whom nobody has told of is then the other's partner."""
    whom, new = list(clause.both), [each for each in clause.both if _is_new(telling, each)]
    if len(new) == 1 and len(whom) == 2:
        (known,) = [each for each in whom if each is not new[0]]
        of = known.relations[0].parts if known.relations else (str(known.each[0].name),)
        ref = Ref((*of, telling.lexicon.kin["partner"]), f"{of}")
        whom = [known, replace(new[0], relations=(ref,))]
    people = list[Id]()
    for mention in whom:
        telling, _, (key,) = mention_done(telling, mention)
        people.append(key)
    return telling, people


def _is_new(telling: Telling, mention: Mention) -> bool:
    name = mention.each[0].name
    return not mention.relations and isinstance(name, str) and not telling.sight.named(name)


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
