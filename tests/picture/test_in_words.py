"""The sheet in words: what is drawn is said, plainly, and no more than the reader may see."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest

from genogram_app.drawing.primitives import Text
from genogram_app.drawing.report import Bullets, Heading, Paragraph, Quote, Report, Table
from genogram_app.family.case import Case
from genogram_app.family.generations import generations
from genogram_app.family.graph import FamilyGraph
from genogram_app.family.seen import seen
from genogram_app.model.base import Blank
from genogram_app.model.dates import When
from genogram_app.model.document import GoTo
from genogram_app.model.ids import Id
from genogram_app.model.person import Theme
from genogram_app.picture.in_words import in_words
from genogram_app.practice import question
from genogram_app.studio.publish import Copy, prepare, view_of
from tests.builders import PRIVATE, SHARED, TODAY, case_of, child, couple, person
from tests.picture.sheets import sample, scene

ASKED = ("Who is Jay’s father?",)


@cache
def report(name: str = "practice", copy: Copy = "case-file") -> Report:
    """Say a sample in words."""
    case = sample(name)
    assert case.details.dated is not None
    view = view_of(scene(), "combined", case.details.dated, copy)
    return in_words(scene().pen, scene().catalog, seen(case, view), view, ASKED)


@cache
def sections(name: str = "practice", copy: Copy = "case-file") -> dict[str, list[str]]:
    """Give the lines under each heading, a table's rows joined by bars."""
    found: dict[str, list[str]] = {}
    for block in report(name, copy).blocks:
        if isinstance(block, Heading):
            found[block.text] = lines = []
        elif isinstance(block, Table):
            lines += [" | ".join(row) for row in block.rows]
        elif isinstance(block, Bullets):
            lines += block.items
        elif isinstance(block, Quote):
            lines.append(f"{block.text} – {block.who}")
        else:
            assert isinstance(block, Paragraph)
            lines.append(block.text)
    return found


def line(section: str, start: str, copy: Copy = "case-file") -> str:
    """Give the one line of a section that starts so."""
    (found,) = [each for each in sections(copy=copy)[section] if each.startswith(start)]
    return found


def test_everybody_is_said_once_the_children_first() -> None:
    people = sections()["People"]
    assert len(people) == len(sample("practice").family.people)
    assert [row.split(" | ")[0] for row in people[:2]] == ["Jay Carter", "Mia Doyle"]
    assert len(sections("large_family")["People"]) == len(sample("large_family").family.people)


def test_a_person_is_said_with_dates_age_role_and_home() -> None:
    assert line("People", "Jay Carter |").startswith(
        "Jay Carter | child this is about | 3 Mar 2015, aged 11 | Gran’s home | Birth certificate says"
    )
    assert "about 1954, died Jun 2019, aged about 65" in line("People", "Ron Carter")
    assert "Gemma’s home; Pete’s home, at weekends" in line("People", "Ruby Carter")


def test_blanks_say_why() -> None:
    assert "chose not to say" in line("People", "Kelly Moss |")
    blanks = " ".join(sections()["Not known, or none"])
    for said in ("not known", "chose not to say", "none"):
        assert said in blanks


def test_what_is_still_to_be_asked_stands_in_one_place() -> None:
    known = (
        person("ann", subject=True),
        person("bob", born=Blank.UNKNOWN),
        person("cy").put(name=Blank.UNKNOWN),
    )
    quiet = person("dee").put(name=Blank.DECLINED, born=Blank.UNKNOWN)
    case = case_of(*known, quiet, person("ed").put(name=Blank.NOT_ASKED))
    (told,) = [block for block in said(case).blocks if isinstance(block, Bullets)]
    assert told.items == (
        "Bob: date of birth not known.",
        "somebody with no name yet: name chose not to say; date of birth not known.",
    )


def test_a_sentence_that_ends_with_an_initial_has_one_full_stop() -> None:
    case = case_of(person("ann", subject=True, themes=(Theme(id="t", words="lost her F."),)))
    case = case.with_(details=case.details.put(took_part=("Jay", "Freya F.")))
    text = " ".join(words_of(said(case)))
    assert "Took part: Jay and Freya F. " in text + " "
    assert "Lost her F. " in text
    assert ".." not in text


@pytest.mark.parametrize(("copy", "asks"), [("case-file", True), ("family", False)])
def test_a_family_copy_asks_nobody_whom_to_ring(copy: Copy, asks: bool) -> None:
    case = case_of(person("ann", subject=True, basis=SHARED))
    view = view_of(scene(), "genogram", TODAY, copy)
    (box,) = [n for n in prepare(scene(), case, view=view).sheet.drawing.nodes if n.role == "go-to"]
    on_paper = [mark.content for mark in box.marks if isinstance(mark, Text)]
    assert "?" in on_paper
    assert any("ask" in text for text in on_paper) == asks
    assert ("ask" in box.says) == asks
    after = words_of(said(case, copy)).index("Out of hours, ring") + 1
    assert words_of(said(case, copy))[after] == ("Nobody named yet." if asks else "?")


