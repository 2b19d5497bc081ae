"""What is asked of sessions in one transaction: loaded once, changed in turn, written once."""

from collections.abc import Callable, Collection, Mapping
from datetime import date

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from widgets.group.room import Room
from widgets.group.session import Session

from .found import Found, KeptSession
from .tables import SESSIONS, lock_versions, read, remove, write


class Batch:
    """Sessions as a transaction found them and as they are by now."""

    def __init__(self, connection: Connection, known: Mapping[str, Found], codes: Collection[str]):
        self._connection = connection
        self._before = _load(connection, known, codes)
        self._now = {code: found.session for code, found in self._before.items()}
        # Whether rows were taken out, so that their bytes are to be erased.
        self.has_taken_out = False

    def change(self, code: str, change: Callable[[Session], Session]) -> Exception | None:
        """Put what a change returns in a session's place; return what it raised, if it did."""
        try:
            self._now[code] = change(self._now[code])
        except Exception as error:
            return error

    def create(self, room: Room, day: date) -> bool:
        """Add a session; return False if there is one of its code."""
        new = Found(Session(room), 1)
        row = {"code": room.code, "day": day, "version": 1, "room": room.model_dump_json()}
        try:
            with self._connection.begin_nested():
                self._connection.execute(insert(SESSIONS), row)
        except IntegrityError:
            return False
        self._before[room.code], self._now[room.code] = new, new.session
        return True

    def forget(self, code: str) -> None:
        """Delete all of a session."""
        if self._now.pop(code, None):
            remove(self._connection, [code])
            self.has_taken_out = True

    def kept(self) -> list[KeptSession]:
        """Return all that are kept, the latest days first."""
        query = select(SESSIONS.c.code, SESSIONS.c.day)
        query = query.order_by(SESSIONS.c.day.desc(), SESSIONS.c.code)
        return [KeptSession(*row) for row in self._connection.execute(query)]

    def write(self) -> dict[str, Found]:
        """Write what has changed, and return each session as it now is."""
        return {code: self._written(code, session) for code, session in self._now.items()}

    def _written(self, code, session):
        before = self._before[code]
        if session == before.session:
            return before
        after = Found(session, before.version + 1)
        self.has_taken_out |= write(self._connection, before, after)
        return after


def _load(connection, known, codes):
    versions = lock_versions(connection, codes)
    current = {
        code: known[code]
        for code, version in versions.items()
        if code in known and known[code].version == version
    }
    return current | read(connection, versions.keys() - current.keys())
