"""Notebooks with code of their own -> executed notebooks, each by a kernel of its own."""

import logging
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from widgets.course.loading import VARIABLE

from .kernel_home import kernel_environment, kernel_home
from .kernels import CELL_SECONDS, KERNELSPEC, QUIET, CellError, end_kernels
from .own_kernel import OwnKernel
from .workers import finished

# It tells of what a client leaves undone whose kernel is gone: that is what was wanted.
logging.getLogger("asyncio").setLevel(logging.CRITICAL)
# On a busy machine a kernel now and then fails to start.
TRIES = 2


class Client(NotebookClient):
    """nbclient's client, which does not wait for a kernel once more when the command ends."""

    def _cleanup_kernel(self):
        # Called at exit alone: by then the kernel has been ended, or killed.
        pass


@dataclass(frozen=True)
class Executor:
    """Executes notebooks of the course in a course.yml, giving each cell so many seconds."""

    course_file: Path
    cell_seconds: float = CELL_SECONDS

    def execute(self, notebook: NotebookNode, path: Path) -> None:
        """Execute a notebook in place, in the folder of its path. Raises CellError."""
        over = Event()
        task = self._begin(notebook, path, over)
        try:
            for done in finished([task]):
                done.result()
        except BaseException:
            over.set()
            end_kernels()
            raise

    def _begin(self, notebook, path, over):
        task = Future()

        def run():
            try:
                task.set_result(self._try(notebook, path, over))
            except BaseException as error:
                task.set_exception(error)

        # In a thread, as nbclient would otherwise take Ctrl+C for the end of one kernel only; and
        # whoever interrupts the command does not wait for it to notice that its kernel is gone.
        Thread(target=run, daemon=True).start()
        return task

    def _try(self, notebook, path, over):
        for _ in range(TRIES):
            reached = []
            try:
                self._execute(notebook, path, reached)
                return
            except CellExecutionError as error:
                raise CellError(path.name, _at(reached), error.ename, error.evalue) from error
            except CellTimeoutError as error:
                why = f"it ran for more than {self.cell_seconds} s (see --cell-timeout)"
                raise CellError(path.name, _at(reached), "too slow", why) from error
            except (RuntimeError, OSError) as error:  # How nbclient says that a kernel is gone.
                why = "died" if isinstance(error, DeadKernelError) else str(error)
                failure = CellError(path.name, _at(reached), "its kernel", why)
                if reached or over.is_set():
                    break
        raise failure

    def _execute(self, notebook, path, reached):
        client = Client(
            notebook,
            timeout=self.cell_seconds,
            shutdown_kernel="immediate",
            kernel_name=KERNELSPEC["name"],
            kernel_manager_class=OwnKernel,
            resources={"metadata": {"path": str(path.parent)}},
            on_cell_start=lambda cell, cell_index: reached.append(cell_index + 1),
        )
        course = {VARIABLE: str(self.course_file)}
        with kernel_home() as home:
            client.execute(env=kernel_environment(home) | course, **QUIET)
        for cell in notebook.cells:
            cell.metadata.pop("execution", None)


def notebook_text(notebook: NotebookNode) -> str:
    """Return a notebook as the text of its file."""
    return nbformat.writes(notebook, indent=1) + "\n"


def _at(reached):
    return f"cell {reached[-1]}" if reached else "its first cell"
