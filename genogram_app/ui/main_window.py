"""The window: the start page, or one open case, with the menus over both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget

from genogram_app.errors import UserError
from genogram_app.model.base import TextField
from genogram_app.store.folders import Folders
from genogram_app.studio.commands import BY_ID
from genogram_app.ui import closing, left_beside, window_place
from genogram_app.ui.actions import WITHOUT_CASE, Actions
from genogram_app.ui.appearance import Appearance, Wardrobe
from genogram_app.ui.away import behind
from genogram_app.ui.case_files import Arrival, CaseFiles
from genogram_app.ui.controls.lines import hand_on
from genogram_app.ui.cover import Covers
from genogram_app.ui.help_windows import help_commands
from genogram_app.ui.icons import icon
from genogram_app.ui.panels.message_bar import MessageBar
from genogram_app.ui.saving import Saving
from genogram_app.ui.thrown_away import ThrownAway
from genogram_app.ui.typing import Typing
from genogram_app.ui.whom import which_case
from genogram_app.ui.workspace import Workspace

if TYPE_CHECKING:
    from genogram_app.edit.text import LifeTold
    from genogram_app.store.recovery import LeftOver
    from genogram_app.ui.start_page import StartPage

#: The command that covers the screens: nothing is done before it.
_COVER = "cover"
_THROWN = "Thrown away. Edit > Undo (Ctrl+Z) brings it back, until a case is opened or the program closes."
_ANY = "Genogram (*.genogram);;GEDCOM (*.ged);;All files (*)"


class MainWindow(QMainWindow):
    """Does what commands ask of the window, and leaves the rest to the open case."""

    def __init__(self, cases: CaseFiles, folders: Folders) -> None:
        super().__init__()
        cases.away = behind(self, cases.scene.words)
        self._cases, self._folders, self._wardrobe = cases, folders, Wardrobe(self, folders.data)
        self._words = cases.scene.words
        self._saving = Saving(self, cases, self.say)
        self.workspace: Workspace | None = None
        self._start: StartPage | None = None
        self._thrown = ThrownAway()
        self._begun = cases.begun()
        self.covers = Covers(self._words)
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self._messages = MessageBar(self._stack, self._words, self._bring_back)
        self.actions_ = Actions(self, self._words, self.perform)
        self.actions_.menus(self.menuBar())
        self.typing = Typing(self, lambda: self.workspace, self.actions_.by_id)
        self._doing: Mapping[str, Callable[[], object]] = self._own_commands()
        self.setWindowIcon(icon("genogram"))
        self.setMinimumSize(560, 340)
        window_place.restore(self, folders.data)
        self._refresh()

    def _own_commands(self) -> Mapping[str, Callable[[], object]]:
        return {
            "new": self.go_to_start,
            "open": self._ask_open,
            "import": self._ask_open,
            "save": self.save,
            "save_as": self.save_as,
            "export": self._export,
            "print": self._print,
            "leave": self.go_to_start,
            "quit": self.close,
            "copy": self._copy_people,
            "paste": self._paste_people,
            "copy_picture": self._copy_picture,
            "find": lambda: self._work().begin_search(),
            "palette": self._open_palette,
            "add_agency": self._add_agency,
            "how_drawn": self._choose_drawing,
            _COVER: self.turn_cover,
            "full_screen": self._turn_full_screen,
            "fold_people": lambda: self._work().folding.turn("left"),
            "fold_selected": lambda: self._work().folding.turn("right"),
            "pages": self._preview,
            "ask": lambda: self._work().status.open_questions(),
            **{each.value: partial(self._wardrobe.choose, each) for each in Appearance},
            **help_commands(self._cases.scene, self),
        }

    # -- commands ---------------------------------------------------------------------------

    def perform(self, name: str) -> None:
        """Do a command by its id; what goes wrong is said in a sentence."""
        if name != _COVER:
            hand_on()
        try:
            if name in self._doing:
                if self.workspace is not None or name in WITHOUT_CASE:
                    self._doing[name]()
            elif self.workspace is not None:
                self.workspace.step(name)
            elif name == "undo":
                self._bring_back()
        except UserError as fault:
            self.say(str(fault))
        self._refresh()

    def say(self, sentence: str) -> None:
        """Say a sentence where it will be read."""
        if self.workspace is not None and self._stack.currentWidget() is self.workspace:
            self.workspace.messages.say(sentence)
        else:
            self._messages.say(sentence)

    def _refresh(self) -> None:
        """Show what can be done now, and which case this is."""
        desk = self.workspace.desk if self.workspace is not None else None
        self.actions_.refresh(desk.context if desk else None, quiet=desk is not None and not desk.by_worker)
        if desk is None and self._thrown:
            self.actions_.offer_undo(self._words.say("throw away what was recovered"))
        for each in Appearance:
            self.actions_.check(each.value, on=each is self._wardrobe.chosen)
        self.setWindowTitle(self._title())

    def _title(self) -> str:
        if self.workspace is None:
            return self._words.say("Genogram")
        desk = self.workspace.desk
        mark = "*" if desk.session.dirty else ""
        return self._words.say("{case}{mark} – Genogram", case=which_case(desk), mark=mark)

    # -- coming and going ---------------------------------------------------------------------

    def go_to_start(self) -> None:
        """Close the case, if one is open, and show the start page."""
        if self._may_leave():
            self._leave_case()
            self.show_start()

    def show_start(self) -> None:
        """Show the start page with what there is now."""
        from genogram_app.ui.start_page import Doors, StartPage

        if self._start is None:
            doors = Doors(
                new=self._new,
                open=self._ask_open,
                open_recent=self.open,
                practice=self.practice,
                recover=self._recover,
                forget=self._forget,
                not_saved=self._cases.not_saved,
                warned=self._cases.warned,
                called=self._cases.called,
                typed=self._begun.note,
            )
            self._start = StartPage(self._words, doors, self._cases.today)
            self._stack.addWidget(self._start)
        self._start.show_recent([each for each in self._cases.recent.all() if Path(each.path).exists()])
        self._start.show_left_over(self._thrown.without(self._cases.left_over()))
        self._stack.setCurrentWidget(self._start)
        self._start.name.setFocus()
        self._refresh()

    def _new(self, name: TextField, life: LifeTold) -> None:
        self._arrive(lambda: self._cases.new(name, life))

    def practice(self) -> None:
        """Open the practice family."""
        self._arrive(self._cases.practice)

    def open(self, path: Path) -> None:
        """Open a file; where a crash left something of it that isn't in it, ask first what is meant."""
        if not self._may_leave():
            return
        left = next(iter(self._thrown.without(self._cases.left_beside(path))), None)
        if left is None:
            self._arrive(lambda: self._cases.open(path))
            return
        choice = left_beside.ask(self._words, self._cases.called(left), self._cases.warned(left), self)
        if choice is left_beside.Choice.LEFT:
            self._recover(left)
        elif choice is left_beside.Choice.FILE:
            self._arrive(lambda: self._cases.open(path))

    def _recover(self, left: LeftOver) -> None:
        if not left.half.begins:
            self._arrive(lambda: self._cases.recover(left))
        elif self._start is not None:
            self._start.write(left.half.name, left.half.born)
            self._begun.flush()
            left.forget()
            self.show_start()

    def _forget(self, left: LeftOver) -> None:
        """Take away what a crash left; until a case opens or the program closes there is a way back."""
        self._thrown.put(left)
        self.show_start()
        self._messages.say(self._words.say(_THROWN), undoable=True)

    def _bring_back(self) -> None:
        self._thrown.bring_back()
        self._messages.hide()
        self.show_start()

    def _ask_open(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self._words.say("Open"), self._folder(), _ANY)
        if chosen:
            self.open(Path(chosen))

    def _folder(self) -> str:
        return str(self._cases.folder)

    def _arrive(self, come: Callable[[], Arrival]) -> None:
        """Show a case that is come by; where it can't be, say why and stay."""
        try:
            arrival = come()
        except UserError as fault:
            self.say(str(fault))
            return
        self._leave_case()
        self._thrown.forget()
        if self._start is not None:
            self._start.write("", "")  # whoever comes back to it comes with another family
        self._messages.hide()
        workspace = Workspace(arrival.opened, self.actions_.by_id, self.perform, self._folders.data, self)
        self.workspace = workspace
        self._stack.addWidget(workspace)
        self._stack.setCurrentWidget(workspace)
        self._follow(workspace)
        workspace.canvas.setFocus()
        if arrival.select:
            workspace.desk.select(arrival.select)
        workspace.put_by.go_on_with(arrival.half)
        if arrival.says:
            QTimer.singleShot(0, workspace, lambda: workspace.messages.say(arrival.says, stays=arrival.stays))
        self._refresh()

    def _follow(self, workspace: Workspace) -> None:
        """Keep every change for recovery, and the menus as they should be."""
        desk, opened = workspace.desk, workspace.opened
        seen = [desk.session.case]

        def note() -> None:
            if desk.session.case is not seen[0]:
                seen[0] = desk.session.case
                opened.keep()
            self._refresh()

        desk.changed.connect(note)
        workspace.canvas.typed.connect(opened.keep_half)
        desk.selected.connect(self._refresh)
        desk.filed.connect(self._refresh)
        desk.profile.connect(self._ask_profile)
        opened.kept.failed.connect(self.say)

    def _leave_case(self) -> None:
        if self.workspace is not None:
            workspace, self.workspace = self.workspace, None
            workspace.leave()
            workspace.opened.close()
            self._stack.removeWidget(workspace)
            workspace.hide()
            workspace.deleteLater()
            self._refresh()

    def _may_leave(self) -> bool:
        """Offer to save what isn't saved; say whether the case may be closed."""
        work = self.workspace
        if work is None:
            return True
        if not work.put_by.written_down():
            return False
        saved, typed = not work.desk.session.dirty or self._untouched(), bool(work.put_by.half_typed())
        answer = closing.ask(self._words, which_case(work.desk), self, saved=saved, typed=typed)
        return self.save() if answer is closing.Closing.SAVE else answer is closing.Closing.DROP

    def _untouched(self) -> bool:
        """Say whether nothing was done since the case was opened, as with a practice family looked at."""
        assert self.workspace is not None
        session = self.workspace.desk.session
        return session.path is None and session.undoes is None

    def let_go(self) -> None:
        """Close the case without a question and keep nothing of it."""
        self._leave_case()
        self._begun.leave()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the case first, and leave nothing behind."""
        if not self._may_leave():
            event.ignore()
            return
        self.let_go()
        self._thrown.forget()
        window_place.keep(self, self._folders.data)
        super().closeEvent(event)

    # -- saving -------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save; say whether it is saved."""
        if self.workspace is None:
            return True
        return self.workspace.put_by.written_down() and self._saving.save(self.workspace.opened)

    def save_as(self) -> bool:
        """Ask for a place and save there; say whether it is saved."""
        if self.workspace is None:
            return True
        return self.workspace.put_by.written_down() and self._saving.save_as(self.workspace.opened)

    def save_in(self, path: Path) -> bool:
        """Save in a file; say whether it is saved."""
        return self._saving.save_in(self._work().opened, path)

    def _work(self) -> Workspace:
        assert self.workspace is not None
        return self.workspace

    def _export(self) -> None:
        from genogram_app.ui.dialogs.export import ExportDialog

        work = self._work()
        if not work.put_by.all_on_sheet():
            return
        ExportDialog(work.desk, self._folder(), self.say, work.name_go_to, self).exec()

    def _print(self) -> None:
        from genogram_app.ui import printing

        if self._work().put_by.all_on_sheet():
            printing.print_sheet(self._work().desk, self)

    def _preview(self) -> None:
        from genogram_app.ui import printing

        if self._work().put_by.all_on_sheet():
            printing.preview_sheet(self._work().desk, self)

    def _copy_people(self) -> None:
        from genogram_app.ui import clipboard

        clipboard.copy_people(self._work().desk)
        self.say(self._words.say("Copied: paste it on this sheet or on another."))

    def _paste_people(self) -> None:
        from genogram_app.ui import clipboard

        clipboard.paste_people(self._work().desk)

    def _copy_picture(self) -> None:
        from genogram_app.ui import clipboard

        clipboard.copy_sheet(self._work().desk, self)
        self.say(self._words.say("Copied: paste it into a letter or a report."))

    def _add_agency(self) -> None:
        from genogram_app.ui.dialogs.services import ServicesPopup

        workspace = self._work()
        popup = ServicesPopup(workspace.desk, self._ask_profile, workspace.welcome_service, self)
        popup.open_under(workspace.toolbar)

    def _ask_profile(self) -> None:
        from genogram_app.ui.dialogs.profile import ask_profile

        ask_profile(self._work().desk, self._folders.data, self)

    def _choose_drawing(self) -> None:
        from genogram_app.ui.dialogs.drawn import DrawnDialog

        DrawnDialog(self._work().desk, self._folders.data, self).exec()

    def _open_palette(self) -> None:
        from genogram_app.ui.dialogs.command_palette import CommandPalette

        enabled = {name for name, action in self.actions_.by_id.items() if action.isEnabled()}
        CommandPalette(
            self._words, [BY_ID[name] for name in BY_ID if name in enabled], self.perform, self
        ).open()

    def turn_cover(self) -> None:
        """Cover every screen, or lift the covers; what comes back is the family's view."""
        self.covers.turn(self)
        if self.covers.on and self.workspace is not None:
            self.workspace.shield()

    def _turn_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
