"""The files that a course is read from, each brought to its place in the course."""

import re
from pathlib import Path, PurePosixPath

from .contents import NoFileError, is_hidden, read_content
from .document import EMPTY, Document, Place, read_document
from .faults import Finding, describe_value
from .model import Beside, Course, Entry
from .plain import mappings
from .shape import EXPECTED, unknown_key
from .values import NOTEBOOK

NOTEBOOKS = "notebooks"
SUFFIXES = (".yml", ".yaml")
BESIDE = tuple(Beside.model_fields)
# What stands in a file of its own in notebooks/, by its key in the course.
HOMES = {
    "readiness_check": f"{NOTEBOOKS}/readiness-check.yml",
    "plan": f"{NOTEBOOKS}/plan.yml",
    "own_check": f"{NOTEBOOKS}/about.yml",
    "care": f"{NOTEBOOKS}/care.yml",
    "glossary": f"{NOTEBOOKS}/glossary.yml",
    "words": f"{NOTEBOOKS}/words.yml",
}
# Keys by which one sees that something stands in the wrong file.
TELLING = Course.model_fields.keys() - {"id", "language", "title", "summary"}
EMPTY_LESSON = Finding(
    (),
    "quizzes, scenarios, checklists, templates or sessions",
    "an empty file",
    "write some, or take the file away",
)


def notebooks_folder(course_file: Path) -> Path:
    """Return the folder of notebooks that belongs to a course.yml."""
    return course_file.resolve().parent / NOTEBOOKS


def course_files(course_file: Path) -> list[Path]:
    """Return course.yml and each file of words in notebooks/, also one that belongs to nothing."""
    folder = notebooks_folder(course_file)
    found = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
    shown = [path for path in found if not is_hidden(path.relative_to(folder))]
    return [course_file, *shown]


def files_present(course_file: Path) -> list[str]:
    """Return each file of words that is there, seen from course.yml."""
    folder = notebooks_folder(course_file).parent
    return [path.relative_to(folder).as_posix() for path in course_files(course_file)[1:]]


def words_file(notebook: str) -> str:
    """Return where the quizzes and stories of a notebook stand, seen from course.yml."""
    return f"{NOTEBOOKS}/{PurePosixPath(notebook).with_suffix('.yml')}"


def read_files(course_file: Path) -> Document:
    """Return all files of a course as one document."""
    document = _read(course_file, course_file.name, EMPTY)
    document.has_gaps = document.data is None
    if isinstance(document.data, dict):
        folder = notebooks_folder(course_file).parent
        elsewhere = _take_out(document, Entry.model_fields)
        document.data |= {key: [] for key in BESIDE}
        for file in _lesson_files(document.data, course_file):
            _join_lesson(document, _read(folder / file, file, EMPTY_LESSON))
        for key, file in HOMES.items():
            if key in elsewhere and not (folder / file).exists():
                document.unread.add((key,))
            else:
                _join_home(document, folder / file, key)
    return document


def add_strays(document: Document, course_file: Path) -> None:
    """Add each file of words that belongs to no notebook of the course."""
    for file in files_present(course_file) if isinstance(document.data, dict) else ():
        if file not in document.files:
            cure = "name it like the notebook that shows what is in it, or take it away"
            if not file.endswith(".yml"):
                cure = "end its name with .yml"
            expected, found = "the name of a notebook, ending with .yml", f"'{Path(file).name}'"
            document.add(Finding((), expected, found, cure), Place(file, 1))


def _read(path, file, empty):
    try:
        return read_document(file, read_content(path), empty)
    except OSError as error:
        document = Document(file)
        found = (error.strerror or "an error").lower()
        cure = "bring it back" if "/" in file else "mend the path"
        if isinstance(error, NoFileError) and "/" in file:
            cure = "take it away, and bring the file back"
        if "/" in file and (path.parent.parent / path.name).is_file():
            cure = "move it there from beside course.yml"
        document.add(Finding((), "a file that can be read", found, cure))
        return document


def _take_out(read, known):
    """Take keys out that do not belong in a file, each with its fault; return those of others."""
    elsewhere = set()
    for key in [key for key in read.data if key not in known]:
        del read.data[key]
        if key in TELLING:
            elsewhere.add(key)
            read.add(_misplaced(key))
        else:
            read.add(unknown_key((key,), known))
    read.has_gaps |= bool(elsewhere)
    return elsewhere


def _misplaced(key):
    if key in BESIDE:
        cure = "move each to the file that is named like the notebook that shows it"
        return Finding((key,), f"them in {NOTEBOOKS}/", "them here", cure)
    home, cure = HOMES.get(key, "course.yml"), "move it there"
    if key in HOMES:
        cure = "move what stands under it there, without this key"
    return Finding((key,), f"it in {home}", "it here", cure)


def _join_home(document, path, key):
    cure = f"start from the {path.name} that came"
    empty = Finding((), "words of the course", "an empty file", cure)
    read = _read(path, HOMES[key], empty)
    if isinstance(read.data, dict):
        _tell_misplaced(read, key)
    if read.data is None:
        document.unread.add((key,))
    else:
        document.data[key] = read.data
    document.join(read, lambda path: (key, *path))


def _tell_misplaced(read, own):
    known = getattr(Course.model_fields[own].annotation, "model_fields", {})
    for key in [key for key in read.data if key in TELLING and key not in known]:
        del read.data[key]
        read.has_gaps = True
        if key == own:
            cure = "take this line out, and the indent of what stands under it"
            read.add(Finding((key,), "what stands under it, by itself", f"'{key}'", cure))
            read.data = None
            return
        read.add(_misplaced(key))


def _lesson_files(data, course_file):
    """Return what stands beside a notebook, also where the course does not name the notebook."""
    lessons = [*mappings(data, "modules"), *mappings(data, "pages")]
    named = [lesson.get("notebook") for _, lesson in lessons]
    files = [words_file(n) for n in named if isinstance(n, str) and re.fullmatch(NOTEBOOK, n)]
    present, folder = files_present(course_file), notebooks_folder(course_file).parent
    others = [file for file in present if (folder / file).with_suffix(".ipynb").is_file()]
    ours = [file for file in dict.fromkeys([*files, *others]) if file in present]
    return [file for file in ours if file.endswith(".yml") and file not in HOMES.values()]


def _join_lesson(document, read):
    before = {key: len(document.data[key]) for key in BESIDE}

    def moved(path):
        if len(path) > 1 and path[0] in before and isinstance(path[1], int):
            return (path[0], before[path[0]] + path[1], *path[2:])
        return path

    if isinstance(read.data, dict):
        # What an unknown key holds may be what others refer to.
        read.has_gaps = not read.data.keys() <= Beside.model_fields.keys()
        _take_out(read, Beside.model_fields)
        for key, value in read.data.items():
            document.data[key] += _listed(read, key, value)
    elif read.data is not None:
        read.has_gaps = True
        read.add(_wrong((), "dict_type", read.data))
    document.join(read, moved)


def _listed(read, key, value):
    if isinstance(value, list):
        return value
    read.has_gaps = True
    if (key,) not in read.unread:
        read.add(_wrong((key,), "list_type", value))
    return []


def _wrong(path, kind, value):
    expected, cure = EXPECTED[kind]
    return Finding(path, expected, describe_value(value), cure)
