"""The store: what a change leaves, who is told what, and what another server sees of it."""

import asyncio
import threading
import time
from contextlib import ExitStack
from datetime import date

import pytest
import sqlalchemy
from phones_in_room import CODE, QUESTIONS, asked, asking, joining, name, phones, room, run, sending

from widgets.group import session as sessions
from widgets.group.room import NotNow
from widgets.group.session import Session
from widgets.group.store import Busy, KeptSession, Newer, Store

PATIENCE = 10
THIRTY = phones(30)


@pytest.fixture
def within():
    """Open stores that are closed at the end of the test."""
    with ExitStack() as stack:
        yield stack.enter_context


async def begun(store, receipts=THIRTY):
    assert await store.create(room())
    return await store.change(CODE, lambda session: asked(session, receipts))


def test_a_session_is_found_by_its_code_and_no_other(url, within):
    store = within(Store(url))

    async def create():
        assert await store.find(CODE) is None
        assert await store.create(room())
        assert (await store.find(CODE)).session == Session(room())
        assert await store.find("ABCDEG") is None

    run(create())


def test_a_code_that_is_taken_is_not_given_again(url, within):
    store = within(Store(url))

    async def create():
        await store.create(room())
        changed = await store.change(CODE, joining("receipt", "staff"))
        assert not await store.create(room())
        assert await store.find(CODE) == changed

    run(create())


def test_a_session_comes_back_whole_after_a_restart(url):
    def hour(session):
        session = sessions.close(answered(session))
        session = asking(QUESTIONS[1])(session)
        session = sending("receipt-ABCDEF-3", "rather-not", "2")(session)
        closing = sessions.rounds.announce_close(session.room, 1_800_000_000.25)
        session = sessions.with_room(session, closing)
        session = sessions.ask_for_time(session, name("receipt-ABCDEF-4"))
        return sessions.join(session, name("late"), "", is_test=True)

    def answered(session):
        for receipt in THIRTY:
            session = sending(receipt, "partly")(session)
        return session

    async def hold():
        await begun(store)
        return await store.change(CODE, hour)

    with Store(url) as store:
        before = run(hold())
    assert before.session.room.rounds[0].words and before.session.asked_more
    with Store(url) as store:
        assert run(store.find(CODE)) == before


def test_a_change_that_is_refused_changes_nothing_and_harms_no_other(url, within):
    store = within(Store(url))
    seats = ["staff", "nobody", "carers"]

    async def join():
        await store.create(room())
        changes = [store.change(CODE, joining(seat, seat)) for seat in seats]
        return await asyncio.gather(*changes, return_exceptions=True)

    first, refused, last = run(join())
    assert isinstance(refused, NotNow) and refused.args == ("no-group",)
    assert first == last and set(last.session.phones) == {name("staff"), name("carers")}


def test_what_cannot_be_written_harms_no_other_change(url, within):
    store = within(Store(url))

    def unwritable(session):
        return sessions.with_room(session, session.room.but(plan=b"\xff"))

    async def join():
        await store.create(room())
        changes = [joining("a", "staff"), unwritable, joining("b", "staff")]
        done = [store.change(CODE, change) for change in changes]
        return await asyncio.gather(*done, return_exceptions=True)

    _, failed, last = run(join())
    assert isinstance(failed, Exception)
    assert last.session.room == room() and set(last.session.phones) == {name("a"), name("b")}


def test_a_version_grows_with_what_changes_and_with_nothing_else(url, within):
    store = within(Store(url))

    async def versions():
        await store.create(room())
        yield (await store.find(CODE)).version
        yield (await store.change(CODE, joining("receipt", "staff"))).version
        yield (await store.change(CODE, joining("receipt", "staff"))).version
        yield (await store.change(CODE, joining("receipt", "carers"))).version

    async def listed():
        return [version async for version in versions()]

    assert run(listed()) == [1, 2, 2, 3]


def test_a_session_that_is_gone_is_told_of(url, within):
    store = within(Store(url))

    async def change():
        await store.create(room())
        await store.forget(CODE)
        assert await store.find(CODE) is None
        with pytest.raises(LookupError):
            await store.change(CODE, joining("receipt", "staff"))
        await store.forget(CODE)
        assert await store.create(room())
        assert (await store.find(CODE)).session == Session(room())

    run(change())


