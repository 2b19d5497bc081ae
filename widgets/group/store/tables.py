"""The tables of the store: how sessions become rows, and rows sessions again.

A row is found by a code and a phone's name, and nothing tells which came first: on SQLite there are
no row numbers, and what is written together is written in the order of names.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    delete,
    insert,
    select,
    update,
)

from widgets.group.room import Phone, Room
from widgets.group.session import Session

from .found import Found

TABLES = MetaData()


def _table(name, *columns):
    return Table(name, TABLES, *columns, sqlite_with_rowid=False)


def _by_phone(table, *columns):
    code = Column("code", String, primary_key=True)
    return _table(table, code, Column("name", String, primary_key=True), *columns)


VERSIONS = _table(
    "schema_version", Column("version", Integer, primary_key=True, autoincrement=False)
)
SESSIONS = _table(
    "sessions",
    Column("code", String, primary_key=True),
    Column("day", Date, nullable=False),
    Column("version", Integer, nullable=False),
    Column("room", Text, nullable=False),
)
PHONES = _by_phone(
    "phones",
    Column("seat", String, nullable=False),
    Column("is_test", Boolean, nullable=False),
    Column("counts", Boolean, nullable=False),
    Column("has_left", Boolean, nullable=False),
)
SENT = _by_phone("sent", Column("said", String, nullable=False))
ASKED_MORE = _by_phone("asked_more")
BY_PHONE = (PHONES, SENT, ASKED_MORE)


def lock_versions(connection: Connection, codes: Iterable[str]) -> dict[str, int]:
    """Return the version of each session that is there; no other server changes one meanwhile."""
    # All servers lock in one order, so that no two wait for each other.
    query = _versions(codes).order_by(SESSIONS.c.code).with_for_update()
    return {row.code: row.version for row in connection.execute(query)}


def read_changed(connection: Connection, known: Mapping[str, Found]) -> dict[str, Found | None]:
    """Return which of the sessions that are known are other by now, and None for what is gone."""
    versions = {row.code: row.version for row in connection.execute(_versions(known))}
    other = [code for code in known if versions.get(code) != known[code].version]
    return dict.fromkeys(other) | read(connection, other)


def _versions(codes):
    return select(SESSIONS.c.code, SESSIONS.c.version).where(SESSIONS.c.code.in_(list(codes)))


def read_with_answers(connection: Connection) -> dict[str, Found]:
    """Return the sessions that hold single answers."""
    return read(connection, connection.execute(select(SENT.c.code).distinct()).scalars())


def read(connection: Connection, codes: Iterable[str]) -> dict[str, Found]:
    """Return each session that is there, whole."""
    codes = list(codes)
    if not codes:
        return {}
    rows = connection.execute(select(SESSIONS).where(SESSIONS.c.code.in_(codes))).all()
    phones = _read_phones(connection, PHONES, codes)
    sent = _read_phones(connection, SENT, codes)
    asked_more = _read_phones(connection, ASKED_MORE, codes)
    return {
        row.code: Found(
            Session(
                Room.model_validate_json(row.room),
                {name: Phone(*values) for name, values in phones[row.code].items()},
                {name: said for name, (said,) in sent[row.code].items()},
                frozenset(asked_more[row.code]),
            ),
            row.version,
        )
        for row in rows
    }


def _read_phones(connection, table, codes):
    found = defaultdict(dict)
    of_codes = table.c.code.in_(codes)
    for code, name, *values in connection.execute(select(table).where(of_codes)):
        found[code][name] = values
    return found


def write(connection: Connection, before: Found, after: Found) -> bool:
    """Write what differs; return whether rows were taken out, which leave bytes to erase."""
    code = before.session.room.code
    changed = {"version": after.version, "room": after.session.room.model_dump_json()}
    connection.execute(update(SESSIONS).where(SESSIONS.c.code == code).values(changed))
    old, new = _by_table(before.session), _by_table(after.session)
    return any([_write_phones(connection, table, code, old[table], new[table]) for table in old])


def _by_table(session: Session) -> dict[Table, Mapping[str, dict]]:
    return {
        PHONES: {name: vars(phone) for name, phone in session.phones.items()},
        SENT: {name: {"said": said} for name, said in session.sent.items()},
        ASKED_MORE: {name: {} for name in session.asked_more},
    }


def _write_phones(connection, table, code, old, new):
    gone = [name for name, values in old.items() if new.get(name) != values]
    come = sorted(name for name, values in new.items() if old.get(name) != values)
    if gone:
        of_phones = (table.c.code == code) & table.c.name.in_(gone)
        connection.execute(delete(table).where(of_phones))
    if come:
        rows = [{"code": code, "name": name, **new[name]} for name in come]
        connection.execute(insert(table), rows)
    return bool(gone)


def remove_before(connection: Connection, day: date) -> bool:
    """Delete all sessions that were created before a day; return whether there were any."""
    old = connection.execute(select(SESSIONS.c.code).where(SESSIONS.c.day < day)).scalars().all()
    remove(connection, old)
    return bool(old)


def remove(connection: Connection, codes: Iterable[str]) -> None:
    """Delete all of some sessions."""
    codes = list(codes)
    for table in (SESSIONS, *BY_PHONE):
        connection.execute(delete(table).where(table.c.code.in_(codes)))
