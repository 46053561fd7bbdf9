"""What the Help menu opens."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from genogram_app.studio.scene import Scene


def help_commands(scene: Scene, over: QWidget) -> Mapping[str, Callable[[], object]]:
    """Give what each command of the Help menu does, by its id; over: the window that it stands over."""
    words = scene.words

    def keys() -> None:
        from genogram_app.ui.dialogs.keys import KeysDialog

        KeysDialog(words, guide, over).open()

    def guide() -> None:
        from genogram_app.ui.dialogs.guide import show_guide

        show_guide(words, over)

    def symbols() -> None:
        from genogram_app.ui.dialogs.symbols import SymbolsDialog

        SymbolsDialog(scene, over).open()

    def about() -> None:
        from genogram_app.ui.dialogs.about import AboutDialog

        AboutDialog(words, over).open()

    return {"keys": keys, "guide": guide, "symbols": symbols, "about": about}
