"""Plain values -> Course, or findings in an author's words; and the JSON Schema for editors."""

import difflib
import json
import typing

from pydantic import BaseModel, ValidationError

from .faults import Finding, describe_value
from .model import Course

MISSING = object()
TEXT_CURE = 'put it in quotes: "{found}"'


def check_shape(data: object) -> tuple[Course | None, list[Finding]]:
    """Return the course, or every way in which the values have the wrong shape."""
    try:
        return Course.model_validate(data), []
    except ValidationError as error:
        return None, [_finding(data, details) for details in error.errors()]


def json_schema() -> str:
    """Return the JSON Schema of course.yml, for editors."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    schema |= Course.model_json_schema()
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _finding(data, details):
    kind, path, context = details["type"], details["loc"], details.get("ctx", {})
    if path and path[-1] == "[key]":
        path = path[:-1]
    value = _at(data, path)
    found = "nothing" if value is MISSING else describe_value(value)
    if kind == "missing":
        return Finding(path, "this key", "nothing", "add it")
    if kind == "extra_forbidden":
        return _unknown_key(path)
    if kind == "string_pattern_mismatch":
        return Finding(path, *_pattern_words(context["pattern"], found))
    expected, cure = _EXPECTED.get(kind, (details["msg"].lower(), "mend it"))
    return Finding(path, expected.format(**context), found, cure.format(found=found, **context))


_EXPECTED = {
    "string_type": ("text", TEXT_CURE),
    "int_type": ("a whole number", "write it in digits, without quotes"),
    "bool_type": ("true or false", "write it without quotes"),
    "list_type": ("a list", "start each item on a line of its own with a hyphen"),
    "dict_type": ("keys and values", "write `key: value` lines"),
    "model_type": ("keys and values", "write `key: value` lines"),
    "string_too_short": ("text", "write something here"),
    "too_short": ("at least {min_length}", "add to the list"),
    "too_long": ("at most {max_length}", "take some out"),
    "greater_than_equal": ("{ge} or more", "write a larger number"),
    "less_than_equal": ("{le} or less", "write a smaller number"),
    "literal_error": ("{expected}", "use one of those"),
}


def _unknown_key(path):
    known = list(_model_at(path[:-1]).model_fields)
    close = difflib.get_close_matches(str(path[-1]), known, n=1)
    cure = f"did you mean '{close[0]}'?" if close else "take it out"
    return Finding(path, f"one of {', '.join(known)}", f"'{path[-1]}'", cure)


def _pattern_words(pattern, found):
    if "ipynb" in pattern:
        return "the name of a notebook", found, "give a file in notebooks/, such as 00-name.ipynb"
    if "http" in pattern:
        return "an address", found, "begin it with https://"
    if "A-Z" in pattern:
        return "a language", found, "give its code, such as en-GB"
    return "lower case words joined by hyphens", found, "write it like this: my-first-id"


def _model_at(path):
    """Return the model that stands at a path of keys and positions."""
    annotation = Course
    for step in path:
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            annotation = annotation.model_fields[step].annotation
        else:
            annotation = typing.get_args(annotation)[-1]
    return annotation


def _at(data, path):
    for step in path:
        try:
            data = data[step]
        except (LookupError, TypeError):
            return MISSING
    return data
