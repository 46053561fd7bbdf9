"""Themes: what matters in a family or to somebody, in words."""

from __future__ import annotations

from typing import Any

from genogram_app.edit.records import called, record_of, with_record
from genogram_app.edit.result import Edit, Stamp
from genogram_app.errors import NotFoundError
from genogram_app.family.case import Case
from genogram_app.family.seen import may_be_told
from genogram_app.model.base import Share, Standing
from genogram_app.model.document import CaseDetails
from genogram_app.model.ids import Id
from genogram_app.model.person import Part, Person, Phase, Theme
from genogram_app.words import Sentence


def add_theme(
    case: Case,
    stamp: Stamp,
    owner: Id,
    *,
    card: str = "",
    words: str = "",
    part: Part | None = None,
    phase: Phase | None = None,
    standing: Standing | None = None,
) -> Edit:
    """Write a theme down, for somebody or (on the sheet's details) for the family."""
    fresh = Theme(
        id=stamp.new_id("t"), card=card, words=words, part=part, phase=phase, basis=stamp.basis(standing)
    )
    themes = (*_owner(case, owner).themes, _unshared(fresh, stamp))
    return _put(case, owner, themes, Sentence("Add a theme to {name}", quiet="Add a detail"))


def correct_theme(
    case: Case, stamp: Stamp, owner: Id, theme: Id, *, standing: Standing | None = None, **fields: Any
) -> Edit:
    """Overwrite a theme that was written down wrongly. Where it stands stays, unless that is said anew."""
    old = _find(case, owner, theme)
    fresh = old.put(**fields)
    if fresh != old or standing not in (None, old.basis.standing):
        fresh = _unshared(fresh.put(basis=stamp.basis(standing or old.basis.standing)), stamp)
    sentence = Sentence("Correct a theme of {name}", quiet="Correct a detail")
    return _put(case, owner, _replaced(case, owner, fresh), sentence)


def remove_theme(case: Case, owner: Id, theme: Id) -> Edit:
    """Take a theme out."""
    _find(case, owner, theme)
    left = tuple(each for each in _owner(case, owner).themes if each.id != theme)
    return _put(case, owner, left, Sentence("Remove a theme of {name}", quiet="Remove a detail"))


def share_theme(case: Case, owner: Id, theme: Id, who: Share = Share.SHARED) -> Edit:
    """Let the family see a theme, or no longer."""
    old = _find(case, owner, theme)
    fresh = old.put(basis=old.basis.put(share=who))
    sentence = Sentence("Change who may see a theme of {name}", quiet="Change who may see")
    return _put(case, owner, _replaced(case, owner, fresh), sentence)


def confirm_theme(case: Case, stamp: Stamp, owner: Id, theme: Id) -> Edit:
    """Say that a theme still holds today."""
    old = _find(case, owner, theme)
    fresh = old.put(basis=old.basis.put(confirmed=stamp.today))
    sentence = Sentence("Confirm a theme of {name}", quiet="Confirm")
    return _put(case, owner, _replaced(case, owner, fresh), sentence)


def _unshared(theme: Theme, stamp: Stamp) -> Theme:
    """Keep what no family copy may hold for the case file, in whichever view it is written down."""
    if stamp.sees_all or may_be_told(theme, stamp.harmless):
        return theme
    return theme.put(basis=theme.basis.put(share=Share.CASE_FILE))


def _owner(case: Case, key: Id) -> Person | CaseDetails:
    record = record_of(case, key)
    if isinstance(record, Person | CaseDetails):
        return record
    raise NotFoundError("Only people and the family have themes. Nothing was changed.")


def _find(case: Case, owner: Id, theme: Id) -> Theme:
    found = next((each for each in _owner(case, owner).themes if each.id == theme), None)
    if found is None:
        raise NotFoundError("That theme is no longer there. Nothing was changed.")
    return found


def _replaced(case: Case, owner: Id, fresh: Theme) -> tuple[Theme, ...]:
    return tuple(fresh if each.id == fresh.id else each for each in _owner(case, owner).themes)


def _put(case: Case, key: Id, themes: tuple[Theme, ...], sentence: Sentence) -> Edit:
    """Put the themes in; each carries its own basis, so the record's stays as it is."""
    owner = _owner(case, key)
    name = called(case, key) if isinstance(owner, Person) else "the family"
    label = Sentence.of(sentence.template, quiet=sentence.quiet, name=name)
    if themes == owner.themes:
        return Edit(label, case, (key,))
    return Edit(label, with_record(case, owner.put(themes=themes)), (key,))
