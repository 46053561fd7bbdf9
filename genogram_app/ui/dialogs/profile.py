"""Who the worker is: asked once, kept for the next case, put on the sheet in one click."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from genogram_app.edit import agencies
from genogram_app.edit.text import read_text
from genogram_app.store.half_typed import Draft
from genogram_app.studio.kinds import worker_kind
from genogram_app.ui.controls.field import Field
from genogram_app.ui.controls.plain import bare, button, label
from genogram_app.ui.controls.room import within_screen
from genogram_app.ui.desk import Desk
from genogram_app.ui.drafts import WORKER
from genogram_app.ui.profile import Profile, read_profile, write_profile

#: What is asked, by the field of the profile.
_ASKED = {"name": "Your name", "job_title": "Job title, in full", "team": "Team", "telephone": "Telephone"}
#: What is kept of a field that was emptied: a draft in which nothing stands is none.
_EMPTIED = "\u200b"


class ProfileDialog(QDialog):
    """Asks for name, job title in full, team and telephone.

    What is typed is kept as drafts are, also where the dialog is closed for the screen to be
    covered; it is gone once it is on the sheet, or with Cancel and Escape.
    """

    def __init__(self, desk: Desk, profile: Profile, parent: QWidget) -> None:
        super().__init__(parent)
        say = desk.words.say
        self._desk, self._known = desk, profile
        self._by_worker = desk.by_worker
        self.setWindowTitle(say("Worker and team"))
        self.setFixedWidth(400)
        column = bare(QVBoxLayout(self), 12, 24)
        column.addWidget(label(say("Worker and team"), "title"))
        about = "You are part of the picture: your name, job title in full and team stand on the sheet."
        column.addWidget(label(say(about), "muted", wrap=True))
        self._lines = {field: self._line(column, field) for field in _ASKED}
        row = bare(QHBoxLayout(), 8)
        row.addStretch(1)
        row.addWidget(button(say("Cancel"), self.reject))
        put = button(say("Put on the sheet"), self.accept, "primary")
        put.setDefault(True)
        row.addWidget(put)
        column.addSpacing(4)
        column.addLayout(row)
        within_screen(self, row)

    def _line(self, column: QVBoxLayout, field: str) -> QLineEdit:
        known: str = getattr(self._known, field)
        draft = self._desk.drafts.of("", WORKER + field, by_worker=self._by_worker)
        line = QLineEdit(draft.words.removeprefix(_EMPTIED) if draft else known)
        line.textChanged.connect(lambda typed: self._keep(field, typed))
        column.addWidget(Field(self._desk.words.say(_ASKED[field]), line))
        return line

    def _keep(self, field: str, typed: str) -> None:
        """Keep what is typed; nothing where that is what is known already, a sign where it was emptied."""
        emptied = not typed and bool(getattr(self._known, field))
        typed = _EMPTIED if emptied else typed if typed != getattr(self._known, field) else ""
        self._desk.drafts.put(Draft("", WORKER + field, typed, by_worker=self._by_worker))

    def forget(self) -> None:
        """Keep nothing of what was typed."""
        for field in _ASKED:
            self._keep(field, getattr(self._known, field))

    def reject(self) -> None:
        """Leave it, with what was typed."""
        self.forget()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go away; what was typed is there when it is opened again."""
        event.accept()
        self.done(QDialog.DialogCode.Rejected)

    @property
    def profile(self) -> Profile:
        """Give what was written."""
        return replace(self._known, **{field: line.text().strip() for field, line in self._lines.items()})


def ask_profile(desk: Desk, folder: Path, parent: QWidget) -> None:
    """Ask who the worker is, beginning with what is known, and put them on the sheet."""
    dialog = ProfileDialog(desk, read_profile(folder), parent)
    if dialog.exec() != QDialog.DialogCode.Accepted or dialog.profile.empty:
        return
    dialog.forget()
    profile, kind = dialog.profile, worker_kind(desk.scene.catalog)
    write_profile(profile, folder)
    desk.act(
        lambda case, stamp: agencies.set_worker(
            case,
            stamp,
            kind,
            name=profile.name,
            job_title=profile.job_title,
            team=profile.team,
            telephone=read_text(profile.telephone),
        ),
        go=True,
    )
