"""The cards of a command, and a word about those of somebody's own that can't be used."""

from __future__ import annotations

import sys

from genogram_app.catalog.load import Catalog
from genogram_app.likeness import own
from genogram_app.words import words_in


def cards() -> Catalog:
    """Give the cards. What is refused is said on the error stream: the rest works."""
    with own.telling(_say_checking):
        catalog = own.cards()
    for reason in catalog.refused:
        without = words_in().say("Without it, what it draws is “not known to this copy”.")
        _say(f"{reason} {without}")
    return catalog


def _say_checking() -> None:
    _say(
        words_in().say(
            "Your own symbols are being checked. It takes a few seconds, once after one has changed."
        )
    )


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
