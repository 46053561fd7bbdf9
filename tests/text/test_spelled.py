"""Little pictures are said, never dropped."""

from __future__ import annotations

import pytest

from genogram_app.text.line import line, missing
from genogram_app.text.spelled import spelled


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("Nan 💕", "Nan [two hearts]"),
        ("👩\u200d👧", "[woman][girl]"),
        ("Jay\ufe0f", "Jay\ufe0f"),
        ("No pictures: ♥ é 王", "No pictures: ♥ é 王"),
    ],
)
def test_a_little_picture_is_said_by_its_name(content: str, said: str) -> None:
    assert spelled(content) == said


def test_it_can_be_drawn_and_found() -> None:
    text = line("Love 💖", 0, 0, 9)
    assert text.content == "Love [sparkling heart]"
    assert not missing("Love 💖")
