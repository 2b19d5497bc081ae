"""The bytes of a file, where it is one: a pipe or a device would keep whoever opens it waiting."""

import errno
import stat
from pathlib import Path, PurePath

KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


class NoFileError(OSError):
    """Something else stands in a file's place; strerror says what."""


def read_content(path: Path) -> bytes:
    """Return what is in a file. Raises OSError, in time, where it can't be read."""
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode):
        kind = KINDS.get(stat.S_IFMT(mode), "something else")
        raise NoFileError(errno.EINVAL, kind, str(path))
    return path.read_bytes()


def is_file(path: Path) -> bool:
    """Return whether there is a file, also of a name that no file can have."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def is_hidden(place: PurePath) -> bool:
    """Return whether a place in a folder is one that editors hide."""
    return any(step.startswith(".") for step in place.parts)
