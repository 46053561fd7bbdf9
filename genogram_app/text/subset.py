"""The few letters of a font that a file needs, to be carried in it."""

from __future__ import annotations

from collections.abc import Iterable

import uharfbuzz as hb

from genogram_app.text import fonts


def subset(face: str, letters: Iterable[str]) -> bytes:
    """Give a TrueType font with some letters of a face, without kerning: sheets are set without it.

    The same letters give the same bytes.
    """
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(sorted({ord(letter) for letter in letters}))
    wanted.drop_table_tag_set.update(int.from_bytes(tag) for tag in (b"GSUB", b"GPOS", b"GDEF"))
    whole = hb.Face(hb.Blob.from_file_path(str(fonts.font_file(face))))
    return bytes(hb.subset(whole, wanted).blob.data)
