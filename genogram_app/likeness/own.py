"""All cards; those of somebody's own that a reader would take for another are left out, and said with why.

It takes a second or two to measure a card, so what was found is kept until the card changes. Without a card
of one's own nothing is measured, and nothing that measures is loaded: nobody waits for it at the start.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from genogram_app import places
from genogram_app.catalog.load import Catalog, load, with_own

#: What is done before something is measured, which takes seconds.
_TELL: ContextVar[Callable[[], object]] = ContextVar("tell", default=lambda: None)


@contextmanager
def telling(tell: Callable[[], object]) -> Iterator[None]:
    """While this holds, have `tell` called before cards of one's own are measured."""
    before = _TELL.set(tell)
    try:
        yield
    finally:
        _TELL.reset(before)


@cache
def cards() -> Catalog:
    """Give all cards, but for those of somebody's own that look like another."""
    catalog = load()
    if not catalog.own:
        return catalog
    from genogram_app.likeness.confusable import confusable
    from genogram_app.likeness.figures import Figures

    figures = Figures(places.users_cache() / "measured.json", _TELL.get())
    unlike = confusable(catalog, figures)
    figures.save()
    return with_own(unlike) if unlike else catalog
