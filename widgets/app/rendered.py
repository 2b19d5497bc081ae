"""A lesson rendered, by a worker: the process that asks for it imports nothing of Voilà."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Rendered:
    """The HTML of a notebook's cells, and the digest of what it was made from."""

    html: str
    made_from: str


def get_ready() -> None:
    """Import what a worker needs, before it is asked for anything."""
    from . import execution, rendering  # noqa: F401


@dataclass(frozen=True)
class Work:
    """What a worker is asked for: a notebook of a course, each cell given so many seconds."""

    course_file: Path
    cell_seconds: float

    def render(self, name: str, made_from: str = "") -> Rendered | None:
        """Return a notebook rendered; None where it would be made from the same as before.

        Raises CellError where a cell fails and OSError where the file can't be read.
        """
        from .execution import Executor
        from .rendering import render

        return render(name, Executor(self.course_file, self.cell_seconds), made_from)
