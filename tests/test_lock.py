"""The lock: every part pinned by hash, for every platform, naming no host and no path."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
LOCK = (HOME / "requirements.lock").read_text()
PIN = re.compile(r"^(?P<name>[a-z0-9][a-z0-9._-]*)==(?P<version>\S+)(?P<rest>(?:.*\\\n)+.*)", re.MULTILINE)


def canonical(requirement: str) -> str:
    """Give the name a requirement asks for as the lock spells it."""
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found, requirement
    return re.sub(r"[-_.]+", "-", found.group()).lower()


def test_names_no_host_and_no_path() -> None:
    assert not re.search(r"https?:|file:|index-url|find-links|^\s*[-/.](?!-hash)", LOCK, re.MULTILINE)


def test_every_pin_carries_hashes() -> None:
    pins = list(PIN.finditer(LOCK))
    assert len(pins) == sum(not line.startswith(" ") for line in LOCK.splitlines())
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", pin["rest"]) for pin in pins)


def test_holds_everything_the_project_asks_for() -> None:
    project = tomllib.loads((HOME / "pyproject.toml").read_text())
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    assert {canonical(name) for name in asked} <= {pin["name"] for pin in PIN.finditer(LOCK)}


def test_reaches_other_platforms_and_later_pythons() -> None:
    assert "sys_platform == 'win32'" in LOCK
    assert "sys_platform == 'darwin'" in LOCK
    assert re.search(r"^networkx==.*python_full_version >= '3.1[2-9]'", LOCK, re.MULTILINE)
