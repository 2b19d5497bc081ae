"""The database of the store, SQLite or PostgreSQL; what is deleted is gone from SQLite's files."""

import contextlib
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from sqlalchemy import create_engine, event, insert, inspect, make_url, select, text
from sqlalchemy.exc import (
    ArgumentError,
    DBAPIError,
    InterfaceError,
    InternalError,
    OperationalError,
)

from .batch import Batch
from .found import Found
from .place import make_private_folder
from .tables import TABLES, VERSIONS, read_changed, read_with_answers, remove_before

# Whoever changes the tables, or what a room holds, takes the next version, and says in
# _make_tables() how an older one becomes it.
SCHEMA = 1
DRIVERS = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg"}
# What SQLite needs so that an answer that was acknowledged is on the disk, and a deleted one isn't.
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "temp_store=MEMORY")
# A server that halts in the middle of something holds up the others no longer than that.
PATIENCE = ("lock_timeout = '5s'", "idle_in_transaction_session_timeout = '10s'")
SECONDS = 5
# The database, not what was asked of it.
FAULTS = (OperationalError, InterfaceError, InternalError)
# Two servers that start at once make the tables one after the other; the number is of no meaning.
LOCK = text("SELECT pg_advisory_xact_lock(7216)")


class Newer(Exception):
    """The database was made by a newer version of the course; nothing in it was changed."""


class Database:
    """A database, used by one thread."""

    def __init__(self, url: str):
        self._url = _understood(url)
        self._is_sqlite = self._url.get_backend_name() == "sqlite"
        # None of what is in memory only.
        named = self._is_sqlite and self._url.database not in (None, "", ":memory:")
        self._file = Path(self._url.database) if named else None
        self._must_erase = False
        self._engine = self._make_engine()

    def open(self) -> None:
        """Connect, and make the tables where there are none."""
        if self._file:
            _make_private(self._file)
        with self._in_plain_words(DBAPIError), self._engine.begin() as connection:
            self._make_tables(connection)

    def close(self) -> None:
        """Disconnect."""
        self._engine.dispose()

    @contextmanager
    def batch(self, known: Mapping[str, Found], codes: Collection[str]) -> Iterator[Batch]:
        """Give one transaction; what is then deleted is gone from the files, too."""
        with self._transaction() as connection:
            batch = Batch(connection, known, codes)
            yield batch
        self._must_erase |= batch.has_taken_out
        self.erase()

    def changed(self, known: Mapping[str, Found]) -> dict[str, Found | None]:
        """Return which sessions have changed elsewhere, and None for those that are gone."""
        with self._transaction() as connection:
            return read_changed(connection, known)

    def with_answers(self) -> dict[str, Found]:
        """Return the sessions that hold single answers."""
        with self._transaction() as connection:
            return read_with_answers(connection)

    def delete_before(self, day: date) -> None:
        """Delete all sessions that were created before a day."""
        with self._transaction() as connection:
            self._must_erase |= remove_before(connection, day)

    def erase(self, at_once: bool = False) -> None:
        """Rid SQLite's files of what was deleted; later if a reader is in the way."""
        if self._file and (self._must_erase or at_once):
            with (
                self._in_plain_words(sqlite3.Error),
                closing(self._engine.raw_connection()) as connection,
            ):
                self._must_erase = _erase(connection.cursor())

    @contextmanager
    def _transaction(self):
        with self._in_plain_words(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _in_plain_words(self, *kinds):
        try:
            yield
        except (*FAULTS, *kinds) as error:
            reason = str(getattr(error, "orig", error)).strip().partition("\n")[0]
            raise OSError(f"The database {self._url} can't be used: {reason}.") from error

    def _make_engine(self):
        patience = {"timeout" if self._is_sqlite else "connect_timeout": SECONDS}
        try:
            engine = create_engine(self._url, pool_pre_ping=True, connect_args=patience)
        except ImportError as error:
            cure = "pip install 'psycopg[binary]'"
            raise OSError(f"PostgreSQL needs one more package: {cure}.") from error
        event.listen(engine, "connect", self._prepare)
        event.listen(engine, "begin", self._begin)
        return engine

    def _prepare(self, connection, _):
        if self._is_sqlite:
            # Transactions begin as _begin() says, not where the driver sees fit.
            connection.isolation_level = None
            settings = [f"PRAGMA {pragma}" for pragma in PRAGMAS]
        else:
            settings = [f"SET {setting}" for setting in PATIENCE]
        for setting in settings:
            connection.execute(setting)
        connection.commit()

    def _begin(self, connection):
        if self._is_sqlite:
            connection.exec_driver_sql("BEGIN IMMEDIATE")

    def _make_tables(self, connection):
        if not self._is_sqlite:
            connection.execute(LOCK)
        if not inspect(connection).has_table(VERSIONS.name):
            TABLES.create_all(connection)
            connection.execute(insert(VERSIONS), {"version": SCHEMA})
        version = connection.execute(select(VERSIONS.c.version)).scalar_one()
        if version > SCHEMA:
            cure = "update this course, or name another database by --db"
            raise Newer(
                f"The database {self._url} was made by a newer version of this course"
                f" (tables {version}, expected {SCHEMA}). Nothing in it was changed: {cure}."
            )


def _understood(url):
    cure = "expected sqlite:///FILE or postgresql+psycopg://USER@HOST/NAME"
    try:
        understood = make_url(url)
        return understood.set(drivername=DRIVERS[understood.get_backend_name()])
    except (ArgumentError, KeyError) as error:
        raise OSError(f"The address of the database can't be understood: {cure}.") from error


def _erase(cursor):
    """Return whether a reader was in the way, for whom nobody else is to wait."""
    cursor.execute("PRAGMA busy_timeout = 100")
    try:
        # Where rows moved between pages, some of their bytes stay behind: all pages are made anew.
        cursor.execute("VACUUM")
        is_busy, *_ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
        is_busy = True
    finally:
        cursor.execute(f"PRAGMA busy_timeout = {SECONDS * 1000}")
    return bool(is_busy)


def _make_private(file):
    make_private_folder(file.parent)
    # SQLite gives the files beside it the same mode. One that is there must not be opened: to close
    # it again would undo the locks that this process has on it.
    with contextlib.suppress(FileExistsError):
        file.touch(0o600, exist_ok=False)
    for suffix in ("", "-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            file.with_name(file.name + suffix).chmod(0o600)
