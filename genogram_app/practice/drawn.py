"""What a finished drawing asks: where lines can't tell the whole truth, it says so in words."""

from __future__ import annotations

from collections.abc import Iterator

from genogram_app.layout.result import Layout
from genogram_app.practice.calling import calls
from genogram_app.practice.question import Look, Question


def drawing_asks(look: Look, layout: Layout) -> tuple[Question, ...]:
    """Ask about everybody who stands within the ring of a home in which they don't live."""
    return tuple(_taken_in(look, layout))


def _taken_in(look: Look, layout: Layout) -> Iterator[Question]:
    for compromise in layout.warnings:
        home, *others = compromise.who
        for key in others:
            says = look.say(
                "{name} stands within the ring of {home} on the drawing, and isn’t said to live there. "
                "Can they be moved apart?",
                name=calls(look, key),
                home=calls(look, home),
            )
            yield Question("within_a_ring", key, says, "R7")
