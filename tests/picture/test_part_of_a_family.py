"""Part of a family on paper: every page says that it isn't the whole, and nowhere that it is."""

from __future__ import annotations

from functools import cache

import pytest

from genogram_app.errors import UsageError
from genogram_app.export.document import Sheet as PaperSheet
from genogram_app.family.excerpt import Near
from genogram_app.studio.publish import Copy, Publication, prepare, view_of
from tests.builders import TODAY
from tests.picture.sheets import sample, scene


@cache
def part(reach: int, copy: Copy = "case-file") -> Publication:
    """Give the copy of those near to a grandfather of the large family."""
    case = sample("large_family")
    who = next(one.id for one in case.family.people if one.name == "Gareth Hughes")
    return prepare(scene(), case, view=view_of(scene(), "combined", TODAY, copy, Near(who, reach)))


def said(publication: Publication, number: int) -> str:
    page = publication.pages[number]
    assert isinstance(page, PaperSheet)
    return " ".join(text.content for placed in page.placed for text in placed.drawing.texts())


def test_its_head_and_foot_say_whose_it_is_and_that_there_are_others() -> None:
    words = said(part(1), 0)
    assert "GENOGRAM AND ECOMAP, PART OF THE FAMILY · CASE FILE COPY" in words
    assert "only Gareth Hughes’s close family, 1 generation up and down" in words
    assert "others aren’t on this sheet" in words


def test_one_that_is_cut_isnt_called_the_whole_family() -> None:
    assert not part(3).sheet.fit.fits
    words = said(part(3), 0)
    assert "Everybody on this sheet, in" in words
    assert "The whole family" not in words
    assert all("PART OF THE FAMILY" in said(part(3), n) for n in (0, 1, 2))


def test_it_takes_less_paper_than_the_whole() -> None:
    case = sample("large_family")
    whole = prepare(scene(), case, view=view_of(scene(), "combined", TODAY, "case-file"))
    assert len(part(1).pages) < len(whole.pages)
    assert part(1).sheet.fit.fits
    assert part(1).meta.subject.startswith("Genogram and ecomap, part of the family")


def test_the_family_sees_no_more_of_a_part_than_of_the_whole() -> None:
    case = sample("large_family")
    whole = prepare(scene(), case, view=view_of(scene(), "combined", TODAY, "family")).sheet.case.family
    assert {record.id for record in part(2, "family").sheet.case.family.records()} <= {
        record.id for record in whole.records()
    }


def test_a_family_copy_round_somebody_whom_it_keeps_off_is_refused() -> None:
    case = sample("large_family")
    who = next(one for one in case.family.people if one.name == "Gareth Hughes")
    case = case.changed(put=[who.put(confidential=True)])
    with pytest.raises(UsageError, match="Whoever stands in the middle isn’t on this copy"):
        prepare(scene(), case, view=view_of(scene(), "genogram", TODAY, "family", Near(who.id, 1)))
