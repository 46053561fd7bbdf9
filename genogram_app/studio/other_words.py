"""Other words by which people look for a command: "delete" for "Remove", "pdf" for a dated copy."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from genogram_app.studio.command import Command

_BY_ID: Mapping[str, str] = MappingProxyType(
    {
        "new": "start case",
        "open": "load file",
        "save": "keep file",
        "import": "import gedcom genopro",
        "export": "export pdf png svg picture word file",
        "print": "paper",
        "leave": "exit",
        "quit": "exit leave",
        "undo": "back",
        "redo": "again",
        "rename": "rename edit change",
        "remove": "delete erase",
        "copy_picture": "image word clipboard",
        "find": "search",
        "palette": "search",
        "add_parents": "mother father mum dad",
        "add_partner": "husband wife boyfriend girlfriend mother father",
        "add_child": "son daughter baby",
        "add_own_child": "step half",
        "add_sibling": "sibling twin",
        "add_half_sibling": "half-brother half-sister",
        "add_half_sibling_of_father": "half-brother half-sister",
        "tell": "type write quick",
        "add_person": "new person friend neighbour",
        "part_couple": "split up separated ended",
        "couple_state": "married divorced separated split up living together cohabiting engaged widowed",
        "relate": "line close hostile violence contact married divorced separated split up",
        "end_line": "ended finished stopped",
        "make_household": "household home house ring",
        "add_agency": "agency school gp nurse social worker professional",
        "set_go_to": "telephone phone number emergency contact",
        "mark_died": "dead death deceased",
        "confirm": "checked confirmed",
        "share": "share show",
        "unshare": "hide private confidential",
        "tidy": "arrange layout automatic",
        "how_drawn": "settings symbols style",
        "turn_page": "landscape portrait orientation",
        "align_row": "align",
        "align_column": "align",
        "space_across": "distribute",
        "space_down": "distribute",
        "worker_view": "switch family view",
        "cover": "hide privacy lock",
        "proof": "grey photocopy",
        "pages": "preview margins",
        "on_paper": "preview margins a4 a3",
        "ask": "questions gaps missing",
        "fit": "fit zoom whole",
        "zoom_in": "zoom bigger",
        "zoom_out": "zoom",
        "zoom_actual": "zoom 100",
        "light": "theme bright",
        "dark": "theme night",
        "keys": "shortcuts keyboard",
        "guide": "help manual",
        "symbols": "key legend",
    }
)


def other_words(command: Command) -> str:
    """Give what else a command may be called, or ""."""
    return _BY_ID.get(command.id, "")
