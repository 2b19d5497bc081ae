"""A phone's place in a session -> its page, whole."""

from ..floor import GROUPS, RATHER_NOT
from ..for_all import for_all
from ..here import Here
from ..results import asked_of
from ..room import Phone
from ..rounds import MOST_MORE
from ..session import NOT_YET, YES, Session, asked_now


def draw_code(here: Here, problem: str = "", at: str = "join") -> str:
    """Return the page that asks for a session's code; at is its address."""
    title = here.course.words.group.join.title
    return here.draw("joining/code.html", at, title, problem=problem)


def draw_notice(
    here: Here,
    session: Session,
    receipt: str,
    is_test: bool = False,
    problem: str = "",
) -> str:
    """Return what everyone reads before any question, with how they take part."""
    room, says = session.room, here.course.words.group
    shown = {"room": room, "receipt": receipt, "is_test": is_test, "problem": problem}
    shown |= {"seats": seats_of(here), "chosen": None}
    return here.draw("joining/notice.html", f"join/{room.code}", says.join.before, **shown)


def draw_phone(
    here: Here,
    session: Session,
    name: str,
    receipt: str,
    problem: str = "",
    closes_in: float | None = None,
    late: str = "",
) -> str:
    """Return the page of a phone that has joined.

    late is the id of an answer that came when its round had closed: it stays on this page alone.
    """
    room, phone = session.room, session.phones[name]
    shown = for_all(here, session) | {
        "again": f"?phone={receipt}",
        "asked": asked_now(room),
        "closes_in": closes_in,
        "has_asked_more": name in session.asked_more,
        "late": _text_of(here, room, late),
        "late_of": len(room.rounds),
        "may_ask_more": bool(room.now) and room.now.times_longer < MOST_MORE,
        "offered": _offered(here, room),
        "phone": phone,
        "problem": problem,
        "receipt": receipt,
        "seat_name": _seat_name(here, room, phone),
        "seats": seats_of(here),
        "sent": session.sent.get(name, ""),
    }
    return here.draw(
        "joining/phone.html", f"join/{room.code}", here.course.words.group.title, **shown
    )


def seats_of(here: Here) -> list[tuple[str, str]]:
    """Return each way to take part, as a phone offers it; "" is to talk and not to be counted."""
    says = here.course.words.group.seats
    return [*((group, getattr(says, group)) for group in GROUPS), ("", says.only_talking)]


def _offered(here, room):
    """Return what a phone may answer to what is asked now, or was asked last."""
    says = here.course.words.group.phone
    if room.asked_for or not room.now:
        return [(YES, says.yes), (NOT_YET, says.not_yet)]
    asked = asked_of(here.course, room.now.question)
    return [*((each.id, each.text) for each in asked.answers), (RATHER_NOT, says.rather_not)]


def _text_of(here, room, late):
    return dict(_offered(here, room)).get(late, "")


def _seat_name(here, room, phone: Phone):
    is_counted = phone.counts or (phone.seat and not room.has_begun)
    return getattr(here.course.words.session.groups, phone.seat) if is_counted else ""
