"""Where a kernel lives: a folder that goes when its work is done, and nothing of the user's."""

import contextlib
import os
import site
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

# What a kernel needs of the environment; keys, tokens and passwords go by other names.
NEEDED = {
    *("PATH", "LANG", "LANGUAGE", "TZ", "TMPDIR", "TEMP", "TMP"),
    # A Python in an unusual place finds its libraries by these.
    *("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "VIRTUAL_ENV", "CONDA_PREFIX"),
    # Windows starts no program without these.
    *("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT"),
    *("NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE"),
}
NEEDED_BEGIN = ("LC_", "PYTHON", "COPRODUCTION_")
# Python's own have no line below; a package's token may well begin with PYTHON_.
NOT_PYTHONS = "PYTHON_"
# A notebook is not to let anyone in as a host.
KEYS = {"COPRODUCTION_HOST_KEY", "COPRODUCTION_COOKIE_SECRET"}
HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
FOLDERS = {
    "IPYTHONDIR": "ipython",
    "JUPYTER_CONFIG_DIR": "config",
    "JUPYTER_DATA_DIR": "data",
    "JUPYTER_RUNTIME_DIR": "runtime",
}
# Where a process that this one starts, and may have to kill, leaves what is to go with this one.
TEMPORARY = ("TMPDIR", "TEMP", "TMP")
# Where else a user may have kernels, templates and settings.
FURTHER_PLACES = {"JUPYTER_PATH", "JUPYTER_CONFIG_PATH", "JUPYTER_PREFER_ENV_PATH"}


class HomeError(Exception):
    """There is no place for temporary files; says in one line what to do."""

    @classmethod
    def of(cls, error: OSError) -> "HomeError":
        """Return what to say of an error met in writing one."""
        cure = "free some space, or set TMPDIR to a folder that can be written to"
        return cls(f"No temporary files can be made ({error.strerror}): {cure}.")


@contextlib.contextmanager
def kernel_home() -> Iterator[Path]:
    """Lend a folder that kernels take for the user's home; with the block all of it goes.

    Raises HomeError where it can't be made.
    """
    try:
        # A kernel that was killed just now may still be writing as it goes.
        lent = tempfile.TemporaryDirectory(prefix="coproduction-", ignore_cleanup_errors=True)
        for name in FOLDERS.values():
            Path(lent.name, name).mkdir()
    except OSError as error:
        raise HomeError.of(error) from error
    with lent as folder:
        yield Path(folder)


def kernel_environment(home: Path, given: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return what of an environment a kernel is told, with a home of its own in place of a user's.

    What a notebook must know beside that is added by whoever starts it.
    """
    told = {name: value for name, value in given.items() if _is_needed(name.upper())}
    if site.ENABLE_USER_SITE:
        # This package may be installed there, and Python would look for it in the new home.
        told.setdefault("PYTHONUSERBASE", site.getuserbase())
    return told | dict.fromkeys(HOMES, str(home)) | _places_in(home)


@contextlib.contextmanager
def live_apart() -> Iterator[Path]:
    """Lend such a folder to this process too: no setting of the user's plays a part in the block.

    Enter it before anything of Jupyter is imported, which looks for these folders as it is. HOME
    stays, as a browser that is opened for a learner needs it. Raises HomeError as above.
    """
    with kernel_home() as home:
        places = _places_in(home) | dict.fromkeys(TEMPORARY, str(home))
        before = _without(places.keys() | FURTHER_PLACES)
        os.environ.update(places)
        try:
            yield home
        finally:
            _without(places)
            os.environ.update(before)


def _without(variables):
    """Take variables out of the environment; return those that were there."""
    return {name: os.environ.pop(name) for name in variables if name in os.environ}


def _is_needed(name):
    begins = name.startswith(NEEDED_BEGIN) and not name.startswith(NOT_PYTHONS)
    return (name in NEEDED or begins) and name not in KEYS


def _places_in(home):
    return {variable: str(home / name) for variable, name in FOLDERS.items()}
