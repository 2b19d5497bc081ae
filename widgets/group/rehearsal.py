"""A session to try out beforehand: twelve invented people, who join and answer by themselves."""

from itertools import cycle
from types import MappingProxyType

from widgets.course.readiness_questions import NO, PARTLY, UNKNOWN, YES
from widgets.course.session_groups import LIVED_EXPERIENCE, STAFF

from .session import Session, asked_now, join, name_of, send

# Two groups that see it differently: that is what a host has to practise.
INVENTED = MappingProxyType({LIVED_EXPERIENCE: 6, STAFF: 6})
# Question by question, who of each group says what.
SAID = (
    {LIVED_EXPERIENCE: (NO, NO, PARTLY, NO, YES, PARTLY), STAFF: (YES, YES, PARTLY, YES, YES, NO)},
    {LIVED_EXPERIENCE: (NO, PARTLY, NO, NO, PARTLY, YES), STAFF: (PARTLY, NO, YES, NO, NO, PARTLY)},
    {LIVED_EXPERIENCE: (UNKNOWN, UNKNOWN, YES, UNKNOWN, NO, UNKNOWN), STAFF: (YES,) * 6},
    {LIVED_EXPERIENCE: (YES, YES, YES, PARTLY, YES, NO), STAFF: (YES, YES, PARTLY, YES, YES, YES)},
)


def invite(session: Session) -> Session:
    """Let the invented people join."""
    for seat, number in INVENTED.items():
        for place in range(number):
            session = join(session, _name(seat, place), seat)
    return session


def answer(session: Session) -> Session:
    """Let them answer what is asked now; asked again, one group has been convinced."""
    asked, room = asked_now(session.room), session.room
    said = _to_action if room.asked_for else _to_question(room)
    for seat, number in INVENTED.items():
        for place, each in zip(range(number), cycle(said(seat)), strict=False):
            session = send(session, _name(seat, place), asked, each)
    return session


def _to_question(room):
    turn = room.questions.index(room.now.question) % len(SAID)
    seat_heard = LIVED_EXPERIENCE if room.now.is_joint else None
    return lambda seat: SAID[turn][seat_heard or seat]


def _to_action(seat):
    return ("yes",)


def _name(seat, place):
    return name_of(f"{seat} {place}")
