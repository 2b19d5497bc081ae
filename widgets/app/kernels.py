"""The kernels that a command starts: kept quiet, told of when a cell fails, and ended."""

import contextlib
import subprocess

import psutil

# A kernel warns of connections to this very machine, and tells of its own end when interrupted.
# What its cells print and raise comes by another way.
QUIET = {"stderr": subprocess.DEVNULL}
KERNEL = "ipykernel_launcher"
SECONDS_TO_END = 5


class CellError(Exception):
    """A notebook failed; says in one line at which place, and why."""

    def __init__(self, notebook: str, place: str, name: str, value: str):
        super().__init__(" ".join(f"{notebook}, {place}: {name}: {value}".split()))


def end_kernels() -> None:
    """End every kernel that this process started; they hold nothing of a learner's."""
    # A browser may be a child of this process too, and goes on.
    kernels = [child for child in psutil.Process().children() if _is_kernel(child)]
    for kernel in kernels:
        with contextlib.suppress(psutil.Error):
            kernel.kill()
    psutil.wait_procs(kernels, timeout=SECONDS_TO_END)


def _is_kernel(process):
    try:
        return KERNEL in process.cmdline()
    except psutil.Error:
        return False
