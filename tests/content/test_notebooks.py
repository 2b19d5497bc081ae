"""The notebooks as they are committed: their shape and their outputs."""

import ast
import re
from itertools import pairwise

import nbformat
import pytest

from widgets.course.lessons import PLAN
from widgets.course.loading import find_course, load_course, notebooks_folder
from widgets.course.questions import UNMARKED_KINDS
from widgets.forms.shows import MIME

COURSE = load_course()
TAUGHT = {part.notebook: part for part in (*COURSE.modules, *COURSE.pages, COURSE.readiness_check)}
NAMES = list(TAUGHT)
LESSONS = [module.id for module in COURSE.modules]


def read(course_file, name):
    return nbformat.read(notebooks_folder(course_file) / name, as_version=4)


@pytest.fixture(params=NAMES)
def notebook(request, course_file):
    return read(course_file, request.param)


def markdown(notebook):
    return [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]


def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_the_folder_holds_the_courses_notebooks_and_no_others(course_file):
    folder = notebooks_folder(course_file)
    on_disk = {path.relative_to(folder).as_posix() for path in folder.rglob("*.ipynb")}
    assert on_disk == set(NAMES)


@pytest.mark.parametrize("taught", TAUGHT.values(), ids=TAUGHT)
def test_its_title_is_the_only_first_heading(taught, course_file):
    notebook = read(course_file, taught.notebook)
    headings = re.findall(r"^# (.+)$", "\n".join(markdown(notebook)), flags=re.M)
    assert headings == [taught.title]


def test_headings_skip_no_level(notebook):
    levels = [len(level) for level in re.findall(r"^(#+) ", "\n".join(markdown(notebook)), re.M)]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_code_cells_are_short_and_only_show_widgets(notebook):
    assert [cell.source for cell in code(notebook) if len(cell.source.splitlines()) > 3] == []
    statements = [each for cell in code(notebook) for each in ast.parse(cell.source).body]
    assert {type(statement) for statement in statements} <= {ast.ImportFrom, ast.Expr}


def test_it_stores_html_and_text_only_and_nothing_of_a_learner(notebook):
    for cell in code(notebook):
        for output in cell.outputs:
            assert set(output.data) <= {MIME, "text/html", "text/plain"}
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    assert notebook.metadata.kernelspec == {
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
        "name": "python3",
    }


def sections(notebook):
    return re.findall(r"^## (.+)$", "\n".join(markdown(notebook)), flags=re.M)


@pytest.mark.parametrize("position", range(len(COURSE.modules)), ids=LESSONS)
def test_a_lesson_ends_with_key_points_sources_and_a_way_on(position, course_file):
    lesson = read(course_file, COURSE.modules[position].notebook)
    assert sections(lesson)[-2:] == ["Key points", "Sources"]
    around = {
        "Previous": COURSE.modules[position - 1] if position else None,
        "Next": COURSE.modules[position + 1] if position + 1 < len(COURSE.modules) else None,
    }
    links = [f"[{way}: {m.title}]({m.notebook})" for way, m in around.items() if m]
    assert re.findall(r"\[.+?\]\(.+?\)", markdown(lesson)[-1]) == links


@pytest.mark.parametrize("module", COURSE.modules[1:], ids=LESSONS[1:])
def test_each_lesson_asks_of_the_learners_own_project_at_its_end_and_the_last_before_help(
    module, course_file
):
    named = sections(read(course_file, module.notebook))
    place = 2 if module is COURSE.modules[-1] else len(named) - 3
    assert named.index("Your project") == place
    last = module.forms[-1]
    asked = COURSE.plan if last == PLAN else COURSE.quiz(last)
    assert {question.kind for question in asked.questions} <= set(UNMARKED_KINDS)


def pictures():
    """Yield each picture of the course: its notebook, its place and its words."""
    for name in NAMES:
        text = "\n".join(markdown(read(find_course(), name)))
        for words, place in re.findall(r"!\[(.*?)\]\((.+?)\)", text):
            yield pytest.param(words, id=f"{name} {place}")


@pytest.mark.parametrize("words", [*pictures()])
def test_each_picture_says_in_words_what_it_shows(words):
    assert len(words.split()) >= 20 and words.endswith((".", "?"))
