"""Fit to paper: found off the window's thread, done as one step, and said in a sentence."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from genogram_app.edit.result import Edit
from genogram_app.studio.fitting import fit
from genogram_app.ui.away import Wanted, away
from genogram_app.ui.desk import Desk

#: For more people than this the search takes longer than a window may be silent.
FEW = 10


def fit_to_paper(desk: Desk, over: QWidget, *, by_hand: bool) -> str:
    """Arrange the sheet for its paper and say what came of it. Raises StoppedError."""
    session, say = desk.session, desk.words.say
    case, view = session.case, session.view

    def found(wanted: Wanted = lambda: True) -> Edit:
        return fit(desk.scene, case, view, by_hand=by_hand, wanted=wanted)

    many = len(case.family.people) > FEW
    looking = say("Looking for what needs the least paper…")
    edit = away(over, desk.words, looking, found) if many else found()
    if edit.case is case:
        return say("Nothing takes less paper or larger letters: everybody stays.")
    session.do(edit, desk.selection)
    sheet = desk.scene.sheet(session.seen, session.view)
    if sheet.fit.fits:
        return say("Arranged for one sheet of {paper}.", paper=sheet.fit.paper.name)
    return say("Arranged for as few sheets of {paper} as can be.", paper=sheet.fit.paper.name)
