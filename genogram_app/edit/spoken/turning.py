"""Turns of phrase put into the order in which a piece is read: "don't know dad's name" is "dad ?"."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from genogram_app.edit.spoken.lexicon import LONGEST, Kin, Lexicon
from genogram_app.edit.spoken.tokens import Token

Tokens = tuple[Token, ...]
_AND = frozenset({"and", "&"})
#: Stands between two where words are put together.
_JOIN = Token("and", "and", 0, 0)
#: Stand before whom somebody is married to, or divorced from; and before when.
_EACH_OTHER = frozenset({"to", "from", "with"})
_WHEN = frozenset({"in", "on", "since", "from", "until", "about"})
#: Who has only one parent the same is a half-brother or half-sister on that parent's side.
_SIBLINGS = frozenset({"brother", "sister", "sibling"})
_DIFFERENT = {"different_dad": "same mum", "different_mum": "same dad"}
_SHARED = (*_DIFFERENT, "mothers_side", "fathers_side")
_WITH_A = frozenset("with a has but by from".split())
_LIVES = "lives with"


def turned(tokens: Tokens, lexicon: Lexicon) -> Tokens:
    """Give the words of a piece in the order in which it is read."""
    for turn in (_half, _unasked, _by_name, _of_two, _having, _has, _to_each_other, _together, _goes_to):
        tokens = turn(tokens, lexicon)
    return tokens


def _to_each_other(tokens: Tokens, lexicon: Lexicon) -> Tokens:
    """Turn "mum is married to Pete since 2019" to "mum and Pete married since 2019"."""
    for place in range(1, len(tokens)):
        count = _phrase_at(tokens, place, lexicon.states)
        if not count:
            continue
        one, after = _without_is(tokens[:place], lexicon), tokens[place + count :]
        after = after[1:] if after and after[0].low in _EACH_OTHER else after
        other = tuple(takewhile(lambda token: token.text[:1].isalpha() and token.low not in _WHEN, after))
        if one and other and _one_who(one, lexicon) and _one_who(other, lexicon):
            return (*one, _JOIN, *other, *tokens[place : place + count], *after[len(other) :])
    return tokens


def _has(tokens: Tokens, lexicon: Lexicon) -> Tokens:
    """Turn "Jay has a brother Tom" to "Jay's brother Tom"."""
    place = next((n for n, token in enumerate(tokens) if token.low in lexicon.listed("has")), 0)
    told = tokens[place + 1 :]
    while told and told[0].low in lexicon.listed("filler"):
        told = told[1:]
    return (*_owning(tokens[:place]), *told) if _is_kins(tokens[:place], told, lexicon) else tokens


def _is_kins(who: Tokens, told: Tokens, lexicon: Lexicon) -> bool:
    """Say whether some words can be one who has somebody, who is named after them."""
    known = _phrase_at(told, 0, lexicon.kin)
    return bool(who) and _one_who(who, lexicon) and 0 < known < len(told)


def _without_is(tokens: Tokens, lexicon: Lexicon) -> Tokens:
    """Give words without an "is", "was" or "got" at their end."""
    while tokens and tokens[-1].low in lexicon.listed("is"):
        tokens = tokens[:-1]
    return tokens


def _together(tokens: Tokens, lexicon: Lexicon) -> Tokens:
    """Turn "mum and Pete live together since 2019" to "mum lives with Pete since 2019"."""
    for place in range(1, len(tokens)):
        count = _phrase_at(tokens, place, lexicon.listed("live_together"))
        first = _first_of_several(tokens[:place], lexicon) if count else 0
        if first:
            lives = replace(tokens[place], text=_LIVES, low=_LIVES)
            return (*tokens[:first], lives, *tokens[first + 1 : place], *tokens[place + count :])
    return tokens


def _first_of_several(tokens: Tokens, lexicon: Lexicon) -> int:
    """Count the words for the first of "mum, dad and Mia"; none where some words say anything else."""
    ends = [-1, *(n for n, token in enumerate(tokens) if token.low in _AND), len(tokens)]
    parts = [tokens[a + 1 : b] for a, b in pairwise(ends)]
    return len(parts[0]) if len(parts) > 1 and all(p and _one_who(p, lexicon) for p in parts) else 0


def half_told(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Say whether words say which parent a brother or a sister shares: "same mum", "different dad"."""
    shared = {each for name in _SHARED for each in lexicon.listed(name) if " " in each}
    return any(_phrase_at(tokens, n, shared) for n in range(len(tokens)))


