"""Where sessions are kept, as the command is told; and what happens while that place halts."""

import contextlib
import sqlite3
import stat

import pytest
import ways_in
from visitor import Host, Phone

from widgets.app.command import main
from widgets.group.store import Store

NOT_UNDERSTOOD = (
    "The address of the database can't be understood:"
    " expected sqlite:///FILE or postgresql+psycopg://USER@HOST/NAME.\n"
)


@pytest.fixture
def run(example_file, monkeypatch, capsys):
    """Return a function that runs `serve` where it ends before anything is served."""
    monkeypatch.chdir(example_file.parent)

    def run(*options):
        try:
            code = main(["serve", "--no-browser", "--port=0", *options])
        except SystemExit as stop:
            code = stop.code
        return code, *capsys.readouterr()

    return run


@pytest.mark.parametrize("url", ["sessions.db", "mysql://host/name", "https://example.org/"])
def test_a_database_of_no_kind_that_is_known_is_one_clear_line(run, url):
    assert run("--db", url) == (1, "", NOT_UNDERSTOOD)


def test_a_password_in_an_address_is_not_told(run):
    code, out, told = run("--db", "postgresql+psycopg://me:hidden@127.0.0.1:1/name")
    assert (code, out, told.count("\n")) == (1, "", 1)
    assert told.startswith(
        "The database postgresql+psycopg://me:***@127.0.0.1:1/name can't be used:"
    )
    assert "hidden" not in told


@pytest.mark.parametrize("days", ["0", "-1", "month", "1.5", "99999"])
def test_days_that_are_none_are_refused(run, days):
    code, _, told = run(f"--keep-days={days}")
    assert code == 2
    assert told.endswith(f"argument --keep-days: expected 1 to 3650 days, found '{days}'\n")


def test_a_database_of_a_newer_version_is_one_clear_line(run, tmp_path):
    file = tmp_path / "sessions.db"
    with Store(f"sqlite:///{file}"):
        pass
    with contextlib.closing(sqlite3.connect(file)) as database:
        database.execute("UPDATE schema_version SET version = 99")
        database.commit()
    code, out, told = run("--db", f"sqlite:///{file}")
    assert (code, out, told.count("\n")) == (1, "", 1)
    assert told.startswith(
        f"The database sqlite:///{file} was made by a newer version of this course"
    )


def test_a_key_of_the_environment_that_is_too_easy_is_one_clear_line(run, monkeypatch):
    monkeypatch.setenv("COPRODUCTION_HOST_KEY", "easy")
    code, out, told = run()
    assert (code, out, told.count("\n")) == (1, "", 1)
    assert told.startswith("COPRODUCTION_HOST_KEY: expected 22 or more letters, digits,")


def test_what_is_kept_is_only_its_owners(example_file, tmp_path):
    server = ways_in.serve(example_file)
    server.environment = {"XDG_DATA_HOME": str(tmp_path)}
    with server:
        Host(server).enter().create("short")
        folder = tmp_path / "coproduction"
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert set(modes) >= {"host-key", "cookie-secret", "sessions.db"}
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_without_a_folder_of_ones_own_sessions_last_as_long_as_the_server(example_file, tmp_path):
    (tmp_path / "file").touch()
    server = ways_in.serve(example_file)
    server.environment = {"XDG_DATA_HOME": str(tmp_path / "file" / "below")}
    with server:
        code = Host(server).enter().create("short")
        assert Phone(server, code=code).get(f"join/{code}").status == 200
        told = server.log.read_text()
    assert told.endswith(
        "Sessions with phones end as this server does: name a place to keep them with --db.\n"
    )


def test_while_the_database_halts_a_phone_is_asked_to_send_again(example_file, tmp_path, examples):
    file, says = tmp_path / "sessions.db", examples.words.group
    with ways_in.serve(example_file, "--db", f"sqlite:///{file}") as server:
        host = Host(server).enter()
        code = host.create("short")
        phones = [Phone(server, code=code).join("staff") for _ in range(5)]
        host.do(code, "begin", heads="yes")
        host.do(code, "ask", question="all-stages")
        with contextlib.closing(sqlite3.connect(file)) as database:
            database.execute("BEGIN IMMEDIATE")
            answer = phones[0].send("partly")
            assert (answer.status, answer.headers["Retry-After"]) == (503, "1")
            assert says.problems.busy in answer.text
            # Whoever only looks is shown what is in memory.
            assert says.phone.sent not in phones[0].page
        assert phones[0].send("partly").status == 303
        assert says.phone.sent in phones[0].page
        [line] = server.log.read_text().splitlines()[-1:]
    assert f"The database sqlite:///{file} can't be used: database is locked." in line
