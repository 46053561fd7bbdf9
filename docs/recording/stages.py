"""On which screens which scenes are recorded."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Stage:
    """A screen of some pixels and scale, and the modules of scenes that are played on it.

    ending: stands at the end of each picture's name. command: is done first, on the start page.
    """

    scenes: tuple[str, ...]
    size: tuple[int, int] = (1366, 768)
    scale: int = 1
    ending: str = ""
    command: str = ""


STAGES = {
    "everyday": Stage(("drawing", "looking", "filing")),
    "wide": Stage(("large",), size=(1920, 1080)),
    "dark": Stage(("everywhere",), ending="-dark", command="dark"),
    "double": Stage(("everywhere",), scale=2, ending="-200"),
}