def half_of_two(before: Sequence[Token], after: Sequence[Token], lexicon: Lexicon) -> bool:
    """Say whether "different dad" may be of both of "brother Tom and sister Ann, different dad"."""
    told = half_told(after, lexicon) and not half_told(before, lexicon)
    return told and not any(t.text == "(" for t in after) and any(t.low in _SIBLINGS for t in before)


def _half(tokens: Tokens, lexicon: Lexicon) -> Tokens:
    """Turn "sister Ann 5 with a different dad" to "half sister Ann 5 same mum"."""
    who = next((n for n, token in enumerate(tokens) if token.low not in lexicon.listed("filler")), 0)
    if not tokens or tokens[who].low not in _SIBLINGS:
        return tokens
    for place in range(who + 1, len(tokens)):
        for name, same in _DIFFERENT.items():
            if count := _phrase_at(tokens, place, lexicon.listed(name)):
                before, sibling = tokens[who + 1 : place], f"half {tokens[who].low}"
                while before and before[-1].low in _WITH_A:
                    before = before[:-1]
                half = replace(tokens[who], text=sibling, low=sibling)
                shared = replace(tokens[place], text=same, low=same, end=tokens[place + count - 1].end)
                return (half, *before, shared, *tokens[place + count :])
    return tokens


def _goes_to(tokens: Tokens, lexicon: Lexicon) -> Tokens:
    """Turn "Jay goes to Hillside Primary" to "Jay's school Hillside Primary", by a word of its name."""
    for place in range(len(tokens)):
        count = _phrase_at(tokens, place, lexicon.listed("goes_to"))
        name = tokens[place + count :] if count else ()
        service = next((token for token in reversed(name) if token.low in lexicon.services), None)
        if service and (not place or _one_who(tokens[:place], lexicon)):
            word = replace(tokens[place], text=service.low, low=service.low)
            return (*_owning(tokens[:place]), word, *name)
    return tokens


def _owning(who: Sequence[Token]) -> Tokens:
    """Give who it is as whose something is: "Jay's"; nothing for nobody."""
    if not who:
        return ()
    return (replace(who[0], text=f"{_text(who)}'s", low=f"{_low(who)}'s", end=who[-1].end),)


def _phrase_at(tokens: Sequence[Token], place: int, phrases: Container[str]) -> int:
    """Count the words at a place that are one of some phrases."""
    most = min(LONGEST, len(tokens) - place)
    return next((n for n in range(most, 0, -1) if _low(tokens[place : place + n]) in phrases), 0)


def _unasked(tokens: Tokens, lexicon: Lexicon) -> Tokens:
    """Turn "I don't know who dad is" to "don't know who dad is": who doesn't know isn't drawn."""
    ours = tokens[0].low in lexicon.listed("we") and any(
        _low(tokens[1 : 1 + n]) in lexicon.listed("dont_know") for n in range(1, LONGEST + 1)
    )
    return tokens[1:] if ours else tokens


def of_both(before: Sequence[Token], after: Sequence[Token], lexicon: Lexicon) -> bool:
    """Say whether an "and" joins two whose child is spoken of: "mum and dad's baby"."""
    at = _owner_end(after)
    return bool(before) and at > 0 and _one_who(before, lexicon) and _child_word(after[at:], lexicon)


