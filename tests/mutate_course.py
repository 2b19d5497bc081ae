"""A thousand broken courses: the check never fails itself, and never passes what fails later.

Each begins from the examples with a seed of its own, so that one can be looked at again. Run it by
name:

    pytest tests/mutate_course.py -s
"""

import copy
import json
import os
import random
import re
import time
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup, Comment
from examples import write_examples
from nbconvert.filters.markdown_mistune import markdown2html_mistune

from widgets.app.drawn import is_drawn
from widgets.app.execution import Executor
from widgets.app.rendering import render
from widgets.course.faults import CourseError
from widgets.course.files import course_files
from widgets.course.loading import check_course, load_course
from widgets.pages.links import FILES
from widgets.pages.making import make_pages

pytestmark = pytest.mark.mutation
COUNT = 1000
TOLD = re.compile(r"[^:]+:\d+: .+: expected .+, found .+ \(.+\)")
FINE = re.compile(r"(https://example\.org/(source|line)$|mailto:|#|images/|[\w./-]+\.ipynb)")
STRANGE = [None, True, 5, -1, 1e400, "x", "", [], {}, ["x", 1], {"a": {"b": []}}, "\ud83d", "a\0b"]
HOSTILE = [
    "<script>alert(1)</script>",
    "</div></main>",
    "<!--",
    "<details>",
    '<p onclick="x()">a</p>',
    "[a](javascript:alert(1))",
    "![a](https://example.org/a.png)",
    "https://example.org/bare",
    "\x1b[31mred",
    "\u202eright to left",
    "$a$ `b",
    "a\x00b\x0cc\x85d\u2028e",
    "[" * 300,
    "> " * 300,
    "|a|\n|-|\n" * 20,
    "<<<<<<< HEAD\n",
    "- [ ] a\n" * 3,
    "{% raw %}{{ 7 * 7 }}",
]
CODE = ['Quiz("none")', "Quiz(", "Navigation()", "1/0 if", "%magic", "\0", "exit("]
LINES = [
    "\t- a",
    "\u00a0\u00a0b: c",
    "<<<<<<< HEAD",
    "a: *b",
    "!!x",
    "key: &a [*a]",
    '"\\ud83d": 1',
]


def walk(value, path=()):
    """Yield the path of each part of plain values."""
    yield path
    parts = value.items() if isinstance(value, dict) else ()
    parts = enumerate(value) if isinstance(value, list) else parts
    for step, part in parts:
        yield from walk(part, (*path, step))


def around(data, path):
    for step in path[:-1]:
        data = data[step]
    return data


def chosen(rng, data):
    return rng.choice([path for path in walk(data) if path])


def deleted(rng, data):
    path = chosen(rng, data)
    del around(data, path)[path[-1]]


def swapped(rng, data):
    path = chosen(rng, data)
    around(data, path)[path[-1]] = copy.deepcopy(rng.choice(STRANGE))


def added(rng, data):
    holders = [path for path in walk(data) if isinstance(_at(data, path), dict)]
    _at(data, rng.choice(holders))[rng.choice(["extra", "id", "\udc00", ""])] = rng.choice(STRANGE)


def hostile(rng, data):
    cells = [cell for cell in data["cells"] if cell["cell_type"] == "markdown"]
    cell, text = rng.choice(cells), rng.choice(HOSTILE)
    where = rng.randrange(len(cell["source"]) + 1)
    cell["source"] = cell["source"][:where] + text + cell["source"][where:]


def miscoded(rng, data):
    cell = rng.choice([cell for cell in data["cells"] if cell["cell_type"] == "code"])
    cell["source"] += "\n" + rng.choice(CODE)


def repeated(rng, data):
    data["cells"].insert(0, copy.deepcopy(rng.choice(data["cells"])))


def _at(data, path):
    for step in path:
        data = data[step]
    return data


PARTS = (deleted, swapped, added, hostile, miscoded, repeated)


def part_changed(rng, content):
    data = json.loads(content)
    rng.choice(PARTS)(rng, data)
    return json.dumps(data, indent=1, ensure_ascii=rng.random() < 0.5).encode(
        errors="surrogatepass"
    )


def bytes_flipped(rng, content):
    flipped = bytearray(content)
    for _ in range(rng.randint(1, 4)):
        flipped[rng.randrange(len(flipped))] = rng.randrange(256)
    return bytes(flipped)


def truncated(rng, content):
    return content[: rng.randrange(len(content))]


def bytes_inserted(rng, content):
    where = rng.randrange(len(content))
    return content[:where] + rng.choice(HOSTILE).encode(errors="replace") + content[where:]


def line_inserted(rng, content):
    lines = content.split(b"\n")
    lines.insert(rng.randrange(len(lines)), rng.choice(LINES).encode(errors="replace"))
    return b"\n".join(lines)


