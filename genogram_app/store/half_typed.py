"""What is typed and not entered yet: kept with a case for recovery, as plain words and no record of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from genogram_app.model.ids import Id


@dataclass(frozen=True)
class Draft:
    """What is written down of a record and not added yet, and who said it.

    field: the field that somebody says otherwise of; empty where it is somebody's own words.
    by_worker: whether it was written in the worker's view: it is for no other eyes.
    """

    record: Id
    field: str
    words: str = ""
    by: str = ""
    by_worker: bool = True

    def __bool__(self) -> bool:
        """Say whether anything is written."""
        return bool(self.words.strip() or self.by.strip())


@dataclass(frozen=True)
class Asked:
    """What is known of words that an Enter left in the line: of whom they may be, and how they were said."""

    people: tuple[Id, ...] = ()
    listed: bool = False
    side: str = ""
    named: bool = False


@dataclass(frozen=True)
class HalfTyped:
    """The line of words and who was selected; or somebody's name, and age or date of birth.

    A name of nobody is that of the child whom a new sheet is to be about. drafts: what is written
    on records' pages. by_worker: whether it was typed in the worker's view: it is for no other eyes.
    aside: whether the line was set aside, and the keyboard elsewhere. others: what was typed in
    the other view, and waits for it. asked: what is known of the line's words.
    """

    words: str = ""
    selected: tuple[Id, ...] = ()
    who: Id = ""
    name: str = ""
    born: str = ""
    by_worker: bool = False
    drafts: tuple[Draft, ...] = ()
    aside: bool = False
    others: tuple[HalfTyped, ...] = ()
    asked: Asked = Asked()

    def __bool__(self) -> bool:
        """Say whether anything is half typed."""
        return bool(self.words.strip() or self.who or self.begins or self.drafts or any(self.others))

    @property
    def begins(self) -> bool:
        """Say whether it is of a child for whom no sheet was begun yet."""
        return not self.who and bool(self.name.strip() or self.born.strip())

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
    by_worker, drafts = noted.get("by_worker") is not False, tuple(_drafts(noted.get("drafts")))
    aside = noted.get("aside") is True
    others = noted.get("others")
    rest = tuple(filter(None, map(read_half_typed, others if isinstance(others, list | tuple) else ())))
    asked = _asked(noted.get("asked"))
    return HalfTyped(words, chosen, who, name, born, by_worker, drafts, aside, rest, asked)


def _asked(noted: object) -> Asked:
    if not isinstance(noted, dict):
        return Asked()
    people = noted.get("people")
    whom = tuple(str(key) for key in people) if isinstance(people, list | tuple) else ()
    return Asked(whom, noted.get("listed") is True, str(noted.get("side", "")), noted.get("named") is True)


def _drafts(noted: object) -> Iterator[Draft]:
    for each in noted if isinstance(noted, list) else ():
        if isinstance(each, dict):
            record, field, words, by = (
                str(each.get(part, "")) for part in ("record", "field", "words", "by")
            )
            yield Draft(record, field, words, by, each.get("by_worker") is not False)
