"""How soon the course is there: beside stock Voilà, on the same notebooks and the same machine.

Prints a table; it asserts nothing about time, since machines differ. Run it by name:

    pytest tests/bench_starting.py -s
"""

import json
import shutil
import subprocess
import time

import examples
import psutil
import pytest
import ways_in

pytestmark = pytest.mark.bench
PATIENCE = 120
EDITED = "A sentence of an edit."


@pytest.fixture
def course(course_file, tmp_path):
    """Return the course.yml of a copy, so that nothing measured touches the repository."""
    shutil.copytree(course_file.parent / "notebooks", tmp_path / "notebooks")
    shutil.copy(course_file, tmp_path)
    return tmp_path / course_file.name


def test_the_course_is_there_at_once(course, tmp_path):
    rows = [("stock Voilà answers", time_of_stock(course))]
    kept = tmp_path / "kept"
    rows += times_of_a_start(course, kept, "from what is stored")
    rows += times_of_a_start(course, kept, "with nothing changed", keeping=True)
    rows += [("an edit shows", time_of_an_edit(course, kept))]
    rows += [("check", time_of(course, "check")), ("build", time_of(course, "build", "site"))]
    give_each_notebook_code_of_its_own(course)
    rows += times_of_a_start(course, kept, "where a kernel must run each notebook")
    rows += [("build, likewise", time_of(course, "build", "site"))]
    print(
        "", "| seconds | |", "|---|---|", *(f"| {what} | {s:.2f} |" for what, s in rows), sep="\n"
    )


def time_of_stock(course):
    start = time.monotonic()
    with ways_in.stock_voila(course):
        return time.monotonic() - start


def times_of_a_start(course, kept, how, keeping=False):
    """Yield the seconds until `serve` answers anything, and until all pages are there."""
    for what, ready in (("first answer", ""), ("all pages", "health")):
        if not keeping:
            shutil.rmtree(kept, ignore_errors=True)
        server = ways_in.serve(course)
        server.ready, server.environment = ready, {"XDG_CACHE_HOME": str(kept)}
        start = time.monotonic()
        with server:
            yield f"{what}, {how}", time.monotonic() - start


def time_of_an_edit(course, kept):
    """Return the seconds until a lesson's edit shows, the second one, with its workers warm."""
    server = ways_in.serve(course)
    server.environment = {"XDG_CACHE_HOME": str(kept)}
    with server:
        for sentence in ("A first one.", EDITED):
            edit(course, sentence)
            start = time.monotonic()
            while sentence not in ways_in.get(server.url("what-it-is"))[2].decode():
                assert time.monotonic() - start < PATIENCE
                time.sleep(0.02)
        seconds = time.monotonic() - start
        print("", *map(memory_of, family(server.process.pid)), sep="\n")
    return seconds


def edit(course, sentence):
    path = course.parent / "notebooks" / "01-what-it-is.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["cells"] = [cell for cell in notebook["cells"] if cell["id"] != "edited"]
    notebook["cells"].insert(3, examples.cell("edited", "markdown", sentence))
    path.write_text(json.dumps(notebook), encoding="utf-8")


def give_each_notebook_code_of_its_own(course):
    for path in (course.parent / "notebooks").rglob("*.ipynb"):
        notebook = json.loads(path.read_text(encoding="utf-8"))
        notebook["cells"].insert(1, examples.cell("own", "code", "1 + 1"))
        path.write_text(json.dumps(notebook), encoding="utf-8")


def time_of(course, *command):
    start = time.monotonic()
    command = [ways_in.BIN / "coproduction", *command]
    subprocess.run(command, cwd=course.parent, capture_output=True, check=True)
    return time.monotonic() - start


def family(pid):
    return [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]


def memory_of(process):
    megabytes = process.memory_full_info().pss / 1e6
    return f"{megabytes:.0f} MB: {' '.join(process.cmdline())[-70:]}"
