"""What stands over a symbol widens the figure, not the words under it, and pushes no line aside."""

from __future__ import annotations

from dataclasses import replace

from genogram_app.drawing.primitives import Box
from genogram_app.layout.kinship.spans import drop_between
from genogram_app.layout.sheet.extents import Extent
from tests.layout.families import extent
from tests.layout.test_sample_sheets import sheet
from tests.picture.sheets import sample

PLAIN = extent(width=40.0)


def badged(box: Box) -> Extent:
    """Give the same figure with something beside its symbol."""
    whole = PLAIN.box._replace(right=box.right, top=min(PLAIN.box.top, box.top))
    return replace(PLAIN, box=whole, badges=(box,), under=PLAIN.words)


def test_a_badge_over_the_line_between_two_leaves_the_line_to_their_children_where_it_is() -> None:
    high = badged(Box(10.0, -28.0, 60.0, -12.0))
    assert high.words == PLAIN.words
    assert drop_between(0.0, high, 80.0, PLAIN) == drop_between(0.0, PLAIN, 80.0, PLAIN)


def test_a_badge_that_hangs_lower_keeps_the_line_off() -> None:
    low = badged(Box(16.0, -4.0, 60.0, 10.0))
    assert drop_between(0.0, low, 100.0, PLAIN) > 60.0


def test_whom_to_ring_has_words_no_wider_than_they_are_written() -> None:
    found, ringed = sheet("practice", "combined"), sample("practice").details.go_to
    assert ringed is not None
    assert isinstance(ringed.who, str)
    ring = found.measured.extents[ringed.who]
    assert ring.words is not None
    assert ring.box.right == max(badge.right for badge in ring.badges) > ring.words.right
