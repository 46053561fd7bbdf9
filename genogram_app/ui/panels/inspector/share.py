"""Who may see a record: a switch, and what of it stays in the case file however the switch stands."""

from __future__ import annotations

from genogram_app.edit import statements
from genogram_app.family.seen import comes_through, without_harm
from genogram_app.model.base import Record, Share
from genogram_app.model.ties import ChildOf
from genogram_app.ui.controls.plain import label
from genogram_app.ui.controls.segmented import Choice, Segmented
from genogram_app.ui.panels.inspector.on_record import OnRecord


def build_share(page: OnRecord) -> None:
    """Show who may see the record, and a way to change that."""
    say = page.say
    toggle = Segmented(
        [Choice(Share.CASE_FILE, say("Case file only")), Choice(Share.SHARED, say("Family sees it"))],
        say("Who may see this"),
        lambda who: page.act(
            lambda case, stamp: (statements.share if who is Share.SHARED else statements.unshare)(
                case, [page.key]
            )
        ),
    )
    stays = label("", "hint", wrap=True)
    page.column.addWidget(toggle)
    page.column.addWidget(stays)

    def show() -> None:
        said = stays_out(page.record, page.desk.scene.catalog.harmless)
        toggle.show_value(page.record.basis.share)
        stays.setText(say(said) if said else "")
        stays.setVisible(bool(said))

    page.shows(show)


def stays_out(record: Record, harmless: frozenset[str]) -> str:
    """Say what of a shared record no family copy shows all the same; empty where nothing is kept from it.

    harmless: the cards of lines that a family copy may show (`family.seen.View`).
    """
    if not record.basis.shared:
        return ""
    if not comes_through(record, harmless):
        return "It stays in the case file all the same: no family copy has it."
    if isinstance(record, ChildOf) and record.kind not in harmless:
        return "How they are said to be a parent stays in the case file."
    if without_harm(record, harmless) is not record:
        return "What tells of harm stays in the case file. The family sees the line without it."
    return ""
