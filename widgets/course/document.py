"""The bytes of course.yml -> plain values, with the line each one stands on."""

import re
import warnings
from dataclasses import dataclass, field

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from .faults import Fault, Finding, describe_path

SIZE_LIMIT = 1_000_000
LONGEST_NUMBER = 20
TAG = "tag:yaml.org,2002:"
PLAIN_TAGS = {TAG + name for name in ("str", "int", "float", "bool", "null", "map", "seq")}
TEXT_TAGS = {TAG + "timestamp", TAG + "merge", TAG + "value", "!"}
SURROGATE = re.compile("[\ud800-\udfff]")
HALF = "half of a character (\\uD800 to \\uDFFF)"
Path = tuple[str | int, ...]


@dataclass
class Document:
    """A YAML file as plain values, with the line of each path and what is wrong.

    `written` holds what is not text as it stands in the file, `unread` the paths that could not
    be read and need no second fault.
    """

    file: str
    data: object = None
    lines: dict[Path, int] = field(default_factory=dict)
    written: dict[Path, str] = field(default_factory=dict)
    unread: set[Path] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    told: set[Fault] = field(default_factory=set)

    def add(self, finding: Finding, line: int | None = None) -> None:
        """Record a finding at its line, or at that of the nearest part around it."""
        line = line or self._line(finding.path)
        path = describe_path(self.data, finding.path)
        fault = Fault(self.file, line, path, finding.expected, finding.found, finding.cure)
        if fault not in self.told:
            self.told.add(fault)
            self.faults.append(fault)

    def _line(self, path):
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_document(file: str, content: bytes) -> Document:
    """Read YAML strictly: no aliases, tags or repeated keys, and `yes` stays text."""
    document = Document(file)
    if len(content) > SIZE_LIMIT:
        size = f"{len(content) / 1e6:.1f} MB"
        finding = Finding((), "at most 1 MB", size, "move pictures and long texts to the notebooks")
        document.add(finding, line=1)
        return document
    try:
        _read(document, content.decode("utf-8").removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        cure = "save the file with the encoding UTF-8"
        found = f"the byte 0x{content[error.start]:02X}"
        document.add(Finding((), "UTF-8 text", found, cure), line=line)
    except RecursionError:
        cure = "close the brackets, or take some of them out"
        document.add(Finding((), "a few levels", "far too many levels", cure), line=1)
    return document


def _read(document, text):
    yaml = YAML(typ="safe", pure=True)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            node = yaml.compose(text)
    except (YAMLError, OverflowError, ValueError) as error:
        finding, line = _syntax_finding(error, text)
        document.add(finding, line=line)
        return
    reader = _NodeReader(yaml, document)
    if node:
        document.data = reader.value(node, (), node.start_mark.line + 1)
    for finding, line in reader.findings:
        document.add(finding, line=line)
    if document.data is None and not document.faults:
        finding = Finding((), "a course", "an empty file", "start from the course.yml that came")
        document.add(finding, line=1)


def _syntax_finding(error, text):
    if isinstance(error, MarkedYAMLError):
        line = (error.problem_mark or error.context_mark).line + 1
        problem = error.problem or error.context
    else:
        # Other than a character out of place, only a code too large for any character gets here.
        position = getattr(error, "position", text.find("\\U"))
        line = text.count("\n", 0, max(position, 0)) + 1
        problem = getattr(error, "reason", "a code that stands for no character")
    cure = 'check the indent, and put texts with ": " or "#" in quotes'
    if "\\t" in problem or "\t" in problem:
        cure = "indent with spaces, not with tabs"
    found = f"a mistake in it: {' '.join(problem.split())}"
    return Finding((), "well-formed YAML", found, cure), line


class _NodeReader:
    """Turns composed nodes into plain values and notes what they must not be."""

    def __init__(self, yaml, document):
        self.yaml, self.document = yaml, document
        self.findings, self.seen = [], set()

    def value(self, node, path, line):
        self.document.lines[path] = line
        if id(node) in self.seen:
            cure = "write it out again where it is needed"
            return self._unread(path, line, "each part written once", "an alias", cure)
        self.seen.add(id(node))
        if node.tag not in PLAIN_TAGS | TEXT_TAGS:
            tag = node.tag.replace(TAG, "!!")
            return self._unread(path, line, "a plain value", f"the tag {tag}", "remove the tag")
        if isinstance(node, MappingNode):
            return self._mapping(node, path)
        if isinstance(node, SequenceNode):
            return [
                self.value(child, (*path, position), child.start_mark.line + 1)
                for position, child in enumerate(node.value)
            ]
        return self._scalar(node, path, line)

    def _mapping(self, node, path):
        values, first_lines = {}, {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, ScalarNode):
                self._note(path, line, "a name as key", "a list or keys", "give the key a name")
                continue
            key = key_node.value
            if SURROGATE.search(key):
                self._note(path, line, "text", HALF, "type the whole character")
                continue
            if key in values:
                found = f"'{key}' again (first on line {first_lines[key]})"
                self._note((*path, key), line, "each key once", found, "keep one of them")
                continue
            values[key], first_lines[key] = None, line
            values[key] = self.value(value_node, (*path, key), line)
        return values

    def _scalar(self, node, path, line):
        if SURROGATE.search(node.value):
            return self._unread(path, line, "text", HALF, "type the whole character")
        if node.tag in TEXT_TAGS or node.tag == TAG + "str" or len(node.value) > LONGEST_NUMBER:
            return node.value
        self.document.written[path] = node.value
        try:
            return self.yaml.constructor.construct_object(node)
        except (ArithmeticError, LookupError, ValueError):
            return node.value

    def _unread(self, path, line, expected, found, cure):
        self.document.unread.add(path)
        self._note(path, line, expected, found, cure)

    def _note(self, path, line, expected, found, cure):
        self.findings.append((Finding(path, expected, found, cure), line))
