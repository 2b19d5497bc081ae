"""The bytes of a notebook -> its plain values and its cells, each with its place in the file."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from .slips import ReadError, decoded, refuse_conflict

CURE = "open it in JupyterLab and save it again, or bring back an older copy"
BRING_BACK = "bring back an older copy, or copy another notebook"
BLANK = re.compile(r"[ \t\r\n]*")
DECODE = json.JSONDecoder().raw_decode
MOST_LEVELS = 100
CONSTANT = re.compile(r"[:,\[][ \t\r\n]*(-?Infinity|NaN)")


@dataclass(frozen=True)
class Cell:
    """One cell: its number from 1, what it is, its source, and how it stands in the file."""

    number: int
    kind: object
    source: str
    written: str
    line: int

    def lines_of(self, texts: Iterable[str]) -> Iterator[int]:
        """Yield the line of each text of the cell, which follow each other there."""
        position = 0
        for text in texts:
            found = (self.written.find(form, position) for form in _forms(text))
            position = next((place for place in found if place >= 0), position)
            yield self.line + self.written.count("\n", 0, position)
            position += len(text)

    def line_of(self, text: str) -> int:
        """Return the line of a text, or the cell's first."""
        return next(self.lines_of([text]))


@dataclass(frozen=True)
class NotebookFile:
    """What a notebook's file holds; `data` is what nbformat reads."""

    text: str
    data: dict
    cells: list[Cell]

    def line_of(self, key: str) -> int:
        """Return the line of a key outside the cells, or the first."""
        position = max(self.text.rfind(f'"{key}"'), 0)
        return self.text.count("\n", 0, position) + 1


def read_notebook(content: bytes) -> NotebookFile:
    """Return what a notebook's file holds. Raises ReadError where that is no notebook."""
    text = decoded(content)
    if text.startswith("\ufeff"):
        cure = "save it without one, as UTF-8, or open it in JupyterLab and save it again"
        raise ReadError(1, "a notebook", "a byte-order mark before it", cure)
    if not text.strip():
        raise ReadError(1, "a notebook", "an empty file", BRING_BACK)
    refuse_conflict(text)
    data = _data(text)
    cells = data.get("cells") if isinstance(data, dict) else None
    if not isinstance(cells, list):
        raise ReadError(1, "a notebook", "no list of cells", CURE)
    places = _places_of_cells(text)
    numbered = enumerate(zip(cells, places, strict=True), 1)
    return NotebookFile(text, data, [_cell(text, number, *found) for number, found in numbered])


def _data(text):
    try:
        data = json.loads(text, parse_constant=_refuse_constant)
        _refuse_depth(data)
        return data
    except json.JSONDecodeError as error:
        found = f"a mistake in it: {error.msg}"
        raise ReadError(error.lineno, "well-formed JSON", found, CURE) from error
    except RecursionError as error:
        raise ReadError(1, "a few levels", "far too many levels", CURE) from error
    except ValueError as error:
        constant = CONSTANT.search(text)
        found = constant[1] if constant else "a far longer one"
        line = text.count("\n", 0, constant.start(1)) + 1 if constant else 1
        raise ReadError(line, "numbers of a few digits", found, CURE) from error


def _refuse_constant(name):
    raise ValueError(name)


def _refuse_depth(data):
    levels, within = 0, [data]
    while within:
        levels += 1
        if levels > MOST_LEVELS:
            raise RecursionError
        within = [part for value in within for part in _parts(value)]


def _parts(value):
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _places_of_cells(text):
    """Return where each cell of well-formed JSON begins and ends."""
    places, position = [], _after_blank(text, 0) + 1
    while text[position := _after_blank(text, position)] != "}":
        key, position = DECODE(text, position)
        position = _after_blank(text, _after_blank(text, position) + 1)
        if key == "cells" and text[position] == "[":
            places = list(_places_of_items(text, position + 1))
        _, position = DECODE(text, position)
        position = _after_comma(text, position)
    return places


def _places_of_items(text, position):
    while text[position := _after_blank(text, position)] != "]":
        _, end = DECODE(text, position)
        yield position, end
        position = _after_comma(text, end)


def _after_blank(text, position):
    return BLANK.match(text, position).end()


def _after_comma(text, position):
    position = _after_blank(text, position)
    return position + (text[position] == ",")


def _cell(text, number, value, place):
    known = value if isinstance(value, dict) else {}
    source = known.get("source")
    lines = source if isinstance(source, list) else [source]
    whole = "".join(line for line in lines if isinstance(line, str))
    line = text.count("\n", 0, place[0]) + 1
    return Cell(number, known.get("cell_type"), whole, text[slice(*place)], line)


def _forms(text):
    """Yield the ways in which a text may stand in a file: as in JSON, or in an address."""
    for form in dict.fromkeys((text, unquote(text))):
        yield json.dumps(form, ensure_ascii=False)[1:-1]
        yield json.dumps(form)[1:-1]
