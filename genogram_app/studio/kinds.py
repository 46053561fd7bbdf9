"""The cards that edits use where nobody has picked one, asked of the catalogue by their roles."""

from __future__ import annotations

from functools import lru_cache

from genogram_app.catalog.load import Catalog
from genogram_app.edit.result import Kinds


@lru_cache(maxsize=4)
def kinds_of(catalog: Catalog) -> Kinds:
    """Give the everyday kinds. What a couple are to each other is never one: nobody has said."""
    return Kinds(
        birth=catalog.by_role("descent", "by_birth").id,
        mother=catalog.by_role("people", "woman").id,
        father=catalog.by_role("people", "man").id,
        ended=frozenset(card.id for card in catalog.unions.values() if card.stage == "ended"),
        paternity=catalog.paternity,
    )


def worker_kind(catalog: Catalog) -> str:
    """Give the kind of service that a children's social worker is of."""
    return catalog.by_role("agencies", "worker").id
