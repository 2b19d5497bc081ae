"""A notebook's outputs as they now are: drawn, stored and still true, or told by a kernel."""

import platform

import nbformat
from nbformat import NotebookNode

from widgets.course.files import notebooks_folder
from widgets.course.model import Course
from widgets.forms.shows import MIME

from .drawn import draw, is_drawn
from .execution import Executor
from .kernels import KERNELSPEC, LANGUAGE
from .stale import MADE_FROM, OURS, is_still_true, outputs_made_from

KEPT = (MIME, "text/html", "text/plain")


def complete(notebook: NotebookNode, course: Course, name: str, executor: Executor) -> NotebookNode:
    """Return a notebook with the outputs that it has now. Raises CellError where a cell fails.

    A kernel runs only one with code of its own, and only where the stored outputs may be others.
    """
    # JupyterLab marks a notebook changed on opening where these are not as it would write them.
    metadata = {"kernelspec": KERNELSPEC, "language_info": _language(notebook)}
    _fold_code(notebook)
    if is_drawn(notebook):
        draw(notebook, course, name)
    else:
        if not is_still_true(notebook, executor.course_file):
            executor.execute(notebook, notebooks_folder(executor.course_file) / name)
            _keep_what_is_shown(notebook)
        metadata[OURS] = {MADE_FROM: outputs_made_from(notebook, executor.course_file)}
    return nbformat.from_dict(notebook | {"metadata": metadata})


def _fold_code(notebook):
    """Leave of the code a thin line, which opens with a click, wherever a lesson is read."""
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            folded = cell["metadata"].get("jupyter", {}) | {"source_hidden": True}
            cell["metadata"] |= {"jupyter": folded}


def _language(notebook):
    """Return the language as a kernel tells of it, of the version stored where one is."""
    stored = notebook["metadata"].get("language_info", {}).get("version")
    return LANGUAGE | {"version": stored or platform.python_version()}


def _keep_what_is_shown(notebook):
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if "data" in output:
                output.data = {kind: output.data[kind] for kind in KEPT if kind in output.data}
