"""The line of words over the foot of the sheet: typed, seen at once, said back, one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from genogram_app.edit.spoken.left import NOTHING_LEFT, Left, Open
from genogram_app.edit.spoken.line import LineTold
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.store.half_typed import Asked
from genogram_app.studio.commands import BY_ID
from genogram_app.studio.telling import Whom, lexicon_of, tell_line, whom_about
from genogram_app.ui.canvas.foresight import Foresight
from genogram_app.ui.canvas.unclear import Unclear
from genogram_app.ui.controls.lines import HELD
from genogram_app.ui.controls.plain import from_the_left
from genogram_app.ui.whom import looking, who_is

if TYPE_CHECKING:
    from genogram_app.ui.canvas.view import Canvas

#: How long the hand rests before the sheet shows what was typed, in milliseconds.
PAUSE = 140
_WIDTH, _LEAST_WIDTH, _LEAST_HEIGHT, _AIR, _EDGE = 720, 240, 128, 12, 12
#: It takes half the sheet's height at most; of a low sheet as much as its answers need, but for a strip.
_WHOLE, _SHEET = 152, 60
#: How long before the piece that is still being typed is said not to be understood.
PATIENCE = 1200
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
#: What is shown before anything was.
_NOTHING_YET = "\n"
_KEYS = "Enter draws it · Esc leaves it"
_EXAMPLE = "mum Lisa 38, dad ?, gran Sheila 68 mum’s mum, lives with gran"


class WordsLine(QFrame):
    """Enter does what was understood; what wasn't stays here. Escape leaves the sheet as it was."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas, self._say = canvas, canvas.words.say
        self._foresight = Foresight(canvas)
        self._whom = Whom(None)
        self._told: LineTold | None = None
        #: What is known of the words that an Enter left here, as long as any of them stands here.
        self._open = NOTHING_LEFT
        self._shown, self._height, self._doing = "", _LEAST_HEIGHT, False
        self._letter = ""
        #: Whether the keyboard is elsewhere, and the sheet shown without these words.
        self.aside = False
        self.setObjectName("floating")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAccessibleName(self._say("A line of words"))
        self._heading = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._heading.setObjectName("heading")
        self.field = QLineEdit(placeholderText=self._say(_EXAMPLE))
        self.field.setFixedHeight(34)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._typed)
        self.field.textChanged.connect(canvas.typed)
        self._said = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._left = Unclear(canvas.words)
        self._left.chosen.connect(self._choose)
        self._left.grew.connect(self.place)
        self._keys = QLabel(self._say(_KEYS))
        self._keys.setObjectName("quiet")
        self._rest = QTimer(self, singleShot=True, interval=PAUSE)
        self._rest.timeout.connect(self._show)
        self._waiting = QTimer(self, singleShot=True, interval=PATIENCE)
        self._waiting.timeout.connect(self._complain)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 10, _EDGE, 10)
        column.setSpacing(6)
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self._keys, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addWidget(self.field)
        column.addWidget(self._said)
        column.addWidget(self._left)
        column.addStretch(1)

    # -- opening and closing ------------------------------------------------------------------

    @property
    def open(self) -> bool:
        """Say whether it is there, written in or set aside; in a window that is covered, too."""
        return not self.isHidden()

    def begin(self) -> None:
        """Open with the caret in it, about whom is selected; with its words, where it was set aside."""
        if self.aside:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._whom = whom_about(self._canvas.session, self._canvas.selection)
        self._height = _LEAST_HEIGHT
        self.field.setText("")
        self._letter = BY_ID["tell"].keys[0].lower()
        self._foresight.begin()
        self.show()
        self._canvas.telling_changed.emit(True)
        self.raise_()
        self.read_again()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_aside(self) -> None:
        """Let the sheet have the hand and the keys: close where nothing is typed, else keep the words."""
        if not self.field.text().strip():
            self.drop()
            return
        self.aside = True
        self._rest.stop()
        self._waiting.stop()
        self._said.hide()
        self._left.show_all(())
        self._keys.setText(self._say("Set aside · W or a click here goes on"))
        self._canvas.telling_changed.emit(False)
        self._height = 0
        self.place()
        self._foresight.end()
        self._canvas.setFocus()

    def _go_on(self) -> None:
        """Go on with words that were set aside, about whom is selected now."""
        self.aside = False
        self._keys.setText(self._say(_KEYS))
        self._whom = whom_about(self._canvas.session, self._canvas.selection)
        self._height = _LEAST_HEIGHT
        self._foresight.begin()
        self._canvas.telling_changed.emit(True)
        self.read_again()

    @property
    def asked(self) -> Asked:
        """Give what is known of the words that an Enter left here."""
        return Asked(self._open.people, self._open.listed, self._open.side, self._open.named)

    def go_on_knowing(self, asked: Asked) -> None:
        """Read what stands here as the rest of another line: it means no more alone than it did there."""
        self._open = Open(asked.people, asked.listed, asked.side, asked.named)
        self.read_again()

    def drop(self) -> None:
        """Close, and leave the sheet as it was."""
        if self.open:
            self._close()

    def _close(self) -> None:
        self._rest.stop()
        self._waiting.stop()
        self.hide()
        self._empty()
        self.aside, self._told = False, None
        self._keys.setText(self._say(_KEYS))
        self._leave_room(0)
        self._canvas.telling_changed.emit(False)
        self._foresight.end()
        self._canvas.setFocus()

    def _empty(self) -> None:
        """Leave nothing in it, nor for undoing, unseen though it is: the next view may be another’s."""
        self.field.setText("")
        self.field.setAccessibleName("")
        self.field.setAccessibleDescription("")
        self._heading.setText("")
        self._said.setText("")
        self._left.show_all(())

    def accept(self) -> None:
        """Do what was understood, as one step; stay open with what wasn't."""
        if self.aside:
            self._go_on()
        told = self._read()
        self._rest.stop()
        self._waiting.stop()
        self._canvas.marks.tint(())
        if not self._did(told):
            return
        if not told.rest:
            self._close()
            return
        self._whom, self._open, self._height = Whom(told.about, told.beside), told.open, _LEAST_HEIGHT
        self.field.setText(told.rest)
        self._waiting.stop()  # nobody is typing it: why it is left is said at once
        self.read_again()

    def _did(self, told: LineTold) -> bool:
        """Do what was understood, if it is anything; what is typed isn't read again meanwhile."""
        if told.edit.case is self._canvas.session.case:
            return True
        self._doing, before = True, self._canvas.session.seen.family.agencies
        try:
            with self._foresight.held():
                done = self._canvas.do(told.edit)
        finally:
            self._doing = False
        session = self._canvas.session
        if session.viewing.kind == "genogram" and len(session.seen.family.agencies) > len(before):
            self._canvas.message.emit(self._say("Services are seen in the combined view and the ecomap."))
        return done

    # -- reading ------------------------------------------------------------------------------

    @property
    def said(self) -> str:
        """Give what is said back."""
        return self._said.text()

    @property
    def rested(self) -> bool:
        """Say whether the sheet shows what was typed."""
        return not self._rest.isActive()

    def _typed(self) -> None:
        self._give_back_letter()
        if not self.field.text().strip():
            self._open = NOTHING_LEFT
        if self.open:
            self._rest.start()
            self._waiting.start()

    def _give_back_letter(self) -> None:
        """Begin the first word with the letter that opened this line, where only so it is one: "wife".

        A capital begins a name, such as Ife.
        """
        word, space, _ = self.field.text().partition(" ")
        if not (space and self._letter):
            return
        letter, self._letter = self._letter, ""
        kin = lexicon_of(self._canvas.session.catalog, self._canvas.words).kin
        if word not in kin and letter + word in kin:
            at = self.field.cursorPosition()
            self.field.setText(letter + self.field.text())
            self.field.setCursorPosition(at + 1)

    def _complain(self) -> None:
        """Say what isn't understood of the piece that was typed last, too."""
        if self.open and self._told is not None:
            self._say_back(self._told)

    def read_again(self) -> None:
        """Read what stands here, of the case as it is now."""
        if not self._doing and not self.aside:
            self._shown = _NOTHING_YET
            self._show()

    def _read(self) -> LineTold:
        session = self._canvas.session
        if any(key is not None and key not in session.seen.family for key in self._whom):
            self._whom = whom_about(session, self._canvas.selection)
        return tell_line(session, self._canvas.words, self.field.text(), self._whom, self._open)

    def _show(self) -> None:
        """Say back what is typed, and show it on the sheet unless that is what is shown."""
        if not self.open:
            return
        told = self._read()
        self._say_back(told, typing=self._waiting.isActive())
        if self._shown != (said := "; ".join(told.said)):
            self._shown = said
            self._foresight.show(told.edit, [key for key in self._whom if key is not None])
            self.raise_()

    def _say_back(self, told: LineTold, *, typing: bool = False) -> None:
        self._told = told
        left = [each for each in told.left if not (typing and each.end == len(self.field.text()))]
        self._heading.setText(self._headed(told))
        said = " · ".join(told.said)
        self._said.setText(from_the_left(said))
        self._said.setVisible(bool(said))
        self._left.show_all(left)
        self._describe(told)
        self.place()

    def _headed(self, told: LineTold) -> str:
        """Say from whose side words are read, and how to tell of somebody else who is selected."""
        name = self._called(told.about)
        if told.beside is None:
            return self._say("About {name}", name=name)
        other = self._called(told.beside)
        said = "From {name}’s side. To tell of {other}, begin with “{other}”."
        return self._say(said, name=name, other=other)

    def _called(self, about: Id | None) -> str:
        session, words = self._canvas.session, self._canvas.words
        person = session.seen.family.find(Person, about)
        return who_is(looking(session, words), person) if person else self._say("somebody: begin with a name")

    def _choose(self, left: Left, option: str) -> None:
        """Write an answer into the line."""
        typed = self.field.text()
        self.field.setText(typed[: left.start] + left.with_option(option) + typed[left.end :])
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _describe(self, told: LineTold) -> None:
        """Let a screen reader say what is said here."""
        words = self._canvas.words
        reasons = [f"{left.text}: {words.sentence(left.why)}" for left in told.left]
        self.field.setAccessibleName(self._heading.text())
        self.field.setAccessibleDescription(". ".join([*told.said, *reasons]))

    # -- where it stands, and its keys ------------------------------------------------------------

    def place(self) -> None:
        """Lie below the sheet, as wide as reads well. While open it only grows: the sheet stays calm."""
        desk = self._canvas.rect()
        width = min(_WIDTH, max(desk.width() - 2 * _AIR, _LEAST_WIDTH))
        most = max(desk.height() // 2, min(_WHOLE, desk.height() - _SHEET))
        self._height = self._fitted(width, most)
        where = QRect((desk.width() - width) // 2, desk.height() - self._height - _AIR, width, self._height)
        if where != self.geometry():
            self.setGeometry(where)
            self._leave_room(self._height + 2 * _AIR)

    def _leave_room(self, height: int) -> None:
        """Have the sheet shown above what lies over its foot, `height` pixels of it."""
        self._canvas.setViewportMargins(0, 0, 0, height)

    def _fitted(self, width: int, most: int) -> int:
        """Give the height it takes, `most` at most: what is asked is scrolled to, nothing else is cut."""
        column = self.layout()
        if column is None:
            return most
        self._left.leave_out(0, width - 2 * _EDGE)
        needs = max(column.heightForWidth(width), column.sizeHint().height())
        height = min(max(self._height, needs), most)
        self._left.leave_out(max(0, needs - height), width - 2 * _EDGE)
        return height

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter do it and Escape leave it; Tab is a space, as from name to age, if nothing is asked."""
        if event.type() == QEvent.Type.FocusIn and self.aside:
            self._go_on()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _ENTER:
                self.accept()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.drop()
                return True
            if event.key() == Qt.Key.Key_Tab and self.field.text() and not self._left.any:
                self.field.insert(" ")
                return True
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Keep letters that are pressed on an answer from being commands for the sheet."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            letter = event.text() or event.key() == Qt.Key.Key_Delete
            if letter and not event.modifiers() & HELD:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter choose an answer that has the keyboard, and Escape leave; no key goes on to the sheet."""
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.drop()
        elif event.key() in _ENTER and isinstance(focused, QPushButton) and focused.hasFocus():
            focused.click()
        elif event.text().lower() == BY_ID["tell"].keys[0].lower():
            self.resume()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go on writing after a click beside an answer; the sheet below hears nothing of it."""
        self.resume()
        event.accept()

    def resume(self, typed: str = "") -> None:
        """Put the caret back where it was, with what was typed meanwhile."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.insert(typed)
