"""What a crash left that isn't in the file, said in numbers: whoever is in the room may read along."""

from __future__ import annotations

from genogram_app.family.case import Case
from genogram_app.family.difference import Change, difference
from genogram_app.family.seen import View, seen
from genogram_app.store.half_typed import HalfTyped
from genogram_app.words import Words

#: How what changed of the sheet's details is called, by its field; of all others only that they did.
_CALLED = {
    "go_to": "whom to ring",
    "took_part": "who took part",
    "dated": "dates of the sheet",
    "review_due": "dates of the sheet",
    "reference": "the case reference",
}
_OTHERS = "other details of the sheet"
#: Says on what a detail rests, which is told with the detail itself.
_WITH_THEM = "said"


def not_saved(words: Words, saved: Case | None, kept: Case, half: HalfTyped, family: View) -> str:
    """Say how what was kept differs from what was saved; None where it never was. Empty if it doesn't.

    Only what the family may see is counted: all else is said in the words that any detail has.
    """
    if saved is None:
        there = words.listed([*_there(words, kept, family), *_typed(words, half)])
        return words.say("It was never saved: {there}.", there=there)
    said = _changed(words, saved, kept, family)
    if not said and difference(saved, kept).places:
        said.append(words.say("something on the sheet was moved"))
    said += _typed(words, half)
    return words.say("Not in the file: {changes}.", changes=words.listed(said)) if said else ""


def _there(words: Words, kept: Case, family: View) -> list[str]:
    """Say who is on the family's sheet, and that there is more where there is."""
    people = len(seen(kept, family).family.people)
    number = words.count("{n} person", "{n} people", people)
    more = people < len(kept.family.people)
    return [words.say("{number} on the sheet", number=number)] * bool(people) + [words.say(_OTHERS)] * more


def _changed(words: Words, saved: Case, kept: Case, family: View) -> list[str]:
    """Say what changed of what the family may see, and that more did where it did."""
    whole, theirs = difference(saved, kept), difference(seen(saved, family), seen(kept, family))
    details = _details(words, theirs.details)
    if (whole.people, whole.others, whole.details) != (theirs.people, theirs.others, theirs.details):
        details.append(words.say(_OTHERS))
    said = [*_people(words, theirs.people), *_others(words, theirs.others), *details]
    return list(dict.fromkeys(said))


def _typed(words: Words, half: HalfTyped) -> list[str]:
    """Say of what kind is what was typed and not entered: never the words themselves."""
    each = (half, *half.others)
    told = (
        ("words not drawn yet", any(one.words.strip() for one in each)),
        ("a name or date not entered yet", any(one.who or one.begins for one in each)),
        ("words on a page not added yet", any(half.drafts)),
    )
    return [words.say(kind) for kind, there in told if there]


def _details(words: Words, fields: tuple[str, ...]) -> list[str]:
    told = [_CALLED.get(field, _OTHERS) for field in fields if field != _WITH_THEM]
    return [words.say(each) for each in dict.fromkeys(told or [_OTHERS] * bool(fields))]


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
