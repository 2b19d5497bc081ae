"""`coproduction build`: the course as files that open from a disk."""

from pathlib import Path

from traitlets import Instance

from widgets.course.model import Course
from widgets.pages.making import Links, make_pages

from .kernels import CellError
from .rendering import RenderingVoila
from .site_folder import check_folder, fill

LINKS = Links(root="", suffix=".html", home="index.html")


class CourseBuilder(RenderingVoila):
    """Renders every notebook once and writes the set of pages to a folder."""

    course = Instance(Course)
    folder = Instance(Path)

    def run(self):
        """Render the course and write it. Raises CellError where a lesson fails."""
        lessons = self.render(list(self.course.addresses))
        for error in lessons.values():
            if isinstance(error, CellError):
                raise error
        pages = make_pages(self.course, lessons, LINKS)
        fill(self.folder, {_file_name(address): page.body for address, page in pages.items()})


def build(course: Course, course_file: str, folder: Path) -> None:
    """Write the course as a static site to a folder.

    Raises FolderError for a folder with something else in it, OSError where a file can't be
    written and CellError where a lesson fails.
    """
    check_folder(folder)
    folder.mkdir(parents=True, exist_ok=True)
    builder = CourseBuilder(course=course, course_file=course_file, folder=folder)
    builder.initialize()
    builder.start()


def _file_name(address):
    if address.startswith("static/"):
        return address
    return f"{address or 'index'}.html"
