"""A command is found by the words that people use for it."""

import pytest

from genogram_app.studio.commands import BY_ID, COMMANDS
from genogram_app.studio.other_words import _BY_ID, other_words


def test_every_row_is_of_a_command_and_says_something_new() -> None:
    for name, said in _BY_ID.items():
        assert name in BY_ID
        new = set(said.split()) - set(BY_ID[name].label.casefold().replace("…", "").split())
        assert new, name


@pytest.mark.parametrize(
    ("typed", "command"),
    [("delete", "remove"), ("divorced", "couple_state"), ("pdf", "export"), ("home", "make_household")],
)
def test_a_word_that_is_used_leads_to_the_command(typed: str, command: str) -> None:
    assert command in [each.id for each in COMMANDS if typed in other_words(each).split()]
