"""What any page shows of a session, whoever looks: made of what may be shown alone."""

from .here import Here
from .results import asked_of, results_of, shown_of
from .room import Room
from .session import Session
from .stage import Stage, screen_of, stage_of


def for_all(here: Here, session: Session) -> dict:
    """Return by name what a template needs to show where a session stands."""
    room, stage = session.room, stage_of(session.room)
    course, now = here.course, session.room.now
    results = results_of(course, shown_of(room))
    latest = next((each for each in results if now and each.question == now.question), None)
    return {
        "has_been_apart": any(each.is_apart for each in room.rounds),
        "latest": latest,
        "not_again": {each.question for each in room.rounds if _is_not_again(each)},
        "question": asked_of(course, now.question) if now else None,
        "results": results,
        "room": room,
        "screen": screen_of(session),
        # How many of the results stand on the page already, above what was seen so far.
        "shown_now": int(stage == Stage.SHOWN),
        "stage": stage,
        "unshown": _unshown(course, room, stage),
    }


def _is_not_again(each):
    return each.is_joint and each.is_closed and each.words is None


def _unshown(course, room: Room, stage):
    """Return the questions of which nothing may show, but for one that the page is about."""
    closed = [each for each in room.rounds if each.is_closed and not each.is_joint]
    if stage == Stage.NOTHING:
        closed = closed[:-1]
    return [asked_of(course, each.question) for each in closed if each.words is None]
