"""What is typed and can't be written yet: put by as its view is left, asked about before saving."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from genogram_app.store.half_typed import HalfTyped
from genogram_app.studio.viewing import Viewing
from genogram_app.ui.canvas.half_typed import half_typed
from genogram_app.ui.canvas.view import Canvas
from genogram_app.ui.desk import Desk
from genogram_app.ui.drafts import part_of


def put_by_before(canvas: Canvas, keep: Callable[[HalfTyped], object]) -> None:
    """Have what is half typed of somebody kept when another reader's view is gone over to."""
    session = canvas.session
    look = session.before_look

    def before(viewing: Viewing) -> None:
        look(viewing)
        half = half_typed(canvas)
        if half.who and viewing.by_worker != half.by_worker:
            keep(replace(half, words=""))

    session.before_look = before


def asks_for_date(desk: Desk, write_in: Callable[[str], object]) -> bool:
    """Lead to a date that isn't understood, if one stands on a page of this view; say whether one does."""
    draft = next(iter(desk.drafts.dates(by_worker=desk.by_worker)), None)
    if draft is None:
        return False
    desk.select([draft.record] if draft.record in desk.seen.family else [])
    write_in(part_of(draft))
    desk.said.emit(desk.words.say("This date isn’t understood: mend it, or empty its field."), False)
    return True
