"""`coproduction check --update`: notebooks executed again, holding what strict nbval compares."""

import os
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError

from widgets.course.loading import VARIABLE, notebooks_folder
from widgets.course.model import Course
from widgets.course.shape import json_schema

from .kernel import QUIET, CellError
from .pages import lesson_names

SCHEMA_FILE = Path(__file__).parents[1] / "course" / "course.schema.json"
KERNELSPEC = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
KEPT = ("text/html", "text/plain")


def update(course: Course, course_file: Path) -> list[str]:
    """Execute every notebook of the course and store its outputs; return the names of the changed.

    Raises CellError where a cell fails.
    """
    os.environ[VARIABLE] = str(course_file)
    folder = notebooks_folder(course_file)
    return [name for name in lesson_names(course) if _update(folder / name)]


def update_schema() -> bool:
    """Write the JSON Schema for editors; return whether it changed."""
    return _write(SCHEMA_FILE, json_schema())


def _update(path):
    notebook = nbformat.read(path, as_version=4)
    _execute(notebook, path)
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", []):
            if "data" in output:
                output.data = {kind: output.data[kind] for kind in KEPT if kind in output.data}
    # JupyterLab marks a notebook changed on opening where these are not as it would write them.
    notebook.metadata = {"kernelspec": KERNELSPEC, "language_info": {"name": "python"}}
    return _write(path, nbformat.writes(notebook, indent=1) + "\n")


def _execute(notebook, path):
    folder = {"metadata": {"path": str(path.parent)}}
    client = NotebookClient(notebook, resources=folder, kernel_name=KERNELSPEC["name"])
    try:
        client.execute(**QUIET)
    except CellExecutionError as error:
        number = next(n for n, cell in enumerate(notebook.cells, 1) if _failed(cell))
        raise CellError(path.name, f"cell {number}", error.ename, error.evalue) from error
    except DeadKernelError as error:
        raise CellError(path.name, "some cell", "the kernel", "died") from error


def _failed(cell):
    return any(output.output_type == "error" for output in cell.get("outputs", []))


def _write(path, text):
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    path.write_text(text, encoding="utf-8")
    return True
