"""Fit to paper: found off the window's thread, done as one step, and said in a sentence."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from genogram_app.edit.result import Edit
from genogram_app.family.seen import Reader, ground
from genogram_app.studio.fitting import fit
from genogram_app.studio.session import Session
from genogram_app.ui.away import Wanted, away
from genogram_app.ui.desk import Desk

_MORE = "Arranged for as few sheets of {paper} as can be."
#: What is kept from the family must not be told by where the others stand.
_APART = "The family’s copy is arranged apart, as not all here is for them: fit it in the family’s view."
#: For more people than this the search takes longer than a window may be silent.
FEW = 10


def fit_to_paper(desk: Desk, over: QWidget, *, by_hand: bool) -> str:
    """Arrange the sheet for its paper and say what came of it. Raises StoppedError."""
    session, say = desk.session, desk.words.say
    case, view = session.standing, session.view

    def found(wanted: Wanted = lambda: True) -> Edit:
        return fit(desk.scene, case, view, by_hand=by_hand, wanted=wanted)

    many = len(session.seen.family.people) > FEW
    looking = say("Looking for what needs the least paper…")
    edit = away(over, desk.words, looking, found) if many else found()
    if edit.case is case:
        return say("Nothing takes less paper or larger letters: everybody stays.")
    session.do(edit, desk.selection)
    sheet = desk.scene.sheet(session.drawn, session.view)
    came = "Arranged for one sheet of {paper}." if sheet.fit.fits else _MORE
    said = say(came, paper=sheet.fit.paper.name)
    return f"{said} {say(_APART)}" if _family_stands_apart(session) else said


def _family_stands_apart(session: Session) -> bool:
    """Say whether a family copy isn't arranged as the sheet that the worker looks at."""
    theirs = replace(session.view, reader=Reader.FAMILY)
    return session.viewing.by_worker and ground(session.case, theirs) != session.ground
