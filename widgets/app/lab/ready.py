"""Lessons that answer when they are opened: executed, their widgets saved in them, trusted."""

from collections.abc import Iterable
from pathlib import Path

import nbformat
from nbformat.sign import NotebookNotary
from nbformat.v4 import new_markdown_cell, new_notebook

from widgets.app.execution import Executor, notebook_text
from widgets.course.loading import notebooks_folder
from widgets.course.model import Course

from .record import HOUSE

MY_NOTES = "my-notes.ipynb"
# Where the copy's JupyterLab keeps what it trusts.
DATA = "data"


def make_ready(course: Course, course_file: Path, names: Iterable[str]) -> dict[str, bytes]:
    """Return notebooks of the course, ready to be opened. Raises CellError where one fails."""
    folder = notebooks_folder(course_file)
    notebooks = {name: nbformat.read(folder / name, as_version=4) for name in names}
    by_path = {folder / name: notebook for name, notebook in notebooks.items()}
    if by_path:
        Executor(course_file).execute_all(by_path)
    for notebook in notebooks.values():
        _hide_code(notebook)
    home = notebooks.get(course.modules[0].notebook)
    if home:
        welcome = f"{course.words.copy_opening}\n\n[{course.words.my_notes}]({MY_NOTES})"
        home.cells.insert(1, new_markdown_cell(welcome, id="your-own-copy"))
    return {name: notebook_text(notebook).encode() for name, notebook in notebooks.items()}


def make_notes(course: Course, lesson: bytes) -> bytes:
    """Return the notebook for the learner's own notes, with the metadata of a lesson."""
    opening = f"# {course.words.my_notes}\n\n{course.words.my_notes_opening}"
    cells = [new_markdown_cell(opening, id="opening"), new_markdown_cell("", id="first-note")]
    # Without a kernel's full name and language JupyterLab marks it changed when it is opened.
    like = nbformat.reads(lesson.decode(), as_version=4).metadata
    metadata = {key: like[key] for key in ("kernelspec", "language_info")}
    return notebook_text(new_notebook(cells=cells, metadata=metadata)).encode()


def trust(folder: Path, notebooks: Iterable[bytes]) -> None:
    """Sign notebooks for the JupyterLab of a copy, and for no other."""
    data = folder / HOUSE / DATA
    data.mkdir(parents=True, exist_ok=True)
    notary = NotebookNotary(data_dir=str(data))
    for content in notebooks:
        notary.sign(nbformat.reads(content.decode(), as_version=4))
    notary.store.close()


def _hide_code(notebook):
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.metadata["jupyter"] = {"source_hidden": True}
