"""Families whose homes overlap, nest, are shared, ended, of one, far apart, or have others in between."""

from __future__ import annotations

from genogram_app.model.agency import Agency
from genogram_app.model.base import Record
from genogram_app.model.dates import When
from genogram_app.model.household import Household
from genogram_app.model.person import Person
from genogram_app.model.ties import LivesIn, Tie, Twin
from tests.builders import SHARED, child, couple
from tests.picture.composed import DIVORCED, FOSTER, MARRIED, TOGETHER, born_to, man, woman
from tests.picture.sheets import scene

Records = list[Record]
FOSTER_HOME = scene().catalog.by_role("rings", "fostering").id


def _family() -> Records:
    """Make two children, their parents who divorced, and three grandparents."""
    return [
        man("jay", "Jay Osei", "2015", subject=True),
        woman("efua", "Efua Osei", "2018"),
        woman("ama", "Ama Osei", "1986"),
        man("kofi", "Kofi Mensah", "1984"),
        woman("nan", "Adwoa Osei", "1958"),
        man("grandad", "Yaw Osei", "1955"),
        woman("gran", "Grace Mensah", "1957"),
        *couple("u", "kofi", "ama", kind=DIVORCED, since="2021"),
        *couple("g", "grandad", "nan", kind=MARRIED),
        *born_to("u", "jay", "efua"),
        *born_to("g", "ama"),
        *born_to("gran", "kofi"),
    ]


def _home(key: str, name: str, living: str, part: str = "", kind: str = "", until: str = "") -> Records:
    ended = When(until) if until else None
    stays = [
        LivesIn(id=f"{who}.in.{key}", person=who, household=key, basis=SHARED, part_time=who in part.split())
        for who in living.split()
    ]
    return [Household(id=key, name=name, kind=kind, until=ended, basis=SHARED), *stays]


def _twins() -> Records:
    """Make twins of whom each lives with another parent."""
    born = born_to("v", "zara", "zain", birth="b", twin=Twin.NOT_IDENTICAL)
    people: list[Person] = [
        woman("zara", "Zara Khan", "2016", subject=True),
        man("zain", "Zain Khan", "2016", subject=True),
        woman("sana", "Sana Khan", "1990"),
        man("imran", "Imran Khan", "1988"),
    ]
    return [*people, *couple("v", "imran", "sana", kind=DIVORCED), *born]


def _carers() -> Records:
    carers = (woman("sue", "Sue Hartley", "1970"), man("tom", "Tom Hartley", "1968"))
    placed = (child(who, "f", kind=FOSTER) for who in ("jay", "efua"))
    return [*carers, *couple("f", "tom", "sue", kind=MARRIED), *placed]


def _step() -> Records:
    new = (man("rob", "Rob Dale", "1983"), woman("kim", "Kim Dale", "2010"), woman("ivy", "Ivy Dale", "2023"))
    return [
        *new,
        *couple("w", "rob", "ama", kind=TOGETHER, since="2022"),
        *born_to("w", "ivy"),
        *born_to("rob", "kim"),
    ]


def _cousins() -> Records:
    found = (
        woman("esi", "Esi Osei", "1989"),
        man("kwame", "Kwame Osei", "2014"),
        woman("abena", "Abena Osei", "2017"),
    )
    return [*found, *born_to("g", "esi"), *born_to("esi", "kwame", "abena")]


def _siblings() -> Records:
    more = (woman("nia", "Nia Osei", "2020"), woman("afia", "Afia Osei", "2022"))
    return [man("kobi", "Kobi Osei", "2012"), *more, *born_to("u", "kobi", "nia", "afia")]


def _visited() -> Records:
    services = [Agency(id=key, kind="school", name=key.title(), basis=SHARED) for key in ("moor", "hill")]
    return [*services, *(Tie(id=f"{s.id}.t", a=s.id, b="a", basis=SHARED) for s in services)]


FAMILIES: dict[str, Records] = {
    "overlapping": [
        *_family(),
        *_home("a", "Mum’s", "ama jay efua", "jay"),
        *_home("b", "Dad’s", "kofi jay", "jay"),
    ],
    "three deep": [
        *_family(),
        *_home("a", "The big house", "nan grandad ama jay efua"),
        *_home("b", "Upstairs", "ama jay efua"),
        *_home("c", "The back room", "jay efua"),
    ],
    "part of the time in two": [
        *_family(),
        *_home("a", "Mum’s", "ama jay efua", "jay efua"),
        *_home("b", "Dad and Gran’s", "kofi gran jay efua", "jay efua"),
    ],
    "ended": [
        *_family(),
        *_home("a", "Elm Road", "ama kofi jay efua", until="2021-06"),
        *_home("b", "Nan’s", "nan grandad ama jay efua"),
    ],
    "of one": [
        *_family(),
        *(
            r
            for key, who in zip("abcde", ("ama", "kofi", "nan", "jay", "efua"), strict=True)
            for r in _home(key, who.title(), who)
        ),
    ],
    "far away": [
        *_family(),
        woman("efe", "Efe Boateng", "1932"),
        *born_to("efe", "nan"),
        *_home("a", "Great-gran’s", "efe jay efua"),
    ],
    "twins apart": [*_twins(), *_home("a", "Mum’s", "sana zara"), *_home("b", "Dad’s", "imran zain")],
    "a service at the home": [*_family(), *_home("a", "Mum’s", "ama jay efua"), *_visited()],
    "foster carers": [
        *_family(),
        *_carers(),
        *_home("a", "The Hartleys", "sue tom jay efua", kind=FOSTER_HOME),
        *_home("b", "Mum’s", "ama"),
    ],
    "next door": [
        *_family(),
        *_home("a", "Gran’s", "gran jay"),
        *_home("b", "Next door", "grandad"),
        *_home("c", "Mum’s", "ama efua nan"),
    ],
    "a lodger": [*_family(), man("piotr", "Piotr Nowak", "1990"), *_home("a", "Home", "ama jay efua piotr")],
    "a step-family": [
        *_family(),
        *_step(),
        *_home("a", "Home", "ama rob jay efua ivy kim", "kim jay"),
        *_home("b", "Dad’s", "kofi jay", "jay"),
    ],
    "cousins": [
        *_family(),
        *_cousins(),
        *_home("a", "Nan’s", "nan jay kwame"),
        *_home("b", "Auntie’s", "esi abena efua"),
        *_home("c", "Mum’s", "ama"),
    ],
    "brothers and sisters apart": [
        *_family(),
        *_siblings(),
        *_home("a", "Mum’s", "ama kobi nia"),
        *_home("b", "Nan’s", "nan grandad jay afia"),
        *_home("c", "Foster home", "efua", kind=FOSTER_HOME),
    ],
    "grandparents of both sides": [*_family(), *_home("a", "All of us", "gran nan jay")],
}
