"""JSON read strictly: no key twice, no number that is none, nothing nested without end."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable
from typing import Any, Never

#: How deep a file may nest. Ours go eight deep; more than this is no family.
DEEPEST = 64
#: Letters beyond the first 65,536 are escaped as two halves.
_HALF_LETTER = re.compile(r"\\u[dD][89a-fA-F]")


class StrictJsonError(ValueError):
    """JSON that can't be trusted; says in plain words what is wrong and where."""


def loads(text: str) -> Any:
    """Read JSON text. Raises StrictJsonError with the reason in words."""
    try:
        value = json.loads(text, object_pairs_hook=_once, parse_constant=_refuse, parse_float=_finite)
    except StrictJsonError:
        raise
    except json.JSONDecodeError as error:
        cut = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string")
        reason = "it stops in the middle" if cut else f"line {error.lineno} can't be read"
        raise StrictJsonError(reason) from error
    except RecursionError as error:
        raise StrictJsonError("it is nested without end, which no family is") from error
    except ValueError as error:
        raise StrictJsonError("it holds a number that is far too long") from error
    _check_depth(value)
    _check_letters(text, value)
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise StrictJsonError(f"{twice[:40]!r} stands twice in the same place")
    return found


def _refuse(constant: str) -> Never:
    raise StrictJsonError(f"it holds {constant}, which is no number")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise StrictJsonError(f"it holds {digits[:20]}, which is no number that can be kept")
    return number


def _check_depth(value: Any) -> None:
    level = [value]
    for _ in range(DEEPEST):
        level = [child for item in level if item.__class__ in (dict, list) for child in _children(item)]
        if not level:
            return
    raise StrictJsonError("it is nested far deeper than any family")


def _check_letters(text: str, value: Any) -> None:
    """Refuse half a letter: JSON can escape one, but no text file can hold it."""
    if not _HALF_LETTER.search(text):
        return
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise StrictJsonError("it holds half a letter, which can't be kept") from error


def _children(item: dict[str, Any] | list[Any]) -> Iterable[Any]:
    return item.values() if isinstance(item, dict) else item
