"""The templates of a lesson, filled in: its notebook, its words, and its lines in course.yml."""

import json
from pathlib import Path

from markupsafe import Markup

from widgets.course.scalars import plain_value
from widgets.forms.drawing import templates_in

from .names import Names

FOLDER = Path(__file__).parent
CELL = "=== "
SCHEMA = "# yaml-language-server: "


def lesson_notebook(like: dict, new: Names, ways: list[tuple[str, str, str]]) -> dict:
    """Return the notebook of a new lesson, not executed, as another notebook is one.

    ways holds what leads to each neighbour: how it is called, its title and the link.
    """
    filled = _filled("lesson.md", new=new, ways=[[*map(Markup, way)] for way in ways])
    written = filled.removeprefix(CELL).split(f"\n{CELL}")
    cells = [_cell(number, text) for number, text in enumerate(written, 1)]
    return like | {"cells": cells, "nbformat_minor": 5}


def lesson_words(beside: str, new: Names) -> str:
    """Return the words of a new lesson, with the schema that a file beside it names."""
    first = beside.partition("\n")[0].rstrip("\r")
    schema = f"{first}\n" if first.startswith(SCHEMA) else ""
    return schema + _filled("lesson.yml", new=new) + "\n"


def module_lines(new: Names) -> list[str]:
    """Return the lines of a new lesson in course.yml."""
    return _filled("module.yml", new=new, plain=_plain).splitlines()


def notebook_file(notebook: dict) -> bytes:
    """Return a notebook as its file."""
    return (json.dumps(notebook, ensure_ascii=False, indent=1) + "\n").encode()


def _filled(template, **names):
    return templates_in(FOLDER).get_template(template).render(**names)


def _cell(number, text):
    first, _, source = text.partition("\n")
    kind, *tags = first.split()
    shown = {"execution_count": None, "outputs": []} if kind == "code" else {}
    return {
        "cell_type": kind,
        "id": f"cell-{number:02}",
        "metadata": {"tags": tags} if tags else {},
        "source": source.strip("\n").splitlines(keepends=True),
        **shown,
    }


def _plain(text):
    """Return a text as YAML reads it back, in quotes where it would be read as something else."""
    return text if plain_value(text) is text else Markup(f"'{text}'")
