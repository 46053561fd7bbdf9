"""What is told of few people, folded away: where they came from, what they speak, several on one symbol."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from genogram_app.edit.records import correct
from genogram_app.model.person import Life, More, Person
from genogram_app.ui.canvas.previews import symbol_icon
from genogram_app.ui.controls.plain import button
from genogram_app.ui.controls.segmented import Choice
from genogram_app.ui.panels.inspector.page import RecordPage

#: So many people on one symbol are offered; 0 is a number that nobody knows.
_MANY = (1, 2, 3, 4, 5, 0)


def build_background(page: RecordPage) -> None:
    """Build the fields, folded away while nothing stands in them."""
    fold = button(page.say("Background and more…"), lambda: open_(True), "quiet")
    page.column.addWidget(fold)
    parts = [*_told(page), *_drawn(page)]

    def open_(opened: bool) -> None:
        fold.setVisible(not opened)
        for part in parts:
            part.setVisible(opened)

    def show() -> None:
        if fold.isVisibleTo(page) or any_told(page.of(Person)):
            open_(any_told(page.of(Person)))

    fold.show()
    page.shows(show)


def any_told(person: Person) -> bool:
    """Say whether any of these fields says something."""
    return bool(
        person.came_from
        or person.cultures
        or person.languages
        or person.interpreter
        or person.several
        or person.gender_at_birth
        or person.more
        or person.surname_shown
    )


def _told(page: RecordPage) -> list[QWidget]:
    say, key = page.say, page.key
    return [
        page.text_field(say("Came from"), "came_from", read=str, hint=say("such as Poland, 2012")),
        page.text_field(say("Cultures"), "cultures", read=str, hint=say("two or more they have lived in")),
        page.text_field(say("Languages"), "languages", read=str),
        page.check(
            say("Needs an interpreter"),
            lambda: page.of(Person).interpreter,
            lambda on: lambda case, stamp: correct(case, stamp, key, interpreter=on),
        ),
    ]


def _drawn(page: RecordPage) -> list[QWidget]:
    say = page.say
    many = [Choice(number, f"×{number or '?'}" if number != 1 else say("one")) for number in _MANY]
    found: list[QWidget] = [
        page.choice_field(say("How many people this is"), "stands_for", many),
        page.choice_field(say("More children, not drawn"), "more", more_choices(page)),
    ]
    if page.desk.by_worker:
        found.append(_surname(page))
        found.append(
            page.choice_field(say("Gender at birth, at their own wish"), "gender_at_birth", _births(page))
        )
    return found


def _surname(page: RecordPage) -> QWidget:
    return page.check(
        page.say("Foster carer’s surname on sheets"),
        lambda: page.of(Person).surname_shown,
        lambda on: lambda case, stamp: correct(case, stamp, page.key, surname_shown=on),
    )


def more_choices(page: RecordPage) -> list[Choice]:
    """Offer what can be said of children who aren't drawn."""
    said = {None: "not said", More.NONE: "none", More.MAYBE: "perhaps", More.SOME: "yes"}
    return [Choice(more, page.say(words)) for more, words in said.items()]


def _births(page: RecordPage) -> list[Choice]:
    cards = [
        card
        for card in page.desk.scene.catalog.people.values()
        if not (card.life or card.animal or card.default)
    ]
    drawn = [Choice(card.id, "", symbol_icon(page.desk.pen, card), page.say(card.label)) for card in cards]
    return [Choice("", page.say("not drawn")), *drawn]


def build_pregnancy(page: RecordPage) -> None:
    """Build the choice of how a pregnancy ended, for a child who isn't born or wasn't born alive."""
    ended = [Life.TERMINATION] if page.desk.by_worker else []
    lives = [Life.UNBORN, Life.MISCARRIAGE, Life.ECTOPIC, *ended]
    cards = [(life, page.desk.scene.catalog.life(life.value)) for life in lives]
    drawn = [
        Choice(life, "", symbol_icon(page.desk.pen, card), page.say(card.label))
        for life, card in cards
        if card
    ]
    choices = [*drawn, Choice(Life.STILLBIRTH, page.say("stillborn"))]
    made = page.choice_field(page.say("This pregnancy"), "life", choices)
    page.shows(lambda: made.setVisible(page.of(Person).nameless))
