"""A family with every answer has nothing to ask; each thing taken away asks its own question."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from genogram_app.catalog.load import load
from genogram_app.family.case import Case
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.agency import Agency
from genogram_app.model.base import Basis, Blank, Record, Standing, Teller
from genogram_app.model.dates import When
from genogram_app.model.document import CaseDetails, GoTo
from genogram_app.model.household import Household
from genogram_app.model.person import Life, Person, Spell
from genogram_app.model.ties import Bond, ChildOf, Direction, LivesIn, PartnerIn, Tie, Union
from genogram_app.practice.questions import CHECKS, Question, questions
from genogram_app.words import words_in

TODAY = date(2026, 3, 2)
ROWS = {
    "jay": ("Jay", "2014-05-02"),
    "lisa": ("Lisa", "1987"),
    "darren": ("Darren", "1985~"),
    "sheila": ("Sheila", "1958"),
    "ron": ("Ron", "1955"),
    "mo": ("Mo", "[1950..1960]"),
    "val": ("Val", "196X"),
}
COUPLES = {"u1": ("lisa", "darren"), "u2": ("sheila", "ron"), "u3": ("mo", "val")}
CHILDREN = {"jay": "u1", "lisa": "u2", "darren": "u3"}


def somebody(key: str, name: str, born: str) -> Person:
    gender = "female" if key in ("lisa", "sheila", "val") else "male"
    return Person(id=key, name=name, born=When(born), gender=gender, telephone=Blank.NONE)


def records() -> list[Record]:
    people = [somebody(key, *row) for key, row in ROWS.items()]
    jay = people[0].put(
        subject=True, siblings=Blank.NONE, legal=(Spell(kind="no_legal_status", since=When("2014")),)
    )
    found: list[Record] = [jay, *people[1:], Household(id="home", name="Lisa’s flat")]
    found += [LivesIn(id=f"in_{key}", person=key, household="home") for key in ROWS]
    for union, pair in COUPLES.items():
        found += [Union(id=union), *(PartnerIn(id=f"{union}_{key}", person=key, union=union) for key in pair)]
    found += [
        ChildOf(id=f"of_{key}", child=key, parent=union, kind="birth") for key, union in CHILDREN.items()
    ]
    found += [
        Agency(id="team", kind="social_care", name="Children’s services", contact="A. Worker",
               job_title="Social worker", team="East", telephone="01223 555 011"),
        Agency(id="school", kind="school", name="Hill Road", contact="Mrs Ade", telephone="01223 555 012"),
        Tie(id="tie", a="school", b="jay"),
        Bond(id="bond", a="lisa", b="darren", quality="controls", direction=Direction.BACK,
             basis=Basis(teller=Teller.ADULT, told_by="Sheila", standing=Standing.REPORTED)),
    ]  # fmt: skip
    return found


def answered() -> Case:
    """Give a family of which everything is known."""
    details = CaseDetails(
        id="d",
        reference="CF-1042",
        dated=TODAY,
        review_due=date(2026, 6, 1),
        worker="team",
        go_to=GoTo(id="go", who="sheila", telephone="01223 555 010"),
    )
    return Case(details, FamilyGraph.of(records()))


def asked(case: Case) -> tuple[Question, ...]:
    return questions(case, TODAY, load(), words_in())


def test_where_everything_is_known_nothing_is_asked() -> None:
    assert asked(answered()) == ()


Change = Callable[[Case], Case]


def with_(key: str, **changes: object) -> Change:
    return lambda case: case.changed(put=[case.family.record(key).put(**changes)])


def detail(**changes: object) -> Change:
    return lambda case: case.with_(details=case.details.put(**changes))


def without(*keys: str) -> Change:
    return lambda case: case.changed(drop=keys)


def adding(*more: Record) -> Change:
    return lambda case: case.changed(put=more)


def all_of(*changes: Change) -> Change:
    def change(case: Case) -> Case:
        for step in changes:
            case = step(case)
        return case

    return change


GO_TO = GoTo(id="go", who="sheila", telephone=Blank.UNKNOWN)
BABY = Person(id="baby", life=Life.UNBORN, born=When("2026-02-20"))
OF_BABY = ChildOf(id="of_baby", child="baby", parent="u1", kind="birth")
NOT_DUE = BABY.put(born=Blank.NOT_ASKED)
NOTHING_ASKED = {"born": Blank.NOT_ASKED, "gender": ""}
LIVED = {"since": When("2025"), "until": When("2024")}
IN_WORDS = load().by_role("bonds", "in_words").id

YUSRA = somebody("yusra", "Yusra", "2010")
OF_LISA = ChildOf(id="of_yusra", child="yusra", parent="lisa", kind="birth")

WED = with_("u1", spells=(Spell(kind=load().by_role("unions", "marriage").id, since=When("2015")),))
CARE = next(card.id for card in load().descent.values() if card.placement and card.brings_up)
FOSTERED = adding(ChildOf(id="care", child="jay", parent="u3", kind=CARE, since=When("2024")))

ASKS: list[tuple[str, Change, str]] = [
    ("go_to_cannot_answer", with_("sheila", life=Life.DIED, died=When("2020")), "and has died. Who is"),
    ("go_to_cannot_answer", with_("sheila", life=Life.UNBORN), "isn’t born yet. Who is it?"),
    ("go_to_cannot_answer", with_("sheila", born=When("2012-05-01")), "and is a child. Who is it?"),
    ("no_go_to_person", detail(go_to=None), "emergency out of hours"),
    ("no_go_to_telephone", detail(go_to=GO_TO), "On which number can Sheila be rung"),
    ("no_worker", detail(worker=None), "Who is the social worker"),
    ("no_worker", with_("team", job_title=""), "job title in full"),
    ("not_dated", detail(dated=None), "On which day"),
    ("no_review", detail(review_due=None), "When will this be looked at again?"),
    ("review_overdue", detail(review_due=date(2026, 3, 1)), "due on 1 March 2026"),
    ("review_too_late", detail(review_due=date(2026, 12, 1)), "more than three months on"),
    ("no_reference", detail(reference=Blank.NOT_ASKED), "case reference"),
    ("no_subject_child", with_("jay", subject=False), "Which child"),
    ("no_direction", with_("bond", direction=Direction.UNSET), "“controls” between Lisa and Darren: which"),
    ("harm_without_source", with_("bond", basis=Basis(standing=Standing.DENIED)), "who says so?"),
    ("harm_without_standing", with_("bond", basis=Basis(teller=Teller.CHILD)), "is it reported"),
    ("line_without_words", with_("bond", quality=IN_WORDS), "like between Lisa and Darren, in words?"),
    ("parent_missing", without("of_jay"), "Who are Jay’s parents?"),
    ("parent_missing", without("u1_darren"), "Who is Jay’s other parent?"),
    ("grandparents_missing", without("of_darren"), "Who are Darren’s parents?"),
    ("child_without_home", without("in_jay"), "Where does Jay live"),
    ("child_without_home", with_("in_jay", until=When("2025")), "Where does Jay live"),
    ("no_legal_status", with_("jay", legal=()), "Jay’s legal status"),
    (
        "no_legal_status",
        with_("jay", legal=(Spell(kind="care_order", until=When("2020")),)),
        "Jay’s legal status",
    ),
    ("siblings_parent_missing", adding(YUSRA, OF_LISA), "Who is Yusra’s other parent?"),
    ("siblings_not_asked", with_("jay", siblings=Blank.NOT_ASKED), "brothers or sisters"),
    ("name_unknown", with_("darren", name=Blank.UNKNOWN), "Who is Jay’s father?"),
    ("name_unknown", with_("darren", name="?", gender=""), "Who is Jay’s parent?"),
    ("name_unknown", with_("darren", name=Blank.NOT_ASKED, known_as="Daz"), "What is Daz’s full name?"),
    ("not_asked_about_person", with_("lisa", **NOTHING_ASKED), "Lisa: date of birth or age and gender"),
    ("not_asked_about_person", adding(NOT_DUE, OF_BABY), "Lisa’s baby: when the baby is due"),
    ("not_asked_about_person", with_("ron", life=Life.DIED), "Ron: when they died"),
    ("not_asked_about_service", with_("school", contact=Blank.NOT_ASKED), "Hill Road: whom to speak to"),
    ("home_unknown", without("in_ron", "in_mo"), "No home is drawn for Mo and Ron."),
    ("home_empty", without(*(f"in_{key}" for key in ROWS)), "Who lives in Lisa’s flat?"),
    ("service_without_tie", without("tie"), "Whom does Hill Road work with?"),
    ("parent_too_young_or_old", with_("lisa", born=When("2016")), "born before Lisa, a birth parent"),
    ("parent_too_young_or_old", with_("lisa", born=When("2007")), "Lisa would have been 7 when Jay was born"),
    ("parent_too_young_or_old", with_("jay", born=When("2090")), "Lisa would have been 10"),
    ("born_after_parent_died", with_("darren", life=Life.DIED, died=When("2010")), "after Darren had died"),
    ("died_before_born", with_("ron", life=Life.DIED, died=When("1940")), "Ron stands as having died before"),
    ("death_date_of_the_living", with_("ron", died=When("2019")), "Ron has a date of death"),
    ("very_old", with_("mo", born=When("1900")), "Is Mo still alive?"),
    ("born_in_the_future", with_("jay", born=When("2027")), "Jay stands as born in the future"),
    ("due_date_past", adding(BABY, OF_BABY), "Has Lisa’s baby been born?"),
    ("partner_or_carer_too_young", all_of(WED, with_("darren", born=When("2012"))), "Darren is a partner"),
    ("partner_or_carer_too_young", all_of(WED, with_("lisa", born=When("2020"))), "Lisa stands as born"),
    ("partner_or_carer_too_young", all_of(FOSTERED, with_("val", born=When("2011"))), "Val is a partner or"),
    ("partner_or_carer_too_young", all_of(FOSTERED, with_("mo", born=When("2025"))), "Mo stands as born"),
    ("ended_before_it_began", with_("in_jay", **LIVED), "Jay’s time in Lisa’s flat"),
    (
        "ended_before_it_began",
        with_("u1", spells=(Spell(kind="married", since=When("2015"), until=When("2014")),)),
        "Darren and Lisa as a couple",
    ),
    (
        "two_sets_of_birth_parents",
        adding(ChildOf(id="again", child="jay", parent="u2", kind="birth")),
        "Jay has 4 birth parents",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "change", "says"), ASKS)
def test_what_is_not_known_is_asked(kind: str, change: Change, says: str) -> None:
    found = [question for question in asked(change(answered())) if question.kind == kind]
    assert any(says in question.says for question in found), found


def test_every_check_is_tried_here() -> None:
    assert {kind for kind, _, _ in ASKS} == {check.kind for check in CHECKS}


def test_every_check_has_its_source_and_its_own_name() -> None:
    assert all(check.source.startswith("R") and check.source[1:].isdigit() for check in CHECKS)
    assert len({check.kind for check in CHECKS}) == len(CHECKS)


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("name_unknown", with_("darren", name=Blank.DECLINED)),
        ("no_go_to_telephone", all_of(detail(go_to=GO_TO), with_("sheila", life=Life.DIED))),
        ("parent_missing", all_of(without("u1_darren"), with_("jay", parents=Blank.NONE))),
        ("grandparents_missing", all_of(without("of_darren"), with_("darren", parents=Blank.DECLINED))),
        ("parent_too_young_or_old", with_("lisa", born=When("[1980..2010]"))),
        ("born_after_parent_died", with_("darren", life=Life.DIED, died=When("2013-12-01"))),
        ("born_in_the_future", with_("jay", born=When("[2020..]"))),
        ("partner_or_carer_too_young", all_of(WED, FOSTERED)),
        ("partner_or_carer_too_young", all_of(WED, with_("darren", born=When("[1990..2015]")))),
        ("no_direction", with_("bond", quality="close", direction=Direction.UNSET)),
        ("harm_without_source", with_("bond", quality="close", basis=Basis())),
        ("review_overdue", detail(review_due=TODAY)),
        ("no_legal_status", with_("jay", life=Life.DIED, died=When("2020"), legal=())),
    ],
)
def test_what_was_answered_or_may_be_true_is_not_asked(kind: str, change: Change) -> None:
    assert kind not in {question.kind for question in asked(change(answered()))}


def test_a_question_knows_whom_it_is_about() -> None:
    (question,) = asked(with_("darren", name=Blank.UNKNOWN)(answered()))
    assert (question.about, question.source) == ("darren", "R14")


def test_nobody_with_a_name_at_all_can_still_be_asked_about() -> None:
    case = answered()
    nameless = case.changed(put=[person.put(name=Blank.NOT_ASKED) for person in case.family.people])
    who = [question.says for question in asked(nameless) if question.kind == "name_unknown"]
    assert len(who) == len(ROWS)


def test_grandparents_without_names_are_told_by_the_child() -> None:
    case = answered()
    nameless = case.changed(
        put=[person.put(name=Blank.NOT_ASKED) for person in case.family.people if person.id != "jay"]
    )
    who = {question.about: question.says for question in asked(nameless) if question.kind == "name_unknown"}
    assert who["sheila"] == "Who is Jay’s mother’s mother?"
    assert who["mo"] == "Who is Jay’s father’s father?"


def test_two_who_are_called_alike_are_told_apart() -> None:
    twins: list[Record] = [Person(id=key, gender="male") for key in ("t1", "t2")]
    links = [ChildOf(id=f"of_{who.id}", child=who.id, parent="u1", kind="birth") for who in twins]
    says = [
        question.says
        for question in asked(answered().changed(put=[*twins, *links]))
        if question.kind == "name_unknown"
    ]
    assert says == ["Who is Lisa’s son, 1 of 2?", "Who is Lisa’s son, 2 of 2?"]
