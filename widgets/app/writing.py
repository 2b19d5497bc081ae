"""Files written aside, then moved: whatever happens, the old one is there until the new one is."""

import contextlib
import errno
import os
import shutil
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ASIDE = ".being-written"
AT_ONCE = 16


def write_file(path: Path, content: bytes, aside: Path | None = None) -> None:
    """Write a file, with the mode of the one that it takes the place of.

    aside is where it is written first, on the same disk; else it is hidden beside the file.
    Raises OSError, naming the file, which is then as it was.
    """
    write_files({path: content}, aside)


def write_files(files: Mapping[Path, bytes], aside: Path | None = None) -> None:
    """Write files, all of them aside before the first takes its place.

    Raises OSError, naming the file that can't be written; until then all are as they were.
    """
    written = {}
    try:
        for path, content in files.items():
            written[path] = _written_aside(path, content, aside)
        _settle(written)
        for path, waiting in written.items():
            with _named(path):
                waiting.replace(path.resolve())
    finally:
        for waiting in written.values():
            waiting.unlink(missing_ok=True)


def encoded(path: Path, text: str) -> bytes:
    """Return text as the bytes of a file. Raises OSError where half a character stands in it."""
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        half = error.object[error.start : error.end].encode("unicode_escape").decode()
        why = f"half of a character stands in it ({half}); type the whole character"
        raise OSError(errno.EILSEQ, why, str(path)) from error


def _written_aside(path, content, aside):
    with _named(path):
        target = path.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        waiting = aside or target.with_name(f".{target.name}{ASIDE}")
        try:
            waiting.write_bytes(content)
        except OSError:
            waiting.unlink(missing_ok=True)
            raise
    return waiting


def _settle(written):
    # A disk takes many files at once in the time that each by itself would wait for.
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(_settle_one, written.keys(), written.values()))


def _settle_one(path, waiting):
    """Have a file reach the disk, then give it the mode of the one that it is to replace."""
    with _named(path):
        with waiting.open("rb+") as file:
            # A power cut after the move would else leave an empty file in place of the old one.
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, waiting)


@contextlib.contextmanager
def _named(path):
    """Let an error name the file that was to be written, not what stood in for it."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
