import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from broken import place, write_changed
from examples import write_examples

from widgets.app.command import main
from widgets.course.files import BESIDE, HOMES, course_files
from widgets.course.loading import VARIABLE

COPRODUCTION = Path(sys.executable).with_name("coproduction")
FAULT = re.compile(
    r"(course\.yml|notebooks/\S+\.(ipynb|yml)):\d+: .+: expected .+, found .+ \(.+\)"
)
UTF_8 = "(save the file with the encoding UTF-8)"
EMPTY = "expected a course, found an empty file (start from the course.yml that came)"
SYNTAX_CURE = '(check the indent, and put texts with ": " or "#" in quotes)'
MISTAKE = "course: expected well-formed YAML, found a mistake in it:"
INDENT = "course: expected plain spaces where a line begins, found"
NEXT = "\n          - "
UNREADABLE = "expected a file that can be read, found"


@pytest.fixture
def check(capsys, monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)

    def run(*arguments):
        code = main(["check", *map(str, arguments)])
        output = capsys.readouterr()
        return code, output.out, output.err

    return run


def coproduction(*arguments, folder, **environment):
    return subprocess.run(
        [COPRODUCTION, *arguments],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name != VARIABLE} | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def fresh_examples(folder):
    """Write the examples, with sources and helplines that were all looked at today."""
    course_file = write_examples(folder)
    today = f"checked: {date.today()}"
    for file in course_files(course_file):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"checked: 20[\d-]+", today, text), encoding="utf-8")
    return course_file


def with_bytes(folder, content):
    course_file = write_examples(folder / "course")
    course_file.write_bytes(content)
    return course_file


def with_keys(folder, text):
    """Write the examples with each key of a text, a line each, in the file where it belongs."""
    course_file, written = write_examples(folder / "course"), {}
    for line in text.splitlines(keepends=True):
        key, _, value = line.partition(": ")
        file = HOMES.get(key, "notebooks/first.yml" if key in BESIDE else "course.yml")
        written[file] = written.get(file, "") + (value if key in HOMES else line)
    for file, content in written.items():
        (course_file.parent / file).write_text(content, encoding="utf-8")
    return course_file


def test_a_sound_course_is_said_to_be_sound(tmp_path):
    fresh_examples(tmp_path / "course")
    done = coproduction("check", folder=tmp_path / "course" / "notebooks")
    assert (done.returncode, done.stdout, done.stderr) == (0, "course.yml: no faults.\n", "")


def test_faults_are_all_reported_in_one_run_a_line_each(tmp_path, check):
    course_file = write_changed(
        tmp_path,
        ("    minutes: 5\n", "    minutes: five\n"),
        ("text: Consultation, correct: true,", "text: Consultation,"),
        ("text: Staff, correct", "text: 12, correct"),
        ('address: "https://example.org/source"', 'address: "https://example.org/other"'),
    )
    code, out, err = check(course_file)
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        f"{place(course_file, 'minutes: five')}: module 'first' > minutes: expected a whole number,"
        " found 'five' (write it in digits, without quotes)",
        f"{place(course_file, 'sources: [a-source]')}: module 'first' > sources: expected sources"
        " its notebook links to, found 'a-source' (link to it in the notebook, or take it out)",
        f"{place(course_file, 'options:' + NEXT + '{id: co-production')}: quiz 'one-of-each' >"
        " question 'name-of-it' > options: expected one correct option, found 0"
        " (put `correct: true` on one option only)",
        f"{place(course_file, '{id: staff,')}: quiz 'one-of-each' > question 'who-joins' > option"
        " 'staff' > text: expected text, found 12 (put it in quotes: \"12\")",
        "notebooks/first.ipynb:1: cell 1 > link: expected the address of a source or contact,"
        " found 'https://example.org/source'"
        " (add it to sources or contacts in course.yml, or take the link out)",
    ]


def test_a_terminal_that_knows_ascii_only_still_shows_every_fault(tmp_path):
    course_file = write_changed(tmp_path, ("id: examples", "id: café"))
    done = coproduction("check", folder=course_file.parent, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout, done.stderr) == (
        1,
        "",
        "course.yml:3: id: expected lower case words joined by hyphens, found 'caf\\xe9'"
        " (write it like this: my-first-id)\n",
    )


