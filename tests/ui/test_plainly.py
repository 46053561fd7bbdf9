"""What is searched is found without the accents that a keyboard lacks."""

from __future__ import annotations

import pytest

from genogram_app.ui.controls.plain import plainly


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Wiesława", "wieslawa"),
        ("Zoë", "zoe"),
        ("Siân", "sian"),
        ("O’Neill", "o'neill"),
        ("Łukasz", "lukasz"),
    ],
)
def test_a_name_is_found_as_it_is_typed(name: str, typed: str) -> None:
    assert plainly(name) == plainly(typed) == typed


def test_letters_of_another_alphabet_stay() -> None:
    assert plainly("محمد") == "محمد"
