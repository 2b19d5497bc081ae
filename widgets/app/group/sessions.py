"""The sessions of this server: those that are kept, and rehearsals, which are stored nowhere."""

import asyncio
import time
from collections.abc import Callable
from contextlib import contextmanager, suppress
from datetime import date

from tornado.log import app_log

from widgets.course.model import Course
from widgets.group import rounds
from widgets.group.rehearsal import answer, invite
from widgets.group.room import NotNow, Room
from widgets.group.session import Session, asked_now, close, new_code
from widgets.group.store import Busy, Found, KeptSession, Store

from .refused import BAD, NOT_FOUND, NOT_UNDERSTOOD, Refused

SECOND = 1
GONE = "gone"
MOST_ASKING = 50
Change = Callable[[Session], Session]


class Sessions:
    """Finds, makes and changes sessions, wherever they are kept."""

    def __init__(self, store: Store, rehearsals: Store):
        self._store, self._rehearsals = store, rehearsals
        self._rehearsed: set[str] = set()
        self._asking = asyncio.Semaphore(MOST_ASKING)

    async def find(self, code: str, since: int = 0) -> Found | None:
        """Return a session, as it is since a version that another server may have written."""
        store = self._where(code)
        if found := store.known(code, since):
            return found
        # Whoever tries codes by the thousand waits here, and takes no turn from a phone's answer.
        async with self._asking:
            with _while_it_lasts():
                return await store.find(code, since)

    async def change(self, code: str, change: Change) -> Found:
        """Change a session. Raises NotNow, Busy, and Refused where it is gone."""
        if code in self._rehearsed:
            change = _rehearsed(change)
        try:
            with _while_it_lasts():
                return await self._where(code).change(code, change)
        except LookupError as error:
            raise Refused(NOT_FOUND, GONE) from error

    async def create(self, course: Course, plan: str, is_rehearsal: bool) -> str:
        """Make a session from one of run mode, and return its code."""
        planned = _planned(course, plan)
        questions = tuple(asked.id for asked in course.readiness_check.asked)
        while True:
            code = new_code()
            room = Room(code=code, plan=planned, questions=questions, is_rehearsal=is_rehearsal)
            if await self._add(room):
                return code

    async def _add(self, room):
        store = self._rehearsals if room.is_rehearsal else self._store
        with _while_it_lasts():
            is_new = await store.create(room)
        if is_new and room.is_rehearsal:
            await store.change(room.code, invite)
            self._rehearsed.add(room.code)
        return is_new

    async def forget(self, code: str) -> None:
        """Delete a session at once."""
        with _while_it_lasts():
            await self._where(code).forget(code)
        self._rehearsed.discard(code)

    async def kept(self) -> list[KeptSession]:
        """Return code and day of each session that is kept."""
        with _while_it_lasts():
            return await self._store.kept()

    async def day_of(self, code: str) -> str:
        """Return the day on which a session was made; a rehearsal is of today."""
        days = {each.code: each.day for each in await self.kept()}
        return days.get(code, date.today()).isoformat()

    async def keep_time(self) -> None:
        """Close each round when its time is over, until cancelled."""
        while True:
            await asyncio.sleep(SECOND)
            for store in (self._store, self._rehearsals):
                for code in store.open_codes():
                    await self._close_if_due(store, code)

    async def _close_if_due(self, store, code):
        # Closed or deleted by someone else, or still due in a second.
        with suppress(NotNow, LookupError, Busy), _while_it_lasts():
            found = await store.find(code)
            if found and rounds.is_due(found.session.room, time.time()):
                await store.change(code, _close_due)

    def _where(self, code):
        return self._rehearsals if code in self._rehearsed else self._store


@contextmanager
def _while_it_lasts():
    """Let whoever waits for a database that halts come again."""
    try:
        yield
    except OSError as error:
        app_log.error("%s", error)
        raise Busy from error


def _close_due(session):
    if not rounds.is_due(session.room, time.time()):
        raise NotNow("not-open")
    return close(session)


def _rehearsed(change):
    """Return a change after which the invented people answer what is then asked."""

    def changed(session):
        after = change(session)
        asked = asked_now(after.room)
        return answer(after) if asked and asked != asked_now(session.room) else after

    return changed


def _planned(course, plan):
    for session in course.sessions:
        if plan in (session.id, str(session.minutes)):
            return session.id
    raise Refused(BAD, NOT_UNDERSTOOD)
