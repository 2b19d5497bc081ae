"""What slips into a file while it is edited: named as such, before a reader blames another line."""

import re

from .faults import Finding

CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.M)
# Spaces that look like a plain one or like nothing, where a line begins.
NO_PLAIN_SPACE = re.compile(r"^[ \t]*([\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff])", re.M)
TAB = re.compile(r"^ *\t", re.M)
CONFLICT_CURE = "keep one of the two versions, and take these marks out"
INDENT = "plain spaces where a line begins"


class ReadError(Exception):
    """A file can't be read at all."""

    def __init__(self, line: int, expected: str, found: str, cure: str):
        super().__init__(found)
        self.finding, self.line = Finding((), expected, found, cure), line


def decoded(content: bytes) -> str:
    """Return bytes as text. Raises ReadError where they are not UTF-8."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        found = f"the byte 0x{content[error.start]:02X}"
        cure = "save the file with the encoding UTF-8"
        raise ReadError(line, "UTF-8 text", found, cure) from error


def refuse_conflict(text: str) -> None:
    """Raise ReadError where two versions of a file were never brought together."""
    mark = CONFLICT.search(text)
    if mark:
        found = f"the mark of a conflict, '{mark[0][:7]}'"
        raise ReadError(_line(text, mark), "one version of the file", found, CONFLICT_CURE)


def refuse_strange_indent(text: str) -> None:
    """Raise ReadError where a line begins with a space that is not a plain one."""
    mark = NO_PLAIN_SPACE.search(text)
    if mark:
        sort = "no-break" if mark[1] in "\u00a0\u202f" else "special"
        found = f"a {sort} space (U+{ord(mark[1]):04X})"
        raise ReadError(_line(text, mark), INDENT, found, "type plain spaces in its place")


def tab_before(text: str, last: int) -> ReadError | None:
    """Return the fault of a tab that a line, or the one before it, begins with."""
    lines = [_line(text, tab) for tab in TAB.finditer(text)]
    line = next((line for line in lines if last - 1 <= line <= last), None)
    return line and ReadError(line, INDENT, "a tab", "indent with spaces, not with tabs")


def _line(text, match):
    return text.count("\n", 0, match.start()) + 1
