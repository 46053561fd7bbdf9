"""The report: the same thing found again is counted, and everything is said in plain words."""

from __future__ import annotations

from genogram_app.interchange.report import Finding, Findings, Outcome, Place, Report
from genogram_app.words import Sentence, words_in
from tests.interchange.given import read, written

WORDS = words_in()


def test_the_same_finding_is_counted_and_its_first_places_named() -> None:
    findings = Findings()
    for line in range(1, 6):
        findings.mended("A blank line was skipped.", Place(line))
    findings.mended("There is nobody in this file.")
    blank, nobody = findings.done()
    assert (blank.count, len(blank.places), nobody.count) == (5, 3, 1)
    assert blank.say(WORDS) == "A blank line was skipped. 5 times, first at line 1, line 2 and line 3."
    assert nobody.say(WORDS) == "There is nobody in this file."


def test_a_report_says_what_came_and_what_did_not() -> None:
    left = Finding(Outcome.LEFT_OUT, Sentence.of("Sources (SOUR)."), "SOUR", 1, (Place(9, "Ann Ray"),))
    report = Report("ray.ged", "GEDCOM 7.0", 1, 2, (left,))
    assert report.say(WORDS) == (
        "Brought over from ray.ged: 1 person, 2 couples or families.",
        "Not brought over:",
        "– Sources (SOUR). At line 9 (Ann Ray).",
    )


def test_a_report_as_data() -> None:
    brought = read(written("0 @I1@ INDI", "1 NAME Ann /Ray/", "1 DEAT Y", "1 SOUR A book"))
    assert brought.report.as_data(WORDS) == {
        "source": "family.ged",
        "form": "GEDCOM 5.5.1",
        "people": 1,
        "families": 0,
        "findings": [
            {
                "outcome": "left out",
                "tag": "SOUR",
                "says": "Sources (SOUR).",
                "count": 1,
                "places": [{"line": 8, "what": "Ann Ray"}],
            }
        ],
    }
