"""The files of a course -> Course, or every fault in them and in the notebooks they name."""

import os
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from .faults import CourseError, Fault
from .files import add_strays, course_files, files_present, notebooks_folder, read_files
from .model import Course
from .reviews import reviews_due
from .rules import check_rules
from .rules.beside import check_missing
from .rules.dates import check_language
from .rules.lessons import check_lessons
from .shape import check_shape

COURSE_FILE = "course.yml"
# Where a learner's copy keeps it, out of sight of the lessons.
IN_A_COPY = f".coproduction/course/{COURSE_FILE}"
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
    places = (folder / place for folder in folders for place in (IN_A_COPY, COURSE_FILE))
    path = next(filter(Path.is_file, places), None)
    if path is None:
        cure = f"go to the course's folder, or set {VARIABLE} to the file"
        raise CourseError([Fault(COURSE_FILE, 1, "course", "a file here or above", "none", cure)])
    return path


def load_course(path: Path | None = None) -> Course:
    """Return the course; the same version of its files is read once.

    Raises CourseError with every fault of the files themselves. Notebooks are not looked at.
    """
    path = (path or find_course()).absolute()
    course, document = _read(path, _version(path))
    if course is None or document.faults:
        raise CourseError(document.faults)
    return course


def check_course(path: Path | None = None) -> list[Fault]:
    """Return every fault of a course's files and of the notebooks they name, by file and line."""
    try:
        path = (path or find_course()).absolute()
    except CourseError as error:
        return error.faults
    _, document = _read(path, _version(path))
    shown = replace(document, findings=list(document.findings))
    add_strays(shown, path)
    for finding in check_language(shown.data):
        shown.add(finding)
    in_notebooks = [] if shown.has_gaps else check_lessons(shown, notebooks_folder(path))
    return shown.faults + in_notebooks


def check_reviews(today: date, path: Path | None = None) -> list[Fault]:
    """Return the sources and helplines of a course that are due for another look."""
    path = (path or find_course()).absolute()
    _, document = _read(path, _version(path))
    return reviews_due(document, today)


def stamp_of(file: Path) -> tuple[int, int] | None:
    """Return when a file was last changed, and its bytes; None where it is not there."""
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _version(path):
    return tuple((file, stamp_of(file)) for file in course_files(path))


@lru_cache(maxsize=16)
def _read(path, version):
    document = read_files(path)
    if document.data is None:
        return None, document
    check_missing(document, files_present(path))
    course, findings = check_shape(document.data, document.written)
    if not document.has_gaps:
        findings += check_rules(document.data)
    for finding in findings:
        if finding.path not in document.unread:
            document.add(finding)
    return course, document
