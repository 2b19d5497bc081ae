"""The code of a cell -> what it calls and which names it needs, without running it."""

import ast
import builtins
import re
import warnings
from dataclasses import dataclass

# What every cell may use, IPython's own names too.
GIVEN = {*dir(builtins), "display", "exit", "get_ipython", "In", "Out", "quit", "_", "__name__"}
LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Call:
    """A call in a cell, and the line it begins on; `...` is what only running could tell."""

    name: str | None
    given: tuple
    written: str


@dataclass(frozen=True)
class Code:
    """What a cell calls, what it brings from where, and the names it makes and needs, with lines.

    `*` stands for all names of a module.
    """

    calls: list[Call]
    imported: list[tuple[str | None, str, str]]
    made: set[str]
    needed: list[tuple[str, str]]


class CodeError(Exception):
    """Code that is not Python; `written` is the line where that shows."""

    def __init__(self, problem: str, written: str = ""):
        super().__init__(problem)
        self.written = written


def read_code(source: str) -> Code:
    """Return what a cell does. Raises CodeError where it is not Python."""
    lines = LINE_END.split(source)
    nodes = list(ast.walk(_parsed(source, lines)))
    calls = [node for node in nodes if isinstance(node, ast.Call)]
    calls.sort(key=lambda call: (call.lineno, call.col_offset))
    names = [node for node in nodes if isinstance(node, ast.Name)]
    needed = [name for name in names if isinstance(name.ctx, ast.Load)]
    return Code(
        calls=[_call(call, lines[call.lineno - 1]) for call in calls],
        imported=[
            (node.module, alias.name, lines[node.lineno - 1])
            for node in nodes
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        ],
        made={made for node in nodes for made in _made(node)},
        needed=[(name.id, lines[name.lineno - 1]) for name in needed],
    )


def _made(node):
    """Yield the names that a part of the code gives a meaning."""
    if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
        yield node.id
    elif isinstance(node, ast.alias):
        yield (node.asname or node.name).split(".")[0]
    elif isinstance(node, ast.arg):
        yield node.arg
    else:
        # Functions, classes, and what a match or an except names.
        yield from filter(None, [getattr(node, "name", None)])


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
