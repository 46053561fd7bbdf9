"""Asking names on the sheet: of one person, or of several one after the other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.studio.scene import Scene
from genogram_app.ui.canvas.boxes import Boxes
from genogram_app.ui.drafts import Drafts

if TYPE_CHECKING:
    from genogram_app.ui.canvas.naming import NameEditor
    from genogram_app.ui.canvas.view import Canvas

#: The fields of a person that the editor's lines are for.
_FIELDS = ("name", "born")


class Names:
    """Opens the name editor for one after the other, and puts by what it can't write."""

    def __init__(self, canvas: Canvas, scene: Scene, boxes: Boxes, drafts: Drafts) -> None:
        self._canvas, self._scene, self._boxes, self._drafts = canvas, scene, boxes, drafts
        self._queue: list[Id] = []
        self._named: Id = ""
        #: The editor, once it was wanted.
        self.made: NameEditor | None = None

    @property
    def editor(self) -> NameEditor:
        """Give the name editor; its module is read when it is first wanted."""
        if self.made is None:
            from genogram_app.ui.canvas.naming import NameEditor

            canvas, scene = self._canvas, self._scene
            self.made = NameEditor(canvas, scene.pen, scene.catalog, self._write)
            self.made.done.connect(self._named_one)
            self.made.left.connect(self.leave)
            self.made.typed.connect(canvas.typed)
        return self.made

    @property
    def open(self) -> bool:
        """Say whether somebody is being named."""
        return self.made is not None and self.made.open

    def ask(self, people: Iterable[Id]) -> None:
        """Ask the names of some people, one after the other."""
        self._queue = list(people)
        self._name_next()

    def ask_nobody_else(self) -> None:
        """Ask no name after the one that is asked now."""
        self._queue.clear()

    def finish(self) -> bool:
        """Write what was typed so far; say whether it could be read."""
        return not self.open or self.editor.finish()

    def drop(self) -> None:
        """Close the editor; what wasn't written yet is left."""
        self._queue.clear()
        if self.made is not None:
            self.made.drop()

    def place(self) -> None:
        """Put the editor at whom is being named: over their own label, where it hides nobody else's name."""
        node = self._canvas.node_of(self._named)
        if not self.open or node is None:
            return
        rows, at = self._boxes.over_label(node, self.editor.in_rows)
        self.editor.in_rows(rows)
        self.editor.move(round(at[0]), round(at[1]))

    def leave(self) -> None:
        """Write what was typed so far, as the keyboard went elsewhere, and leave it there."""
        from PySide6.QtWidgets import QApplication

        if not self.open:
            return
        has_it = QApplication.focusWidget()
        self._queue.clear()
        if not self.editor.finish():
            self._canvas.tell(self.editor.note)
            self._put_by(*self.editor.unread)
            self.editor.drop()
        if has_it is not None and has_it.isVisible():
            has_it.setFocus()

    def _name_next(self) -> None:
        canvas = self._canvas
        while self._queue:
            key = self._queue.pop(0)
            person = canvas.seen.family.find(Person, key)
            if person is not None and canvas.node_of(key) is not None:
                self._named = key
                canvas.select((key,))
                canvas.show_selected()
                self.editor.begin(canvas.session, person, *map(self._unread, _FIELDS))
                canvas.floats.update()
                return
        canvas.setFocus()
        canvas.floats.update()

    def _named_one(self, kept: bool) -> None:
        self._canvas.session.close_step()
        if kept:
            self._put_by("", "")  # all that stood there is written
        else:
            self._queue.clear()
        self._name_next()

    def _write(self, fields: dict[str, Any]) -> str:
        return self._canvas.write(self._named, fields)

    # -- what can't be written --------------------------------------------------------------------

    def _unread(self, field: str) -> str:
        """Give what was typed in a field for whom is named and can't be written."""
        return self._drafts.unread_of(self._named, field, by_worker=self._canvas.session.viewing.by_worker)

    def _put_by(self, *typed: str) -> None:
        """Keep it as their page keeps it: it is there again, and asked about before saving."""
        by_worker = self._canvas.session.viewing.by_worker
        for field, words in zip(_FIELDS, typed, strict=True):
            self._drafts.put_unread(self._named, field, words, by_worker=by_worker)
