"""Saying back what was understood, in words that would be understood again in the same way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from genogram_app.edit.spoken.grammar import Mention, Told
from genogram_app.edit.spoken.telling import Telling
from genogram_app.edit.text import LifeTold
from genogram_app.model.base import Blank
from genogram_app.model.dates import When
from genogram_app.model.ids import Id
from genogram_app.model.person import DateField, Life
from genogram_app.words import Words, facts


def person_said(telling: Telling, key: Id, mention: Mention, told: Told) -> str:
    """Say who somebody is and what was told of them: "mum’s mum Sheila born about 1958"."""
    words, person = telling.teller.words, telling.sight.person(key)
    chain = telling.chains.get(key, "")
    name = str(person.name) if person.named else ("?" if isinstance(told.name, Blank) else "")
    other = telling.named(telling.owner(mention.other)) if mention.other else ""
    parts = [
        chain if chain != name else "",
        name,
        words.say("with {name}", name=other) if other else "",
        life_said(words, told.life, dead=mention.dead),
        words.say("since {date}", date=date_said(words, told.since)) if told.since is not None else "",
    ]
    return " ".join(part for part in parts if part) or "?"


def couple_said(telling: Telling, people: Sequence[Id], mention: Mention) -> str:
    """Say two carers together, as they were told of; empty for anybody else."""
    last = mention.relations[-1] if mention.relations else None
    if last is None or last.kin is None or len(people) != 2 or last.kin.ways[0][-1].of != "carer":
        return ""
    bare = replace(mention, relations=())
    plain = replace(telling, chains={})
    each = [
        person_said(plain, key, bare, replace(told, since=None))
        for key, told in zip(people, mention.each, strict=True)
    ]
    words, since = telling.teller.words, mention.each[-1].since
    said = f"{last.text} {words.listed(each)}"
    return said if since is None else f"{said} {words.say('since {date}', date=date_said(words, since))}"


def life_said(words: Words, life: LifeTold | None, *, dead: bool = False) -> str:
    """Say when somebody was born and died, as it may be typed."""
    told = life or LifeTold()
    if told.life is Life.UNBORN:
        return words.say("due {date}", date=date_said(words, told.born)).strip()
    born = words.say("born {date}", date=date_said(words, told.born)) if told.born is not None else ""
    gone = told.life is Life.DIED or dead
    died = words.say("died {date}", date=date_said(words, told.died)).strip() if gone else ""
    return " ".join(part for part in (born, died) if part)


def date_said(words: Words, when: DateField | None) -> str:
    """Say a date in one piece, doubts and all: "about 1992?"."""
    if not isinstance(when, When):
        return "" if when in (None, Blank.NOT_ASKED) else "?"
    if not when.doubtful:
        return facts.vague_date(words, when.edtf)
    plain = when.edtf[:-1] + ("~" if when.about else "")
    return f"{facts.vague_date(words, plain)}?"
