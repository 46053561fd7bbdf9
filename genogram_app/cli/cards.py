"""The cards of a command, and a word about those of somebody's own that can't be used."""

from __future__ import annotations

import sys

from genogram_app.catalog.load import Catalog
from genogram_app.likeness import own
from genogram_app.words import words_in


def cards() -> Catalog:
    """Give the cards. What is refused is said on the error stream: the rest works."""
    catalog = own.cards()
    for reason in catalog.refused:
        without = words_in().say("Without it, what it draws is “not known to this copy”.")
        print(reason, without, file=sys.stderr)
    return catalog
