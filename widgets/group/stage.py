"""Where a session stands: which of its screens all pages show, and what makes them ask anew."""

import hashlib
import json
from enum import StrEnum

from widgets.course.session_groups import FLOOR

from .room import Room, numbers
from .session import Session, asked_now


class Stage(StrEnum):
    """What everyone looks at now."""

    GATHER = "gather"
    READY = "ready"
    CARDS = "cards"
    QUESTION = "question"
    SHOWN = "shown"
    NOTHING = "nothing"
    APART = "apart"
    ACTION = "action"
    SETTLED = "settled"
    FINISHED = "finished"


def stage_of(room: Room) -> Stage:
    """Return what everyone looks at now."""
    if room.is_finished:
        return Stage.FINISHED
    if room.is_open:
        return Stage.QUESTION
    if room.asked_for:
        return Stage.ACTION
    if room.cards:
        return Stage.CARDS
    return _at_rest(room) if room.has_begun else Stage.GATHER


def _at_rest(room):
    if room.actions and room.actions[-1].after == len(room.rounds):
        return Stage.SETTLED
    if not room.now:
        return Stage.READY
    if room.now.is_apart:
        return Stage.APART
    # A second time that doesn't show leaves the first one standing.
    return Stage.SHOWN if room.now.is_joint or room.now.words else Stage.NOTHING


def screen_of(session: Session) -> str:
    """Return an id that changes when a page must be fetched anew; the same for every phone.

    It is made of what is shown alone: not of who sent, nor of when.
    """
    room = session.room
    shown = room.model_dump(mode="json", exclude={"rounds": {"__all__": {"senders", "closes_at"}}})
    closing = bool(room.is_open and room.now.closes_at)
    text = json.dumps([shown, closing], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def small_groups(session: Session) -> dict[str, int]:
    """Return the groups that are too small for rounds by phone, until it is fixed who counts."""
    there = {} if session.room.has_begun else numbers(session.phones)
    return {group: number for group, number in there.items() if number < FLOOR}


def rooms_screen_of(session: Session) -> str:
    """Return the same for the room screen and hosts: it also tells which groups are there."""
    there = {} if session.room.has_begun else numbers(session.phones)
    small = "-".join(f"{group}{min(number, FLOOR)}" for group, number in there.items())
    return f"{screen_of(session)}-{small}" if small else screen_of(session)


def phones_state(session: Session, closes_in: float | None = None) -> dict:
    """Return what every phone asks for every few seconds; no count is in it."""
    return {"screen": screen_of(session), "closes_in": closes_in and round(closes_in)}


def room_state(session: Session, closes_in: float | None = None) -> dict:
    """Return what the room screen asks for: also live numbers, none of them of answers by group.

    How many there are in each group is said until that is fixed, and how many of all have sent
    while something is asked.
    """
    live = {"numbers": {}, "answered": None}
    if not session.room.has_begun:
        live["numbers"] = numbers(session.phones)
    if asked_now(session.room):
        live["answered"] = len(session.sent)
    return phones_state(session, closes_in) | {"screen": rooms_screen_of(session)} | live
