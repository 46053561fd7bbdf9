"""`genogram symbols`: every symbol and line on A4 pages."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, datetime, time

from genogram_app.catalog.theme import load_theme
from genogram_app.cli.cards import cards
from genogram_app.cli.saving import telling_of_replace
from genogram_app.cli.setting import Setting
from genogram_app.errors import UsageError
from genogram_app.export.document import DocumentMeta, Placed, Sheet
from genogram_app.export.pdf import write_pdf
from genogram_app.picture.symbols_sheet import symbols_sheet
from genogram_app.studio.written import identity_of, write_copies
from genogram_app.words import words_in


def symbols(arguments: Namespace, setting: Setting) -> None:
    """Write the catalogue as PDF."""
    if arguments.output.suffix.lower() != ".pdf":
        raise UsageError(f"“{arguments.output.name}” should end in .pdf. Nothing was written.")
    words = words_in()
    drawn = symbols_sheet(cards(), load_theme(), words)
    sheets = [Sheet(page.bounds.width, page.bounds.height, (Placed(page),)) for page in drawn]
    meta = DocumentMeta(
        title=words.say("Symbols of genograms and ecomaps"),
        created=datetime.combine(setting.today, time(12), UTC),
        language=words.language,
    )
    with telling_of_replace():
        write_copies(
            arguments.output,
            [write_pdf(sheets, meta)],
            identity_of("symbols"),
            lambda _: bool(arguments.replace),
        )
    setting.write(f"Wrote {arguments.output}, {len(sheets)} pages.")
