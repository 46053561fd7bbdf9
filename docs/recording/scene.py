"""What a scene is: what a robot does, and the pictures that are taken of it on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Protocol

from PySide6.QtWidgets import QWidget

from tests.ui.shell import ShellRobot


class Take(Protocol):
    """Takes a picture by a name, of one widget or of the whole screen."""

    def __call__(self, name: str, of: QWidget | None = None) -> None:
        """Take it."""


Act = Callable[[ShellRobot, Take], None]


@dataclass(frozen=True)
class Scene:
    """What is done, and the names of the pictures that come of it."""

    act: Act
    pictures: tuple[str, ...]

    def has(self, names: Iterable[str], ending: str) -> bool:
        """Say whether one of some pictures comes of it; where none is named, it does."""
        wanted = set(names)
        return not wanted or any(f"{picture}{ending}" in wanted for picture in self.pictures)


def scene(*pictures: str) -> Callable[[Act], Scene]:
    """Make a scene of what a robot does."""
    return lambda act: Scene(act, pictures)


def scenes_of(module: ModuleType) -> Iterator[Scene]:
    """Give a module's scenes in the order in which they are written."""
    return (each for each in vars(module).values() if isinstance(each, Scene))
