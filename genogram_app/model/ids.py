"""Ids: never reused, they say nothing about anybody, and they sort in the order in which they were given."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from typing import Annotated

from pydantic import StringConstraints

#: "p_" and the like, then letters and digits.
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.\-]{1,64}$")]

#: Gives a fresh id for a kind's letter. Passed in, so that tests can count instead.
NewId = Callable[[str], str]


_last = 0


def random_id(letter: str) -> str:
    """Give a fresh id such as "p_019a…3f9a": the time in milliseconds, then 64 random bits.

    Each sorts after all before it: where no date tells, brothers, sisters and partners
    stand in the order in which they were entered.
    """
    global _last
    _last = max(_last + 1, time.time_ns() // 1_000_000)
    return f"{letter}_{_last:012x}{secrets.token_hex(8)}"
