"""Where a kernel lives: a folder that goes when its work is done, and nothing of the user's."""

import contextlib
import os
import site
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from uuid import uuid4

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from traitlets import default

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
HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
FOLDERS = {
    "IPYTHONDIR": "ipython",
    "JUPYTER_CONFIG_DIR": "config",
    "JUPYTER_DATA_DIR": "data",
    "JUPYTER_RUNTIME_DIR": "runtime",
}


@contextlib.contextmanager
def kernel_home() -> Iterator[Path]:
    """Lend a folder that kernels take for the user's home; with the block all of it goes.

    Raises OSError where there is no place for temporary files.
    """
    # A kernel that was killed just now may still be writing.
    with tempfile.TemporaryDirectory(prefix="coproduction-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        for name in FOLDERS.values():
            (home / name).mkdir()
        yield home


def kernel_environment(home: Path, given: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return what of an environment a kernel is told, with a home of its own in place of a user's.

    What a notebook must know beside that is added by whoever starts it.
    """
    told = {name: value for name, value in given.items() if _is_needed(name.upper())}
    if site.ENABLE_USER_SITE:
        # This package may be installed there, and Python would look for it in the new home.
        told.setdefault("PYTHONUSERBASE", site.getuserbase())
    lives = {variable: str(home / name) for variable, name in FOLDERS.items()}
    return told | dict.fromkeys(HOMES, str(home)) | lives


class OwnKernelSpecs(KernelSpecManager):
    """The one kernel that is always there: `python3`, run by the Python that runs this."""

    @default("kernel_dirs")
    def _none_but_our_own(self):
        # In these a user may have a python3 that is another Python.
        return []


class OwnKernel(AsyncKernelManager):
    """A kernel in this very Python, whose connection file lies in the home it is started with."""

    @default("kernel_spec_manager")
    def _our_own(self):
        return OwnKernelSpecs(parent=self)

    async def _async_start_kernel(self, *, env: Mapping[str, str], **options):
        runtime = Path(env["JUPYTER_RUNTIME_DIR"])
        self.connection_file = str(runtime / f"kernel-{uuid4()}.json")
        await super()._async_start_kernel(env=dict(env), **options)

    start_kernel = _async_start_kernel


def _is_needed(name):
    begins = name.startswith(NEEDED_BEGIN) and not name.startswith(NOT_PYTHONS)
    return name in NEEDED or begins
