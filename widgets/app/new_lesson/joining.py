"""A module's lines set into course.yml; whatever else stands there stays as it is written."""

import re
from pathlib import Path

from widgets.course.document import read_document

from .names import LessonError

DASH = re.compile(r"( *)- ")


def with_module(course_file: Path, position: int, module: list[str]) -> bytes:
    """Return a course.yml with the lines of a module after the module at a position.

    Raises LessonError where its modules are not written so that lines can be set in.
    """
    name, content = course_file.name, course_file.read_bytes()
    document = read_document(name, content)
    start = document.places["modules", position].line - 1
    lines = content.decode("utf-8").split("\n")
    dash = DASH.match(lines[start])
    if dash:
        end = _end(lines, start, len(dash[1]))
        lines[end:end] = _set_in(module, dash[1], lines, start, end)
    made = "\n".join(lines).encode()
    if not _is_same_but_for(document.data, read_document(name, made).data, position + 1):
        raise LessonError(
            f"No lesson can be set into {name} after line {start + 1}: begin each of its modules"
            " on a line of its own with a hyphen, its keys on the lines below, and try again."
        )
    return made


def _set_in(module, indent, lines, start, end):
    ending = "\r" if lines[start].endswith("\r") else ""
    is_apart = end < len(lines) and not lines[end].strip()
    written = [f"{indent}{line}" for line in module]
    return [line + ending for line in ([""] if is_apart else []) + written]


def _end(lines, start, indent):
    """Return the number of the line after the last one of an item that begins at an indent."""
    end = start + 1
    for number, line in enumerate(lines[end:], end):
        text = line.strip()
        is_deeper = len(line) - len(line.lstrip(" ")) > indent
        if text and is_deeper:
            end = number + 1
        elif text and not text.startswith("#"):
            break
    return end


def _is_same_but_for(old, new, position):
    if not isinstance(new, dict) or not isinstance(new.get("modules"), list):
        return False
    modules = new["modules"]
    others = modules[:position] + modules[position + 1 :]
    return len(modules) > len(others) and new | {"modules": others} == old
