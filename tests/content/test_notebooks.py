"""The notebooks as they are committed: their shape, their outputs, and that drift is noticed."""

import ast
import re
import subprocess
from itertools import pairwise

import nbformat
import pytest
import ways_in
from broken import replace
from examples import write_examples

from widgets.course.lessons import PLAN
from widgets.course.loading import load_course, notebooks_folder
from widgets.course.questions import UNMARKED_KINDS

COURSE = load_course()
FILES = {module.notebook: module for module in COURSE.modules}
TAUGHT = {part.notebook: part for part in (*COURSE.modules, *COURSE.pages, COURSE.readiness_check)}
NAMES = list(TAUGHT)


def read(course_file, name):
    return nbformat.read(notebooks_folder(course_file) / name, as_version=4)


@pytest.fixture(params=NAMES)
def notebook(request, course_file):
    notebook = read(course_file, request.param)
    notebook.title = TAUGHT[request.param].title
    notebook.module = FILES.get(request.param)
    return notebook


def markdown(notebook):
    return [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]


def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_the_folder_holds_the_courses_notebooks_and_no_others(course_file):
    folder = notebooks_folder(course_file)
    on_disk = {path.relative_to(folder).as_posix() for path in folder.rglob("*.ipynb")}
    assert on_disk == set(NAMES)


def test_its_title_is_the_only_first_heading(notebook):
    headings = re.findall(r"^# (.+)$", "\n".join(markdown(notebook)), flags=re.M)
    assert headings == [notebook.title]


def test_headings_skip_no_level(notebook):
    levels = [len(level) for level in re.findall(r"^(#+) ", "\n".join(markdown(notebook)), re.M)]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_code_cells_are_short_and_only_show_widgets(notebook):
    for cell in code(notebook):
        assert len(cell.source.splitlines()) <= 3
        for statement in ast.parse(cell.source).body:
            assert isinstance(statement, ast.ImportFrom | ast.Expr)


def test_it_stores_html_and_text_only_and_nothing_of_a_learner(notebook):
    for cell in code(notebook):
        for output in cell.outputs:
            assert set(output.data) <= {"text/html", "text/plain"}
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    assert notebook.metadata.kernelspec == {
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
        "name": "python3",
    }


def test_it_ends_with_key_points_sources_and_a_way_on(notebook):
    if notebook.module:
        headings = re.findall(r"^## (.+)$", "\n".join(markdown(notebook)), flags=re.M)
        assert headings[-2:] == ["Key points", "Sources"]
        position = COURSE.modules.index(notebook.module)
        around = {
            "Previous": COURSE.modules[position - 1] if position else None,
            "Next": COURSE.modules[position + 1] if position + 1 < len(COURSE.modules) else None,
        }
        links = [f"[{way}: {m.title}]({m.notebook})" for way, m in around.items() if m]
        assert re.findall(r"\[.+?\]\(.+?\)", markdown(notebook)[-1]) == links


def test_each_lesson_ends_with_a_question_about_the_learners_own_project(notebook):
    if notebook.module and notebook.module is not COURSE.modules[0]:
        headings = re.findall(r"^## (.+)$", "\n".join(markdown(notebook)), flags=re.M)
        assert headings[-3] == "Your project"
        last = notebook.module.forms[-1]
        asked = COURSE.plan if last == PLAN else COURSE.quiz(last)
        assert all(question.kind in UNMARKED_KINDS for question in asked.questions)


def test_each_picture_says_in_words_what_it_shows(notebook):
    for alt, _ in re.findall(r"!\[(.*?)\]\((.+?)\)", "\n".join(markdown(notebook))):
        assert len(alt.split()) >= 20 and alt.endswith((".", "?"))


def test_strict_nbval_notices_a_changed_option_until_the_notebooks_are_updated(tmp_path):
    course_file = write_examples(tmp_path / "course")
    update = [ways_in.BIN / "coproduction", "check", "--update"]
    compare = [ways_in.BIN / "pytest", "--nbval", "-p", "no:cacheprovider", "notebooks"]
    folder = course_file.parent

    def succeeds(command):
        return subprocess.run(command, cwd=folder, capture_output=True).returncode == 0

    assert succeeds(update) and succeeds(compare)
    replace(course_file, ("text: Consultation", "text: Asking"))
    assert not succeeds(compare)
    assert succeeds(update) and succeeds(compare)
