"""What a family calls somebody: "Nanny Pat", "Modryb Siân", "Ciocia Ewa", "Khala Amina".

The words for relations are those of `resources/kin`, in every language at once. Whether the word behind
one is a first name or a surname can't be seen from it, so only well-known first names count as such,
and none that is the surname of anybody in the family.
"""

from __future__ import annotations

import tomllib
from collections.abc import Container, Iterator, Sequence
from functools import cache

from genogram_app import places

#: "Great auntie", "mam gu" and "nani ji" are of two words; none is of more than three.
_LONGEST = 3


def called_by(words: Sequence[str], surnames: Container[str]) -> int:
    """Give how many words at the start are a word of kin and a first name; 0 where they aren't or may not be.

    surnames: of the family, folded.
    """
    size = kin_word(words)
    if size and size < len(words) and _is_given(words[size].casefold(), surnames):
        return size + 1
    return 0


def kin_word(words: Sequence[str]) -> int:
    """Give how many words at the start are one word for a relation; 0 where they are none."""
    sizes = range(min(_LONGEST, len(words)), 0, -1)
    return next((size for size in sizes if " ".join(words[:size]).casefold() in _kin_words()), 0)


def _is_given(word: str, surnames: Container[str]) -> bool:
    """Say whether a word is surely a first name: each part of "Mary-Ann"."""
    return word not in surnames and all(
        part in _given_names() and part not in surnames for part in word.split("-")
    )


@cache
def _kin_words() -> frozenset[str]:
    files = sorted((places.resources() / "kin").glob("*.toml"))
    tables = [tomllib.loads(file.read_text(encoding="utf-8")) for file in files]
    return frozenset(word for table in tables for row in table.get("kin", ()) for word in row["words"])


@cache
def _given_names() -> frozenset[str]:
    return frozenset(_listed((places.resources() / "names" / "given.txt").read_text(encoding="utf-8")))


def _listed(text: str) -> Iterator[str]:
    """Go through the words of a list, without its comments."""
    for line in text.splitlines():
        if not line.startswith("#"):
            yield from line.split()
