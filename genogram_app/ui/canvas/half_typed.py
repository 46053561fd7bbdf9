"""What is half typed over the sheet: seen, to be kept for recovery, and opened again after a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genogram_app.model.person import Person
from genogram_app.store.half_typed import Asked, HalfTyped

if TYPE_CHECKING:
    from genogram_app.ui.canvas.view import Canvas


def half_typed(canvas: Canvas) -> HalfTyped:
    """Give what stands in the line of words, and what is changed of a name and isn't written."""
    floats = canvas.floats
    who, name, born = floats.editor.half_typed if floats.naming else ("", "", "")
    by_worker, aside = canvas.session.viewing.by_worker, bool(floats.words) and not floats.telling
    asked = floats.line.asked if floats.words else Asked()
    return HalfTyped(floats.words, canvas.selection, who, name, born, by_worker, aside=aside, asked=asked)


def go_on(canvas: Canvas, half: HalfTyped) -> None:
    """Open again what was half typed, with its words; it is entered by whoever typed it, or left."""
    canvas.select(half.selected)
    if half.words.strip():
        canvas.start_telling(half.words)
        canvas.floats.line.go_on_knowing(half.asked)
        if half.aside:
            canvas.floats.line.set_aside()
    if canvas.seen.family.find(Person, half.who or None) is not None:
        canvas.start_naming(half.who)
        canvas.floats.editor.name.setText(half.name)
        canvas.floats.editor.born.setText(half.born)
