"""A folder that holds a built site, and a list of what in it is ours."""

import contextlib
import json
from collections.abc import Mapping
from pathlib import Path

from .made_from import digest
from .writing import write_file, write_files

LIST = ".coproduction-site.json"


class FolderError(Exception):
    """A folder can't be built into; says in one line why, and what to do."""


def check_folder(folder: Path) -> None:
    """Raise FolderError for a folder that holds something else than a site of ours."""
    if folder.exists() and not folder.is_dir():
        raise FolderError(f"{folder} is a file. Nothing was written: name a folder.")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / LIST).is_file():
        raise FolderError(
            f"{folder} holds something else than a site that this command built."
            " Nothing was written: name a new or an empty folder."
        )
    _listed(folder)


def fill(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a site's files by their names, and take those away that it no longer has.

    What somebody has changed since is only replaced by a file of the same name, never taken away.
    Raises OSError, naming a file that can't be written; until the last is, the old ones are there.
    """
    old = _listed(folder)
    new = {name: digest(content) for name, content in files.items()}
    # Whoever is interrupted here has a list of all that may be there.
    _list(folder, old | new)
    write_files({folder / name: content for name, content in files.items()})
    for name in old.keys() - new.keys():
        _take_away(folder, name, old[name])
    _list(folder, new)


def _listed(folder):
    try:
        listed = json.loads((folder / LIST).read_text(encoding="utf-8"))
        return {str(name): str(written) for name, written in listed.items()}
    except FileNotFoundError:
        return {}
    except (AttributeError, ValueError) as error:
        cure = "name another folder, or delete this one and build again"
        raise FolderError(f"{folder / LIST} can't be read: {cure}.") from error


def _list(folder, files):
    write_file(folder / LIST, json.dumps(files, indent=1, sort_keys=True).encode())


def _take_away(folder, name, written):
    path = folder / name
    # A list that was tampered with names nothing outside.
    if not path.resolve().is_relative_to(folder.resolve()) or not path.is_file():
        return
    if digest(path.read_bytes()) == written:
        path.unlink()
        with contextlib.suppress(OSError):
            path.parent.rmdir()
