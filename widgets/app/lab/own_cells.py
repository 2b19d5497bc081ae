"""What a copy has that the course has not: a page for notes, and a word on the copy itself."""

import json

from widgets.course.model import Course

MY_NOTES = "my-notes.ipynb"
# Without a kernel's full name and language JupyterLab marks a notebook changed when it is opened.
NEEDED = ("kernelspec", "language_info")


def with_word_on_copy(course: Course, welcome: bytes) -> bytes:
    """Return the course's first notebook, which says at its end what a copy is."""
    notebook = json.loads(welcome)
    said = f"{course.words.about_copy}\n\n[{course.words.my_notes}]({MY_NOTES})"
    return _written(notebook | {"cells": [*notebook["cells"], _prose("your-own-copy", said)]})


def make_notes(course: Course, lesson: bytes) -> bytes:
    """Return the notebook for the learner's own notes, with the metadata of a lesson."""
    like = json.loads(lesson)
    opening = f"# {course.words.my_notes}\n\n{course.words.my_notes_opening}"
    cells = [_prose("opening", opening), _prose("first-note", "")]
    metadata = {key: like["metadata"][key] for key in NEEDED if key in like["metadata"]}
    return _written(like | {"cells": cells, "metadata": metadata})


def _prose(name, source):
    lines = source.splitlines(keepends=True)
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": lines}


def _written(notebook):
    # As JupyterLab saves it: one that was only saved does not count as changed.
    text = json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True)
    return f"{text}\n".encode()
