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
    imported, found = set(), []
    for number, cell in enumerate(notebook["cells"], 1):
        if cell["cell_type"] != "code":
            continue
        is_skipped = SKIPPED in cell["metadata"].get("tags", [])
        read = None if is_skipped else _read(source_of(cell), imported)
        if read is None:
            return None
        found.append((number, cell, *read))
    return found


def _read(source, imported):
    """Return the call of a cell in a tuple, empty-handed or not; None for other code."""
    try:
        statements = ast.parse(source).body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return None
    last = statements.pop() if statements and isinstance(statements[-1], ast.Expr) else None
    for statement in statements:
        names = {*_imported(statement)}
        if not names:
            return None
        imported |= names
    if last is None:
        return (None,)
    call = _call(last.value)
    # A semicolon would keep it from being shown.
    is_ours = call and call.name in imported and not source.rstrip().endswith(";")
    return (call,) if is_ours else None


def _imported(statement) -> Iterator[str]:
    """Yield the names that a line brings from this package; none for any other line."""
    is_ours = isinstance(statement, ast.ImportFrom) and statement.module == PACKAGE
    if is_ours and not statement.level:
        names = [alias.name for alias in statement.names if not alias.asname]
        if len(names) == len(statement.names) and SHOWS.keys() >= {*names}:
            yield from names


def _call(node):
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.keywords:
        return None
    given = [each.value for each in node.args if isinstance(each, ast.Constant)]
    return Call(node.func.id, tuple(given)) if len(given) == len(node.args) else None


def _output(call, course, count):
    showing = show(call.name, course, *call.given)
    data = {"text/html": showing.html, "text/plain": showing.name}
    kind = {"output_type": "execute_result", "metadata": {}}
    return kind | {"data": data, "execution_count": count}
