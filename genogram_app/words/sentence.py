"""A sentence that isn't said yet: its English template and what goes into it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sentence:
    """A template such as "Add a child of {name}" with its arguments.

    `quiet` is the template to use where names and meanings must not show, as
    in the family's view ("Add a person"); empty means the template itself is safe.
    """

    template: str
    args: tuple[tuple[str, str], ...] = ()
    quiet: str = ""

    @classmethod
    def of(cls, template: str, quiet: str = "", **args: str) -> Sentence:
        """Make a sentence of a template and named arguments."""
        return cls(template, tuple(sorted(args.items())), quiet)
