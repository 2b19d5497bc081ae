"""Phones in a room, for tests: sessions as the core makes them, and what phones do."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from widgets.group import rounds
from widgets.group import session as sessions
from widgets.group.floor import CARERS, LIVED_EXPERIENCE, STAFF
from widgets.group.room import Room
from widgets.group.session import Session

QUESTIONS = ("all-stages", "equal-decisions", "jointly-responsible")
CODE = "ABCDEF"


def room(code: str = CODE) -> Room:
    """Return the room of a new session."""
    return Room(code=code, plan="half-hour", questions=QUESTIONS)


def phones(number: int, code: str = CODE) -> dict[str, str]:
    """Return the receipts of phones, and in which group each is."""
    groups = (LIVED_EXPERIENCE, STAFF, CARERS)
    return {f"receipt-{code}-{each}": groups[each % 3] for each in range(number)}


def joining(receipt: str, seat: str):
    """Return the change by which a phone joins."""
    return partial(sessions.join, name=sessions.name_of(receipt), seat=seat)


def sending(receipt: str, said: str, asked: str = "1"):
    """Return the change by which a phone answers."""
    return partial(sessions.send, name=sessions.name_of(receipt), asked=asked, said=said)


def asking(question: str):
    """Return the change by which a host asks a question."""
    return lambda session: sessions.with_room(session, rounds.ask(session.room, question))


def with_phones(session: Session, receipts: dict[str, str]) -> Session:
    """Return a session with phones that have joined."""
    for receipt, seat in receipts.items():
        session = joining(receipt, seat)(session)
    return session


def asked(session: Session, receipts: dict[str, str]) -> Session:
    """Return a session that has begun with phones, and asks its first question."""
    begun = sessions.begin(with_phones(session, receipts), heads_agree=True)
    return asking(QUESTIONS[0])(begun)


def name(receipt: str) -> str:
    """Return the name by which a phone is kept."""
    return sessions.name_of(receipt)


def run(coroutine):
    """Run it in a thread of its own: where a browser is open, this one has a loop already."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, asyncio.wait_for(coroutine, 60)).result()
