"""Who the worker is: asked once, kept for the next case, put on the sheet in one click."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from genogram_app.edit import agencies
from genogram_app.edit.text import read_text
from genogram_app.studio.kinds import worker_kind
from genogram_app.ui.controls.field import Field
from genogram_app.ui.controls.plain import bare, button, label
from genogram_app.ui.controls.room import within_screen
from genogram_app.ui.desk import Desk
from genogram_app.ui.profile import Profile, read_profile, write_profile


class ProfileDialog(QDialog):
    """Asks for name, job title in full, team and telephone."""

    def __init__(self, desk: Desk, profile: Profile, parent: QWidget) -> None:
        super().__init__(parent)
        say = desk.words.say
        self._known = profile
        self.setWindowTitle(say("Worker and team"))
        self.setFixedWidth(400)
        column = bare(QVBoxLayout(self), 12, 24)
        column.addWidget(label(say("Worker and team"), "title"))
        about = "You are part of the picture: your name, job title in full and team stand on the sheet."
        column.addWidget(label(say(about), "muted", wrap=True))
        self.name = self._line(column, say("Your name"), profile.name)
        self.job_title = self._line(column, say("Job title, in full"), profile.job_title)
        self.team = self._line(column, say("Team"), profile.team)
        self.telephone = self._line(column, say("Telephone"), profile.telephone)
        row = bare(QHBoxLayout(), 8)
        row.addStretch(1)
        row.addWidget(button(say("Cancel"), self.reject))
        put = button(say("Put on the sheet"), self.accept, "primary")
        put.setDefault(True)
        row.addWidget(put)
        column.addSpacing(4)
        column.addLayout(row)
        within_screen(self, row)

    def _line(self, column: QVBoxLayout, name: str, value: str) -> QLineEdit:
        line = QLineEdit(value)
        column.addWidget(Field(name, line))
        return line

    @property
    def profile(self) -> Profile:
        """Give what was written."""
        lines = (self.name, self.job_title, self.team, self.telephone)
        name, job_title, team, telephone = (line.text().strip() for line in lines)
        return replace(self._known, name=name, job_title=job_title, team=team, telephone=telephone)


def ask_profile(desk: Desk, folder: Path, parent: QWidget) -> None:
    """Ask who the worker is, beginning with what is known, and put them on the sheet."""
    dialog = ProfileDialog(desk, read_profile(folder), parent)
    if dialog.exec() != QDialog.DialogCode.Accepted or dialog.profile.empty:
        return
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
