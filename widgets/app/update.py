"""`coproduction check --update`: notebooks executed again, holding what strict nbval compares."""

from pathlib import Path

import nbformat

from widgets.course.loading import notebooks_folder
from widgets.course.model import Course
from widgets.course.schema import json_schemas

from .execution import KERNELSPEC, Executor, notebook_text
from .writing import encoded, write_file

SCHEMAS = Path(__file__).parents[1] / "course" / "schemas"
KEPT = ("text/html", "text/plain")


def update(course: Course, course_file: Path) -> list[str]:
    """Execute every notebook of the course and store its outputs; return the names of the changed.

    Raises CellError where a cell fails and OSError, naming the file, where it can't be written:
    it is then as it was.
    """
    folder = notebooks_folder(course_file)
    executor = Executor(course_file)
    return [name for name in course.addresses if _update(folder / name, executor)]


def update_schemas() -> list[str]:
    """Write the JSON Schemas for editors; return the names of the changed."""
    return [name for name, text in json_schemas().items() if _write(SCHEMAS / name, text)]


def _update(path, executor):
    notebook = nbformat.read(path, as_version=4)
    executor.execute(notebook, path)
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if "data" in output:
                output.data = {kind: output.data[kind] for kind in KEPT if kind in output.data}
    # JupyterLab marks a notebook changed on opening where these are not as it would write them.
    notebook.metadata = {"kernelspec": KERNELSPEC, "language_info": {"name": "python"}}
    return _write(path, notebook_text(notebook))


def _write(path, text):
    content = encoded(path, text)
    if path.exists() and path.read_bytes() == content:
        return False
    write_file(path, content)
    return True
