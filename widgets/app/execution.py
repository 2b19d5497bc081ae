"""Notebooks -> executed notebooks, each by a kernel of its own."""

import atexit
import os
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode
from tqdm import tqdm

from widgets.course.loading import VARIABLE

from .kernels import QUIET, CellError, end_kernels

KERNELSPEC = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


@dataclass(frozen=True)
class Executor:
    """Executes notebooks of the course in a course.yml."""

    course_file: Path

    def execute(self, notebook: NotebookNode, path: Path) -> None:
        """Execute a notebook in place, in the folder of its path. Raises CellError."""
        folder = {"metadata": {"path": str(path.parent)}}
        client = NotebookClient(notebook, resources=folder, kernel_name=KERNELSPEC["name"])
        environment = os.environ | {VARIABLE: str(self.course_file)}
        try:
            client.execute(env=environment, **QUIET)
        except CellExecutionError as error:
            failed = (f"cell {n}" for n, cell in enumerate(notebook.cells, 1) if _failed(cell))
            # The kernel's answer may come before what the cell shows, and ends the execution.
            place = next(failed, "some cell")
            raise CellError(path.name, place, error.ename, error.evalue) from error
        except (RuntimeError, TimeoutError) as error:  # How nbclient says that a kernel died.
            raise CellError(path.name, "some cell", "the kernel", "died") from error
        finally:
            # Left in place, nbclient would trip over a kernel that has been killed.
            atexit.unregister(client._cleanup_kernel)
        for cell in notebook.cells:
            cell.metadata.pop("execution", None)

    def execute_all(self, notebooks: dict[Path, NotebookNode]) -> None:
        """Execute notebooks, as many side by side as there are processors. Raises CellError."""
        # In threads, as nbclient would otherwise take Ctrl+C for the end of one kernel only.
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            tasks = [pool.submit(self.execute, book, path) for path, book in notebooks.items()]
            try:
                for task in tqdm(as_completed(tasks), "Preparing lessons", len(tasks)):
                    task.result()
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                end_kernels()
                raise


def notebook_text(notebook: NotebookNode) -> str:
    """Return a notebook as the text of its file."""
    return nbformat.writes(notebook, indent=1) + "\n"


def _failed(cell):
    return any(output.output_type == "error" for output in cell.get("outputs", []))
