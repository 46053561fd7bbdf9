"""The catalogue as the rest of the program asks for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from genogram_app.catalog import load
from genogram_app.catalog.cards import LineCard
from genogram_app.drawing.geometry import bounds
from genogram_app.errors import CardError
from genogram_app.model.person import Life
from tests.catalog.given import PENPALS, folder

LOOKED_FOR = {
    "people": ("woman", "man", "another", "not_known"),
    "unions": ("marriage", "living_together", "not_recorded"),
    "descent": ("by_birth", "by_adoption", "by_fostering", "by_kin"),
    "ecomap": ("involved",),
    "rings": ("fostering",),
    "agencies": ("education", "health_service", "worker", "police_force", "any"),
    "legal": ("none",),
}


def test_the_first_vocabulary_is_there() -> None:
    catalog = load()
    counts = {group: len(cards) for group, cards in catalog.groups.items()}
    least = {"people": 5, "marks": 4, "unions": 7, "descent": 4, "bonds": 12, "ecomap": 4}
    least |= {"rings": 1, "agencies": 5, "legal": 10, "themes": 9}
    assert all(counts[group] >= number for group, number in least.items())


def test_cards_come_in_the_order_of_the_key() -> None:
    for cards in load().groups.values():
        assert [card.order for card in cards.values()] == sorted(card.order for card in cards.values())


def test_what_the_program_asks_for_by_role_is_there() -> None:
    for group, roles in LOOKED_FOR.items():
        assert {load().by_role(group, role).role for role in roles} == set(roles)


def test_a_role_that_no_card_has_is_refused() -> None:
    with pytest.raises(CardError, match="lack a card in people with the role “ghost”"):
        load().by_role("people", "ghost")


def test_what_nobody_has_said_has_its_own_card() -> None:
    catalog = load()
    assert catalog.gender("").inner == "?"
    assert catalog.union("").stage == "unknown"
    assert catalog.tie_strength("").axis == "strength"
    assert all(catalog.groups[group] for group in ("rings", "agencies"))
    assert catalog.ring("").known
    assert catalog.agency("").known


@pytest.mark.parametrize("ask", ["gender", "union", "link", "bond", "tie_strength", "ring", "agency"])
def test_a_card_that_is_not_there_is_drawn_openly_as_not_known(ask: str) -> None:
    card = getattr(load(), ask)("from_a_newer_version")
    assert (card.id, card.known, card.label) == ("from_a_newer_version", False, "not known to this copy")


def test_a_stand_in_for_a_person_is_a_box_with_a_question_mark() -> None:
    card = load().gender("from_a_newer_version")
    assert card.inner == "?"
    assert bounds(card.outline).width == pytest.approx(28.35, abs=0.01)


def test_a_stage_of_life_may_have_its_own_symbol() -> None:
    unborn = load().life(Life.UNBORN.value)
    assert unborn is not None
    assert load().life(Life.LIVING.value) is None


def test_each_fact_has_one_mark() -> None:
    catalog = load()
    facts = ("dead", "subject", "unidentified", "go_to")
    assert [catalog.mark_for(fact).fact for fact in facts] == list(facts)
    assert len({mark.fact for mark in catalog.marks.values()}) == len(catalog.marks)


def test_six_relationships_are_everyday_and_none_of_them_says_harm() -> None:
    everyday = load().everyday()
    assert [card.label for card in everyday] == [
        "close",
        "supports",
        "little contact",
        "no contact",
        "stressful",
        "hostile",
    ]
    assert not any(card.harm for card in everyday)


def test_harm_has_no_default_direction() -> None:
    catalog = load()
    assert catalog.harm
    harmful = [card for card in catalog.lines if card.harm]
    assert {card.directed for card in harmful if card.group == "bonds"} == {"required"}
    assert not any(card.default for card in harmful)
    assert not catalog.harm & catalog.harmless
    assert any(card.group == "unions" for card in harmful)


@pytest.mark.parametrize(
    ("group", "token", "role"),
    [
        ("people", "M", "man"),
        ("people", "f", "woman"),
        ("people", "U", "not_known"),
        ("unions", "MARR", "marriage"),
        ("descent", "foster", "by_fostering"),
        ("descent", "ADOPTED", "by_adoption"),
    ],
)
def test_gedcom_words_lead_to_cards(group: str, token: str, role: str) -> None:
    assert load().from_gedcom(group, token) == load().by_role(group, role).id


def test_a_gedcom_word_that_no_card_knows_leads_nowhere() -> None:
    assert load().from_gedcom("people", "MARR") is None


#: Every relationship, couple and child's link that GenoPro 3 writes.
GENOPRO = {
    "bonds": "Plain Indifferent Distant Cutoff CutoffRepaired Discord Hate Harmony Friendship Intimacy Love "
    "InLove Psyritual Fused Distrust Hostile HostileDistant HostileClose HostileFused Violence "
    "ViolenceDistant ViolenceClose ViolenceFused Abuse AbusePhysical AbuseEmotional AbuseSexual AbuseNeglect "
    "Manipulative Controlling Jealous FocusedOn FocusedOnNegatively Fan Limerence NeverMet Other Caretaker",
    "unions": "Marriage Separation SeparationLegal Divorce Nullity Widowed Engagement "
    "EngagementAndCohabitation EngagementAndSeparation EngagementAndDecease Cohabitation "
    "CohabitationAndSeparation CohabitationAndDecease LegalCohabitation LegalCohabitationAndSeparation "
    "LegalCohabitationAndLegalSeparation LegalCohabitationAndDecease NonSentimentalCohabitation "
    "NonSentimentalCohabitationAndSeparation NonSentimentalCohabitationAndDecease CommittedRelationship "
    "CommittedRelationshipAndSeparation CasualRelationship CasualRelationshipAndSeparation "
    "CasualRelationshipAndDecease TemporaryRelation LoveAffair LoveAffairAndSeparation Liaison Rape Other",
    "descent": "Biological Adopted Foster",
}


@pytest.mark.parametrize("group", GENOPRO)
def test_every_line_of_genopro_has_a_card(group: str) -> None:
    assert [token for token in GENOPRO[group].split() if not load().from_genopro(group, token)] == []


def test_who_was_harmed_is_never_drawn_as_a_couple_with_whoever_did_it() -> None:
    catalog = load()
    assert catalog.from_genopro("unions", "Rape") == catalog.by_role("unions", "no_couple").id


def test_genopro_words_lead_to_cards() -> None:
    found = load().from_genopro("bonds", "Cutoff")
    assert found is not None
    assert load().bond(found).label == "no contact"


def test_a_union_knows_what_it_becomes_and_what_it_was() -> None:
    unions = load().unions
    for card in unions.values():
        assert not card.ended or unions[card.ended].stage == "ended"
        assert not card.was or unions[card.was].stage == "current"


def _directed() -> LineCard:
    return next(card for card in load().bonds.values() if card.directed == "required")


def test_arrows_come_at_the_ends_that_a_direction_says() -> None:
    card = _directed()
    plain, forth, back = card.drawn(), card.drawn(forth=True), card.drawn(back=True)
    assert len(forth.marks) == len(plain.marks) + 1
    assert (forth.marks[-1].at, back.marks[-1].at) == (1.0, 0.0)
    assert back.marks[-1].turn - forth.marks[-1].turn == 180
    assert back.marks[-1].clear == forth.marks[-1].clear[::-1]
    assert len(card.drawn(forth=True, back=True).marks) == len(plain.marks) + 2


def test_a_direction_is_a_sentence() -> None:
    card = _directed()
    assert card.sentence(forth=True) == card.sentence(back=True) == card.forth
    assert card.sentence(forth=True, back=True) == card.both
    assert card.sentence() == card.says


def test_strain_is_drawn_over_the_strength_of_a_tie() -> None:
    catalog = load()
    strong, strained = (
        next(card for card in catalog.ties.values() if card.axis == axis) for axis in ("strength", "strain")
    )
    both = catalog.tie_line(strong.id, strained.id)
    assert both.strands == strong.line.strands + strained.line.strands
    assert catalog.tie_line(strong.id, "") == strong.line


def test_a_card_of_another_folder_is_added_and_may_replace_ours(tmp_path: Path) -> None:
    ours = next(iter(load().bonds))
    extra = folder(tmp_path, {"bonds/penpals": PENPALS, f"bonds/{ours}": PENPALS})
    catalog = load(Path("symbols"), extra)
    assert catalog.bond("penpals").line.marks[0].fill == "accent"
    assert catalog.bond(ours).label == "write to each other"
    assert not load().bond("penpals").known


def test_reading_the_catalogue_twice_gives_the_same_one() -> None:
    assert load() is load()