def _by_name(tokens: Tokens, lexicon: Lexicon) -> Tokens:
    """Turn "dad's name is Darren" to "dad is Darren", "don't know dad's name" to "dad ?"."""
    unknown = next((n for n in range(LONGEST, 0, -1) if _low(tokens[:n]) in lexicon.listed("dont_know")), 0)
    for place in range(unknown, len(tokens) - 1):
        owner = tokens[place].owner
        if owner in lexicon.kin and tokens[place + 1].low == "name":
            token = tokens[place]
            said = replace(token, text=owner, low=owner, end=token.start + len(owner))
            end = tokens[place + 1].end
            mark = (Token("?", "?", end, end),) if unknown else ()
            return (*tokens[unknown:place], said, *tokens[place + 2 :], *mark)
    return tokens


def _of_two(tokens: Tokens, lexicon: Lexicon) -> Tokens:
    """Turn "mum and dad's baby Amy" to "dad's baby Amy with mum"."""
    for place, token in enumerate(tokens):
        before, after = tokens[:place], tokens[place + 1 :]
        if token.low in _AND and of_both(before, after, lexicon):
            return (*after, replace(token, text="with", low="with"), *before)
    return tokens


def both(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[Sequence[Token], Sequence[Token]] | None:
    """Give the two of "mum and dad", "dad and Ann"; None where some words say anything else."""
    place = next((n for n, token in enumerate(tokens) if token.low in _AND), 0)
    one, other = tokens[:place], tokens[place + 1 :]
    two = bool(one and other) and _one_who(one, lexicon) and _one_who(other, lexicon)
    return (one, other) if two else None


def two_do(before: Sequence[Token], after: Sequence[Token], lexicon: Lexicon) -> bool:
    """Say whether an "and" joins two who then do something together: "dad and Ann have", "are divorced"."""
    return any(
        _verb(after[place:], lexicon) and both((*before, _JOIN, *after[:place]), lexicon) is not None
        for place in range(1, len(after))
    )


def _verb(tokens: Sequence[Token], lexicon: Lexicon) -> int:
    """Count the words that say that two have children, or what they are to each other."""
    verbs = lexicon.listed("have") | lexicon.listed("live_together") | lexicon.states.keys()
    return _phrase_at(tokens, 0, verbs)


def _having(tokens: Tokens, lexicon: Lexicon) -> Tokens:
    """Turn "dad and Ann have Tom and Eve" to "dad's children Tom and Eve with Ann"."""
    place = next((n for n, token in enumerate(tokens) if token.low in lexicon.listed("have")), 0)
    two, told = both(tokens[:place], lexicon), tokens[place + 1 :]
    if two is None or not told:
        return tokens
    one, other = two
    children = _children(told, tokens[place], lexicon)
    return (*_owning(one), *children, replace(_JOIN, text="with", low="with"), *other) if children else tokens


def _children(told: Tokens, at: Token, lexicon: Lexicon) -> Tokens:
    """Give who is had, as children; nobody where it may be no child: "have ADHD", "have Asthma"."""
    bare = told[1:] if told[0].low in lexicon.listed("counted") else told
    if any(_child_word(bare[n:], lexicon) for n in range(2)):
        return bare
    several = any(token.low in _AND or token.low == "?" or token.low[:1].isdigit() for token in told)
    shouted = any(token.text.isupper() and len(token.text) > 1 for token in told)
    return (replace(at, text="children", low="children"), *told) if several and not shouted else ()


def _text(tokens: Sequence[Token]) -> str:
    return " ".join(token.text for token in tokens)


def _one_who(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Say whether some words can be no more than one who: "mum", "Dylan"."""
    name = len(tokens) <= 2 and all(token.text[:1].isupper() for token in tokens)
    return _low(tokens) in lexicon.kin or name


def _owner_end(tokens: Sequence[Token]) -> int:
    """Count the words up to the first that says whose; none where one of few doesn't."""
    return next((n + 1 for n, token in enumerate(tokens[:2]) if token.owner), 0)


def _child_word(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    kin = next((found for n in range(LONGEST, 0, -1) if (found := lexicon.kin.get(_low(tokens[:n])))), None)
    return isinstance(kin, Kin) and all(way and way[-1].of == "child" and len(way) == 1 for way in kin.ways)


def _low(tokens: Sequence[Token]) -> str:
    return " ".join(token.low for token in tokens)
