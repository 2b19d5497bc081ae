import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from broken import messages, place, replace, write_changed
from examples import write_examples

import widgets
from widgets.course.faults import CourseError
from widgets.course.loading import (
    VARIABLE,
    check_course,
    find_course,
    load_course,
    notebooks_folder,
)

PACKAGE = Path(widgets.__file__).parent
FIND = "from widgets.course.loading import find_course; print(find_course())"
MISSING = (
    "course.yml:1: course: expected a file that can be read, found no such file or directory"
    " (mend the path)"
)


@pytest.fixture(autouse=True)
def nobody_names_a_course(monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)


def test_the_variable_names_the_course(tmp_path, monkeypatch):
    write_examples(tmp_path / "here")
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "there" / "course.yml"))
    assert find_course() == tmp_path / "there" / "course.yml"


def test_an_empty_variable_names_nothing(tmp_path, monkeypatch):
    course_file = write_examples(tmp_path / "here")
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv(VARIABLE, "")
    assert find_course() == course_file


@pytest.mark.parametrize("folder", [".", "notebooks", "notebooks/deep/deeper"])
def test_the_course_is_found_in_this_folder_or_above(tmp_path, monkeypatch, folder):
    course_file = write_examples(tmp_path)
    (tmp_path / folder).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(tmp_path / folder)
    assert find_course() == course_file


def test_the_nearest_course_is_the_one_in_use(tmp_path, monkeypatch):
    write_examples(tmp_path)
    nearest = write_examples(tmp_path / "notebooks" / "nearest")
    monkeypatch.chdir(nearest.parent / "notebooks")
    assert find_course() == nearest


def test_a_folder_named_like_the_course_is_passed_by(tmp_path, monkeypatch):
    course_file = write_examples(tmp_path)
    (tmp_path / "notebooks" / "course.yml").mkdir()
    monkeypatch.chdir(tmp_path / "notebooks")
    assert find_course() == course_file


def test_anywhere_else_the_course_beside_the_package_is_in_use(tmp_path, monkeypatch, course_file):
    monkeypatch.chdir(tmp_path)
    assert find_course() == course_file


def run_with_package_in(folder, elsewhere):
    shutil.copytree(PACKAGE / "course", folder / "widgets" / "course")
    (folder / "widgets" / "__init__.py").touch()
    elsewhere.mkdir()
    return subprocess.run(
        [sys.executable, "-c", FIND],
        cwd=elsewhere,
        env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
    )


def test_an_installed_package_brings_its_course(tmp_path):
    course_file = write_examples(tmp_path / "installed" / "widgets" / "data")
    done = run_with_package_in(tmp_path / "installed", tmp_path / "elsewhere")
    assert done.stdout == f"{course_file}\n"


def test_no_course_anywhere_is_one_fault(tmp_path):
    done = run_with_package_in(tmp_path / "installed", tmp_path / "elsewhere")
    assert done.stderr.splitlines()[-1] == (
        "widgets.course.faults.CourseError: course.yml:1: course: expected a file here or above,"
        f" found none (go to the course's folder, or set {VARIABLE} to the file)"
    )


def test_notebooks_lie_beside_the_course_even_through_a_link(tmp_path):
    course_file = write_examples(tmp_path / "course")
    link = tmp_path / "course.yml"
    link.symlink_to(course_file)
    assert notebooks_folder(link) == tmp_path / "course" / "notebooks"


def test_the_course_in_use_is_loaded_and_checked(tmp_path, monkeypatch):
    write_examples(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert load_course().title == "Examples"
    assert check_course() == []


def test_a_path_from_here_will_do(tmp_path, monkeypatch):
    write_examples(tmp_path / "course")
    monkeypatch.chdir(tmp_path)
    assert check_course(Path("course/course.yml")) == []
    assert load_course(Path("course/course.yml")).id == "examples"


def test_the_same_version_of_a_file_is_read_once(tmp_path):
    course_file = write_examples(tmp_path)
    assert load_course(course_file) is load_course(course_file)


def test_a_changed_file_is_read_again(tmp_path):
    course_file = write_examples(tmp_path)
    assert load_course(course_file).title == "Examples"
    replace(course_file, ("title: Examples", "title: Other examples"))
    assert load_course(course_file).title == "Other examples"


def test_checking_twice_reports_the_same(tmp_path):
    course_file = write_changed(tmp_path, ("notebook: first.ipynb", "notebook: frist.ipynb"))
    assert len(check_course(course_file)) == 1
    assert check_course(course_file) == check_course(course_file)


def test_a_mended_notebook_is_noticed_though_the_course_file_is_the_same(tmp_path):
    course_file = write_examples(tmp_path)
    first = course_file.parent / "notebooks" / "first.ipynb"
    content = first.read_bytes()
    first.unlink()
    assert len(check_course(course_file)) == 1
    first.write_bytes(content)
    assert check_course(course_file) == []


def test_a_broken_course_is_not_loaded_and_every_fault_is_told(tmp_path):
    changes = [("    minutes: 5\n", "    minutes: 0\n"), ("    minutes: 3\n", "    minutes: 99\n")]
    course_file = write_changed(tmp_path, *changes)
    with pytest.raises(CourseError) as error:
        load_course(course_file)
    assert str(error.value) == (
        f"{place(course_file, 'minutes: 0')}: module 'first' > minutes: expected 1 or more, found 0"
        " (write a larger number)\n"
        f"{place(course_file, 'minutes: 99')}: module 'second' > minutes: expected 60 or less,"
        " found 99 (write a smaller number)"
    )


def test_a_course_that_only_breaks_a_rule_is_not_loaded_either(tmp_path):
    course_file = write_changed(tmp_path, ("  - id: first\n", "  - id: plan\n"))
    with pytest.raises(CourseError, match="'plan', an address of the course's own"):
        load_course(course_file)


@pytest.mark.parametrize("content", [b"", b"null\n", b"---\n"])
def test_an_empty_course_is_not_loaded_without_a_word(tmp_path, content):
    (tmp_path / "course.yml").write_bytes(content)
    with pytest.raises(CourseError, match="expected a course, found an empty file"):
        load_course(tmp_path / "course.yml")


def test_a_course_is_loaded_though_its_notebooks_are_not_there_yet(tmp_path):
    course_file = write_examples(tmp_path)
    for notebook in (course_file.parent / "notebooks").rglob("*.ipynb"):
        notebook.unlink()
    assert load_course(course_file).id == "examples"
    assert [fault.path for fault in check_course(course_file)] == [
        "module 'first' > notebook",
        "module 'second' > notebook",
        "page 'plan' > notebook",
        "page 'glossary' > notebook",
        "page 'recall/1' > notebook",
        "page 'sheet' > notebook",
        "page 'meeting' > notebook",
        "page 'meeting/notes' > notebook",
        "readiness_check > notebook",
    ]


def test_a_file_that_is_not_there_is_reported(tmp_path):
    assert messages(tmp_path / "course.yml") == [MISSING]


def test_a_variable_that_names_no_file_is_reported(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "course.yml"))
    assert messages(None) == [MISSING]


def test_a_file_that_comes_later_is_noticed(tmp_path):
    assert messages(tmp_path / "course.yml") == [MISSING]
    write_examples(tmp_path)
    assert messages(tmp_path / "course.yml") == []


def test_a_folder_in_place_of_the_file_is_reported(tmp_path):
    assert messages(tmp_path) == [
        f"{tmp_path.name}:1: course: expected a file that can be read, found a folder"
        " (mend the path)"
    ]


def test_the_real_course_has_no_faults(course_file):
    assert messages(course_file) == []
