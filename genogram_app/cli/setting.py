"""What a command is given from outside: the day, fresh ids, and where to say things."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from genogram_app.model.ids import NewId


@dataclass(frozen=True)
class Setting:
    """The world of one command. `write` takes a line for standard output."""

    today: date
    new_id: NewId
    write: Callable[[str], None]

    def write_json(self, value: Any) -> None:
        """Write a value as JSON, readable as text too."""
        self.write(json.dumps(value, ensure_ascii=False, indent=1))
