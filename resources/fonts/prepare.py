"""Make the bundled fonts from the Noto files of Debian: `python prepare.py FOLDER_OF_NOTO_FONTS`.

Takes out what screens of the past needed (hinting, about 40 % of each file) and,
where `fonts.toml` says `only`, all but some characters. Glyphs, widths and
shaping rules stay as they are.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import uharfbuzz as hb

HERE = Path(__file__).resolve().parent
Ranges = list[list[int]]


def wanted() -> Iterator[tuple[str, Ranges | None]]:
    """Go through the files that `fonts.toml` names, with the characters to keep.

    None given: all. None at all: the file stays as it is.
    """
    manifest = tomllib.loads((HERE / "fonts.toml").read_text(encoding="utf-8"))
    yield from ((name, []) for name in manifest["faces"].values())
    for fallback in manifest["fallback"]:
        for weight in ("regular", "bold"):
            if weight in fallback:
                yield fallback[weight], None if fallback.get("unchanged") else fallback.get("only", [])


def prepared(source: Path, only: Ranges) -> bytes:
    """Give the font without hinting, and with no more than the characters asked for."""
    face = hb.Face(hb.Blob.from_file_path(str(source)))
    keep = {c for first, last in only for c in range(first, last + 1)} or set(face.unicodes)
    recipe = hb.SubsetInput()
    recipe.unicode_set.update(sorted(keep & set(face.unicodes)))
    for everything in (recipe.layout_feature_tag_set, recipe.layout_script_tag_set, recipe.name_id_set):
        everything.clear()
        everything.invert()
    recipe.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    return bytes(hb.subset(face, recipe).blob.data)


def main(folder: Path) -> None:
    """Write every bundled font beside this file."""
    for name, only in wanted():
        source = folder / name
        (HERE / name).write_bytes(source.read_bytes() if only is None else prepared(source, only))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
