"""What a lesson notebook shows, read from its file: its forms in order, and where it links to."""

import ast
import json
import re
from dataclasses import dataclass
from pathlib import Path

READINESS_CHECK = "readiness-check"
LINK = re.compile(r"\]\((?P<address>(?:https?://|mailto:)[^)\s]+)\)|<(?P<bare>https?://[^>\s]+)>")


@dataclass(frozen=True)
class Lesson:
    """The forms a notebook shows and the outside addresses it links to, each with its line."""

    forms: list[tuple[str, int]]
    links: list[tuple[str, int]]


def read_lesson(path: Path) -> Lesson:
    """Read a notebook without running it.

    Raises OSError where it can't be read and ValueError where it is not a notebook.
    """
    text = path.read_text(encoding="utf-8")
    cells = _cells(text)
    forms = [form for kind, source in cells if kind == "code" for form in _shown_forms(source)]
    links = [link for kind, source in cells if kind == "markdown" for link in _links(source)]
    return Lesson(
        [(form, _line(text, form)) for form in forms],
        [(link, _line(text, link)) for link in links],
    )


def _cells(text):
    try:
        cells = json.loads(text)["cells"]
        return [(cell["cell_type"], "".join(cell["source"])) for cell in cells]
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError("no list of cells") from error


def _shown_forms(source):
    try:
        calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    except SyntaxError:
        return
    for call in calls:
        name = getattr(call.func, "id", None)
        if name == "ReadinessCheck":
            yield READINESS_CHECK
        elif name == "Quiz" and call.args and isinstance(call.args[0], ast.Constant):
            yield str(call.args[0].value)


def _links(source):
    return [match["address"] or match["bare"] for match in LINK.finditer(source)]


def _line(text, wanted):
    wanted = "ReadinessCheck()" if wanted == READINESS_CHECK else wanted
    return text.count("\n", 0, max(text.find(wanted), 0)) + 1