def test_what_is_forgotten_stays_forgotten_after_a_restart(url):
    async def hold():
        await begun(store)
        await store.forget(CODE)

    with Store(url) as store:
        run(hold())
    with Store(url) as store:
        assert run(store.find(CODE)) is None
        run(store.create(room()))
        assert not run(store.find(CODE)).session.phones


def test_sessions_are_listed_by_day_and_kept_for_as_long_as_was_said(url):
    def store_on(*day):
        return Store(url, keep_days=30, today=lambda: date(*day))

    with store_on(2027, 3, 1) as store:
        run(store.create(room("BBBBBB")))
        run(store.create(room("AAAAAA")))
    with store_on(2027, 3, 2) as store:
        run(store.create(room("CCCCCC")))
        run(store.change("BBBBBB", joining("receipt", "staff")))
    with store_on(2027, 3, 31) as store:
        kept = [KeptSession("CCCCCC", date(2027, 3, 2))]
        kept += [KeptSession(code, date(2027, 3, 1)) for code in ("AAAAAA", "BBBBBB")]
        assert run(store.kept()) == kept
    with store_on(2027, 4, 1) as store:
        assert run(store.kept()) == [KeptSession("CCCCCC", date(2027, 3, 2))]
        assert run(store.find("BBBBBB")) is None


def test_an_old_session_goes_on_the_day_also_while_the_server_runs(url, within):
    days = [date(2027, 3, 1)]
    store = within(Store(url, keep_days=30, today=lambda: days[-1]))
    run(store.create(room()))
    assert run(store.find(CODE))
    days.append(date(2027, 4, 1))
    assert becomes(lambda: run(store.find(CODE)) is None)
    assert run(store.kept()) == []


def test_only_what_is_asked_now_needs_a_tick(url, within):
    store = within(Store(url))

    async def ask():
        await store.create(room("AAAAAA"))
        await begun(store)
        assert store.open_codes() == [CODE]
        await store.change(CODE, sessions.close)
        assert store.open_codes() == []

    run(ask())


def test_a_round_that_was_open_needs_a_tick_after_a_restart(url):
    async def hold():
        await begun(store)
        await store.change(CODE, sending("receipt-ABCDEF-0", "partly"))

    with Store(url) as store:
        run(hold())
    with Store(url) as store:
        assert store.open_codes() == [CODE]


def test_three_hundred_changes_at_once_are_each_stored_once(url):
    receipts = phones(300)

    async def all_at_once(changes):
        start = time.perf_counter()
        await asyncio.gather(*(store.change(CODE, change) for change in changes))
        return time.perf_counter() - start

    async def hold():
        await store.create(room())
        joined = await all_at_once(joining(*each) for each in receipts.items())
        await store.change(CODE, lambda session: asked(session, {}))
        sent = await all_at_once(sending(receipt, "partly") for receipt in receipts)
        again = await all_at_once(sending(receipt, "partly") for receipt in receipts)
        return joined, sent, again

    with Store(url) as store:
        took = run(hold())
    print(
        url.partition(":")[0], "300 joined, sent, sent again:", *(f"{each:.3f} s" for each in took)
    )
    with Store(url) as store:
        session = run(store.find(CODE)).session
    assert {each: phone.seat for each, phone in session.phones.items()} == {
        name(receipt): seat for receipt, seat in receipts.items()
    }
    assert session.sent == {name(receipt): "partly" for receipt in receipts}


def test_whoever_comes_when_three_hundred_wait_is_told_to_come_again(url, within):
    store, may_go_on, has_begun = within(Store(url)), threading.Event(), threading.Event()

    def slowly(session):
        has_begun.set()
        assert may_go_on.wait(PATIENCE)
        return session

    async def crowd():
        await store.create(room())
        slow = asyncio.ensure_future(store.change(CODE, slowly))
        await asyncio.to_thread(has_begun.wait, PATIENCE)
        waiting = [store.change(CODE, joining(*each)) for each in phones(301).items()]
        crowded = asyncio.gather(*waiting, return_exceptions=True)
        await asyncio.sleep(0)
        may_go_on.set()
        await slow
        return await crowded

    *waited, last = run(crowd())
    assert isinstance(last, Busy)
    assert [type(each).__name__ for each in waited] == ["Found"] * 300
    assert len(run(store.find(CODE)).session.phones) == 300


