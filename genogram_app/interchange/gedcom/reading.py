"""A file while it is being read: what it holds, what was taken from it, what was found in it.

Every part that is brought over is *taken*; what nobody took is left out, and
the report names it. So nothing can be lost without a word.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from genogram_app.interchange.gedcom.names import plain_name, shorten
from genogram_app.interchange.gedcom.tokens import Tokens
from genogram_app.interchange.gedcom.tree import VOID, Node, Tree
from genogram_app.interchange.gedcom.wording import left_out
from genogram_app.interchange.report import Findings, Outcome, Place
from genogram_app.model.base import Basis
from genogram_app.model.ids import Id, NewId
from genogram_app.words import Words


@dataclass
class Reading:
    """One file being read."""

    name: str
    tree: Tree
    tokens: Tokens
    new_id: NewId
    today: date
    words: Words
    findings: Findings
    basis: Basis = field(init=False)
    ids: dict[Node, Id] = field(default_factory=dict)
    _taken: set[Node] = field(default_factory=set)

    def __post_init__(self) -> None:
        told_by = self.words.say("GEDCOM file {name}", name=self.name)
        self.basis = Basis(recorded=self.today, told_by=told_by)
        self.ids = {record: self.new_id("p") for record in self.tree.all("INDI")}
        self.ids |= {record: self.new_id("u") for record in self.tree.all("FAM")}
        self._taken |= set(self.ids)

    def take(self, node: Node, *tags: str) -> tuple[Node, ...]:
        """Give a node's parts with these tags, and count them as brought over."""
        found = tuple(part for part in node.parts if part.tag in tags)
        self._taken.update(found)
        return found

    def one(self, node: Node, *tags: str) -> Node | None:
        """Take the first part with one of these tags; others are left."""
        found = next((part for part in node.parts if part.tag in tags), None)
        if found:
            self._taken.add(found)
        return found

    def text(self, node: Node, *tags: str) -> str:
        """Take the parts with these tags and give their texts, joined."""
        return ", ".join(part.text.strip() for part in self.take(node, *tags) if part.text.strip())

    def leave(self, node: Node) -> None:
        """Put a taken part back, so that the report names it."""
        self._taken.discard(node)

    def place(self, node: Node, record: Node) -> Place:
        """Say where a node stands and in whose record."""
        return Place(node.line, self.who(record))

    def who(self, record: Node) -> str:
        """Name whose record it is: a person, the partners of a family, or its mark."""
        if record.tag != "FAM":
            return shorten(plain_name(record) or record.mark)
        people = [self.tree.by_mark.get(part.text) for part in record.parts if part.tag in ("HUSB", "WIFE")]
        return shorten(
            " and ".join(plain_name(person) or person.mark for person in people if person) or record.mark
        )

    def led_to(self, pointer: Node, owner: Node, tag: str) -> Node | None:
        """Give the record that a pointer leads to; None, and a finding, where it leads nowhere."""
        target = self.tree.by_mark.get(pointer.text.strip())
        if target and target.tag == tag:
            return target
        if pointer.text.strip() != VOID:
            what = f"{self.who(owner)}: {pointer.tag} {shorten(pointer.text)}".strip()
            self.findings.mended(
                "A link leads to a record that isn't in the file; the link was left out.",
                Place(pointer.line, what),
            )
        return None

    def notes(self, node: Node, record: Node) -> list[str]:
        """Take a node's notes, its own and shared ones, in the file's order."""
        found = [self._note(part, record) for part in self.take(node, "NOTE", "SNOTE")]
        return [note for note in found if note]

    def _note(self, part: Node, record: Node) -> str:
        if not part.points or part.text == VOID:
            return "" if part.text == VOID else part.text.strip()
        target = self.tree.by_mark.get(part.text)
        if target is None or target.tag not in ("NOTE", "SNOTE"):
            self.led_to(part, record, "NOTE")
            return ""
        self._taken.add(target)
        return target.text.strip()

    def tell_left_out(self) -> None:
        """Put everything that nobody took into the findings."""
        if self.tree.head.value("NOTE", "SNOTE"):
            self._tell(self.tree.head, self.tree.head)
        for record in self.tree.records:
            if record in self._taken:
                self._tell_parts(record, record)
            else:
                self._tell(record, record)

    def _tell_parts(self, node: Node, record: Node) -> None:
        for part in node.parts:
            if part in self._taken:
                self._tell_parts(part, record)
            else:
                self._tell(part, record)

    def _tell(self, node: Node, record: Node) -> None:
        what = left_out(node.tag, whole=node is record)
        self.findings.add(Outcome.LEFT_OUT, what, self.place(node, record), node.tag)
