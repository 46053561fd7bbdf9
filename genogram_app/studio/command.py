"""What a command is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from genogram_app.edit.result import Edit
from genogram_app.studio.context import Context


def always(context: Context) -> bool:
    """Apply whatever is selected."""
    return True


@dataclass(frozen=True)
class Command:
    """One row of the table; menu, shortcut, palette, tooltip and enabled state follow from it.

    label: an English template, said through `words`. keys: as Qt writes them,
    the first in the menu. edit: the step that it does. act: what it does besides
    steps. A row with neither is done by the window. checked: whether a switch is
    on. switch: it is one of the window's, which knows whether it is on.
    worker_only: not offered in the family's view.
    """

    id: str
    label: str
    group: str
    keys: tuple[str, ...] = ()
    applies: Callable[[Context], bool] = always
    edit: Callable[[Context], Edit] | None = None
    act: Callable[[Context], None] | None = None
    checked: Callable[[Context], bool] | None = None
    switch: bool = False
    worker_only: bool = False

    def enabled(self, context: Context) -> bool:
        """Say whether it can be done now."""
        return (context.by_worker or not self.worker_only) and self.applies(context)

    @property
    def by_window(self) -> bool:
        """Say whether the window does it."""
        return self.edit is None and self.act is None

    def run(self, context: Context) -> bool:
        """Do it, if it can be done now and isn't the window's; say whether it was done."""
        if self.by_window or not self.enabled(context):
            return False
        if self.edit is not None:
            context.session.do(self.edit(context), context.selected)
        if self.act is not None:
            self.act(context)
        return True
