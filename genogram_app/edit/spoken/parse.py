"""From the words of one piece to what it says: somebody, who lives with whom, how they get on, a service."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from genogram_app.edit.blanks import NAMELESS
from genogram_app.edit.dates import tells_age
from genogram_app.edit.spoken.couples import coupled, refuse_over, state_at
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
from genogram_app.edit.spoken.reading import ALL_DIED, AND, Reader
from genogram_app.edit.spoken.scan import LEADS, Scanner
from genogram_app.edit.spoken.several import all_died, death_of_several
from genogram_app.edit.spoken.tokens import Piece, Token
from genogram_app.edit.spoken.turning import turned
from genogram_app.words import Sentence

#: Lists of words that say how somebody lives in a home.
_TWO_HOMES = Sentence("Write each home by itself: lives with mum in the week, lives with dad at weekends.")
HOME_WORDS = ("part_time", "also", "same_home", "other_home")
#: Said to the worker alone: the family isn't told that such lines are drawn elsewhere.
HARM = Sentence(
    "What people do to each other isn’t drawn from a line of words. Draw it as a relationship (R): "
    "there you pick who did what, and who says so."
)
_LOST = Sentence(
    "A child who wasn’t born alive isn’t drawn from a line of words. Write mum’s baby due ?, choose it on "
    "the sheet, and say under “This pregnancy” what happened."
)
_WHICH_ONE = Sentence("Which one? Write its name with a capital letter, or “?”.")
_WHO_IS_IT = Sentence("What are they called? Write a name with a capital letter, or “?”.")
_EACH = Sentence("Of all of them? Write it of each: Mia lives with dad, Tom lives with dad.")
#: What several do; said of the last alone it would be half of what was told.
OF_SEVERAL = frozenset("live stay are don't do see have rarely hardly never".split())
_OUTSIDE = ' .,:;!"“”'
#: Whether words are a date doesn't hang on which day it is.
ANY_DAY = date(2000, 1, 1)
_WHERE = Sentence("Where somebody is isn’t drawn from a line of words. Write it on their page.")
_EXPECTING = Sentence("Write a baby to come as mum’s baby due March, or due ?.")
_CARE = Sentence("Write what care it is, and since when: kinship carer Sheila since March 2024.")
_ASIDES = (("care", _CARE), ("expecting", _EXPECTING), ("where", _WHERE))
#: A telephone number at the end of what is told of a service.
NUMBER = re.compile(
    r"(?:[\s,]+(?:tel|telephone|phone|mob|mobile)\b[.:]*)?\s(\(?\+?\d[\d\s()]{8,})$", re.IGNORECASE
)


def aside_in(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> int | None:
    """Give where something is said beside: no date ("in March"), and nothing of a home or a service."""
    if served_at(Scanner(text, tokens, lexicon, ANY_DAY)) or state_at(tokens, lexicon) is not None:
        return None
    for place in range(len(tokens)):
        scan = on(text, tokens, place, lexicon)
        dated = place > 0 and tokens[place - 1].low in LEADS
        if not dated and _beside(scan) and not any(scan.listed(name) for name in HOME_WORDS):
            return None if _of_time(scan) else place
    return None


def _of_time(scan: Scanner) -> bool:
    """Say whether what comes is no place but a time: "in 2018", "is in her 40s"."""
    again = on(scan.text, scan.tokens, scan.at, scan.lexicon)
    aged = tells_age(scan.rest().lower().removeprefix("at "))
    scan.skip("filler")
    lived = not scan.done and scan.life() is not None
    return aged or lived or (again.day() is not None and again.done)


def _beside(scan: Scanner) -> Sentence | None:
    """Give why what comes isn't drawn, if it is such a thing."""
    return next((why for name, why in _ASIDES if scan.listed(name)), None)


