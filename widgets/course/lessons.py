"""What a lesson notebook shows, read from its file: its forms in order, and where it links to."""

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

READINESS_CHECK = "readiness-check"
PLAN = "plan"
# What shows a form without being given its id.
SHOWS = {"ReadinessCheck": READINESS_CHECK, "Plan": PLAN}
GLOSSARY = "Glossary"
OUTSIDE = re.compile(r"(?i)(https?|mailto):")
NOTEBOOK = re.compile(r"^(?!\w+:).*\.ipynb(#.*)?$")


@dataclass(frozen=True)
class Lesson:
    """What a notebook shows and where it leads; links and pictures have their lines."""

    forms: list[str]
    links: list[tuple[str, int]]
    notebooks: list[tuple[str, int]]
    pictures: list[tuple[str, int]]
    headings: list[str]
    has_glossary: bool


def read_lesson(path: Path) -> Lesson:
    """Read a notebook without running it.

    Raises OSError where it can't be read and ValueError where it is not a notebook.
    """
    text = path.read_text(encoding="utf-8")
    cells = _cells(text)
    shown = [call for kind, source in cells if kind == "code" for call in _shown(source)]
    markdown = _markdown()
    prose = [markdown(source) for kind, source in cells if kind == "markdown"]
    links = [address for tokens in prose for address in _addresses(tokens, "link")]
    pictures = [address for tokens in prose for address in _addresses(tokens, "image")]
    return Lesson(
        forms=[form for name, form in shown if form],
        links=list(_with_lines(text, filter(OUTSIDE.match, links))),
        notebooks=list(_with_lines(text, filter(NOTEBOOK.search, links))),
        pictures=list(_with_lines(text, pictures)),
        headings=[_text(token) for tokens in prose for token in tokens if _is_heading(token)],
        has_glossary=any(name == GLOSSARY for name, _ in shown),
    )


def anchor_of(heading: str) -> str:
    """Return what a link to a heading ends with, as Jupyter makes it."""
    return heading.replace(" ", "-")


@cache
def _markdown():
    # A kernel, which reads no lesson, need not wait for its import.
    import mistune

    return mistune.create_markdown(renderer="ast", plugins=["table"])


def _cells(text):
    try:
        notebook = json.loads(text)
        cells = notebook["cells"] if notebook["nbformat"] == 4 else None
        return [(cell["cell_type"], "".join(cell["source"])) for cell in cells]
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError("no list of cells") from error


def _shown(source):
    """Yield the name of each thing a code cell shows, with the form's id if it is a form."""
    try:
        tree = ast.parse(source)
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        name = getattr(call.func, "id", getattr(call.func, "attr", None))
        values = [*call.args, *(keyword.value for keyword in call.keywords)]
        if name in SHOWS:
            yield name, SHOWS[name]
        elif name in ("Quiz", "Scenario") and values and isinstance(values[0], ast.Constant):
            yield name, str(values[0].value)
        else:
            yield name, None


def _is_heading(token):
    return token["type"] == "heading"


def _text(token):
    return token.get("raw", "") + "".join(map(_text, token.get("children", [])))


def _addresses(tokens: list[dict], kind: str) -> Iterator[str]:
    for token in tokens:
        if token["type"] == kind:
            yield token["attrs"]["url"]
        yield from _addresses(token.get("children", []), kind)


def _with_lines(text, links):
    position = 0
    for link in links:
        position = max(text.find(link, position), position)
        yield link, text.count("\n", 0, position) + 1
        position += len(link)
