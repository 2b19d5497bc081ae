"""Notebooks are what nbformat's schema takes for one: JupyterLab, Voilà and nbval need that."""

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from ..faults import Fault, Finding, describe_value
from ..notebook_file import CURE, NotebookFile
from ..reader import HALF

HALVES = re.compile("[\ud800-\udfff]")
HALF_WRITTEN = re.compile(r"\\u[dD][89a-fA-F]")
CELLS = {"code": "code_cell", "markdown": "markdown_cell"}
OUTPUTS = ("execute_result", "display_data", "stream", "error")
NAMES = {
    "string": "text",
    "integer": "a whole number",
    "object": "keys and values",
    "array": "a list",
    "null": "nothing",
    "boolean": "true or false",
}
ID_WANTED = "up to 64 letters, digits, hyphens and underscores"


def check_notebook(name: str, notebook: NotebookFile) -> list[Fault]:
    """Return where a notebook is not what it must be, seen from its name in notebooks/."""
    return [_fault(name, notebook, *found) for found in _findings(notebook)]


def _findings(notebook):
    """Yield each finding with the path of its place."""
    data, minor = notebook.data, notebook.data.get("nbformat_minor")
    schemas = _schemas()
    if type(data.get("nbformat")) is not int or data["nbformat"] != 4:
        yield _wrong(("nbformat",), "4", data.get("nbformat"))
    elif type(minor) is not int or minor not in schemas:
        yield _wrong(("nbformat_minor",), f"a number up to {max(schemas)}", minor)
    else:
        whole = data | {"cells": []}
        yield from _broken(_valid(minor, ""), whole, ())
        for position, cell in enumerate(data["cells"]):
            yield from _cell(minor, cell, ("cells", position))
        yield from _repeated(data["cells"])
    if HALF_WRITTEN.search(notebook.text):
        yield from _halves(data, ())


def _cell(minor, cell, path):
    if not isinstance(cell, dict):
        yield _wrong(path, "a cell", cell)
    elif not _is_one_of(cell.get("cell_type"), CELLS):
        yield _wrong((*path, "cell_type"), " or ".join(CELLS), cell.get("cell_type"))
    else:
        outputs = cell.get("outputs")
        listed = outputs if isinstance(outputs, list) else []
        bare = cell | {"outputs": []} if listed else cell
        yield from _broken(_valid(minor, CELLS[cell["cell_type"]]), bare, path)
        for position, output in enumerate(listed):
            yield from _output(minor, output, (*path, "outputs", position))


def _output(minor, output, path):
    kind = output.get("output_type") if isinstance(output, dict) else None
    if _is_one_of(kind, OUTPUTS):
        yield from _broken(_valid(minor, kind), output, path)
    else:
        yield _wrong((*path, "output_type"), f"one of {', '.join(OUTPUTS)}", kind)


def _is_one_of(value, known):
    return isinstance(value, str) and value in known


def _repeated(cells):
    seen = set()
    for position, cell in enumerate(cells):
        identity = cell.get("id") if isinstance(cell, dict) else None
        if isinstance(identity, str) and identity in seen:
            yield _wrong(("cells", position, "id"), "an id of its own", identity)
        seen |= {identity} if isinstance(identity, str) else set()


def _halves(value, path):
    parts = value.items() if isinstance(value, dict) else ()
    parts = enumerate(value) if isinstance(value, list) else parts
    for step, part in parts:
        if isinstance(step, str) and HALVES.search(step):
            yield path, Finding((), "text", HALF, "type the whole character")
        elif isinstance(part, str) and HALVES.search(part):
            yield (*path, step), Finding((), "text", HALF, "type the whole character")
        else:
            yield from _halves(part, (*path, step))


def _broken(validate: Callable, value: object, path: tuple) -> Iterator[tuple[tuple, Finding]]:
    """Yield the first thing that a schema refuses, in our words."""
    from fastjsonschema import JsonSchemaValueException

    try:
        validate(value)
    except JsonSchemaValueException as error:
        steps = [*path, *_steps(value, error.path[1:])]
        yield _told(error.rule, error.rule_definition, error.definition, error.value, steps)


def _steps(value, names):
    """Yield the path of names, which the schema has parted at each point."""
    for name in names:
        step = int(name) if isinstance(value, list) and name.isdecimal() else name
        yield step
        try:
            value = value[step]
        except (LookupError, TypeError):
            return


def _told(rule, wanted, definition, value, path):
    if rule == "required":
        key = next(key for key in wanted if key not in value)
        return (*path, key), Finding((), "this key", "nothing", CURE)
    if rule == "additionalProperties":
        key = next((key for key in value if key not in definition.get("properties", {})), "")
        found = describe_value(key)
        return tuple(path), Finding((), "no such key", found, "take it out")
    if rule == "type":
        names = wanted if isinstance(wanted, list) else [wanted]
        return _wrong(path, " or ".join(NAMES[name] for name in names), value)
    if path[-1:] == ["id"]:
        return _wrong(path, ID_WANTED, value)
    expected = {
        "enum": f"one of {', '.join(map(str, wanted))}" if isinstance(wanted, list) else "",
        "minimum": f"at least {wanted}",
        "oneOf": "text",
        "uniqueItems": "each once",
        "pattern": "text without commas" if "," in str(wanted) else "text",
    }
    return _wrong(path, expected.get(rule, "what a notebook may hold"), value)


def _wrong(path, expected, value):
    return tuple(path), Finding((), expected, describe_value(value), CURE)


def _fault(name, notebook, path, finding):
    keys = [step for step in path if isinstance(step, str) and step != "cells"]
    last = keys[-1] if keys else ""
    if path[:1] == ("cells",) and len(path) > 1:
        cell = notebook.cells[path[1]]
        steps, line = [f"cell {cell.number}", *_in_words(path[2:])], cell.line_of(last)
    else:
        steps, line = _in_words(path), notebook.line_of(last) if last else 1
    told = (finding.expected, finding.found, finding.cure)
    return Fault(f"notebooks/{name}", line, " > ".join(steps) or "notebook", *told)


def _in_words(path):
    """Return the steps of a path, an item by what it is one of and its number from 1."""
    steps = []
    for step in path:
        steps.append(f"{steps.pop()} {step + 1}" if isinstance(step, int) and steps else str(step))
    return steps


@cache
def _schemas() -> dict[int, Path]:
    """Return nbformat's schemas by minor version; importing it would take seconds."""
    folder = Path(find_spec("nbformat").origin).parent / "v4"
    names = [path.name for path in folder.iterdir()]
    found = [re.fullmatch(r"nbformat\.v4\.(\d+)\.schema\.json", name) for name in names]
    return {int(match[1]): folder / match[0] for match in found if match}


@cache
def _valid(minor, name) -> Callable:
    """Return what refuses a value that is not what a schema, or a part of it, describes."""
    import fastjsonschema

    schema = json.loads(_schemas()[minor].read_text(encoding="utf-8"))
    if name:
        parts = ("$schema", "definitions")
        schema = {part: schema[part] for part in parts} | {"$ref": f"#/definitions/{name}"}
    return fastjsonschema.compile(schema)
