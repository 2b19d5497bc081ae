"""The example course with some of its texts replaced, and what a check then says."""

from pathlib import Path

from examples import write_examples

from widgets.course.loading import check_course


def write_changed(folder: Path, *changes: tuple[str, str]) -> Path:
    """Write the examples with each old text replaced by a new one; return their course.yml."""
    course_file = write_examples(folder / "course")
    replace(course_file, *changes)
    return course_file


def replace(file: Path, *changes: tuple[str, str]) -> None:
    """Replace texts in a file, each of which must be there exactly once."""
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, f"{text.count(old)} times in {file.name}: {old!r}"
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def messages(course_file: Path) -> list[str]:
    """Return every fault of a course as an author reads it."""
    return [str(fault) for fault in check_course(course_file)]


def place(file: Path, text: str) -> str:
    """Return FILE:LINE of a text that must be there exactly once: the line it begins on."""
    written = file.read_text(encoding="utf-8")
    assert written.count(text) == 1, f"{written.count(text)} times in {file.name}: {text!r}"
    return f"{file.name}:{written[: written.index(text)].count(chr(10)) + 1}"
