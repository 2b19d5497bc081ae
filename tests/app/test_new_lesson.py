"""`coproduction new-lesson`: a lesson to fill in, which passes every check as it comes."""

import json
import os
import shutil
import subprocess

import pytest
import ways_in
from broken import messages, replace
from examples import write_examples

from widgets.app.command import main
from widgets.app.kernels import CellError
from widgets.app.new_lesson import making
from widgets.course.loading import load_course

LINES = """\
  - id: pay-and-expenses
    title: Pay and expenses
    minutes: 8
    notebook: pay-and-expenses.ipynb
    objectives:
      - write here what people can do after this lesson
      - write here what else they can do, or take this line out
    forms: [pay-and-expenses-practice, your-pay-and-expenses]
    sources: []
"""
LINK = "Pay and expenses](pay-and-expenses.ipynb)"
SECOND = "  - id: second\n"


@pytest.fixture
def own_course(tmp_path, monkeypatch):
    course_file = write_examples(tmp_path / "course")
    monkeypatch.chdir(course_file.parent)
    return course_file


@pytest.fixture
def new_lesson(own_course, monkeypatch, capsys):
    """Return a function that makes a lesson, without storing what the notebooks now show."""
    monkeypatch.setattr(making, "update", lambda course, course_file: [])

    def make(lesson_id="pay-and-expenses"):
        return main(["new-lesson", lesson_id]), *capsys.readouterr()

    return make


