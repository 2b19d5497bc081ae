"""Quizzes and scenarios stand beside a notebook that shows them."""

from ..document import Document
from ..faults import Finding
from ..files import HOMES, words_file
from ..plain import id_of, mappings

KINDS = {"quizzes": "quiz", "scenarios": "scenario"}


def check_beside(document: Document, asked: dict[str, list[str]]) -> None:
    """Add each quiz and scenario that stands beside a notebook that does not show it.

    asked holds the ids of the forms that each notebook asks, by the notebook's place.
    """
    holding = {
        name: forms for name, forms in asked.items() if words_file(name) not in HOMES.values()
    }
    for name, kind in KINDS.items():
        for path, form in mappings(document.data, name):
            notebooks = [name for name, forms in holding.items() if id_of(form) in forms]
            files = [words_file(notebook) for notebook in notebooks]
            if files and document.place(path).file not in files:
                expected, cure = f"a {kind} that its notebook shows", f"move it to {files[0]}"
                found = f"'{id_of(form)}', which {notebooks[0]} shows"
                document.add(Finding((*path, "id"), expected, found, cure))
