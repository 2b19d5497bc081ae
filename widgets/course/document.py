"""The bytes of a file of the course -> plain values, each with its file and line."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from .faults import Fault, Finding, describe_path
from .reader import Path, read_values
from .slips import ReadError, decoded, refuse_conflict, refuse_strange_indent

SIZE_LIMIT = 1_000_000
EMPTY = Finding((), "a course", "an empty file", "start from the course.yml that came")


class Place(NamedTuple):
    """Where something stands."""

    file: str
    line: int


@dataclass
class Document:
    """A course as plain values, with the place of each path and what is wrong.

    `written` holds what is not text as it stands in its file, `unread` the paths that could not
    be read and need no second fault. Where a file is missing from it, the course `has_gaps`: what
    refers to it is not at fault.
    """

    file: str
    data: object = None
    places: dict[Path, Place] = field(default_factory=dict)
    written: dict[Path, str] = field(default_factory=dict)
    unread: set[Path] = field(default_factory=set)
    findings: list[tuple[Finding, Place]] = field(default_factory=list)
    has_gaps: bool = False
    files: list[str] = field(default_factory=list)

    def add(self, finding: Finding, place: Place | None = None) -> None:
        """Record a finding at its place, or at that of the nearest thing around it."""
        self.findings.append((finding, place or self.place(finding.path)))

    def place(self, path: Path) -> Place:
        """Return where a path stands, or the nearest thing around it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Place(self.file, 1))

    @property
    def faults(self) -> list[Fault]:
        """Every finding as an author reads it, once, in the order of files and lines."""
        order = {file: number for number, file in enumerate([self.file, *self.files])}
        faults = dict.fromkeys(self._fault(*found) for found in self.findings)
        return sorted(faults, key=lambda fault: (order.get(fault.file, len(order)), fault.line))

    def join(self, other: "Document", moved: Callable[[Path], Path]) -> None:
        """Take over what is known of another file, each path moved to where it belongs here."""
        self.files.append(other.file)
        self.has_gaps |= other.has_gaps or other.data is None
        # What stands here already keeps its place.
        self.places = {moved(path): place for path, place in other.places.items()} | self.places
        self.written |= {moved(path): text for path, text in other.written.items()}
        self.unread |= {moved(path) for path in other.unread}
        for finding, place in other.findings:
            self.findings.append((replace(finding, path=moved(finding.path)), place))

    def _fault(self, finding, place):
        path = describe_path(self.data, finding.path)
        return Fault(*place, path, finding.expected, finding.found, finding.cure)


def read_document(file: str, content: bytes, empty: Finding = EMPTY) -> Document:
    """Read YAML strictly: no aliases, tags or repeated keys, and `yes` stays text.

    empty is what is told where nothing is in the file.
    """
    document = Document(file)
    try:
        _read(document, _text(content))
    except ReadError as error:
        document.data = None
        document.add(error.finding, Place(file, error.line))
    if document.data is None and not document.findings:
        document.add(empty, Place(file, 1))
    return document


def _text(content):
    if len(content) > SIZE_LIMIT:
        size = f"{len(content) / 1e6:.1f} MB"
        raise ReadError(1, "at most 1 MB", size, "move pictures and long texts to the notebooks")
    text = decoded(content).removeprefix("\ufeff")
    refuse_conflict(text)
    refuse_strange_indent(text)
    return text


def _read(document, text):
    values = read_values(text)
    document.data = values.data
    document.places = {path: Place(document.file, line) for path, line in values.lines.items()}
    document.written, document.unread = values.written, values.unread
    for finding, line in values.findings:
        document.add(finding, Place(document.file, line))
