"""What every sheet says about itself: whom to ring, who drew it, when it is looked at again."""

from __future__ import annotations

from datetime import timedelta

from genogram_app.model.agency import Agency
from genogram_app.model.base import Blank
from genogram_app.model.person import Person
from genogram_app.practice.calling import calls
from genogram_app.practice.out_of_hours import can_be_rung
from genogram_app.practice.question import Found, Look, asks

#: A genogram is looked at again every three months or so.
REVIEW_AFTER = timedelta(days=92)


@asks("R10")
def no_go_to_person(look: Look) -> Found:
    """Ask whom to ring out of hours."""
    go_to = look.case.details.go_to
    if go_to is None or go_to.who not in look.family:
        yield None, look.say("Who is the person to ring in an emergency out of hours?")


@asks("R10")
def no_go_to_telephone(look: Look) -> Found:
    """Ask for the telephone number of whom to ring."""
    go_to = look.case.details.go_to
    person = look.family.find(Person, go_to.who) if go_to else None
    if go_to is None or go_to.who not in look.family or (person and not can_be_rung(person, look.today)):
        return
    if isinstance(go_to.telephone, Blank) or not go_to.telephone:
        yield (
            go_to.who,
            look.say("On which number can {name} be rung out of hours?", name=calls(look, go_to.who)),
        )


@asks("R10")
def go_to_cannot_answer(look: Look) -> Found:
    """Ask for another person to ring where the one on the sheet has died, isn't born yet or is a child."""
    go_to = look.case.details.go_to
    person = look.family.find(Person, go_to.who) if go_to else None
    if person is None or can_be_rung(person, look.today):
        return
    template = "{name} is the person to ring out of hours, and is a child. Who is it?"
    if person.dead:
        template = "{name} is the person to ring out of hours, and has died. Who is it now?"
    elif person.unborn:
        template = "{name} is the person to ring out of hours, and isn’t born yet. Who is it?"
    yield person.id, look.say(template, name=calls(look, person.id))


@asks("R9")
def no_worker(look: Look) -> Found:
    """Ask who the worker is, with job title and team."""
    worker = look.family.find(Agency, look.case.details.worker)
    if worker is None:
        yield None, look.say("Who is the social worker, and in which team?")
    elif isinstance(worker.contact, Blank) or not worker.job_title or not worker.team:
        yield worker.id, look.say("What are the social worker’s name, job title in full and team?")


@asks("R11")
def not_dated(look: Look) -> Found:
    """Ask for the date of the sheet."""
    if look.case.details.dated is None:
        yield None, look.say("On which day was this drawn or last gone through?")


@asks("R12")
def no_review(look: Look) -> Found:
    """Ask when the sheet is looked at again."""
    if look.case.details.review_due is None:
        yield None, look.say("When will this be looked at again? Every three months or so is asked for.")


@asks("R12")
def review_overdue(look: Look) -> Found:
    """Say that the review is due."""
    due = look.case.details.review_due
    if due and due < look.today:
        yield None, look.say("The review was due on {day}. What has changed since?", day=look.words.day(due))


@asks("R13")
def review_too_late(look: Look) -> Found:
    """Say that the next review comes later than the guidance asks."""
    details = look.case.details
    if details.dated and details.review_due and details.review_due - details.dated > REVIEW_AFTER:
        yield (
            None,
            look.say(
                "The next review is on {day}, more than three months on. Can it be sooner?",
                day=look.words.day(details.review_due),
            ),
        )


@asks("R15")
def no_reference(look: Look) -> Found:
    """Ask for the case reference, by which the copy is filed."""
    if isinstance(look.case.details.reference, Blank) or not look.case.details.reference:
        yield None, look.say("What is the case reference? The copy is filed under it.")


@asks("R5")
def no_subject_child(look: Look) -> Found:
    """Ask whom the sheet is about."""
    if not any(person.subject for person in look.people):
        yield None, look.say("Which child is this genogram about?")
