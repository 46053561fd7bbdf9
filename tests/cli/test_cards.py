"""A faulty card of somebody's own costs a command that card alone, and is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from genogram_app import places
from genogram_app.catalog import load
from genogram_app.cli import cards as cli_cards
from tests.catalog.given import PENPALS, folder


def test_a_bad_symbol_of_ones_own_is_said_and_the_others_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder(tmp_path / "symbols", {"bonds/mine": "label = ", "bonds/penpals": PENPALS})
    monkeypatch.setattr(places, "users_symbols", lambda: tmp_path / "symbols")
    monkeypatch.setattr(cli_cards, "load", load.__wrapped__)
    found = cli_cards.cards()
    said = capsys.readouterr()
    assert found.bonds.keys() == load().bonds.keys() | {"penpals"}
    assert "mine.toml, line 1 can't be used: " in said.err
    assert "“not known to this copy”" in said.err
    assert "penpals" not in said.err
    assert said.out == ""
