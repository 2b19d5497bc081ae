"""`serve` answers at once, is never stuck, and ends at once with all that it started."""

import contextlib
import json
import signal
import subprocess
import sys
import time

import examples
import once
import psutil
import pytest
import ways_in
from broken import replace as edit
from examples import write_examples

from widgets.app.kernels import CELL_SECONDS
from widgets.app.rendered import Work
from widgets.app.snapshot import Snapshot, stamp
from widgets.app.workers import Workers
from widgets.course.loading import load_course

# Long enough for a busy machine: what a start takes is measured elsewhere.
SECONDS = 120
SECONDS_TO_END = 5
ENDLESS = "while True: pass"
NEEDLESS = {"voila", "nbconvert", "jupyter_client", "anywidget", "ipywidgets"}


@pytest.fixture
def own_course(tmp_path):
    return write_examples(tmp_path / "course")


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """Return a folder that commands take for that of temporary files, of their own."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


def insert_code(course_file, code, name="second.ipynb"):
    """Let a notebook begin with a cell of code of its own."""
    path = course_file.parent / "notebooks" / name
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["cells"].insert(0, examples.cell("own", "code", code))
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return path


def wait_for(condition, seconds=SECONDS):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "not in time"
        time.sleep(0.05)


def started(course_file, *options):
    """Return a server that is not waited for until all its pages are made."""
    server = ways_in.serve(course_file)
    server.command = [*server.command, *options]
    server.ready = ""
    return server


def state(server):
    status, _, body = ways_in.get(server.url("health"))
    return status, json.loads(body)


def test_while_a_cell_runs_on_the_other_pages_are_there_and_mended_it_shows(own_course, page):
    notebook = insert_code(own_course, ENDLESS)
    every = len(load_course(own_course).addresses)
    there = {"status": "starting", "done": every - 1, "of": every}
    with started(own_course) as server:
        wait_for(lambda: state(server) == (503, there))
        assert ways_in.get(server.url("first"))[0] == 200
        status, headers, body = ways_in.get(server.url("second"))
        assert (status, headers["Retry-After"]) == (503, "1")
        assert '<meta http-equiv="refresh" content="1">' in body.decode()
        page.goto(server.url("second"))
        coming = page.get_by_role("heading", level=1)
        assert coming.inner_text() == "This page is being made"
        edit(notebook, (ENDLESS, "1 + 1"))
        page.get_by_role("heading", name="Second lesson").wait_for(timeout=SECONDS * 1000)
        wait_for(lambda: state(server) == (200, {"status": "ok", "lessons": 2}))


def test_a_lesson_that_fails_is_not_counted_among_those_that_can_be_read(own_course):
    insert_code(own_course, "1 / 0")
    with started(own_course) as server:
        wait_for(lambda: state(server) == (200, {"status": "ok", "lessons": 1}))
        assert ways_in.get(server.url("second"))[0] == 500


def test_where_nothing_can_be_shown_the_command_says_why_in_a_line(own_course):
    notebooks = own_course.parent / "notebooks"
    for path in notebooks.rglob("*.ipynb"):
        insert_code(own_course, "1 / 0", path.relative_to(notebooks))
    serve = [ways_in.BIN / "coproduction", "serve", "--no-browser", "--port", "0"]
    done = subprocess.run(serve, cwd=own_course.parent, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr == (
        "Nothing can be shown. first.ipynb, cell 1: ZeroDivisionError: division by zero\n"
    )


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (ENDLESS, "too slow: it ran for more than 2 s (see --cell-timeout)"),
        ("import os; os._exit(1)", "its kernel: died"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "its kernel: died"),
        (
            "input('Who are you?')",
            "StdinNotImplementedError: raw_input was called, but this frontend does not support"
            " input requests.",
        ),
    ],
    ids=["endless", "exits", "killed", "asks"],
)
def test_a_cell_that_can_not_be_run_is_named(own_course, tmp_path, code, told):
    insert_code(own_course, code)
    build = [ways_in.BIN / "coproduction", "build", tmp_path / "site", "--cell-timeout", "2"]
    done = subprocess.run(build, cwd=own_course.parent, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == f"second.ipynb, cell 1: {told}"
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("command", [("serve", "--no-browser", "--port", "0"), ("build", "site")])
def test_a_command_ends_at_once_whatever_it_is_doing(own_course, temporary, command, how):
    insert_code(own_course, ENDLESS)
    running = subprocess.Popen(
        [ways_in.BIN / "coproduction", *command],
        cwd=own_course.parent,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    wait_for(lambda: ways_in.kernels_of(running.pid))
    family = psutil.Process(running.pid).children(recursive=True)
    running.send_signal(how)
    _, told = running.communicate(timeout=SECONDS_TO_END)
    assert "Traceback" not in told
    assert_ended(family)
    assert list(temporary.iterdir()) == []


def assert_ended(family):
    assert once.left_after(SECONDS_TO_END, family) == []


def test_an_edit_while_it_starts_shows_no_page_as_broken(own_course):
    with started(own_course) as server:
        edit(own_course, ("summary: One of each.", "summary: Some of each."))
        seen = set()

        def is_ready():
            seen.update([state(server)[0], ways_in.get(server.url("first"))[0]])
            return state(server) == (200, {"status": "ok", "lessons": 2})

        wait_for(is_ready)
        assert seen <= {200, 503}
        wait_for(lambda: server.url() in server.log.read_text())
        wait_for(lambda: "Some of each." in ways_in.get(server.url())[2].decode())


def test_a_worker_that_is_killed_is_replaced(own_course):
    with ways_in.serve(own_course) as server:
        family = psutil.Process(server.process.pid).children(recursive=True)
        for worker in family:
            if "spawn_main" in " ".join(worker.cmdline()):
                worker.kill()
        notebook = own_course.parent / "notebooks" / "first.yml"
        edit(notebook, ("text: Consultation", "text: Asking"))
        wait_for(lambda: b"Asking" in ways_in.get(server.url("first"))[2])
        assert "Traceback" not in server.log.read_text()


def test_a_script_s_server_in_the_background_ends_when_it_is_told_to(own_course, temporary):
    # There the shell has Ctrl+C ignored.
    script = f"{ways_in.BIN}/coproduction serve --no-browser --port 0 & echo $!; wait"
    shell = subprocess.Popen(
        ["sh", "-c", script],
        cwd=own_course.parent,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    serving = psutil.Process(int(shell.stdout.readline()))
    assert "The course is at" in shell.stdout.readline()
    serving.terminate()
    assert_ended([serving])
    shell.wait(SECONDS_TO_END)
    assert list(temporary.iterdir()) == []


def test_nothing_outlives_a_server_that_is_killed(own_course):
    insert_code(own_course, ENDLESS)
    with started(own_course) as server:
        wait_for(server.kernels)
        family = psutil.Process(server.process.pid).children(recursive=True)
        server.kill()
        assert_ended(family)


def test_a_start_with_nothing_changed_uses_the_pages_that_were_kept(own_course, tmp_path):
    def page_and_workers(kept):
        server = ways_in.serve(own_course)
        server.environment = {"XDG_CACHE_HOME": str(kept)}
        with server:
            family = psutil.Process(server.process.pid).children(recursive=True)
            return ways_in.get(server.url("first"))[2], len(family)

    folder = tmp_path / "kept"
    page, workers = page_and_workers(folder)
    assert workers
    assert page_and_workers(folder) == (page, 0)
    [kept] = folder.rglob("*.json")
    kept.write_text(kept.read_text().replace("First", "Foist"))
    assert page_and_workers(folder) == (page, workers)
    edit(own_course.parent / "notebooks" / "first.yml", ("text: Consultation", "text: Asking"))
    assert b"Asking" in page_and_workers(folder)[0]


def test_an_edit_renders_what_it_touches_and_nothing_else(own_course):
    work, names = Work(own_course, CELL_SECONDS), ["first.ipynb", "plan.ipynb", "glossary.ipynb"]
    with Workers() as workers:

        def rendered(name, *known):
            return workers.submit(work.render, name, *known).result()

        before = {name: rendered(name).made_from for name in names}
        edit(own_course.parent / "notebooks" / "first.yml", ("text: Consultation", "text: Asking"))
        after = {name: rendered(name, before[name]) for name in names}
    assert [name for name in names if after[name]] == ["first.ipynb"]
    assert "Asking" in after["first.ipynb"].html


def test_a_build_of_a_course_with_a_fault_ends_the_workers_that_it_had_started(
    own_course, temporary
):
    edit(own_course, ("language: en-GB", "language: nowhere"))
    site, family = temporary.parent / "site", set()
    command = [ways_in.BIN / "coproduction", "build", site]
    build = psutil.Popen(command, cwd=own_course.parent, stderr=subprocess.PIPE, text=True)
    while build.poll() is None:
        with contextlib.suppress(psutil.NoSuchProcess):
            family |= {*build.children(recursive=True)}
    assert (build.returncode, len(family) > 0, site.exists()) == (1, True, False)
    assert build.stderr.read().startswith("course.yml:4: language: ")
    assert_ended(family)
    assert list(temporary.iterdir()) == []


def test_a_snapshot_is_of_one_moment_and_later_edits_are_seen(own_course):
    with Snapshot(own_course) as snapshot:
        copied = snapshot.course_file.read_bytes()
        edit(own_course, ("title: First lesson", "title: Lesson one"))
        assert snapshot.course_file.read_bytes() == copied
        assert stamp(own_course) != snapshot.stamp
        snapshot.take()
        assert stamp(own_course) == snapshot.stamp
        assert "Lesson one" in snapshot.course_file.read_text(encoding="utf-8")
    assert not snapshot.course_file.parent.exists()


def test_the_process_that_listens_imports_nothing_of_jupyter():
    code = "import sys, widgets.app.command, widgets.app.server; print(*sys.modules)"
    imported = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "widgets.app.server" in imported.stdout.split()
    assert not NEEDLESS & {name.split(".")[0] for name in imported.stdout.split()}
