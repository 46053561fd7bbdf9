"""Write docs/licences.md: the parts that are handed out with the program, and their licences.

Reads what the installed parts say of themselves: `.venv/bin/python .ci/licences.py > docs/licences.md`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
HEAD = """# Parts and their licences

The genogram program is under the MIT licence (see LICENSE). It stands on these parts, which come along in
the program that needs no Python. Qt and PySide6 are used under the LGPL: they lie beside the program as
files of their own and can be replaced by another build of the same version. The licence texts lie in each
part's own folder (`*.dist-info`) in `.venv`.

| part | licence | where it comes from |
|---|---|---|
"""
FILES = """
The fonts in `resources/fonts/` and the icons in `resources/icons/` lie beside their own licences.
"""
# The licence is the first of these that a part gives; a long one is the whole text, so not a name.
LONGEST = 90


def main() -> None:
    """Print the page."""
    rows = [row(distribution(name)) for name in sorted(parts(asked_for()), key=str.lower)]
    print(HEAD + "\n".join(rows) + "\n" + FILES, end="")


def asked_for() -> list[str]:
    """Give the names in pyproject.toml of what the program needs to run."""
    project = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [name_in(requirement) for requirement in project["dependencies"]]


def name_in(requirement: str) -> str:
    """Give the name at the head of a requirement."""
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    if not found:
        raise ValueError(f"No name in {requirement!r}.")
    return found.group()


def parts(names: list[str]) -> set[str]:
    """Give these parts and all that they need in turn, as they spell their names."""
    found: dict[str, str] = {}
    waiting = list(names)
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name not in found:
            try:
                part = distribution(name)
            except PackageNotFoundError:
                continue  # needed on another platform only
            found[name] = part.metadata["Name"]
            waiting += [name_in(text) for text in part.requires or [] if "extra ==" not in text]
    return set(found.values())


def row(part: Distribution) -> str:
    """Give a part's line of the table."""
    return f"| {part.metadata['Name']} | {next(licences(part), 'see its licence file')} | {home_page(part)} |"


def licences(part: Distribution) -> Iterator[str]:
    """Give what a part says of its licence, the most exact first."""
    for field in ("License-Expression", "License"):
        texts: list[str] = part.metadata.get_all(field) or []
        yield from (text for text in texts if len(text) <= LONGEST)
    classifiers = part.metadata.get_all("Classifier") or []
    yield from (text.split(" :: ")[-1] for text in classifiers if text.startswith("License :: "))


def home_page(part: Distribution) -> str:
    """Give where a part comes from, as it says itself."""
    links = dict(text.split(", ", 1) for text in part.metadata.get_all("Project-URL") or [])
    plain = {re.sub(r"\W", "", label).lower(): link for label, link in links.items()}
    wanted = ("homepage", "source", "sourcecode", "repository", "documentation")
    pages: list[str] = part.metadata.get_all("Home-page") or []
    return next((plain[label] for label in wanted if label in plain), next(iter(pages), ""))


if __name__ == "__main__":
    main()
