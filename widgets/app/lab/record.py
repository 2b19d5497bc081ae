"""What a learner's copy remembers of itself: its address, and what was written into it."""

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path

from widgets.app.writing import write_file
from widgets.course.loading import IN_A_COPY, check_course

# Everything in the copy that is not the learner's, JupyterLab's own files too, lies in here.
HOUSE = ".coproduction"
RECORD = "copy.json"


class CopyError(Exception):
    """A learner's copy can't be made or opened; says in one line why."""


@dataclass
class Record:
    """A copy's address, the course it was made from, and the digests of each file we wrote.

    While files are being written, `made_from` is empty: an interrupted copy is not complete.
    """

    course: str
    port: int
    made_from: str = ""
    files: dict[str, list[str]] = field(default_factory=dict)

    def save(self, folder: Path) -> None:
        """Write the record into a copy."""
        text = json.dumps(asdict(self), indent=1)
        write_aside(folder, folder / HOUSE / RECORD, text.encode())


def is_copy(folder: Path) -> bool:
    """Return whether a folder is a learner's copy."""
    return (folder / HOUSE / RECORD).is_file()


def read_record(folder: Path) -> Record | None:
    """Return a copy's record, or None where a copy may be made. Raises CopyError elsewhere."""
    if is_copy(folder):
        try:
            record = Record(**json.loads((folder / HOUSE / RECORD).read_text(encoding="utf-8")))
            record.port = int(record.port)
            return record
        except (TypeError, ValueError) as error:
            cure = f"bring it back, or move your own files elsewhere and delete {folder}"
            raise CopyError(f"{folder / HOUSE / RECORD} can't be read: {cure}.") from error
    if folder.exists() and (not folder.is_dir() or set(os.listdir(folder)) - {HOUSE}):
        raise CopyError(
            f"{folder} holds something else than a copy of this course."
            " Nothing was written: name a new or an empty folder."
        )
    return None


def course_of(course_file: Path) -> Path:
    """Return the course that a learner's copy was made from, where one is in use.

    Raises CopyError where that course can't be used.
    """
    # A copy made by an earlier version has it in sight, among the lessons.
    folder = course_file.parent
    if course_file.as_posix().endswith(IN_A_COPY):
        folder = course_file.parents[2]
    if not is_copy(folder):
        return course_file
    recorded = Path(read_record(folder).course)
    # It may have moved since, or be of a version that this one can't read.
    if check_course(recorded):
        raise CopyError(
            f"This copy was made from {recorded}, which can't be used as it is:"
            f" `coproduction check {recorded}` says why."
            " From another folder the command takes the course of this installation."
        )
    return recorded


def write_aside(folder: Path, path: Path, content: bytes) -> None:
    """Write a file of a copy aside, then move it: it is never seen half written."""
    house = folder / HOUSE
    house.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_file(path, content, aside=house / "being-written")
