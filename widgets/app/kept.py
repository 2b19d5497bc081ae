"""The lessons of the last start, kept on disk: one with nothing changed uses them."""

import contextlib
import json
from pathlib import Path

from platformdirs import user_cache_path

from .made_from import digest
from .rendered import Rendered
from .writing import write_file


def kept_lessons(course_file: Path, made_from: str) -> dict[str, Rendered]:
    """Return each notebook as it was kept; none unless all were made from the same."""
    try:
        kept = json.loads(_file(course_file).read_bytes())
        if kept["whole"] == _digest(made_from, kept["lessons"]):
            return {name: Rendered(*lesson) for name, lesson in kept["lessons"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        pass
    return {}


def keep_lessons(course_file: Path, made_from: str, rendered: dict[str, Rendered]) -> None:
    """Keep each notebook, in place of what was kept of this course before."""
    lessons = {name: [lesson.html, lesson.made_from] for name, lesson in rendered.items()}
    content = {"whole": _digest(made_from, lessons), "lessons": lessons}
    # Where nothing can be kept, the next start takes a little longer.
    with contextlib.suppress(OSError):
        write_file(_file(course_file), json.dumps(content).encode())


def _file(course_file):
    try:
        folder = user_cache_path("coproduction")
    except RuntimeError as error:  # A user whom this machine does not know, and no HOME.
        raise FileNotFoundError("no home folder") from error
    return folder / f"{digest(str(course_file).encode())[:20]}.json"


def _digest(made_from, lessons):
    return digest(json.dumps([made_from, lessons], sort_keys=True).encode())
