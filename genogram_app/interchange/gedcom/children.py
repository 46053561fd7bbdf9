"""Children: whose child somebody is, by birth, adoption or otherwise, since when, and if disputed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from genogram_app.interchange.gedcom.adoptions import ADOPTED, Adoption, Adoptions
from genogram_app.interchange.gedcom.links import Household
from genogram_app.interchange.gedcom.names import shorten
from genogram_app.interchange.gedcom.reading import Reading
from genogram_app.interchange.gedcom.tokens import LINK
from genogram_app.interchange.gedcom.tree import Node
from genogram_app.model.base import Standing, clean_line
from genogram_app.model.ids import Id
from genogram_app.model.ties import ChildOf

#: What Family Tree Maker writes for each parent apart, in GEDCOM's own words.
_EACH: Mapping[str, str] = {
    "NATURAL": "BIRTH",
    "BIOLOGICAL": "BIRTH",
    "PRIVATE": "UNKNOWN",
    "RELATED": "OTHER",
}
_BIRTH, _OTHER, _UNKNOWN, _CHALLENGED = "BIRTH", "OTHER", "UNKNOWN", "CHALLENGED"
#: No line from this family: another one of the child's says how they belong to this partner.
_ELSEWHERE = "ELSEWHERE"
_ASSUMED = "How a child belongs to the parents isn't recorded; drawn as born to them."
_DISPROVEN = "The file says that a child doesn't belong to these parents after all; no line was drawn."
_IN_QUESTION = "It is disputed whose child somebody is; drawn as disputed of the father, and as the mother's."
_ALONE = "A child was adopted by one partner alone, and how they belong to the other isn't recorded; {how}."
_CONTRADICTED = (
    "A child's tie to their parents is called “{kind}”, but the same file tells of an adoption too; {how}."
)
_BY_ONE = "drawn as adopted by the one who adopted, and born to the other"
_AS_CALLED = "drawn as it is called"
_HOW = {
    _BIRTH: "drawn as born to them",
    _UNKNOWN: "drawn as a tie that isn't known",
    _ELSEWHERE: "drawn as their other family says",
}


@dataclass(frozen=True)
class Claim:
    """One way in which somebody is a child of a family, as told in one place.

    `kind` is of the whole couple, `husb` and `wife` of one partner; each is a
    token of PEDI, or empty where the file doesn't say.
    """

    kind: str = ""
    husb: str = ""
    wife: str = ""
    words: str = ""
    standing: Standing | None = None

    def of(self, partner: str) -> str:
        """Give the kind for a partner who stands under a tag."""
        return {"HUSB": self.husb, "WIFE": self.wife}.get(partner, "") or self.kind


def read_children(
    reading: Reading, household: Household, adoptions: Adoptions, found: Collection[Household]
) -> Iterator[ChildOf]:
    """Give the links of a family to its children; the file's order is kept where dates don't tell it.

    found: every family of the file; what one leaves open, another of the same child may say.
    """
    for order, (child, parts) in enumerate(household.children.items()):
        adoption = adoptions.into.get((child, household.record))
        others = [each for each in found if each is not household and child in each.children]
        for told in _claims(reading, child, parts, adoption):
            claim = _completed(reading, household, child, told, adoption, others)
            if not (claim.kind or claim.husb or claim.wife):
                reading.findings.assumed(_ASSUMED, reading.place(child, child))
            for parent, kind in _upper_ends(reading, household, claim).items():
                yield _link(reading, child, parent, kind, claim, adoption, order)


def without_repeats(links: list[ChildOf], found: list[Household], reading: Reading) -> list[ChildOf]:
    """Leave out a line to one parent where a line to that parent's couple says the same.

    A child of a father and his first wife, with a stepmother, is told by the
    file as the father's child twice.
    """
    couples = {reading.ids[household.record]: household.partners for household in found}
    said = {
        (link.child, reading.ids[person], link.kind)
        for link in links
        for person in couples.get(link.parent, {})
    }
    return [link for link in links if (link.child, link.parent, link.kind) not in said]


def _claims(reading: Reading, child: Node, parts: list[Node], adoption: Adoption | None) -> list[Claim]:
    """Give every way in which somebody is a child of a family, each once."""
    by_family = [_from_family(reading, part) for part in parts if part.tag == "CHIL"]
    by_child = [_from_child(reading, part, child) for part in parts if part.tag == "FAMC"]
    true = [claim for claim in by_child if claim]
    if by_child and not true:
        reading.findings.assumed(_DISPROVEN, reading.place(child, child))
        return []
    claims = (
        [_merged(claim, by_family[0]) if by_family else claim for claim in true] or by_family[:1] or [Claim()]
    )
    if adoption and not any(claim.kind in ("", ADOPTED) for claim in claims):
        claims = [_contradicted(reading, child, claim, adoption) for claim in claims]
    return list(dict.fromkeys(_adopted(claim, adoption) for claim in claims))


def _from_family(reading: Reading, part: Node) -> Claim:
    """Read what a family says of one child."""
    each = [reading.text(part, tag).upper() for tag in ("_FREL", "_MREL")]
    husb, wife = (_EACH.get(kind, kind) for kind in each)
    return Claim(husb=husb, wife=wife, words=reading.text(part, "PHRASE"))


def _from_child(reading: Reading, part: Node, child: Node) -> Claim | None:
    """Read what a child says of one family; None where the file says that it isn't so."""
    pedi, stat = reading.one(part, "PEDI"), reading.one(part, "STAT")
    kind = pedi.text.strip().upper() if pedi else ""
    status = stat.text.strip().upper() if stat else ""
    words = [text for node in (pedi, stat) if node and (text := reading.text(node, "PHRASE"))]
    words += [reading.words.say("proven")] if status == "PROVEN" else []
    words += reading.notes(part, child)
    standing = Standing.DISPUTED if status == _CHALLENGED else None
    if standing and kind in ("", _BIRTH):
        kind = _CHALLENGED
        reading.findings.assumed(_IN_QUESTION, reading.place(child, child))
    return None if status == "DISPROVEN" else Claim(kind, words="; ".join(words), standing=standing)


