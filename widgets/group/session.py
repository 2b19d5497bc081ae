"""A session with its phones and what they have sent: what a phone or a host may do to it.

A function takes a session and returns the session as it then is; the store keeps the difference. A
phone's name is a digest of its receipt: whoever holds the store can't send in its place.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

from . import rounds
from .floor import GROUPS, RESPONSES
from .room import NotNow, Phone, Room, Telling

# As on the answer codes: no letter that looks like another.
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
CODE_LENGTH = 6
MOST_PHONES = 400
YES, NOT_YET = "yes", "not-yet"


@dataclass(frozen=True)
class Session:
    """What everyone may know, and behind it each phone's own; sent is of what is asked now."""

    room: Room
    phones: Mapping[str, Phone] = field(default_factory=dict)
    sent: Mapping[str, str] = field(default_factory=dict)
    asked_more: frozenset[str] = frozenset()


def new_code() -> str:
    """Return a code for a session: six letters."""
    return "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))


def new_receipt() -> str:
    """Return what a phone shows to be the same as before: 128 bits."""
    return secrets.token_urlsafe(16)


def name_of(receipt: str) -> str:
    """Return the name by which a phone is kept."""
    return sha256(receipt.encode()).hexdigest()


def asked_now(room: Room) -> str:
    """Return what phones may answer now: "2" is the second round, "action-1" an action, "" none."""
    if room.is_open:
        return str(len(room.rounds))
    return f"action-{len(room.actions)}" if room.asked_for else ""


def join(session: Session, name: str, seat: str, is_test: bool = False) -> Session:
    """Let a phone take part in a group, or by "" only talk; also one that chose otherwise before.

    Once it is fixed who counts, a phone that counts keeps its group, and any other only talks.
    """
    if session.room.is_finished:
        raise NotNow("finished")
    if seat not in (*GROUPS, ""):
        raise NotNow("no-group")
    if name not in session.phones and len(session.phones) >= MOST_PHONES:
        raise NotNow("full")
    if session.room.has_begun and name in session.phones:
        return session
    phone = Phone("" if session.room.has_begun else seat, is_test)
    return replace(session, phones={**session.phones, name: phone})


def leave(session: Session, name: str) -> Session:
    """Forget a phone; of one that was counted it stays that it was, and in which group."""
    sent, phone = _without(session.sent, name), session.phones.get(name)
    if phone and phone.counts:
        phones = {**session.phones, name: replace(phone, has_left=True)}
        return replace(session, phones=phones, sent=sent)
    return replace(session, phones=_without(session.phones, name), sent=sent)


def send(session: Session, name: str, asked: str, said: str) -> Session:
    """Take a phone's answer, in place of one that it sent before."""
    phone = session.phones.get(name)
    if not phone or not phone.counts:
        raise NotNow("not-counted")
    if asked != asked_now(session.room):
        raise NotNow("closed")
    if said not in (RESPONSES if session.room.is_open else (YES, NOT_YET)):
        raise NotNow("no-answer")
    return replace(session, sent={**session.sent, name: said})


def take_back(session: Session, name: str, asked: str) -> Session:
    """Forget what a phone sent to what is asked now."""
    if asked != asked_now(session.room):
        raise NotNow("closed")
    return replace(session, sent=_without(session.sent, name))


def ask_for_time(session: Session, name: str) -> Session:
    """Give everyone another minute, once for each phone and twice in a round."""
    if name not in session.phones or not session.phones[name].counts:
        raise NotNow("not-counted")
    if name in session.asked_more:
        raise NotNow("asked-before")
    room = rounds.give_more_time(session.room)
    return replace(session, room=room, asked_more=session.asked_more | {name})


def begin(session: Session, heads_agree: bool) -> Session:
    """Fix who counts: each phone of a group, where all groups are large enough."""
    room = rounds.begin(session.room, session.phones, heads_agree)
    phones = {
        name: replace(phone, counts=bool(room.counted and phone.seat and not phone.is_test))
        for name, phone in session.phones.items()
    }
    return replace(session, room=room, phones=phones)


def close(session: Session) -> Session:
    """Close what is asked now, and erase what each phone sent."""
    room, phones, sent = session.room, session.phones, session.sent
    if room.asked_for:
        yes = {name: said == YES for name, said in sent.items()}
        closed = rounds.settle(room, phones, yes)
    else:
        closed = rounds.close(room, phones, sent)
    return replace(session, room=closed, sent={}, asked_more=frozenset())


def withdraw(session: Session) -> Session:
    """Take back the action that everyone was asked for, and erase what each phone sent."""
    return replace(session, room=rounds.withdraw(session.room), sent={})


def finish(session: Session, telling: Telling) -> Session:
    """End a session, and forget how each phone took part."""
    room = rounds.finish(session.room, telling)
    return replace(session, room=room, phones=dict.fromkeys(session.phones, Phone("")))


def with_room(session: Session, room: Room) -> Session:
    """Return it with its room as it now is."""
    return replace(session, room=room)


def _without(kept, name):
    return {each: value for each, value in kept.items() if each != name}
