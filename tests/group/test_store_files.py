"""What stands in the files of the store: of an answer nothing, once its round is closed."""

import asyncio
import random
import shutil
import sqlite3
import stat
import time
from pathlib import Path

import pytest
from phones_in_room import CODE, asked, name, phones, room, run, sending

from widgets.group import rounds
from widgets.group import session as sessions
from widgets.group.floor import RESPONSES
from widgets.group.store import Store, default_url

OTHER = "BCDEFG"
MANY = phones(300)
FEW = phones(30, OTHER)
SAID = [said.encode() for said in RESPONSES]
PATIENCE = 10


def files_in(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def found_in(folder, searched):
    content = b"".join(files_in(folder).values())
    return {each for each in searched if each in content}


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "private"


@pytest.fixture
def url(folder):
    return f"sqlite:///{folder / 'sessions.db'}"


async def answered(store, code, receipts):
    await store.create(room(code))
    await store.change(code, lambda session: asked(session, receipts))
    for turn in range(2):
        said = [RESPONSES[(place + turn) % 5] for place in range(len(receipts))]
        changes = [sending(*each) for each in zip(receipts, said, strict=True)]
        await asyncio.gather(*(store.change(code, change) for change in changes))


async def closed(store, code):
    await store.change(code, sessions.close)


def test_when_a_round_closes_its_answers_are_gone_from_every_file(url, folder):
    with Store(url) as store:
        run(answered(store, CODE, MANY))
        assert found_in(folder, SAID) == set(SAID)
        run(closed(store, CODE))
        assert set(files_in(folder)) == {"sessions.db", "sessions.db-wal", "sessions.db-shm"}
        assert found_in(folder, SAID) == set()
    assert found_in(folder, SAID) == set()


def test_answers_are_gone_also_while_another_session_goes_on(url, folder):
    with Store(url) as store:
        run(answered(store, CODE, MANY))
        run(answered(store, OTHER, FEW))
        run(closed(store, CODE))
        content = b"".join(files_in(folder).values())
        # A phone that takes part is named once, and beside nothing that it sent.
        assert {content.count(name(receipt).encode()) for receipt in MANY} == {1}
        run(closed(store, OTHER))
        assert found_in(folder, SAID) == set()


def test_no_copy_stays_where_rows_moved_between_pages(url, folder):
    # Without new pages, these numbers leave two answers in the file twice.
    chance = random.Random(1)
    receipts = {letter * 6: phones(60, letter * 6) for letter in "ABCDEFGH"}

    async def send_anew():
        code = chance.choice(list(receipts))
        some = chance.sample(list(receipts[code]), chance.randrange(1, 60))
        changes = [sending(receipt, chance.choice(RESPONSES)) for receipt in some]
        await asyncio.gather(*(store.change(code, change) for change in changes))

    async def hold():
        for code, each in receipts.items():
            await store.create(room(code))
            await store.change(code, lambda session, each=each: asked(session, each))
        for _ in range(40):
            await send_anew()
        await closed(store, "BBBBBB")
        return [(await store.find(code)).session for code in receipts]

    with Store(url) as store:
        held = run(hold())
        content = b"".join(files_in(folder).values())
    # Once as a phone that takes part, and once more while its answer is held.
    expected = {each: 1 + (each in session.sent) for session in held for each in session.phones}
    assert {each: content.count(each.encode()) for each in expected} == expected


def test_what_was_said_to_an_action_is_gone_once_it_is_settled(url, folder):
    said = [sessions.NOT_YET.encode()]

    def proposing(session):
        return sessions.with_room(session, rounds.propose(session.room, "Pay travel in advance"))

    async def propose():
        await store.create(room())
        await store.change(CODE, lambda session: sessions.close(asked(session, FEW)))
        await store.change(CODE, proposing)
        for receipt in FEW:
            await store.change(CODE, sending(receipt, sessions.NOT_YET, "action-1"))

    with Store(url) as store:
        run(propose())
        assert found_in(folder, said)
        run(closed(store, CODE))
        assert not found_in(folder, said)


def test_what_is_taken_back_or_changed_is_gone_at_once(url, folder):
    first, second = list(FEW)[:2]

    async def change():
        await store.create(room())
        await store.change(CODE, lambda session: asked(session, FEW))
        await store.change(CODE, sending(first, "not-now"))
        await store.change(CODE, sending(second, "dont-know"))
        assert found_in(folder, SAID) == {b"not-now", b"dont-know"}
        await store.change(CODE, sending(first, "partly"))
        assert found_in(folder, SAID) == {b"partly", b"dont-know"}
        back = {"name": name(second), "asked": "1"}
        await store.change(CODE, lambda session: sessions.take_back(session, **back))
        assert found_in(folder, SAID) == {b"partly"}

    with Store(url) as store:
        run(change())


def test_a_session_that_is_forgotten_or_old_is_gone_from_every_file(url, folder):
    with Store(url) as store:
        run(answered(store, CODE, MANY))
        run(answered(store, OTHER, FEW))
        run(store.forget(CODE))
        everything = [CODE.encode(), *(name(receipt).encode() for receipt in MANY)]
        assert found_in(folder, everything) == set()
    kept = [OTHER.encode(), *(name(receipt).encode() for receipt in FEW), *SAID]
    assert found_in(folder, kept) == set(kept)
    with Store(url, keep_days=-1):
        assert found_in(folder, kept) == set()


def test_a_receipt_is_in_no_file_and_a_name_is_none_that_opens_anything(url, folder):
    with Store(url) as store:
        run(answered(store, CODE, FEW))
        assert not found_in(folder, [receipt.encode() for receipt in FEW])
        assert found_in(folder, [name(next(iter(FEW))).encode()])


def test_nothing_tells_which_phone_came_first(url, folder):
    with Store(url) as store:
        run(answered(store, CODE, FEW))
    connection = sqlite3.connect(folder / "sessions.db")
    for table in ("phones", "sent"):
        names = [name for (name,) in connection.execute(f"SELECT name FROM {table}")]
        assert names == sorted(names) and len(names) == len(FEW)
        with pytest.raises(sqlite3.OperationalError, match="no such column: rowid"):
            connection.execute(f"SELECT rowid FROM {table}")
    connection.close()


def reading(folder):
    """Return a connection in the midst of reading, which keeps the log from being emptied."""
    reader = sqlite3.connect(folder / "sessions.db", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM sent").fetchone()
    return reader


def test_answers_that_a_reader_kept_in_the_log_are_gone_once_it_leaves(url, folder):
    with Store(url) as store:
        run(answered(store, CODE, FEW))
        reader = reading(folder)
        run(closed(store, CODE))
        assert found_in(folder, SAID)
        reader.close()
        end = time.monotonic() + PATIENCE
        while found_in(folder, SAID) and time.monotonic() < end:
            time.sleep(0.05)
        assert not found_in(folder, SAID)


def test_answers_that_a_crash_left_in_the_log_are_gone_after_the_next_start(url, folder, tmp_path):
    crashed = tmp_path / "crashed"
    with Store(url) as store:
        run(answered(store, CODE, FEW))
        reader = reading(folder)
        run(closed(store, CODE))
        shutil.copytree(folder, crashed)
        reader.close()
    assert found_in(crashed, SAID)
    with Store(f"sqlite:///{crashed / 'sessions.db'}") as store:
        assert not found_in(crashed, SAID)
        assert run(store.find(CODE)).session.room.rounds[0].is_closed


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_nobody_but_their_owner_may_read_the_files(url, folder):
    with Store(url) as store:
        run(answered(store, CODE, FEW))
        assert mode(folder) == 0o700
        assert {path.name: mode(path) for path in folder.iterdir()} == dict.fromkeys(
            ("sessions.db", "sessions.db-wal", "sessions.db-shm"), 0o600
        )


def test_files_that_others_could_read_are_closed_to_them(url, folder):
    with Store(url) as store:
        run(answered(store, CODE, FEW))
        for path in folder.iterdir():
            path.chmod(0o644)
        with Store(url):
            assert {mode(path) for path in folder.iterdir()} == {0o600}


def test_without_an_address_sessions_are_in_the_users_own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_url() == f"sqlite:///{tmp_path / 'coproduction' / 'sessions.db'}"
    assert mode(tmp_path / "coproduction") == 0o700
    with Store(default_url()) as store:
        assert run(store.kept()) == []


def test_a_file_that_is_no_database_is_left_as_it_is_and_told_of(folder):
    folder.mkdir()
    file = folder / "notes.txt"
    file.write_text("Nothing to do with sessions. " * 100)
    with pytest.raises(OSError) as fault, Store(f"sqlite:///{file}"):
        pass
    assert str(fault.value) == (
        f"The database sqlite:///{file} can't be used: file is not a database."
    )
    assert file.read_text() == "Nothing to do with sessions. " * 100


def test_a_folder_that_is_a_file_is_told_of(tmp_path):
    Path(tmp_path / "taken").write_text("")
    with pytest.raises(OSError) as fault, Store(f"sqlite:///{tmp_path / 'taken' / 'sessions.db'}"):
        pass
    assert str(tmp_path / "taken") in str(fault.value)
