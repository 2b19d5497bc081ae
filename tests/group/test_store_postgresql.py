"""The store where servers share a PostgreSQL: what happens if it, or a server, doesn't answer."""

import asyncio
import time

import pytest
import sqlalchemy
from phones_in_room import CODE, joining, name, room, run

from widgets.group.store import Store, database

pytestmark = pytest.mark.postgresql


@pytest.fixture
def url(postgresql):
    return postgresql.new_database()


@pytest.fixture
def other(url):
    """Connect to the same database, as another server would."""
    engine = sqlalchemy.create_engine(url)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def test_a_server_goes_on_once_its_database_was_started_anew(url, other):
    ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
    with Store(url) as store:
        run(store.create(room()))
        other.exec_driver_sql(f"{ended} AND datname = current_database()")
        changed = run(store.change(CODE, joining("receipt", "staff")))
    with Store(url) as store:
        assert run(store.find(CODE)) == changed


def test_a_server_that_halts_holds_up_another_for_a_while_only(url, other, monkeypatch):
    monkeypatch.setattr(database, "PATIENCE", ("lock_timeout = '100ms'",))
    with Store(url) as store:
        run(store.create(room()))
        other.exec_driver_sql("SELECT * FROM sessions FOR UPDATE")
        with pytest.raises(OSError) as fault:
            run(store.change(CODE, joining("a", "staff")))
        assert str(fault.value) == (
            f"The database {url} can't be used: canceling statement due to lock timeout."
        )
        other.rollback()
        assert set(run(store.change(CODE, joining("b", "staff"))).session.phones) == {name("b")}


def test_a_server_that_halted_loses_its_hold(url, monkeypatch):
    monkeypatch.setattr(database, "PATIENCE", ("idle_in_transaction_session_timeout = '100ms'",))

    def halt(session):
        time.sleep(1)
        return session

    with Store(url) as store, Store(url) as another:
        run(store.create(room()))

        async def both():
            halted = asyncio.ensure_future(store.change(CODE, halt))
            await asyncio.sleep(0.3)
            await another.change(CODE, joining("receipt", "staff"))
            with pytest.raises(OSError):
                await halted

        run(both())
        run(store.change(CODE, joining("another", "staff")))
    with Store(url) as store:
        assert set(run(store.find(CODE)).session.phones) == {name("receipt"), name("another")}


def test_a_database_that_does_not_answer_is_told_of_without_its_password():
    address = "postgresql+psycopg://me:sesame@127.0.0.1:1/sessions"
    with pytest.raises(OSError) as fault, Store(address):
        pass
    shown = "The database postgresql+psycopg://me:***@127.0.0.1:1/sessions can't be used: "
    assert str(fault.value).startswith(shown) and "sesame" not in str(fault.value)


def test_an_address_may_leave_the_driver_out(url):
    with Store(url.replace("+psycopg", "")) as store:
        assert run(store.kept()) == []
