"""`coproduction build`: the course as files that open from a disk."""

from pathlib import Path

from tqdm import tqdm

from widgets.course.loading import load_course
from widgets.course.model import Course
from widgets.pages.embed.embed_pages import ELEMENT, snippet
from widgets.pages.links import FILES
from widgets.pages.making import make_pages

from .rendered import Work
from .site_folder import check_folder, fill
from .snapshot import Snapshot
from .workers import Workers, finished


def build(
    course_file: Path, folder: Path, cell_seconds: float, public_url: str, workers: Workers
) -> str:
    """Write the course as a static site to a folder; return what puts the check on other pages.

    Raises FolderError for a folder with something else in it, OSError where a file can't be
    written and CellError where a lesson fails.
    """
    check_folder(folder)
    folder.mkdir(parents=True, exist_ok=True)
    course, files = make_site(course_file, cell_seconds, workers, public_url)
    fill(folder, files)
    return snippet(course, files[ELEMENT], public_url)


def make_site(
    course_file: Path, cell_seconds: float, workers: Workers, public_url: str = ""
) -> tuple[Course, dict[str, bytes]]:
    """Return a course and the files of its site, by their names.

    Raises CellError where a lesson fails.
    """
    with Snapshot(course_file) as snapshot:
        course = load_course(snapshot.course_file)
        work = Work(snapshot.course_file, cell_seconds)
        tasks = {workers.submit(work.render, name): name for name in course.addresses}
        pages = make_pages(course, _finished(tasks), FILES, public_url)
    return course, {_file_name(address): page.body for address, page in pages.items()}


def _finished(tasks):
    """Yield name and HTML of each notebook as it is rendered, and show how far it is."""
    with tqdm(desc="Making pages", total=len(tasks), unit="page", disable=None) as progress:
        for task in finished(tasks):
            yield tasks[task], task.result().html
            progress.update()


def _file_name(address):
    if address.endswith((".js", ".json")) or address.startswith("static/"):
        return address
    return f"{address or 'index'}.html"
