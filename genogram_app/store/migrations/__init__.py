"""Steps from each older form of the file to the next, on raw JSON. See README.md."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

Step = Callable[[dict[str, Any]], dict[str, Any]]

#: The step that leads on from each schema number. Schema 1 is the first and leads nowhere yet.
STEPS: Mapping[int, Step] = MappingProxyType({})


def migrated(raw: dict[str, Any], start: int, goal: int, steps: Mapping[int, Step] = STEPS) -> dict[str, Any]:
    """Give a raw document in the form `goal`, step by step from the form `start`.

    Raises KeyError where a step is missing, which a test of this folder rules out.
    """
    for number in range(start, goal):
        raw = steps[number](raw)
    return raw
