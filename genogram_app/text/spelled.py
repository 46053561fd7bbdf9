"""Little pictures in words: "💕" is set as "[two hearts]", since no bundled font draws it.

They come with texts that were copied from a telephone. A picture that is said
is legible on every printer and can be found by searching; one that is dropped
changes what somebody said.
"""

from __future__ import annotations

import unicodedata

#: Where Unicode keeps its little pictures.
_FIRST, _LAST = "\U0001f000", "\U0001faff"
#: What only joins or colours the picture before it.
_JOINERS = "\u200d\ufe0e\ufe0f"


def spelled(content: str) -> str:
    """Say every little picture by its Unicode name; other content comes back as it is."""
    if max(content, default="") < _FIRST or not any(_FIRST <= c <= _LAST for c in content):
        return content
    pieces: list[str] = []
    for c in content:
        if _FIRST <= c <= _LAST:
            pieces.append(f"[{unicodedata.name(c, 'picture').lower()}]")
        elif not (c in _JOINERS and pieces and pieces[-1].startswith("[")):
            pieces.append(c)
    return "".join(pieces)