def _merged(claim: Claim, family: Claim) -> Claim:
    words = "; ".join(text for text in (claim.words, family.words) if text)
    return Claim(claim.kind, family.husb, family.wife, words, claim.standing)


def _adopted(claim: Claim, adoption: Adoption | None) -> Claim:
    """Give a claim with what the adoption says: by one alone, it says nothing of the other."""
    if adoption is None or claim.kind not in ("", ADOPTED):
        return claim
    if adoption.by == "HUSB":
        return replace(claim, husb=ADOPTED)
    if adoption.by == "WIFE":
        return replace(claim, wife=ADOPTED)
    return replace(claim, kind=ADOPTED)


def _contradicted(reading: Reading, child: Node, claim: Claim, adoption: Adoption) -> Claim:
    """Give the careful story of a link that the file calls something else than an adoption, and tell it.

    Care stays care: who adopted may have fostered first, and carers' surnames stay off. Nobody is born
    to those who adopted them; a birth parent's partner may have adopted the child.
    """
    sides = {"HUSB": replace(claim, husb=ADOPTED), "WIFE": replace(claim, wife=ADOPTED)}
    if claim.kind != _BIRTH:
        careful, how = claim, _AS_CALLED
    elif adoption.by in sides:
        careful, how = sides[adoption.by], _BY_ONE
    else:
        careful, how = replace(claim, kind=_UNKNOWN), _HOW[_UNKNOWN]
    kind, said = shorten(claim.kind.capitalize()), reading.words.say(how)
    reading.findings.assumed(_CONTRADICTED, reading.place(child, child), kind=kind, how=said)
    return careful


def _completed(
    reading: Reading,
    household: Household,
    child: Node,
    claim: Claim,
    adoption: Adoption | None,
    others: Collection[Household],
) -> Claim:
    """Say how a child belongs to the partner of whoever adopted them alone; tell it where nobody has said."""
    sides = {"HUSB": "WIFE", "WIFE": "HUSB"}
    if adoption is None or adoption.by not in sides or claim.kind not in ("", ADOPTED):
        return claim
    left = sides[adoption.by]
    partner = next((person for person, tag in household.partners.items() if tag == left), None)
    told = claim.wife if left == "WIFE" else claim.husb
    if partner is None or told:
        return replace(claim, kind="")
    how = _not_told(partner, claim, others)
    reading.findings.assumed(_ALONE, reading.place(child, child), how=reading.words.say(_HOW[how]))
    return replace(claim, kind="", wife=how) if left == "WIFE" else replace(claim, kind="", husb=how)


def _not_told(partner: Node, claim: Claim, others: Collection[Household]) -> str:
    """Give the kind of a link of which nothing is said: never birth beside other parents, or an adoption."""
    if any(partner in other.partners for other in others):
        return _ELSEWHERE
    return _UNKNOWN if others or claim.kind == ADOPTED else _BIRTH


def _upper_ends(reading: Reading, household: Household, claim: Claim) -> dict[Id, str]:
    """Give whom the lines lead to: the couple, or each partner apart where their kinds differ."""
    kinds = {person: claim.of(tag) for person, tag in household.partners.items()}
    if len(set(kinds.values())) > 1:
        return {reading.ids[person]: kind for person, kind in kinds.items() if kind != _ELSEWHERE}
    kind = next(iter(kinds.values()), claim.kind)
    return {reading.ids[household.record]: kind}


def _link(
    reading: Reading, child: Node, parent: Id, kind: str, claim: Claim, adoption: Adoption | None, order: int
) -> ChildOf:
    word = _without_card(reading, child, kind)
    return ChildOf(
        id=reading.new_id("e"),
        basis=reading.basis.put(standing=claim.standing) if claim.standing else reading.basis,
        child=reading.ids[child],
        parent=parent,
        # A kind for which there is no card is kept, and drawn as one that nobody knows.
        kind=reading.tokens.link.get(kind or _BIRTH, (kind if kind in LINK else _OTHER).lower()),
        since=adoption.when if adoption and kind == ADOPTED else None,
        order=order,
        notes=clean_line("; ".join(filter(None, [word, claim.words]))),
    )


def _without_card(reading: Reading, child: Node, kind: str) -> str:
    """Give the file's word for a kind that no card draws, and tell of it; else empty."""
    if not kind or kind in reading.tokens.link:
        return ""
    word = shorten(kind.capitalize())
    reading.findings.assumed(
        "A child's tie to a parent is called “{kind}”, which has no symbol; drawn as a tie that isn't known.",
        reading.place(child, child),
        kind=word,
    )
    return word
