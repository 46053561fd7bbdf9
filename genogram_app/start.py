"""The start of the program, and the only place that builds everything.

Words for the command line go there; anything else opens the window. Whatever
goes wrong, a user reads one plain sentence and the program ends with 2.
"""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

from genogram_app import places
from genogram_app.cli.run import is_command, run
from genogram_app.errors import MissingPartError, UsageError, UserError

PRACTICE = "--practice"
FAILED = 2
#: After how many new objects Python looks for garbage, instead of 700. Nothing that is loaded and drawn at
#: the start is garbage, and one look through it takes as long as drawing half the family.
AT_START, NEW_OBJECTS = 1_000_000, 100_000


def main(words: Sequence[str] | None = None) -> int:
    """Run the program with its words (those of the process by default) and give its exit code."""
    _speak_utf_8()
    _start_lightly()
    given = sys.argv[1:] if words is None else list(words)
    return guarded(lambda: _do(given))


def guarded(action: Callable[[], int]) -> int:
    """Run something so that a user never sees more than one plain sentence of what went wrong."""
    try:
        return action()
    except UserError as error:
        return _failed(str(error))
    except KeyboardInterrupt:
        return _failed("Stopped. What was saved before is unchanged.")
    except BrokenPipeError:
        # Whoever read our output has heard enough, as `genogram show FILE | head` has.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except OSError as error:
        if error.errno != errno.ENOSPC:
            return _failed(_unexpected(error))
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return _failed("What was to be said couldn't be written: the disk is full. No file was changed.")
    except Exception as error:
        return _failed(_unexpected(error))


def _do(words: list[str]) -> int:
    if is_command(words):
        from genogram_app.cli.setting import Setting
        from genogram_app.model.ids import random_id

        run(words, Setting(date.today(), random_id, print))
        if sys.stdout is not None:
            sys.stdout.flush()
        return 0
    return _open(words)


def _open(words: list[str]) -> int:
    """Open the window: on a file, on the practice family, or on the start page."""
    practice = PRACTICE in words
    files = [word for word in words if word != PRACTICE]
    if len(files) > 1 or any(word.startswith("-") for word in files):
        raise UsageError(f"“{' '.join(words)}” isn't understood. “genogram --help” says what is.")
    path = Path(files[0]) if files else None
    if path and not path.exists():
        raise UsageError(
            f"There is no file {path}, and no command of that name. “genogram --help” says what is."
        )
    if not has_display():
        return _without_display(practice)

    def no_screen() -> int:
        return guarded(lambda: _without_display(practice))

    return _window()(path, practice=practice, at_rest=_run_on, no_screen=no_screen)


def _window() -> Callable[..., int]:
    """Load the window. Raises MissingPartError where the system lacks a library that windows need."""
    try:
        from genogram_app.ui.app import run
    except ImportError as error:
        if "PySide6" not in (error.path or ""):
            raise
        raise MissingPartError(
            f"This computer lacks a part that windows need ({str(error).split(':')[0]}), so none was opened. "
            "Your families are safe. “genogram --help” says what works without a window."
        ) from error
    return run


def has_display() -> bool:
    """Say whether a window can be shown. Only Linux starts without a screen."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _without_display(practice: bool) -> int:
    """Say that there is no display; for the practice family, write its sheet instead of showing it."""
    if not practice:
        raise UsageError(
            "There is no display to open a window on. “genogram --help” says what works without one."
        )
    from genogram_app.store import files
    from genogram_app.studio.publish import publish, suggested_name

    case, today = files.read(places.resources() / "samples" / "practice.genogram"), date.today()
    print("There is no display to open a window on, so here is the practice family on paper:")
    for suffix in (".pdf", ".png"):
        out = Path(suggested_name(case, today, suffix))
        for written in publish(case, out, view="combined", dated=today, copy="case-file"):
            print(f"  {written.resolve()}")
    return 0


def _failed(sentence: str) -> int:
    if sys.stderr is not None:
        print(sentence, file=sys.stderr)
    return FAILED


def _unexpected(error: Exception) -> str:
    from genogram_app.store import fault_log, folders

    log = fault_log.note_fault(error, folders.of_user().logs, datetime.now())
    where = f" The fault is noted, without anything about a family, in {log}." if log else ""
    return f"Something went wrong in the program itself. What was saved before is unchanged.{where}"


def _start_lightly() -> None:
    """Keep Python from what only takes time at the start."""
    gc.set_threshold(AT_START, *gc.get_threshold()[1:])
    # pydantic would ask every installed package for plug-ins; none has any business with a family's records.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def _run_on() -> None:
    """Look for garbage as while somebody draws, and never again through what the start has made."""
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS, *gc.get_threshold()[1:])


def _speak_utf_8() -> None:
    """Write names as they are, whatever the system's own letters."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
