"""Which bundled font file serves a face, and which one has a character.

`resources/fonts/fonts.toml` says it; faces are "regular", "semibold", "bold"
and "italic". Files are read when they are first asked for.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from genogram_app import places
from genogram_app.errors import MissingPartError
from genogram_app.text import sfnt


@dataclass(frozen=True, slots=True)
class Manifest:
    """What `fonts.toml` says: the file of each face, its weight in other scripts, and their files."""

    faces: Mapping[str, str]
    weights: Mapping[str, str]
    fallback: tuple[Mapping[str, str], ...]


@cache
def manifest() -> Manifest:
    """Read `fonts.toml`. Raises MissingPartError if the program was copied without it."""
    try:
        said = tomllib.loads((folder() / "fonts.toml").read_text(encoding="utf-8"))
        return Manifest(said["faces"], said["weights"], tuple(said["fallback"]))
    except (OSError, KeyError, tomllib.TOMLDecodeError) as fault:
        raise _lost("fonts.toml") from fault


def folder() -> Path:
    """Give the folder of the bundled fonts."""
    return places.resources() / "fonts"


def faces() -> tuple[str, ...]:
    """Give the names of the faces."""
    return tuple(manifest().faces)


def font_file(face: str) -> Path:
    """Give the file that holds a face's plain letters, for painters to register."""
    return folder() / manifest().faces[face]


@cache
def stack(face: str) -> tuple[str, ...]:
    """Give the names of the files to ask for a character, in order, the face itself first."""
    says = manifest()
    weight = says.weights[face]
    return says.faces[face], *(script.get(weight, script["regular"]) for script in says.fallback)


@cache
def measures(file: str) -> sfnt.Sfnt:
    """Read a font's measures by its file name. Raises MissingPartError if it isn't there or whole."""
    try:
        return sfnt.read(folder() / file)
    except (OSError, ValueError) as fault:
        raise _lost(file) from fault


def covers(file: str, character: str) -> bool:
    """Say whether a font can draw a character."""
    return measures(file).glyph(character) != 0


@cache
def first_with(characters: str, face: str) -> str | None:
    """Name the first file that can draw all of these characters together, None if none can."""
    for file in stack(face):
        if all(covers(file, character) for character in characters):
            return file
    return None


def _lost(name: str) -> MissingPartError:
    return MissingPartError(
        f'The program\'s own font "{name}" is missing or damaged. '
        "Your files are safe. Install the program again."
    )
