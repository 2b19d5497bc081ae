"""The code of a cell -> what it calls, without running it."""

import ast
import re
import warnings
from dataclasses import dataclass

LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Call:
    """A call in a cell, and the line it begins on; `...` is what only running could tell."""

    name: str | None
    given: tuple
    written: str


class CodeError(Exception):
    """Code that is not Python; `written` is the line where that shows."""

    def __init__(self, problem: str, written: str = ""):
        super().__init__(problem)
        self.written = written


def calls_in(source: str) -> list[Call]:
    """Return the calls of a cell in the order in which they stand. Raises CodeError."""
    lines = LINE_END.split(source)
    calls = [node for node in ast.walk(_parsed(source, lines)) if isinstance(node, ast.Call)]
    calls.sort(key=lambda call: (call.lineno, call.col_offset))
    return [_call(call, lines[call.lineno - 1]) for call in calls]


def _parsed(source, lines):
    try:
        with warnings.catch_warnings(action="ignore"):
            flags = ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
            tree = compile(source, "cell", "exec", flags, dont_inherit=True)
            # What a parser lets pass, such as a return outside a function.
            compile(tree, "cell", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
            return tree
    except SyntaxError as error:
        line = lines[error.lineno - 1] if error.lineno and error.lineno <= len(lines) else ""
        raise CodeError(error.msg, line) from error
    except ValueError as error:
        raise CodeError(str(error)) from error
    except (MemoryError, RecursionError) as error:
        raise CodeError("far too many levels") from error


def _call(call, line):
    name = getattr(call.func, "id", getattr(call.func, "attr", None))
    values = [*call.args, *(keyword.value for keyword in call.keywords)]
    return Call(name, tuple(map(_value, values)), line)


def _value(node):
    return node.value if isinstance(node, ast.Constant) else ...
