"""What a TrueType file says of its letters' widths, read without a shaping engine.

Loading the shaping engine takes 10 to 20 ms; reading these tables takes about
one. Most families need nothing else.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Segments:
    """A `cmap` of format 4: which glyph stands for which character, by ranges of code points."""

    ends: tuple[int, ...]
    starts: tuple[int, ...]
    deltas: tuple[int, ...]
    offsets: tuple[int, ...]
    glyphs: tuple[int, ...]

    def glyph(self, code: int) -> int:
        """Give the glyph of a code point, 0 if there is none."""
        i = bisect_left(self.ends, code)
        if i == len(self.ends) or code < self.starts[i]:
            return 0
        if not self.offsets[i]:
            return (code + self.deltas[i]) & 0xFFFF
        glyph = self.glyphs[self.offsets[i] // 2 + code - self.starts[i] - (len(self.ends) - i)]
        return (glyph + self.deltas[i]) & 0xFFFF if glyph else 0


@dataclass(frozen=True, slots=True)
class Sfnt:
    """The measures of one font, in font units with y up; `em` units make the size of the type."""

    em: int
    ascent: int
    descent: int
    cap_height: int
    x_height: int
    segments: Segments
    advances: tuple[int, ...]

    def glyph(self, character: str) -> int:
        """Give the glyph that stands for a character by itself, 0 if the font has none."""
        return self.segments.glyph(ord(character))

    def advance(self, glyph: int) -> int:
        """Give how far the pen moves on after a glyph."""
        return self.advances[min(glyph, len(self.advances) - 1)]


def read(path: Path) -> Sfnt:
    """Read the measures of a TrueType file. Raises OSError, or ValueError for another kind of file."""
    data = path.read_bytes()
    try:
        return _measures(_tables(data))
    except (struct.error, KeyError) as fault:
        raise ValueError(f"{path.name} isn't a TrueType font") from fault


def _tables(data: bytes) -> dict[bytes, bytes]:
    count = struct.unpack_from(">H", data, 4)[0]
    entries = struct.iter_unpack(">4s4xII", data[12 : 12 + 16 * count])
    return {tag: data[start : start + length] for tag, start, length in entries}


def _measures(tables: dict[bytes, bytes]) -> Sfnt:
    ascent, descent = struct.unpack_from(">hh", tables[b"hhea"], 4)
    x_height, cap_height = struct.unpack_from(">hh", tables[b"OS/2"], 86)
    count = struct.unpack_from(">H", tables[b"hhea"], 34)[0]
    return Sfnt(
        em=struct.unpack_from(">H", tables[b"head"], 18)[0],
        ascent=ascent,
        descent=descent,
        cap_height=cap_height,
        x_height=x_height,
        segments=_segments(tables[b"cmap"]),
        advances=struct.unpack_from(">" + "Hxx" * count, tables[b"hmtx"]),
    )


def _segments(cmap: bytes) -> Segments:
    """Read the subtable of the basic plane, which every bundled font has."""
    start = _subtable(cmap)
    length, twice = struct.unpack_from(">HxxH", cmap, start + 2)
    count = twice // 2
    words = struct.unpack_from(f">{(length - 14) // 2}H", cmap, start + 14)
    return Segments(
        ends=words[:count],
        starts=words[count + 1 : 2 * count + 1],
        deltas=words[2 * count + 1 : 3 * count + 1],
        offsets=words[3 * count + 1 : 4 * count + 1],
        glyphs=words[4 * count + 1 :],
    )


def _subtable(cmap: bytes) -> int:
    count = struct.unpack_from(">H", cmap, 2)[0]
    for _platform, _encoding, start in struct.iter_unpack(">HHI", cmap[4 : 4 + 8 * count]):
        if struct.unpack_from(">H", cmap, start)[0] == 4:
            return int(start)
    raise KeyError("cmap format 4")
