"""Made-up families for layout tests: small known ones, and random ones, orderly or wild."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from hypothesis import assume
from hypothesis import strategies as st

from genogram_app.drawing.primitives import Box, Point
from genogram_app.drawing.shapes import circle, rect
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.sheet.extents import Extent, Options
from genogram_app.layout.sheet.result import Layout
from genogram_app.model.base import Blank, Record
from genogram_app.model.dates import When
from genogram_app.model.household import Household
from genogram_app.model.person import Person, Spell
from genogram_app.model.ties import ChildOf, LivesIn, PartnerIn, Union

OPTIONS = Options(
    care_kinds=frozenset({"cared"}),
    blood_kinds=frozenset({"born"}),
    left_kinds=frozenset({"man"}),
    right_kinds=frozenset({"woman"}),
)


def person(key: str, gender: str = "", born: str = "", subject: bool = False) -> Person:
    when = When(born) if born else Blank.NOT_ASKED
    return Person(id=key, name=key.title(), gender=gender, born=when, subject=subject)


def union(key: str, *partners: str, since: str = "", kind: str = "pair") -> list[Record]:
    begun = When(since) if since else Blank.NOT_ASKED
    edges = [PartnerIn(id=f"{key}.{who}", person=who, union=key, order=i) for i, who in enumerate(partners)]
    return [Union(id=key, spells=(Spell(kind=kind, since=begun),)), *edges]


def children(parent: str, *who: str, kind: str = "born") -> list[Record]:
    return [ChildOf(id=f"{parent}.{child}.{kind}", child=child, parent=parent, kind=kind) for child in who]


def home(key: str, *who: str) -> list[Record]:
    return [Household(id=key), *(LivesIn(id=f"{key}.{one}", person=one, household=key) for one in who)]


def extent(gender: str = "", width: float = 64.0) -> Extent:
    """Give a figure's extent: a symbol of 28 points with two lines of words below."""
    outline = circle((0.0, 0.0), 14.0) if gender == "woman" else rect(Box(-14.0, -14.0, 14.0, 14.0))
    half = max(14.0, width / 2)
    return Extent(outline, (14.0, 14.0), Box(-half, -14.0, half, 38.0))


def extents_of(family: FamilyGraph) -> dict[str, Extent]:
    people = {one.id: extent(one.gender, 40.0 + 3 * (len(one.id) % 7)) for one in family.people}
    return people | {agency.id: Extent.of_box(96.0, 30.0) for agency in family.agencies}


def boxes(layout: Layout, extents: Mapping[str, Extent]) -> dict[str, Box]:
    return {key: extents[key].box.moved(*place) for key, place in layout.places.items()}


def overlaps(found: Mapping[str, Box]) -> list[tuple[str, str]]:
    keys = sorted(found)
    return [
        (a, b)
        for i, a in enumerate(keys)
        for b in keys[i + 1 :]
        if found[a].grown(-0.05).overlaps(found[b].grown(-0.05))
    ]


def legs(points: Sequence[Point]) -> Iterable[tuple[Point, Point]]:
    return pairwise(points)


def carter() -> FamilyGraph:
    """The child with birth parents, foster carers before and gran now (story S2), and those round them."""
    people = [
        person("ron", "man", "1954"),
        person("sheila", "woman", "1958"),
        person("pete", "man", "1985"),
        person("lisa", "woman", "1988"),
        person("dad", "man"),
        person("darren", "man", "1985"),
        person("kelly", "woman", "1993"),
        person("grandpa", "man"),
        person("pat", "woman", "1956"),
        person("ann", "woman"),
        person("bob", "man"),
        person("jay", "man", "2015-03-03", subject=True),
        person("mia", "woman", "2019-01-09", subject=True),
        person("baby"),
    ]
    unions = [
        *union("u1", "ron", "sheila", since="1981"),
        *union("u2", "grandpa", "pat", since="1980"),
        *union("u3", "dad", "lisa", since="2014"),
        *union("u4", "lisa", "darren", since="2018"),
        *union("u5", "darren", "kelly", since="2022"),
        *union("u6", "ann", "bob"),
    ]
    links = [
        *children("u1", "pete", "lisa"),
        *children("u2", "darren"),
        *children("u3", "jay"),
        *children("u4", "mia"),
        *children("u5", "baby"),
        *children("u6", "jay", kind="cared"),
        *children("sheila", "jay", "mia", kind="cared"),
    ]
    homes = [*home("h1", "sheila", "jay", "mia"), *home("h2", "darren", "kelly"), *home("h3", "ann", "bob")]
    return FamilyGraph.of([*people, *unions, *links, *homes])