def said(case: Case, copy: Copy = "case-file") -> Report:
    """Say a case in words."""
    view = view_of(scene(), "genogram", TODAY, copy)
    return in_words(scene().pen, scene().catalog, seen(case, view), view)


def words_of(report: Report) -> list[str]:
    """Give every text of a report that isn't in a table."""
    found = list[str]()
    for block in report.blocks:
        found += block.items if isinstance(block, Bullets) else [getattr(block, "text", "")]
    return found


def test_legal_statuses_have_their_dates() -> None:
    rows = sections()["Legal status"]
    assert any("looked after by agreement" in row and "13 May 2024 – 19 Dec 2024" in row for row in rows)
    assert any(
        row.startswith("Mia Doyle | child arrangements order") and "since 4 Aug 2026" in row for row in rows
    )


def test_the_carer_of_now_stands_first() -> None:
    rows = [row for row in sections()["Who looks after the children"] if row.startswith("Jay")]
    assert [row.split(" | ")[1] for row in rows] == ["Sheila Carter", "Ann and Bob"]
    assert "May 2024 – Dec 2024" in rows[1]


def test_a_step_parent_is_not_listed_as_who_looks_after_a_child_and_no_day_is_a_question() -> None:
    """A mother's husband stood there before the foster carer, and where no day was told stood nothing."""
    links = scene().catalog
    step, foster = (links.by_role("descent", role).id for role in ("by_marriage_of_a_parent", "by_fostering"))
    edges = [child("jay", "steve", kind=step), child("jay", "ann", kind=foster, since=None)]
    view = view_of(scene(), "combined", TODAY, "case-file")
    case = case_of(*map(person, ("jay", "ann", "steve")), *edges)
    blocks = in_words(scene().pen, links, seen(case, view), view, ()).blocks
    tables = [block for block in blocks if isinstance(block, Table)]
    (carers,) = (table for table in tables if "Looked after by" in table.head)
    assert [row[:4] for row in carers.rows] == [("Jay", "Ann", "foster care", "?")]
    (couples,) = (table for table in tables if table.head[-1] == "Children")
    assert ("Steve", "Jay (step-parent)") in [(row[0], row[2]) for row in couples.rows]


def test_couples_say_their_states_and_children() -> None:
    couples = " ".join(sections()["Couples and their children"])
    assert "married, 1980; divorced, date not known" in couples
    assert "Pete Carter (adoption, 1987)" in couples


def test_a_child_of_one_known_parent_is_said_under_that_parent() -> None:
    half = "Jay Carter’s half-brother or -sister"
    assert f"Jay Carter’s father and ? | – | {half}" in sections()["Couples and their children"]
    assert line("People", half)


def test_one_adoptive_parent_and_two_parents_apart_have_nobody_missing() -> None:
    links = scene().catalog
    birth, adopted = (links.by_role("descent", role).id for role in ("by_birth", "by_adoption"))
    people = [person(key) for key in ("ann", "bea", "cal", "dot", "eva", "gil")]
    edges = [child("dot", "ann", kind=birth), child("dot", "bea", kind=birth)]
    edges += [child("eva", "ann", kind=adopted), child("gil", "cal", kind=birth)]
    view = view_of(scene(), "combined", TODAY, "case-file")
    blocks = in_words(scene().pen, links, seen(case_of(*people, *edges), view), view, ()).blocks
    (table,) = [block for block in blocks if isinstance(block, Table) and block.head[2] == "Children"]
    assert [(row[0], row[2]) for row in table.rows] == [
        ("Ann", "Dot; Eva (adoption)"),
        ("Bea", "Dot"),
        ("Cal and ?", "Gil"),
    ]


def test_the_familys_copy_says_a_single_parent_alike_whether_or_not_somebody_is_kept_back() -> None:
    """The row tells of no other parent; nor does it tell that one is in the case file alone."""
    birth = scene().catalog.by_role("descent", "by_birth").id
    ann, tot = person("ann"), person("tot", subject=True)
    bob = person("bob", basis=PRIVATE)
    alone = case_of(ann, tot, child("tot", "ann", kind=birth))
    kept = case_of(ann, tot, bob, *couple("u", "ann", "bob"), child("tot", "u", kind=birth))
    assert parents_told(alone) == parents_told(kept) == [("Ann and ?", "Tot")]
    assert drawn(alone) == drawn(kept)


def drawn(case: Case) -> list[tuple[str, str, object]]:
    """Give all that the family's copy draws."""
    sheet = prepare(scene(), case, view=view_of(scene(), "combined", TODAY, "family")).sheet
    return [(node.role, node.says, node.bounds) for node in sheet.family.nodes]


def parents_told(case: Case) -> list[tuple[str, str]]:
    """Give the rows of parents and children in the family's copy."""
    view = view_of(scene(), "combined", TODAY, "family")
    blocks = in_words(scene().pen, scene().catalog, seen(case, view), view, ()).blocks
    tables = [block for block in blocks if isinstance(block, Table) and "Children" in block.head]
    return [(row[0], row[table.head.index("Children")]) for table in tables for row in table.rows]


def test_a_relationship_says_who_says_so_and_where_it_stands() -> None:
    said = line("Relationships", "Darren Doyle is violent to Lisa Carter")
    assert "until Jun 2026" in said
    assert "Lisa Carter says, reported, recorded 11 Aug 2026" in said


