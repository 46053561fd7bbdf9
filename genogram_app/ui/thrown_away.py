"""What a crash left and was thrown away: there is a way back until a case opens or the program closes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from genogram_app.store.recovery import LeftOver


class ThrownAway:
    """Holds what is thrown away, and takes it from the disk only when there is no way back any more."""

    def __init__(self) -> None:
        self._held: list[LeftOver] = []

    def __bool__(self) -> bool:
        """Say whether there is anything to bring back."""
        return bool(self._held)

    def put(self, left: LeftOver) -> None:
        """Throw something away."""
        self._held.append(left)

    def bring_back(self) -> None:
        """Bring back what was thrown away last."""
        if self._held:
            self._held.pop()

    def without(self, left: Iterable[LeftOver]) -> list[LeftOver]:
        """Give what isn't thrown away."""
        gone = {each.path for each in self._held}
        return [each for each in left if each.path not in gone]

    def forget(self) -> None:
        """Take it from the disk for good."""
        while self._held:
            self._held.pop().forget()
