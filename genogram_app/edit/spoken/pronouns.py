"""Of whom "his" and "she" are, at the beginning of a piece: the only one it can be, or a question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from genogram_app.edit.spoken.grammar import UnclearError
from genogram_app.edit.spoken.lexicon import LONGEST, Lexicon
from genogram_app.edit.spoken.telling import Telling
from genogram_app.edit.spoken.tokens import Token, plain
from genogram_app.model.ids import Id
from genogram_app.words import Sentence

Tokens = tuple[Token, ...]
_BEFORE = ("we", "dont_know", "filler")


def resolved(telling: Telling, tokens: Tokens, spoken: Iterable[Id], *, sure: bool) -> Tokens:
    """Give the words of a piece with whom its first word means, where that is a pronoun.

    spoken: of whom it may be. sure: nothing was said before that wasn't understood. Raises
    UnclearError, with a name for each answer, where it may be of several.
    """
    place = _first(tokens, telling.lexicon)
    if place is None:
        return tokens
    word = tokens[place]
    names = [telling.named(key) for key in spoken if _fits(telling, key, word.low)]
    ends = "’s" if word.low in telling.lexicon.listed("possessive") else ""
    if len(names) == 1 and sure:
        said = replace(word, text=names[0] + ends, low=plain(names[0] + ends))
        return (*tokens[:place], said, *tokens[place + 1 :])
    if not names:
        return tokens
    why = Sentence.of("Who is “{word}”? Choose, or write the name.", word=word.text)
    raise UnclearError(why, tuple(name + ends for name in names), instead=word.text)


def _first(tokens: Tokens, lexicon: Lexicon) -> int | None:
    """Give where a pronoun stands that nobody is named before; one further on may be of who is."""
    at = 0
    while at < len(tokens):
        if tokens[at].low in lexicon.listed("of_a_man") | lexicon.listed("of_a_woman"):
            return at
        count = max(_listed(tokens[at:], lexicon, name) for name in _BEFORE)
        if not count:
            return None
        at += count
    return None


def _listed(tokens: Tokens, lexicon: Lexicon, name: str) -> int:
    said = [" ".join(token.low for token in tokens[:n]) for n in range(min(LONGEST, len(tokens)) + 1)]
    return max(n for n, words in enumerate(said) if n == 0 or words in lexicon.listed(name))


def _fits(telling: Telling, key: Id, word: str) -> bool:
    kinds, lexicon = telling.teller.kinds, telling.lexicon
    gender = kinds.father if word in lexicon.listed("of_a_man") else kinds.mother
    return telling.sight.person(key).gender in ("", gender)
