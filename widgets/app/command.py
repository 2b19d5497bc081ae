"""The command `coproduction`."""

import argparse
import errno
import os
import re
import sys
from datetime import date
from pathlib import Path

from widgets.course.faults import CourseError
from widgets.course.loading import (
    check_course,
    check_reviews,
    find_course,
    load_course,
)

from .kernels import CellError
from .lab.record import CopyError, course_of
from .site_folder import FolderError

# Each command imports what it runs: Voilà takes seconds to import, and `check` needs none of it.

PORT, LAST_PORT = 8866, 65535
INTERRUPTED = 130
COPY = Path("~/co-production-course")


def main(arguments: list[str] | None = None) -> int:
    """Run a command; return 0, or 1 after saying in a line what is wrong."""
    parser = _parser()
    options, further = parser.parse_known_args(arguments)
    if options.run is run_lab:
        options.further = further
    elif further:
        parser.error(f"unrecognized arguments: {' '.join(further)}")
    try:
        done = options.run(options)
        sys.stdout.flush()
        return done
    except (CourseError, CopyError) as error:
        return _fail(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever reads has had enough. Python would write what is left once more as it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def run_serve(options: argparse.Namespace) -> int:
    """Serve the course as a Voilà app."""
    from .server import serve

    course_file = _sound_course(None)
    browser = not options.no_browser
    place = options.host, options.port, options.base_url
    try:
        serve(load_course(course_file), str(course_file), *place, browser)
    except OSError as error:
        return _fail(_why_not(error, options))
    return 0


def run_lab(options: argparse.Namespace) -> int:
    """Open JupyterLab on the learner's own copy."""
    from .lab.lab import open_lab

    course_file = _sound_course(None)
    folder = options.folder.expanduser().absolute()
    further = ["--no-browser", *options.further] if options.no_browser else options.further
    try:
        open_lab(load_course(course_file), course_file, folder, options.port, further)
    except CellError as error:
        return _fail(error)
    except OSError as error:
        return _fail(f"{error.filename or folder} can't be used: {error.strerror or error}")
    return 0


def run_check(options: argparse.Namespace) -> int:
    """Report every fault of the course, or refresh what is made from it."""
    course_file = _sound_course(options.file)
    if not options.update:
        print(f"{course_file.name}: no faults.")
        for review in check_reviews(date.today(), course_file):
            print(f"Due for another look: {review}")
        return 0
    from .update import update, update_schemas

    try:
        changed = update(load_course(course_file), course_file) + update_schemas()
    except CellError as error:
        return _fail(error)
    except OSError as error:
        return _fail(f"{error.filename} can't be written: {error.strerror}")
    print(f"Updated: {', '.join(changed)}" if changed else "Everything was up to date.")
    return 0


def run_build(options: argparse.Namespace) -> int:
    """Write the course as a static site."""
    from .build import build

    course_file = _sound_course(None)
    try:
        build(load_course(course_file), str(course_file), options.out)
    except (CellError, FolderError) as error:
        return _fail(error)
    except OSError as error:
        return _fail(f"{error.filename or options.out} can't be written: {error.strerror}")
    print(f"The course is in {options.out}: open {options.out / 'index.html'}")
    return 0


def _parser():
    parser = argparse.ArgumentParser(prog="coproduction", description="A course on co-production.")
    commands = parser.add_subparsers(required=True, metavar="command")

    command = commands.add_parser("serve", help="the course as a Voilà app")
    command.add_argument("--host", default="127.0.0.1", help="the address to listen on")
    command.add_argument("--port", type=_port, default=PORT, help=f"default: {PORT}")
    command.add_argument("--no-browser", action="store_true", help="open no browser")
    command.add_argument(
        "--base-url", type=_base_url, default="/", help="the path the course lives under"
    )
    command.set_defaults(run=run_serve)

    command = commands.add_parser(
        "lab", help="JupyterLab on your own copy of the course", allow_abbrev=False
    )
    command.add_argument("folder", nargs="?", type=Path, default=COPY, metavar="DIR")
    command.add_argument("--port", type=_port, help="for a new copy; it keeps to it")
    command.add_argument("--no-browser", action="store_true", help="open no browser")
    command.epilog = "Further options go to JupyterLab, as it wants them written."
    command.set_defaults(run=run_lab)

    command = commands.add_parser("check", help="every fault of course.yml and its notebooks")
    command.add_argument("file", nargs="?", type=Path, help="default: the course.yml in use")
    command.add_argument("--update", action="store_true", help="execute the notebooks again")
    command.set_defaults(run=run_check)

    command = commands.add_parser("build", help="the course as a static site")
    command.add_argument("out", type=Path, help="the folder to write to")
    command.set_defaults(run=run_build)
    return parser


def _port(text):
    if not text.isdecimal() or int(text) > LAST_PORT:
        raise argparse.ArgumentTypeError(f"expected a number up to {LAST_PORT}, found '{text}'")
    return int(text)


def _base_url(text):
    path = text.strip("/")
    if re.search(r"[^\w./~-]", path):
        raise argparse.ArgumentTypeError(f"expected a path such as /course/, found '{text}'")
    return f"/{path}/" if path else "/"


def _sound_course(path):
    course_file = (path or course_of(find_course())).absolute()
    faults = check_course(course_file)
    if faults:
        raise CourseError(faults)
    return course_file


def _fail(message):
    print(message, file=sys.stderr)
    return 1


def _why_not(error, options):
    place = f"{options.host}:{options.port}"
    if error.errno == errno.EADDRINUSE:
        return (
            f"{place} is taken: another program, perhaps this course, already answers there."
            " Stop it, or choose another with --port (answers belong to one address)."
        )
    return f"{place} can't be used: {error.strerror or error}"