def test_the_variable_names_the_file_to_check(tmp_path, check, monkeypatch):
    monkeypatch.setenv(VARIABLE, str(with_bytes(tmp_path, b"")))
    assert check() == (1, "", f"course.yml:1: course: {EMPTY}\n")


def test_a_file_can_be_named(tmp_path, check):
    course_file = fresh_examples(tmp_path / "course")
    assert check(course_file) == (0, "course.yml: no faults.\n", "")


def test_a_file_of_another_name_is_reported_by_that_name(tmp_path, check):
    course_file = fresh_examples(tmp_path / "course")
    draft = course_file.rename(course_file.with_name("draft.yml"))
    assert check(draft) == (0, "draft.yml: no faults.\n", "")
    draft.write_text("", encoding="utf-8")
    assert check(draft) == (1, "", f"draft.yml:1: course: {EMPTY}\n")


def test_a_file_that_is_not_there_is_one_line(tmp_path, check):
    assert check(tmp_path / "missing.yml") == (
        1,
        "",
        f"missing.yml:1: course: {UNREADABLE} no such file or directory (mend the path)\n",
    )


def test_a_folder_in_place_of_the_file_is_one_line(tmp_path, check):
    folder = tmp_path / "course.yml"
    folder.mkdir()
    message = f"course.yml:1: course: {UNREADABLE} a folder (mend the path)\n"
    assert check(folder) == (1, "", message)


def test_checking_changes_nothing(tmp_path, check):
    course_file = write_examples(tmp_path / "course")
    files = [path for path in course_file.parent.rglob("*") if path.is_file()]
    before = {path: path.read_bytes() for path in files}
    check(course_file)
    after = {path: path.read_bytes() for path in course_file.parent.rglob("*") if path.is_file()}
    assert after == before


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", f"1: course: {EMPTY}"),
        (b"# Only\n# comments\n", f"1: course: {EMPTY}"),
        (b"\n \n", f"1: course: {EMPTY}"),
        (b"null", f"1: course: {EMPTY}"),
        (b"---\n", f"1: course: {EMPTY}"),
        (b"title: caf\xe9\n", f"1: course: expected UTF-8 text, found the byte 0xE9 {UTF_8}"),
        (b"\x89PNG\r\n", f"1: course: expected UTF-8 text, found the byte 0x89 {UTF_8}"),
        (
            "title: Examples".encode("utf-16"),
            f"1: course: expected UTF-8 text, found the byte 0xFF {UTF_8}",
        ),
        (
            "title: Examples".encode("utf-16-le"),
            f"1: {MISTAKE} control characters are not allowed {SYNTAX_CURE}",
        ),
        (b"a: 1\n\0", f"2: {MISTAKE} control characters are not allowed {SYNTAX_CURE}"),
        (
            b"modules:\n\t- id: first\n",
            f"2: {INDENT} a tab (indent with spaces, not with tabs)",
        ),
        (
            "modules:\n\xa0\xa0- id: first\n".encode(),
            f"2: {INDENT} a no-break space (U+00A0) (type plain spaces in its place)",
        ),
        (
            "modules:\n \u2003- first\n".encode(),
            f"2: {INDENT} a special space (U+2003) (type plain spaces in its place)",
        ),
        (
            b"id: a\n<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> theirs\n",
            "2: course: expected one version of the file, found the mark of a conflict, '<<<<<<<'"
            " (keep one of the two versions, and take these marks out)",
        ),
        (
            b"a: 1\n---\nb: 2\n",
            f"2: {MISTAKE} another document begins (take the line `---` out)",
        ),
        (
            b"- id: first\n",
            "1: course: expected keys and values, found a list (write `key: value` lines)",
        ),
        (
            b"[" * 3000,
            "1: course: expected a few levels, found far too many levels"
            " (close the brackets, or take some of them out)",
        ),
        (
            b"{a: " * 3000,
            "1: course: expected a few levels, found far too many levels"
            " (close the brackets, or take some of them out)",
        ),
        (
            b"a" * 1_500_000,
            "1: course: expected at most 1 MB, found 1.5 MB"
            " (move pictures and long texts to the notebooks)",
        ),
    ],
    ids=lambda value: repr(value[:20]) if isinstance(value, bytes) else "",
)
def test_hostile_bytes_are_one_line(tmp_path, check, content, message):
    assert check(with_bytes(tmp_path, content)) == (1, "", f"course.yml:{message}\n")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (
            "!!python/object/apply:os.system [ls]",
            "expected a plain value, found the tag !!python/object/apply:os.system"
            " (remove the tag)",
        ),
        (
            "*title",
            "expected each part written once, found an alias"
            " (write it out again where it is needed)",
        ),
        (
            '"\\ud83d"',
            "expected text, found half of a character (\\uD800 to \\uDFFF)"
            " (type the whole character)",
        ),
        ("''", "expected text, found '' (write something here)"),
    ],
    ids=["tag", "alias", "surrogate", "empty"],
)
def test_a_hostile_value_is_one_line_with_its_place(tmp_path, check, value, message):
    anchor = ("title: Examples", "title: &title Examples")
    change = ("hint: Think of who decides.", f"hint: {value}")
    course_file = write_changed(tmp_path, anchor, change)
    path = "quiz 'one-of-each' > question 'name-of-it' > hint"
    assert check(course_file) == (
        1,
        "",
        f"{place(course_file, 'hint: ' + value)}: {path}: {message}\n",
    )


