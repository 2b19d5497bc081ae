"""YAML text -> plain values with their lines: strict, and `yes` stays text."""

import re
from dataclasses import dataclass, field

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from yaml.reader import ReaderError

from .faults import Finding
from .scalars import PLAIN_TAGS, RESOLVED_TAGS, TAG, plain_value
from .slips import ReadError, tab_before

if not yaml.__with_libyaml__:
    raise ImportError(
        "PyYAML is installed without libyaml, by which the course is read:"
        " install it with conda, or with pip from a wheel."
    )

MOST_LEVELS = 200
STARTS = (MappingStartEvent, SequenceStartEvent)
ENDS = (MappingEndEvent, SequenceEndEvent)
HALF = "half of a character (\\uD800 to \\uDFFF)"
HALF_WRITTEN = re.compile(r"\\(u|U0000)[dD][89a-fA-F][0-9a-fA-F]{2}")
# What stands in for characters while libyaml reads, and can't be typed: it refuses half of one
# at once, and takes the others for the ends of lines, as YAML did before 1.2.
STAND_IN = "\ufffe"
KEPT = {"\x85": "\U000ffffe", "\u2028": "\U000fffff", "\u2029": "\U0010fffe"}
SHIELD, UNSHIELD = str.maketrans(KEPT), str.maketrans({to: c for c, to in KEPT.items()})
SYNTAX_CURE = 'check the indent, and put texts with ": " or "#" in quotes'
Path = tuple[str | int, ...]


@dataclass
class Values:
    """What was read: plain values, the line of each path, and what they must not be."""

    data: object = None
    lines: dict[Path, int] = field(default_factory=dict)
    written: dict[Path, str] = field(default_factory=dict)
    unread: set[Path] = field(default_factory=set)
    findings: list[tuple[Finding, int]] = field(default_factory=list)


def read_values(text: str) -> Values:
    """Return what a text holds. Raises ReadError where it is not well-formed."""
    try:
        return _read(text, halved=False)
    except yaml.YAMLError as error:
        if not HALF_WRITTEN.search(text):
            raise _mistake(error, text) from error
    try:
        return _read(HALF_WRITTEN.sub(r"\\\1FFFE", text), halved=True)
    except yaml.YAMLError as error:
        raise _mistake(error, text) from error


def _read(text, halved):
    values = Values()
    shielded = text.translate(SHIELD) if any(map(text.__contains__, KEPT)) else text
    parser = yaml.CBaseLoader(shielded.encode())
    _Reader(parser, values, halved, shielded is not text).read()
    return values


def _mistake(error, text):
    if isinstance(error, ReaderError):  # A character out of place.
        line, problem = text.encode().count(b"\n", 0, error.position) + 1, error.reason
        return ReadError(line, "well-formed YAML", f"a mistake in it: {problem}", SYNTAX_CURE)
    # Where a text ends too soon, that is noticed below its last line.
    line, problem = min(error.problem_mark.line, text.rstrip().count("\n")) + 1, error.problem
    if "depth" in problem:
        return _too_deep(line)
    found = f"a mistake in it: {problem}"
    mistake = ReadError(line, "well-formed YAML", found, SYNTAX_CURE)
    return tab_before(text, line) or mistake


def _too_deep(line):
    cure = "close the brackets, or take some of them out"
    return ReadError(line, "a few levels", "far too many levels", cure)


class _Reader:
    """Turns the events of a parser into plain values and notes what they must not be."""

    def __init__(self, parser, values, halved, shielded):
        self.next, self.values = parser.get_event, values
        self.halved, self.shielded = halved, shielded

    def read(self):
        self.next()
        if not isinstance(self.next(), DocumentStartEvent):
            return
        event = self.next()
        self.values.data = self._value(event, (), event.start_mark.line + 1)
        self.next()
        event = self.next()
        if not isinstance(event, StreamEndEvent):
            found, line = "a mistake in it: another document begins", event.start_mark.line + 1
            raise ReadError(line, "well-formed YAML", found, "take the line `---` out")

    def _value(self, event, path, line):
        self.values.lines[path] = line
        kind = type(event)
        if kind is AliasEvent:
            cure = "write it out again where it is needed"
            return self._unread(path, line, "each part written once", "an alias", cure)
        if event.tag not in PLAIN_TAGS:
            self._skip(event)
            tag = event.tag.replace(TAG, "!!")
            return self._unread(path, line, "a plain value", f"the tag {tag}", "remove the tag")
        if kind is ScalarEvent:
            return self._scalar(event, path, line)
        self._refuse_depth(len(path), line)
        return self._mapping(path) if kind is MappingStartEvent else self._sequence(path)

    def _mapping(self, path):
        values, first_lines = {}, {}
        while type(event := self.next()) is not MappingEndEvent:
            line = event.start_mark.line + 1
            fault = self._key_fault(event, first_lines, path)
            if fault:
                self._note(*fault[:1], line, *fault[1:])
                self._skip(event)
                self._skip(self.next())
                continue
            key = self._text(event)
            first_lines[key] = line
            values[key] = self._value(self.next(), (*path, key), line)
        return values

    def _key_fault(self, event, first_lines, path):
        """Return the path, expected, found and cure of a key that can't be one."""
        if type(event) is not ScalarEvent:
            found = "an alias" if type(event) is AliasEvent else "a list or keys"
            return path, "a name as key", found, "give the key a name"
        key = self._text(event)
        if self._is_half(key):
            return path, "text", HALF, "type the whole character"
        if key in first_lines:
            found = f"'{key}' again (first on line {first_lines[key]})"
            return (*path, key), "each key once", found, "keep one of them"
        return None

    def _sequence(self, path):
        values = []
        while type(event := self.next()) is not SequenceEndEvent:
            line = event.start_mark.line + 1
            values.append(self._value(event, (*path, len(values)), line))
        return values

    def _scalar(self, event, path, line):
        text = self._text(event)
        if self._is_half(text):
            return self._unread(path, line, "text", HALF, "type the whole character")
        value = plain_value(text) if event.implicit[0] or event.tag in RESOLVED_TAGS else text
        if value is not text:
            self.values.written[path] = text
        return value

    def _text(self, event):
        return event.value.translate(UNSHIELD) if self.shielded else event.value

    def _is_half(self, text):
        return self.halved and STAND_IN in text

    def _skip(self, event):
        """Read on to the end of what an event begins, without looking at it."""
        depth = isinstance(event, STARTS)
        while depth:
            event = self.next()
            depth += isinstance(event, STARTS) - isinstance(event, ENDS)
            self._refuse_depth(depth, event.start_mark.line + 1)

    def _refuse_depth(self, depth, line):
        if depth >= MOST_LEVELS:
            raise _too_deep(line)

    def _unread(self, path, line, expected, found, cure):
        self.values.unread.add(path)
        self._note(path, line, expected, found, cure)

    def _note(self, path, line, expected, found, cure):
        self.values.findings.append((Finding(path, expected, found, cure), line))
