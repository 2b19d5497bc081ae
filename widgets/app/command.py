"""The command `coproduction`."""

import argparse
import os
import signal
import sys
from datetime import date

from widgets.course.faults import CourseError
from widgets.course.loading import check_course, check_reviews, find_course, load_course
from widgets.exports.faults import PackageError

from .kernel_home import HomeError, live_apart
from .kernels import CellError
from .lab.record import CopyError, course_of
from .new_lesson.names import LessonError
from .options import command_line
from .site_folder import FolderError

# Each command imports what it runs: Voilà takes seconds to import, and `check` needs none of it.

INTERRUPTED = 130
TOLD = (CellError, CopyError, CourseError, HomeError, LessonError, PackageError)


def main(arguments: list[str] | None = None) -> int:
    """Run a command; return 0, or 1 after saying in a line what is wrong."""
    parser = command_line(COMMANDS)
    options, further = parser.parse_known_args(arguments)
    # What is told may hold what a terminal can't show.
    sys.stdout.reconfigure(errors="backslashreplace")
    # Whatever stops a command stops it as Ctrl+C does, also where a script's shell ignores that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
    if options.run is run_lab:
        options.further = further
    elif further:
        parser.error(f"unrecognized arguments: {' '.join(further)}")
    try:
        done = options.run(options)
        sys.stdout.flush()
        return done
    except TOLD as error:
        return _fail(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever reads has had enough. Python would write what is left once more as it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


@live_apart()
def run_serve(options: argparse.Namespace) -> int:
    """Serve the course as a Voilà app."""
    from .group.routes import Keeping, NotOpened
    from .server import Embedding, serve
    from .upkeep import NothingToShow

    course_file = course_of(find_course()).absolute()
    place = options.host, options.port, options.base_url
    how = not options.no_browser, options.cell_timeout
    embedding = Embedding(options.public_url or "", tuple(options.frame_ancestor))
    try:
        serve(course_file, *place, *how, embedding, Keeping(options.db, options.keep_days))
    except (NothingToShow, NotOpened) as error:
        return _fail(error)
    except OSError as error:
        from .addresses import why_not_here

        return _fail(why_not_here(error, options.host, options.port))
    except KeyboardInterrupt:
        pass
    return 0


@live_apart()
def run_lab(options: argparse.Namespace) -> int:
    """Open JupyterLab on the learner's own copy."""
    from .lab.lab import open_lab

    course_file = course_of(find_course()).absolute()
    folder = _at_home(options.folder).absolute()
    further = ["--no-browser", *options.further] if options.no_browser else options.further
    try:
        open_lab(course_file, folder, options.port, further)
    except OSError as error:
        return _fail(f"{error.filename or folder} can't be used: {error.strerror or error}")
    return 0


def run_check(options: argparse.Namespace) -> int:
    """Report every fault of the course, or refresh what is made from it."""
    from .stale import check_outputs

    course_file = _sound_course(options.file)
    course = load_course(course_file)
    if options.update:
        return _update(course, course_file, options.cell_timeout)
    faults = list(check_outputs(course, course_file))
    if faults:
        raise CourseError(faults)
    print(f"{course_file.name}: no faults.")
    for review in check_reviews(date.today(), course_file):
        print(f"Due for another look: {review}")
    return 0


@live_apart()
def _update(course, course_file, cell_seconds):
    from .execution import Executor
    from .update import update, update_schemas

    try:
        changed = update(course, Executor(course_file, cell_seconds)) + update_schemas()
    except OSError as error:
        return _fail(f"{error.filename} can't be written: {error.strerror}")
    print(f"Updated: {', '.join(changed)}" if changed else "Everything was up to date.")
    return 0


@live_apart()
def run_build(options: argparse.Namespace) -> int:
    """Write the course as a static site."""
    from .build import build
    from .rendered import get_ready
    from .workers import Workers

    given = options.out, options.cell_timeout, options.public_url or ""
    try:
        with Workers() as workers:
            # They take about as long to start as the course to be checked.
            workers.warm_up(get_ready)
            snippet = build(_sound_course(None), *given, workers)
    except FolderError as error:
        return _fail(error)
    except OSError as error:
        return _fail(f"{error.filename or options.out} can't be written: {error.strerror}")
    print(f"The course is in {options.out}: open {options.out / 'index.html'}")
    print(f"For other people's pages:\n{snippet}")
    return 0


@live_apart()
def run_export(options: argparse.Namespace) -> int:
    """Write the course as a file that a learning system imports."""
    from .export import export

    try:
        print(export(_sound_course(None), options.kind, options.out, options.cell_timeout))
    except OSError as error:
        return _fail(f"{error.filename or options.out} can't be written: {error.strerror}")
    return 0


@live_apart()
def run_new_lesson(options: argparse.Namespace) -> int:
    """Make a lesson to fill in, and say what to write next."""
    from .new_lesson.making import make_lesson

    try:
        print(make_lesson(_sound_course(None), options.id))
    except OSError as error:
        return _fail(f"{error.filename} can't be written: {error.strerror}")
    return 0


COMMANDS = {
    "serve": run_serve,
    "lab": run_lab,
    "check": run_check,
    "new-lesson": run_new_lesson,
    "build": run_build,
    "export": run_export,
}


def _at_home(folder):
    try:
        return folder.expanduser()
    except RuntimeError as error:
        cure = "name a folder for your copy, such as `coproduction lab my-copy`"
        raise CopyError(f"{folder} can't be found, as HOME is not set: {cure}.") from error


def _sound_course(path):
    course_file = (path or course_of(find_course())).absolute()
    faults = check_course(course_file)
    if faults:
        raise CourseError(faults)
    return course_file


def _fail(message):
    print(message, file=sys.stderr)
    return 1
