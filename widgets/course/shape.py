"""Plain values -> Course, or findings in an author's words."""

import difflib
import typing
from collections.abc import Iterable

from pydantic import BaseModel, ValidationError

from .faults import Finding, describe_value
from .model import Course
from .values import (
    ADDRESS,
    DATE,
    ID,
    LANGUAGE,
    LINK_TARGET,
    NOT_BLANK,
    NOTEBOOK,
    PAGE_ADDRESS,
    QUESTION_PLACE,
    RULE_ID,
    WEB_ADDRESS,
)

MOST_KEYS_NAMED = 12


def check_shape(
    data: object, written: dict[tuple, str] | None = None
) -> tuple[Course | None, list[Finding]]:
    """Return the course, or every way in which the values have the wrong shape.

    written holds, by path, what is not text as it stands in the file.
    """
    try:
        return Course.model_validate(data), []
    except ValidationError as error:
        return None, [_finding(data, written or {}, details) for details in error.errors()]


def _finding(data, written, details):
    kind, path, context = details["type"], details["loc"], details.get("ctx", {})
    if kind == "missing":
        return Finding(path, "this key", "nothing", "add it")
    if kind == "extra_forbidden":
        return unknown_key(path, _model_at(path[:-1]).model_fields)
    if path and path[-1] == "[key]":
        expected, cure = PATTERNS[ID]
        return Finding(path[:-1], expected, describe_value(path[-2]), cure)
    value = _at(data, path)
    found = written.get(path) or describe_value(value)
    if kind == "string_pattern_mismatch":
        expected, cure = PATTERNS[context["pattern"]]
    elif kind == "string_type" and isinstance(value, dict | list | None):
        expected, cure = "text", "write text here"
    else:
        expected, cure = EXPECTED.get(kind, (details["msg"].lower(), "mend it"))
    if "actual_length" in context:
        found = f"{context['actual_length']}"
    names = context | {"found": found}
    return Finding(path, expected.format(**names), found, cure.format(**names))


EXPECTED = {
    "string_type": ("text", 'put it in quotes: "{found}"'),
    "int_type": ("a whole number", "write it in digits, without quotes"),
    "bool_type": ("true or false", "write true or false with nothing around it"),
    "list_type": ("a list", "start each item on a line of its own with a hyphen"),
    "dict_type": ("keys and values", "write `key: value` lines"),
    "model_type": ("keys and values", "write `key: value` lines"),
    "too_short": ("at least {min_length} in the list", "add to it"),
    "too_long": ("at most {max_length} in the list", "take some out"),
    "greater_than_equal": ("{ge} or more", "write a larger number"),
    "less_than_equal": ("{le} or less", "write a smaller number"),
    "literal_error": ("{expected}", "use one of those"),
}
PATTERNS = {
    ID: ("lower case words joined by hyphens", "write it like this: my-first-id"),
    NOT_BLANK: ("text", "write something here"),
    NOTEBOOK: ("the name of a notebook", "give a file in notebooks/, such as 00-name.ipynb"),
    WEB_ADDRESS: ("an address", "begin it with https://, and leave no space in it"),
    LINK_TARGET: (
        "a notebook or an address",
        "give a file in notebooks/, or begin with https:// and leave no space in it",
    ),
    RULE_ID: ("lower case words joined by hyphens", "write it like this: all-stages/partly"),
    ADDRESS: ("an address", "begin it with https:// or mailto:, and leave no space in it"),
    PAGE_ADDRESS: ("the address of a page", "write it like this: recall/1"),
    QUESTION_PLACE: ("a quiz and its question", "write it like this: your-work/work-name"),
    DATE: ("a date", "write year, month and day: 2026-11-23"),
    LANGUAGE: ("a language", "give its code, such as en-GB"),
}


def unknown_key(path: tuple, known: Iterable[str]) -> Finding:
    """Return the finding for a key that none of the known ones is."""
    known = list(known)
    close = difflib.get_close_matches(str(path[-1]), known, n=1)
    cure = f"did you mean '{close[0]}'?" if close else "take it out"
    expected = f"one of {', '.join(known)}" if len(known) <= MOST_KEYS_NAMED else "a known key"
    return Finding(path, expected, describe_value(path[-1]), cure)


def _model_at(path):
    """Return the model that stands at a path of keys and positions."""
    annotation = Course
    for step in path:
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            annotation = annotation.model_fields[step].annotation
        else:
            annotation = typing.get_args(annotation)[-1]
        annotation = _without_none(annotation)
    return annotation


def _without_none(annotation):
    """Return what may be left out as if it had to be there."""
    kinds = typing.get_args(annotation)
    return kinds[0] if type(None) in kinds else annotation


def _at(data, path):
    for step in path:
        try:
            data = data[step]
        except (LookupError, TypeError):
            return None
    return data
