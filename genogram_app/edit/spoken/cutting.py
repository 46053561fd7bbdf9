"""A line of words cut into pieces that each say one thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from genogram_app.edit.ages import lasts
from genogram_app.edit.dates import tells_age
from genogram_app.edit.spoken.couples import state_at, states_alone, they_are
from genogram_app.edit.spoken.grammar import UnclearError
from genogram_app.edit.spoken.lexicon import Lexicon
from genogram_app.edit.spoken.parse import (
    ANY_DAY,
    HOME_WORDS,
    NUMBER,
    aside_in,
    lists,
    lost_in,
    on,
    served_at,
    several_do,
    verb_at,
    without,
)
from genogram_app.edit.spoken.reading import AND, Reader
from genogram_app.edit.spoken.scan import DEATHS, Scanner
from genogram_app.edit.spoken.several import death_of_several
from genogram_app.edit.spoken.tokens import Piece, Token, numbers, pieces, without_marks, words
from genogram_app.edit.spoken.turning import both, half_of_two, half_told, of_both, two_do

#: An age has no more words: "two and a half years".
_LONGEST_AGE = 5
Tokens = tuple[Token, ...]
_JOIN = Token("and", "and", 0, 0)


def cut(text: str, lexicon: Lexicon) -> Iterator[Piece]:
    """Cut a line into pieces that each say one thing."""
    found = _told_of_all(text, list(_lives_joined(text, _at_commas(text), lexicon)), lexicon)
    for whole in _lists_joined(text, found, lexicon):
        fresh, began = whole.new_line, whole.tokens[0].start
        for joined in _at_ands(text, whole.tokens, lexicon):
            for told in _at_states(joined, lexicon):
                for part in _at_asides(text, told, lexicon):
                    after_and = joined[0].start > began and part[0] is joined[0]
                    yield Piece(part[0].start, part[-1].end, part, fresh, after_and)
                    fresh = False


def _at_commas(text: str) -> Iterator[Piece]:
    numbered = numbers(text)
    for start, end in pieces(text):
        if tokens := without_marks(
            words(text, numbered.get(start, start), end), begins=_begins_a_line(text, start)
        ):
            yield Piece(start, end, tokens, start > 0 and text[start - 1] in ";\n")


def _begins_a_line(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] == "\n"


def _lives_joined(text: str, found: Iterator[Piece], lexicon: Lexicon) -> Iterator[Piece]:
    """Give "Ron 68, died 2019" as one piece: an age beside a death is another than one alone."""
    before: Piece | None = None
    for piece in found:
        if before is not None and not piece.new_line and _goes_on(text, before, piece, lexicon):
            before = replace(before, end=piece.end, tokens=before.tokens + piece.tokens)
            continue
        if before is not None:
            yield before
        before = piece
    if before is not None:
        yield before


def _one_life(text: str, before: Piece, piece: Piece, lexicon: Lexicon) -> bool:
    """Say whether one piece ends with an age and the next is a death, or the other way round."""
    if piece.tokens[0].low in DEATHS:
        if _only_says_who(text, before.tokens, lexicon):
            return not _has_and(before.tokens)
        return any(tells_age(text[token.start : before.end]) for token in before.tokens[-_LONGEST_AGE:])
    died = any(token.low in DEATHS for token in before.tokens)
    return died and tells_age(text[piece.tokens[0].start : piece.end])


def _says_who(text: str, before: Piece, piece: Piece, lexicon: Lexicon) -> bool:
    """Say whether one piece says whose somebody is, and the next nobody else's."""
    try:
        refs = [Scanner(text, each.tokens, lexicon, ANY_DAY).ref() for each in (before, piece)]
    except UnclearError:
        return False
    return refs[0] is not None and refs[1] is None


def _goes_on(text: str, before: Piece, piece: Piece, lexicon: Lexicon) -> bool:
    """Say whether a piece is told of the same as the one before: a life, or a service with its telephone."""
    service = served_at(Scanner(text, before.tokens, lexicon, ANY_DAY))
    number = NUMBER.fullmatch(f" {text[piece.tokens[0].start : piece.end].strip()}")
    if half_told(piece.tokens, lexicon) or lost_in(text, piece.tokens[:2], lexicon):
        return not service and _says_who(text, before, piece, lexicon)
    return bool(service and number) or _one_life(text, before, piece, lexicon)


def _lists_joined(text: str, found: list[Piece], lexicon: Lexicon) -> Iterator[Piece]:
    """Give "lives with Ann, Bob and Cy" as one piece: an "and" at its end makes a list of it."""
    at = 0
    while at < len(found):
        piece, end = found[at], at + 1
        if any(verb_at(on(text, piece.tokens, place, lexicon)) for place in range(len(piece.tokens))):
            end = _end_of_list(text, found, at + 1, lexicon)
        elif _born_together(text, piece.tokens, lexicon):
            end = _end_of_names(text, found, at + 1, lexicon)
        for more in found[at + 1 : end]:
            piece = _list_of(piece, more)
        yield piece
        at = end


def _told_of_all(text: str, found: list[Piece], lexicon: Lexicon) -> list[Piece]:
    """Give "mum, dad and Mia live together" as one piece: what ends a list is of all who stand in it."""
    joined = list[Piece]()
    for piece in found:
        died = bool(death_of_several(piece.tokens))
        if died or _several_do(text, piece.tokens, lexicon):
            while joined and not piece.new_line and _lists_one(text, joined[-1].tokens, lexicon, died=died):
                piece = _list_of(joined.pop(), piece)
        joined.append(piece)
    return joined


