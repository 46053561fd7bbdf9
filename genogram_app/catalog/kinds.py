"""Kinds that a family's records name, told by those that are known to be something else."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AllBut:
    """Every kind but some: one that this copy doesn't know is among them."""

    some: frozenset[str]

    def __contains__(self, kind: object) -> bool:
        return kind not in self.some
