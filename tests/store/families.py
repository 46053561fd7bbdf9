"""A family that uses every kind of record, for tests of files."""

from __future__ import annotations

import itertools
from datetime import date

from genogram_app.family.case import Case
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.agency import Agency
from genogram_app.model.base import Account, Basis, Blank, Quote, Record, Share, Standing, Teller
from genogram_app.model.dates import When
from genogram_app.model.document import CaseDetails, GoTo, Page, Placement
from genogram_app.model.household import Household
from genogram_app.model.ids import NewId
from genogram_app.model.person import Life, Part, Person, Phase, Spell, Theme
from genogram_app.model.ties import Bond, ChildOf, Direction, LivesIn, PartnerIn, Tie, Union

TOLD = Basis(
    recorded=date(2026, 1, 12),
    teller=Teller.ADULT,
    told_by="Sheila Carter",
    standing=Standing.REPORTED,
    share=Share.SHARED,
)


def counted() -> NewId:
    """Give ids that count instead of being random."""
    numbers = itertools.count(1)
    return lambda letter: f"{letter}_new{next(numbers)}"


def _records() -> tuple[Record, ...]:
    jay = Person(id="p_jay", name="Jay Carter", born=When("2014-05-02"), subject=True, basis=TOLD)
    jay = jay.put(legal=(Spell(kind="any_status", since=When("2025-03"), basis=TOLD),))
    lisa = Person(id="p_lisa", name="Lisa Carter", born=When("1987~"), known_as="Lis", basis=TOLD)
    other = Account(about="born", value=When("1988"), basis=Basis(told_by="GP"))
    lisa = lisa.put(accounts=(other,), quotes=(Quote(words="I miss them.\nEvery day.", by="Lisa"),))
    lisa = lisa.put(themes=(Theme(id="t_1", words="drinking", part=Part.OWN_NEED, phase=Phase.PAST),))
    dad = Person(id="p_dad", name=Blank.UNKNOWN, telephone=Blank.DECLINED, born=When("[1980..1990]"))
    gran = Person(id="p_gran", name="Sheila Carter", born=When("1955"), telephone="01223 555 010")
    grandad = Person(id="p_ron", name="Ron “Ronnie” Ćarter", life=Life.DIED, died=When("2019-11"), basis=TOLD)
    return (
        jay,
        lisa.tell(Basis(told_by="Gran"), notes="Works nights."),
        dad,
        gran.put(siblings=Blank.NONE),
        grandad,
        Union(id="u_1"),
        Union(id="u_2", spells=(Spell(kind="wed", since=When("1975-06-14"), until=When("2019-11")),)),
        PartnerIn(id="x_1", person="p_lisa", union="u_1"),
        PartnerIn(id="x_2", person="p_dad", union="u_1", order=1),
        PartnerIn(id="x_3", person="p_gran", union="u_2"),
        PartnerIn(id="x_4", person="p_ron", union="u_2", order=1),
        ChildOf(id="c_1", child="p_jay", parent="u_1", kind="born_to"),
        ChildOf(id="c_2", child="p_lisa", parent="u_2", kind="born_to"),
        ChildOf(id="c_3", child="p_jay", parent="p_gran", kind="looked_after", since=When("2025-03-01")),
        Household(id="h_1", name="Gran’s home", since=When("2025-03")),
        LivesIn(id="l_1", person="p_jay", household="h_1", since=When("2025-03-01")),
        LivesIn(id="l_2", person="p_gran", household="h_1"),
        Agency(
            id="a_1", kind="learning", name="Hill Road Primary", contact="Mrs Ade", job_title="Head teacher"
        ),
        Bond(id="b_1", a="p_jay", b="p_gran", quality="near", basis=TOLD),
        Bond(id="b_2", a="p_dad", b="p_lisa", quality="rows", direction=Direction.FORTH),
        Tie(id="t_1", a="a_1", b="p_jay", strength="firm", direction=Direction.BOTH),
    )


def whole_case() -> Case:
    """Give a case that uses every kind of record."""
    details = CaseDetails(
        id="d_1",
        reference="CF-1042",
        dated=date(2026, 1, 12),
        review_due=date(2026, 4, 12),
        worker="a_1",
        took_part=("Lisa", "Sheila"),
        go_to=GoTo(id="g_1", who="p_gran", telephone="01223 555 010"),
    )
    case = Case(details, FamilyGraph.of(_records()), page=Page(paper="A4"))
    places = {"p_jay": Placement(x=0.1, y=-200.0, by_hand=True), "p_lisa": Placement(x=1e-7, y=3.3)}
    return case.place("genogram", places)
