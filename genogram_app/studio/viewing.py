"""What is looked at: for whom, which of the three sheets, and as at which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from genogram_app.catalog.load import Catalog
from genogram_app.family.seen import Reader, View
from genogram_app.model.base import Share
from genogram_app.model.document import ViewKind


@dataclass(frozen=True)
class Viewing:
    """How the open case is looked at. The family's view is the normal state; today where no day is set."""

    reader: Reader = Reader.FAMILY
    kind: ViewKind = "genogram"
    as_at: date | None = None
    proof: bool = False
    language: str = "en-GB"

    @property
    def by_worker(self) -> bool:
        """Say whether this is the worker's own view."""
        return self.reader is Reader.CASE_FILE

    @property
    def share(self) -> Share:
        """Say who may see what is entered in this view."""
        return Share.CASE_FILE if self.by_worker else Share.SHARED

    def on(self, day: date, catalog: Catalog) -> View:
        """Give the view of a sheet dated a day."""
        return View(
            as_at=self.as_at or day,
            kind=self.kind,
            reader=self.reader,
            language=self.language,
            harmless=catalog.harmless,
            paternity=catalog.paternity,
            fostering=catalog.placements if self.by_worker else catalog.perhaps_placements,
            proof=self.proof,
        )