def contents(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def last_cell(course_file, name):
    cells = json.loads((course_file.parent / "notebooks" / name).read_text("utf-8"))["cells"]
    return "".join(cells[-1]["source"])


def test_a_new_lesson_passes_the_check_and_is_stored_as_it_shows(updated_examples, tmp_path):
    folder = shutil.copytree(updated_examples.parent, tmp_path / "course")
    before = contents(folder)
    coproduction = ways_in.BIN / "coproduction"
    ascii_only = {**os.environ, "PYTHONIOENCODING": "ascii"}

    def run(*command):
        said = {"capture_output": True, "text": True, "cwd": folder, "env": ascii_only}
        return subprocess.run([coproduction, *command], **said)

    made = run("new-lesson", "pay-and-expenses")
    assert (made.returncode, made.stdout) == (0, f"{SAID}\n")
    assert run("check").stdout == "course.yml: no faults.\n"
    notebooks = folder / "notebooks"
    new = {notebooks / f"pay-and-expenses.{kind}" for kind in ("ipynb", "yml")}
    assert contents(folder).keys() - before.keys() == new
    for name in ("first", "pay-and-expenses", "second"):
        assert "Pay and expenses" in navigation(notebooks / f"{name}.ipynb")


def navigation(path):
    """Return what a notebook stores of its navigation."""
    cells = json.loads(path.read_text("utf-8"))["cells"]
    cell = next(cell for cell in cells if "navigation" in cell["metadata"].get("tags", []))
    return "".join(cell["outputs"][0]["data"]["text/html"])


SAID = """\
The lesson 'pay-and-expenses' is made. It comes before the last one, between 'First lesson' and \
'Second lesson'.
Now write, wherever it says 'Write here':
  1. course.yml, from line 16: its title, its minutes, and what people can do after it.
  2. notebooks/pay-and-expenses.ipynb: its text and its key points, with the title again.
  3. notebooks/pay-and-expenses.yml: its questions, with feedback on each answer. Give them ids \
that you will keep: answers hang on them.
  4. course.yml: what the text links to, under the sources of the course, and by its id under \
those of the lesson.
  5. If you changed the title: the link at the end of notebooks/first.ipynb and of \
notebooks/second.ipynb.
Then run `coproduction check --update`."""


def test_it_comes_before_the_last_lesson_and_all_else_in_the_course_stays(new_lesson, own_course):
    before = own_course.read_text("utf-8")
    assert new_lesson() == (0, f"{SAID}\n", "")
    assert own_course.read_text("utf-8") == before.replace(SECOND, LINES + SECOND)
    assert messages(own_course) == []
    assert [module.id for module in load_course(own_course).modules] == [
        *("first", "pay-and-expenses", "second")
    ]


def test_it_and_its_neighbours_lead_to_each_other(new_lesson, own_course):
    new_lesson()
    assert last_cell(own_course, "first.ipynb") == f"[Next: {LINK}"
    assert last_cell(own_course, "pay-and-expenses.ipynb") == (
        "- [Previous: First lesson](first.ipynb)\n- [Next: Second lesson](second.ipynb)"
    )
    assert last_cell(own_course, "second.ipynb") == f"[Previous: {LINK}"


def test_links_keep_the_course_s_own_words(new_lesson, own_course):
    notebooks = own_course.parent / "notebooks"
    replace(own_course, ("language: en-GB", "language: cy"))
    replace(notebooks / "first.ipynb", ("[Next: Second", "[Nesaf: Second"))
    replace(notebooks / "second.ipynb", ("[Previous: First", "[Blaenorol: First"))
    new_lesson()
    assert last_cell(own_course, "pay-and-expenses.ipynb") == (
        "- [Blaenorol: First lesson](first.ipynb)\n- [Nesaf: Second lesson](second.ipynb)"
    )
    assert last_cell(own_course, "first.ipynb").startswith("[Nesaf: Pay and expenses](")


def test_every_text_to_fill_in_says_so(new_lesson, own_course):
    new_lesson()
    module = load_course(own_course).module("pay-and-expenses")
    quizzes = [load_course(own_course).quiz(form) for form in module.forms]
    texts = [*module.objectives, *(quiz.title for quiz in quizzes)]
    for question in (question for quiz in quizzes for question in quiz.questions):
        texts += filter(None, [question.scene, question.text, question.hint])
        texts += [text for option in question.options for text in (option.text, option.feedback)]
    assert len(texts) == 14
    assert [text for text in texts if not text.lower().startswith("write here")] == []


def test_comments_blank_lines_and_line_endings_stay_and_are_followed(new_lesson, own_course):
    replace(own_course, (SECOND, f"    # Of the first.\n\n  # Of the second.\n{SECOND}"))
    replace(own_course, ("modules:\n", "modules: # in order\n# All of them.\n"))
    before = own_course.read_bytes().replace(b"\n", b"\r\n")
    own_course.write_bytes(before)
    assert new_lesson()[0] == 0
    lines = LINES.encode().replace(b"\n", b"\r\n")
    after_first = b"    # Of the first.\r\n"
    assert own_course.read_bytes() == before.replace(after_first, after_first + b"\r\n" + lines)
    assert messages(own_course) == []


def test_a_course_of_one_lesson_gets_it_at_the_end(new_lesson, own_course):
    text = own_course.read_text("utf-8")
    second = text[text.index(SECOND) : text.index("pages:")]
    own_course.write_text(text.replace(second, ""), "utf-8")
    notebooks = own_course.parent / "notebooks"
    (notebooks / "second.ipynb").unlink()
    replace(notebooks / "first.ipynb", ("[Next: Second lesson](second.ipynb)", "The end."))
    code, said, _ = new_lesson()
    assert (code, said.splitlines()[0]) == (
        0,
        "The lesson 'pay-and-expenses' is made. It comes after 'First lesson'.",
    )
    assert own_course.read_text("utf-8") == text.replace(second, LINES)
    assert last_cell(own_course, "first.ipynb") == f"[Next: {LINK}"
    made = last_cell(own_course, "pay-and-expenses.ipynb")
    assert made == "[Previous: First lesson](first.ipynb)"
    assert messages(own_course) == []


def test_its_notebook_has_the_next_number_where_the_others_have_one(new_lesson, own_course):
    notebooks = own_course.parent / "notebooks"
    (notebooks / "first.ipynb").rename(notebooks / "09-first.ipynb")
    (notebooks / "first.yml").rename(notebooks / "09-first.yml")
    replace(own_course, ("notebook: first.ipynb", "notebook: 09-first.ipynb"))
    replace(notebooks / "aside" / "recall-1.ipynb", ("../first.ipynb", "../09-first.ipynb"))
    replace(notebooks / "second.ipynb", ("(first.ipynb)", "(09-first.ipynb)"))
    (notebooks / "plan.ipynb").rename(notebooks / "10-pay.ipynb")
    replace(own_course, ("notebook: plan.ipynb", "notebook: 10-pay.ipynb"))
    assert new_lesson("pay")[0] == 0
    assert load_course(own_course).module("pay").notebook == "11-pay.ipynb"
    assert last_cell(own_course, "second.ipynb") == "[Previous: Pay](11-pay.ipynb)"


def test_an_id_that_yaml_would_read_as_something_else_is_quoted(new_lesson, own_course):
    assert new_lesson("null")[0] == 0
    assert load_course(own_course).module("null").title == "Null"


def test_quizzes_get_ids_that_are_free(new_lesson, own_course):
    replace(own_course, ("  - id: a-story\n", "  - id: pay-practice\n"))
    replace(own_course, ("[one-of-each, a-story, ", "[one-of-each, pay-practice, "))
    meeting = own_course.parent / "notebooks" / "meeting.yml"
    said = meeting.read_text(encoding="utf-8").replace("about: a-story", "about: pay-practice")
    meeting.write_text(said, encoding="utf-8")
    first = own_course.parent / "notebooks" / "first.ipynb"
    replace(first, (r"Scenario(\"a-story\")", r"Scenario(\"pay-practice\")"))
    assert new_lesson("pay")[2] == ""
    assert load_course(own_course).module("pay").forms == ["pay-practice-2", "your-pay"]


@pytest.mark.parametrize(
    ("lesson_id", "why"),
    [
        ("Pay", "write lower case words joined by hyphens, such as pay-and-expenses"),
        ("../pay", "write lower case words joined by hyphens, such as pay-and-expenses"),
        ("404", "write lower case words joined by hyphens, such as pay-and-expenses"),
        ("", "write lower case words joined by hyphens, such as pay-and-expenses"),
        ("pay\n", "write lower case words joined by hyphens, such as pay-and-expenses"),
        ("plan", "the course keeps that address for itself, so choose another"),
        ("embed", "the course keeps that address for itself, so choose another"),
        ("readiness-check", "the course keeps that address for itself, so choose another"),
        ("second", "the page 'Second lesson' has it, so choose another"),
    ],
)
def test_an_id_that_is_not_to_be_had_is_refused(new_lesson, own_course, lesson_id, why):
    before = contents(own_course.parent)
    shown = lesson_id.strip()
    assert new_lesson(lesson_id) == (1, "", f"'{shown}' can't be the id of a lesson: {why}.\n")
    assert contents(own_course.parent) == before


def test_a_file_that_is_there_is_not_written_over(new_lesson, own_course):
    notebooks = own_course.parent / "notebooks"
    (notebooks / "plan.ipynb").rename(notebooks / "pay.ipynb")
    replace(own_course, ("notebook: plan.ipynb", "notebook: pay.ipynb"))
    before = contents(own_course.parent)
    told = "notebooks/pay.ipynb is there already, so choose another id.\n"
    assert new_lesson("pay") == (1, "", told)
    assert contents(own_course.parent) == before


def test_modules_on_one_line_are_left_alone_and_the_author_is_told_how(new_lesson, own_course):
    text = own_course.read_text("utf-8")
    modules = text[text.index("modules:") : text.index("pages:")]
    flow = json.dumps([module.model_dump(exclude_none=True) for module in load_course().modules])
    own_course.write_text(text.replace(modules, f"modules: {flow}\n"), "utf-8")
    assert messages(own_course) == []
    before = contents(own_course.parent)
    code, _, told = new_lesson()
    assert (code, told) == (
        1,
        "No lesson can be set into course.yml after line 7: begin each of its modules on a line of"
        " its own with a hyphen, its keys on the lines below, and try again.\n",
    )
    assert contents(own_course.parent) == before


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (CellError("plan.ipynb", "cell 3", "KeyError", "x"), "plan.ipynb, cell 3: KeyError: x"),
        (OSError(28, "No space left", "a.ipynb"), "a.ipynb can't be written: No space left"),
    ],
)
def test_where_a_cell_fails_or_the_disk_is_full_all_is_as_it_was(
    own_course, monkeypatch, capsys, error, told
):
    def fail(*_):
        raise error

    monkeypatch.setattr(making, "update", fail)
    before = contents(own_course.parent)
    assert main(["new-lesson", "pay"]) == 1
    assert capsys.readouterr().err == f"{told}\n"
    assert contents(own_course.parent) == before


def test_a_file_that_somebody_saves_meanwhile_is_not_written_over(own_course, monkeypatch, capsys):
    first = own_course.parent / "notebooks" / "first.ipynb"

    def save(*_):
        replace(first, ("# First lesson", "# The first lesson"))

    monkeypatch.setattr(making, "update", save)
    assert main(["new-lesson", "pay"]) == 1
    told = "notebooks/first.ipynb changed meanwhile, so nothing was written: try again.\n"
    assert capsys.readouterr().err == told
    assert "# The first lesson" in first.read_text("utf-8")
    assert "pay" not in own_course.read_text("utf-8")
    assert not (own_course.parent / "notebooks" / "pay.yml").exists()
