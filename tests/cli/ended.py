"""How a command ended, as whoever typed it sees it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Ended:
    """How a command ended: its code, what it said, what it complained of."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)


def assert_one_sentence(ended: Ended) -> None:
    assert ended.code == 2
    assert ended.out == ""
    assert ended.err.count("\n") == 1
    assert ended.err.rstrip().endswith(".")
    assert "Traceback" not in ended.err
