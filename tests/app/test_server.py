"""`coproduction serve` and `build`: what they answer, and what they say when they can't."""

import json
import re
import socket
import subprocess
import urllib.error
import urllib.request

import pytest
import ways_in
from broken import replace
from examples import write_examples
from ways_in import get

from widgets.app.command import main
from widgets.app.left_to_do import NOBODY


@pytest.fixture
def own_course(tmp_path):
    return write_examples(tmp_path / "course")


@pytest.fixture
def run(own_course, monkeypatch, capsys):
    """Return a function that runs a command that ends before anything is served."""
    monkeypatch.chdir(own_course.parent)

    def run(*arguments):
        try:
            code = main([*map(str, arguments)])
        except SystemExit as stop:
            code = stop.code
        return code, *capsys.readouterr()

    return run


def test_pages_are_compressed_and_answer_304_to_their_etag(served):
    _, headers, plain = get(served.url("welcome"))
    _, packed_headers, packed = get(served.url("welcome"), **{"Accept-Encoding": "gzip"})
    assert packed_headers["Content-Encoding"] == "gzip"
    assert len(packed) < len(plain) / 2
    status, _, body = get(served.url("welcome"), **{"If-None-Match": headers["Etag"]})
    assert (status, body) == (304, b"")


def test_a_script_may_be_kept_for_long_because_its_address_names_its_content(served):
    _, _, page = get(served.url())
    address = page.decode().split('<script defer src="')[1].split('"')[0]
    _, headers, _ = get(served.url(address))
    assert headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert get(served.url("static/page-0000000000.js"))[0] == 404


def test_health_is_one_line_of_json(served):
    status, _, body = get(served.url("health"))
    assert (status, json.loads(body)) == (200, {"status": "ok", "lessons": 8})


def test_a_page_that_is_not_there_is_our_own_page_with_a_way_home(served):
    status, headers, body = get(served.url("no/such/page"))
    assert status == 404
    assert "There is no page here" in body.decode()
    assert 'href="../.././"' in body.decode()
    assert "Set-Cookie" not in headers


@pytest.mark.parametrize("path", ["voila/tree", "voila/files/00-welcome.ipynb", "api/kernels"])
def test_nobody_reaches_notebooks_files_or_kernels(served, path):
    assert get(served.url(path))[0] == 404


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("readiness-check/", "readiness-check"),
        ("readiness-check.html", "readiness-check"),
        ("recall/1.html/", "recall/1"),
        ("index.html", ""),
    ],
)
def test_an_address_that_is_nearly_right_leads_to_the_page(served, address, page):
    with urllib.request.urlopen(served.url(address)) as answer:
        assert answer.url == served.url(page)


@pytest.mark.parametrize("path", ["%ff", "recall/%ff", "no/such/page/", "no-such-page.html"])
def test_an_address_that_is_no_text_or_leads_nowhere_is_our_own_page(served, path):
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(served.url(path))
    assert caught.value.code == 404
    assert "</footer>" in caught.value.read().decode()


def test_an_address_of_stock_voila_leads_to_the_lesson(served, page):
    page.goto(served.url("voila/render/00-welcome.ipynb"))
    assert page.url == served.url("welcome")


def test_a_visit_leaves_no_line_in_the_log(served):
    get(served.url("no-such-page"))
    assert "127.0.0.1" not in served.log.read_text().replace(served.url(), "")


@pytest.mark.parametrize("port", ["99999", "-1", "http"])
def test_a_port_that_is_none_is_refused(run, port):
    code, _, told = run("serve", f"--port={port}")
    assert code == 2
    assert told.endswith(f"argument --port: expected a number up to 65535, found '{port}'\n")


def test_no_kernel_is_left_after_rendering(served):
    assert served.kernels() == []


def test_the_course_lives_under_a_base_url(own_course, page):
    server = ways_in.serve(own_course)
    server.command = [*server.command, "--base-url", "courses/equal"]
    server.ready = "courses/equal/health"
    with server:
        assert get(server.url("other"))[0] == 404
        page.goto(server.url("other/deep/down"))
        page.get_by_role("heading", name="There is no page here").wait_for()
        assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px"
        page.get_by_role("main").get_by_role("link", name="All lessons").click()
        assert page.url == server.url("courses/equal/")
        page.goto(server.url("courses/equal"))
        page.get_by_role("link", name="First lesson").click()
        assert page.url == server.url("courses/equal/first")
        page.locator("[data-awake]").first.wait_for()


def test_a_base_url_that_is_no_path_is_refused(run):
    code, _, told = run("serve", "--base-url", "/a+b c/")
    assert code == 2
    assert told.endswith("argument --base-url: expected a path such as /course/, found '/a+b c/'\n")


