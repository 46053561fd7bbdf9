"""What an Enter leaves of a line of words: each piece with its reason, and what is known of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from genogram_app.edit.spoken.telling import Aged
from genogram_app.model.ids import Id
from genogram_app.words import Sentence

Ids = tuple[Id, ...]


@dataclass(frozen=True)
class Left:
    """A piece of which nothing was done, and why. Each option is words that would make it clear.

    whose: of whom it is said, where what it stood beside is done and will be gone from the line.
    instead: the word of it for which an option is put.
    """

    text: str
    start: int
    end: int
    why: Sentence
    options: tuple[str, ...] = ()
    front: bool = False
    whose: str = ""
    instead: str = ""

    def with_option(self, option: str) -> str:
        """Give the piece made clear."""
        if self.instead:
            return re.sub(rf"\b{re.escape(self.instead)}(?!\w)", lambda _: option, self.text, count=1)
        return f"{option} {self.text}" if self.front else f"{self.text} ({option})"


@dataclass(frozen=True)
class Open:
    """What is known of words that were left, once what stood before them is done and gone from the line.

    people: of whom they may be. listed: whether they may belong to a list of those who live together.
    side: on whose side they were said. named: whether the name they begin with was put before them.
    ages: of whom only an age was told.
    """

    people: Ids = ()
    listed: bool = False
    side: str = ""
    named: bool = False
    ages: Mapping[Id, Aged] = field(default_factory=dict)


NOTHING_LEFT = Open()
