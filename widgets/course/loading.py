"""course.yml -> Course, or every fault in it and in the notebooks it names."""

import os
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from .document import Document, read_document
from .faults import CourseError, Fault, Finding
from .model import Course
from .reviews import reviews_due
from .rules import check_rules
from .rules.lessons import check_lessons
from .shape import check_shape

COURSE_FILE = "course.yml"
VARIABLE = "COPRODUCTION_COURSE"
PACKAGE = Path(__file__).parents[1]


def find_course() -> Path:
    """Return the course.yml in use: the variable's, else above this folder, else the package's.

    Raises CourseError where there is none.
    """
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    here = Path.cwd()
    # In a wheel the course lies in the package, in the repository beside it.
    folders = (here, *here.parents, PACKAGE / "data", PACKAGE.parent)
    found = (folder / COURSE_FILE for folder in folders if (folder / COURSE_FILE).is_file())
    path = next(found, None)
    if path is None:
        cure = f"go to the course's folder, or set {VARIABLE} to the file"
        raise CourseError([Fault(COURSE_FILE, 1, "course", "a file here or above", "none", cure)])
    return path


def notebooks_folder(course_file: Path) -> Path:
    """Return the folder of notebooks that belongs to a course.yml."""
    return course_file.resolve().parent / "notebooks"


def load_course(path: Path | None = None) -> Course:
    """Return the course; the same file is read once per version.

    Raises CourseError with every fault of the file itself. Notebooks are not looked at.
    """
    path = (path or find_course()).absolute()
    course, document = _read(path, _version(path))
    if course is None or document.faults:
        raise CourseError(document.faults)
    return course


def check_course(path: Path | None = None) -> list[Fault]:
    """Return every fault of a course.yml and of the notebooks it names, by line."""
    try:
        path = (path or find_course()).absolute()
    except CourseError as error:
        return error.faults
    _, document = _read(path, _version(path))
    shown = replace(document, findings=list(document.findings))
    in_notebooks = check_lessons(shown, notebooks_folder(path))
    return shown.faults + in_notebooks


def check_reviews(today: date, path: Path | None = None) -> list[Fault]:
    """Return the sources and helplines of a course.yml that are due for another look."""
    path = (path or find_course()).absolute()
    _, document = _read(path, _version(path))
    return reviews_due(document, today)


def _version(path):
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


@lru_cache(maxsize=16)
def _read(path, version):
    try:
        content = path.read_bytes()
    except OSError as error:
        document = Document(path.name)
        is_folder = isinstance(error, IsADirectoryError)
        reason = "a folder" if is_folder else (error.strerror or "an error").lower()
        document.add(Finding((), "a file that can be read", reason, "mend the path"))
        return None, document
    document = read_document(path.name, content)
    if document.data is None:
        return None, document
    course, findings = check_shape(document.data, document.written)
    for finding in (*findings, *check_rules(document.data)):
        if finding.path not in document.unread:
            document.add(finding)
    return course, document