@pytest.mark.parametrize("path", ["", "health", "no-such-page"])
def test_every_answer_says_what_a_page_may_load_and_nothing_of_the_server(served, path):
    _, headers, _ = get(served.url(path))
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self';")
    assert headers["Permissions-Policy"].startswith("camera=(), geolocation=(), microphone=(),")
    assert headers["Server"] is None


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("1 / 0", "cell 2: ZeroDivisionError: division by zero"),
        ("import os; os._exit(1)", "cell 2: its kernel: died"),
    ],
)
def test_a_lesson_that_fails_shows_our_page_and_the_others_work(
    own_course, examples, page, code, told
):
    replace(own_course.parent / "notebooks" / "second.ipynb", (r"Navigation(\"second\")", code))
    with ways_in.serve(own_course) as server:
        page.goto(server.url("second"))
        heading = page.get_by_role("heading", level=1).inner_text()
        assert heading == examples.words.lesson_broken
        page.goto(server.url("first"))
        page.locator("[data-awake]").first.wait_for()
        log = server.log.read_text()
    assert re.search(f"second.ipynb, {told}\n", log)
    assert "Traceback" not in log


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('{name: The examples team, address: "mailto:examples@example.org"}', ""),
        ("", f"{NOBODY}\n"),
    ],
    ids=["named", "nobody"],
)
def test_serve_says_so_while_nobody_answers_for_the_course(own_course, written, told):
    named = '{name: The examples team, address: "mailto:examples@example.org"}'
    replace(own_course, (f"responsible: {named}", f"responsible: {written}"))
    with ways_in.serve(own_course) as server:
        log = server.log.read_text()
    *said, hosts = log.splitlines(keepends=True)
    assert "".join(said) == f"The course is at {server.url()} - press Ctrl+C to stop.\n{told}"
    assert hosts.startswith(f"Hosts open {server.url('coach?key=')}")


def test_a_change_in_course_yml_shows_after_a_restart(own_course, page):
    replace(own_course, ("text: Consultation", "text: Asking first"))
    with ways_in.serve(own_course) as server:
        page.goto(server.url("first"))
        assert page.get_by_role("radio", name="Asking first").is_visible()


def test_a_port_that_is_taken_is_one_clear_line(run):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        answer = run("serve", "--no-browser", "--port", port)
    line = (
        f"127.0.0.1:{port} is taken: another program, perhaps this course, already answers there."
        " Stop it, or choose another with --port (answers belong to one address).\n"
    )
    assert answer == (1, "", line)


def test_a_broken_course_is_not_served(own_course, run):
    replace(own_course, ("minutes: 5\n", "minutes: five\n"))
    line = (
        "course.yml:10: module 'first' > minutes: expected a whole number, found 'five'"
        " (write it in digits, without quotes)\n"
    )
    assert run("serve", "--no-browser") == (1, "", line)


def test_a_missing_notebook_is_one_clear_line(own_course):
    (own_course.parent / "notebooks" / "second.ipynb").unlink()
    line = (
        "course.yml:19: module 'second' > notebook: expected a file in notebooks/,"
        " found no 'second.ipynb' there (add the file, or mend its name)\n"
    )
    serve = [ways_in.BIN / "coproduction", "serve", "--no-browser", "--port", "0"]
    done = subprocess.run(serve, cwd=own_course.parent, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", line)


def test_the_built_site_holds_every_page_and_links_to_files_only(built, page):
    names = {path.relative_to(built).as_posix() for path in built.rglob("*.html")}
    lessons = {"first.html", "second.html", "glossary.html", "plan.html", "recall/1.html"}
    lessons |= {"meeting.html", "meeting/notes.html", "sheet.html"}
    elsewhere = {"embed/readiness-check.html", "readiness-check-alone.html"}
    elsewhere |= {f"embed/quiz/{quiz}.html" for quiz in ("again", "one-of-each")}
    assert names == {"404.html", "index.html", "readiness-check.html", *lessons, *elsewhere}
    page.goto((built / "index.html").as_uri())
    page.get_by_role("link", name="First lesson").click()
    page.get_by_role("link", name="Next: Second lesson").click()
    page.locator("[data-awake]").first.wait_for()
    assert page.url == (built / "second.html").as_uri()


def test_a_page_in_a_folder_of_the_built_site_finds_its_way(built, page):
    page.goto((built / "recall" / "1.html").as_uri())
    page.locator("[data-awake]").wait_for()
    assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px"
    page.get_by_role("link", name="the first lesson").click()
    assert page.url == (built / "first.html").as_uri() + "#Try-it"
    page.go_back()
    page.get_by_role("link", name="All lessons").click()
    assert page.url == (built / "index.html").as_uri()


def test_a_course_whose_cell_fails_is_not_built(own_course, tmp_path):
    replace(own_course.parent / "notebooks" / "second.ipynb", (r"Navigation(\"second\")", "1 / 0"))
    build = [ways_in.BIN / "coproduction", "build", tmp_path / "site"]
    done = subprocess.run(build, cwd=own_course.parent, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr == "second.ipynb, cell 2: ZeroDivisionError: division by zero\n"
    assert list((tmp_path / "site").iterdir()) == []
