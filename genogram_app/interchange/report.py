"""What an import found: what was mended, what was taken as usual, what was left behind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from genogram_app.words import Sentence, Words

#: How many places a finding names; the rest are only counted.
PLACES = 3


class Outcome(Enum):
    """What became of something in the file."""

    MENDED = "mended"
    ASSUMED = "assumed"
    IN_NOTES = "in notes"
    LEFT_OUT = "left out"


@dataclass(frozen=True)
class Place:
    """Where in the file: the line, and whose record it is or what stands there."""

    line: int
    what: str = ""

    def say(self, words: Words) -> str:
        """Say the place: "line 12 (Ann Ray)", or "the whole file"."""
        if not self.what:
            return words.say("line {line}", line=self.line)
        return words.say("line {line} ({what})", line=self.line, what=self.what)


@dataclass(frozen=True)
class Finding:
    """One kind of thing that was found, how often, and the first places."""

    outcome: Outcome
    what: Sentence
    tag: str = ""
    count: int = 1
    places: tuple[Place, ...] = ()

    def say(self, words: Words) -> str:
        """Say what was found, how often and where first."""
        what = words.sentence(self.what)
        if not self.places:
            return what
        where = words.listed([place.say(words) for place in self.places])
        if self.count > len(self.places):
            return words.say(
                "{what} {count} times, first at {where}.", what=what, count=self.count, where=where
            )
        return words.say("{what} At {where}.", what=what, where=where)


_HEADINGS: Mapping[Outcome, str] = {
    Outcome.MENDED: "Something was wrong in the file and was put right:",
    Outcome.ASSUMED: "Not sure from the file, so please check:",
    Outcome.IN_NOTES: "Kept in words, in the notes:",
    Outcome.LEFT_OUT: "Not brought over:",
}


@dataclass(frozen=True)
class Report:
    """What came over from a file, and everything that didn't come as it was."""

    source: str
    form: str
    people: int
    families: int
    findings: tuple[Finding, ...] = ()

    def of(self, outcome: Outcome) -> tuple[Finding, ...]:
        """Give the findings of one outcome, in the order in which they were met."""
        return tuple(finding for finding in self.findings if finding.outcome is outcome)

    def say(self, words: Words) -> tuple[str, ...]:
        """Say the report, a line at a time, with a heading before each kind of finding."""
        people = words.count("{n} person", "{n} people", self.people)
        families = words.count("{n} couple or family", "{n} couples or families", self.families)
        lines = [
            words.say(
                "Brought over from {source}: {people}, {families}.",
                source=self.source, people=people, families=families,
            )
        ]  # fmt: skip
        for outcome, heading in _HEADINGS.items():
            if found := self.of(outcome):
                lines += [words.say(heading), *(f"– {finding.say(words)}" for finding in found)]
        return tuple(lines)

    def as_data(self, words: Words) -> dict[str, Any]:
        """Give the report as plain data for `--json`."""
        return {
            "source": self.source,
            "form": self.form,
            "people": self.people,
            "families": self.families,
            "findings": [_finding_data(finding, words) for finding in self.findings],
        }


def _finding_data(finding: Finding, words: Words) -> dict[str, Any]:
    places = [{"line": place.line, "what": place.what} for place in finding.places]
    return {
        "outcome": finding.outcome.value,
        "tag": finding.tag,
        "says": words.sentence(finding.what),
        "count": finding.count,
        "places": places,
    }


@dataclass
class Findings:
    """The report while a file is read: the same thing found again is counted, not repeated."""

    _found: dict[tuple[Outcome, Sentence], tuple[str, list[Place]]] = field(default_factory=dict)

    def add(self, outcome: Outcome, what: Sentence, place: Place | None = None, tag: str = "") -> None:
        """Note something found, at a place unless it is about the whole file."""
        _tag, places = self._found.setdefault((outcome, what), (tag, []))
        if place:
            places.append(place)

    def mended(self, template: str, place: Place | None = None, **args: str) -> None:
        """Note something wrong in the file that was put right."""
        self.add(Outcome.MENDED, Sentence.of(template, **args), place)

    def assumed(self, template: str, place: Place | None = None, **args: str) -> None:
        """Note something that the file doesn't say and how it was taken."""
        self.add(Outcome.ASSUMED, Sentence.of(template, **args), place)

    def in_notes(self, template: str, place: Place | None = None, **args: str) -> None:
        """Note something that has no place on a genogram and was kept in words."""
        self.add(Outcome.IN_NOTES, Sentence.of(template, **args), place)

    def done(self) -> tuple[Finding, ...]:
        """Give the findings, in the order in which each was first met."""
        return tuple(
            Finding(outcome, what, tag, max(1, len(places)), tuple(places[:PLACES]))
            for (outcome, what), (tag, places) in self._found.items()
        )
