"""Quizzes, scenarios and templates stand beside a notebook that shows them, and are there."""

import re
from collections import Counter

from ..document import Document
from ..faults import Finding
from ..files import HOMES, words_file
from ..lessons import PLAN, READINESS_CHECK
from ..plain import id_of, ids, mappings, texts
from ..values import NOTEBOOK

KINDS = {"quizzes": "quiz", "scenarios": "scenario", "templates": "template"}


def check_missing(document: Document, present: list[str]) -> None:
    """Add each file that is missing beside a notebook whose forms stand nowhere."""
    known = {READINESS_CHECK, PLAN, *(form for name in KINDS for form in ids(document.data, name))}
    lessons = [*mappings(document.data, "modules"), *mappings(document.data, "pages")]
    for path, lesson in [] if document.has_gaps else lessons:
        notebook, asked = lesson.get("notebook"), {form for _, form in texts(lesson, "forms")}
        if asked <= known or not isinstance(notebook, str) or not re.fullmatch(NOTEBOOK, notebook):
            continue
        file = words_file(notebook)
        if file not in present and file not in HOMES.values():
            document.has_gaps = True
            found, cure = "no such file", "bring it back, or mend its name"
            document.add(Finding((*path, "notebook"), f"{file} beside it", found, cure))
            # What other notebooks ask too is missed once.
            known |= asked


def check_beside(document: Document, asked: dict[str, list[str]]) -> None:
    """Add each quiz, scenario and template that stands beside a notebook that does not show it.

    asked holds the ids of the forms that each notebook asks, by the notebook's place.
    """
    holding = {
        name: forms for name, forms in asked.items() if words_file(name) not in HOMES.values()
    }
    for name, kind in KINDS.items():
        times = Counter(ids(document.data, name))
        for path, form in mappings(document.data, name):
            notebooks = [name for name, forms in holding.items() if id_of(form) in forms]
            files = [words_file(notebook) for notebook in notebooks]
            # Of an id that is given twice another rule tells.
            is_given_once = times[id_of(form)] == 1
            if files and document.place(path).file not in files and is_given_once:
                expected, cure = f"a {kind} that its notebook shows", f"move it to {files[0]}"
                found = f"'{id_of(form)}', which {notebooks[0]} shows"
                document.add(Finding((*path, "id"), expected, found, cure))
