"""What an author is told: where a file is at fault, what was expected, what was found, the cure."""

from collections.abc import Iterable
from dataclasses import dataclass

SINGULAR = {
    "modules": "module",
    "pages": "page",
    "short_path": "step",
    "quizzes": "quiz",
    "vignettes": "vignette",
    "scenarios": "scenario",
    "checklists": "checklist",
    "templates": "template",
    "closing": "question",
    "sessions": "session",
    "session_steps": "step",
    "topics": "topic",
    "decisions": "decision",
    "questions": "question",
    "considerations": "consideration",
    "verdicts": "verdict",
    "steps": "step",
    "partners": "partner",
    "names": "name",
    "notes": "note",
    "clashes": "clash",
    "paragraphs": "paragraph",
    "options": "option",
    "answers": "answer",
    "sources": "source",
    "contacts": "contact",
    "glossary": "term",
    "helplines": "helpline",
    "reminders": "reminder",
    "objectives": "objective",
    "forms": "form",
}


@dataclass(frozen=True)
class Finding:
    """A fault before its place in the file is known; path holds keys and list positions."""

    path: tuple[str | int, ...]
    expected: str
    found: str
    cure: str


@dataclass(frozen=True)
class Fault:
    """One fault, ready to be read: FILE:LINE: path: expected, found (cure)."""

    file: str
    line: int
    path: str
    expected: str
    found: str
    cure: str

    def __str__(self):
        place = f"{self.file}:{self.line}: {self.path}"
        # An author's text may hold what a terminal would obey.
        return in_a_line(f"{place}: expected {self.expected}, found {self.found} ({self.cure})")


class CourseError(Exception):
    """course.yml or a notebook it names can't be used; holds every fault found."""

    def __init__(self, faults: list[Fault]):
        self.faults = faults
        super().__init__("\n".join(map(str, faults)))

    def _render_traceback_(self):
        """Let a notebook show the faults instead of a traceback."""
        return [str(self)]


def describe_path(data: object, path: tuple[str | int, ...]) -> str:
    """Return a path in words, list items by their id or address where they have one."""
    steps = []
    for step in path:
        data = _child(data, step)
        if isinstance(step, int):
            kind = steps.pop() if steps else "item"
            steps.append(f"{SINGULAR.get(kind, kind)} {_name(data, step)}")
        else:
            steps.append(in_a_line(step))
    return " > ".join(steps) or "course"


def in_a_line(text: str) -> str:
    """Return text on one line, with a code for each character that can't be seen."""
    words = " ".join(text.split())
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in words)


def describe_value(value: object) -> str:
    """Return what was found, in a few words."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "keys and values"
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    if isinstance(value, str):
        return _quote(value)
    return str(value)


def one_of(names: Iterable[str]) -> str:
    """Return the cure that names what there is, each once."""
    return f"use one of: {', '.join(dict.fromkeys(names))}"


def _child(data, step):
    try:
        return data[step]
    except (LookupError, TypeError):
        return None


def _name(item, position):
    known = item if isinstance(item, dict) else {}
    names = (known.get("id"), known.get("address"))
    return next((_quote(name) for name in names if isinstance(name, str)), str(position + 1))


def _quote(text):
    line = in_a_line(text)
    return f"'{line[:57]}…'" if len(line) > 60 else f"'{line}'"
