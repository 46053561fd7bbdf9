"""Who lives with whom: in one home, in another besides, all week or part of it."""

from __future__ import annotations

from collections.abc import Iterable

from genogram_app.edit import households
from genogram_app.edit.spoken.grammar import LivesWith, UnclearError
from genogram_app.edit.spoken.saying import since_said
from genogram_app.edit.spoken.telling import Telling
from genogram_app.model.household import Household
from genogram_app.model.ids import Id
from genogram_app.model.person import DateField, Life
from genogram_app.words import Sentence

Ids = tuple[Id, ...]
_ONE_HOME = Sentence("Is that one home, or another besides?")
_MOVE = Sentence("Somebody of these already lives in a home on the sheet. Move them on the sheet.")
_DIED = Sentence("One of them has died: no ring would show it. With whom now?")
_THERE = Sentence("They live there already. How much of the week is on the home’s page.")


def housed(telling: Telling, clause: LivesWith, who: Ids, others: Ids, since: DateField | None) -> Telling:
    """Let some live with others. Where somebody already lives elsewhere, nothing is guessed."""
    if not set(who) - set(others):
        raise UnclearError(Sentence("With whom?"))
    if any(telling.sight.person(key).life is Life.DIED for key in (*who, *others)):
        raise UnclearError(_DIED)
    mine = _homes(telling, who, whole_week=True)
    theirs = _homes(telling, others)
    if clause.home != "same" and (clause.part or clause.home == "other" or (clause.also and theirs)):
        return _besides(telling, clause, who, others, since)
    if mine and not theirs and (clause.also or len(mine) == 1) and clause.home != "same":
        raise UnclearError(_ONE_HOME, ("in the same home", "in another home"))
    everybody = tuple(dict.fromkeys((*others, *who)))
    homes = {home.id for home in (*mine, *theirs)}
    if not homes:
        kind = telling.teller.kinds.household
        stamp = telling.teller.stamp
        return telling.after(
            households.make_household(telling.case, stamp, everybody, kind=kind, since=since)
        )
    if len(homes) > 1:
        raise UnclearError(_MOVE)
    return telling.after(
        households.move_in(telling.case, telling.teller.stamp, homes.pop(), everybody, since)
    )


def _besides(telling: Telling, clause: LivesWith, who: Ids, others: Ids, since: DateField | None) -> Telling:
    """Let some live with others part of the time; where else they live stays as it is."""
    stamp, theirs = telling.teller.stamp, _homes(telling, others)
    if len(theirs) > 1:
        raise UnclearError(_MOVE)
    if any(home in theirs for home in _homes(telling, who, whole_week=True)):
        raise UnclearError(_THERE)
    if theirs:
        edit = households.move_in(
            telling.case, stamp, theirs[0].id, who, since, part_time=True, pattern=clause.part
        )
        return telling.after(edit)
    edit = households.make_household(
        telling.case,
        stamp,
        (*others, *who),
        kind=telling.teller.kinds.household,
        since=since,
        part_time=who,
        pattern=clause.part,
    )
    return telling.after(edit)


def _homes(telling: Telling, people: Iterable[Id], *, whole_week: bool = False) -> list[Household]:
    found = {home.id: home for key in people for home in telling.sight.homes(key, whole_week=whole_week)}
    return list(found.values())


def home_said(telling: Telling, clause: LivesWith, who: Ids, others: Ids, since: DateField | None) -> str:
    """Say who lives with whom, and how: "Jay lives with Darren in another home at weekends"."""
    words = telling.teller.words
    names = words.listed([telling.named(key) for key in who])
    them = words.listed([telling.named(key) for key in others])
    said = words.say("{name} lives with {others}", name=names, others=them)
    besides = clause.home == "other" or (clause.also and clause.home != "same" and not clause.part)
    homes = "in another home" if besides else "in the same home" if clause.home == "same" else ""
    parts = [said, words.say(homes) if homes else "", clause.part]
    return " ".join(part for part in parts if part) + since_said(telling, since)
