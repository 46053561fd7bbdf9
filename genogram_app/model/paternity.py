"""The kinds of a child's link that ask, or answer, who its parent by birth is."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Paternity:
    """Which kinds tell of a doubt, which that it was tested, and the kind of a plain birth."""

    doubts: frozenset[str] = field(default=frozenset())
    tested: frozenset[str] = field(default=frozenset())
    birth: str = ""

    def asked_by(self, kind: str) -> bool:
        """Say whether a kind shows that somebody's parent was ever in question."""
        return kind in self.doubts or kind in self.tested


#: No kind at all.
NEVER_ASKED = Paternity()
