"""The one filter: what comes through to a family copy, and what never does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from genogram_app.catalog.load import load
from genogram_app.family.case import Case, to_document
from genogram_app.family.graph import FamilyGraph
from genogram_app.family.seen import UNTOLD_LINK, Reader, View, drawable, seen, states_shown
from genogram_app.model.agency import Agency, Involvement
from genogram_app.model.base import Account, Basis, Blank, Quote, Record, Share, Standing, Teller
from genogram_app.model.dates import When
from genogram_app.model.document import CaseDetails, GoTo, Placement
from genogram_app.model.household import Household
from genogram_app.model.person import Life, Part, Person, Phase, Spell, Theme
from genogram_app.model.placements import Placements
from genogram_app.model.ties import Bond, ChildOf, LivesIn, PartnerIn, Tie, Twin, Union

TODAY = date(2026, 11, 22)
SHARED = Basis(recorded=TODAY, told_by="told-by-secret", share=Share.SHARED)
FILE = Basis(recorded=TODAY, told_by="told-by-secret")
FAMILY = View(as_at=TODAY, harmless=frozenset({"close", "by_birth", "k"}))
CASE_FILE = View(as_at=TODAY, reader=Reader.CASE_FILE)


def case_of(*records: Record, details: CaseDetails | None = None) -> Case:
    return Case(details or CaseDetails(id="d_1", basis=SHARED), FamilyGraph.of(records))


def text_of(case: Case) -> str:
    return to_document(case).model_dump_json()


def test_the_case_file_sees_the_very_same_case() -> None:
    case = case_of(Person(id="p_1", name="Jay", basis=FILE))
    assert seen(case, CASE_FILE) is case


def test_what_stays_off_is_looked_for_once_while_the_family_is_the_same() -> None:
    """A step asks three times, with other places: each gives the very same family, and nothing is missed."""
    foster = replace(CASE_FILE, fostering=Placements(links=frozenset({"fostered"})))
    carer = Person(id="p_1", name="Ann Fielding", basis=FILE)
    child = Person(id="p_2", name="Jay", subject=True, notes="At the Fieldings’.", basis=FILE)
    case = case_of(carer, child, ChildOf(id="c_1", child="p_2", parent="p_1", kind="fostered"))
    drawn = drawable(case, foster)
    assert "Fielding" in text_of(case)
    assert "Fielding" not in text_of(drawn)
    moved = drawable(case.place("genogram", {"p_1": Placement(x=1, y=2)}), foster)
    assert moved.family is drawn.family
    renamed = case.changed(put=[carer.put(name="Ann Marsh")])
    assert "Marsh" not in text_of(drawable(renamed, foster))
    assert "Fielding" in text_of(drawable(case, CASE_FILE))


def test_only_what_was_shared_comes_through() -> None:
    shared, hidden = Person(id="p_1", name="Jay", basis=SHARED), Person(id="p_2", name="Kit", basis=FILE)
    assert [p.id for p in seen(case_of(shared, hidden), FAMILY).family.people] == ["p_1"]


def test_a_field_that_is_not_shared_leaves_no_word_behind() -> None:
    person = Person(id="p_1", name="Jay", basis=SHARED).tell(
        FILE, notes="note-secret", role="role-secret", born=When("1987-04-05"), telephone="01632 960999"
    )
    found = seen(case_of(person), FAMILY)
    text = text_of(found)
    assert "secret" not in text
    assert "1987" not in text
    assert "960999" not in text
    assert found.family.people[0].born is Blank.UNKNOWN


def test_a_withheld_death_does_not_say_alive() -> None:
    person = Person(id="p_1", name="Ron", basis=SHARED).tell(FILE, life=Life.DIED, died=When("2019"))
    assert seen(case_of(person), FAMILY).family.people[0].life is Life.UNKNOWN


def test_who_told_us_other_accounts_and_unknown_fields_never_come_through() -> None:
    person = Person(
        id="p_1",
        name="Jay",
        basis=SHARED,
        accounts=(Account(about="name", value="account-secret"),),
        quotes=(Quote(words="quote-secret", basis=FILE), Quote(words="I like stew", basis=SHARED)),
        kept='{"new": "kept-secret"}',
    )
    text = text_of(seen(case_of(person), FAMILY))
    assert "secret" not in text
    assert "I like stew" in text


def test_confidential_people_harm_and_opinion_stay_out_even_when_shared() -> None:
    people = [Person(id=f"p_{n}", name=f"N{n}", basis=SHARED) for n in range(3)]
    opinion = SHARED.put(teller=Teller.WORKER)
    case = case_of(
        *people,
        Person(id="p_9", name="confidential-secret", confidential=True, basis=SHARED),
        Bond(id="r_1", a="p_0", b="p_1", quality="hits", basis=SHARED),
        Bond(id="r_2", a="p_0", b="p_1", quality="close", basis=opinion),
        Bond(id="r_3", a="p_0", b="p_2", quality="close", basis=SHARED),
        Bond(id="r_4", a="p_0", b="p_2", quality="a_card_of_tomorrow", basis=SHARED),
        Bond(id="r_5", a="p_0", b="p_2", quality="close", basis=SHARED).tell(opinion, quality="close"),
    )
    found = seen(case, FAMILY)
    assert "secret" not in text_of(found)
    assert [bond.id for bond in found.family.edges(Bond)] == ["r_3"]


def _couple(*spells: Spell, **fields: Any) -> Case:
    """Give the case of two with a child, in these states, all of it shared."""
    pair = [Person(id=f"p_{n}", name=n, basis=SHARED) for n in "ab"]
    joined = [PartnerIn(id=f"m_{p.id}", person=p.id, union="u_1", basis=SHARED) for p in pair]
    child = ChildOf(id="c_1", child="p_c", parent="u_1", kind="by_birth", basis=SHARED)
    union = Union(id="u_1", spells=spells, basis=SHARED, **fields)
    return case_of(*pair, Person(id="p_c", name="c", basis=SHARED), *joined, union, child)


def _state(kind: str, since: str, until: str | None = None) -> Spell:
    return Spell(kind=kind, since=When(since), until=When(until) if until else None, basis=SHARED)


def _states_seen(*spells: Spell, **fields: Any) -> list[str]:
    found = seen(_couple(*spells, **fields), FAMILY)
    assert "secret" not in text_of(found)
    assert len(found.family.people) == 3
    assert len(found.family.edges(ChildOf)) == 1
    return [spell.kind for spell in found.family.get(Union, "u_1").spells]


@pytest.mark.parametrize("kind", ["harm_secret", "a_card_of_tomorrow_secret"])
def test_a_couple_in_a_state_of_harm_is_one_that_nobody_has_told_even_when_shared(kind: str) -> None:
    told = {"notes": "notes-secret", "quotes": (Quote(words="quote-secret", basis=SHARED),)}
    assert _states_seen(_state(kind, "2019"), **told) == []
    assert _states_seen(_state("k", "2015", "2019"), _state(kind, "2019"), **told) == []


def test_a_past_state_of_harm_leaves_the_others_and_no_word() -> None:
    told = {"notes": "notes-secret"}
    spells = (_state("k", "2015", "2018"), _state("harm_secret", "2018", "2021"), _state("k", "2021"))
    assert _states_seen(*spells, **told) == ["k", "k"]


def test_the_states_that_are_shown_are_those_that_come_through() -> None:
    hidden = _state("k", "2020").put(basis=FILE)
    for spells in (
        (_state("k", "2015"), hidden),
        (_state("k", "2015"), _state("harm", "2018"), _state("k", "2021")),
        (_state("k", "2015"), _state("harm", "2018")),
    ):
        case = _couple(*spells)
        union = case.family.get(Union, "u_1")
        shown = seen(case, FAMILY).family.get(Union, "u_1").spells
        numbers = states_shown(union, FAMILY.harmless)
        assert [spells[n].since for n in numbers] == [spell.since for spell in shown]


def test_a_child_s_link_and_a_tie_of_harm_are_plain_ones() -> None:
    case = case_of(
        Person(id="p_1", name="Jay", basis=SHARED),
        Person(id="p_2", name="Lisa", basis=SHARED),
        ChildOf(id="c_1", child="p_1", parent="p_2", kind="harm_secret", notes="n_secret", basis=SHARED),
        Agency(id="a_1", kind="k", name="School", basis=SHARED),
        Tie(id="t_1", a="a_1", b="p_1", strength="k", strain="harm_secret", notes="n_secret", basis=SHARED),
    )
    found = seen(case, FAMILY)
    assert "secret" not in text_of(found)
    assert found.family.get(ChildOf, "c_1").kind == UNTOLD_LINK
    assert (found.family.get(Tie, "t_1").strength, found.family.get(Tie, "t_1").strain) == ("k", "")


def test_a_child_s_link_that_may_not_be_told_is_never_drawn_as_birth() -> None:
    catalog = load()
    for hidden in (UNTOLD_LINK, "unknown", "other"):
        link = ChildOf(id="c_1", child="p_1", parent="p_2", kind=hidden, basis=SHARED)
        people = [Person(id="p_1", name="Jay", basis=SHARED), Person(id="p_2", name="Lisa", basis=SHARED)]
        view = replace(FAMILY, harmless=catalog.harmless)
        card = catalog.link(seen(case_of(*people, link), view).family.get(ChildOf, "c_1").kind)
        assert not card.known
        assert not card.blood


def test_a_home_whose_kind_is_withheld_is_a_home_like_any_other() -> None:
    home = Household(id="h_1", name="Ours", kind="kind_secret", basis=SHARED).tell(FILE, kind="kind_secret")
    jay, stay = Person(id="p_1", name="Jay", basis=SHARED), LivesIn(id="l_1", person="p_1", household="h_1")
    found = seen(case_of(home, jay, stay.put(basis=SHARED)), FAMILY)
    assert "secret" not in text_of(found)
    assert [(each.name, each.kind) for each in found.family.households] == [("Ours", "")]


def test_suspicion_accusation_and_what_is_contested_are_not_shared() -> None:
    themes = (
        Theme(id="t_1", words="suspected-secret", phase=Phase.SUSPECTED, basis=SHARED),
        Theme(id="t_2", words="opinion-secret", basis=SHARED.put(teller=Teller.WORKER)),
        Theme(id="t_3", words="grandad died", basis=SHARED),
        Theme(id="t_4", words="caused-secret", part=Part.CAUSED, basis=SHARED),
        Theme(id="t_5", words="denied-secret", basis=SHARED.put(standing=Standing.DENIED)),
        Theme(id="t_6", words="disputed-secret", basis=SHARED.put(standing=Standing.DISPUTED)),
        Theme(id="t_7", card="harm-or-unknown", basis=SHARED),
        Theme(id="t_8", card="k", part=Part.LIVED_THROUGH, basis=SHARED),
    )
    found = seen(case_of(Person(id="p_1", themes=themes, basis=SHARED)), FAMILY)
    assert [theme.id for theme in found.family.people[0].themes] == ["t_3", "t_8"]


def test_a_termination_and_who_was_born_together_with_it_are_in_no_word_even_when_shared() -> None:
    twins = (("p_1", "Jay", Life.LIVING), ("p_2", "Kit", Life.LIVING), ("p_3", "secret", Life.TERMINATION))
    people = [Person(id=key, name=name, life=life, basis=SHARED) for key, name, life in twins]
    mum = Person(id="p_m", name="Lisa", basis=SHARED)

    def links(*keys: str) -> list[ChildOf]:
        link = ChildOf(id="c", child="p_0", parent="p_m", kind="by_birth", birth="one-birth", basis=SHARED)
        return [link.put(id=f"c_{key}", child=key, twin=Twin.IDENTICAL) for key in keys]

    triplets = seen(case_of(mum, *people, *links("p_1", "p_2", "p_3")), FAMILY)
    assert {person.name for person in triplets.family.people} == {"Lisa", "Jay", "Kit"}
    assert {link.twin for link in triplets.family.edges(ChildOf)} == {Twin.IDENTICAL}
    assert "termination" not in text_of(triplets)
    alone = seen(case_of(mum, people[0], people[2], *links("p_1", "p_3")), FAMILY)
    assert [(link.birth, link.twin) for link in alone.family.edges(ChildOf)] == [("", None)]


def test_no_line_leads_nowhere() -> None:
    child, mum = (Person(id=f"p_{n}", name=n, basis=SHARED) for n in ("child", "mum"))
    hidden = Person(id="p_dad", name="dad-secret", basis=FILE)
    case = case_of(
        child,
        mum,
        hidden,
        Union(id="u_1", basis=SHARED),
        PartnerIn(id="m_1", person="p_mum", union="u_1", basis=SHARED),
        PartnerIn(id="m_2", person="p_dad", union="u_1", basis=SHARED),
        Union(id="u_2", basis=SHARED),
        PartnerIn(id="m_3", person="p_dad", union="u_2", basis=SHARED),
        ChildOf(id="c_1", child="p_child", parent="u_1", kind="by_birth", basis=SHARED),
        Household(id="h_1", name="refuge-secret", basis=SHARED),
        LivesIn(id="l_1", person="p_dad", household="h_1", basis=SHARED),
        Agency(id="a_1", kind="k", name="service-secret", basis=FILE),
        Tie(id="t_1", a="a_1", b="p_child", basis=SHARED),
    )
    found = seen(case, FAMILY)
    assert "secret" not in text_of(found)
    assert [union.id for union in found.family.unions] == ["u_1"]
    assert not found.family.edges(Tie)
    assert not found.family.households


def test_a_service_whose_state_is_withheld_goes_rather_than_seems_active() -> None:
    agency = Agency(id="a_1", kind="k", name="Drug service", basis=SHARED).tell(
        FILE, involvement=Involvement.ENDED
    )
    assert not seen(case_of(agency), FAMILY).family.agencies


def test_an_end_that_is_withheld_still_ended() -> None:
    carer, child = (Person(id=f"p_{n}", name=n, basis=SHARED) for n in "ab")
    link = ChildOf(id="c_1", child="p_a", parent="p_b", kind="k", basis=SHARED).tell(FILE, until=When("2024"))
    found = seen(case_of(carer, child, link), FAMILY).family.get(ChildOf, "c_1")
    assert found.until is Blank.UNKNOWN


def test_questions_become_plain_unknowns() -> None:
    person = Person(id="p_1", name=Blank.NOT_ASKED, born=Blank.DECLINED, siblings=Blank.NONE, basis=SHARED)
    found = seen(case_of(person), FAMILY).family.people[0]
    assert (found.name, found.born, found.siblings) == (Blank.UNKNOWN, Blank.UNKNOWN, Blank.NONE)


def test_the_go_to_person_comes_through_only_when_shared_and_seen() -> None:
    gran = Person(id="p_1", name="Sheila", basis=SHARED)
    go_to = GoTo(id="g_1", who="p_1", telephone="01632 960114", basis=SHARED)
    details = CaseDetails(id="d_1", reference="2026-0932", notes="note-secret", go_to=go_to, basis=SHARED)
    details = details.tell(FILE, notes="note-secret")
    shown = seen(case_of(gran, details=details), FAMILY)
    assert shown.details.go_to is not None
    assert shown.details.go_to.telephone == "01632 960114"
    assert "secret" not in text_of(shown)
    hidden = seen(case_of(gran.put(basis=FILE), details=details), FAMILY)
    assert hidden.details.go_to is None


def test_a_state_of_a_couple_whose_end_is_hidden_ended_nobody_says_when() -> None:
    over = Spell(kind="k", since=When("2010"), until=When("2024"), basis=SHARED, until_basis=FILE)
    pair = [Person(id=f"p_{n}", name=n, basis=SHARED) for n in "ab"]
    union = Union(id="u_1", spells=(over,), basis=SHARED)
    joined = [PartnerIn(id=f"m_{p.id}", person=p.id, union="u_1", basis=SHARED) for p in pair]
    found = seen(case_of(*pair, union, *joined), FAMILY).family.get(Union, "u_1")
    assert found.spells[0].until is Blank.UNKNOWN
    assert "2024" not in text_of(seen(case_of(*pair, union, *joined), FAMILY))


def test_what_is_still_to_ask_is_no_more_than_unknown_to_the_family() -> None:
    over = Spell(kind="k", since=Blank.NOT_ASKED, until=Blank.NOT_ASKED, basis=SHARED)
    pair = [Person(id=f"p_{n}", name=n, basis=SHARED) for n in "ab"]
    union = Union(id="u_1", spells=(over,), basis=SHARED)
    joined = [PartnerIn(id=f"m_{p.id}", person=p.id, union="u_1", basis=SHARED) for p in pair]
    go_to = GoTo(id="g_1", who="p_a", telephone=Blank.NOT_ASKED, basis=SHARED)
    details = CaseDetails(id="d_1", go_to=go_to, basis=SHARED)
    shown = seen(case_of(*pair, union, *joined, details=details), FAMILY)
    (spell,) = shown.family.get(Union, "u_1").spells
    assert (spell.since, spell.until) == (Blank.UNKNOWN, Blank.UNKNOWN)
    assert shown.details.go_to is not None
    assert shown.details.go_to.telephone is Blank.UNKNOWN


def test_a_hidden_day_of_death_is_not_told_by_the_end_of_a_stay() -> None:
    gran = Person(id="p_g", name="Rose", basis=SHARED).tell(Basis(), life=Life.DIED, died=When("2020-02-02"))
    stay = LivesIn(id="l_g", person="p_g", household="h", basis=SHARED)
    found = seen(case_of(gran, Household(id="h", basis=SHARED), stay), FAMILY)
    assert [each.until for each in found.family.edges(LivesIn)] == [Blank.UNKNOWN]
