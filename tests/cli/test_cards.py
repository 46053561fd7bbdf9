"""A faulty card of somebody's own costs a command that card alone, and is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from genogram_app import places
from genogram_app.catalog import load
from genogram_app.cli import cards as cli_cards
from genogram_app.likeness import own
from tests.walkthrough import told, written


def test_a_bad_symbol_of_ones_own_is_said_and_the_others_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = written(tmp_path / "symbols", *list(told())[:2])
    (root / "bonds" / "mine.toml").write_text("label = ", encoding="utf-8")
    monkeypatch.setattr(places, "users_symbols", lambda: tmp_path / "symbols")
    monkeypatch.setattr(places, "users_cache", lambda: tmp_path / "cache")
    monkeypatch.setattr(own, "load", load.__wrapped__)
    monkeypatch.setattr(own, "cards", own.cards.__wrapped__)
    found = cli_cards.cards()
    said = capsys.readouterr()
    assert found.bonds.keys() == load(places.symbols()).bonds.keys() | {"play_football_together"}
    assert "mine.toml, line 1 can't be used: " in said.err
    assert "“not known to this copy”" in said.err
    assert "play_football" not in said.err
    assert said.err.startswith("Your own symbols are being checked. ")
    assert said.out == ""
