"""Ids: random, never reused, and they say nothing about anybody."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Annotated

from pydantic import StringConstraints

#: "p_" and the like, then random letters and digits.
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.\-]{1,64}$")]

#: Gives a fresh id for a kind's letter. Passed in, so that tests can count instead.
NewId = Callable[[str], str]


def random_id(letter: str) -> str:
    """Give a fresh random id such as "p_3f9a…": 80 random bits, so none comes twice."""
    return f"{letter}_{secrets.token_hex(10)}"
