"""The processes that a command starts: told of when a cell fails in one, and ended with it."""

import contextlib
import multiprocessing
import subprocess
import time

import psutil

from widgets.course.faults import in_a_line

# A kernel warns of connections to this very machine, and tells of its own end when interrupted.
# What its cells print and raise comes by another way.
QUIET = {"stderr": subprocess.DEVNULL}
KERNEL = "ipykernel_launcher"
KERNELSPEC = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
# As a kernel tells of it, but for the version.
LANGUAGE = {
    "codemirror_mode": {"name": "ipython", "version": 3},
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "name": "python",
    "nbconvert_exporter": "python",
    "pygments_lexer": "ipython3",
}
SECONDS_TO_END = 3
LOOK_SECONDS = 0.02
# What a cell has unless an option says otherwise.
CELL_SECONDS = 60


class CellError(Exception):
    """A notebook failed; says in one line at which place, and why."""

    def __init__(self, notebook: str, place: str, name: str, value: str):
        super().__init__(notebook, place, name, value)

    def __str__(self):
        notebook, place, name, value = self.args
        return in_a_line(f"{notebook}, {place}: {name}: {value}")


def end_kernels() -> None:
    """End every kernel that this process and its workers started; they hold nothing of a learner's.

    A browser may be a child of this process too, and goes on.
    """
    _end(list(filter(_is_kernel, psutil.Process().children(recursive=True))))


def end_workers() -> None:
    """End every worker of this process at once, whatever it is doing, with its kernels."""
    started = []
    for worker in multiprocessing.active_children():
        with contextlib.suppress(psutil.Error):
            started += psutil.Process(worker.pid).children(recursive=True)
        # Were it waited for in any other way, its pool would take it for alive.
        worker.kill()
    _end(started)


def _end(processes):
    for process in processes:
        with contextlib.suppress(psutil.Error):
            process.kill()
    end = time.monotonic() + SECONDS_TO_END
    while any(map(_runs, processes)) and time.monotonic() < end:
        time.sleep(LOOK_SECONDS)


def _runs(process):
    # One whose parent was killed too is a zombie until the machine collects it, and does nothing.
    with contextlib.suppress(psutil.Error):
        return process.status() != psutil.STATUS_ZOMBIE
    return False


def _is_kernel(process):
    try:
        return KERNEL in process.cmdline()
    except psutil.Error:
        return False