def on(text: str, tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Scanner:
    scan = Scanner(text, tokens, lexicon, ANY_DAY)
    scan.at = place
    return scan


def verb_at(scan: Scanner) -> bool:
    return any(scan.phrase(n) in scan.lexicon.bonds for n in range(1, LONGEST + 1)) or bool(
        scan.listed("lives_with")
    )


def _plural_verb(scan: Scanner) -> bool:
    return scan.here.low in OF_SEVERAL and (verb_at(scan) or bool(scan.listed("live_together")))


def several_do(text: str, tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Say whether at a place stands what "X and Y" before it do."""
    scan = on(text, tokens, place, lexicon)
    joined = any(token.low in AND for token in tokens[: max(0, place - 1)])
    return joined and (_plural_verb(scan) or bool(scan.listed("live_together")))


# -- one piece -----------------------------------------------------------------------


def parse(text: str, piece: Piece, lexicon: Lexicon, today: date, *, several: bool = False) -> Clause:
    """Read what a piece says. Raises UnclearError where any word of it isn't understood.

    several: it may go on naming some, as "Kai 6 and Lee 9" does after "brothers Tom 4".
    """
    served = served_at(Scanner(text, piece.tokens, lexicon, today))
    _refuse_aside(text, piece.tokens, lexicon)
    refuse_over(Scanner(text, piece.tokens, lexicon, today))
    tokens = _short_is(Scanner(text, piece.tokens, lexicon, today))
    piece = replace(piece, tokens=turned(tokens, lexicon))
    if any(token.low in lexicon.listed("harm") for token in piece.tokens[served:]):
        raise UnclearError(HARM)
    if not served and lost_in(text, piece.tokens, lexicon):
        raise UnclearError(_LOST)
    for place in range(len(piece.tokens)):
        scan = on(text, piece.tokens, place, lexicon)
        if (piece.joined and place and _plural_verb(scan)) or several_do(text, piece.tokens, place, lexicon):
            raise UnclearError(_EACH)
        if count := scan.listed("lives_with"):
            return _with_verb(text, piece.tokens, place, count, lexicon, today)
        if scan.take(lexicon.bonds):
            return _with_verb(text, piece.tokens, place, scan.at - place, lexicon, today)
    scan = Scanner(text, piece.tokens, lexicon, today)
    told = _served(scan) or coupled(scan) or all_died(text, piece.tokens, lexicon, today)
    return told or Reader(scan, several=several).mention()


def _short_is(scan: Scanner) -> tuple[Token, ...]:
    """Give "mum's 38" as "mum 38": what comes after is all about her life, so nothing is hers."""
    for place, token in enumerate(scan.tokens[:-1]):
        if token.owner:
            scan.at = place + 1
            life = scan.life()
            if life is None or not scan.done:
                break
            cut = len(token.low) - len(token.owner)
            said = replace(token, text=token.text[:-cut], low=token.owner, end=token.end - cut)
            return (*scan.tokens[:place], said, *scan.tokens[place + 1 :])
    return scan.tokens


def _refuse_aside(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> None:
    place = aside_in(text, tokens, lexicon)
    if place is not None and (why := _beside(on(text, tokens, place, lexicon))):
        raise UnclearError(why, aside=place == 0)


def _with_verb(
    text: str, tokens: tuple[Token, ...], place: int, count: int, lexicon: Lexicon, today: date
) -> Clause:
    """Read who does it before the verb and with whom after it."""
    if death_of_several(tokens):
        raise UnclearError(ALL_DIED)
    verb = lexicon.bonds.get(" ".join(token.low for token in tokens[place : place + count]))
    relative = tokens[0].low == "who"
    whole = text[tokens[0].start : tokens[-1].end]
    before, after, said = tokens[:place], tokens[place + count :], dict[str, str]()
    if verb is None:
        before, first = without(text, before, lexicon, *HOME_WORDS)
        after, then = without(text, after, lexicon, *HOME_WORDS)
        said = first | then
    who = _who(Scanner(text, before, lexicon, today))
    others = tuple(Reader(Scanner(text, part, lexicon, today)).mention() for part in lists(after))
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


def without(
    text: str, tokens: tuple[Token, ...], lexicon: Lexicon, *lists: str
) -> tuple[tuple[Token, ...], dict[str, str]]:
    """Give some words without what entries of some lists say, and by list what those say, as typed."""
    rest, said, at = list[Token](), dict[str, str](), 0
    while at < len(tokens):
        scan = on(text, tokens, at, lexicon)
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
    joined = on(scan.text, scan.tokens, scan.at + count, scan.lexicon)
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


def lists(tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
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


def lost_in(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Say whether words tell of a child who was never born alive."""
    return any(on(text, tokens, place, lexicon).listed("lost") for place in range(len(tokens)))


def served_at(scan: Scanner) -> int:
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
    tokens, _ = without(scan.text, scan.tokens[scan.at :], scan.lexicon, "sheets_worker")
    scan = Scanner(scan.text, tokens, scan.lexicon, scan.today)
    scan.skip("filler")
    number = NUMBER.search(scan.rest())
    named = scan.rest()[: number.start() if number else None].strip(_OUTSIDE)
    if named and (blank := NAMELESS.get(named.casefold())):
        return Served(service, whose, blank)
    if not named or named.islower():
        raise UnclearError(_WHO_IS_IT if service.job else _WHICH_ONE)
    return Served(service, whose, named, number[1].strip() if number else "")


def _owner_of_service(scan: Scanner) -> Ref | None:
    try:
        return scan.owner()
    except UnclearError:
        return None
