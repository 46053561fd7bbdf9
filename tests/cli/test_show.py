"""What `genogram show` says of time: who lives where now, who did, what is over; and of all that is told."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from genogram_app.catalog.load import load
from genogram_app.cli.show import _lines
from genogram_app.cli.summary import Data, summary
from genogram_app.family.case import Case
from genogram_app.model.agency import Agency
from genogram_app.model.base import Account, Basis, Blank, Quote, Record, Standing
from genogram_app.model.dates import When
from genogram_app.model.document import Version
from genogram_app.model.household import Household
from genogram_app.model.person import Part, Theme
from genogram_app.model.ties import Bond, LivesIn, Tie
from genogram_app.practice.question import Look
from genogram_app.words import words_in
from tests.builders import TODAY, case_of, child, couple, person

BY_CARE = load().by_role("descent", "by_fostering").id
BY_BIRTH = load().by_role("descent", "by_birth").id


def stay(who: str, home: str, **dates: Any) -> LivesIn:
    return LivesIn(id=f"{who}.{home}.{len(dates)}", person=who, household=home, **dates)


def moved() -> Case:
    """Jay, who was in foster care with Ann until 2024 and lives with Sheila now."""
    records: list[Record] = [
        person("jay", subject=True),
        person("ann"),
        person("sheila"),
        child("jay", "ann", kind=BY_CARE, since=When("2023-05"), until=When("2024-12")),
        Household(id="anns", name="Ann’s home"),
        Household(id="sheilas", name="Sheila’s home", since=When("2020")),
        stay("jay", "anns", since=When("2023-05"), until=When("2024-12")),
        stay("ann", "anns"),
        stay("jay", "sheilas", since=When("2024-12")),
        stay("ann", "sheilas", until=Blank.UNKNOWN),
        stay("sheila", "sheilas", since=When("2027-02"), part_time=True),
        Bond(id="was", a="jay", b="ann", quality="close", since=When("2023"), until=When("2024")),
        Bond(id="is", a="jay", b="sheila", quality="close", since=When("2020")),
    ]
    return case_of(*records)


def shown(case: Case) -> Data:
    found: Data = json.loads(json.dumps(summary(Look(case, TODAY, load(), words_in()))))
    return found


def said(case: Case) -> str:
    return "\n".join(_lines(shown(case), words_in()))


def test_a_child_lives_where_they_live_on_the_day() -> None:
    people = {row["id"]: row for row in shown(moved())["people"]}
    assert people["jay"]["homes"] == ["sheilas"]
    assert people["ann"]["homes"] == ["anns"]
    assert people["sheila"]["homes"] == []


def test_a_home_that_has_ended_is_nobodys() -> None:
    case = moved().changed(put=[Household(id="sheilas", until=When("2026"))])
    assert {tuple(row["homes"]) for row in shown(case)["people"]} == {(), ("anns",)}


def test_what_is_dated_says_when_and_whether_it_holds() -> None:
    data = shown(moved())
    jay = next(row for row in data["people"] if row["id"] == "jay")
    (care,) = jay["parents"]
    times = ("since", "until", "current", "ended")
    assert tuple(care[key] for key in times) == ("2023-05", "2024-12", False, True)
    home = next(row for row in data["households"] if row["id"] == "sheilas")
    members = {row["person"]: tuple(row[key] for key in times) for row in home["members"]}
    assert members == {
        "jay": ("2024-12", None, True, False),
        "ann": (None, None, False, True),
        "sheila": ("2027-02", None, False, False),
    }
    lines = {row["id"]: (row["current"], row["ended"]) for row in data["relationships"]}
    assert lines == {"was": (False, True), "is": (True, False)}


def test_words_keep_apart_who_lives_there_and_who_did() -> None:
    lines = said(moved())
    assert "  Ann’s home: Ann; at other times: Jay (May 2023 to Dec 2024, ended)\n" in lines
    assert (
        "  Sheila’s home (since 2020): Jay (since Dec 2024); "
        "at other times: Ann (ended) and Sheila (part of the time, from Feb 2027)\n"
    ) in lines
    assert "Jay and Ann are close (2023 to 2024, ended)" in lines
    assert "Jay and Sheila are close (since 2020)" in lines


def test_a_former_carer_is_called_one_in_words() -> None:
    case = moved().changed(
        put=[*couple("pair", "ann", "sheila"), child("jay", "pair", kind=BY_CARE, until=When("2022"))]
    )
    assert "Ann and Sheila" in said(case)
    assert "children: Jay (foster care, until 2022, ended)" in said(case)


def test_a_child_of_one_known_parent_is_said_under_that_parent() -> None:
    names = [person(key) for key in ("magda", "ann", "leon", "mia", "dot", "kit")]
    apart = [child("leon", "magda", kind=BY_BIRTH), child("dot", "magda", kind=BY_BIRTH)]
    links = [*apart, child("dot", "ann", kind=BY_BIRTH), child("mia", "ann", kind=BY_CARE)]
    lines = said(
        case_of(*names, *couple("pair", "magda", "ann"), child("kit", "pair", kind=BY_BIRTH), *links)
    )
    assert "  Magda and ?: Leon\n" in lines
    assert "  Magda: Dot" in lines
    assert "  Ann: Dot and Mia (foster care)" in lines
    assert lines.count("Kit") == 2, "among the people and under the couple, nowhere else"


def test_what_strains_a_tie_is_said_too() -> None:
    tie = Tie(id="t", a="police", b="darren", strain="tie_stressful")
    case = case_of(person("darren"), Agency(id="police", kind="", name="Police"), tie)
    (row,) = shown(case)["ties"]
    assert row["says"].split("; ")[1:] == ["Things are stressful between Police and Darren"]
    assert "Things are stressful between Police and Darren" in said(case)


def test_other_accounts_quotes_themes_and_versions_are_told_too() -> None:
    basis = Basis(told_by="Gran", standing=Standing.DISPUTED)
    jay = person(
        "jay",
        subject=True,
        accounts=(Account(about="born", value=When("2015~"), basis=basis),),
        quotes=(Quote(words="I miss her.", by="Jay", when=date(2026, 1, 2)),),
        themes=(Theme(id="t", words="sleeps badly", part=Part.OWN_NEED, basis=basis),),
    )
    case = case_of(jay)
    version = Version(number=3, dated=TODAY, schema_number=1, digest="x", content="{}")
    details = case.details.put(took_part=("Lisa",), themes=(Theme(id="t2", words="new town"),))
    data = shown(case.with_(details=details, versions=(version,)))
    (row,) = data["people"]
    assert row["accounts"] == [
        {"about": "born", "value": "2015~", "who_says": "Gran", "standing": "disputed", "shared": False}
    ]
    assert row["quotes"][0]["words"] == "I miss her."
    assert (row["themes"][0]["says"], row["themes"][0]["standing"]) == ("sleeps badly", "disputed")
    assert (data["themes"][0]["says"], data["took_part"]) == ("new town", ["Lisa"])
    assert data["versions"][0]["number"] == 3


def test_every_account_of_any_field_can_be_told_as_json() -> None:
    values: dict[str, Any] = {
        "name": Blank.DECLINED,
        "life": person("x").life,
        "themes": (Theme(id="t", words="w"),),
        "subject": True,
    }
    accounts = tuple(Account(about=about, value=value) for about, value in values.items())
    (row,) = shown(case_of(person("jay", accounts=accounts)))["people"]
    told = {account["about"]: account["value"] for account in row["accounts"]}
    assert told == {"name": None, "life": "living", "themes": [{"id": "t", "words": "w"}], "subject": True}
