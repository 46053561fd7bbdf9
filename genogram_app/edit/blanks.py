"""The words that people type where there is nothing to write, and why there isn't."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from genogram_app.model.base import Blank

#: What each blank prints as comes first in its row.
_WORDS = {
    Blank.UNKNOWN: ("?", "??", "not known", "unknown", "don't know", "dont know", "nobody knows"),
    Blank.NOT_ASKED: ("? ask", "", "?ask", "ask", "not asked yet", "not asked"),
    Blank.DECLINED: ("chose not to say", "declined", "won't say", "wont say", "prefers not to say"),
    Blank.NONE: ("none", "no", "nobody", "nothing"),
}
BLANKS: Mapping[str, Blank] = MappingProxyType(
    {word: blank for blank, words in _WORDS.items() for word in words}
)
#: Those that can't be anybody's name.
NAMELESS: Mapping[str, Blank] = MappingProxyType(
    {word: blank for word, blank in BLANKS.items() if word not in ("ask", "none", "no", "nobody", "nothing")}
)
