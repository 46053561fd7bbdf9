"""What a finished drawing asks: where lines can't tell the whole truth, it says so in words."""

from __future__ import annotations

from collections.abc import Iterator

from genogram_app.layout.sheet.result import Layout
from genogram_app.layout.standing.misread import read_as_one
from genogram_app.model.ids import Id
from genogram_app.practice.calling import calls
from genogram_app.practice.parentage import as_drawn
from genogram_app.practice.question import Look, Question

_KIND, _LINES = "side_of_a_ring", "lines_read_as_one"
#: So near two families' lines are hardly told apart, in points; layout keeps them further apart where it can.
_HARDLY = 4.0
#: What is asked about somebody on the wrong side of a ring, by the compromise that layout had to make.
_ASKED = {
    "ring": "{name} stands within the ring of {home} on the drawing, and isn’t said to live there. "
    "Can they be moved apart?",
    "left out": "{name} lives at {home}, and stands outside its ring on this drawing. "
    "Can they be moved together?",
}


def drawing_asks(look: Look, layout: Layout) -> tuple[Question, ...]:
    """Ask about whoever stands on the wrong side of a home's ring, and about lines that read as one."""
    return (*_on_the_wrong_side(look, layout), *_read_as_one(look, layout))


def _read_as_one(look: Look, layout: Layout) -> Iterator[Question]:
    """Ask once about two families; where rows are put by hand there may be no room between their lines."""
    asked: set[frozenset[Id]] = set()
    for one, other in read_as_one(as_drawn(look.catalog, look.family), layout, _HARDLY):
        parents = frozenset((one.parent, other.parent))
        if parents not in asked:
            asked.add(parents)
            child, third = sorted((min(one.children), min(other.children)))
            says = look.say(
                "On the drawing the lines to {name} and {other} run so near each other that they read as "
                "one. Can their families be moved apart?",
                name=calls(look, child),
                other=calls(look, third),
            )
            yield Question(_LINES, child, says, "R7")


def _on_the_wrong_side(look: Look, layout: Layout) -> Iterator[Question]:
    for compromise in layout.warnings:
        home, *others = compromise.who
        for key in others:
            says = look.say(_ASKED[compromise.kind], name=calls(look, key), home=calls(look, home))
            yield Question(_KIND, key, says, "R7")
