"""What a crash left that isn't in the file, said in numbers: whoever is in the room may read along."""

from __future__ import annotations

from genogram_app.family.case import Case
from genogram_app.family.difference import Change, difference
from genogram_app.words import Words


def not_saved(words: Words, saved: Case | None, kept: Case) -> str:
    """Say how what was kept differs from what was saved; None where it never was."""
    if saved is None:
        number = words.count("{n} person", "{n} people", len(kept.family.people))
        return words.say("It was never saved: {number} on the sheet.", number=number)
    found = difference(saved, kept)
    said = [*_people(words, found.people), *_others(words, found.others)]
    if said:
        return words.say("Not in the file: {changes}.", changes=words.listed(said))
    if found.sheet:
        return words.say("Not in the file: something on the sheet was moved or its details changed.")
    return words.say("All of it is in the file.")


def _people(words: Words, change: Change) -> list[str]:
    told = (
        ("{n} person added", "{n} people added", change.added),
        ("{n} person changed", "{n} people changed", change.changed),
        ("{n} person taken out", "{n} people taken out", change.gone),
    )
    return [words.count(one, many, number) for one, many, number in told if number]


def _others(words: Words, change: Change) -> list[str]:
    """Say it of lines, homes and services in one."""
    told = (
        ("{n} line, home or service added", "{n} lines, homes or services added", change.added),
        ("{n} line, home or service changed", "{n} lines, homes or services changed", change.changed),
        ("{n} line, home or service taken out", "{n} lines, homes or services taken out", change.gone),
    )
    return [words.count(one, many, number) for one, many, number in told if number]
