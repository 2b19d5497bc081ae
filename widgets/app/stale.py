"""Stored outputs that no longer follow from what they were made from."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from widgets.course.contents import read_content
from widgets.course.faults import Fault
from widgets.course.files import NOTEBOOKS, notebooks_folder
from widgets.course.model import Course
from widgets.course.notebook_file import read_notebook

from .drawn import draw, is_drawn, source_of
from .made_from import digest_of_all
from .snapshot import stamp

# Where a notebook with code of its own says what its stored outputs were made from.
OURS, MADE_FROM = "coproduction", "made_from"
CURE = "run `coproduction check --update`"


def check_outputs(course: Course, course_file: Path) -> Iterator[Fault]:
    """Yield each cell of the notebooks that stores something else than it now shows.

    Raises CellError where what is drawn can't be.
    """
    for name in course.addresses:
        file = read_notebook(read_content(notebooks_folder(course_file) / name))
        for number in _stale(file.data, course, name, course_file):
            place = f"{NOTEBOOKS}/{name}", file.cells[number - 1].line, f"cell {number} > outputs"
            yield Fault(*place, "what the cell now shows", "something else", CURE)


def _stale(notebook, course, name, course_file):
    """Return the numbers of the cells whose stored outputs no longer follow."""
    stored = {n: _stored(c) for n, c in enumerate(notebook["cells"], 1) if _stores(c)}
    if not is_drawn(notebook):
        return [] if is_still_true(notebook, course_file) else [_first_of_code(notebook)]
    draw(notebook, course, name)
    return [number for number in stored if stored[number] != _stored(notebook["cells"][number - 1])]


def _first_of_code(notebook):
    return next(n for n, cell in enumerate(notebook["cells"], 1) if cell["cell_type"] == "code")


def _stores(cell):
    """Return whether a cell holds anything of a run: one that has not been run is not stale."""
    return cell["cell_type"] == "code" and bool(cell["outputs"] or cell["execution_count"])


def _stored(cell):
    """Return what a cell stores of a run, each text in one piece."""
    outputs = [
        _whole(output | {"data": _whole(output.get("data", {}))}) for output in cell["outputs"]
    ]
    return cell["execution_count"], outputs


def _whole(data):
    return {kind: "".join(text) if _is_lines(text) else text for kind, text in data.items()}


def _is_lines(text):
    return isinstance(text, list) and all(isinstance(line, str) for line in text)


def is_still_true(notebook: Mapping, course_file: Path) -> bool:
    """Return whether the stored outputs say that they were made from what is there now."""
    ours = notebook["metadata"].get(OURS)
    made_from = ours.get(MADE_FROM) if isinstance(ours, dict) else None
    return made_from == outputs_made_from(notebook, course_file)


def outputs_made_from(notebook: Mapping, course_file: Path) -> str:
    """Return the digest of code of its own, what it may be run on, and what it then showed."""
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    ran = [[source_of(cell), *_stored(cell)] for cell in code]
    files = [path.read_bytes() for path in stamp(course_file) if path.suffix != ".ipynb"]
    return digest_of_all([json.dumps(ran, sort_keys=True).encode(), *files])
