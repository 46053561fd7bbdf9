"""Saying things: sentences, dates, ages and lists in one language.

English templates are the keys; other languages come from gettext catalogues in
`resources/i18n/<language>/LC_MESSAGES/genogram.mo`. A template without a
translation is said in English rather than not at all.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from genogram_app import places
from genogram_app.words.sentence import Sentence

DEFAULT_LANGUAGE = "en-GB"
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

#: A place in a template with which a sentence ends.
_LAST = re.compile(r"\{(\w+)\}\.(?!\.)")


@dataclass(frozen=True, eq=False)
class Words:
    """A language in which the program speaks."""

    language: str
    catalogue: gettext.NullTranslations

    def say(self, template: str, /, **args: object) -> str:
        """Say a template with its arguments; a sentence that ends with an initial has one full stop."""
        said = self.catalogue.gettext(template)
        if "}." in said:
            said = _LAST.sub(lambda end: end[0][:-1] if str(args[end[1]]).endswith(".") else end[0], said)
        return said.format(**args)

    def sentence(self, sentence: Sentence, *, quiet: bool = False) -> str:
        """Say a sentence; quietly, it names nobody and tells nothing."""
        if quiet and sentence.quiet:
            return self.say(sentence.quiet)
        return self.say(sentence.template, **dict(sentence.args))

    def count(self, one: str, many: str, number: int) -> str:
        """Say how many: `one` and `many` hold {n}."""
        return self.catalogue.ngettext(one, many, number).format(n=number)

    def listed(self, items: Sequence[str]) -> str:
        """Say a list: "Ann", "Ann and Bob", "Ann, Bob and Cy"."""
        if len(items) < 2:
            return "".join(items)
        return self.say("{most} and {last}", most=", ".join(items[:-1]), last=items[-1])

    def day(self, day: date) -> str:
        """Say a day in full: "22 November 2026"."""
        return f"{day.day} {self.month(day.month)} {day.year}"

    def short_day(self, day: date) -> str:
        """Say a day in short: "22 Nov 2026"."""
        return f"{day.day} {self.month(day.month)[:3]} {day.year}"

    def day_and_month(self, day: date) -> str:
        """Say a day without its year: "22 Nov"."""
        return f"{day.day} {self.month(day.month)[:3]}"

    def month(self, number: int) -> str:
        """Name a month, 1 to 12."""
        return self.say(_MONTHS[number - 1])


@cache
def words_in(language: str = DEFAULT_LANGUAGE) -> Words:
    """Give the words of a language; English where its catalogue isn't shipped."""
    folder = places.resources() / "i18n"
    found = gettext.translation("genogram", folder, languages=[language.replace("-", "_")], fallback=True)
    return Words(language, found)
