"""What is typed and not entered yet: kept with a case for recovery, as plain words and no record of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from genogram_app.model.ids import Id


@dataclass(frozen=True)
class HalfTyped:
    """The line of words and who was selected; or somebody's name, and age or date of birth.

    by_worker: whether it was typed in the worker's view: it is for no other eyes.
    """

    words: str = ""
    selected: tuple[Id, ...] = ()
    who: Id = ""
    name: str = ""
    born: str = ""
    by_worker: bool = False

    def __bool__(self) -> bool:
        """Say whether anything is half typed."""
        return bool(self.words.strip() or self.who)

    def noted(self) -> dict[str, Any]:
        """Give it as what JSON holds."""
        return asdict(self) | {"selected": list(self.selected)}


#: Where nothing is.
NOTHING = HalfTyped()


def read_half_typed(noted: object) -> HalfTyped:
    """Read what `noted` gave; what can't be read is nothing."""
    if not isinstance(noted, dict):
        return NOTHING
    words, who, name, born = (str(noted.get(field, "")) for field in ("words", "who", "name", "born"))
    selected = noted.get("selected")
    chosen = tuple(str(key) for key in selected) if isinstance(selected, list) else ()
    # What doesn't say for whom it was typed is for the worker alone.
    return HalfTyped(words, chosen, who, name, born, noted.get("by_worker") is not False)
