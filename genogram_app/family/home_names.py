"""A foster home's name on a sheet: "The Smith-Pugh family" is "The S. family", whoever lives there.

Every home in which a child is placed is so named, since its name finds the place (decision 0029).
A name holds a surname in more forms than a list could tell, so nothing is looked for: what isn't known
to be harmless, a plain word or a first name of somebody on the sheet, is cut to its initial.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass

from genogram_app.family.fostering import is_title, surname_pattern

#: Words of which names of homes are made.
_PLAIN = frozenset(
    "a an and the of in at by for from with to on near my our his her their old big little other another "
    "home homes house flat room place family families household children's childrens child's child kids "
    "care carer carers carer's carers' foster fostering fostered placement placements placed "
    "respite emergency short long term short-term long-term break breaks bridging permanent temporary "
    "supported lodgings lodging accommodation unit residential centre secure living semi-independent "
    "independent assessment parent baby mother first second third fourth new previous current last former "
    "grandparents' grandparents nan's nan nana's gran's gran grandma's grandad's aunt's auntie's uncle's "
    "mum's mum dad's dad sister's brother's friend's friends' friend neighbour's neighbours' adopters "
    "y yr o i a'r cartref tŷ teulu maeth gofal plant u dom rodzina".split()
)
#: Plain words that are surnames as well: behind a first name they are one.
_EITHER = frozenset("foster child care old little long short young new house day mother".split())
#: A word before one of these, or behind "the", is the surname of those who live there.
_OF_A_FAMILY = frozenset("family families household home house teulu".split())
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_OWNER = re.compile(r"['’]s$|(?<=s)['’]$")


@dataclass(frozen=True)
class _Around:
    """A word with those before and behind it, each "" where there is none."""

    before: str
    word: str
    after: str

    @property
    def after_title(self) -> bool:
        return is_title(self.before)

    @property
    def after_name(self) -> bool:
        """Say whether somebody's title or first name comes before, whose surname this is."""
        owner = _OWNER.search(self.before) is not None
        return self.after_title or not (self.before == "" or owner or _plain(self.before))

    @property
    def surname(self) -> bool:
        """Say whether its place tells that it is a surname."""
        names_a_family = _folded(self.before) == "the" or _folded(self.after) in _OF_A_FAMILY
        return self.after_name or names_a_family or "-" in self.word or _OWNER.search(self.word) is not None


def shortened(
    name: str, first_names: Container[str], switched_on: Iterable[str]
) -> tuple[str, frozenset[str]]:
    """Give a home's name with what might be a surname cut to its initial, and which words surely were one.

    first_names: of whoever is on the sheet, folded; they stay. switched_on: surnames that may stand.
    """
    words = _WORD.findall(name)
    around = [_Around(*each) for each in zip(["", *words], words, [*words[1:], ""], strict=False)]
    said = [re.compile(surname_pattern(word), re.IGNORECASE) for word in switched_on]
    capitals = any(word[0].isupper() and not _plain(word) for word in words)
    gone = [_might_be(each, first_names, capitals) and not _any(said, each.word) for each in around]
    instead = iter(_initial(each) if goes else each.word for each, goes in zip(around, gone, strict=True))
    surnames = {_bare(each.word) for each, goes in zip(around, gone, strict=True) if goes and each.surname}
    return _WORD.sub(lambda _: next(instead), name), frozenset(surnames)


def _might_be(each: _Around, first_names: Container[str], capitals: bool) -> bool:
    """Say whether a word might be a surname where it stands.

    capitals: whether the name is written with any; "smith family" is not.
    """
    large = each.word[0].isupper()
    if is_title(each.word):
        return False
    if _plain(each.word):
        either = each.after_title or _folded(_bare(each.word)) in _EITHER
        return either and large and each.after_name
    if _folded(_bare(each.word)) in first_names:
        return each.after_name or _folded(each.before) == "the"
    return large or each.after_title or not capitals


def _initial(each: _Around) -> str:
    """Give a word's initial; what is somebody's stays theirs, but of a whole family: "the S. home"."""
    owned = re.search(r"['’]s$", each.word) or (each.after_title and _OWNER.search(each.word))
    return f"{each.word[0].upper()}.{'’s' if owned else ''}"


def _any(patterns: Iterable[re.Pattern[str]], word: str) -> bool:
    return any(pattern.fullmatch(word) or pattern.fullmatch(_bare(word)) for pattern in patterns)


def _plain(word: str) -> bool:
    return _folded(word) in _PLAIN


def _bare(word: str) -> str:
    """Give a name without what says that something is theirs."""
    return _OWNER.sub("", word).rstrip(".")


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'").strip(".")
