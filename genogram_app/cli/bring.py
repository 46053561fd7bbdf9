"""`genogram import`: a family from another program, or what is left of a damaged file."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from genogram_app.cli.saving import family_file, said, save_new
from genogram_app.cli.setting import Setting
from genogram_app.errors import UsageError
from genogram_app.family.case import Case
from genogram_app.store import codec, files, foreign
from genogram_app.words import words_in


@dataclass(frozen=True)
class Imported:
    """What was brought in: the case, and a report for people and one for programs."""

    case: Case
    lines: tuple[str, ...]
    data: dict[str, Any]


def bring(arguments: Namespace, setting: Setting) -> None:
    """Bring a family in, save it, and say what didn't come over. The source is left as it is."""
    source: Path = arguments.source
    target = family_file(arguments.output)
    if _are_one(source, target):
        raise UsageError(
            "The new file would take the place of its source. Nothing was changed; name another."
        )
    data = files.read_bytes(source)
    read = _salvaged if codec.seems_ours(data) else _from_gedcom
    imported = read(data, source.name, setting)
    target, before = save_new(imported.case, target)
    if arguments.json:
        setting.write_json(imported.data | {"saved": str(target)})
        return
    for line in (*imported.lines, said(target, before)):
        setting.write(line)


def _are_one(source: Path, target: Path) -> bool:
    try:
        return source.samefile(target)
    except OSError:  # one of them isn't there, or can't be
        return False


def _from_gedcom(data: bytes, name: str, setting: Setting) -> Imported:
    from genogram_app.cli.cards import cards
    from genogram_app.interchange.gedcom import Tokens, read_gedcom

    if (seems := foreign.seems(data)) and "GenoPro" in seems[0]:
        raise UsageError(f"{name} seems to be {seems[0]}, which can't be brought in yet. {seems[1]}")
    words = words_in()
    tokens = Tokens.of(cards().from_gedcom)
    brought = read_gedcom(data, name, tokens=tokens, new_id=setting.new_id, today=setting.today, words=words)
    return Imported(brought.case, brought.report.say(words), brought.report.as_data(words))


def _salvaged(data: bytes, name: str, setting: Setting) -> Imported:
    from genogram_app.store.salvage import salvage

    saved = salvage(data, name, setting.new_id)
    family = saved.case.family
    people, unions = len(family.people), len(family.unions)
    head = f"Read from {name}: {people} people, {unions} couples or families."
    report = {
        "source": name,
        "form": codec.FORMAT,
        "people": people,
        "families": unions,
        "lost": list(saved.lost),
    }
    return Imported(saved.case, (head, *saved.lost), report)
