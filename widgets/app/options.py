"""The command line: its commands, their options, and what each may be."""

import argparse
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from .kernels import CELL_SECONDS

PORT, LAST_PORT = 8866, 65535
KEEP_DAYS, MOST_DAYS = 30, 3650
EXPORTS = ("scorm", "gift")
COPY = Path("~/co-production-course")


def command_line(
    run: Mapping[str, Callable[[argparse.Namespace], int]],
) -> argparse.ArgumentParser:
    """Return what reads the command line; options.run is then what runs the command."""
    parser = argparse.ArgumentParser(prog="coproduction", description="A course on co-production.")
    commands = parser.add_subparsers(required=True, metavar="command")

    command = commands.add_parser("serve", help="the course as a Voilà app")
    _add_serving(command)

    command = commands.add_parser(
        "lab", help="JupyterLab on your own copy of the course", allow_abbrev=False
    )
    command.add_argument("folder", nargs="?", type=Path, default=COPY, metavar="DIR")
    command.add_argument("--port", type=_port, help="for a new copy; it keeps to it")
    command.add_argument("--no-browser", action="store_true", help="open no browser")
    command.epilog = "Further options go to JupyterLab, as it wants them written."

    command = commands.add_parser("check", help="every fault of course.yml and its notebooks")
    command.add_argument("file", nargs="?", type=Path, help="default: the course.yml in use")
    command.add_argument("--update", action="store_true", help="execute the notebooks again")

    command = commands.add_parser("new-lesson", help="a lesson to fill in, joined into the course")
    command.add_argument("id", metavar="ID", help="lower case words joined by hyphens")

    command = commands.add_parser("build", help="the course as a static site")
    command.add_argument("out", type=Path, help="the folder to write to")
    _add_export(commands)
    for name, command in commands.choices.items():
        command.set_defaults(run=run[name])
    for name in ("serve", "build"):
        told = "where others find the course, such as https://example.org/course/"
        commands.choices[name].add_argument("--public-url", type=_url, help=told)
    for name in ("serve", "check", "build", "export"):
        command = commands.choices[name]
        told = f"seconds that a cell of code may take; default: {CELL_SECONDS}"
        command.add_argument("--cell-timeout", type=_seconds, default=CELL_SECONDS, help=told)
    return parser


def _add_serving(command):
    command.add_argument("--host", default="127.0.0.1", help="the address to listen on")
    command.add_argument("--port", type=_port, default=PORT, help=f"default: {PORT}")
    command.add_argument("--no-browser", action="store_true", help="open no browser")
    command.add_argument(
        "--base-url", type=_base_url, default="/", help="the path the course lives under"
    )
    command.add_argument(
        "--frame-ancestor",
        type=_ancestor,
        action="append",
        default=[],
        metavar="HOST",
        help="who may show the check or a quiz in a frame, or * for anyone; may be given again",
    )
    told = (
        "where sessions with phones are kept, such as sqlite:///FILE; default: in a file of yours"
    )
    command.add_argument("--db", default="", metavar="URL", help=told)
    told = f"after how many days sessions are deleted; default: {KEEP_DAYS}"
    command.add_argument("--keep-days", type=_days, default=KEEP_DAYS, metavar="N", help=told)


def _add_export(commands):
    command = commands.add_parser("export", help="the course as a file for a learning system")
    command.add_argument("kind", choices=EXPORTS, metavar="KIND", help=" or ".join(EXPORTS))
    command.add_argument("out", type=Path, help="the file to write")


def _port(text):
    if not (text.isascii() and text.isdecimal()) or int(text) > LAST_PORT:
        raise argparse.ArgumentTypeError(f"expected a number up to {LAST_PORT}, found '{text}'")
    return int(text)


def _seconds(text):
    if not (text.isascii() and text.isdecimal()) or not int(text):
        raise argparse.ArgumentTypeError(f"expected a number of seconds, found '{text}'")
    return int(text)


def _days(text):
    if not (text.isascii() and text.isdecimal()) or not 0 < int(text) <= MOST_DAYS:
        raise argparse.ArgumentTypeError(f"expected 1 to {MOST_DAYS} days, found '{text}'")
    return int(text)


def _url(text):
    if not re.fullmatch(r"https?://[^\s\"'<>?#;,]+", text):
        expected = "expected an address such as https://example.org/course/"
        raise argparse.ArgumentTypeError(f"{expected}, found '{text}'")
    return f"{text.rstrip('/')}/"


def _ancestor(text):
    if not re.fullmatch(r"\*|(https?://)?(\*\.)?[\w.-]+(:\d+)?", text):
        expected = "expected a host such as www.example.org, or *"
        raise argparse.ArgumentTypeError(f"{expected}, found '{text}'")
    return text


def _base_url(text):
    path = text.strip("/")
    if re.search(r"[^\w./~-]", path):
        raise argparse.ArgumentTypeError(f"expected a path such as /course/, found '{text}'")
    return f"/{path}/" if path else "/"
