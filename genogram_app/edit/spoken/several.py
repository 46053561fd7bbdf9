"""What is told of several at once: "mum and dad died 2019" is of both, and never of the last alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from genogram_app.edit.spoken.grammar import Each, Mention, UnclearError
from genogram_app.edit.spoken.lexicon import Lexicon
from genogram_app.edit.spoken.reading import ALL_DIED, AND, Reader
from genogram_app.edit.spoken.scan import DEATHS, Scanner
from genogram_app.edit.spoken.tokens import Token

#: Stand between whom a death is told of and the word for it.
_BEFORE_IT = frozenset("both all have has are is were was".split())
#: Marks of one life, beside the one whose it is.
_MARKS = frozenset({"d", "†"})


def death_of_several(tokens: Sequence[Token]) -> int:
    """Give where a death is told after "X and Y" of whom none was told before; none where it isn't."""
    place = next((n for n in range(len(tokens)) if _is_death(tokens[n:])), 0)
    ands = [n for n, token in enumerate(tokens[:place]) if token.low in AND]
    told = bool(ands) and ands[-1] + 1 < place and tokens[place - 1].text != "("
    one_life = told and tokens[place].low in _MARKS and tokens[place - 1].low[:1].isdigit()
    return place if told and not one_life else 0


def _is_death(tokens: Sequence[Token]) -> bool:
    """Say whether a word is a death: "d" only before a figure, for it may be a name cut short."""
    figure = len(tokens) > 1 and tokens[1].low[:1].isdigit()
    return tokens[0].low in DEATHS and (tokens[0].low != "d" or figure)


def all_died(text: str, tokens: tuple[Token, ...], lexicon: Lexicon, today: date) -> Each | None:
    """Read "mum and dad died 2019" as of both; None where it says anything else, or of a plural.

    Raises UnclearError where it may be said of the last alone.
    """
    place = death_of_several(tokens)
    if not place or _plural(text, tokens, lexicon, today):
        return None
    end = place
    while tokens[end - 1].low in _BEFORE_IT:
        end -= 1
    parts = _parts(tokens[:end])
    owned = [any(token.owner for token in part) for part in parts]
    if any(token.low in AND for token in tokens[place:]):
        raise UnclearError(ALL_DIED)  # "in 2019 and 2020": which died when?
    if tokens[place].low in _MARKS or len(parts) < 2 or any(token.text == "," for token in tokens[:end]):
        raise UnclearError(ALL_DIED)
    who = [Reader(Scanner(text, part, lexicon, today)).mention() for part in parts]
    if (owned[0] and not all(owned)) or not all(map(_only_who, who)):
        raise UnclearError(ALL_DIED)
    return Each(tuple(Reader(Scanner(text, (*p, *tokens[place:]), lexicon, today)).mention() for p in parts))


def _parts(tokens: Sequence[Token]) -> list[tuple[Token, ...]]:
    """Give the words for each of several."""
    ends = [-1, *(n for n, token in enumerate(tokens) if token.low in AND), len(tokens)]
    return [tuple(tokens[a + 1 : b]) for a, b in pairwise(ends) if a + 1 < b]


def _plural(text: str, tokens: tuple[Token, ...], lexicon: Lexicon, today: date) -> bool:
    ref = Scanner(text, tokens, lexicon, today).ref()
    return ref is not None and ref.kin is not None and ref.kin.plural


def _only_who(mention: Mention) -> bool:
    """Say whether some words are one who, by name or by whose they are, of whom nothing is told."""
    (told, *more) = mention.each
    plain = told.life is None and told.since is None and not mention.dead and mention.other is None
    return plain and not more and bool(mention.relations or told.name)
