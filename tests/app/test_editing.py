"""Editing while the course is served: the whole set of pages is made aside and swapped."""

import time
import urllib.request

import pytest
import ways_in
from broken import replace
from examples import write_examples

SECONDS = 60


@pytest.fixture(scope="module")
def edited(tmp_path_factory):
    course_file = write_examples(tmp_path_factory.mktemp("edited") / "course")
    with ways_in.serve(course_file) as server:
        yield server, course_file


def text(server, address="first"):
    with urllib.request.urlopen(server.url(address)) as answer:
        return answer.read().decode()


def wait_for(condition):
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if condition():
            return
        time.sleep(0.2)
    raise AssertionError("nothing changed in time")


def test_an_edit_shows_without_a_restart_and_leaves_no_kernel(edited):
    server, course_file = edited
    replace(course_file, ("text: Co-design, feedback", "text: Planning together, feedback"))
    wait_for(lambda: "Planning together" in text(server))
    assert "Planning together" in text(server, "second")
    assert server.kernels() == []


def test_a_broken_edit_leaves_the_last_good_pages_and_says_what_is_wrong(edited):
    server, course_file = edited
    good = text(server)
    replace(course_file, ("summary: One of each.", "summary: [One of each"))
    wait_for(lambda: "Not updated: mend this first." in server.log.read_text())
    assert "course.yml:" in server.log.read_text()
    assert "Traceback" not in server.log.read_text()
    assert text(server) == good
    replace(course_file, ("summary: [One of each", "summary: Some of each."))
    wait_for(lambda: "Some of each." in text(server, ""))


def test_a_cell_that_fails_leaves_the_last_good_pages(edited):
    server, course_file = edited
    good = text(server, "second")
    notebook = course_file.parent / "notebooks" / "second.ipynb"
    replace(notebook, (r"Navigation(\"second\")", "1 / 0"))
    wait_for(lambda: "ZeroDivisionError" in server.log.read_text())
    assert text(server, "second") == good
    replace(notebook, ("1 / 0", r"Navigation(\"second\")"))
    wait_for(lambda: server.log.read_text().count("Updated.") >= 3)


def test_whoever_has_an_older_page_still_gets_its_script(edited):
    server, course_file = edited
    script = text(server).split('defer src="')[1].split('"')[0]
    sent = text(server, script)
    notebooks = course_file.parent / "notebooks"
    replace(course_file, ("title: First lesson", "title: The first lesson"))
    replace(notebooks / "first.ipynb", ("# First lesson", "# The first lesson"))
    replace(notebooks / "second.ipynb", ("Previous: First lesson", "Previous: The first lesson"))
    wait_for(lambda: "The first lesson" in text(server))
    assert text(server, script) == sent