def _lists_one(text: str, tokens: Tokens, lexicon: Lexicon, *, died: bool) -> bool:
    """Say whether a piece may be one of those in a list: it tells no more than who that is."""
    if any(verb_at(on(text, tokens, place, lexicon)) for place in range(len(tokens))):
        return died  # "lives with mum, dad and gran died" may be of them too
    try:
        mention = Reader(Scanner(text, tokens, lexicon, date.min)).mention()
    except UnclearError:
        return False
    told = [replace(each, name=None) for each in mention.each]
    return all(each.empty for each in told) and not mention.dead


def _list_of(one: Piece, more: Piece) -> Piece:
    """Give two pieces as one, a comma between them."""
    comma = Token(",", "and", more.tokens[0].start, more.tokens[0].start)
    return replace(one, end=more.end, tokens=(*one.tokens, comma, *more.tokens))


def _end_of_list(text: str, found: Sequence[Piece], start: int, lexicon: Lexicon) -> int:
    """Give where a list that a verb begins has ended: after the piece with its "and", if there is one."""
    for place in range(start, len(found)):
        tokens = found[place].tokens
        if found[place].new_line or not all(_only_says_who(text, part, lexicon) for part in lists(tokens)):
            return start
        if _has_and(tokens):
            return place + 1
    return start


def _born_together(text: str, tokens: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Say whether a piece begins a list of those born together: "triplets Ola" before "Jan and Kai"."""
    scan = Scanner(text, tokens, lexicon, ANY_DAY)
    try:
        ref = scan.ref()
    except UnclearError:
        return False
    return ref is not None and ref.kin is not None and ref.kin.together and not _has_and(tokens)


def _end_of_names(text: str, found: Sequence[Piece], start: int, lexicon: Lexicon) -> int:
    """Give where a list of names has ended: after the piece with its "and"; `start` where there is none."""
    for place in range(start, len(found)):
        scan = Scanner(text, found[place].tokens, lexicon, ANY_DAY)
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
    tokens, _ = without(text, tokens, lexicon, *HOME_WORDS)
    if any(verb_at(on(text, tokens, place, lexicon)) for place in range(len(tokens))):
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
    if place and _says_state(tokens[:place], tokens[place:], lexicon):
        yield tokens[:place]
        yield tokens[place:]
    else:
        yield tokens


def _says_state(who: tuple[Token, ...], what: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Say whether words say what two are, after others that say who one of them is."""
    two = both(who, lexicon) is not None or they_are(who, lexicon)
    return states_alone(what, lexicon) and not two


def _at_asides(text: str, tokens: tuple[Token, ...], lexicon: Lexicon) -> Iterator[tuple[Token, ...]]:
    """Cut off what isn't drawn, such as where somebody is, from what is: "dad Lee 40 in prison".

    After "dad Lee 2 years" nothing is cut off "in prison": it may be how long, and no age.
    """
    place = aside_in(text, tokens, lexicon)
    if place and not lasts(tokens[place - 1].low) and _tells(text, tokens[:place], lexicon):
        yield tokens[:place]
        yield tokens[place:]
    else:
        yield tokens


def _tells(text: str, tokens: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Say whether some words tell something that can be drawn without what follows them."""
    if any(verb_at(on(text, tokens, place, lexicon)) for place in range(len(tokens))):
        return True
    try:
        mention = Reader(Scanner(text, tokens, lexicon, ANY_DAY)).mention()
    except UnclearError:
        return False
    return not mention.bare and bool(mention.relations or mention.each[0].name)


def _several_do(text: str, tokens: Tokens, lexicon: Lexicon) -> bool:
    return any(several_do(text, tokens, place, lexicon) for place in range(len(tokens)))


def _says_else(text: str, before: Sequence[Token], after: Sequence[Token], lexicon: Lexicon) -> bool:
    scan = Scanner(text, after, lexicon, date.min)
    if of_both(before, after, lexicon) or two_do(before, after, lexicon):
        return False
    if half_of_two(before, after, lexicon):
        return False
    if _several_do(text, (*before, _JOIN, *after), lexicon):
        return any(verb_at(on(text, tuple(before), n, lexicon)) for n in range(len(before)))
    if not served_at(Scanner(text, before, lexicon, ANY_DAY)) and death_of_several((*before, _JOIN, *after)):
        doing = any(verb_at(on(text, tuple(before), n, lexicon)) for n in range(len(before)))
        return doing and not _has_and((*before, *after))
    if verb_at(scan) or served_at(Scanner(text, after, lexicon, date.min)):
        return True
    if _joined(before, after, lexicon) or any(
        verb_at(on(text, before, n, lexicon)) for n in range(len(before))
    ):
        return False
    try:
        again = scan.ref() is not None or bool(scan.side())
    except UnclearError:
        return True
    return again and (_is_read(text, after, lexicon) or not _only_says_who(text, tuple(before), lexicon))


def _is_read(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Say whether some words are somebody of whom all that is told is understood: not "gran argue"."""
    told = next(iter(_at_states(tuple(tokens), lexicon)))
    told = next(iter(_at_asides(text, told, lexicon)))
    try:
        Reader(Scanner(text, told, lexicon, ANY_DAY)).mention()
    except UnclearError:
        return False
    return True


def _joined(before: Sequence[Token], after: Sequence[Token], lexicon: Lexicon) -> bool:
    """Say whether "and" is inside one relation: "brothers and sisters"."""
    return f"{before[-1].low} and {after[0].low}" in lexicon.kin
