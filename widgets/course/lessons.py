"""What a lesson notebook shows, read from its file: its forms in order, and where it links to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .cell_code import GIVEN, Call, Code, CodeError, read_code
from .contents import read_content
from .faults import Finding
from .notebook_file import Cell, NotebookFile, read_notebook

READINESS_CHECK = "readiness-check"
PLAN = "plan"
# What shows a form without being given its id.
SHOWS = {"ReadinessCheck": READINESS_CHECK, "Plan": PLAN}
GLOSSARY = "Glossary"
PACKAGE = "widgets"
# What the package has for notebooks; those that take an id are told so.
TAKES_AN_ID = (
    *("Checklist", "Navigation", "Quiz", "Scenario", "Session", "SessionNotes", "Sources"),
    *("Template", "Vignettes"),
)
# Each of these shows the form whose id it is given.
SHOWS_A_FORM = ("Quiz", "Scenario", "Template")
TAKES_NOTHING = (
    *("Cards", "Care", "Certificate", "Embeds", GLOSSARY, "OwnChange", "OwnCheck"),
    *("PaperCheck", "Plan", "ReadinessCheck"),
    *("Reminders", "Responsible", "Stories"),
)
WIDGETS = sorted((*TAKES_AN_ID, *TAKES_NOTHING))
OUTSIDE = re.compile(r"(?i)(https?|mailto):")
NOTEBOOK = re.compile(r"^(?!\w+:)[^#]*\.ipynb(#.*)?$|^#.")


@dataclass(frozen=True)
class Spot:
    """Something in a cell of a notebook: an address, what stands there, or a fault."""

    address: str
    text: str
    cell: int
    line: int


@dataclass(frozen=True)
class Lesson:
    """What a notebook shows and where it leads."""

    file: NotebookFile
    calls: list[tuple[Call, Spot]]
    links: list[Spot]
    pictures: list[Spot]
    headings: list[str]
    ids: list[str]
    mistakes: list[tuple[str, Finding, Spot]]
    names: set[str]

    @property
    def forms(self) -> list[str]:
        """The ids of the forms it shows, in their order."""
        return [form for call, _ in self.calls if (form := _form(call))]

    @property
    def has_glossary(self) -> bool:
        """Whether it shows the words of the course."""
        return any(call.name == GLOSSARY for call, _ in self.calls)


def read_lesson(path: Path) -> Lesson:
    """Read a notebook without running it.

    Raises OSError where it can't be read and ReadError where it is not a notebook.
    """
    lesson = Lesson(read_notebook(read_content(path)), [], [], [], [], [], [], {*GIVEN})
    for cell in lesson.file.cells:
        if cell.kind == "code":
            _read_code(lesson, cell)
        elif cell.kind == "markdown":
            _read_prose(lesson, cell)
    return lesson


def anchor_of(heading: str) -> str:
    """Return what a link to a heading ends with, as Jupyter makes it."""
    return heading.replace(" ", "-")


def _read_code(lesson, cell):
    try:
        code = read_code(cell.source)
    except CodeError as error:
        found, cure = f"a mistake in it: {error}", "mend it, and leave only what shows a widget"
        _note(lesson, cell, "code", error.written, Finding((), "Python", found, cure))
        return
    spots = _spots(cell, [(call.written, "") for call in code.calls])
    lesson.calls.extend(zip(code.calls, spots, strict=True))
    for written, finding in _unknown_names(lesson, code):
        _note(lesson, cell, "code", written, finding)


def _unknown_names(lesson: Lesson, code: Code):
    lesson.names.update(code.made)
    for module, name, written in code.imported:
        if module == PACKAGE and name == "*":
            lesson.names.update(WIDGETS)
        elif module == PACKAGE and name not in WIDGETS:
            yield written, Finding((), f"one of {', '.join(WIDGETS)}", f"'{name}'", "mend the name")
    told = set()
    for name, written in code.needed:
        if name not in lesson.names | told:
            told.add(name)
            cure = "import it in this cell or one before, or mend the name"
            yield written, Finding((), "a name that is known", f"'{name}'", cure)


def _note(lesson, cell, what, written, finding):
    spot = next(_spots(cell, [(written, "")]))
    lesson.mistakes.append((what, finding, spot))


def _read_prose(lesson, cell):
    # A kernel, which reads no lesson, need not wait for mistune.
    from .prose import read_prose

    prose = read_prose(cell.source)
    lesson.links.extend(_spots(cell, prose.links))
    lesson.pictures.extend(_spots(cell, [(picture, "") for picture in prose.pictures]))
    lesson.headings.extend(prose.headings)
    lesson.ids.extend(prose.ids)
    for what, written, finding in prose.faults:
        _note(lesson, cell, what, written, finding)


def _spots(cell: Cell, found: list[tuple[str, str]]) -> Iterator[Spot]:
    lines = cell.lines_of(address for address, _ in found)
    for (address, text), line in zip(found, lines, strict=True):
        yield Spot(address, text, cell.number, line)


def _form(call):
    if call.name in SHOWS:
        return SHOWS[call.name]
    is_given = call.name in SHOWS_A_FORM and call.given and call.given[0] is not ...
    return str(call.given[0]) if is_given else None
