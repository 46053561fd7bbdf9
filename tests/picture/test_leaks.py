"""A family in which every text is a token: one that may be seen, or one that may not.

Which is which follows from the rule that the family's copy is promised by, told
here a second time and not asked of the filter: a field may be seen if its record
and the field's own statement were shared, and nobody says it in confidence.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any, TypeVar

import pytest

from genogram_app.family.case import Case, from_document, to_document
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.base import Account, Basis, Quote, Record, Share, Teller
from genogram_app.model.dates import When
from genogram_app.model.document import GoTo, Version
from genogram_app.model.person import Person, Phase, Theme
from genogram_app.studio import publish
from genogram_app.studio.publish import Copy, Publication, prepare, view_of
from tests.picture.sheets import sample, scene
from tests.picture.test_family_copy import chunks, plain_text

#: Fields whose content is somebody's own text.
TEXTS = frozenset(
    "name known_as role telephone notes address contact job_title team pattern reference agreed".split()
) | {"arrangement", "came_from", "cultures", "languages"}
HIDDEN, OPEN = "Zqh", "Zqo"
HIDDEN_YEAR = "1871"
R = TypeVar("R", bound=Record)


class Tokens:
    """Makes tokens that stand nowhere else."""

    def __init__(self) -> None:
        self.made = 0

    def give(self, kind: str) -> str:
        self.made += 1
        return f"{kind}{self.made:05}x"


def basis(tokens: Tokens, share: Share) -> Basis:
    return Basis(told_by=tokens.give(HIDDEN), share=share)


def marked(record: R, tokens: Tokens, hidden: bool) -> R:
    """Fill a record with tokens; of a shared one every other text is for the case file alone."""
    shared, file = basis(tokens, Share.SHARED), basis(tokens, Share.CASE_FILE)
    texts = [field for field in record.statements() if field in TEXTS]
    plain = {field: tokens.give(HIDDEN if hidden else OPEN) for field in texts}
    own: dict[str, Any] = {"basis": file if hidden else shared, "said": (), "kept": _kept(tokens)}
    made = record.put(**plain, **own)
    secret: dict[str, Any] = {
        field: tokens.give(HIDDEN) for n, field in enumerate(texts) if n % 2 and not hidden
    }
    if isinstance(record, Person) and not hidden and sum(record.id.encode()) % 2:
        secret |= {"born": When(f"{HIDDEN_YEAR}-11-13")}
    made = made.tell(file, **secret)
    accounts = tuple(Account(about=field, value=tokens.give(HIDDEN), basis=shared) for field in texts[:1])
    quotes = (
        Quote(words=tokens.give(HIDDEN), by=tokens.give(HIDDEN), basis=file),
        Quote(words=tokens.give(HIDDEN if hidden else OPEN), basis=shared),
    )
    themes = {"themes": _themes(tokens, hidden)} if "themes" in record.statements() else {}
    return made.put(accounts=accounts, quotes=quotes, **themes)


def _kept(tokens: Tokens) -> str:
    return f'{{"of_tomorrow": "{tokens.give(HIDDEN)}"}}'


def _themes(tokens: Tokens, hidden: bool) -> tuple[Theme, ...]:
    shared, file = basis(tokens, Share.SHARED), basis(tokens, Share.CASE_FILE)
    seen = HIDDEN if hidden else OPEN
    return (
        Theme(id="t_1", words=tokens.give(seen), basis=shared),
        Theme(id="t_2", words=tokens.give(HIDDEN), basis=file),
        Theme(id="t_3", words=tokens.give(HIDDEN), phase=Phase.SUSPECTED, basis=shared),
        Theme(id="t_4", words=tokens.give(HIDDEN), basis=shared.put(teller=Teller.WORKER)),
    )


def token_case(name: str, turn: int) -> Case:
    """Give a sample with tokens for texts; every third record (by turn) isn't shared at all."""
    case, tokens = sample(name), Tokens()
    records: list[Record] = []
    for number, record in enumerate(case.family.records()):
        hidden = number % 3 == turn or (isinstance(record, Person) and record.confidential)
        records.append(marked(record, tokens, hidden))
    details = marked(case.details.put(themes=()), tokens, hidden=False)
    go_to = case.details.go_to
    told = details.put(
        themes=_themes(tokens, False),
        took_part=(tokens.give(OPEN),),
        go_to=marked(go_to, tokens, hidden=turn == 0) if isinstance(go_to, GoTo) else None,
    )
    version = Version(
        number=1, dated=date(2026, 11, 22), schema_number=1, digest="0", content=tokens.give(HIDDEN)
    )
    made = Case(told, FamilyGraph.of(records), versions=(version,), kept=_kept(tokens))
    return from_document(to_document(made))


def published(name: str, turn: int, copy: Copy) -> Publication:
    case = token_case(name, turn)
    assert case.details.dated is not None
    return prepare(scene(), case, view=view_of(scene(), "combined", case.details.dated, copy))


def found(kind: str, text: str) -> list[str]:
    return sorted(set(re.findall(rf"{kind}\d{{5}}x", text)))


CASES = [(name, turn) for name in ("practice", "three_partners") for turn in range(3)]


@pytest.mark.parametrize(("name", "turn"), CASES)
def test_a_family_copy_holds_only_what_may_be_seen(name: str, turn: int) -> None:
    made = published(name, turn, "family")
    pdf, svg, pngs = publish._pdf(made), publish._svg(made).decode(), publish._pngs(made)
    text = plain_text(pdf)
    assert found(HIDDEN, text) == found(HIDDEN, svg) == []
    assert HIDDEN.encode() not in b"".join(chunk for png in pngs for chunk in chunks(png))
    assert HIDDEN_YEAR not in svg
    assert f"13 Nov {HIDDEN_YEAR}" not in text
    assert len(found(OPEN, text)) > 5
    assert len(found(OPEN, svg)) > 5


@pytest.mark.parametrize(("name", "turn"), CASES[:1])
def test_a_case_file_copy_holds_the_rest(name: str, turn: int) -> None:
    text = plain_text(publish._pdf(published(name, turn, "case-file")))
    assert len(found(HIDDEN, text)) > 40
    assert HIDDEN_YEAR in text