def test_services_say_the_job_title_in_full_and_the_number() -> None:
    assert "Mr Huws, class teacher | 01632 960 021" in line("Services", "Moor Lane Primary")
    assert "On the waiting list" in line("Services", "Alcohol service")


def test_other_accounts_stand_beside_the_sheets() -> None:
    said = " ".join(sections()["Other accounts"])
    assert "the sheet says 9 Jan 2019. Another account: 10 Jan 2019 (Pat Doyle says, disputed" in said
    assert "Another account: hostile (Darren Doyle says, denied" in said


def test_questions_and_quotes_and_the_signature_are_there() -> None:
    assert sections()["Still to be asked"] == list(ASKED)
    assert any(
        "best stew" in quote and "Jay, 4 Nov 2026" in quote for quote in sections()["In their own words"]
    )
    assert "Hannah Lowe, social worker, Team 2 |  | " in sections()["Signed off"]


def test_what_is_signed_keeps_to_its_signature() -> None:
    sentence, signature = report().blocks[-2:]
    assert isinstance(sentence, Paragraph)
    assert sentence.with_next
    assert isinstance(signature, Table)


def test_the_family_copy_says_no_more_than_is_shared() -> None:
    found = sections(copy="family")
    assert "Still to be asked" not in found
    assert "Other accounts" not in found
    whole = " ".join(line for lines in found.values() for line in lines)
    for secret in (
        "says",
        "recorded",
        "violent",
        "afraid",
        "half-sibling",
        "alcohol",
        "chose not to say",
        "Police",
    ):
        assert secret not in whole, secret


def test_a_case_with_nothing_in_it_can_be_said() -> None:
    from genogram_app.family.case import Case
    from genogram_app.model.document import CaseDetails

    empty = Case(CaseDetails(id="d_1"))
    view = view_of(scene(), "combined", sample("practice").details.dated, "case-file")  # type: ignore[arg-type]
    said = in_words(scene().pen, scene().catalog, empty, view)
    assert [block.text for block in said.blocks if isinstance(block, Heading)] == [
        "Child: ?",
        "Out of hours, ring",
        "Signed off",
    ]


def kin(role: str = "") -> tuple[set[str], set[str]]:
    """Give what the sheet and page 2 say of a grandmother of whom only whose mother she is was told."""
    woman = scene().catalog.by_role("people", "woman").id
    birth = scene().catalog.by_role("descent", "by_birth").id
    case = case_of(
        person("jay", subject=True),
        person("lisa", gender=woman),
        person("sheila", gender=woman, role=role),
        child("jay", "lisa", kind=birth),
        child("lisa", "sheila", kind=birth),
    )
    case = case.with_(details=case.details.put(go_to=GoTo(id="g", who="sheila", basis=SHARED)))
    sheet = prepare(scene(), case, view=view_of(scene(), "genogram", TODAY, "case-file")).sheet
    tables = [
        block
        for block in in_words(scene().pen, scene().catalog, sheet.case, sheet.view).blocks
        if isinstance(block, Table)
    ]
    drawn = {text.content for text in sheet.drawing.texts()}
    return drawn, {cell for table in tables for row in table.rows for cell in row}


def test_kin_are_said_by_what_they_are_to_the_child_and_not_by_their_symbol() -> None:
    drawn, said = kin()
    assert {"mum", "gran (mum’s mum)"} <= said
    assert "woman or girl" not in said
    assert "Sheila, gran (mum’s mum)" in drawn


def test_what_the_family_calls_somebody_goes_before() -> None:
    drawn, said = kin(role="nanna")
    assert "nanna" in said
    assert "Sheila, nanna" in drawn
    assert "gran (mum’s mum)" not in said


def test_the_rows_of_a_family_are_worked_out_once_for_all_its_people(monkeypatch: pytest.MonkeyPatch) -> None:
    """Worked out for each of them, the page in words of 3,000 people takes minutes."""
    counted: list[int] = []

    def counting(family: FamilyGraph, *, doubts: frozenset[str]) -> Mapping[Id, int]:
        counted.append(1)
        return generations(family, doubts=doubts)

    monkeypatch.setattr(question, "generations", counting)
    case = sample("large_family")
    view = view_of(scene(), "genogram", TODAY, "case-file")
    in_words(scene().pen, scene().catalog, seen(case, view), view, ())
    assert len(counted) == 1


def test_a_birth_between_two_years_does_not_read_as_a_life_that_has_ended() -> None:
    family = case_of(person("nan", "Nan", born=When("[1957..1966]")), person("jay", "Jay", born=When("2015")))
    view = view_of(scene(), "genogram", TODAY, "case-file")
    said = in_words(scene().pen, scene().catalog, seen(family, view), view, ())
    rows = [row for block in said.blocks if isinstance(block, Table) for row in block.rows]
    born = {row[0]: row[2] for row in rows if row[0] in ("Nan", "Jay")}
    assert born["Nan"].startswith("b. 1957 to 1966")
    assert born["Jay"].startswith("2015")
