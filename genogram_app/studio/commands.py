"""Everything that can be done, in one table. A new command is one new row.

One letter adds to or marks what is selected. What needs nobody selected, what shows
something to the family and what is about the file or the window takes Ctrl; with Alt
it moves what is selected.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from genogram_app.family.seen import Reader
from genogram_app.model.document import ViewKind
from genogram_app.studio import conditions as when
from genogram_app.studio import steps
from genogram_app.studio.command import Command
from genogram_app.studio.context import Context

FILE, EDIT, FAMILY, SHEET, VIEW, HELP = "File", "Edit", "Family", "Sheet", "View", "Help"
GROUPS = (FILE, EDIT, FAMILY, SHEET, VIEW, HELP)
#: How far Alt and an arrow move something, in points; with Shift as well, further.
STEP, STRIDE = 2.0, 20.0


def _shows(kind: ViewKind) -> Callable[[Context], bool]:
    return lambda context: context.kind == kind


def _show(kind: ViewKind) -> Callable[[Context], None]:
    return lambda context: context.look(kind=kind)


def _in_proof(context: Context) -> bool:
    return context.session.viewing.proof


def _by_worker(context: Context) -> bool:
    return context.by_worker


def _switch_reader(context: Context) -> None:
    context.look(reader=Reader.FAMILY if context.by_worker else Reader.CASE_FILE)


def _switch_proof(context: Context) -> None:
    context.look(proof=not _in_proof(context))


_FILE = (
    Command("new", "New genogram…", FILE, ("Ctrl+N",)),
    Command("open", "Open…", FILE, ("Ctrl+O",)),
    Command("save", "Save", FILE, ("Ctrl+S",), when.unsaved),
    Command("save_as", "Save as…", FILE, ("Ctrl+Shift+S",)),
    Command("import", "Bring in another program's file…", FILE),
    Command("export", "Export a dated copy…", FILE, ("Ctrl+Shift+E", "Ctrl+E")),
    Command("print", "Print…", FILE, ("Ctrl+P",)),
    Command("leave", "Close", FILE, ("Ctrl+W",)),
    Command("quit", "Quit", FILE, ("Ctrl+Q",)),
)

_EDIT = (
    Command("undo", "Undo", EDIT, ("Ctrl+Z",), when.can_undo, act=lambda context: context.session.undo()),
    Command(
        "redo",
        "Redo",
        EDIT,
        ("Ctrl+Y", "Ctrl+Shift+Z"),
        when.can_redo,
        act=lambda context: context.session.redo(),
    ),
    Command("rename", "Write the name", EDIT, ("F2",), when.something),
    Command("remove", "Remove", EDIT, ("Delete", "Backspace"), when.something, steps.remove),
    Command("copy", "Copy people", EDIT, ("Ctrl+C",), when.figures),
    Command("paste", "Paste people", EDIT, ("Ctrl+V",)),
    Command("duplicate", "Duplicate", EDIT, ("Ctrl+D",), when.figures, steps.duplicate),
    Command("copy_picture", "Copy as a picture", EDIT, ("Ctrl+Shift+C",)),
    Command("select_all", "Select all", EDIT, ("Ctrl+A",)),
    Command("select_none", "Select nothing", EDIT, ("Escape",), when.something),
    Command("find", "Find somebody…", EDIT, ("Ctrl+F",)),
    Command("palette", "Find a command…", EDIT, ("Ctrl+K", "/")),
)

_FAMILY = (
    Command("add_parents", "Add parents", FAMILY, ("P",), when.lacks_parents, steps.add_parents),
    Command("add_partner", "Add a partner", FAMILY, ("K",), when.one_person, steps.add_partner),
    Command("add_child", "Add a child", FAMILY, ("C",), when.person_or_couple, steps.add_child),
    Command(
        "add_own_child",
        "Add a child with somebody else",
        FAMILY,
        ("Shift+C",),
        when.one_person,
        steps.add_own_child,
    ),
    Command("add_sibling", "Add a brother or sister", FAMILY, ("B",), when.one_person, steps.add_sibling),
    Command(
        "add_half_sibling",
        "Add a half-sibling on the mother’s side",
        FAMILY,
        ("Shift+B",),
        when.has_parent("mother"),
        steps.half_sibling("mother"),
    ),
    Command(
        "add_half_sibling_of_father",
        "Add a half-sibling on the father’s side",
        FAMILY,
        (),
        when.has_parent("father"),
        steps.half_sibling("father"),
    ),
    Command("tell", "Tell in a line of words…", FAMILY, ("W", "Ctrl+Return")),
    Command("add_person", "Add somebody else", FAMILY, ("Ctrl+Shift+N",), edit=steps.add_person),
    Command("make_couple", "Make these two a couple", FAMILY, ("Shift+K",), when.two_people, steps.couple),
    Command("born_together", "They are twins or triplets", FAMILY, (), when.siblings, steps.born_together),
    Command("part_couple", "They have parted", FAMILY, (), when.can_part, steps.part),
    Command("couple_state", "What they are to each other…", FAMILY, (), when.a_couple),
    Command("relate", "Draw a relationship…", FAMILY, ("R",), when.can_relate),
    Command("end_line", "That is over", FAMILY, ("E",), when.goes_on, steps.end_line),
    Command("make_household", "They live together", FAMILY, ("H",), when.some_people, steps.household),
    Command("add_agency", "Add a service…", FAMILY, ("A", "Ctrl+Shift+A")),
    Command("set_subject", "Subject child", FAMILY, ("S",), when.some_people, steps.subject),
    Command("set_go_to", "The one to ring out of hours", FAMILY, ("G",), when.can_be_rung, steps.go_to),
    Command("mark_died", "Has died", FAMILY, ("D",), when.living_person, steps.died),
    Command("not_died", "Hasn’t died after all", FAMILY, ("Shift+D",), when.dead_person, steps.not_died),
    Command("mark_born", "Has been born", FAMILY, (), when.unborn_person, steps.born),
    Command(
        "change_stay", "All week or part of it, from today", FAMILY, (), when.lives_there, steps.change_stay
    ),
    Command("confirm", "Still true today", FAMILY, ("Y",), when.something, steps.confirm, worker_only=True),
    Command(
        "share", "Let the family see this", FAMILY, ("Ctrl+L",), when.something, steps.share, worker_only=True
    ),
    Command(
        "unshare",
        "Keep this for the case file",
        FAMILY,
        ("Ctrl+Shift+L",),
        when.something,
        steps.unshare,
        worker_only=True,
    ),
)

_SHEET = (
    Command("tidy", "Tidy", SHEET, ("Ctrl+T",), edit=steps.tidy),
    Command("how_drawn", "How it is drawn…", SHEET),
    Command("tidy_all", "Tidy all, placed by hand too", SHEET, ("Ctrl+Shift+T",), edit=steps.tidy_all),
    Command("fit_to_paper", "Fit to paper", SHEET, ("Ctrl+Alt+F",)),
    Command("fit_all_to_paper", "Fit to paper, placed by hand too", SHEET),
    Command("turn_page", "Turn the page", SHEET, (), edit=steps.turn_page),
    Command("align_row", "Put in one row", SHEET, ("Ctrl+Alt+R",), when.movable(2), steps.align("y")),
    Command("align_column", "Put in one column", SHEET, ("Ctrl+Alt+C",), when.movable(2), steps.align("x")),
    Command(
        "space_across", "Space evenly across", SHEET, ("Ctrl+Alt+A",), when.movable(3), steps.distribute("x")
    ),
    Command(
        "space_down", "Space evenly down", SHEET, ("Ctrl+Alt+D",), when.movable(3), steps.distribute("y")
    ),
    *(
        Command(
            f"move_{way}{far}", label + more, SHEET, (f"{shift}{key}",), when.movable(1), steps.nudge(dx, dy)
        )
        for shift, far, more, amount in (("Alt+", "", "", STEP), ("Alt+Shift+", "_far", ", further", STRIDE))
        for way, key, label, dx, dy in (
            ("left", "Left", "Move left", -amount, 0.0),
            ("right", "Right", "Move right", amount, 0.0),
            ("up", "Up", "Move up", 0.0, -amount),
            ("down", "Down", "Move down", 0.0, amount),
        )
    ),
)

_VIEW = (
    Command("genogram", "Genogram", VIEW, ("1",), act=_show("genogram"), checked=_shows("genogram")),
    Command("ecomap", "Ecomap", VIEW, ("2",), act=_show("ecomap"), checked=_shows("ecomap")),
    Command("combined", "Both in one", VIEW, ("3",), act=_show("combined"), checked=_shows("combined")),
    Command("worker_view", "Worker's view", VIEW, ("F6",), act=_switch_reader, checked=_by_worker),
    Command("cover", "Cover the screen", VIEW, ("F9",)),
    Command("proof", "Black-and-white proof", VIEW, ("F7",), act=_switch_proof, checked=_in_proof),
    Command("pages", "Show the pages", VIEW, ("F8",)),
    Command("on_paper", "How it falls on paper", VIEW, ("Shift+F8",), switch=True),
    Command("fold_people", "List of people, there or folded away", VIEW, ("F3",)),
    Command("fold_selected", "What is selected, there or folded away", VIEW, ("F4",)),
    Command("spotlight", "Show close family", VIEW, ("F5",), when.one_person),
    Command("ask", "Things to ask…", VIEW, ("F12",), worker_only=True),
    Command("fit", "Show everything", VIEW, ("0", "Home")),
    Command("zoom_in", "Larger", VIEW, ("Ctrl++", "Ctrl+=")),
    Command("zoom_out", "Smaller", VIEW, ("Ctrl+-",)),
    Command("zoom_actual", "As on paper", VIEW, ("Ctrl+0",)),
    Command("full_screen", "Full screen", VIEW, ("F11",)),
    Command("as_system", "Light or dark, as the system is", VIEW, switch=True),
    Command("light", "Light", VIEW, switch=True),
    Command("dark", "Dark", VIEW, switch=True),
)

_HELP = (
    Command("keys", "Keys", HELP, ("F1", "?")),
    Command("guide", "Guide", HELP, ("Shift+F1",)),
    Command("symbols", "All symbols", HELP),
    Command("about", "About", HELP),
)

COMMANDS: tuple[Command, ...] = (*_FILE, *_EDIT, *_FAMILY, *_SHEET, *_VIEW, *_HELP)
BY_ID: Mapping[str, Command] = MappingProxyType({command.id: command for command in COMMANDS})


def in_group(group: str) -> tuple[Command, ...]:
    """Give the commands of one menu, in order."""
    return tuple(command for command in COMMANDS if command.group == group)
