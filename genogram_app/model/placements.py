"""The kinds of a child's link, of a home and of a service with which a child is placed, not with family."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Placements:
    """Which kinds are placements; each list by itself, for a link may be called as a ring is."""

    links: Container[str] = field(default=frozenset())
    homes: Container[str] = field(default=frozenset())
    services: Container[str] = field(default=frozenset())


#: No kind at all.
NOWHERE = Placements()
