"""`coproduction new-lesson`: a lesson to fill in, made in a copy, checked there, then moved in."""

from pathlib import Path

from widgets.app.execution import Executor
from widgets.app.snapshot import Snapshot
from widgets.app.update import update
from widgets.app.writing import write_files
from widgets.course.contents import is_hidden
from widgets.course.faults import CourseError
from widgets.course.files import NOTEBOOKS, words_file
from widgets.course.loading import check_course, load_course, notebooks_folder

from .joining import with_module
from .names import LessonError, names_for
from .neighbours import led_to, link_to
from .next_steps import next_steps
from .place import Place
from .templates import lesson_notebook, lesson_words, module_lines, notebook_file

PREVIOUS, NEXT = "Previous: ", "Next: "


def make_lesson(course_file: Path, lesson_id: str) -> str:
    """Make a lesson and join it into a sound course; return what its author is to write next.

    Raises LessonError where it can't be made, CellError where a cell of the course fails,
    HomeError where there is no room for a copy and OSError, naming a file that can't be written.
    All files are then as they were.
    """
    course = load_course(course_file)
    new = names_for(course, notebooks_folder(course_file), lesson_id)
    place = Place(list(course.modules))
    with Snapshot(course_file) as snapshot:
        copy = snapshot.course_file
        before = _contents(copy)
        _join(copy, place, new)
        faults = check_course(copy)
        if faults:
            raise CourseError(faults)
        update(load_course(copy), Executor(copy))
        _move_in(_contents(copy), course_file, before)
    return next_steps(course_file, place, new)


def _contents(course_file):
    """Return what the files of a course hold, by their places in notebooks/; its own is ""."""
    folder = notebooks_folder(course_file)
    places = {path.relative_to(folder): path for path in folder.rglob("*") if path.is_file()}
    shown = {place: path for place, path in places.items() if not is_hidden(place)}
    contents = {place.as_posix(): path.read_bytes() for place, path in shown.items()}
    return contents | {"": course_file.read_bytes()}


def _write(course_file, contents):
    """Write files of a course, all of them aside before the first takes its place."""
    folder = notebooks_folder(course_file)
    paths = {place: folder / place if place else course_file for place in contents}
    write_files({paths[place]: content for place, content in contents.items()})


def _join(course_file, place, new):
    """Write a lesson into a course, and lead the links of its neighbours to it."""
    folder, previous, following = notebooks_folder(course_file), place.previous, place.following
    before = led_to(folder / previous.notebook, previous, following, new, NEXT)
    made, ways = {previous.notebook: before.notebook}, [_way(PREVIOUS, previous, new)]
    if following:
        after = led_to(folder / following.notebook, following, previous, new, PREVIOUS)
        made[following.notebook] = after.notebook
        ways = [_way(after.way, previous, new), _way(before.way, following, new)]
    made[new.notebook] = lesson_notebook(before.notebook, new, ways)
    for name, notebook in made.items():
        (folder / name).write_bytes(notebook_file(notebook))
    words = folder.parent / words_file(previous.notebook)
    beside = words.read_text(encoding="utf-8") if words.is_file() else ""
    (folder.parent / words_file(new.notebook)).write_text(lesson_words(beside, new), "utf-8")
    entry = with_module(course_file, place.before, module_lines(new))
    course_file.write_bytes(entry)


def _way(way, lesson, new):
    return way, lesson.title, link_to(lesson.notebook, new.notebook)


def _move_in(made, course_file, before):
    """Write to a course what is new in a copy of it, unless somebody has changed that since."""
    changed = {place: content for place, content in made.items() if before.get(place) != content}
    now = _contents(course_file)
    for place in changed:
        if now.get(place) != before.get(place):
            name = f"{NOTEBOOKS}/{place}" if place else course_file.name
            raise LessonError(f"{name} changed meanwhile, so nothing was written: try again.")
    _write(course_file, changed)