def three_partners() -> FamilyGraph:
    """A father with five children by three partners (story S4)."""
    people = [person("f", "man"), *(person(f"m{i}", "woman") for i in (1, 2, 3))]
    people += [person(f"k{i}", born=str(2000 + 3 * i)) for i in range(5)]
    unions = [
        *union("u1", "f", "m1", since="1999"),
        *union("u2", "f", "m2", since="2005"),
        *union("u3", "m3", "f", since="2011"),
    ]
    links = [*children("u1", "k0", "k1"), *children("u2", "k2", "k3"), *children("u3", "k4")]
    return FamilyGraph.of([*people, *unions, *links])


def two_homes() -> FamilyGraph:
    """Two homes that share a child; a grandfather who lives in neither (story S5)."""
    people = [
        person("grandad", "man"),
        person("nan", "woman"),
        person("dad", "man"),
        person("mum", "woman"),
        person("new", "man"),
        person("sam", "man", "2015", subject=True),
        person("baby", "", "2023"),
    ]
    unions = [
        *union("u0", "grandad", "nan"),
        *union("u1", "dad", "mum", since="2014"),
        *union("u2", "mum", "new", since="2020"),
    ]
    links = [*children("u0", "mum"), *children("u1", "sam"), *children("u2", "baby")]
    homes = [*home("h1", "mum", "new", "sam", "baby"), *home("h2", "dad", "sam")]
    return FamilyGraph.of([*people, *unions, *links, *homes])


@st.composite
def wild(draw: st.DrawFn, most: int = 12) -> FamilyGraph:
    """Any statements at all: loops, several parents, someone their own grandmother."""
    keys = [f"p{i}" for i in range(draw(st.integers(0, most)))]
    records: list[Record] = [person(key, draw(st.sampled_from(["man", "woman", ""]))) for key in keys]
    if len(keys) < 2:
        return FamilyGraph.of(records)
    one = st.sampled_from(keys)
    unions = []
    for i in range(draw(st.integers(0, most // 2))):
        partners = draw(st.lists(one, min_size=0, max_size=3, unique=True))
        unions.append(f"u{i}")
        records += union(f"u{i}", *partners)
    for i in range(draw(st.integers(0, most))):
        parent = draw(st.sampled_from([*unions, *keys]))
        child = draw(st.sampled_from([key for key in keys if key != parent]))
        kind = draw(st.sampled_from(["born", "born", "adopted", "cared"]))
        records.append(ChildOf(id=f"c{i}", child=child, parent=parent, kind=kind))
    for i in range(draw(st.integers(0, 2))):
        records += home(f"h{i}", *draw(st.lists(one, max_size=4, unique=True)))
    return FamilyGraph.of(records)


@st.composite
def orderly(draw: st.DrawFn, most: int = 6) -> FamilyGraph:
    """Generations of couples with children; everybody has one partner at most."""
    records: list[Record] = []
    row: list[str] = []
    count = 0
    for generation in range(draw(st.integers(1, 4))):
        singles = list(row)
        row = []
        for i in range(draw(st.integers(1, most // 2))):
            a = singles.pop(draw(st.integers(0, len(singles) - 1))) if singles else ""
            if not a:
                a, count = f"p{count}", count + 1
                records.append(person(a, "man"))
            b, count = f"p{count}", count + 1
            records.append(person(b, "woman"))
            key = f"u{generation}-{i}"
            records += union(key, a, b)
            for _ in range(draw(st.integers(0, 3))):
                child, count = f"p{count}", count + 1
                records += [person(child, "", str(1900 + count)), *children(key, child)]
                row.append(child)
    return FamilyGraph.of(records)


@st.composite
def looked_after(draw: st.DrawFn) -> FamilyGraph:
    """Generations with carers among their own kin, children in question, and homes.

    What a view leaves out, as an ecomap does those who live elsewhere, leaves children of
    several generations with nobody but their carers above them.
    """
    family = draw(orderly())
    keys = sorted(one.id for one in family.people)
    alone = sorted(set(keys) - {edge.person for edge in family.edges(PartnerIn)})
    assume(alone)
    records: list[Record] = []
    for i in range(draw(st.integers(1, 2))):
        cared = draw(st.lists(st.sampled_from(alone), min_size=1, max_size=3, unique=True))
        carer = draw(st.sampled_from([key for key in keys if key not in cared]))
        unions = [edge.union for edge in family.out_of(PartnerIn, carer)]
        parent = draw(st.sampled_from([carer, *unions]))
        records += [ChildOf(id=f"care{i}.{key}", child=key, parent=parent, kind="cared") for key in cared]
        records += [family.get(Person, key).put(subject=True) for key in cared if draw(st.booleans())]
        records += home(f"h{i}", carer, *cared)
    return family.changed(put=records)
