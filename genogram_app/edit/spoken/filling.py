"""Writing what was told of somebody, where it doesn't speak against what stands there already."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from genogram_app.edit.spoken.grammar import Told, UnclearError
from genogram_app.edit.text import LifeTold
from genogram_app.model.base import Blank
from genogram_app.model.dates import When
from genogram_app.model.person import DateField, Life, Person
from genogram_app.words import Sentence, Words, facts

_DIED_FIRST = Sentence(
    "That is a death before the birth on the sheet. Where that is wrong, correct it there (F2)."
)
_NAMED = "{name} is the name on the sheet. Where that is wrong, correct it there (F2)."
#: A year told by an age may be the one beside it.
_ABOUT = timedelta(days=366)


def fields_of(
    words: Words, person: Person, told: Told, *, gender: str = "", dead: bool = False
) -> dict[str, Any]:
    """Give the fields to write. Raises UnclearError where something else is known already."""
    life = told.life or LifeTold()
    if not could_die(person, life):
        raise UnclearError(_DIED_FIRST)
    fields = _name(person, told) | _life(person, life, dead=dead)
    for field in ("born", "died"):
        if (date_told := getattr(life, field)) is not None:
            fields |= _date(words, person, field, date_told)
    if gender and not person.gender:
        fields["gender"] = gender
    elif gender and gender != person.gender:
        raise UnclearError(Sentence("The sheet draws another gender. Where that is wrong, correct it there."))
    return fields


def could_die(person: Person, told: LifeTold | None) -> bool:
    """Say whether somebody can have died when it is told: nobody does before their birth."""
    died = told.died if told else None
    born = (told.born if told else None) or person.born
    if not isinstance(died, When) or not isinstance(born, When):
        return True
    slack = _ABOUT if born.about or died.about else timedelta(0)
    return _bounds(born)[0] <= _later(_bounds(died)[1], slack)


def _name(person: Person, told: Told) -> dict[str, Any]:
    """Give a name that is new, or says more of the same one: "Lisa" may become "Lisa Carter"."""
    name = told.name
    if name is Blank.UNKNOWN and person.named:
        raise UnclearError(Sentence.of(_NAMED, name=str(person.name)))
    if name is None or (not isinstance(name, str) and person.named):
        return {}
    if not person.named or not isinstance(name, str):
        return {"name": name}
    known = str(person.name)
    return {"name": name} if name.casefold().startswith(f"{known.casefold()} ") else {}


def _life(person: Person, told: LifeTold, *, dead: bool) -> dict[str, Any]:
    life = told.life or (Life.DIED if dead else None)
    if life is None or life is person.life:
        return {}
    if life is Life.UNBORN and (person.dead or isinstance(person.born, When)):
        raise UnclearError(Sentence("That child was born already."))
    return {"life": life}


def _date(words: Words, person: Person, field: str, told: DateField) -> dict[str, Any]:
    known: DateField = getattr(person, field)
    if not isinstance(known, When):
        return {field: told} if told is not Blank.NOT_ASKED else {}
    if not isinstance(told, When):
        return {}
    if not agree(known, told):
        raise UnclearError(
            Sentence.of(
                "{date} stands there already. Where that is wrong, correct it on the sheet (F2).",
                date=facts.vague_date(words, known.edtf),
            )
        )
    return {field: told} if _finer(told, known) else {}


def agree(known: When, told: When) -> bool:
    """Say whether two dates can both be true, one of them about right perhaps."""
    slack = _ABOUT if known.about or told.about else timedelta(0)
    first, last = _bounds(known)
    start, end = _bounds(told)
    return start <= _later(last, slack) and first <= _later(end, slack)


def _later(day: date, by: timedelta) -> date:
    return day + by if day < date.max - by else date.max


def _bounds(when: When) -> tuple[date, date]:
    return when.earliest or date.min, when.latest or date.max


def _finer(told: When, known: When) -> bool:
    if told.exact or known.exact:
        return told.exact and not known.exact
    (start, end), (first, last) = _bounds(told), _bounds(known)
    return (end - start, told.about) < (last - first, known.about)
