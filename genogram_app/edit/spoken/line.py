"""A line of words becomes people: "Jay 11, mum Lisa 38, dad ?, gran Sheila 68 mum's mum, lives with gran".

Every piece is all or nothing. What isn't understood, or can't be told for sure,
changes nothing and is given back with the reason: nothing is ever guessed.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TypeGuard

from genogram_app.edit.result import Edit
from genogram_app.edit.spoken.beginning import begun
from genogram_app.edit.spoken.carried import owners, refuse_carried
from genogram_app.edit.spoken.couples import both_meant, couple_stated, partner_of
from genogram_app.edit.spoken.cutting import cut
from genogram_app.edit.spoken.doing import Before, Done, Ids, do, mention_done, which_of, whom_else
from genogram_app.edit.spoken.grammar import (
    NOT_HERE,
    Bonded,
    Clause,
    Coupled,
    Doing,
    LivesWith,
    Mention,
    Told,
    UnclearError,
)
from genogram_app.edit.spoken.left import NOTHING_LEFT, Left, Open
from genogram_app.edit.spoken.lexicon import Lexicon
from genogram_app.edit.spoken.parse import HARM, parse
from genogram_app.edit.spoken.pronouns import resolved
from genogram_app.edit.spoken.saying import life_told, person_said, without_age
from genogram_app.edit.spoken.scan import Scanner
from genogram_app.edit.spoken.telling import Teller, Telling
from genogram_app.edit.spoken.tokens import Piece
from genogram_app.errors import UserError
from genogram_app.family.case import Case
from genogram_app.model.ids import Id
from genogram_app.words import Sentence

_TOO = Sentence("Are they meant too? Write the last of them with “and”: lives with gran, Tom and dad.")
_BEFORE = Sentence("That hangs on what stands before it, which isn’t clear yet.")
_ONE_PARENT = Sentence("Of whom? Write it beside who it is: half-brother Tom, mum’s.")


@dataclass(frozen=True)
class LineTold:
    """What came of a line: one edit, what was understood in words, and what is left.

    about: whom it is about. beside: somebody else of whom a word alone may be. open: what
    keeps the words that are left from being read in another way when they stand alone.
    """

    edit: Edit
    said: tuple[str, ...]
    left: tuple[Left, ...]
    about: Id | None
    beside: Id | None = None
    open: Open = NOTHING_LEFT

    @property
    def rest(self) -> str:
        """Give what is left as one line, to be typed on."""
        return ", ".join(f"{each.whose} {each.text}".strip() for each in self.left)


def tell(
    case: Case,
    teller: Teller,
    lexicon: Lexicon,
    text: str,
    about: Id | None,
    beside: Id | None = None,
    left: Open = NOTHING_LEFT,
) -> LineTold:
    """Read a line of words about somebody. Whatever is typed, it gives an answer.

    beside: somebody else, who is selected; a word alone that may be of either is asked.
    left: what is known of these words, where they were left of another line.
    """
    begun_with = replace(Telling.begin(teller, case, lexicon, about, beside), ages=left.ages)
    course = _Course(text, lexicon, begun_with, left)
    for piece in cut(text, lexicon):
        course.take(piece)
    course.look_again()
    after = course.telling
    kept = replace(course.open, ages=after.ages) if course.open != NOTHING_LEFT else NOTHING_LEFT
    label = Sentence.of("Tell of {names}", quiet="Tell in a line of words", names=", ".join(course.said[:3]))
    select = (after.about,) if after.about is not None else ()
    edit = Edit(label, after.case, select)
    return LineTold(edit, tuple(course.said), tuple(course.left), after.about, after.beside, kept)


#: What is read again at the end: what was left, what it says, and what stood before it.
Waiting = tuple[Left, Doing, Before]


def _may_wait(clause: Clause | None) -> TypeGuard[Doing]:
    """Say whether a piece may speak of somebody who is named only later: by a name, or doing something."""
    if not isinstance(clause, Mention):
        return clause is not None and not isinstance(clause, Coupled)
    return bool(clause.relations) and all(isinstance(ref.parts[0], str) for ref in clause.relations)


@dataclass
class _Course:
    """How far a line is read: what was last spoken of, and what is left."""

    text: str
    lexicon: Lexicon
    telling: Telling
    earlier: Open
    said: list[str] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    side: str = ""
    last: Done | None = None
    last_clause: Clause | None = None
    last_piece: Piece | None = None
    broken: bool = False
    waiting: list[Waiting] = field(default_factory=list)
    might: Ids = ()
    spoken: Ids = ()
    open: Open = NOTHING_LEFT

    def __post_init__(self) -> None:
        self.open, self.might, self.side = self.earlier, self.earlier.people, self.earlier.side

    @property
    def _before(self) -> Before:
        return Before(self.last.people if self.last else (), self.might)

    @property
    def _in_a_list(self) -> bool:
        """Say whether somebody who stands here alone may belong to those who live together."""
        return isinstance(self.last_clause, LivesWith | Bonded) or (self._first and self.earlier.listed)

    @property
    def _first(self) -> bool:
        return self.last_piece is None

    @property
    def _several(self) -> bool:
        """Say whether several were spoken of last: "brothers Tom 4" may go on with "Kai 6"."""
        return isinstance(self.last_clause, Mention) and self.last_clause.several

    def take(self, piece: Piece) -> None:
        """Read one piece: do it, or leave it."""
        if piece.new_line:
            self.side = ""
        if not self._joined(piece):
            if self.broken:
                self._leave(piece, UnclearError(_BEFORE))
            else:
                self._try(piece)
        self.last_piece = piece

    def _try(self, piece: Piece) -> None:
        clause: Clause | None = None
        before = self._before
        try:
            today = self.telling.teller.stamp.today
            clause = parse(self.text, self._meant(piece), self.lexicon, today, several=self._several)
            if piece.joined:
                self._refuse_carried(clause)
            done = self._done(piece, clause)
        except UnclearError as unclear:
            self._leave(piece, unclear)
            if _may_wait(clause):
                self.waiting.append((self.left[-1], clause, before))
            self.broken = self._first and self._names_somebody(piece)
        except UserError as refused:
            self._leave(piece, UnclearError(Sentence.of("{why}", why=str(refused))))
            self.broken = self._first and self._names_somebody(piece)
        else:
            several = self._several and isinstance(clause, Mention) and not clause.relations
            self._keep(self.last_clause if several and self.last_clause else clause, done)

    def _refuse_carried(self, clause: Clause) -> None:
        """Refuse what comes after an "and", where what stood before it may say whose it is."""
        before = self.last_piece
        if before and self.left and self.left[-1].start == before.start and isinstance(clause, Mention):
            raise UnclearError(_BEFORE)
        refuse_carried(self.telling, self.last_clause, clause)

    def _meant(self, piece: Piece) -> Piece:
        """Give a piece with whom its "his" or "she" means: anybody whom the line spoke of, or is about."""
        if any(token.low in self.lexicon.listed("harm") for token in piece.tokens):
            return piece  # of whom it is said is no matter
        meant = whom_else(self.telling, (*self.might, *self.spoken))
        sure = not self.left and self.earlier == NOTHING_LEFT
        return replace(piece, tokens=resolved(self.telling, piece.tokens, meant, sure=sure))

    def look_again(self) -> None:
        """Read once more what spoke of people whom the line named only later, until nothing more is clear."""
        before = -1
        while before != len(self.waiting) and not self.broken:
            before = len(self.waiting)
            left = [self._read_again(*each) for each in self.waiting if each[0] in self.left]
            self.waiting = [each for each in left if each is not None]

    def _read_again(self, left: Left, clause: Doing, before: Before) -> Waiting | None:
        try:
            done = do(self.telling, clause, before)
        except UnclearError as unclear:
            if unclear.bare:
                return left, clause, before
            fresh = replace(
                left, why=unclear.why, options=unclear.options, front=unclear.front, instead=unclear.instead
            )
            self.left[self.left.index(left)] = fresh
            return fresh, clause, before
        except UserError:
            return left, clause, before
        self.left.remove(left)
        self.telling = done.telling
        self.said += done.said
        return None

    def _keep(self, clause: Clause, done: Done) -> None:
        for key in done.people:
            self.said = [without_age(each, self.telling, done.telling, key) for each in self.said]
        self.telling, self.last, self.last_clause = done.telling, done, clause
        self.might = (*done.people, *self.earlier.people) or self.might
        self.spoken += (*done.people, *owners(done.telling, clause))
        self.said += done.said

    def _leave(self, piece: Piece, unclear: UnclearError) -> None:
        if unclear.bare and any(each.options == unclear.options for each in self.left):
            unclear = UnclearError(_BEFORE)  # it is asked already
        text = self.text[piece.start : piece.end]
        people = self.last.people if self.last is not None and unclear.aside else ()
        whose = self.telling.named(people[0]) if len(people) == 1 else ""
        unseen = unclear.why == HARM and not self.telling.teller.stamp.sees_all
        why = NOT_HERE if unseen else unclear.why
        left = Left(text, piece.start, piece.end, why, unclear.options, unclear.front, whose, unclear.instead)
        self.left.append(left)
        self._remember()
        if not unclear.aside:
            self.last = self.last_clause = None

    def _remember(self) -> None:
        """Remember of whom a piece may be that is left, for when what stands before it is gone."""
        if not self.might:
            return
        before, alone = self.open, len(self.left) == 1
        people = dict.fromkeys((*before.people, *whom_else(self.telling, self.might)))
        side = self.side if alone or self.side == before.side else ""
        named = bool(self.left[0].whose)
        self.open = Open(tuple(people), before.listed or self._in_a_list, side, named)

    def _names_somebody(self, piece: Piece) -> bool:
        """Say whether a piece may say whom the whole line is about: then nothing may follow without it."""
        scan = Scanner(self.text, piece.tokens, self.lexicon, self.telling.teller.stamp.today)
        try:
            return scan.ref() is None and not scan.listed("lives_with")
        except UnclearError:
            return False

    def _joined(self, piece: Piece) -> bool:
        """Read "Sheila 68, mum's mum" as one, where its first piece alone isn't clear."""
        before = self.last_piece
        if self.last is not None or before is None or not self.left or self.left[-1].start != before.start:
            return False
        try:
            today = self.telling.teller.stamp.today
            clause = parse(self.text, piece, self.lexicon, today)
            if not isinstance(clause, Mention) or any(told.name is not None for told in clause.each):
                return False
            whole = replace(before, end=piece.end, tokens=before.tokens + piece.tokens)
            both = parse(self.text, whole, self.lexicon, today)
            done = self._done(whole, both)
        except (UnclearError, UserError):
            return False
        self.left.pop()
        self.broken = False
        self._keep(both, done)
        return True

    # -- one piece ------------------------------------------------------------------------

    def _done(self, piece: Piece, clause: Clause) -> Done:
        if isinstance(clause, Coupled):
            return self._coupled(clause)
        if not isinstance(clause, Mention):
            return do(self.telling, clause, self._before)
        if clause.side and self._heads(piece, clause):
            self.side = clause.side
        mention = clause.on(self.side) if clause.relations else clause
        if mention.relations:
            return self._related(mention)
        told = mention.each[0]
        if told.empty and not mention.dead:
            if clause.side and not self.side:
                raise UnclearError(_ONE_PARENT)
            return Done(self.telling, ())
        return self._life(mention) if told.name is None else self._by_name(mention)

    def _coupled(self, clause: Coupled) -> Done:
        """Say what two are: both who are named, or a partner last spoken of and whose that is."""
        telling, people = both_meant(self.telling, clause)
        people = people or self._couple_before(telling)
        after, said = couple_stated(telling, clause, people)
        return Done(after, (said,), tuple(people))

    def _couple_before(self, telling: Telling) -> list[Id]:
        """Give the two last spoken of as a couple, or a partner last spoken of and whose that is."""
        people = self.last.people if self.last else ()
        if isinstance(self.last_clause, Mention) and len(people) == 1:
            people = partner_of(telling, people[0], self.last_clause)
        return list(people) if isinstance(self.last_clause, Mention | Coupled) else []

    def _heads(self, piece: Piece, mention: Mention) -> bool:
        """Say whether a side is said of all that follows: "mum's side: gran Sheila", or on a line alone."""
        alone = not mention.relations and mention.each[0].empty
        return ":" in self.text[piece.start : piece.end] or (alone and self._begins(piece))

    def _begins(self, piece: Piece) -> bool:
        """Say whether a piece begins a line that somebody wrote: not what an Enter left."""
        return piece.new_line or (self._first and self.earlier == NOTHING_LEFT)

    def _related(self, mention: Mention) -> Done:
        if self._in_a_list and mention.bare:
            raise UnclearError(_TOO)
        return mention_done(self.telling, mention)

    def _life(self, mention: Mention) -> Done:
        """Tell an age or a death alone: of the one last spoken of, or of whom the line is about."""
        if self._first and self.earlier.people:
            raise which_of(self.telling, self.earlier.people)
        if self._first:
            return self._begun(mention)
        if self.last is None or len(self.last.people) != 1 or not isinstance(self.last_clause, Mention):
            raise UnclearError(_BEFORE)
        if mention.each[0].since is not None:
            raise UnclearError(_BEFORE)
        key = self.last.people[0]
        after = self.telling.filled(key, mention.each[0], dead=mention.dead)
        before = self.said.pop() if self.last.said else after.named(key)
        before = without_age(before, self.telling, after, key)
        life = life_told(after, key, mention.each[0], dead=mention.dead)
        return Done(after, (f"{before} {life}",), (key,))

    def _by_name(self, mention: Mention) -> Done:
        told = mention.each[0]
        if self._in_a_list and replace(told, name=None).empty:
            raise UnclearError(_TOO)
        known = isinstance(told.name, str) and self.telling.sight.named(told.name)
        if self._first and not self.earlier.named and (known or not self.earlier.people):
            return self._begun(mention)
        if isinstance(self.last_clause, Mention) and self._several and not known:
            mention = replace(self.last_clause, each=mention.each)
        return mention_done(self.telling, mention)

    def _begun(self, mention: Mention) -> Done:
        if len(mention.each) != 1:
            raise UnclearError(Sentence("Who are they? Write it before the names: brothers Tom and Ben."))
        told: Told = mention.each[0]
        after, key = begun(self.telling, told)
        after = after.filled(key, Told(), dead=mention.dead)
        return Done(after, (person_said(after, key, mention, told),), (key,))
