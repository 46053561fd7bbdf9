"""The palette of lines that opens at the cursor: everyday ones first, all the rest one step away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from genogram_app.catalog.cards import LineCard
from genogram_app.catalog.load import Catalog
from genogram_app.drawing.primitives import Box
from genogram_app.picture.pen import Pen
from genogram_app.ui.canvas import choices
from genogram_app.ui.canvas.choices import Ends, Picked
from genogram_app.ui.canvas.free_place import box_at, covered, free_place
from genogram_app.ui.canvas.previews import LINE, line_icon
from genogram_app.ui.canvas.sentences import Sentences
from genogram_app.ui.controls.broken import in_lines
from genogram_app.ui.large_type import grown

_COLUMNS = 3
_BUTTON, _TALL = 198, 44
#: Room for the words beside the drawn line; longer ones take another line.
_WORDS = _BUTTON - LINE.width() - 32
_SPACE = 6
_EDGE = 16
#: What its border takes at both sides together.
_BORDER = 2
#: Room for the scroll bar at the right.
_BAR = 12
_LIST_HEIGHT = 380
#: What heading, line and button round the list take, and the screen's edges.
_ROUND_LIST = 170
#: How far it stands from the cursor and from the screen's edge.
_OFF = 8
#: How many lines that were used lately are offered.
_RECENT = 4


class LinePalette(QFrame):
    """Pick a line between two, then, where it has a direction, the sentence that is true.

    stands: it stands somewhere, or elsewhere than before.
    """

    picked = Signal(object)
    closed = Signal()
    stands = Signal()

    def __init__(self, parent: QWidget, pen: Pen, catalog: Catalog) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._pen, self._catalog, self._words = pen, catalog, pen.words
        self._ends: Ends | None = None
        self._harm = self._couple_first = False
        self._at = QPoint()
        self._seen: Callable[[], Sequence[Box]] = tuple
        self._buttons: list[QToolButton] = []
        #: Ids of lines that were used, the latest first.
        self.used: list[str] = []
        self.setObjectName("floating")
        self.setAccessibleName(self._words.say("Lines"))
        self._columns = _COLUMNS
        self._steps = QStackedLayout(self)
        self._lines = self._first_step()
        self._steps.addWidget(self._lines)
        self._sentences = Sentences(self._words)
        self._sentences.picked.connect(self._finish)
        self._sentences.back.connect(self._go_back)
        self._steps.addWidget(self._sentences)

    def ask(
        self,
        ends: Ends,
        at: QPoint,
        seen: Callable[[], Sequence[Box]],
        *,
        harm: bool,
        as_couple: bool = False,
    ) -> None:
        """Open at a place of the screen, for a line between two; `harm` as the view allows.

        as_couple: what they are as a couple comes first.
        seen: gives where on the screen the two stand; they aren't covered while there is room beside them.
        """
        self._ends, self._harm, self._seen, self._couple_first = ends, harm, seen, as_couple
        self.heading.setText(self._words.say("{a} and {b}", a=ends.a_name, b=ends.b_name))
        self._filter.setText("")
        self._all.setChecked(False)
        self._at = at
        ends_wide = reduce(Box.union, seen()).width if seen() else 0.0
        self._columns = columns_beside(ends_wide, self._room().width)
        self._offer()
        self._show_step(0)
        self.show()
        self._filter.setFocus()

    def _stay_on_screen(self) -> None:
        """Stand beside the two whom it is about, near the cursor, and never beyond the screen."""
        port = self._room()
        stands = (self.x(), self.y()) if self.isVisible() else None
        size, near = (self.width(), self.height()), (self._at.x(), self._at.y())
        seen = self._seen()
        left, top = free_place(size, near, seen, (), port, stands)
        if covered(
            box_at((left, top), size), seen
        ):  # they will have to step aside: let it be out of their way
            left = port.right - size[0]
        self.move(round(left), round(top))
        self.stands.emit()

    def _room(self) -> Box:
        """Give where it may stand on the screen."""
        screen = QGuiApplication.screenAt(self._at) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry().adjusted(_OFF, _OFF, -_OFF, -_OFF)
        return Box(room.left(), room.top(), room.right(), room.bottom())

    # -- the first step: which line ------------------------------------------------

    def _first_step(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(_EDGE, 14, _EDGE, 14)
        column.setSpacing(8)
        self.heading = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.heading.setStyleSheet("font-weight: 600")
        self.heading.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._filter = QLineEdit(
            placeholderText=self._words.say("Type to find a line"), clearButtonEnabled=True
        )
        self._filter.setObjectName("filter")
        self._filter.setAccessibleName(self._words.say("Find a line"))
        self._filter.textChanged.connect(self._offer)
        self._filter.returnPressed.connect(self._pick_first)
        self._list = QScrollArea(widgetResizable=True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._all = QPushButton(self._words.say("All lines…"))
        self._all.setCheckable(True)
        self._all.toggled.connect(self._offer)
        for widget in (self.heading, self._filter, self._list, self._all):
            column.addWidget(widget)
        column.addStretch(1)
        return page

    def _show_step(self, number: int) -> None:
        """Show one of the two steps, as tall as it is; the other asks for no room."""
        for each, page in enumerate((self._lines, self._sentences)):
            tall = QSizePolicy.Policy.Preferred if each == number else QSizePolicy.Policy.Ignored
            page.setSizePolicy(QSizePolicy.Policy.Preferred, tall)
        self._steps.setCurrentIndex(number)
        self._take_width()
        self.adjustSize()
        self._stay_on_screen()

    def _take_width(self) -> None:
        """Be as wide as its columns, or as the sentences need; never wider than the screen."""
        needed = self._sentences.minimumSizeHint().width() if self._steps.currentIndex() else 0
        self.setFixedWidth(min(max(wide(self._columns), needed), int(self._room().width)))

    def _offer(self) -> None:
        """Show what is offered for what has been typed so far."""
        if self._ends is None:
            return
        whole = choices.every(self._catalog, self._ends, harm=self._harm)
        first = choices.everyday(self._catalog, self._ends, harm=self._harm)
        typed = self._filter.text()
        if typed.strip():
            groups = [("", choices.matching(whole, typed, self._words))]
        elif self._all.isChecked():
            groups = _by_heading(whole)
        else:
            lately = choices.recent(whole, self.used, first)[:_RECENT]
            couple = choices.as_couple(self._catalog, self._ends)
            lately = tuple(card for card in lately if card not in couple)
            groups = [("", first), (_AS_COUPLE, couple), ("Used lately", lately)]
            if self._couple_first:
                groups = [(_AS_COUPLE, couple), ("How they get on", first), ("Used lately", lately)]
        self._all.setVisible(not typed.strip() and not self._all.isChecked() and len(whole) > len(first))
        self._fill([(heading, cards) for heading, cards in groups if cards])

    def _fill(self, groups: list[tuple[str, tuple[LineCard, ...]]]) -> None:
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(_SPACE)
        grid.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._buttons = []
        row = 0
        for heading, cards in groups:
            if heading:
                grid.addWidget(self._small(self._words.say(heading)), row, 0, 1, self._columns)
                row += 1
            for number, card in enumerate(cards):
                self._buttons.append(self._button(card))
                grid.addWidget(self._buttons[-1], row + number // self._columns, number % self._columns)
            row += -(-len(cards) // self._columns)
        if not self._buttons:
            grid.addWidget(self._nothing(), 0, 0)
        sheet.setStyleSheet("background: transparent")
        self._list.setWidget(sheet)
        for one, other in pairwise((self._filter, *self._buttons, self._all)):
            self.setTabOrder(one, other)
        most = min(_LIST_HEIGHT, self._room_for_list())
        self._list.setFixedHeight(min(sheet.sizeHint().height() + 4, most))
        if self.isVisible():
            self._lines.updateGeometry()  # else it would be as tall as the list before
            self.adjustSize()
            self._stay_on_screen()

    def _nothing(self) -> QLabel:
        """Say that no line is called so, or where to say what it is."""
        assert self._ends is not None
        where = choices.elsewhere(
            self._catalog, self._ends, self._filter.text(), self._words, harm=self._harm
        )
        label = self._small(where or self._words.say("There is no line of that name."), "quiet")
        label.setWordWrap(True)
        return label

    def _room_for_list(self) -> int:
        self.ensurePolished()
        return self.screen().availableGeometry().height() - grown(_ROUND_LIST, self.font())

    def _small(self, text: str, kind: str = "heading") -> QLabel:
        label = QLabel(text, textFormat=Qt.TextFormat.PlainText)
        label.setObjectName(kind)
        return label

    def _button(self, card: LineCard) -> QToolButton:
        label = self._words.say(card.label)
        button = QToolButton(self)
        button.ensurePolished()  # in a family's view its letters are larger
        words = in_lines(label, button.fontMetrics(), _WORDS)
        button.setText(words.replace("&", "&&"))
        button.setIcon(line_icon(self._pen, card))
        button.setIconSize(LINE)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFixedSize(_BUTTON, max(_TALL, button.fontMetrics().size(0, words).height() + 14))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(label)
        button.setAccessibleDescription(self._words.say(card.term) if card.term else "")
        button.setProperty("card", card.id)
        button.clicked.connect(lambda: self._pick(card))
        return button

    def _pick_first(self) -> None:
        """Take the first; nobody is married by one Enter too many."""
        if self._buttons and not (self._couple_first and not self._filter.text().strip()):
            self._buttons[0].click()

    def offered(self) -> tuple[QToolButton, ...]:
        """Give the buttons of the lines that are offered now."""
        return tuple(self._buttons)

    # -- the second step: which way, and who says so -----------------------------------

    def _pick(self, card: LineCard) -> None:
        if self._ends is None:  # it was closed while the key was on its way
            return
        if card.directed == "none" and not card.harm:
            self._finish(Picked(card))
            return
        room = self._room()
        width, height = min(wide(_COLUMNS), int(room.width)), int(room.height)
        self._sentences.ask(card, self._ends, width - _BORDER, height - _BORDER)
        self._show_step(1)
        self._sentences.begin()

    def _go_back(self) -> None:
        self._show_step(0)
        self._filter.setFocus()

    def _finish(self, picked: Picked) -> None:
        self.used = [picked.card.id, *(name for name in self.used if name != picked.card.id)]
        self.picked.emit(picked)
        self.close()

    # -- keys --------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape; go through the lines with the arrow keys; find one by letters from anywhere."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif self._steps.currentIndex() == 0 and event.key() in _MOVES:
            rows, along = _MOVES[Qt.Key(event.key())]
            self._move_focus(rows * self._columns + along)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press_focused()
        elif self._steps.currentIndex() == 0 and event.text().isprintable() and event.text().strip():
            self._filter.setFocus()
            self._filter.insert(event.text())
        else:
            super().keyPressEvent(event)

    def _move_focus(self, by: int) -> None:
        focused = [number for number, button in enumerate(self._buttons) if button.hasFocus()]
        to = focused[0] + by if focused else 0
        if 0 <= to < len(self._buttons):
            self._buttons[to].setFocus(Qt.FocusReason.TabFocusReason)
            self._list.ensureWidgetVisible(self._buttons[to])
        elif to < 0:
            self._filter.setFocus()

    def _press_focused(self) -> None:
        for button in self._buttons:
            if button.hasFocus():
                button.click()
                return

    def hideEvent(self, event: object) -> None:
        """Tell that it is over. Nothing that was typed here or asked of two stays behind."""
        self._ends = None
        for said in (self._filter, self.heading):
            said.setText("")
        self.closed.emit()


_AS_COUPLE = "What they are as a couple"


def wide(columns: int) -> int:
    """Give how wide the palette is with so many columns, in pixels."""
    return columns * (_BUTTON + _SPACE) - _SPACE + 2 * _EDGE + _BAR


def columns_beside(ends: float, room: float) -> int:
    """Give how many columns leave two who stand `ends` pixels wide in sight, in a room of so many."""
    if room >= 2 * wide(_COLUMNS):
        return _COLUMNS
    return max((n for n in range(1, _COLUMNS) if wide(n) + ends + 2 * _OFF <= room), default=1)


#: How many rows and how many buttons further each arrow key goes.
_MOVES = {
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Left: (0, -1),
}


def _by_heading(cards: Iterable[LineCard]) -> list[tuple[str, tuple[LineCard, ...]]]:
    found: dict[str, list[LineCard]] = {}
    for card in cards:
        found.setdefault(card.heading, []).append(card)
    return [(heading, tuple(each)) for heading, each in found.items()]
