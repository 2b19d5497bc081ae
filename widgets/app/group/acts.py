"""What a form does to a session: each thing that a phone or a host may ask for."""

import time
from collections.abc import Callable

from widgets.group import rounds
from widgets.group import session as sessions
from widgets.group.report import Report
from widgets.group.room import NotNow
from widgets.group.session import Session, name_of, with_room

from .posts import Ask, Begin, Close, Finish, Form, Join, Of, Propose, Send, TakeBack


def by_phone(form: Form) -> Callable[[Session], Session]:
    """Return what a phone's form changes."""
    name = name_of(form.receipt)
    match form:
        case Join():
            return lambda session: sessions.join(session, name, form.seat, bool(form.test))
        case Send():
            return lambda session: sessions.send(session, name, form.asked, form.said)
        case TakeBack():
            return lambda session: sessions.take_back(session, name, form.asked)
        case Of(act="more-time"):
            return lambda session: sessions.ask_for_time(session, name)
    return lambda session: sessions.leave(session, name)


def by_host(form: Form) -> Callable[[Session], Session]:
    """Return what a host's form changes."""
    match form:
        case Begin():
            return lambda session: sessions.begin(session, form.heads == "yes")
        case Ask():
            return _of_room(rounds.ask, form.question)
        case Propose():
            return _of_room(rounds.propose, form.text)
        case Finish():
            return lambda session: sessions.finish(session, form.telling)
        case Close():
            return lambda session: _close(session, form)
    return ONE_WORD[form.act]


def open_earlier(report: Report) -> Callable[[Session], Session]:
    """Return what puts the report of an earlier session beside this one."""
    return lambda session: with_room(session, session.room.but(earlier=report))


def _of_room(change, *given):
    return lambda session: with_room(session, change(session.room, *given))


def _close(session, form):
    # Else one that is late, from a second host, would close what was opened since.
    asked, is_action = sessions.asked_now(session.room), bool(session.room.asked_for)
    if not asked or is_action != (form.act == "settle") or form.asked not in ("", asked):
        raise NotNow("not-open")
    if form.act == "close-announce":
        return _of_room(rounds.announce_close, time.time())(session)
    return sessions.close(session)


ONE_WORD = {
    "cards": _of_room(rounds.to_cards),
    "apart": _of_room(rounds.talk_apart),
    "ask-again": _of_room(rounds.ask_again),
    "withdraw": sessions.withdraw,
}
