"""Whom a line begins with: somebody on the sheet, or whoever has no name yet."""

from __future__ import annotations

from dataclasses import replace

from genogram_app.edit import people
from genogram_app.edit.spoken.grammar import Told, UnclearError
from genogram_app.edit.spoken.telling import Telling
from genogram_app.model.ids import Id
from genogram_app.words import Sentence


def begun(telling: Telling, told: Told) -> tuple[Telling, Id]:
    """Give the telling about the one whose name it begins with: on the sheet, or not named yet."""
    name = told.name
    if isinstance(name, str) and telling.sight.named(name):
        key = telling.spots.named(name)
    else:
        telling, key = _first_named(telling, told)
    return replace(telling, about=key, beside=None).calling(key, "").filled(key, told), key


def _first_named(telling: Telling, told: Told) -> tuple[Telling, Id]:
    if telling.about is None:
        return _first_of_all(telling, told)
    both = [telling.sight.person(key) for key in (telling.about, telling.beside) if key is not None]
    open_to_it = both if not isinstance(told.name, str) else [who for who in both if not who.named]
    if len(open_to_it) > 1:
        options = tuple(telling.named(who.id) for who in open_to_it)
        if isinstance(told.name, str):
            raise UnclearError(Sentence("Whose name is that?"), options)
        raise UnclearError(Sentence("Who? It can be read of more than one."), options, front=True)
    if not open_to_it:
        raise UnclearError(
            Sentence.of(
                "{name} isn’t on the sheet. Write first who they are to {person}.",
                name=str(told.name),
                person=str(both[0].name),
            )
        )
    return telling, open_to_it[0].id


def _first_of_all(telling: Telling, told: Told) -> tuple[Telling, Id]:
    """Begin a sheet that has nobody on it."""
    if telling.sight.family.people or not isinstance(told.name, str):
        raise UnclearError(Sentence("Who is it about? Choose somebody, or begin with a name."))
    edit = people.add_person(telling.case, telling.teller.stamp, subject=True)
    return telling.after(edit), edit.select[0]
