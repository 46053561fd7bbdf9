"""From the words of one piece to what it says: somebody, who lives with whom, how they get on, a service."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from genogram_app.edit.blanks import NAMELESS
from genogram_app.edit.spoken.couples import coupled, state_at
from genogram_app.edit.spoken.grammar import (
    Bonded,
    Clause,
    LivesWith,
    Mention,
    Ref,
    Served,
    UnclearError,
)
from genogram_app.edit.spoken.lexicon import LONGEST, Lexicon, Service
from genogram_app.edit.spoken.reading import AND, Reader
from genogram_app.edit.spoken.scan import LEADS, Scanner
from genogram_app.edit.spoken.tokens import Token, pieces, words
from genogram_app.edit.spoken.turning import both, of_both, turned, two_do
from genogram_app.words import Sentence

#: Lists of words that say how somebody lives in a home.
_TWO_HOMES = Sentence("Write each home by itself: lives with mum in the week, lives with dad at weekends.")
_HOME_WORDS = ("part_time", "also", "same_home", "other_home")
#: Said to the worker alone: the family isn't told that such lines are drawn elsewhere.
HARM = Sentence(
    "What people do to each other isn’t drawn from a line of words. Draw it as a relationship (R): "
    "there you pick who did what, and who says so."
)
_WHICH_ONE = Sentence("Which one? Write its name with a capital letter, or “?”.")
_WHO_IS_IT = Sentence("What are they called? Write a name with a capital letter, or “?”.")
_OUTSIDE = ' .,:;!"“”'
#: Whether words are a date doesn't hang on which day it is.
_ANY_DAY = date(2000, 1, 1)
_WHERE = Sentence("Where somebody is isn’t drawn from a line of words. Write it on their page.")
_EXPECTING = Sentence("Write a baby to come as mum’s baby due March, or due ?.")
_ASIDES = (("expecting", _EXPECTING), ("where", _WHERE))
#: A telephone number at the end of what is told of a service.
_NUMBER = re.compile(r"\s\(?\+?\d[\d\s()]{8,}$")


@dataclass(frozen=True)
class Piece:
    """A piece of what was typed: where it stands, and its words. A side said before a colon stays."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    new_line: bool = False


def cut(text: str, lexicon: Lexicon) -> Iterator[Piece]:
    """Cut a line into pieces that each say one thing."""
    for whole in _lists_joined(text, list(_at_commas(text)), lexicon):
        fresh = whole.new_line
        for joined in _at_ands(text, whole.tokens, lexicon):
            for told in _at_states(joined, lexicon):
                for part in _at_asides(text, told, lexicon):
                    yield Piece(part[0].start, part[-1].end, part, fresh)
                    fresh = False


def _at_commas(text: str) -> Iterator[Piece]:
    for start, end in pieces(text):
        if tokens := words(text, start, end):
            yield Piece(start, end, tokens, start > 0 and text[start - 1] in ";\n")


def _lists_joined(text: str, found: list[Piece], lexicon: Lexicon) -> Iterator[Piece]:
    """Give "lives with Ann, Bob and Cy" as one piece: an "and" at its end makes a list of it."""
    at = 0
    while at < len(found):
        piece, end = found[at], at + 1
        if any(_verb_at(_on(text, piece.tokens, place, lexicon)) for place in range(len(piece.tokens))):
            end = _end_of_list(text, found, at + 1, lexicon)
        elif _born_together(text, piece.tokens, lexicon):
            end = _end_of_names(text, found, at + 1, lexicon)
        for more in found[at + 1 : end]:
            comma = Token(",", "and", more.tokens[0].start, more.tokens[0].start)
            piece = replace(piece, end=more.end, tokens=(*piece.tokens, comma, *more.tokens))
        yield piece
        at = end


