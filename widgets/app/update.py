"""`coproduction check --update`: notebooks that store what they now show, as nbval compares it."""

from pathlib import Path

import nbformat

from widgets.course.files import notebooks_folder
from widgets.course.model import Course
from widgets.course.schema import json_schemas

from .execution import Executor, notebook_text
from .outputs import complete
from .writing import encoded, write_file

SCHEMAS = Path(__file__).parents[1] / "course" / "schemas"


def update(course: Course, executor: Executor) -> list[str]:
    """Store in every notebook of the course what it now shows; return the names of the changed.

    Raises CellError where a cell fails and OSError, naming the file, where it can't be written:
    it is then as it was.
    """
    return [name for name in course.addresses if _update(course, name, executor)]


def update_schemas() -> list[str]:
    """Write the JSON Schemas for editors; return the names of the changed."""
    return [name for name, text in json_schemas().items() if _write(SCHEMAS / name, text)]


def _update(course, name, executor):
    path = notebooks_folder(executor.course_file) / name
    notebook = nbformat.read(path, as_version=4)
    return _write(path, notebook_text(complete(notebook, course, name, executor)))


def _write(path, text):
    content = encoded(path, text)
    if path.exists() and path.read_bytes() == content:
        return False
    write_file(path, content)
    return True
