"""The files of a course as they were at one moment: what is edited meanwhile is not half in."""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from widgets.course.contents import is_hidden
from widgets.course.files import notebooks_folder
from widgets.course.loading import stamp_of

from .kernel_home import HomeError
from .made_from import digest_of_all

Stamp = dict[Path, tuple[int, int] | None]
# Whoever edits without a pause is seen by the next look.
TRIES = 5


class Snapshot:
    """A copy of a course in a folder of its own, taken again and again, gone when it is closed."""

    def __init__(self, course_file: Path):
        self._original = course_file
        self._folder = tempfile.TemporaryDirectory(prefix="coproduction-")
        self.course_file = Path(self._folder.name).resolve() / course_file.name
        self.stamp: Stamp = {}
        self.take()

    def take(self) -> None:
        """Copy the course as it is now.

        Raises OSError where it can't be read and HomeError where there is no room for it.
        """
        for _ in range(TRIES):
            self.stamp = stamp(self._original)
            with contextlib.suppress(FileNotFoundError):
                self._copy()
            if stamp(self._original) == self.stamp:
                return

    def made_from(self) -> str:
        """Return the digest of all that pages are made from."""
        folder = self.course_file.parent
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        names = [path.relative_to(folder).as_posix().encode() for path in files]
        return digest_of_all([*names, *(path.read_bytes() for path in files)])

    def close(self) -> None:
        """Remove the copy."""
        self._folder.cleanup()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def _copy(self):
        copied = notebooks_folder(self.course_file)
        shutil.rmtree(copied, ignore_errors=True)
        copied.mkdir()
        for path in self.stamp:
            place = self.course_file
            if path != self._original:
                place = copied / path.relative_to(notebooks_folder(self._original))
            content = path.read_bytes()
            try:
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(content)
            except OSError as error:
                raise HomeError.of(error) from error


def stamp(course_file: Path) -> Stamp:
    """Return when each file of the course was last changed, and how large it is."""
    return {path: stamp_of(path) for path in _files(course_file)}


def _files(course_file) -> Iterator[Path]:
    """Yield course.yml and each ordinary file in notebooks/, but for what editors hide there."""
    folder = notebooks_folder(course_file)
    yield course_file
    for path in sorted(folder.rglob("*")):
        if not is_hidden(path.relative_to(folder)) and path.is_file():
            yield path
