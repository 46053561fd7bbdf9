"""A line of words becomes people: what is understood, what is left, and that nothing is guessed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from genogram_app.catalog.load import load
from genogram_app.edit.history import History
from genogram_app.edit.result import Stamp
from genogram_app.edit.spoken.lexicon import lexicon
from genogram_app.edit.spoken.line import LineTold, tell
from genogram_app.edit.spoken.telling import Teller
from genogram_app.edit.start import new_case
from genogram_app.family.case import Case
from genogram_app.family.seen import Reader, View, seen
from genogram_app.model.agency import Agency
from genogram_app.model.base import Blank, Share
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.ties import Bond
from genogram_app.store.codec import encode
from genogram_app.studio.kinds import kinds_of
from genogram_app.studio.telling import lexicon_of
from genogram_app.words import words_in
from tests.builders import TODAY, counting
from tests.edit.family_words import told_family
from tests.edit.spoken_phrases import PHRASES

CATALOG = load()
KINDS = kinds_of(CATALOG)
LEXICON = lexicon_of(CATALOG, words_in())
#: How one speaks: pieces that go together in lines of all kinds, sense or none.
PIECES = [
    *sorted(lexicon().kin),
    *sorted(lexicon().bonds),
    *sorted(LEXICON.services),
    *("Jay", "Lisa", "Darren", "Mia", "Mia's", "Lisa's", "mum's", "dad’s", "side", ":", ",", ";", ".", "and"),
    *("?", "11", "38", "(2019)", "since May 2024", "died 2019", "d.", "due Feb 2027", "about", "lives with"),
    *("school", "Moor Lane", "with", "new", "late", "big", "ex", "her", "who", "hits", "not", "(", ")", "'s"),
    *("maternal", "34?", "in her 40s", "\n", "this child", "? ask", "none"),
]


def teller(share: Share = Share.SHARED) -> Teller:
    """Give who tells: with the family unless told otherwise."""
    stamp = Stamp(today=TODAY, share=share, new_id=counting(1000), harmless=CATALOG.harmless)
    reader = Reader.FAMILY if share is Share.SHARED else Reader.CASE_FILE
    return Teller(stamp, KINDS, View(as_at=TODAY, reader=reader, harmless=CATALOG.harmless), words_in())


def begun(*, named: bool = True) -> tuple[Case, Id]:
    """Give the case as it begins, with Jay's parents named or not, and Jay's id."""
    stamp = replace(teller().stamp, new_id=counting())
    edit = new_case(stamp, KINDS, "Jay" if named else "?")
    jay = edit.select[0]
    case = edit.case
    return (told("mum Lisa, dad Darren", case, jay).edit.case if named else case), jay


def told(text: str, case: Case, about: Id | None) -> LineTold:
    return tell(case, teller(), LEXICON, text, about)


def described(case: Case) -> list[str]:
    return told_family(case, KINDS.mother, KINDS.father)


BEGUN, JAY = begun()
UNNAMED, CHILD = begun(named=False)


@pytest.mark.parametrize(("line", "new", "left"), [(line, *row) for line, row in PHRASES.items()])
def test_what_a_family_says(line: str, new: list[str], left: list[str]) -> None:
    before = described(BEGUN)
    found = told(line, BEGUN, JAY)
    assert [each for each in described(found.edit.case) if each not in before] == new
    assert [each.text for each in found.left] == left
    if not new:
        assert found.edit.case is BEGUN


def test_a_side_that_a_line_begins_with_is_that_of_all_who_follow() -> None:
    found = told("mum's side, gran Sheila, grandad Ron", BEGUN, JAY)
    assert found.said == ("Lisa’s mum Sheila", "Lisa’s dad Ron")
    assert not found.left


def test_the_table_is_long() -> None:
    assert len(PHRASES) >= 60


@pytest.mark.parametrize("line", PHRASES)
@pytest.mark.parametrize(("case", "about"), [(BEGUN, JAY), (UNNAMED, CHILD)], ids=["named", "not named"])
def test_what_is_said_back_means_the_same(line: str, case: Case, about: Id) -> None:
    check_said_back(told(line, case, about), case, about)


def check_said_back(found: LineTold, case: Case, about: Id | None) -> None:
    again = told("; ".join(found.said), case, about)
    assert not again.left, (found.said, again.left)
    assert described(again.edit.case) == described(found.edit.case), found.said


LINES = st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(line=st.one_of(LINES, st.text(max_size=60)))
@example("mum's baby, due Feb")
@example("' ' 's ) ( ?")
def test_whatever_is_typed_is_answered_and_undone_whole(line: str) -> None:
    data = encode(BEGUN)
    found = told(line, BEGUN, JAY)
    assert encode(BEGUN) == data
    history = History.of(BEGUN).do(found.edit)
    assert history.undo().case is BEGUN
    for left in found.left:
        assert words_in().sentence(left.why)
        assert line[left.start : left.end] == left.text


@settings(max_examples=150, deadline=None)
@given(line=LINES)
def test_whatever_is_said_back_means_the_same(line: str) -> None:
    check_said_back(told(line, BEGUN, JAY), BEGUN, JAY)


def test_a_whole_family_from_nothing() -> None:
    line = "Jay 11, mum Lisa 38, dad ?, gran Sheila 68 mum's mum, lives with gran"
    found = told(line, UNNAMED, CHILD)
    assert not found.left
    assert list(found.said) == [
        "Jay born about 2015",
        "mum Lisa born about 1988",
        "dad ?",
        "Lisa’s mum Sheila born about 1958",
        "Jay lives with Sheila",
    ]
    assert len(found.edit.case.family.people) == len(UNNAMED.family.people)


def test_whose_side_is_asked_and_the_answer_is_enough() -> None:
    found = told("gran Sheila 68, lives with gran", BEGUN, JAY)
    assert found.edit.case is BEGUN
    assert found.left[0].options == ("mum’s mum", "dad’s mum")
    answered = f"{found.left[0].with_option('dad’s mum')}, {found.left[1].text}"
    then = told(answered, BEGUN, JAY)
    assert not then.left
    assert "home of Jay, Sheila" in described(then.edit.case)


def test_whose_side_is_asked_once() -> None:
    found = told("gran Sheila 68, lives with gran", BEGUN, JAY)
    assert [each.options for each in found.left] == [("mum’s mum", "dad’s mum"), ()]
    first = found.left[0]
    again = told(f"{first.with_option('mum’s mum')}, lives with gran", BEGUN, JAY)
    assert not again.left
    assert again.said[-1] == "Jay lives with Sheila"


def test_the_only_gran_with_a_name_is_meant() -> None:
    sheila = told("mum's mum Sheila 68, sister Mia 7", BEGUN, JAY).edit.case
    assert told("lives with gran", sheila, JAY).said == ("Jay lives with Sheila",)
    assert told("close to gran", sheila, JAY).said == ("Jay is close to Sheila",)
    both = told("dad's mum Pat", sheila, JAY).edit.case
    assert told("lives with gran", both, JAY).left[0].options == ("mum’s mum", "dad’s mum")
    (of_two,) = told("sister Mia, brother Tom 4, lives with gran", sheila, JAY).left
    assert of_two.options == ("Tom", "Jay")
    (answered,) = told(f"sister Mia, {of_two.with_option('Jay')}", sheila, JAY).said[1:]
    assert answered == "Jay lives with Sheila"


def test_a_gran_of_whom_something_is_told_may_be_the_other_one() -> None:
    sheila = told("mum's mum Sheila", BEGUN, JAY).edit.case
    assert told("gran 68", sheila, JAY).left[0].options == ("mum’s mum", "dad’s mum")


def test_harm_is_never_drawn_from_words() -> None:
    for verb in sorted(lexicon().listed("harm")):
        found = told(f"dad Darren {verb} mum, sister Mia 7", BEGUN, JAY)
        assert [each.text for each in found.left] == [f"dad Darren {verb} mum"]
        assert not found.edit.case.family.edges(Bond)


def test_the_family_is_not_told_how_harm_is_drawn_nor_that_anybody_tells_of_it() -> None:
    text = "dad Darren hits mum"
    (before_family,) = told(text, BEGUN, JAY).left
    assert words_in().sentence(before_family.why) == "That can’t be written here."
    (before_worker,) = tell(BEGUN, teller(Share.CASE_FILE), LEXICON, text, JAY).left
    assert "who says so" in words_in().sentence(before_worker.why)


def test_what_the_sheet_knows_is_not_overwritten() -> None:
    known = told("mum 12 Mar 1988", BEGUN, JAY).edit.case
    assert told("mum 38", known, JAY).edit.case is known
    other = told("mum 25", known, JAY)
    assert other.edit.case is known
    assert "12 Mar 1988" in words_in().sentence(other.left[0].why)


def test_somebody_named_again_is_the_same_person() -> None:
    once = told("sister Mia 7, mum's mum Sheila", BEGUN, JAY).edit.case
    assert told("sister Mia 7, mum's mum Sheila, Mia, Sheila", once, JAY).edit.case is once


def test_whom_the_family_may_not_see_is_not_recognised() -> None:
    pete = tell(BEGUN, teller(Share.CASE_FILE), lexicon(), "mum's brother Pete 40", JAY).edit.case
    found = told("Pete 40", pete, JAY)
    assert found.left
    assert found.edit.case is pete
    view = View(as_at=TODAY, harmless=CATALOG.harmless)
    both = told("mum's brother Pete 41", pete, JAY).edit.case
    shown = [person.born for person in seen(both, view).family.people if person.name == "Pete"]
    assert len(shown) == 1


def test_everything_told_is_stamped() -> None:
    who = teller(Share.CASE_FILE)
    after = tell(BEGUN, who, lexicon(), "sister Mia 7, Jay lives with mum, school Hill", JAY).edit.case
    known = {record.id for record in BEGUN.family.records()}
    fresh = [record for record in after.family.records() if record.id not in known]
    assert len(fresh) > 5
    assert {record.basis.share for record in fresh} == {Share.CASE_FILE}


def test_with_nobody_chosen_the_line_says_whom_it_is_about() -> None:
    found = told("mum Lisa", BEGUN, None)
    assert found.edit.case is BEGUN
    about = told("Lisa 38, mum Sheila", BEGUN, None)
    assert not about.left
    assert BEGUN.family.get(Person, about.about or "").name == "Lisa"


def test_every_card_that_a_word_draws_is_there() -> None:
    words = lexicon()
    steps = {step for kin in words.kin.values() for way in (*kin.ways, *kin.alone) for step in way}
    lines = {card.id for card in (*CATALOG.unions.values(), *CATALOG.descent.values())}
    assert {step.card for step in steps if step.card} <= lines
    assert {verb.card for verb in words.bonds.values()} <= CATALOG.harmless
    assert {service.card for service in words.services.values()} <= set(CATALOG.agencies)
    jobs = {job for card in CATALOG.agencies.values() for job in card.jobs}
    assert {service.job for service in words.services.values() if service.job} <= jobs
    assert {step.of for step in steps} == {"parent", "sibling", "child", "partner", "carer"}


def test_every_service_and_job_of_the_cards_is_understood() -> None:
    for card in CATALOG.agencies.values():
        for job in card.jobs:
            found = told(f"{job.split(',')[0]} Ann Bell", BEGUN, JAY)
            agency = found.edit.case.family.agencies[0]
            assert (agency.contact, agency.name) == ("Ann Bell", Blank.NOT_ASKED), job
            assert agency.job_title.split(",")[0] == job.split(",")[0].lower()


def test_the_childs_first_social_worker_is_the_sheets() -> None:
    found = told("social worker Ruth Lane 01223 455 455, mum's social worker Tom Bell", BEGUN, JAY)
    case = found.edit.case
    worker = case.family.get(Agency, case.details.worker or "")
    assert (worker.contact, worker.telephone) == ("Ruth Lane", "01223 455 455")
    assert found.said[0].endswith("(the sheet’s worker)")
    assert told("mum's social worker Tom Bell", BEGUN, JAY).edit.case.details.worker is None
    another = told("social worker Ed Cox", case, JAY)
    assert another.edit.case.details.worker == worker.id
    assert another.said == ("social worker Ed Cox",)


@pytest.mark.parametrize(
    ("before", "line", "options"),
    [
        ("", "mum's ex-husband Pete", ("mum’s divorced husband", "mum’s separated husband")),
        ("", "this child lives with mum, also lives with dad", ("in the same home", "in another home")),
        ("", "this child lives with mum, lives with mum's mum", ("in the same home", "in another home")),
        ("mum's partner Yusuf", "dad's brother Yusuf", ("the same", "another")),
        ("mum's brother Yusuf", "dad's brother Yusuf", ("another",)),
        ("mum's brother Yusuf", "mum's brother Yusuf", ()),
    ],
)
def test_what_can_be_two_things_is_asked_and_either_answer_is_enough(
    before: str, line: str, options: tuple[str, ...]
) -> None:
    case = told(before, BEGUN, JAY).edit.case
    later = replace(teller(), stamp=replace(teller().stamp, new_id=counting(3000)))
    found = tell(case, later, LEXICON, line, JAY)
    assert [each.options for each in found.left] == ([options] if options else [])
    ways = set()
    for left in found.left:
        for option in left.options:
            answered = tell(case, later, LEXICON, line.replace(left.text, left.with_option(option)), JAY)
            assert not answered.left
            ways.add("\n".join(described(answered.edit.case)))
    assert len(ways) == len(options)


def test_a_second_person_of_one_name_is_drawn_only_when_said() -> None:
    case = told("mum's brother Yusuf 30", BEGUN, JAY).edit.case
    for line in ("mum's brother Yusuf", "Lisa's brother Yusuf 30", "uncle Yusuf mum's side", "mamu Yusuf"):
        assert told(line, case, JAY).edit.case is case, line


def test_a_child_who_isnt_born_yet_may_be_whom_it_is_about() -> None:
    (asked,) = told("baby due Feb 2027", UNNAMED, CHILD).left
    assert asked.options == ("sibling", "mum’s child", "dad’s child", "this child")
    answered = told(asked.with_option("this child"), UNNAMED, CHILD)
    assert not answered.left
    assert answered.edit.case.family.get(Person, CHILD).unborn
    assert "this child" not in told("baby due Feb 2027", BEGUN, JAY).left[0].options


def test_what_is_left_of_somebody_keeps_their_name_once_the_rest_is_done() -> None:
    found = told("dad 40 in prison, mum 38, mum lives in Leeds", BEGUN, JAY)
    assert found.rest == "Darren in prison, mum lives in Leeds"
    again = told(found.rest, found.edit.case, JAY)
    assert again.edit.case is found.edit.case
    assert again.rest == found.rest