HOSTILE = {
    "laughs": "a: &a [x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\nd: [*c, *c, *c]\n",
    "endless alias": "a: &a [*a]\n",
    "list with a tag": "- !!python/name:os.system\n",
    "list with an alias": "- &a x\n- *a\n",
    "huge numbers": f"minutes: {'9' * 100_000}\nid: 1e99999\ntitle: -{'1' * 400}.5\n",
    "not a number": "id: .nan\ntitle: .inf\n",
    "beyond unicode": 'id: "\\U99999999"\n',
    "pydantic's own key": '"[key]": 1\n',
    "half a character as key": '"\\ud83d": 1\n',
    "lines in a key": '"one\\ntwo": 1\n',
    "colours": 'id: "\\e[31mred"\n',
    "empty key": '"": 1\n? \n: 2\n',
    "keys of keys": "? {a: b}\n: c\n",
    "merge": "<<: {id: a}\n",
    "old version": "%YAML 1.1\n---\nid: yes\n",
    "future version": "%YAML 9.9\n---\nid: a\n",
    "deep enough": f"modules: {'[' * 150}{']' * 150}\n",
    "ids of lists": "modules: [{id: [a]}]\nquizzes: [{id: {a: b}}]\nsources: [{id: [a]}]\n",
    "addresses of lists": (
        "modules: [{notebook: first.ipynb, sources: [a]}]\nsources: [{id: a, address: [b]}]\n"
    ),
    "addresses of pages of lists": "pages: [{address: [a]}, {address: {a: b}}, {address: 7}]\n",
    "steps to lists": "short_path: [{page: [a], section: [b]}, {page: {a: b}, section: c}, {}]\n",
    "reminders of lists": "reminders: [{page: [a], days: [7]}, {page: 7}, 7]\n",
    "kinds of lists": (
        "modules: [{id: a, forms: [b]}]\nquizzes: [{id: b, questions: [{kind: [single]}]}]\n"
    ),
    "looks back at lists": (
        "quizzes: [{id: a, questions: [{id: b, looks_back: [[a], {a: b}, 7, ~, a/b]}]}]\n"
        "readiness_check: {looks_back: [[a], 7, yes]}\n"
    ),
    "ways to lists": "scenarios: [{id: a, decisions: [{id: b, options: [{then: [c]}]}]}]\n",
    "ways in circles": (
        "scenarios: [{id: a, decisions: [{options: [{then: c}]}, {id: c, options: [{then: d}]},"
        " {id: d}]}]\n"
    ),
    "own check of lists": (
        "readiness_check: {questions: [{id: a}], answers: [{id: b}]}\n"
        "own_check: {answers: [a], why: [b]}\n"
    ),
    "own answers of lists": (
        "readiness_check: {questions: [{id: a}], answers: [{id: b}]}\n"
        "own_check: {answers: {a: [b]}, why: {a: [b]}}\n"
    ),
    "answers of lists": (
        "readiness_check: {questions: [{id: a, answers: {b: 1}}, {id: [a]}, 7], stands: [7, [a]],"
        " considerations: [{id: support, given: {pay: [[a], 7], options: [7]}}, {id: power,"
        " given: 7}], evidence: {options: [7, {firm: a}]}, decides: [a], touches: 7}\n"
    ),
    "texts of lists": (
        "readiness_check: {verdicts: [{id: [a]}, 7], steps: [{where_left_out: {yours: [a]}}, 7],"
        " names: 7, notes: {a: b}, unnamed: [[a]], clashes: yes, even_then: [a], partners: [7]}\n"
    ),
    "first goes of lists": (
        "quizzes: [{id: a, questions: [{id: b, kind: [view], options: [{id: [c]}, 7]}]}]\n"
        "readiness_check: {first_go: [[a], {a: b}, 7, a/b, a/b], answers: 7, questions: yes}\n"
    ),
    "a plan of lists": (
        "plan: {title: [a], most: x, look_again: [7, {days: [7]}], questions:"
        " [{id: [a], kind: [date], name: [b]}, {kind: 7}, 7, [a]]}\n"
    ),
    "a plan without names": (
        "plan: {questions: [{kind: single, options: [7, {id: [a]}]}, {kind: view, name: 7}]}\n"
    ),
    "checked by number": (
        "sources: [{checked: 5, review_months: x}, {checked: [a]}, {checked: 2026-13-45}]\n"
        "care: {helplines: [{checked: {a: b}, review_months: [1]}, 7], talk: 7}\n"
    ),
    "care of lists": "care: [[a]]\nglossary: {a: b}\nown_check: [a]\npages: 7\nscenarios: yes\n",
    "lists for keys": "id: []\nmodules: {}\nquizzes: 1\nreadiness_check: []\nwords: [a]\n",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_whatever_a_file_holds_its_faults_are_lines_and_no_traceback(tmp_path, check, text):
    code, out, err = check(with_keys(tmp_path, text))
    assert (code, out) == (1, "")
    assert [line for line in err.splitlines() if not FAULT.fullmatch(line)] == []
    assert err.replace("\n", "").isprintable()


@pytest.mark.parametrize(
    "name", ["[a]", "{a: b}", "12", "~", '"a\\0.ipynb"', "..", "a" * 5000, f"{'a' * 300}.ipynb"]
)
def test_whatever_a_notebook_is_called_its_fault_is_a_line(tmp_path, check, name):
    course_file = write_changed(tmp_path, ("notebook: first.ipynb", f"notebook: {name}"))
    code, out, err = check(course_file)
    assert (code, out) == (1, "")
    assert {line.split(": ")[1] for line in err.splitlines()} == {"module 'first' > notebook"}


@pytest.mark.parametrize("name", ["course.yml", "notebooks/first.yml", "notebooks/words.yml"])
def test_a_file_cut_off_anywhere_is_reported_and_never_a_traceback(tmp_path, check, name):
    course_file = write_examples(tmp_path)
    file = course_file.parent / name
    content = file.read_bytes()
    for length in range(0, len(content) // 2, 200):
        file.write_bytes(content[:length])
        assert check(course_file)[:2] == (1, "")


def test_a_command_that_does_not_exist_gets_the_usage(capsys):
    with pytest.raises(SystemExit, match="2"):
        main(["chekc"])
    assert capsys.readouterr().err.startswith("usage: coproduction ")


def test_whoever_reads_only_the_beginning_is_not_told_of_it(tmp_path):
    course_file = write_examples(tmp_path / "course")
    command = [COPRODUCTION, "check"]
    asked = subprocess.Popen(
        command, cwd=course_file.parent, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    asked.stdout.close()
    assert (asked.stderr.read(), asked.wait()) == ("", 0)