def lines_taken(rng, content):
    lines = content.split(b"\n")
    first = rng.randrange(len(lines))
    del lines[first : first + rng.randint(1, 3)]
    return b"\n".join(lines)


def word_changed(rng, content):
    words = content.split(b" ")
    words[rng.randrange(len(words))] = rng.choice(words)
    return b" ".join(words)


ANY = (bytes_flipped, truncated, bytes_inserted, line_inserted, lines_taken, word_changed)


INSTEAD = (Path.mkdir, os.mkfifo, Path.touch, lambda path: path.symlink_to(path.name))


def broken(rng, file):
    """Break a file; return what was in it and in which way."""
    content = file.read_bytes()
    if rng.random() < 0.05:
        file.unlink()
        rng.choice((*INSTEAD, lambda path: None))(file)
        return content, "something else"
    way = rng.choice((*ANY, *[part_changed] * 8) if file.suffix == ".ipynb" else ANY)
    file.write_bytes(way(rng, content))
    return content, way.__name__


def mend(file, content):
    if file.is_dir():
        file.rmdir()
    file.unlink(missing_ok=True)
    file.write_bytes(content)


def use(course_file):
    """Do what "no faults" promises."""
    course, executor = load_course(course_file), Executor(course_file)
    lessons = {}
    for name in course.addresses:
        notebook = nbformat.read(course_file.parent / "notebooks" / name, as_version=4)
        nbformat.validate(notebook)
        if is_drawn(notebook):
            lessons[name] = render(name, executor).html
        for cell in notebook.cells:
            if cell.cell_type == "markdown":
                assert_harmless(markdown2html_mistune(cell.source))
            else:
                compile(cell.source, name, "exec")
    if lessons.keys() == course.addresses.keys():
        make_pages(course, lessons.items(), FILES)


def assert_harmless(html):
    """Assert of what nbconvert makes of Markdown that it runs, asks for and breaks nothing."""
    page = BeautifulSoup(html, "html.parser")
    assert not page.find_all(["script", "style", "meta", "iframe", "main", "div"]), html
    assert not page.find_all(string=lambda text: isinstance(text, Comment)), html
    for tag in page.find_all(True):
        assert not [name for name in tag.attrs if name.startswith("on")], html
        for address in (tag.get("href"), tag.get("src")):
            assert address is None or FINE.match(address), html


def test_the_check_never_fails_and_never_passes_what_fails(tmp_path):
    seen = check_broken(tmp_path, range(COUNT))
    print(f"\n{COUNT} courses: {seen.told} with faults, {seen.sound} without;", end=" ")
    print(f"{seen.took:.1f} s in the check.")
    print(f"The slowest took {seen.slowest[0]:.2f} s: {seen.slowest[1]}")


@dataclass
class Seen:
    """How many broken courses were told of, how many work, and how long the check took."""

    told: int = 0
    sound: int = 0
    took: float = 0.0
    slowest: tuple[float, str] = (0.0, "")


def check_broken(folder: Path, seeds: range) -> Seen:
    """Break the examples by each seed, and hold that the check tells of it or that it works."""
    course_file, seen = write_examples(folder), Seen()
    files = [*course_files(course_file), *sorted((folder / "notebooks").rglob("*.ipynb"))]
    assert check_course(course_file) == []
    for seed in seeds:
        rng = random.Random(seed)
        file = rng.choice(files)
        content, way = broken(rng, file)
        name = f"seed {seed}: {way} in {file.relative_to(folder)}"
        faults = _checked(course_file, name, seen)
        for fault in faults:
            _assert_told_well(fault, folder, name)
        if faults:
            seen.told += 1
        else:
            seen.sound += 1
            _use(course_file, name)
        mend(file, content)
    return seen


def _checked(course_file, name, seen):
    before = time.process_time()
    try:
        faults = check_course(course_file)
    except Exception as error:
        raise AssertionError(f"{name}: the check failed") from error
    spent = time.process_time() - before
    seen.took, seen.slowest = seen.took + spent, max(seen.slowest, (spent, name))
    return faults


def _assert_told_well(fault, folder, name):
    """Assert that an author is told one file and a line that it has, in what can be printed."""
    told = str(fault)
    assert told.isprintable() and told.encode(), name
    assert TOLD.fullmatch(told), f"{name}: {told}"
    file = folder / fault.file
    lines = file.read_bytes().count(b"\n") + 1 if file.is_file() else 1
    assert 1 <= fault.line <= lines, f"{name}: {told}"


def _use(course_file: Path, name: str) -> None:
    try:
        use(course_file)
    except (Exception, CourseError) as error:
        raise AssertionError(f"{name}: no faults, but it can't be used") from error
