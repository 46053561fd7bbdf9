"""Saying back what was understood, in words that would be understood again in the same way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from genogram_app.edit.spoken.grammar import Mention, Told
from genogram_app.edit.spoken.lexicon import Kin, Step, Way
from genogram_app.edit.spoken.telling import Telling
from genogram_app.edit.text import LifeTold
from genogram_app.model.base import Blank
from genogram_app.model.dates import When
from genogram_app.model.ids import Id
from genogram_app.model.person import DateField, Life, Person
from genogram_app.words import Words, facts

#: A beginning that isn't known for sure: "since 2019 to 2020" would be understood as a time that is over.
_BETWEEN = re.compile(r"^\[([^.]+)\.\.([^.]+)\]$")
BLANKS = {
    Blank.UNKNOWN: "?",
    Blank.NOT_ASKED: "? ask",
    Blank.DECLINED: "declined",
    Blank.NONE: "none",
}


def person_said(telling: Telling, key: Id, mention: Mention, told: Told) -> str:
    """Say who somebody is and what was told of them: "mum’s mum Sheila born about 1958"."""
    words, person = telling.teller.words, telling.sight.person(key)
    chain = telling.chains.get(key, "")
    name = str(person.name) if person.named else _blank_said(told.name)
    parts = [
        "" if name.casefold().startswith(chain.casefold()) else chain,
        name,
        _with_said(telling, mention),
        life_told(telling, key, told, dead=mention.dead),
        span_said(words, told.since, told.until),
        {"same": words.say("(the same)"), "another": words.say("(another)")}.get(mention.again, ""),
    ]
    return " ".join(part for part in parts if part) or "?"


def _as_kept(person: Person, told: LifeTold | None) -> LifeTold | None:
    """Give what was told of a life as it stands there now: a finer date stays."""
    if told is None:
        return None
    kept = {name: getattr(person, name) for name in ("born", "died") if isinstance(getattr(told, name), When)}
    return replace(told, **kept, age=told.age if kept.get("born") == told.born else "")


def together_said(telling: Telling, people: Sequence[Id], mention: Mention) -> str:
    """Say twins, or two carers, together, as they were told of; empty for anybody else."""
    step = _step_of(telling, people, mention)
    if step is None or not (mention.together or (step.of == "carer" and len(people) == 2)):
        return ""
    bare = replace(mention, relations=(), other=None)
    plain = replace(telling, chains={})
    each = [
        person_said(plain, key, bare, replace(told, since=None, until=None))
        for key, told in zip(people, mention.each, strict=True)
    ]
    words, last = telling.teller.words, mention.each[-1]
    whose = telling.chains[people[0]].removesuffix(step.says)
    word = _born_said(words, len(people), step) if mention.together else step.many
    other = (
        words.say(" with {name}", name=telling.named(telling.owner(mention.other))) if mention.other else ""
    )
    said = f"{whose}{word} {words.listed(each)}{other}"
    return f"{said} {span_said(words, last.since, last.until)}".strip()


def _born_said(words: Words, count: int, step: Step) -> str:
    said = "twin {siblings}" if count == 2 else "triplet {siblings}"
    return words.say(said, siblings=step.many)


def _step_of(telling: Telling, people: Sequence[Id], mention: Mention) -> Step | None:
    """Give the step by which all of some people are said, if it is one and the same."""
    steps = [step for ref in mention.relations if ref.kin for way in _ways(ref.kin) for step in way[-1:]]
    chains = {telling.chains.get(key, "") for key in people}
    chain = chains.pop() if len(chains) == 1 else ""
    return next((step for step in steps if step.many and chain.endswith(step.says)), None)


def _ways(kin: Kin) -> tuple[Way, ...]:
    return kin.ways + kin.alone


def _with_said(telling: Telling, mention: Mention) -> str:
    if mention.other is None:
        return ""
    return telling.teller.words.say("with {name}", name=telling.named(telling.owner(mention.other)))


def span_said(words: Words, since: DateField | None, until: DateField | None = None) -> str:
    """Say since when something is so, or from when until when it was; nothing where that wasn't told."""
    if since is None:
        return ""
    if until is not None:
        return words.say(
            "from {since} to {until}", since=date_said(words, since), until=date_said(words, until)
        )
    if isinstance(since, When) and (found := _BETWEEN.match(since.edtf)):
        first, last = (facts.vague_date(words, part) for part in found.groups())
        return words.say("since between {first} and {last}", first=first, last=last)
    return words.say("since {date}", date=date_said(words, since))


def since_said(telling: Telling, since: DateField | None) -> str:
    """Say since when something is so, after other words; nothing where it wasn't told."""
    said = span_said(telling.teller.words, since)
    return f" {said}" if said else ""


def life_told(telling: Telling, key: Id, told: Told, *, dead: bool = False) -> str:
    """Say what was told of somebody's life, as it stands there now."""
    person, told = telling.sight.person(key), telling.at_death(key, told, dead=dead)
    life = life_said(telling.teller.words, _as_kept(person, told.life), dead=dead)
    return f"{told.gender} {life}".strip()


def without_age(said: str, before: Telling, after: Telling, key: Id) -> str:
    """Give what was said of somebody without the age, where a death since says when it was so."""
    person = before.sight.family.find(Person, key)
    if person is None or key not in before.ages or person.dead or not after.sight.person(key).dead:
        return said
    age = life_said(before.teller.words, LifeTold(born=person.born))
    return " ".join(said.replace(age, "").split()) if before.named(key) in said else said


def life_said(words: Words, life: LifeTold | None, *, dead: bool = False) -> str:
    """Say when somebody was born and died, as it may be typed."""
    told = life or LifeTold()
    if told.life is Life.UNBORN:
        return words.say("due {date}", date=date_said(words, told.born)).strip()
    day = date_said(words, told.born) or _blank_said(told.born)
    born = words.say("born {date}", date=day) if told.born is not None and not told.age else ""
    gone = told.life is Life.DIED or dead
    died = words.say("died {date}", date=date_said(words, told.died)).strip() if gone else ""
    aged = words.say("aged {age}", age=told.age) if told.age else ""
    return " ".join(part for part in (born, died, aged) if part)


def _blank_said(value: object) -> str:
    """Say why nothing stands there, in the shortest words that are understood; nothing for no blank."""
    return BLANKS[value] if isinstance(value, Blank) else ""


def date_said(words: Words, when: DateField | None) -> str:
    """Say a date in one piece, doubts and all: "about 1992?"."""
    if not isinstance(when, When):
        return "" if when is Blank.NOT_ASKED else _blank_said(when)
    if not when.doubtful:
        return facts.vague_date(words, when.edtf)
    plain = when.edtf[:-1] + ("~" if when.about else "")
    return f"{facts.vague_date(words, plain)}?"
