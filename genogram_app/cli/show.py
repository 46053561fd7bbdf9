"""`genogram show`: what a file holds, in words or as JSON."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from genogram_app.cli.cards import cards
from genogram_app.cli.setting import Setting
from genogram_app.cli.summary import Data, summary
from genogram_app.practice.question import Look
from genogram_app.store import files
from genogram_app.words import Words, facts, words_in


def show(arguments: Namespace, setting: Setting) -> None:
    """Say what a file holds. This is the worker's view: it holds what isn't shared."""
    words = words_in()
    found = summary(Look(files.read(arguments.file), setting.today, cards(), words))
    if arguments.json:
        setting.write_json(found)
        return
    for line in _lines(found, words):
        setting.write(line)


def _lines(found: Data, words: Words) -> Iterator[str]:
    called = {row["id"]: row["called"] for row in (*found["people"], *found["households"])}
    subjects = [called[key] for key in found["subject_children"]]
    yield words.say(
        "Case {reference}, about {names}",
        reference=found["reference"] or "?",
        names=words.listed(subjects) or "?",
    )
    yield words.say("To ring out of hours: {who}", who=_go_to(found))
    for number, row in enumerate(found["generations"], 1):
        yield ""
        yield words.say("Generation {n}", n=number)
        people = [person for person in found["people"] if person["id"] in set(row)]
        yield from (f"  {_person(person, words)}" for person in people)
    couples = [_union(row, called, words) for row in found["unions"]]
    alone = [row for person in found["people"] for row in _alone(person, found["people"], called, words)]
    yield from _section(words.say("Couples and parents"), [*couples, *alone])
    yield from _section(words.say("Households"), [_home(row, called, words) for row in found["households"]])
    yield from _section(words.say("Services"), [_service(row) for row in found["agencies"]])
    said = [_line(row, words) for row in (*found["relationships"], *found["ties"])]
    yield from _section(words.say("Relationships"), said)


def _section(heading: str, rows: list[str]) -> Iterator[str]:
    if rows:
        yield from ("", heading, *(f"  {row}" for row in rows))


def _go_to(found: Data) -> str:
    go_to = found["go_to"]
    return f"{go_to['name']}, {go_to['telephone'] or '?'}" if go_to else "?"


def _person(person: Data, words: Words) -> str:
    known = f"{person['name']} ({person['known_as']})" if person["name"] and person["known_as"] else ""
    about = words.say("the child this is about") if person["subject"] else ""
    parts = [
        known or person["called"],
        *_dates(person, words),
        person["role"] if person["name"] else "",
        about,
    ]
    return ", ".join(part for part in parts if part)


def _dates(person: Data, words: Words) -> Iterator[str]:
    if person["born"]:
        template = "due {date}" if person["life"] == "unborn" else "born {date}"
        yield words.say(template, date=facts.vague_date(words, person["born"]))
    if person["life"] == "died":
        yield words.say(
            "died {date}", date=facts.vague_date(words, person["died"]) if person["died"] else "?"
        )


def _union(row: Data, called: Data, words: Words) -> str:
    names = words.listed([called[key] for key in row["partners"]]) or "?"
    children = words.listed([_child(child, called, words) for child in row["children"]])
    present = row["spells"][-1] if row["spells"] else {}
    kind = _aside(row["kind"], present.get("standing"))
    return f"{names}: {kind}" + (words.say("; children: {names}", names=children) if children else "")


def _alone(person: Data, people: list[Data], called: Data, words: Words) -> Iterator[str]:
    """Say the children linked to one person, first those of whom the other parent isn't known."""
    rows = [
        (_other_unknown(link, child), _child({**link, "child": child["id"]}, called, words))
        for child in sorted(people, key=lambda each: (each["born"] is None, each["born"]))
        for link in child["parents"]
        if link["through"] == person["id"]
    ]
    for unknown in (True, False):
        if children := [said for other, said in rows if other == unknown]:
            names = words.listed([person["called"], "?"]) if unknown else person["called"]
            yield f"{names}: {words.listed(children)}"


def _other_unknown(link: Data, child: Data) -> bool:
    return [each for each in child["parents"] if each["by_birth"]] == [link]


def _child(row: Data, called: Data, words: Words) -> str:
    how = "" if row["by_birth"] else row["how"]
    return _aside(called[row["child"]], how, _when(row, words))


def _line(row: Data, words: Words) -> str:
    """Say a relationship, when it was, who says so and where it stands where that is known."""
    return _aside(row["says"], row.get("arrangement"), _when(row, words), row["who_says"], row["standing"])


def _home(row: Data, called: Data, words: Words) -> str:
    """Say who lives in a home, and apart from them who did once or will."""
    living = [_member(place, called, words) for place in row["members"] if place["current"]]
    others = [_member(place, called, words) for place in row["members"] if not place["current"]]
    then = words.say("; at other times: {names}", names=words.listed(others)) if others else ""
    return f"{_aside(row['called'], _when(row, words))}: {words.listed(living) or '?'}{then}"


def _member(place: Data, called: Data, words: Words) -> str:
    part = words.say("part of the time") if place["part_time"] else ""
    return _aside(called[place["person"]], part, place["pattern"], _when(place, words))


def _when(row: Data, words: Words) -> str:
    """Say when something began and ended, and that it has ended."""
    since, until = (facts.vague_date(words, row[end]) if row[end] else "" for end in ("since", "until"))
    if since and until:
        span = words.say("{since} to {until}", since=since, until=until)
    elif since:
        begun = "from {since}" if not row["current"] and not row["ended"] else "since {since}"
        span = words.say(begun, since=since)
    else:
        span = words.say("until {until}", until=until) if until else ""
    return ", ".join(part for part in (span, words.say("ended") if row["ended"] else "") if part)


def _aside(text: str, *asides: str | None) -> str:
    """Say something with what is known beside it in brackets."""
    known = ", ".join(aside for aside in asides if aside)
    return f"{text} ({known})" if known else text


def _service(row: Data) -> str:
    parts = (row["name"] or row["kind"], row["contact"], row["job_title"], row["team"], row["telephone"])
    return ", ".join(part for part in parts if part)
