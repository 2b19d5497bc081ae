"""The links at the end of the lessons before and after a new one, led to it."""

import json
import posixpath
import re
import uuid
from dataclasses import dataclass
from pathlib import Path

from widgets.course.links import resolved
from widgets.course.model import Module

from .names import Names


@dataclass(frozen=True)
class Neighbour:
    """A lesson's notebook, and what it says before the title of the lesson that it leads to."""

    notebook: dict
    way: str


def led_to(path: Path, lesson: Module, other: Module | None, new: Names, way: str) -> Neighbour:
    """Return a lesson with its last link to another lesson leading to the new one instead.

    Where it has no such link it gets one, in the given way.
    """
    notebook = json.loads(path.read_text(encoding="utf-8"))
    link = f"{new.title}]({link_to(new.notebook, lesson.notebook)})"
    prose = [cell for cell in notebook["cells"] if cell["cell_type"] == "markdown"]
    found = _last_link(prose[-1], lesson, other) if prose and other else None
    if not found:
        notebook["cells"].append(_cell(notebook, f"[{way}{link}"))
        return Neighbour(notebook, way)
    written = found.string[: found.end("way")] + link + found.string[found.end() :]
    prose[-1]["source"] = written.splitlines(keepends=True)
    return Neighbour(notebook, found["way"])


def link_to(notebook: str, source: str) -> str:
    """Return the link from one notebook to another, each by its place in notebooks/."""
    return posixpath.relpath(notebook, posixpath.dirname(source) or ".")


def _cell(notebook, source):
    identity = {"id": uuid.uuid4().hex[:8]} if notebook["nbformat_minor"] >= 5 else {}
    return {"cell_type": "markdown", **identity, "metadata": {}, "source": [source]}


def _last_link(cell, lesson, other):
    titled = re.compile(rf"\[(?P<way>[^\[\]\n]+){re.escape(other.title)}\]\((?P<link>[^()\s]+)\)")
    links = titled.finditer("".join(cell["source"]))
    leading = [link for link in links if resolved(lesson.notebook, link["link"]) == other.notebook]
    return leading[-1] if leading else None
