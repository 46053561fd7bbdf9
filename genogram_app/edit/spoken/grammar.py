"""What one piece of a line of words says, before anybody in it is looked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from genogram_app.edit.spoken.lexicon import Kin, Service, Verb
from genogram_app.edit.text import LifeTold
from genogram_app.model.base import TextField
from genogram_app.model.person import DateField
from genogram_app.words import Sentence

#: Why something isn't done in the family's view: not what it is, nor whether it is done elsewhere.
NOT_HERE = Sentence("That can’t be written here.")


#: Why an age beside a death isn't written down.
WHEN_DIED = Sentence(
    "An age beside a death is the age at death, so the year is wanted too: died 2019 aged 68."
)


class UnclearError(Exception):
    """A piece says something that can't be told for sure. Nothing of it is done.

    options: phrases, such as "mum's mum", that would make it clear, put behind it, in `front`,
    or `instead` of a word of it.
    bare: somebody was only spoken of, and nothing told of them. aside: what stands before it
    may still be gone on with.
    """

    def __init__(
        self,
        why: Sentence,
        options: tuple[str, ...] = (),
        *,
        front: bool = False,
        bare: bool = False,
        aside: bool = False,
        instead: str = "",
    ) -> None:
        super().__init__(why.template)
        self.why, self.options, self.front = why, options, front
        self.bare, self.aside, self.instead = bare, aside, instead


@dataclass(frozen=True)
class Ref:
    """Somebody named by whose they are: "Lisa's mum" is a name and then a relation."""

    parts: tuple[str | Kin, ...]
    text: str

    @property
    def kin(self) -> Kin | None:
        """Give the relation that it ends in; None for a bare name."""
        last = self.parts[-1]
        return last if isinstance(last, Kin) else None


@dataclass(frozen=True)
class Told:
    """What is told of one: a name, an age or date, since and until when, and a word such as "girl".

    aged: the words of an age, where nothing beside it says whether that is today's.
    """

    name: TextField | None = None
    life: LifeTold | None = None
    aged: str = ""
    since: DateField | None = None
    until: DateField | None = None
    gender: str = ""

    @property
    def empty(self) -> bool:
        """Say whether nothing is told but who it is."""
        return self == Told()


@dataclass(frozen=True)
class Mention:
    """One or several people: who they are to somebody, and what is told of each.

    side: "mother" or "father" where it was said on whose side. dead: "late gran".
    other: with whom somebody has a child. again: "same" or
    "another", where somebody of that name is there already.
    """

    relations: tuple[Ref, ...] = ()
    each: tuple[Told, ...] = (Told(),)
    side: str = ""
    dead: bool = False
    other: Ref | None = None
    again: str = ""

    @property
    def several(self) -> bool:
        """Say whether it is about several."""
        return any(ref.kin is not None and ref.kin.plural for ref in self.relations)

    @property
    def together(self) -> bool:
        """Say whether they were born together."""
        return len(self.each) > 1 and any(ref.kin is not None and ref.kin.together for ref in self.relations)

    @property
    def carers(self) -> tuple[Ref, ...]:
        """Give the relations that say of whom somebody takes care."""
        return tuple(ref for ref in self.relations if ref.kin and ref.kin.cares)

    def without_carers(self) -> Mention:
        """Give who it is apart from that, where it says both; itself where it doesn't."""
        rest = tuple(ref for ref in self.relations if ref not in self.carers)
        return replace(self, relations=rest) if rest and self.carers else self

    @property
    def bare(self) -> bool:
        """Say whether it only says who, and nothing of them."""
        return all(told.empty for told in self.each) and not self.dead

    def on(self, side: str) -> Mention:
        """Give the mention on a side that was said before, unless it says one itself."""
        return self if self.side or not side else replace(self, side=side)


@dataclass(frozen=True)
class LivesWith:
    """Somebody lives with some others, since a day. `relative`: "who lives with" them.

    part: how much of the week, in words. also: besides where they live. home: "same" or
    "other" where it was said whether that is one home.
    """

    who: Mention | None
    others: tuple[Mention, ...]
    relative: bool = False
    part: str = ""
    also: bool = False
    home: str = ""


@dataclass(frozen=True)
class Bonded:
    """How somebody gets on with some others."""

    verb: Verb
    who: Mention | None
    others: tuple[Mention, ...]
    relative: bool = False


@dataclass(frozen=True)
class Served:
    """A service that somebody has, or who does a job in one, by name."""

    service: Service
    whose: Ref | None
    name: TextField
    telephone: str = ""


@dataclass(frozen=True)
class Coupled:
    """What a couple are: both who are named, or of whom the words before spoke.

    cards: what they are now, by what they were. until: when that was over.
    """

    cards: Mapping[str, str]
    both: tuple[Mention, ...] = ()
    since: DateField | None = None
    until: DateField | None = None


@dataclass(frozen=True)
class Each:
    """What is told of all of several alike: "mum and dad died 2019"."""

    mentions: tuple[Mention, ...]


Doing = Mention | LivesWith | Bonded | Served | Each
Clause = Doing | Coupled
