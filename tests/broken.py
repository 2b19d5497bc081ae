"""The example course with some of its texts replaced, and what a check then says."""

from pathlib import Path

from examples import write_examples

from widgets.course.files import course_files
from widgets.course.loading import check_course


def write_changed(folder: Path, *changes: tuple[str, str]) -> Path:
    """Write the examples with each old text replaced by a new one; return their course.yml."""
    course_file = write_examples(folder / "course")
    replace(course_file, *changes)
    return course_file


def replace(file: Path, *changes: tuple[str, str]) -> None:
    """Replace texts, each of which must be there exactly once: in one file, or in a course's."""
    for old, new in changes:
        holder, text = _holder(file, old)
        holder.write_text(text.replace(old, new), encoding="utf-8")


def messages(course_file: Path) -> list[str]:
    """Return every fault of a course as an author reads it."""
    return [str(fault) for fault in check_course(course_file)]


def place(file: Path, text: str) -> str:
    """Return FILE:LINE of a text that must be there exactly once: the line it begins on."""
    holder, written = _holder(file, text)
    name = holder.relative_to(file.parent).as_posix()
    return f"{name}:{written[: written.index(text)].count(chr(10)) + 1}"


def _holder(file, text):
    """Return the one file that holds a text, of those of a course if it is a course's, and all."""
    files = course_files(file) if file.suffix == ".yml" else [file]
    written = {path: path.read_text(encoding="utf-8") for path in files}
    count = sum(content.count(text) for content in written.values())
    assert count == 1, f"{count} times in the files of {file.name}: {text!r}"
    return next((path, content) for path, content in written.items() if text in content)