def _end_of_list(text: str, found: Sequence[Piece], start: int, lexicon: Lexicon) -> int:
    """Give where a list that a verb begins has ended: after the piece with its "and", if there is one."""
    for place in range(start, len(found)):
        tokens = found[place].tokens
        if found[place].new_line or not all(_only_says_who(text, part, lexicon) for part in _lists(tokens)):
            return start
        if _has_and(tokens):
            return place + 1
    return start


def _born_together(text: str, tokens: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Say whether a piece begins a list of those born together: "triplets Ola" before "Jan and Kai"."""
    scan = Scanner(text, tokens, lexicon, _ANY_DAY)
    try:
        ref = scan.ref()
    except UnclearError:
        return False
    return ref is not None and ref.kin is not None and ref.kin.together and not _has_and(tokens)


def _end_of_names(text: str, found: Sequence[Piece], start: int, lexicon: Lexicon) -> int:
    """Give where a list of names has ended: after the piece with its "and"; `start` where there is none."""
    for place in range(start, len(found)):
        scan = Scanner(text, found[place].tokens, lexicon, _ANY_DAY)
        try:
            named = scan.ref() is None and scan.name() is not None
        except UnclearError:
            return start
        if found[place].new_line or not named:
            return start
        if _has_and(found[place].tokens):
            return place + 1
    return start


def _has_and(tokens: Sequence[Token]) -> bool:
    return any(token.low in AND for token in tokens)


def _only_says_who(text: str, tokens: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Say whether some words only say who somebody is, and tell nothing of them."""
    tokens, _ = _without(text, tokens, lexicon, *_HOME_WORDS)
    if any(_verb_at(_on(text, tokens, place, lexicon)) for place in range(len(tokens))):
        return False
    try:
        mention = Reader(Scanner(text, tokens, lexicon, date.min)).mention()
    except UnclearError:
        return False
    told = [replace(each, name=None) for each in mention.each]
    named = bool(mention.relations) != any(each.name is not None for each in mention.each)
    return named and all(each.empty for each in told) and not mention.dead


def _at_ands(text: str, tokens: tuple[Token, ...], lexicon: Lexicon) -> Iterator[tuple[Token, ...]]:
    """Cut a piece at each "and" after which something else is said."""
    began = 0
    for place, token in enumerate(tokens):
        before, after = tokens[began:place], tokens[place + 1 :]
        if token.low in AND and before and after and _says_else(text, before, after, lexicon):
            yield before
            began = place + 1
    if tokens[began:]:
        yield tokens[began:]


def _at_states(tokens: tuple[Token, ...], lexicon: Lexicon) -> Iterator[tuple[Token, ...]]:
    """Cut off what a couple are from who they are: "dad's wife Ann divorced 2015"."""
    place = state_at(tokens, lexicon)
    if place and both(tokens[:place], lexicon) is None:
        yield tokens[:place]
        yield tokens[place:]
    else:
        yield tokens


def _at_asides(text: str, tokens: tuple[Token, ...], lexicon: Lexicon) -> Iterator[tuple[Token, ...]]:
    """Cut off what isn't drawn, such as where somebody is, from what is: "dad Lee 40 in prison"."""
    place = _aside_in(text, tokens, lexicon)
    if place and _tells(text, tokens[:place], lexicon):
        yield tokens[:place]
        yield tokens[place:]
    else:
        yield tokens


def _aside_in(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> int | None:
    """Give where something is said beside: no date ("in March"), and nothing of a home or a service."""
    if _served_at(Scanner(text, tokens, lexicon, _ANY_DAY)) or state_at(tokens, lexicon) is not None:
        return None
    for place in range(len(tokens)):
        scan = _on(text, tokens, place, lexicon)
        dated = place > 0 and tokens[place - 1].low in LEADS
        if not dated and _beside(scan) and not any(scan.listed(name) for name in _HOME_WORDS):
            return place if scan.life() is None else None
    return None


def _beside(scan: Scanner) -> Sentence | None:
    """Give why what comes isn't drawn, if it is such a thing."""
    return next((why for name, why in _ASIDES if scan.listed(name)), None)


def _tells(text: str, tokens: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Say whether some words tell something that can be drawn without what follows them."""
    if any(_verb_at(_on(text, tokens, place, lexicon)) for place in range(len(tokens))):
        return True
    try:
        mention = Reader(Scanner(text, tokens, lexicon, _ANY_DAY)).mention()
    except UnclearError:
        return False
    return not mention.bare and bool(mention.relations or mention.each[0].name)


def _says_else(text: str, before: Sequence[Token], after: Sequence[Token], lexicon: Lexicon) -> bool:
    scan = Scanner(text, after, lexicon, date.min)
    if of_both(before, after, lexicon) or two_do(before, after, lexicon):
        return False
    if _verb_at(scan) or _served_at(Scanner(text, after, lexicon, date.min)):
        return True
    if _joined(before, after, lexicon) or any(
        _verb_at(_on(text, before, n, lexicon)) for n in range(len(before))
    ):
        return False
    try:
        return scan.ref() is not None or bool(scan.side())
    except UnclearError:
        return True


def _joined(before: Sequence[Token], after: Sequence[Token], lexicon: Lexicon) -> bool:
    """Say whether "and" is inside one relation: "brothers and sisters"."""
    return f"{before[-1].low} and {after[0].low}" in lexicon.kin


def _on(text: str, tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Scanner:
    scan = Scanner(text, tokens, lexicon, _ANY_DAY)
    scan.at = place
    return scan


def _verb_at(scan: Scanner) -> bool:
    return any(scan.phrase(n) in scan.lexicon.bonds for n in range(1, LONGEST + 1)) or bool(
        scan.listed("lives_with")
    )


# -- one piece -----------------------------------------------------------------------


def parse(text: str, piece: Piece, lexicon: Lexicon, today: date, *, several: bool = False) -> Clause:
    """Read what a piece says. Raises UnclearError where any word of it isn't understood.

    several: it may go on naming some, as "Kai 6 and Lee 9" does after "brothers Tom 4".
    """
    served = _served_at(Scanner(text, piece.tokens, lexicon, today))
    _refuse_aside(text, piece.tokens, lexicon)
    piece = replace(piece, tokens=turned(piece.tokens, lexicon))
    if any(token.low in lexicon.listed("harm") for token in piece.tokens[served:]):
        raise UnclearError(HARM)
    for place in range(len(piece.tokens)):
        scan = _on(text, piece.tokens, place, lexicon)
        if count := scan.listed("lives_with"):
            return _with_verb(text, piece.tokens, place, count, lexicon, today)
        if scan.take(lexicon.bonds):
            return _with_verb(text, piece.tokens, place, scan.at - place, lexicon, today)
    scan = Scanner(text, piece.tokens, lexicon, today)
    return _served(scan) or coupled(scan) or Reader(scan, several=several).mention()


def _refuse_aside(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> None:
    place = _aside_in(text, tokens, lexicon)
    if place is not None and (why := _beside(_on(text, tokens, place, lexicon))):
        raise UnclearError(why, aside=place == 0)


def _with_verb(
    text: str, tokens: tuple[Token, ...], place: int, count: int, lexicon: Lexicon, today: date
) -> Clause:
    """Read who does it before the verb and with whom after it."""
    verb = lexicon.bonds.get(" ".join(token.low for token in tokens[place : place + count]))
    relative = tokens[0].low == "who"
    whole = text[tokens[0].start : tokens[-1].end]
    before, after, said = tokens[:place], tokens[place + count :], dict[str, str]()
    if verb is None:
        before, first = _without(text, before, lexicon, *_HOME_WORDS)
        after, then = _without(text, after, lexicon, *_HOME_WORDS)
        said = first | then
    who = _who(Scanner(text, before, lexicon, today))
    others = tuple(Reader(Scanner(text, part, lexicon, today)).mention() for part in _lists(after))
    if not others:
        raise UnclearError(Sentence.of("“{words}” whom?", words=whole))
    if verb is not None:
        return Bonded(verb, who, others, relative)
    home = "same" if "same_home" in said else "other" if "other_home" in said else ""
    return LivesWith(who, others, relative, said.get("part_time", ""), "also" in said, home)


def _refuse_two_homes(name: str, said: Mapping[str, str], after: Sequence[Token]) -> None:
    """Refuse "with mum in the week and dad at weekends": it would be one home of both."""
    if name == "part_time" and (name in said or (after and after[0].low in AND)):
        raise UnclearError(_TWO_HOMES)


def _without(
    text: str, tokens: tuple[Token, ...], lexicon: Lexicon, *lists: str
) -> tuple[tuple[Token, ...], dict[str, str]]:
    """Give some words without what entries of some lists say, and by list what those say, as typed."""
    rest, said, at = list[Token](), dict[str, str](), 0
    while at < len(tokens):
        scan = _on(text, tokens, at, lexicon)
        name, count = max(((name, scan.listed(name)) for name in lists), key=lambda found: found[1])
        if count:
            count += _pattern_goes_on(scan, name, count)
            _refuse_two_homes(name, said, tokens[at + count :])
            said[name] = text[tokens[at].start : tokens[at + count - 1].end].strip(_OUTSIDE)
        else:
            rest.append(tokens[at])
        at += count or 1
    return _unbracketed(rest), said


def _pattern_goes_on(scan: Scanner, name: str, count: int) -> int:
    """Count the words of "and in the holidays" after "at weekends": one home's pattern still."""
    joined = _on(scan.text, scan.tokens, scan.at + count, scan.lexicon)
    if name != "part_time" or joined.done or joined.here.low not in AND:
        return 0
    joined.at += 1
    more = joined.listed(name)
    return 1 + more + _pattern_goes_on(joined, name, more) if more else 0


def _unbracketed(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Leave out brackets in which nothing is left."""
    signs = [token.text for token in tokens]
    empty = {n for n in range(len(signs) - 1) if signs[n : n + 2] == ["(", ")"]}
    return tuple(token for n, token in enumerate(tokens) if not {n, n - 1} & empty)


def _who(scan: Scanner) -> Mention | None:
    scan.skip("filler")
    return None if scan.done else Reader(scan).mention()


def _lists(tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    part: list[Token] = []
    for token in tokens:
        if token.low in AND:
            if part:
                yield tuple(part)
            part = []
        else:
            part.append(token)
    if part:
        yield tuple(part)


def _served_at(scan: Scanner) -> int:
    """Count the words with which a piece says a service, and whose; none where it says none."""
    return scan.at if _service(scan) else 0


def _service(scan: Scanner) -> tuple[Ref | None, Service] | None:
    """Read a service and whose it is: "nursery", "Mia's nursery", but "children's guardian" is nobody's."""
    if (service := scan.take(scan.lexicon.services)) is not None:
        return None, service
    began, whose = scan.at, _owner_of_service(scan)
    if (service := scan.take(scan.lexicon.services)) is not None:
        return whose, service
    scan.at = began
    return None


def _served(scan: Scanner) -> Served | None:
    """Read "school Moor Lane Primary", "Mia's nursery Little Oaks", "social worker Ruth Lane"."""
    found = _service(scan)
    if found is None:
        return None
    whose, service = found
    tokens, _ = _without(scan.text, scan.tokens[scan.at :], scan.lexicon, "sheets_worker")
    scan = Scanner(scan.text, tokens, scan.lexicon, scan.today)
    scan.skip("filler")
    number = _NUMBER.search(scan.rest())
    named = scan.rest()[: number.start() if number else None].strip(_OUTSIDE)
    if named and (blank := NAMELESS.get(named.casefold())):
        return Served(service, whose, blank)
    if not named or named.islower():
        raise UnclearError(_WHO_IS_IT if service.job else _WHICH_ONE)
    return Served(service, whose, named, number[0].strip() if number else "")


def _owner_of_service(scan: Scanner) -> Ref | None:
    try:
        return scan.owner()
    except UnclearError:
        return None
