"""Frozen things as keys of caches, told apart by which object they are."""

from __future__ import annotations

from typing import Generic, TypeVar

T = TypeVar("T")


class Same(Generic[T]):
    """A frozen value as a key of a cache: the very same object is found, an equal one is not.

    Where a value goes from one sheet to the next unchanged, that is found far
    sooner than by what it holds. The cache keeps the value, so no other takes its identity.
    """

    __slots__ = ("value",)

    def __init__(self, value: T) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.value is self.value
