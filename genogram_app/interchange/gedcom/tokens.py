"""Tokens: which card each of GEDCOM's words means. The catalog knows; this room names no card."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

SEX = ("M", "F", "X", "U", "N")
#: The last four are what programs write beside the standard's own; "CHALLENGED" stands also beside a birth.
LINK = (
    *("BIRTH", "ADOPTED", "FOSTER", "SEALING", "OTHER", "UNKNOWN"),
    *("STEP", "GUARDIAN", "KINSHIP", "CHALLENGED"),
)
#: In the order in which one state follows another.
UNION = (
    "ENGA",
    "COHABITATION",
    "CIVIL PARTNERSHIP",
    "MARR",
    "SEPARATION",
    "COHABITATION ENDED",
    "DIV",
    "DISSOLUTION",
    "ANUL",
)


@dataclass(frozen=True)
class Tokens:
    """The card of each token: of SEX, of PEDI (upper case), and of a family's events."""

    sex: Mapping[str, str]
    link: Mapping[str, str]
    union: Mapping[str, str]

    @classmethod
    def of(cls, look_up: Callable[[str, str], str | None]) -> Tokens:
        """Ask for the card of every token, by the name of its group in the catalog and the token."""
        return cls(
            sex=_found(look_up, "people", SEX),
            link=_found(look_up, "descent", LINK),
            union=_found(look_up, "unions", UNION),
        )


def _found(
    look_up: Callable[[str, str], str | None], group: str, tokens: tuple[str, ...]
) -> Mapping[str, str]:
    cards = {token: look_up(group, token) for token in tokens}
    return MappingProxyType({token: card for token, card in cards.items() if card})
