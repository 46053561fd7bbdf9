"""What a finished drawing asks: where lines can't tell the whole truth, it says so in words."""

from __future__ import annotations

from collections.abc import Iterator

from genogram_app.layout.sheet.result import Layout
from genogram_app.practice.calling import calls
from genogram_app.practice.question import Look, Question

_KIND = "side_of_a_ring"
#: What is asked about somebody on the wrong side of a ring, by the compromise that layout had to make.
_ASKED = {
    "ring": "{name} stands within the ring of {home} on the drawing, and isn’t said to live there. "
    "Can they be moved apart?",
    "left out": "{name} lives at {home}, and stands outside its ring on this drawing. "
    "Can they be moved together?",
}


def drawing_asks(look: Look, layout: Layout) -> tuple[Question, ...]:
    """Ask about everybody who stands in the ring of a home where they don't live, or outside their own."""
    return tuple(_on_the_wrong_side(look, layout))


def _on_the_wrong_side(look: Look, layout: Layout) -> Iterator[Question]:
    for compromise in layout.warnings:
        home, *others = compromise.who
        for key in others:
            says = look.say(_ASKED[compromise.kind], name=calls(look, key), home=calls(look, home))
            yield Question(_KIND, key, says, "R7")
