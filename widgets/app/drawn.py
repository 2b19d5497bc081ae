"""What a notebook shows, drawn here and now where its code only names what this package draws.

A kernel would answer `Quiz("principles")` with the very same outputs, only later; strict nbval
holds that it does.
"""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from widgets.course.lessons import PACKAGE
from widgets.course.model import Course
from widgets.forms.shows import SHOWS, show

from .kernels import CellError

SKIPPED = "skip-execution"
# What a name means that was imported; it shows nothing by itself.
CLASS = ()


@dataclass(frozen=True)
class Call:
    """A call of a widget's class by its name, such as `Quiz("principles")`."""

    name: str
    given: tuple = ()


def is_drawn(notebook: Mapping) -> bool:
    """Return whether each code cell only imports and calls what this package draws."""
    return _calls(notebook) is not None


def draw(notebook: Mapping, course: Course, name: str) -> None:
    """Put outputs into a notebook of that kind as a kernel would. Raises CellError."""
    count = 0
    for number, cell, call in _calls(notebook):
        written = bool(source_of(cell).strip())
        count += written
        cell["execution_count"] = count if written else None
        try:
            cell["outputs"] = [_output(call, course, count)] if call else []
        except Exception as error:  # Whatever a kernel would have shown in place of the widget.
            raise CellError(name, f"cell {number}", type(error).__name__, str(error)) from error


def source_of(cell: Mapping) -> str:
    """Return the source of a cell, which a file may hold line by line."""
    return "".join(cell["source"])


def _calls(notebook):
    """Return number, cell and call of each code cell; None where one has code of its own."""
    known, found = {}, []
    for number, cell in enumerate(notebook["cells"], 1):
        if cell["cell_type"] != "code":
            continue
        is_skipped = SKIPPED in cell["metadata"].get("tags", [])
        shown = None if is_skipped else _read(source_of(cell), known)
        if shown is None:
            return None
        found.append((number, cell, *shown))
    return found


def _read(source, known):
    """Return what a cell shows, alone in a list, which is [None] for nothing; None for other code.

    known holds what names mean that cells before gave: a class of ours, or a call; it grows.
    """
    try:
        statements = ast.parse(source).body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return None
    last = statements.pop() if statements and isinstance(statements[-1], ast.Expr) else None
    for statement in statements:
        names = _named(statement, known)
        if not names:
            return None
        known |= names
    if last is None:
        return [None]
    call = _meant(last.value, known)
    # A semicolon would keep it from being shown.
    return [call] if call and not source.rstrip().endswith(";") else None


def _named(statement, known):
    """Return the names that a line gives a meaning, such as `quiz = Quiz("principles")`."""
    if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
        call = _meant(statement.value, known)
        return {statement.targets[0].id: call} if call and len(statement.targets) == 1 else {}
    return dict.fromkeys(_imported(statement), CLASS)


def _meant(node, known):
    """Return the call that an expression is, or is a name of; None for anything else."""
    if isinstance(node, ast.Name):
        return known.get(node.id) or None
    call = _call(node)
    return call if call and known.get(call.name) is CLASS else None


def _imported(statement) -> Iterator[str]:
    """Yield the names that a line brings from this package; none for any other line."""
    is_ours = isinstance(statement, ast.ImportFrom) and statement.module == PACKAGE
    if is_ours and not statement.level:
        names = [alias.name for alias in statement.names if not alias.asname]
        if len(names) == len(statement.names) and SHOWS.keys() | {"*"} >= {*names}:
            yield from SHOWS if "*" in names else names


def _call(node):
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.keywords:
        return None
    given = [each.value for each in node.args if isinstance(each, ast.Constant)]
    return Call(node.func.id, tuple(given)) if len(given) == len(node.args) else None


def _output(call, course, count):
    showing = show(call.name, course, *call.given)
    kind = {"output_type": "execute_result", "metadata": {}}
    return kind | {"data": showing.stored, "execution_count": count}
