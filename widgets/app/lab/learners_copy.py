"""A learner's own copy of the course, made once and brought up to date without losing a word."""

from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path, PurePosixPath

from widgets.app.made_from import digest, digest_of_all
from widgets.course.contents import is_hidden
from widgets.course.faults import CourseError
from widgets.course.files import course_files
from widgets.course.loading import IN_A_COPY, check_course, notebooks_folder
from widgets.course.model import Course

from .own_cells import MY_NOTES, make_notes, with_word_on_copy
from .record import Record, write_aside

NOTEBOOK = ".ipynb"


@dataclass
class LearnersCopy:
    """The files of a copy, its record, and the course it is made from."""

    folder: Path
    record: Record
    course: Course

    def bring_up_to_date(self) -> list[str]:
        """Write what the copy has not got of the course; return the names of changed files kept.

        Raises CourseError for a course with faults, and OSError where a file can't be read or
        written. What is up to date was looked at when it was made.
        """
        sources = self._sources()
        current = digest_of_all(path.read_bytes() for path in sources.values())
        if current != self.record.made_from:
            wanted = sources
        else:
            wanted = {name: path for name, path in sources.items() if not self._path(name).exists()}
        if not wanted:
            return []
        self._refuse_faults()
        new, home = {name: path.read_bytes() for name, path in wanted.items()}, self._home()
        has_notes = self.record.made_from or self._path(MY_NOTES).exists()
        notes = None if has_notes else make_notes(self.course, new[home])
        if home in new:
            new[home] = with_word_on_copy(self.course, new[home])
        self._announce(new)
        if notes:
            write_aside(self.folder, self._path(MY_NOTES), notes)
        kept = self._write(new)
        self._take_away(set(self.record.files) - set(sources))
        self._complete(new, current)
        return kept

    def _refuse_faults(self):
        faults = check_course(Path(self.record.course))
        if faults:
            raise CourseError(faults)

    def _home(self):
        return self.course.modules[0].notebook

    def _path(self, name):
        return self.folder / name

    def _sources(self):
        """Return where each file comes from, by its name in the copy."""
        folder = notebooks_folder(Path(self.record.course))
        course = self._course_sources(folder)
        files = {path.relative_to(folder): path for path in folder.rglob("*") if path.is_file()}
        shown = {
            name.as_posix(): path
            for name, path in sorted(files.items())
            if path not in course.values() and self._is_shown(name)
        }
        return shown | course

    def _course_sources(self, folder):
        """Return likewise what kernels read the course from, out of sight of the lessons."""
        course_file, *words = course_files(Path(self.record.course))
        house = PurePosixPath(IN_A_COPY)
        beside = {house.parent / "notebooks" / path.relative_to(folder): path for path in words}
        return {str(name): path for name, path in ({house: course_file} | beside).items()}

    def _is_shown(self, name):
        if name.suffix == NOTEBOOK:
            return name.as_posix() in self.course.addresses
        return not is_hidden(name)

    def _announce(self, new):
        """Record what is about to be written: until it is, the copy does not count as complete."""
        for name, content in new.items():
            self.record.files.setdefault(name, []).append(digest(content))
        self.record.made_from = ""
        self.record.save(self.folder)

    def _write(self, new):
        kept = []
        for name, content in new.items():
            if self._is_the_learners(name):
                kept.append(self._keep(name))
            write_aside(self.folder, self._path(name), content)
        return kept

    def _is_the_learners(self, name):
        path = self._path(name)
        return path.exists() and digest(path.read_bytes()) not in self.record.files[name]

    def _keep(self, name):
        path = self._path(name)
        kept = next(free for free in _kept_names(path) if not free.exists())
        path.rename(kept)
        return kept.relative_to(self.folder).as_posix()

    def _take_away(self, gone):
        for name in gone:
            if not self._is_the_learners(name):
                self._path(name).unlink(missing_ok=True)
            del self.record.files[name]

    def _complete(self, new, current):
        self.record.files |= {name: [digest(content)] for name, content in new.items()}
        self.record.made_from = current
        self.record.save(self.folder)


def _kept_names(path):
    """Yield names for a file that is kept today, the plainest first."""
    day = date.today().isoformat()
    yield path.with_stem(f"{path.stem} (kept {day})")
    yield from (path.with_stem(f"{path.stem} (kept {day}, {number})") for number in count(2))
