"""A small course with one example of everything, for unit, browser and axe tests alike."""

import json
import shutil
from pathlib import Path

EXAMPLES = Path(__file__).parent / "examples"
# The words on buttons and in messages are the real course's.
REAL_WORDS = Path(__file__).parents[1] / "notebooks" / "words.yml"

FIRST = [
    ("markdown", "# First lesson\n\nOne of each, from [a source](https://example.org/source)."),
    ("code", 'from widgets import *\nNavigation("first")'),
    ("markdown", "## Try it\n\nA [carer](glossary.ipynb#carer) may answer too."),
    ("code", 'quiz = Quiz("one-of-each")\nquiz'),
    ("markdown", "## A story\n\n![A tied vote](images/vote.svg)"),
    ("code", 'Scenario("a-story")'),
    ("markdown", "## The check"),
    ("code", "check = ReadinessCheck()\ncheck"),
    ("markdown", "## Coming back"),
    ("code", "Reminders()"),
    ("code", "Care()"),
    ("markdown", "## Sources"),
    ("code", 'Sources("first")'),
    ("markdown", "[Next: Second lesson](second.ipynb)"),
]
SECOND = [
    ("markdown", "# Second lesson\n\nThe same form twice."),
    ("code", 'from widgets import Navigation, Quiz\nNavigation("second")'),
    ("markdown", "## Try it"),
    ("code", 'Quiz("one-of-each")'),
    ("code", 'Quiz("one-of-each")'),
    ("markdown", "[Previous: First lesson](first.ipynb)"),
]
CHECK = [
    ("markdown", "# Readiness check\n\nAlone."),
    ("markdown", "## The questions"),
    ("code", "from widgets import ReadinessCheck\nReadinessCheck()"),
]
GLOSSARY = [
    ("markdown", "# Glossary\n\nWords."),
    ("code", "from widgets import Glossary, OwnCheck\nGlossary()"),
    ("code", "OwnCheck()"),
    ("code", "from widgets import Responsible\nResponsible()"),
    ("code", "from widgets import Stories\nStories()"),
]
RECALL = [
    ("markdown", "# After a week\n\nBack to [the first lesson](../first.ipynb#Try-it)."),
    ("code", 'from widgets import Checklist, Quiz\nQuiz("again")'),
    ("code", 'Checklist("to-ask")'),
]
PLAN = [
    ("markdown", "# My plan\n\nOne is enough."),
    ("code", "from widgets import Plan\nPlan()"),
]
MEETING = [
    ("markdown", "# A meeting\n\nWith [notes](meeting-notes.ipynb)."),
    ("code", 'from widgets import Session\nSession("short")'),
]
NOTES = [
    ("markdown", "# Notes\n\nFor [the meeting](meeting.ipynb)."),
    ("code", 'from widgets import Cards, SessionNotes\nSessionNotes("short")'),
    ("code", "Cards()"),
]
SHEET = [
    ("markdown", "# A sheet\n\nFill it in together.\n\n## To fill in"),
    ("code", 'from widgets import Quiz, Template\nTemplate("a-sheet")'),
    ("code", 'Quiz("again")'),
]
NOTEBOOKS = {
    "first.ipynb": FIRST,
    "second.ipynb": SECOND,
    "readiness-check.ipynb": CHECK,
    "glossary.ipynb": GLOSSARY,
    "plan.ipynb": PLAN,
    "sheet.ipynb": SHEET,
    "meeting.ipynb": MEETING,
    "meeting-notes.ipynb": NOTES,
    "aside/recall-1.ipynb": RECALL,
}
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9"/></svg>'


def write_examples(folder: Path) -> Path:
    """Write the examples to a folder; return their course.yml."""
    for name, cells in NOTEBOOKS.items():
        _write(folder / "notebooks" / name, notebook(cells))
    _write(folder / "notebooks" / "images" / "vote.svg", PICTURE)
    shutil.copytree(EXAMPLES, folder, dirs_exist_ok=True)
    shutil.copy(REAL_WORDS, folder / "notebooks")
    return folder / "course.yml"


def notebook(cells: list[tuple[str, str]]) -> str:
    """Return a notebook file with these cells, not executed."""
    return json.dumps(
        {
            "cells": [cell(f"cell-{number}", *given) for number, given in enumerate(cells)],
            "metadata": {
                "kernelspec": {
                    "display_name": "Python 3 (ipykernel)",
                    "language": "python",
                    "name": "python3",
                },
                "language_info": {"name": "python"},
            },
            "nbformat": 4,
            "nbformat_minor": 5,
        }
    )


def _write(file, text):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def cell(name: str, kind: str, source: str) -> dict:
    """Return a cell, not executed."""
    written = {"cell_type": kind, "id": name, "metadata": {}, "source": source}
    if "Navigation(" in source:
        written["metadata"]["tags"] = ["navigation"]
    return written | ({"execution_count": None, "outputs": []} if kind == "code" else {})