def test_what_is_in_memory_is_found_while_the_writer_is_held_up(url, within):
    store, may_go_on = within(Store(url)), threading.Event()

    def slowly(session):
        assert may_go_on.wait(PATIENCE)
        return session

    async def read():
        await store.create(room())
        slow = asyncio.ensure_future(store.change(CODE, slowly))
        await asyncio.sleep(0.1)
        assert await asyncio.wait_for(store.find(CODE), 1)
        may_go_on.set()
        await slow

    run(read())


def test_someone_who_goes_away_while_waiting_holds_up_nobody(url, within):
    store = within(Store(url))

    async def leave():
        await store.create(room())
        gone = asyncio.ensure_future(store.change(CODE, joining("a", "staff")))
        await asyncio.sleep(0)
        gone.cancel()
        return await store.change(CODE, joining("b", "staff"))

    assert name("b") in run(leave()).session.phones


def test_two_servers_share_sessions_and_lose_nothing(url, within):
    here, there = servers = within(Store(url)), within(Store(url))
    receipts = phones(120)
    codes = (CODE, "BCDEFG")

    async def share():
        for code in codes:
            await servers[0].create(room(code))
        changes = [
            servers[(turn + place) % 2].change(code, joining(*phone))
            for turn, phone in enumerate(receipts.items())
            for place, code in enumerate(codes)
        ]
        await asyncio.gather(*changes)

    run(share())
    for code in codes:
        assert becomes(lambda code=code: run(here.find(code)) == run(there.find(code)))
        assert set(run(here.find(code)).session.phones) == {name(receipt) for receipt in receipts}


def test_what_one_server_changes_another_sees_by_itself_or_when_told_the_version(url, within):
    here, there = within(Store(url)), within(Store(url))

    async def move():
        await here.create(room())
        assert await there.find(CODE)
        changed = await here.change(CODE, joining("receipt", "staff"))
        assert await there.find(CODE, since=changed.version) == changed

    run(move())
    run(here.change(CODE, joining("another", "staff")))
    assert becomes(lambda: name("another") in run(there.find(CODE)).session.phones)
    run(there.forget(CODE))
    assert becomes(lambda: run(here.find(CODE)) is None)


def test_two_servers_start_at_once_on_an_empty_database(url):
    faults = []

    def start():
        try:
            with Store(url):
                pass
        except Exception as error:
            faults.append(error)

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []


def becomes(is_so):
    end = time.monotonic() + PATIENCE
    while not (so := is_so()) and time.monotonic() < end:
        time.sleep(0.05)
    return so


def test_a_database_of_a_newer_version_is_left_as_it_is(url, within):
    with Store(url) as store:
        run(store.create(room()))
    engine = sqlalchemy.create_engine(url)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE schema_version SET version = 2")
        connection.exec_driver_sql("UPDATE sessions SET day = '2001-01-01'")
    with pytest.raises(Newer) as newer, Store(url):
        pass
    assert str(newer.value) == (
        f"The database {url} was made by a newer version of this course (tables 2, expected 1). "
        "Nothing in it was changed: update this course, or name another database by --db."
    )
    with engine.connect() as connection:
        kept = connection.exec_driver_sql("SELECT code FROM sessions").scalars().all()
    engine.dispose()
    assert kept == [CODE]


@pytest.mark.parametrize("address", ["", "sessions.db", "mysql://root@localhost/sessions"])
def test_an_address_that_names_no_database_is_told_of(address):
    with pytest.raises(OSError) as fault, Store(address):
        pass
    assert str(fault.value) == (
        "The address of the database can't be understood: "
        "expected sqlite:///FILE or postgresql+psycopg://USER@HOST/NAME."
    )


def test_a_rehearsal_is_kept_in_memory_alone(within, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    store = within(Store("sqlite://"))
    run(begun(store))
    run(store.change(CODE, sessions.close))
    assert run(store.find(CODE)).session.room.rounds[0].is_closed
    assert list(tmp_path.iterdir()) == []
