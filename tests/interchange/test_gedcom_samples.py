"""Files of real programs come back with their names, dates, links and notes, not counts alone.

Each comparison has its twin: the same file with one line taken out must differ.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from genogram_app.family import kinship
from genogram_app.family.case import from_document, to_document
from genogram_app.interchange.gedcom import Brought
from genogram_app.interchange.report import Outcome
from genogram_app.model.base import READING
from genogram_app.model.document import Document
from genogram_app.model.person import Life
from tests.interchange.given import (
    dates,
    links,
    people,
    person,
    read,
    sample,
    spells,
    told,
    union_of,
    without,
)

BRONTE_DATES = {
    "Patrick Brontë": ("1777-03-17", "1861-06-07"),
    "Maria Branwell": ("1783-04-15", "1821-09-15"),
    "Maria Brontë": ("1814-04-23", "1825-05-06"),
    "Elizabeth Brontë": ("1815-02-08", "1825-06-15"),
    "Charlotte Brontë": ("1816-04-21", "1855-03-31"),
    "Patrick Branwell Brontë": ("1817-06-26", "1848-09-24"),
    "Emily Jane Brontë": ("1818-07-30", "1848-12-19"),
    "Anne Brontë": ("1820-01-17", "1849-05-28"),
    "Arthur Bell Nicholls": ("unknown", "not asked"),
    "Eleanor McClory": ("unknown", "not asked"),
    "Hugh Brunty": ("1755", "1808~"),
    "Anne Carne": ("1744-04", "1809-12-19"),
    "Thomas Branwell": ("1746", "1808-04-05"),
    "Elizabeth Branwell": ("1776", "1842-10-29"),
}
PARSONAGE = "Patrick Brontë + Maria Branwell"
BRONTE_LINKS = {
    *((f"{name} Brontë", PARSONAGE, "BIRTH", "") for name in ("Maria", "Elizabeth", "Charlotte")),
    *((f"{name} Brontë", PARSONAGE, "BIRTH", "") for name in ("Patrick Branwell", "Emily Jane", "Anne")),
    ("Patrick Brontë", "Hugh Brunty + Eleanor McClory", "BIRTH", ""),
    ("Maria Branwell", "Thomas Branwell + Anne Carne", "BIRTH", ""),
    ("Elizabeth Branwell", "Thomas Branwell + Anne Carne", "BIRTH", ""),
}
POTTER_BORN = {
    "Albus Severus Potter": "2006",
    "Ginerva Molly Weasley": "1981-08-11",
    "Molly Prewett": "1950-10-30",
    "James Potter": "1960-03-27",
    "Percy Ignatius Weasley": "1976-08-22",
    "Ronald Bilius Weasley": "1980-03-01",
    "Harry James Potter": "1980-07-31",
    "Arthur Weasley": "1950-02-06",
    "Charles Weasley": "1972-12-12",
    "Lily Luna Potter": "2008",
    "George Weasley": "1978-04-01",
    "James Sirius Potter": "2005~",
    "William Arthur Weasley": "1970-11-29",
    "Lily Evans": "1960-01-30",
    "Fred Weasley": "1978-04-01",
    "Hermione Jean Granger": "1979-09-19",
}


def bronte(brought: Brought) -> object:
    return dates(brought.case), links(brought.case), people(brought.case)["Elizabeth Branwell"].known_as


def potter(brought: Brought) -> object:
    return {name: born for name, (born, _died) in dates(brought.case).items() if born != "unknown"}


def maximal(brought: Brought) -> object:
    joseph = person(brought, 'Lt. Cmndr. Joseph "John" de Allen jr.')
    adopted = {link[2:] for link in links(brought.case) if link[0] == joseph.name}
    return adopted, "Shared note 1" in joseph.notes, "as a foster child" in joseph.notes, joseph.confidential


def remarried(brought: Brought) -> object:
    return spells(union_of(brought, "John Q Public", "Jane Doe"))


BASIC = (
    {
        "France Smith": ("1952-01-02", "not asked"),
        "John Smith": ("1923-02-03", "1993-11-03"),
        "Mary Jones": ("1924-01-04", "1994-11-04"),
        "Wayne Newton": ("1965-07-05", "not asked"),
        "Penny Newton": ("2006-04-06", "not asked"),
    },
    {
        ("Penny Newton", "Wayne Newton + France Smith", "BIRTH", ""),
        ("France Smith", "John Smith + Mary Jones", "BIRTH", ""),
    },
    [("MARR", "1978-12-01", "")],
    [("MARR", "1945", "")],
    "Born: San Pascual, Paris, France\nIn a census: 1992, Home - England, Hempton, Norfork, England",
)


def basic(brought: Brought) -> object:
    young, old = (
        union_of(brought, "Wayne Newton", "France Smith"),
        union_of(brought, "John Smith", "Mary Jones"),
    )
    notes = person(brought, "France Smith").notes
    return dates(brought.case), links(brought.case), spells(young), spells(old), notes


#: William's own household, his parents' and his daughter's two marriages; three of them have namesakes.
SHAKESPEARES = {
    "William Shakespeare": ("[..1564-04-23]", "1616-04-23"),
    "Anne Hathaway": ("1556-04", "1623-08-06"),
    "Susanna Shakespeare": ("1583-05", "1649-07-11"),
    "Hamnet Shakespeare": ("1585-01", "1596-08"),
    "Judith Shakespeare": ("1585-01", "1662-02"),
    "John Shakespeare": ("1531~", "1601-09-07"),
    "Mary Arden": ("1537~", "1608-09"),
    "Robert Arden": ("unknown", "1556-12"),
    "Agnes Webbe": ("unknown", "not asked"),
}
STRATFORD = {
    *(
        (f"{name} Shakespeare", "William Shakespeare + Anne Hathaway")
        for name in ("Susanna", "Hamnet", "Judith")
    ),
    *((f"{name} Shakespeare", "John Shakespeare + Mary Arden") for name in ("William", "Gilbert", "Joan")),
    *((f"{name} Shakespeare", "John Shakespeare + Mary Arden") for name in ("Anne", "Richard", "Edmund")),
    ("Margaret Shakespeare", "John Shakespeare + Mary Arden"),
    ("Mary Arden", "Robert Arden + Agnes Webbe"),
}


def shakespeare(brought: Brought) -> object:
    found = dates(brought.case)
    parents = {
        link[:2] for link in links(brought.case) if "Mary Arden" in link or "Shakespeare + " in link[1]
    }
    upper = (
        "William Shakespeare + Anne Hathaway",
        "John Shakespeare + Mary Arden",
        "Robert Arden + Agnes Webbe",
    )
    twice = [
        spells(union_of(brought, name, "Elizabeth Shakespeare")) for name in ("Thomas Nash", "John Barnard")
    ]
    order = [
        someone.name
        for someone in kinship.children_of(brought.case.family, person(brought, "Anne Hathaway").id)
    ]
    return (
        {name: found[name] for name in SHAKESPEARES},
        {link for link in parents if link[1] in upper},
        spells(union_of(brought, "William Shakespeare", "Anne Hathaway")),
        twice,
        order,
    )


FILES: list[tuple[str, Callable[[Brought], object], object, list[str]]] = [
    (
        "dj/dj_bronte.ged",
        bronte,
        (BRONTE_DATES, BRONTE_LINKS, "Aunt"),
        ["1 NAME Anne /Brontë/", "2 DATE 17 JAN 1820", "1 HUSB @I0013@", "2 NICK Aunt"],
    ),
    (
        "gedcom4j/Harry_Potter.ged",
        potter,
        POTTER_BORN,
        ["1 NAME Molly /Prewett/", "2 DATE ABT 2005", "2 DATE 12 DEC 1972"],
    ),
    (
        "dj/dj_basic.ged",
        basic,
        BASIC,
        ["1 NAME Penny /Newton/", "2 DATE 1945", "2 DATE 6 Apr 2006", "2 DATE 1992", "2 DATE 3 Nov 1993"],
    ),
    (
        "dj/dj_shakespeare.ged",
        shakespeare,
        (
            SHAKESPEARES,
            STRATFORD,
            [("MARR", "1582-11", "")],
            [[("MARR", "1626", "")], [("MARR", "1649", "")]],
            ["Susanna Shakespeare", "Hamnet Shakespeare", "Judith Shakespeare"],
        ),
        [
            "2 DATE 07 SEP 1601",
            "1 NAME Hamnet /Shakespeare/",
            "2 DATE NOV 1582",
            "1 HUSB @I0019@",
            "2 DATE 1649",
        ],
    ),
    (
        "gedcom7/maximal70.ged",
        maximal,
        ({("ADOPTED", "")}, True, True, True),
        ["2 PEDI ADOPTED", "2 PEDI FOSTER", '1 NAME Lt. Cmndr. Joseph "John" /de Allen/ jr.'],
    ),
    (
        "gedcom7/remarriage1.ged",
        remarried,
        [
            ("MARR", "1911-04-01", "1912-05-02"),
            ("DIV", "1912-05-02", "1914-07-04"),
            ("MARR", "1914-07-04", ""),
        ],
        ["1 DIV", "2 DATE 2 MAY 1912", "2 DATE 4 JUL 1914"],
    ),
]


@pytest.mark.parametrize(("path", "facts", "expected", "_lines"), FILES)
def test_a_file_comes_back_whole(
    path: str, facts: Callable[[Brought], object], expected: object, _lines: list[str]
) -> None:
    assert facts(read(sample(path))) == expected


@pytest.mark.parametrize(
    ("path", "facts", "expected", "line"),
    [(path, facts, expected, line) for path, facts, expected, lines in FILES for line in lines],
)
def test_the_comparison_sees_one_line_missing(
    path: str, facts: Callable[[Brought], object], expected: object, line: str
) -> None:
    try:
        assert facts(read(without(sample(path), line))) != expected
    except KeyError:
        assert line.startswith("1 NAME"), "somebody's name is gone"


def test_one_couple_can_marry_twice_and_another_between() -> None:
    brought = read(sample("gedcom7/remarriage2.ged"))
    assert spells(union_of(brought, "John Q Public", "Mary Roe")) == [("MARR", "1913-06-03", "")]
    twice = [spells(union) for union in brought.case.family.unions if len(union.spells) == 2]
    assert twice == [[("MARR", "1911-04-01", "1912-05-02"), ("DIV", "1912-05-02", "")]]
    assert len(brought.case.family.unions) == 3


def test_two_men_are_a_couple_of_whom_no_marriage_is_told() -> None:
    brought = read(sample("gedcom7/same-sex-marriage.ged"))
    assert spells(union_of(brought, "John Doe", "Richard Roe")) == []
    assert {someone.gender for someone in brought.case.family.people} == {"people:M"}


def test_people_who_are_not_in_the_file_are_kept_in_words() -> None:
    brought = read(sample("gedcom7/voidptr.ged"))
    assert person(brought, "John Smith").notes.splitlines() == [
        "Another partner, who isn't in the file: "
        "This tests a case where we want to show that Jane Doe was the 2nd wife.",
        "Child of people who aren't in the file: by adoption",
    ]
    assert union_of(brought, "John Smith", "Jane Doe").notes == "A child who isn't in the file"
    assert told(brought, Outcome.MENDED) == []


def test_a_sign_doubled_for_gedcom_is_single_again() -> None:
    assert person(read(sample("gedcom7/escapes.ged")), "John Doe").notes.splitlines() == [
        "me@example.com is an example email address.",
        "@me and @I are example social media handles.",
        "@@@@ has four @ characters where only the first is escaped.",
    ]


def test_a_stepmother_is_not_drawn_as_a_mother_by_birth() -> None:
    theresa = {
        link for link in links(read(sample("gedcom4j/RelationshipTest.ged")).case) if "Theresa" in link[0]
    }
    assert theresa == {
        ("Theresa Andrews", "Robert Andrews + Sonia Smothers", "BIRTH", ""),
        ("Theresa Andrews", "Sylvia Jackson", "step", ""),
    }


def test_a_text_broken_over_lines_by_hand_is_one_text() -> None:
    brought = read(sample("gedcom4j/Sopranos.ged"))
    tony = person(brought, "Anthony John Soprano Sr.")
    assert tony.known_as == "Tony"
    assert tony.notes.splitlines()[2] == (
        "This is another line of continuation text that should have been tagged."
    )
    assert "At line 26 and line 27." in told(brought, Outcome.MENDED)[0]


def test_the_potters_and_their_dead() -> None:
    brought = read(sample("gedcom4j/Harry_Potter.ged"))
    dead = {name for name, someone in people(brought.case).items() if someone.life is Life.DIED}
    assert dead == {"James Potter", "Lily Evans", "Fred Weasley"}
    assert person(brought, "Lily Evans").notes == "\n".join(
        ["Born: Godric's Hollow, England", "Died: Avada Kedavra, Godric's Hollow"]
    )
    assert spells(union_of(brought, "James Potter", "Lily Evans")) == [("MARR", "[1978..1979]", "")]
    assert person(brought, "Vernon Dursley").gender == "people:U"
    assert any("(WAND)" in line or "WAND" in line for line in told(brought, Outcome.LEFT_OUT))


def test_a_marriage_that_the_file_calls_unmarried_is_none() -> None:
    brought = read(sample("dj/dj_shakespeare.ged"))
    union = union_of(brought, "Thomas Quiney", "Margaret Wheeler")
    assert spells(union) == []
    assert union.notes == "Marriage: Unmarried"


def test_a_family_of_many_marriages_keeps_each_childs_own_parents() -> None:
    brought = read(sample("gedcom4j/RelationshipTestExtended.ged"))
    parents = {link[0]: link[1] for link in links(brought.case) if link[2] == "BIRTH"}
    assert (len(brought.case.family.people), len(brought.case.family.unions)) == (70, 31)
    assert parents["Nancy Andrews"] == "Robert Andrews + Sylvia Jackson"
    assert parents["Harold Andrews"] == parents["Theresa Andrews"] == "Robert Andrews + Sonia Smothers"
    assert parents["Pat Knight"] == "Jerome Knight"
    assert parents["Hannah Smith"] == "Patty Klinghoffer"


def test_an_empty_family_is_told() -> None:
    brought = read(sample("gedcom7/minimal70.ged"))
    assert brought.case.family.people == ()
    assert told(brought, Outcome.MENDED) == []
    assert told(brought, Outcome.ASSUMED) == ["There is nobody in this file. Is it the right one?"]
    assert brought.report.form == "GEDCOM 7.0"


@pytest.mark.parametrize("path", [path for path, *_rest in FILES])
def test_what_came_over_can_be_saved_and_opened(path: str) -> None:
    case = read(sample(path)).case
    text = to_document(case).model_dump_json(exclude_defaults=True)
    again = from_document(Document.model_validate_json(text, context=dict(READING)))
    assert again.family == case.family
