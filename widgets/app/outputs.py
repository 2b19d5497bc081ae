"""A notebook's outputs as they now are: drawn, stored and still true, or told by a kernel."""

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
from nbformat import NotebookNode

from widgets.course.faults import Fault
from widgets.course.files import NOTEBOOKS, course_files, notebooks_folder
from widgets.course.model import Course

from .drawn import draw, is_drawn
from .made_from import digest_of_all

if TYPE_CHECKING:
    # Who only looks for what is stale waits for no kernel's client to be imported.
    from .execution import Executor

KERNELSPEC = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
KEPT = ("text/html", "text/plain")
# Where a notebook with code of its own says what its stored outputs were made from.
OURS, MADE_FROM = "coproduction", "made_from"


STALE = "run `coproduction check --update`"


def complete(notebook: NotebookNode, name: str, executor: "Executor") -> None:
    """Put into a notebook the outputs that it has now. Raises CellError where a cell fails.

    A kernel runs only one with code of its own, and only where the stored outputs may be others.
    """
    # JupyterLab marks a notebook changed on opening where these are not as it would write them.
    metadata = {"kernelspec": KERNELSPEC, "language_info": {"name": "python"}}
    if is_drawn(notebook):
        draw(notebook, name)
    else:
        if not _still_true(notebook, executor.course_file):
            executor.execute(notebook, notebooks_folder(executor.course_file) / name)
            _keep_what_is_shown(notebook)
        metadata[OURS] = {MADE_FROM: _made_from(notebook, executor.course_file)}
    notebook.metadata = nbformat.from_dict(metadata)


def check_outputs(course: Course, course_file: Path) -> Iterator[Fault]:
    """Yield each place of the notebooks that stores something else than it now shows.

    Raises CellError where what is drawn can't be.
    """
    for name in course.addresses:
        path = notebooks_folder(course_file) / name
        notebook = nbformat.v4.reads(path.read_text(encoding="utf-8"))
        for number in _stale(notebook, name, course_file):
            line = _line(path.read_text(encoding="utf-8"), notebook.cells[number - 1])
            place = f"{NOTEBOOKS}/{name}", line, f"cell {number} > outputs"
            yield Fault(*place, "what the cell now shows", "something else", STALE)


def _stale(notebook, name, course_file):
    """Return the numbers of the cells whose stored outputs no longer follow."""
    if not is_drawn(notebook):
        still_true = _still_true(notebook, course_file)
        return [n for n, cell in enumerate(notebook.cells, 1) if _stores(cell) and not still_true]
    now = copy.deepcopy(notebook)
    draw(now, name)
    pairs = enumerate(zip(notebook.cells, now.cells, strict=True), 1)
    return [number for number, (old, new) in pairs if _stores(old) and old != new]


def _stores(cell):
    """Return whether a cell holds anything of a run: one that has not been run is not stale."""
    return cell.cell_type == "code" and bool(cell.outputs or cell.execution_count)


def _line(text, cell):
    """Return the line of a cell in its notebook's file."""
    return text.count("\n", 0, max(text.find(f'"id": "{cell.get("id")}"'), 0)) + 1


def _still_true(notebook, course_file):
    """Return whether the stored outputs say that they were made from what is there now."""
    ours = notebook.metadata.get(OURS)
    made_from = ours.get(MADE_FROM) if isinstance(ours, dict) else None
    return made_from == _made_from(notebook, course_file)


def _made_from(notebook, course_file):
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    words = [path.read_bytes() for path in course_files(course_file)]
    return digest_of_all([*words, *(source.encode() for source in code)])


def _keep_what_is_shown(notebook):
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if "data" in output:
                output.data = {kind: output.data[kind] for kind in KEPT if kind in output.data}
